"""From an id that somebody types to the thing in the ledger."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from dragoman.errors import UnknownThingError
from dragoman.merging.decisions import holding
from dragoman.merging.record import Holdings, merge
from dragoman.merging.sources import group_sources
from dragoman.model.ledger import ClaimEntry, LedgerDocument, RoundMention
from dragoman.model.merged import MergedRound, Source, Track
from dragoman.store.reader import Reader


@dataclass(frozen=True, kw_only=True)
class FoundRound:
    """A merged round with the mentions that it was made of."""

    round: MergedRound
    mentions: tuple[RoundMention, ...]


Thing = LedgerDocument | Source | FoundRound | Track | ClaimEntry


def find_thing(ledger: Reader, identifier: str) -> Thing:
    """The document, source, round, track or claim with this id; raises UnknownThingError with the nearest ids."""
    layer, _, rest = identifier.partition("/")
    if layer == "source":
        return source_of(ledger, document_called(ledger, rest))
    if layer == "round":
        return _round(ledger, identifier)
    if layer == "track":
        return _track(ledger, identifier)
    if ":" in identifier:
        return _claim(ledger, identifier)
    return document_called(ledger, identifier)


def document_called(ledger: Reader, identifier: str) -> LedgerDocument:
    """The document with this id, or the only one whose id begins so."""
    found = ledger.documents([identifier])
    if found:
        return found[0]
    near = [document for document in ledger.all_documents() if document.id.startswith(identifier)] if identifier else []
    if len(near) == 1:
        return near[0]
    if near:
        raise UnknownThingError(f"{identifier}: several ids begin so: {', '.join(item.id for item in near[:5])}")
    raise UnknownThingError(f"{identifier}: no document has this id; dragoman sources lists them")


def source_of(ledger: Reader, document: LedgerDocument) -> Source:
    """The source that a document belongs to."""
    family = ledger.family([document.id])
    sources = group_sources(family, ledger.likenesses(family), holding(ledger.decisions()))
    return next(source for source in sources if document.id in source.documents)


def _round(ledger: Reader, identifier: str) -> FoundRound:
    parties = tuple(sorted(_parties(identifier.split("/")[1] if "/" in identifier else "")))
    mentions = ledger.mentions(parties=parties, exactly=True)
    documents = ledger.family({mention.document for mention in mentions})
    record = merge(
        Holdings(
            documents=documents,
            likenesses=ledger.likenesses(documents),
            mentions=mentions,
            claims=(),
            appearances=(),
            decisions=holding(ledger.decisions()),
        )
    )
    for meeting in record.rounds:
        if meeting.id == identifier:
            wanted = {(joining.document, joining.mention) for joining in meeting.decisions}
            own = tuple(mention for mention in mentions if (mention.document, mention.id) in wanted)
            return FoundRound(round=meeting, mentions=own)
    raise UnknownThingError(
        f"{identifier}: no round has this id{_nearest(identifier, [item.id for item in record.rounds])}"
    )


def _parties(key: str) -> list[str]:
    return [part.replace(".", "/", 1) for part in key.split("+")]


def _track(ledger: Reader, identifier: str) -> Track:
    middle = identifier.removeprefix("track/")
    issue, _, key = middle.rpartition("/")
    parties = () if key == "open" else tuple(sorted(_parties(key)))
    every = ledger.claims(parties=parties, exactly=True)
    claims = [claim for claim in every if claim.issue == issue]
    documents = ledger.family({claim.document for claim in claims})
    record = merge(
        Holdings(
            documents=documents,
            likenesses=ledger.likenesses(documents),
            mentions=(),
            claims=claims,
            appearances=ledger.appearances({claim.document for claim in every}),
            decisions=holding(ledger.decisions()),
        )
    )
    for track in record.tracks:
        if track.id == identifier:
            return track
    known = sorted({f"track/{claim.issue}/{key}" for claim in every})
    raise UnknownThingError(f"{identifier}: no track has this id{_nearest(identifier, known)}")


def _claim(ledger: Reader, identifier: str) -> ClaimEntry:
    name, _, claim = identifier.rpartition(":")
    document = document_called(ledger, name)
    held = ledger.claims_of([document.id])
    for entry in held:
        if entry.id == claim:
            return entry
    known = ", ".join(entry.id for entry in held) or "none"
    raise UnknownThingError(f"{identifier}: this document has no claim {claim}; it has {known}")


def _nearest(identifier: str, known: list[str]) -> str:
    near = difflib.get_close_matches(identifier, known, n=3, cutoff=0.4) or known[:3]
    return f"; did you mean {', '.join(near)}?" if near else "; dragoman rounds and dragoman tracks list them"
