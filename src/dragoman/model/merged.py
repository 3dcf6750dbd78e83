"""The merged record: what all documents of a ledger, or a selection of them, tell together.

The names are those of the public record format; `to_dict` gives plain JSON values.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from dragoman.model.ledger import Comparison, Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One independent source: an original and the documents that hold its report.

    `relay_of` is the wire agency whose report is passed on (then the source is no witness of its own where the
    agency is heard too), `relation` maps each other document to identical, near-duplicate, translation or excerpt.
    """

    id: str
    documents: tuple[str, ...]
    original: str
    grounds: str
    relation: dict[str, str]
    publishers: tuple[str, ...]
    languages: tuple[str, ...]
    relay_of: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotValue:
    """One value of a slot, with the documents that give it and the count of independent sources among them."""

    value: str
    documents: tuple[str, ...]
    sources: int
    first_reported: str | None
    mod: str | None = None
    country: str | None = None
    party: str | None = None
    decided_by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MergedRound:
    """One meeting, as all documents tell it; `conflict` names the slots whose values exclude one another."""

    id: str
    parties: tuple[str, ...]
    mediators: tuple[SlotValue, ...]
    date: tuple[SlotValue, ...]
    place: tuple[SlotValue, ...]
    venue: tuple[SlotValue, ...]
    duration: tuple[SlotValue, ...]
    delegations: tuple[SlotValue, ...]
    status: tuple[SlotValue, ...]
    conflict: tuple[str, ...]
    documents: tuple[str, ...]
    sources: int
    evidence: tuple[Quote, ...]
    decisions: tuple[Joining, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Words of a document that something stands on."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Joining:
    """Why a document's report was taken for this round: the rule or person, and the comparisons."""

    document: str
    mention: str
    by: str
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryEntry:
    """Where an issue stood on a day, on whose word, through whom, in which words.

    `document` is the first that tells it and holds the evidence; `documents` are all that do, `sources` counts the
    independent ones among them.
    """

    date: str | None
    status: str
    by: str | None
    name: str | None
    party: str | None
    via: tuple[str, ...]
    document: str
    claim: str
    evidence: tuple[Words, ...]
    certainty: str | None = None
    condition: str | None = None
    reported: str | None = None
    documents: tuple[str, ...] = ()
    sources: int = 1
    decided_by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyWord:
    """A party's latest word on an issue, or which kind of blank stands in its place.

    `blank` is not-mentioned (the party was heard, but not on this), unclear (somebody speaks for it, it cannot be
    told who) or not-yet-read (no document holds its voice).
    """

    status: str | None
    date: str | None = None
    by: str | None = None
    document: str | None = None
    blank: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Axes:
    """How far an issue is declared, agreed and implemented, each from 0 to 3."""

    declared: int
    agreed: int
    implemented: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Dispute:
    """One thing that is disputed, in words of our own, and who stands on which side of it."""

    kind: str
    what: str
    by: tuple[str, ...]
    against: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Track:
    """One issue between parties: its history, each party's latest word, and what is disputed.

    `standing` says on whose word the status rests: mutual, one-sided, or reported by others only.
    """

    id: str
    issue: str
    parties: tuple[str, ...]
    status: str
    standing: str
    axes: Axes
    history: tuple[HistoryEntry, ...]
    by_party: dict[str, PartyWord]
    disagreement: tuple[Dispute, ...] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerActor:
    """An actor with the documents that name it and the names met, by language."""

    id: str
    name: str
    type: str
    country: str | None
    documents: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentLine:
    """What a reader of the merged record needs to know of a document."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str
    url: str | None
    credit: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class MergedRecord:
    """All that a ledger, or a selection of it, tells."""

    documents: tuple[DocumentLine, ...] = ()
    sources: tuple[Source, ...] = ()
    rounds: tuple[MergedRound, ...] = ()
    tracks: tuple[Track, ...] = ()
    actors: tuple[LedgerActor, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dictionaries, lists and strings, ready for `json.dumps`."""
        plain: dict[str, Any] = plain_of(self)
        return plain


def plain_of(value: Any) -> Any:
    """Dataclasses as dictionaries and tuples as lists, all the way down."""
    if is_dataclass(value):
        return {item.name: plain_of(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        return [plain_of(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_of(item) for key, item in value.items()}
    return value
