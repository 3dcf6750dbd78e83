"""The history of one thing in a ledger: how it came to be what it is, by which rule or person, on what grounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dragoman.merging.decisions import withdrawn
from dragoman.model.ledger import ClaimEntry, Decision, LedgerDocument
from dragoman.model.merged import MergedRound, Source, Track, plain_of
from dragoman.store.reader import Reader
from dragoman.workflows.identifying import FoundRound, find_thing, source_of


@dataclass(frozen=True, kw_only=True)
class Event:
    """One step of a history: when, what, by whom, and the comparisons or words it rests on."""

    date: str | None
    what: str
    by: str
    grounds: tuple[str, ...] = ()
    document: str | None = None


@dataclass(frozen=True, kw_only=True)
class History:
    """A thing and the steps that made it, in order; `decisions` are persons', withdrawn ones too."""

    id: str
    layer: str
    thing: Any
    events: tuple[Event, ...]
    decisions: tuple[Decision, ...] = ()
    withdrawn: tuple[int, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The history as plain JSON values."""
        plain: dict[str, Any] = plain_of(self)
        return plain


@dataclass
class _Teller:
    ledger: Reader
    documents: dict[str, LedgerDocument] = field(default_factory=dict)

    def document(self, identifier: str) -> LedgerDocument | None:
        if identifier not in self.documents:
            self.documents.update({item.id: item for item in self.ledger.documents([identifier])})
        return self.documents.get(identifier)

    def name(self, identifier: str) -> str:
        document = self.document(identifier)
        return (document.publisher or document.name or identifier) if document else identifier


def history_of(ledger: Reader, identifier: str | None = None) -> History:
    """The history of a document, source, round, track or claim; without an id, all decisions."""
    decisions = ledger.decisions()
    gone = tuple(sorted(withdrawn(decisions)))
    if identifier is None:
        return History(
            id="decisions", layer="decision", thing=None, events=(), decisions=tuple(decisions), withdrawn=gone
        )
    teller = _Teller(ledger)
    thing = find_thing(ledger, identifier)
    if isinstance(thing, FoundRound):
        layer, events = "round", _of_round(teller, thing.round)
        own = {mention.document for mention in thing.mentions}
        shown: Any = thing.round
    elif isinstance(thing, Source):
        layer, events, own, shown = "source", _of_source(teller, thing), set(thing.documents), thing
    elif isinstance(thing, Track):
        layer, events, shown = "track", _of_track(teller, thing), thing
        own = {entry.document for entry in thing.history}
    elif isinstance(thing, ClaimEntry):
        layer, events, own, shown = "claim", _of_claim(thing), {thing.document}, thing
    else:
        layer, events, own, shown = "document", _of_document(teller, thing), {thing.id}, thing
    concerned = _concerned(decisions, layer, own)
    numbers = {decision.number for decision in concerned}
    return History(
        id=identifier,
        layer=layer,
        thing=shown,
        events=tuple(events),
        decisions=tuple(concerned),
        withdrawn=tuple(number for number in gone if number in numbers),
    )


def _concerned(decisions: list[Decision], layer: str, documents: set[str]) -> list[Decision]:
    layers = {"track": ("claim",), "document": ("document", "source", "round", "claim")}.get(layer, (layer,))
    own = [
        decision
        for decision in decisions
        if decision.layer in layers
        and any(anchor.document in documents for anchor in (*decision.anchors, *decision.others))
    ]
    numbers = {str(decision.number) for decision in own}
    return sorted(
        [*own, *(item for item in decisions if item.kind == "undo" and item.subject in numbers)],
        key=lambda decision: decision.number,
    )


def _of_round(teller: _Teller, meeting: MergedRound) -> list[Event]:
    events = []
    for joining in meeting.decisions:
        document = teller.document(joining.document)
        grounds = tuple(
            f"{item.name}: {item.first} {'=' if item.agrees else '≠'} {item.second}" for item in joining.comparisons
        )
        events.append(
            Event(
                date=document.published if document else None,
                what=f"{teller.name(joining.document)} reports it",
                by=joining.by,
                grounds=grounds,
                document=joining.document,
            )
        )
    return sorted(events, key=lambda event: (event.date or "9999", event.document or ""))


def _of_source(teller: _Teller, source: Source) -> list[Event]:
    family = teller.ledger.family(source.documents)
    own = set(source.documents)
    events = [
        Event(
            date=document.published,
            what=f"{teller.name(document.id)} prints it"
            + (" (the original)" if document.id == source.original else ""),
            by=f"original by {source.grounds}" if document.id == source.original else source.relation[document.id],
            document=document.id,
        )
        for document in sorted(family, key=lambda item: (item.published or "9999", item.id))
        if document.id in own
    ]
    for link in teller.ledger.likenesses(family):
        if link.first in own and link.second in own:
            grounds = tuple(f"{item.name} ({item.first} / {item.second})" for item in link.comparisons)
            what = f"{teller.name(link.first)} and {teller.name(link.second)}: {link.relation}"
            events.append(Event(date=None, what=what, by="rule", grounds=grounds, document=link.first))
    return events


def _of_track(teller: _Teller, track: Track) -> list[Event]:
    return [
        Event(
            date=entry.date,
            what=entry.status,
            by=entry.name or teller.name(entry.document),
            grounds=(*(f"via {name}" for name in entry.via), *(words.text for words in entry.evidence)),
            document=entry.document,
        )
        for entry in track.history
    ]


def _of_claim(claim: ClaimEntry) -> list[Event]:
    words = tuple(words.text for words in claim.evidence)
    return [
        Event(
            date=claim.date,
            what=f"{claim.issue}: {claim.status}",
            by=claim.by or "",
            grounds=words,
            document=claim.document,
        )
    ]


def _of_document(teller: _Teller, document: LedgerDocument) -> list[Event]:
    events = [Event(date=document.added, what="added", by=document.name, document=document.id)]
    for number, reader, record in reversed(list(teller.ledger.readings(document.id))):
        counts = ", ".join(f"{len(record.get(layer, ()))} {layer}" for layer in ("rounds", "statements", "claims"))
        events.append(Event(date=None, what=f"reading {number}: {counts}", by=reader, document=document.id))
    source = source_of(teller.ledger, document)
    relation = source.relation.get(document.id, "original" if len(source.documents) > 1 else "a source of its own")
    events.append(Event(date=None, what=f"{relation} in {source.id}", by="rule", document=document.id))
    return events
