"""The question to a ledger: the merged record of all it holds, or of a selection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.merging.decisions import holding
from dragoman.merging.ranges import days_of
from dragoman.merging.record import Holdings, merge
from dragoman.model.ledger import ClaimEntry, Decision, LedgerDocument, Selection
from dragoman.model.merged import MergedRecord, MergedRound
from dragoman.store.reader import Reader


def merged_record(ledger: Reader, selection: Selection | None = None) -> MergedRecord:
    """The record of all that a ledger holds, or of what is selected."""
    selection = selection or Selection()
    record = merge(_gather(ledger, selection))
    return _within(record, selection)


def _gather(ledger: Reader, selection: Selection) -> Holdings:
    """What the selection needs: its claims, the rounds of their parties, and the copies of their documents."""
    parties = tuple(party.removeprefix("country/") for party in selection.parties)
    decisions = holding(ledger.decisions())
    claims = ledger.claims(issue=selection.issue, parties=parties)
    if selection.issue is not None:
        claims = _with_corrected(ledger, claims, decisions, parties)
    if selection.issue is None:
        mentions = ledger.mentions(parties=parties)
    else:
        sets = sorted({claim.parties for claim in claims if len(claim.parties) > 1})
        mentions = [mention for between in sets for mention in ledger.mentions(parties=between, exactly=True)]
    everything = selection.issue is None and not parties
    wanted = {claim.document for claim in claims} | {mention.document for mention in mentions}
    documents = ledger.all_documents() if everything else ledger.family(wanted)
    known = [document for document in documents if _is_known(document, selection.as_of)]
    ids = {document.id for document in known}
    appearing = ids if everything else ids & wanted
    return Holdings(
        documents=known,
        likenesses=ledger.likenesses(known),
        mentions=[mention for mention in mentions if mention.document in ids],
        claims=[claim for claim in claims if claim.document in ids],
        appearances=ledger.appearances(sorted(appearing)),
        decisions=decisions,
    )


def _with_corrected(
    ledger: Reader, claims: Sequence[ClaimEntry], decisions: Sequence[Decision], parties: Sequence[str]
) -> list[ClaimEntry]:
    """The claims, and those that a person may have moved to the issue."""
    moved = [
        anchor.document
        for decision in decisions
        if decision.layer == "claim" and any(slot == "issue" for slot, _ in decision.changes)
        for anchor in decision.anchors
    ]
    known = {(claim.document, claim.id) for claim in claims}
    more = [
        claim
        for claim in (ledger.claims_of(moved) if moved else ())
        if (claim.document, claim.id) not in known and set(parties) <= set(claim.parties)
    ]
    return [*claims, *more]


def _is_known(document: LedgerDocument, as_of: str | None) -> bool:
    """True for what was published by that day; where the day of publication is not known, the day of adding counts."""
    return as_of is None or (document.published or document.added)[:10] <= as_of


def _within(record: MergedRecord, selection: Selection) -> MergedRecord:
    """The record with the tracks of the issue, and the rounds and histories of the days, that are asked for."""
    if selection.issue is not None:
        below = f"{selection.issue}/"
        tracks = [track for track in record.tracks if track.issue == selection.issue or track.issue.startswith(below)]
        record = replace(record, tracks=tuple(tracks))
    if selection.since is None and selection.until is None:
        return record
    rounds = [meeting for meeting in record.rounds if _round_lies_in(meeting, selection)]
    tracks = [track for track in record.tracks if any(_lies_in(entry.date, selection) for entry in track.history)]
    used = {document for meeting in rounds for document in meeting.documents}
    used |= {document for track in tracks for entry in track.history for document in entry.documents}
    sources = [source for source in record.sources if used & set(source.documents)]
    shown = {document for source in sources for document in source.documents}
    return replace(
        record,
        documents=tuple(document for document in record.documents if document.id in shown),
        sources=tuple(sources),
        rounds=tuple(rounds),
        tracks=tuple(tracks),
        actors=tuple(actor for actor in record.actors if used & set(actor.documents)),
    )


def _round_lies_in(meeting: MergedRound, selection: Selection) -> bool:
    if not meeting.date:
        return any(_lies_in(value.first_reported, selection) for value in meeting.status)
    return any(_lies_in(value.value, selection) for value in meeting.date)


def _lies_in(value: str | None, selection: Selection) -> bool:
    days = days_of(value)
    if days is None:
        return False
    since, until = selection.since or "0000", selection.until or "9999"
    return days.last.isoformat() >= since and days.first.isoformat() <= until
