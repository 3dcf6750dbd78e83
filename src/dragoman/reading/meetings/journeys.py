"""Who goes where and when: a meeting told beside a journey has its day and its place.

A delegation named once is the one meant by *the delegation* afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.reading.found import FoundTime, Mention
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.meetings.moments import is_date
from dragoman.reading.meetings.parties import is_mediator, outermost, party_of
from dragoman.reading.meetings.places import goal_of
from dragoman.reading.meetings.scenes import Borders, subjects
from dragoman.reading.speech.speakers import Mentions

_FURTHEST, _BEFORE, _DAY = 18, 12, 20
_DELEGATION = "delegation"
_OF_DELEGATION = 3


@dataclass(frozen=True, kw_only=True)
class Journey:
    """Somebody goes somewhere, perhaps on a day that is told."""

    number: int
    traveller: str
    place: Mention
    date: FoundTime | None


def find_journeys(
    article: Article, borders: Borders, mentions: Mentions, times: Sequence[FoundTime], sentence: Range, number: int
) -> list[Journey]:
    """The journeys that one sentence tells of."""
    found = []
    for hit in borders.hits("travels", sentence.start, sentence.end):
        around = mentions.between(max(sentence.start, hit.start - _BEFORE), min(sentence.end, hit.end + _FURTHEST))
        place = goal_of(article, [m for m in around if m.start >= hit.end], hit)
        travellers = [m for m in subjects(outermost(around)) if m.kind != "place" and m is not place]
        after = [m for m in travellers if hit.end <= m.start and (place is None or m.end <= place.start)]
        before = [m for m in travellers if m.end <= hit.start]
        chosen = after[:1] or before[-1:]
        if place is None or not chosen:
            continue
        traveller = chosen[0].actor if is_mediator(chosen[0]) else party_of(chosen[0])
        if traveller is None:
            continue
        days = [
            time
            for time in times
            if is_date(time) and -4 <= time.start - hit.start <= _DAY and not borders.opens_clause(hit.end, time.start)
        ]
        found.append(Journey(number=number, traveller=traveller, place=place, date=days[0] if days else None))
    return found


def name_delegations(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, *the delegation* being the one that was named before, or that is said to come from somebody."""
    found: list[Mention] = []
    last: str | None = None
    for index, mention in enumerate(mentions):
        if mention.name == _DELEGATION:
            following = mentions[index + 1] if index + 1 < len(mentions) else None
            if mention.actor is None and following is not None and _comes_from(mention, following):
                mention = replace(mention, actor=following.actor, kind=following.kind)
            elif mention.actor is None and last is not None:
                mention = replace(mention, actor=last, kind="group" if last.startswith("group/") else "country")
            last = mention.actor or last
        found.append(mention)
    return found


def _comes_from(delegation: Mention, mention: Mention) -> bool:
    """True for the country or group right after a delegation: a delegation of the opposition."""
    return (
        mention.kind in ("country", "group")
        and mention.actor is not None
        and not mention.adjectival
        and 0 <= mention.start - delegation.end < _OF_DELEGATION
    )
