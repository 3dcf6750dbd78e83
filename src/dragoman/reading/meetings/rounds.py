"""Which meetings the article reports: what several sentences say of one meeting becomes one round.

Two encounters are the same round unless something excludes it: another date, another place, other parties, or words such as
*a new round*. Delegations named without a meeting word join the round before them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.reading.found import FoundRound, FoundStatement, FoundTime, Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.meetings.meetings import Encounter, find_encounters
from dragoman.reading.meetings.parties import party_of
from dragoman.reading.speech.speakers import Mentions
from dragoman.registry import load_registry

# how long the value of a day is
_DAY = 10

# how far after a verb of saying its own date may stand
_CLOSING = 4


@dataclass
class Meeting:
    """A round in the making."""

    encounters: list[Encounter] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    mediators: list[str] = field(default_factory=list)
    date: FoundTime | None = None
    place: Mention | None = None
    duration: FoundTime | None = None
    status: str = "held"
    again: bool = False


def find_rounds(
    article: Article,
    mentions: Sequence[Mention],
    times: Sequence[FoundTime],
    statements: Sequence[FoundStatement],
    skipped: bytearray,
) -> tuple[FoundRound, ...]:
    """The rounds of the article, in the order in which they are first told."""
    index = Mentions(mentions)
    # a date between a verb of saying and what is said is that of the saying
    saying = {token for s in statements for token in _saying(s)}
    encounters = find_encounters(article, index, [time for time in times if time.start not in saying], skipped)
    usual = _usual_parties(encounters) or _delegations(index)
    meetings: list[Meeting] = []
    for encounter in encounters:
        _place_encounter(meetings, encounter)
    _add_heads(article, index, meetings, skipped)
    for meeting in meetings:
        if len(meeting.parties) < 2 and not {party for e in meeting.encounters for party in e.others} - set(usual):
            meeting.parties = list(usual)
    return tuple(_found(meeting, times) for meeting in meetings if _is_round(meeting))


def _saying(statement: FoundStatement) -> range:
    """The tokens between a verb of saying and what is said, or right after a verb that closes what was said."""
    if statement.cue_start is None or statement.cue_end is None:
        return range(0)
    if statement.end <= statement.cue_start:
        return range(statement.cue_start, statement.cue_end + _CLOSING)
    return range(statement.cue_start, statement.start)


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


def _place_encounter(meetings: list[Meeting], encounter: Encounter) -> None:
    """Join the encounter to the meeting that it tells of, or begin a new one."""
    for meeting in reversed(meetings):
        if _compatible(meeting, encounter):
            _join(meeting, encounter)
            return
    meeting = Meeting()
    _join(meeting, encounter)
    meetings.append(meeting)


def _compatible(meeting: Meeting, encounter: Encounter) -> bool:
    if encounter.again and encounter.status != "held" and not meeting.again:
        return False
    if meeting.date and encounter.date and not _same_date(meeting.date.value, encounter.date.value):
        return False
    if meeting.place and encounter.place and not _same_place(meeting.place, encounter.place):
        return False
    if (
        meeting.parties
        and encounter.parties
        and not (set(encounter.parties) <= set(meeting.parties) or set(meeting.parties) <= set(encounter.parties))
    ):
        return False
    if (
        meeting.status != encounter.status
        and encounter.weight >= 2
        and {meeting.status, encounter.status} != {"held", "under-way"}
    ):
        return bool(meeting.date and encounter.date)
    return True


def _same_date(first: str, second: str) -> bool:
    shorter, longer = sorted((first[:10], second[:10]), key=len)
    return longer.startswith(shorter)


def _same_place(first: Mention, second: Mention) -> bool:
    """True for the same town, and for a town and its country."""
    if place_key(first) == place_key(second):
        return True
    return first.kind != second.kind and country_of_place(first) == country_of_place(second) is not None


def place_key(place: Mention) -> str:
    """What tells one place from another: the place's id, for a capital that of the town."""
    if place.kind == "place" and place.actor:
        capital = load_registry().capital_of(place.actor)
        return capital.id if capital else place.actor
    return place.name if place.kind == "place" else place.actor or place.name


def country_of_place(place: Mention) -> str | None:
    """The country in which a place lies, as a code."""
    if place.actor:
        return place.actor.removeprefix("country/")
    known = load_registry().place_index.get(place.name)
    return known.country if known else None


def _join(meeting: Meeting, encounter: Encounter) -> None:
    if not meeting.encounters or encounter.date is not None and meeting.date is None and encounter.status != "held":
        meeting.status = encounter.status
    meeting.encounters.append(encounter)
    if len(encounter.parties) > len(meeting.parties):
        meeting.parties = list(encounter.parties)
    for party, head in encounter.heads.items():
        meeting.heads.setdefault(party, head)
    meeting.mediators.extend(m for m in encounter.mediators if m not in meeting.mediators)
    if meeting.date is None or encounter.date is not None and len(encounter.date.value) > len(meeting.date.value):
        meeting.date = encounter.date or meeting.date
    if (
        meeting.place is None
        or encounter.place is not None
        and meeting.place.kind == "country"
        and encounter.place.kind == "place"
    ):
        meeting.place = encounter.place or meeting.place
    meeting.duration = meeting.duration or encounter.duration
    meeting.again = meeting.again or encounter.again


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


def _is_round(meeting: Meeting) -> bool:
    """True where enough is known to speak of a meeting of parties, and not merely of talks."""
    slots = (meeting.date, meeting.place, meeting.duration)
    known = sum(slot is not None for slot in slots)
    return len(meeting.parties) >= 2 and (known > 0 or len(meeting.heads) >= 2) or known >= 2


def _days(first: FoundTime | None, times: Sequence[FoundTime]) -> str | None:
    """The value of a round's date; two days named together (on the 23rd and 24th) are an interval."""
    if first is None:
        return None
    value = first.value.split("T")[0]
    following = next((time for time in times if first.end <= time.start <= first.end + 1), None)
    if following is None or len(value) != _DAY or len(following.value) != _DAY or following.value[:8] != value[:8]:
        return value
    return f"{value}/{following.value}" if following.value > value else value


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
        status=meeting.status,
        evidence=tuple(
            dict.fromkeys((encounter.sentence.start, encounter.sentence.end) for encounter in meeting.encounters)
        ),
        rule=next((encounter.rule for encounter in meeting.encounters if encounter.rule), "round.context"),
    )
