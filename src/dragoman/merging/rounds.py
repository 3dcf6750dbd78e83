"""The rounds of a ledger: mentions grouped into meetings, every slot with all its values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.merging import slots
from dragoman.merging.anchoring import find_anchored
from dragoman.merging.encounters import Encounter, group_mentions
from dragoman.merging.ranges import days_of
from dragoman.merging.sources import Witnesses
from dragoman.model.ledger import Decision, RoundMention
from dragoman.model.merged import MergedRound, Quote, SlotValue

_CONFLICTS = {
    "date": slots.dates_conflict,
    "place": slots.places_conflict,
    "duration": slots.durations_conflict,
    "delegations": slots.heads_conflict,
    "status": slots.statuses_conflict,
}
_MOST_QUOTES = 3


def merge_rounds(
    mentions: Iterable[RoundMention], witnesses: Witnesses, decisions: Sequence[Decision] = ()
) -> tuple[MergedRound, ...]:
    """The meetings of all sets of parties, by parties and time."""
    by_parties: dict[tuple[str, ...], list[RoundMention]] = {}
    for mention in mentions:
        by_parties.setdefault(mention.parties, []).append(mention)
    merged: list[MergedRound] = []
    for _, group in sorted(by_parties.items()):
        used: dict[str, int] = {}
        for encounter in group_mentions(group, decisions):
            merged.append(_round(encounter, witnesses, decisions, used))
    return tuple(merged)


def party_key(parties: Iterable[str]) -> str:
    """Parties as a part of an id."""
    return "+".join(party.replace("/", ".") for party in parties)


def _round(
    encounter: Encounter, witnesses: Witnesses, decisions: Sequence[Decision], used: dict[str, int]
) -> MergedRound:
    mentions = encounter.mentions
    filled = {
        "mediators": slots.collect_values(mentions, slots.mediators_told, witnesses),
        "date": slots.collect_values(mentions, slots.dates_told, witnesses),
        "place": slots.collect_values(mentions, slots.places_told, witnesses),
        "venue": slots.collect_values(mentions, slots.venues_told, witnesses),
        "duration": slots.collect_values(mentions, slots.durations_told, witnesses),
        "delegations": slots.collect_values(mentions, slots.heads_told, witnesses),
        "status": slots.collect_values(mentions, slots.statuses_told, witnesses),
    }
    conflict = tuple(name for name, test in _CONFLICTS.items() if test(filled[name]))
    _correct(filled, mentions, decisions)
    documents = {mention.document: mention.published or "9999" for mention in mentions}
    return MergedRound(
        id=_identify(encounter, filled["date"], used),
        parties=mentions[0].parties,
        conflict=conflict,
        documents=tuple(sorted(documents, key=lambda item: (documents[item], item))),
        sources=witnesses.count(documents),
        evidence=_quotes(mentions),
        decisions=tuple(encounter.joinings),
        **filled,
    )


def _identify(encounter: Encounter, dates: Sequence[SlotValue], used: dict[str, int]) -> str:
    days = next((days for value in dates if (days := days_of(value.value)) and days.length <= 5), None)
    first = min((mention.published or "undated" for mention in encounter.mentions), default="undated")
    vague = next((value.value for value in dates if days_of(value.value) and "/" not in value.value), f"open-{first}")
    when = days.first.isoformat() if days else vague
    base = f"round/{party_key(encounter.mentions[0].parties)}/{when}"
    used[base] = used.get(base, 0) + 1
    return base if used[base] == 1 else f"{base}-{used[base]}"


def _quotes(mentions: Sequence[RoundMention]) -> tuple[Quote, ...]:
    return tuple(
        Quote(document=mention.document, start=words.start, end=words.end, text=words.text)
        for mention in mentions
        for words in mention.evidence[:_MOST_QUOTES]
    )


def _correct(
    filled: dict[str, tuple[SlotValue, ...]], mentions: Sequence[RoundMention], decisions: Sequence[Decision]
) -> None:
    """Put a person's values first; what the documents say stays behind them."""
    for decision in decisions:
        if decision.kind != "correct" or decision.layer != "round" or not find_anchored(decision.anchors, mentions):
            continue
        for slot, value in decision.changes:
            name, _, party = slot.partition(":")
            name = "delegations" if name == "head" else name
            if name not in filled:
                continue
            told = SlotValue(
                value=value,
                documents=(),
                sources=0,
                first_reported=None,
                party=party or None,
                decided_by=decision.person or "person",
            )
            others = tuple(item for item in filled[name] if (item.value, item.party) != (value, party or None))
            confirmed = next(
                (item for item in filled[name] if (item.value, item.party) == (value, party or None)), None
            )
            first = replace(confirmed, decided_by=told.decided_by) if confirmed else told
            filled[name] = (first, *others)
