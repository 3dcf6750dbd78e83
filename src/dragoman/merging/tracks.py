"""The tracks of a ledger: one issue between parties, and all that was said of where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.merging.anchoring import find_anchored
from dragoman.merging.credits import agency_called
from dragoman.merging.ranges import days_of
from dragoman.merging.rounds import party_key
from dragoman.merging.sources import Witnesses
from dragoman.merging.standing import find_disputes, judge, latest_words, measure
from dragoman.model.ledger import Appearance, ClaimEntry, Decision
from dragoman.model.merged import HistoryEntry, Track

# Reports of one saying come within these days of each other.
_SAME_SAYING = 2
# What is said of the next round means another round when one was held since.
_ONE_ROUND = 45


def merge_tracks(
    claims: Iterable[ClaimEntry],
    appearances: Iterable[Appearance],
    witnesses: Witnesses,
    decisions: Sequence[Decision] = (),
) -> tuple[Track, ...]:
    """The tracks that the claims make, by parties and issue."""
    corrected, signed = correct_claims(list(claims), decisions)
    by_track: dict[tuple[tuple[str, ...], str], list[ClaimEntry]] = {}
    documents: dict[tuple[str, ...], set[str]] = {}
    for claim in corrected:
        by_track.setdefault((claim.parties, claim.issue), []).append(claim)
        documents.setdefault(claim.parties, set()).add(claim.document)
    names, voices = _voices(appearances)
    tracks = []
    for (parties, issue), group in sorted(by_track.items(), key=lambda pair: (-len(pair[0][0]), pair[0])):
        heard = frozenset(party for document in documents[parties] for party in voices.get(document, ()))
        history = _history(group, witnesses, names, signed)
        words = latest_words(history, parties, heard)
        ranks = {claim.by: claim.rank for claim in group if claim.by}
        disputes = find_disputes(history, words, ranks, _ONE_ROUND if issue == "next-round" else None)
        tracks.append(
            Track(
                id=f"track/{issue}/{party_key(parties) or 'open'}",
                issue=issue,
                parties=parties,
                status=history[-1].status,
                standing=judge(history, words),
                axes=measure(history, words),
                history=history,
                by_party=words,
                disagreement=disputes or None,
            )
        )
    return tuple(tracks)


def _voices(appearances: Iterable[Appearance]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Names of actors, and the parties that speak in each document."""
    names: dict[str, str] = {}
    voices: dict[str, set[str]] = {}
    for appearance in appearances:
        names.setdefault(appearance.actor, appearance.name)
        if appearance.speaks and appearance.country:
            voices.setdefault(appearance.document, set()).add(appearance.country)
    return names, voices


def correct_claims(
    claims: list[ClaimEntry], decisions: Sequence[Decision]
) -> tuple[list[ClaimEntry], dict[tuple[str, str], str]]:
    """The claims as persons corrected them, and whose correction each carries."""
    places = {(claim.document, claim.id): index for index, claim in enumerate(claims)}
    signed: dict[tuple[str, str], str] = {}
    for decision in decisions:
        if decision.layer != "claim" or decision.kind != "correct":
            continue
        for found in find_anchored(decision.anchors, claims):
            index = places[(found.document, found.id)]
            changes = {slot: value for slot, value in decision.changes if slot in ("issue", "status", "by", "party")}
            claims[index] = replace(claims[index], **changes)  # type: ignore[arg-type]  # all four are strings
            signed[(found.document, found.id)] = decision.person or "person"
    return claims, signed


def _history(
    claims: Sequence[ClaimEntry],
    witnesses: Witnesses,
    names: Mapping[str, str],
    signed: Mapping[tuple[str, str], str],
) -> tuple[HistoryEntry, ...]:
    """What was said, in order of time; one saying that many documents report is one entry."""
    groups: list[list[ClaimEntry]] = []
    latest: dict[tuple[str | None, ...], list[ClaimEntry]] = {}
    for claim in sorted(claims, key=_by_time):
        voice = claim.by or (claim.label and witnesses.source_of(claim.document)) or None
        key = (claim.status, voice, claim.party, str(claim.said))
        group = latest.get(key)
        if group is not None and _is_near(group[0], claim):
            group.append(claim)
        else:
            latest[key] = [claim]
            groups.append(latest[key])
    entries = [_entry(group, witnesses, names, signed) for group in groups]
    return tuple(sorted(entries, key=_entry_order))


def _by_time(claim: ClaimEntry) -> tuple[str, str, str]:
    return claim.date or "9999", claim.document, claim.id.rjust(8)


def _entry_order(entry: HistoryEntry) -> tuple[str, bool, str, str]:
    """By day; on one day named parties speak last, so that theirs is the latest word."""
    return entry.date or "0000", entry.party is not None, entry.document, entry.claim.rjust(8)


def _is_near(one: ClaimEntry, other: ClaimEntry) -> bool:
    first, second = days_of(one.date), days_of(other.date)
    return first is None or second is None or first.gap(second) <= _SAME_SAYING


def _entry(
    group: Sequence[ClaimEntry],
    witnesses: Witnesses,
    names: Mapping[str, str],
    signed: Mapping[tuple[str, str], str],
) -> HistoryEntry:
    first = min(group, key=lambda claim: (*_reported(claim, witnesses), claim.id.rjust(8)))
    documents = sorted({claim.document for claim in group} - {first.document})
    heard = {
        witnesses.witness_of(claim.document, [agency for name in claim.via if (agency := agency_called(name))])
        for claim in group
    }
    return HistoryEntry(
        date=first.date,
        status=first.status,
        by=first.by,
        name=names.get(first.by, first.by) if first.by else first.label,
        party=first.party,
        via=first.via,
        document=first.document,
        claim=f"{first.document}:{first.id}",
        evidence=first.evidence,
        certainty=first.certainty,
        condition=first.condition,
        reported=witnesses.published(first.document),
        documents=(first.document, *documents),
        sources=len(heard),
        decided_by=next((signed[key] for claim in group if (key := (claim.document, claim.id)) in signed), None),
    )


def _reported(claim: ClaimEntry, witnesses: Witnesses) -> tuple[str, bool, str]:
    """The earliest report first, originals before copies."""
    published = witnesses.published(claim.document) or "9999"
    return published, not witnesses.is_original(claim.document), claim.document
