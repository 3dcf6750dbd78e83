"""Reading a ledger: by id, or the part that belongs to parties or to an issue."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from dragoman.errors import LedgerDamagedError
from dragoman.model.ledger import (
    Appearance,
    ClaimEntry,
    Decision,
    Fingerprints,
    LedgerDocument,
    Likeness,
    RoundMention,
    appearance_from,
    claim_from,
    decision_from,
    likeness_from,
    mention_from,
)
from dragoman.store.database import Database, Row

Value = TypeVar("Value")
# More documents than this share a hash only where it is a formula of the trade.
MOST_SHARING = 64
_AT_ONCE = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class Sharing:
    """A document, by its number, that shares `count` fingerprints; rare ones weigh more."""

    number: int
    count: int
    weight: float


def parties_key(parties: Iterable[str]) -> str:
    """Parties as one column: each between bars, so that one can be sought in it."""
    return "|" + "|".join(sorted(parties)) + "|"


class Reader:
    """What can be asked of a ledger; nothing here changes it."""

    def __init__(self, database: Database) -> None:
        """Read through a connection."""
        self._database = database

    @property
    def location(self) -> str:
        """Where the ledger is."""
        return self._database.location

    def close(self) -> None:
        """End the connection."""
        self._database.close()

    def count(self) -> int:
        """How many documents there are."""
        return int(self._database.rows("SELECT count(*) FROM documents")[0][0])

    def holds(self, document: str) -> bool:
        """True where the document is there."""
        return bool(self._database.rows("SELECT 1 FROM documents WHERE id = ?", (document,)))

    def all_documents(self) -> list[LedgerDocument]:
        """Every document, in order of adding."""
        return [_document(*row) for row in self._database.rows("SELECT body, component FROM documents ORDER BY number")]

    def documents(self, ids: Iterable[str]) -> list[LedgerDocument]:
        """The documents with these ids that are there."""
        return [_document(*row) for row in self._by_ids("SELECT body, component FROM documents WHERE id IN ({})", ids)]

    def family(self, ids: Iterable[str]) -> list[LedgerDocument]:
        """The documents with all that are linked to them by likenesses."""
        components = {row[0] for row in self._by_ids("SELECT component FROM documents WHERE id IN ({})", ids)}
        query = "SELECT body, component FROM documents WHERE component IN ({})"
        return [_document(*row) for row in self._by_ids(query, sorted(components))]

    def same_text(self, text_hash: str) -> list[int]:
        """Numbers of the documents that hold exactly this text."""
        return [row[0] for row in self._database.rows("SELECT number FROM documents WHERE text_hash = ?", (text_hash,))]

    def text(self, document: str) -> str | None:
        """The text of a document, as it came."""
        rows = self._database.rows("SELECT text FROM documents WHERE id = ?", (document,))
        return unpack(rows[0][0]) if rows else None

    def record(self, document: str) -> dict[str, Any] | None:
        """The newest reading of a document."""
        return next((record for _, _, record in self.readings(document)), None)

    def readings(self, document: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """All readings of a document, the newest first: number, reader's version, record."""
        query = (
            "SELECT readings.number, readings.reader, readings.record FROM readings "
            "JOIN documents ON documents.number = readings.document WHERE documents.id = ? ORDER BY readings.number DESC"
        )
        for number, reader, record in self._database.rows(query, (document,)):
            yield number, reader, json.loads(unpack(record))

    def sharing(self, fingerprints: Fingerprints) -> list[Sharing]:
        """Documents that share fingerprints: how many, and how telling these are together."""
        if not fingerprints.hashes:
            return []
        filed: dict[int, list[int]] = {}
        for kind in fingerprints.kinds:
            for value, number in self._database.sharing(kind, fingerprints.hashes, fingerprints.seasons, MOST_SHARING):
                filed.setdefault(value, []).append(number)
        counts: dict[int, int] = {}
        weights: dict[int, float] = {}
        for numbers in filed.values():
            # What stands in many documents is a formula of the trade and tells little.
            weight = 1 / len(numbers)
            for number in numbers:
                counts[number] = counts.get(number, 0) + 1
                weights[number] = weights.get(number, 0.0) + weight
        return [Sharing(number=number, count=count, weight=weights[number]) for number, count in counts.items()]

    def documents_numbered(self, numbers: Iterable[int]) -> list[LedgerDocument]:
        """The documents with these numbers."""
        query = "SELECT body, component FROM documents WHERE number IN ({})"
        return [_document(*row) for row in self._by_ids(query, numbers)]

    def profiles(self, documents: Iterable[LedgerDocument]) -> list[tuple[LedgerDocument, bytes]]:
        """What these documents are compared by, as it was packed."""
        known = {document.id: document for document in documents}
        query = (
            "SELECT documents.id, profiles.body FROM profiles JOIN documents ON documents.number = profiles.document "
            "WHERE documents.id IN ({})"
        )
        return [(known[document], bytes(body)) for document, body in self._by_ids(query, known)]

    def likenesses(self, documents: Iterable[LedgerDocument]) -> list[Likeness]:
        """All likenesses among the documents and those linked to them."""
        components = sorted({document.component for document in documents})
        return self._bodies("SELECT body FROM likenesses WHERE component IN ({})", components, likeness_from)

    def mentions(self, *, parties: Sequence[str] = (), exactly: bool = False) -> list[RoundMention]:
        """Mentions of rounds between these parties and perhaps others, or between exactly these."""
        where, values = _where_parties("mentions", parties, exactly)
        return self._selected(f"SELECT body FROM mentions{where}", values, mention_from)

    def claims(
        self, *, issue: str | None = None, parties: Sequence[str] = (), exactly: bool = False
    ) -> list[ClaimEntry]:
        """Claims about an issue and those below it, between these parties and perhaps others, or exactly these."""
        where, values = _where_parties("claims", parties, exactly)
        if issue is not None:
            # A slash sorts before the zero: the issue itself, then everything below it, and nothing else.
            where += (" AND" if where else " WHERE") + " (issue = ? OR (issue >= ? AND issue < ?))"
            values = [*values, issue, f"{issue}/", f"{issue}0"]
        return self._selected(f"SELECT body FROM claims{where}", values, claim_from)

    def claims_of(self, documents: Iterable[str]) -> list[ClaimEntry]:
        """All claims of these documents."""
        query = "SELECT claims.body FROM claims JOIN documents ON documents.number = claims.document WHERE documents.id IN ({})"
        return self._bodies(query, documents, claim_from)

    def mentions_of(self, documents: Iterable[str]) -> list[RoundMention]:
        """All mentions of rounds in these documents."""
        query = (
            "SELECT mentions.body FROM mentions JOIN documents ON documents.number = mentions.document "
            "WHERE documents.id IN ({})"
        )
        return self._bodies(query, documents, mention_from)

    def appearances(self, documents: Iterable[str]) -> list[Appearance]:
        """Who appears in these documents."""
        query = (
            "SELECT appearances.body FROM appearances JOIN documents ON documents.number = appearances.document "
            "WHERE documents.id IN ({})"
        )
        return self._bodies(query, documents, appearance_from)

    def decisions(self) -> list[Decision]:
        """All decisions in order, withdrawn ones too."""
        return self._selected("SELECT body FROM decisions ORDER BY number", (), decision_from)

    def _by_ids(self, query: str, ids: Iterable[Any]) -> Iterator[Row]:
        wanted = list(dict.fromkeys(ids))
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            yield from self._database.rows(query.format(", ".join("?" * len(part))), part)

    def _bodies(self, query: str, ids: Iterable[Any], build: Callable[[dict[str, Any]], Value]) -> list[Value]:
        return [self._built(body, build) for (body,) in self._by_ids(query, ids)]

    def _selected(self, query: str, values: Sequence[Any], build: Callable[[dict[str, Any]], Value]) -> list[Value]:
        return [self._built(body, build) for (body,) in self._database.rows(query, values)]

    def _built(self, body: str, build: Callable[[dict[str, Any]], Value]) -> Value:
        try:
            return build(json.loads(body))
        except (ValueError, TypeError, KeyError) as failure:
            raise LedgerDamagedError(
                f"{self.location}: a row does not hold what it should, the ledger is damaged ({failure}); nothing was "
                "changed. Take a copy from your backup, or add the articles to a new one"
            ) from failure


def pack(text: str) -> bytes:
    """The text, compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(data: bytes) -> str:
    """The text that was compressed."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def _document(body: str, component: int) -> LedgerDocument:
    held = json.loads(body)
    return LedgerDocument(**{**held, "component": component})


def _where_parties(table: str, parties: Sequence[str], exactly: bool) -> tuple[str, list[Any]]:
    if exactly:
        return " WHERE parties = ?", [parties_key(parties)]
    if not parties:
        return "", []
    clause = " AND ".join(["parties LIKE ?"] * len(parties))
    return f" WHERE {clause}", [f"%|{party}|%" for party in parties]
