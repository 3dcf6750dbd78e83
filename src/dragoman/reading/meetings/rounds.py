"""Which meetings the article reports: what several sentences say of one meeting becomes one round.

Delegations named without a meeting word join the round before them. What is only talked about (talks in general, years of
them, a call or a visit without talks) is no round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.reading.found import FoundRound, FoundStatement, FoundTime, Mention
from dragoman.reading.layout.article import Article, within
from dragoman.reading.meetings.joining import Meeting, join_encounters
from dragoman.reading.meetings.journeys import name_delegations
from dragoman.reading.meetings.meetings import Encounter, find_encounters
from dragoman.reading.meetings.parties import party_of
from dragoman.reading.speech.speakers import Mentions

# how long the value of a day is
_DAY = 10
# how far after a verb of saying its own date may stand
_CLOSING = 4
# words of the titles of those who negotiate for a party
_NEGOTIATES = frozenset(("representative", "negotiator"))


def find_rounds(
    article: Article,
    mentions: Sequence[Mention],
    times: Sequence[FoundTime],
    statements: Sequence[FoundStatement],
    skipped: bytearray,
) -> tuple[FoundRound, ...]:
    """The rounds of the article, in the order in which they are first told."""
    index = Mentions(name_delegations(mentions))
    saying = {token for statement in statements for token in _saying(article, statement)}
    encounters = find_encounters(article, index, [time for time in times if time.start not in saying], skipped)
    usual = _usual_parties(encounters)
    if not usual and not any(len(encounter.parties) >= 2 for encounter in encounters):
        usual = _delegations(index)
    meetings = join_encounters(encounters)
    _add_heads(article, index, meetings, skipped)
    _add_representatives(index, meetings)
    for meeting in meetings:
        if len(meeting.parties) < 2 and not {party for e in meeting.encounters for party in e.others} - set(usual):
            meeting.parties = list(usual)
    is_dated = any(meeting.date is not None for meeting in meetings)
    return tuple(_found(meeting, times) for meeting in meetings if _is_round(meeting, is_dated))


def _saying(article: Article, statement: FoundStatement) -> range:
    """The tokens between a verb of saying and what is said, or right after a verb that closes what was said.

    A date that stands there is that of the saying, unless a word of meeting comes before it.
    """
    if statement.cue_start is None or statement.cue_end is None:
        return range(0)
    if statement.end <= statement.cue_start:
        return range(statement.cue_start, statement.cue_end + _CLOSING)
    told = article.hits_within("encounter", statement.cue_start, statement.start)
    return range(statement.cue_start, told[0].start if told else statement.start)


def _usual_parties(encounters: list[Encounter]) -> tuple[str, ...]:
    """The parties that the article's meetings mostly have."""
    counted = Counter(frozenset(encounter.parties) for encounter in encounters if len(encounter.parties) >= 2)
    if not counted:
        return ()
    best, times = counted.most_common(1)[0]
    if times * 5 < sum(counted.values()) * 3:
        return ()
    return next(tuple(encounter.parties) for encounter in encounters if set(encounter.parties) == best)


def _delegations(index: Mentions) -> tuple[str, ...]:
    """The parties that sent delegations, where they are two or three."""
    sent = dict.fromkeys(party for m in index.all if m.name == "delegation" and (party := party_of(m)) is not None)
    return tuple(sent) if 2 <= len(sent) <= 3 else ()


def _add_heads(article: Article, index: Mentions, meetings: list[Meeting], skipped: bytearray) -> None:
    """Heads named by *led by* and *headed*: they belong to the meeting told last before."""
    for hit in article.by_kind.get("heads", ()):
        if skipped[hit.start]:
            continue
        meeting = next((m for m in reversed(meetings) if m.encounters[0].sentence.start <= hit.start), None)
        if meeting is None:
            continue
        following = index.between(hit.end, hit.end + 22)
        people = [m for m in following if m.kind == "person" and m.actor]
        side = (
            next((m for m in following if m.rule == "side.with-country"), None) if hit.entry.value == "verb" else None
        )
        if not people or side is not None and people[0].start < side.start:
            continue
        before = [m for m in index.between(hit.start - 10, hit.start) if party_of(m)]
        party = party_of(side) if side else party_of(people[0]) or (party_of(before[-1]) if before else None)
        if party is not None:
            meeting.heads.setdefault(party, people[0].actor or "")


def _add_representatives(index: Mentions, meetings: list[Meeting]) -> None:
    """Those called the representative or negotiator of a party: they speak for it at the meeting most told of."""
    sides = [meeting for meeting in meetings if len(meeting.parties) >= 2 and not meeting.is_aside]
    if not sides:
        return
    meeting = max(sides, key=lambda meeting: len(meeting.encounters))
    for mention in index.all:
        if mention.kind != "person" or mention.actor is None or not _NEGOTIATES & set((mention.title or "").split()):
            continue
        party = party_of(mention)
        if party in meeting.parties and party is not None:
            meeting.heads.setdefault(party, mention.actor)


def _is_series(meeting: Meeting) -> bool:
    """True for talks that nothing but their town tells apart."""
    told = [encounter for encounter in meeting.encounters if encounter.weight]
    dated = meeting.date or meeting.duration or meeting.heads
    return (
        not dated and all(encounter.series or not encounter.place for encounter in told) and meeting.place is not None
    )


def _is_round(meeting: Meeting, is_dated: bool) -> bool:
    """True where enough is known to speak of a meeting of parties, and not merely of talks."""
    if meeting.is_aside or is_dated and _is_series(meeting):
        return False
    slots = (meeting.date, meeting.place, meeting.duration)
    known = sum(slot is not None for slot in slots)
    sides = len(meeting.parties) + bool(meeting.mediators)
    return sides >= 2 and (known > 0 or len(meeting.heads) >= 2) or known >= 2


def _found(meeting: Meeting, times: Sequence[FoundTime]) -> FoundRound:
    parties = tuple(party for party in meeting.parties if party not in meeting.mediators)
    return FoundRound(
        parties=parties,
        mediators=tuple(meeting.mediators),
        date=meeting.date,
        date_value=_days(meeting.date, times),
        place=meeting.place,
        duration=meeting.duration,
        heads=tuple((party, head) for party, head in meeting.heads.items() if party in parties),
        status=meeting.status or "held",
        evidence=tuple(
            dict.fromkeys((encounter.sentence.start, encounter.sentence.end) for encounter in meeting.encounters)
        ),
        rule=next((encounter.rule for encounter in meeting.encounters if encounter.rule), "round.context"),
    )


def _days(first: FoundTime | None, times: Sequence[FoundTime]) -> str | None:
    """The value of a round's date; two days named together (on the 23rd and 24th) are an interval."""
    if first is None:
        return None
    value = first.value.split("T")[0]
    following = next(iter(within(times, first.end, first.end + 2)), None)
    if following is None or len(value) != _DAY or len(following.value) != _DAY or following.value[:8] != value[:8]:
        return value
    return f"{value}/{following.value}" if following.value > value else value
