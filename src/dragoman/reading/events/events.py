"""Events: who did what to whom, and whether it happened.

Four sources, in this order: rounds of talks, acts of speech, finite verbs, nouns of action that something asserts. Saying is
no event, the place of an event is no party to it, and an event told twice is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.events.clauses import Telling
from dragoman.reading.events.nouns import events_of_nouns
from dragoman.reading.events.reports import events_of_rounds, events_of_statements
from dragoman.reading.events.subject_first.deeds import events_of_deeds
from dragoman.reading.events.verbs import events_of_verbs
from dragoman.reading.found import FoundEvent, FoundRound, FoundStatement, FoundTime, Mention
from dragoman.reading.layout.article import Article


def find_events(
    article: Article,
    mentions: Sequence[Mention],
    times: Sequence[FoundTime],
    statements: Sequence[FoundStatement],
    rounds: Sequence[FoundRound],
    skipped: bytearray,
) -> tuple[FoundEvent, ...]:
    """All events of the article's body, in order of place; none where the language has no rules for them."""
    if "events" not in article.pack.rules:
        return ()
    telling = Telling(article, mentions, times, statements, skipped)
    meetings = events_of_rounds(telling, tuple(rounds))
    acts = events_of_statements(telling)
    if telling.settings.get("verb_first"):
        cues = frozenset(
            s.cue_start for s in statements if s.cue_start is not None and s.act in telling.settings["acts"]
        )
        verbal = [event for event in events_of_verbs(telling, cues) if not _is_round(event, meetings)]
        nominal = events_of_nouns(telling, verbal)
    else:
        verbal = [event for event in events_of_deeds(telling) if not _is_round(event, meetings)]
        nominal = []
    return tuple(sorted(merged([*meetings, *acts, *verbal, *nominal]), key=lambda event: (event.start, event.end)))


def _is_round(event: FoundEvent, meetings: Sequence[FoundEvent]) -> bool:
    """True for a meeting that a round tells already."""
    if event.event_type != "CONSULT" or event.event_mode in ("visit", "phone"):
        return False
    parties = {*event.actors, *event.recipients}
    return any(
        (parties <= set(meeting.actors) or parties >= set(meeting.actors)) and _overlap(event, meeting)
        for meeting in meetings
    )


def _overlap(event: FoundEvent, meeting: FoundEvent) -> bool:
    places = ((meeting.start, meeting.end), *meeting.further)
    return any(start < event.end and event.start < end for start, end in places)


def merged(events: Sequence[FoundEvent]) -> list[FoundEvent]:
    """The events, those told several times once, with every place that tells them."""
    kept: list[FoundEvent] = []
    for event in events:
        for index, known in enumerate(kept):
            if _is_same(known, event):
                kept[index] = replace(
                    known,
                    date=known.date or event.date,
                    place=known.place or event.place,
                    further=tuple(dict.fromkeys((*known.further, (event.start, event.end), *event.further))),
                )
                break
        else:
            kept.append(event)
    return kept


def _is_same(first: FoundEvent, second: FoundEvent) -> bool:
    if (
        first.event_type != second.event_type
        or first.event_mode != second.event_mode
        or first.reality != second.reality
    ):
        return False
    if set(first.actors) != set(second.actors) or set(first.recipients) != set(second.recipients):
        return False
    return first.date is None or second.date is None or first.date[:10] == second.date[:10]
