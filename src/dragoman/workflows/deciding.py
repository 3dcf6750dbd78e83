"""A person's decisions: each is added to the ledger with its reason, and none is ever overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.errors import DecisionError
from dragoman.merging.anchoring import anchor_of
from dragoman.merging.decisions import withdrawn
from dragoman.model.ledger import Anchor, ClaimEntry, Decision, LedgerDocument
from dragoman.model.merged import Source, Track
from dragoman.store.writer import Ledger
from dragoman.workflows.adding import now
from dragoman.workflows.admission import parse_published
from dragoman.workflows.identifying import FoundRound, Thing, document_called, find_thing
from dragoman.workflows.rereading import reread_one

SLOTS = {
    "round": ("date", "place", "venue", "duration", "status", "mediators", "head:PARTY"),
    "source": ("original",),
    "document": ("published", "publisher", "url"),
    "claim": ("status", "issue", "by", "party"),
}


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wants to decide: a kind, the ids or `slot=value` words it is about, who, and why."""

    kind: str
    subject: str
    arguments: Sequence[str] = ()
    person: str = ""
    reason: str = ""


def decide(ledger: Ledger, wish: Wish) -> Decision:
    """Add the decision; raises UnknownThingError or DecisionError where it cannot be made."""
    with ledger.transaction():
        thing = find_thing(ledger, wish.subject)
        makers = {"accept": _accept, "split": _split, "join": _join, "correct": _correct}
        decision = ledger.decide(
            replace(makers[wish.kind](ledger, thing, wish), person=wish.person, reason=wish.reason, made=now())
        )
        if decision.layer == "document":
            _apply(ledger, decision, {slot: value for slot, value in decision.changes if not slot.endswith(":before")})
    return decision


def undo(ledger: Ledger, number: int | None = None, *, person: str = "", reason: str = "") -> Decision:
    """Withdraw a decision, the last one that holds if none is named; the withdrawal is a decision itself."""
    with ledger.transaction():
        decisions = ledger.decisions()
        gone = withdrawn(decisions)
        standing = [item for item in decisions if item.kind != "undo" and item.number not in gone]
        if number is None:
            if not standing:
                raise DecisionError("there is no decision to withdraw")
            number = standing[-1].number
        found = next((item for item in decisions if item.number == number), None)
        if found is None:
            raise DecisionError(f"there is no decision {number}; dragoman history lists them")
        if number in gone:
            raise DecisionError(f"decision {number} was withdrawn already")
        made = Decision(
            number=0, kind="undo", layer=found.layer, subject=str(number), person=person, reason=reason, made=now()
        )
        added = ledger.decide(made)
        if found.layer == "document" and found.kind == "correct":
            before = {slot.removesuffix(":before"): value for slot, value in found.changes if slot.endswith(":before")}
            _apply(ledger, found, before)
    return added


def _accept(ledger: Ledger, thing: Thing, wish: Wish) -> Decision:
    """Keep together what is together now, whatever later readings and rules say."""
    layer, anchors = _anchors(thing, wish)
    return Decision(number=0, kind="accept", layer=layer, subject=wish.subject, anchors=anchors)


def _split(ledger: Ledger, thing: Thing, wish: Wish) -> Decision:
    """Take documents out of a source or a round."""
    layer, anchors = _anchors(thing, wish)
    if not wish.arguments:
        raise DecisionError(
            f"say which documents do not belong to {wish.subject}: dragoman decide split {wish.subject} DOCUMENT…"
        )
    out = {document_called(ledger, name).id for name in wish.arguments}
    here = tuple(anchor for anchor in anchors if anchor.document in out)
    rest = tuple(anchor for anchor in anchors if anchor.document not in out)
    missing = out - {anchor.document for anchor in anchors}
    if missing:
        raise DecisionError(f"{', '.join(sorted(missing))}: not part of {wish.subject}")
    if not rest:
        raise DecisionError(f"these are all documents of {wish.subject}; leave at least one in it")
    return Decision(number=0, kind="split", layer=layer, subject=wish.subject, anchors=here, others=rest)


def _join(ledger: Ledger, thing: Thing, wish: Wish) -> Decision:
    """Make two sources, or two rounds, one."""
    layer, anchors = _anchors(thing, wish)
    others: list[Anchor] = []
    for name in wish.arguments:
        other_layer, more = _anchors(find_thing(ledger, name), wish)
        if other_layer != layer:
            raise DecisionError(
                f"{wish.subject} is a {layer} and {name} is a {other_layer}; only two of one kind are joined"
            )
        others.extend(more)
    if not others:
        raise DecisionError(f"say what belongs to {wish.subject}: dragoman decide join {wish.subject} ID…")
    if layer == "source":
        ledger.unite([anchor.document for anchor in (*anchors, *others)])
    return Decision(number=0, kind="join", layer=layer, subject=wish.subject, anchors=anchors, others=tuple(others))


def _anchors(thing: Thing, wish: Wish) -> tuple[str, tuple[Anchor, ...]]:
    if isinstance(thing, FoundRound):
        return "round", tuple(anchor_of(mention) for mention in thing.mentions)
    if isinstance(thing, Source):
        return "source", tuple(Anchor(document=document) for document in thing.documents)
    if isinstance(thing, LedgerDocument):
        return "source", (Anchor(document=thing.id),)
    raise DecisionError(f"{wish.subject}: only sources and rounds are accepted, split and joined; claims are corrected")


def _correct(ledger: Ledger, thing: Thing, wish: Wish) -> Decision:
    """Put a person's value before those of the documents."""
    if isinstance(thing, Track):
        claims = ", ".join(dict.fromkeys(entry.claim for entry in thing.history[-3:]))
        raise DecisionError(f"a track is made of claims; correct one of them, such as {claims}")
    layer = _layer_of(thing)
    changes: list[tuple[str, str]] = []
    for word in wish.arguments:
        slot, mark, value = word.partition("=")
        allowed = SLOTS[layer]
        if not mark or (slot not in allowed and not (layer == "round" and slot.startswith("head:"))):
            raise DecisionError(f"{word}: write slot=value; a {layer} has {', '.join(allowed)}")
        if slot == "published":
            day = parse_published(value)
            value = day.isoformat() if day else ""
        if slot == "original":
            value = document_called(ledger, value).id
        changes.append((slot, value))
        if isinstance(thing, LedgerDocument):
            changes.append((f"{slot}:before", getattr(thing, slot) or ""))
    if not changes:
        raise DecisionError(
            f"say what is right: dragoman decide correct {wish.subject} slot=value ({', '.join(SLOTS[layer])})"
        )
    return Decision(
        number=0,
        kind="correct",
        layer=layer,
        subject=wish.subject,
        anchors=_corrected(thing),
        changes=tuple(changes),
    )


def _layer_of(thing: Thing) -> str:
    if isinstance(thing, FoundRound):
        return "round"
    if isinstance(thing, Source):
        return "source"
    return "claim" if isinstance(thing, ClaimEntry) else "document"


def _corrected(thing: Thing) -> tuple[Anchor, ...]:
    if isinstance(thing, FoundRound):
        return tuple(anchor_of(mention) for mention in thing.mentions)
    if isinstance(thing, ClaimEntry):
        return (anchor_of(thing),)
    if isinstance(thing, Source):
        return tuple(Anchor(document=document) for document in thing.documents)
    return (Anchor(document=thing.id),) if isinstance(thing, LedgerDocument) else ()


def _apply(ledger: Ledger, decision: Decision, values: dict[str, str]) -> None:
    """Read a document again with the facts that a person corrected."""
    document = ledger.documents([decision.anchors[0].document])[0]
    facts = {slot: value or None for slot, value in values.items()}
    reread_one(ledger, replace(document, **facts))  # type: ignore[arg-type]  # all three are strings or None
