"""Writing to a ledger: documents, readings, likenesses and decisions are added; nothing is taken away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from typing import Any

from dragoman.model.ledger import (
    Contribution,
    Decision,
    Fingerprints,
    LedgerDocument,
    Likeness,
    body_of,
)
from dragoman.store.database import Database
from dragoman.store.reader import Reader, pack, parties_key


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A document, ready to be written: text, reading, what it contributes, and what it is filed under."""

    document: LedgerDocument
    text: str
    record: dict[str, Any]
    reader: str
    contribution: Contribution
    fingerprints: Sequence[Fingerprints]
    profile: bytes


class Ledger(Reader):
    """A ledger that can be read and added to; what belongs together is written in one `transaction`."""

    def __init__(self, database: Database) -> None:
        """Read and write through a connection."""
        super().__init__(database)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; while it lasts nobody else writes."""
        return self._database.transaction()

    def add(self, entry: Entry) -> int:
        """Write a document that is not there yet; its number."""
        document = entry.document
        number = 1 + int(self._database.rows("SELECT coalesce(max(number), 0) FROM documents")[0][0])
        self._database.run(
            "INSERT INTO documents (number, id, text_hash, component, published, body, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                document.id,
                document.text_hash,
                number,
                document.published,
                _json({**body_of(document), "component": 0}),
                pack(entry.text),
            ),
        )
        self._write_reading(number, entry, document.added)
        return number

    def reread(self, entry: Entry, made: str) -> None:
        """Add a new reading of a document; the old ones stay, what the document contributes is told anew."""
        number = self._number_of(entry.document.id)
        for table in ("mentions", "claims", "appearances", "fingerprints", "profiles"):
            self._database.run(f"DELETE FROM {table} WHERE document = ?", (number,))
        self._database.run(
            "UPDATE documents SET body = ?, published = ? WHERE number = ?",
            (_json({**body_of(entry.document), "component": 0}), entry.document.published, number),
        )
        self._write_reading(number, entry, made)

    def _number_of(self, document: str) -> int:
        return int(self._database.rows("SELECT number FROM documents WHERE id = ?", (document,))[0][0])

    def _write_reading(self, number: int, entry: Entry, made: str) -> None:
        query = "SELECT coalesce(max(number), 0) FROM readings WHERE document = ?"
        reading = 1 + int(self._database.rows(query, (number,))[0][0])
        self._database.run(
            "INSERT INTO readings (document, number, reader, made, record) VALUES (?, ?, ?, ?, ?)",
            (number, reading, entry.reader, made, pack(_json(entry.record))),
        )
        self._database.run("INSERT INTO profiles (document, body) VALUES (?, ?)", (number, entry.profile))
        contribution = entry.contribution
        self._database.run_many(
            "INSERT INTO mentions (document, place, parties, body) VALUES (?, ?, ?, ?)",
            [
                (number, place, parties_key(mention.parties), _json(body_of(mention)))
                for place, mention in enumerate(contribution.mentions)
            ],
        )
        self._database.run_many(
            "INSERT INTO claims (document, place, issue, parties, body) VALUES (?, ?, ?, ?, ?)",
            [
                (number, place, claim.issue, parties_key(claim.parties), _json(body_of(claim)))
                for place, claim in enumerate(contribution.claims)
            ],
        )
        self._database.run_many(
            "INSERT INTO appearances (document, actor, body) VALUES (?, ?, ?)",
            [(number, item.actor, _json(body_of(item))) for item in contribution.appearances],
        )
        self._database.run_many(
            "INSERT INTO fingerprints (kind, season, hash, document) VALUES (?, ?, ?, ?)",
            [(filed.kind, filed.season, value, number) for filed in entry.fingerprints for value in filed.hashes],
        )

    def link(self, likenesses: Iterable[Likeness]) -> None:
        """Write likenesses down, and that the documents that they link belong to one component."""
        for likeness in likenesses:
            component = self.unite((likeness.first, likeness.second))
            self._database.run(
                "INSERT INTO likenesses (first, second, component, body) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (first, second) DO NOTHING",
                (likeness.first, likeness.second, component, _json(body_of(likeness))),
            )

    def unlink(self, document: str) -> None:
        """Forget the likenesses of a document that is about to be compared anew."""
        self._database.run("DELETE FROM likenesses WHERE first = ? OR second = ?", (document, document))

    def unite(self, documents: Iterable[str]) -> int:
        """Put documents, with all that each is linked to, into one component; its number."""
        rows = self._by_ids("SELECT component FROM documents WHERE id IN ({})", documents)
        components = sorted({int(row[0]) for row in rows})
        kept = components[0]
        for other in components[1:]:
            for table in ("documents", "likenesses"):
                self._database.run(f"UPDATE {table} SET component = ? WHERE component = ?", (kept, other))
        return kept

    def decide(self, decision: Decision) -> Decision:
        """Add a decision; it comes back with its number."""
        number = 1 + int(self._database.rows("SELECT coalesce(max(number), 0) FROM decisions")[0][0])
        numbered = replace(decision, number=number)
        self._database.run(
            "INSERT INTO decisions (number, made, body) VALUES (?, ?, ?)",
            (number, decision.made, _json(asdict(numbered))),
        )
        return numbered


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
