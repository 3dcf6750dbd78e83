"""Questions to a ledger: the merged record of a selection, and the history of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.merging.decisions import holding
from dragoman.merging.ranges import days_of
from dragoman.merging.record import Holdings, merge
from dragoman.model.ledger import ClaimEntry, LedgerDocument, RoundMention, Selection
from dragoman.model.merged import MergedRecord, MergedRound, Track
from dragoman.store.reader import Reader


def merged_record(ledger: Reader, selection: Selection | None = None) -> MergedRecord:
    """The record of all that a ledger holds, or of what is selected."""
    selection = selection or Selection()
    record = merge(_gather(ledger, selection))
    return _within(record, selection)


def _gather(ledger: Reader, selection: Selection) -> Holdings:
    """What the selection needs: its claims, the rounds of their parties, and the copies of their documents."""
    parties = tuple(party.removeprefix("country/") for party in selection.parties)
    claims = ledger.claims(issue=selection.issue, parties=parties)
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
        decisions=holding(ledger.decisions()),
    )


def _is_known(document: LedgerDocument, as_of: str | None) -> bool:
    """True for what was published by that day; where the day of publication is not known, the day of adding counts."""
    return as_of is None or (document.published or document.added)[:10] <= as_of


def _within(record: MergedRecord, selection: Selection) -> MergedRecord:
    """The record with the rounds and histories of the days asked for."""
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


def find_round(record: MergedRecord, identifier: str) -> MergedRound | None:
    """The round with this id, with or without its `round/`."""
    wanted = identifier if identifier.startswith("round/") else f"round/{identifier}"
    return next((meeting for meeting in record.rounds if meeting.id == wanted), None)


def find_track(record: MergedRecord, identifier: str) -> Track | None:
    """The track with this id, with or without its `track/`."""
    wanted = identifier if identifier.startswith("track/") else f"track/{identifier}"
    return next((track for track in record.tracks if track.id == wanted), None)


def mentions_in(ledger: Reader, meeting: MergedRound) -> list[RoundMention]:
    """The mentions that a merged round was made of."""
    wanted = {(joining.document, joining.mention) for joining in meeting.decisions}
    held = ledger.mentions(parties=meeting.parties, exactly=True)
    return [mention for mention in held if (mention.document, mention.id) in wanted]


def claim_called(ledger: Reader, identifier: str) -> ClaimEntry | None:
    """The claim with an id such as `DOCUMENT:c3`."""
    document, _, claim = identifier.rpartition(":")
    return next((entry for entry in ledger.claims_of([document]) if entry.id == claim), None)


def parties_of(words: Iterable[str]) -> Sequence[str]:
    """Parties as a user tells them, as a ledger knows them."""
    return [word.strip() for word in words if word.strip()]
