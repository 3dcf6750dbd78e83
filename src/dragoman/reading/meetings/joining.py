"""Which encounters tell of one meeting.

Two encounters are the same round unless something excludes it: another date, another place, other parties, or words such as
*a new round*. Where several rounds fit, it is the one with which most is shared, the latest of equals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.reading.found import FoundTime, Mention
from dragoman.reading.meetings.meetings import Encounter
from dragoman.registry import load_registry

# so much must be shared for what is held and what is planned to be one
_ALIKE = 4
_DAY = 10
_FAR = 2
_CALLED_OFF = {"planned", "cancelled"}
_NOT_APART = frozenset(("held", "under-way"))


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
    status: str = ""
    again: bool = False

    @property
    def is_aside(self) -> bool:
        """True where nothing but calls and visits tell of it."""
        return all(encounter.aside for encounter in self.encounters)


def join_encounters(encounters: Sequence[Encounter]) -> list[Meeting]:
    """The meetings of which the encounters tell, in the order in which they are first told."""
    meetings: list[Meeting] = []
    for encounter in encounters:
        fitting = [(_likeness(meeting, encounter), order, meeting) for order, meeting in enumerate(meetings)]
        fitting = [choice for choice in fitting if _compatible(choice[2], encounter)]
        if fitting:
            _join(max(fitting, key=lambda choice: choice[:2])[2], encounter)
        else:
            meeting = Meeting()
            _join(meeting, encounter)
            meetings.append(meeting)
    return meetings


def _likeness(meeting: Meeting, encounter: Encounter) -> int:
    """How much the two share."""
    shared = 0
    if meeting.date and encounter.date:
        shared += 3 if meeting.date.value[:10] == encounter.date.value[:10] else 1
    if meeting.place and encounter.place:
        shared += 2 if place_key(meeting.place) == place_key(encounter.place) else 1
    if meeting.parties and encounter.parties:
        shared += 2 if set(meeting.parties) == set(encounter.parties) else 1
    if (
        encounter.status == meeting.status
        and encounter.anchor.entry.value == meeting.encounters[0].anchor.entry.value
        and encounter.anchor.entry.value == "summit"
    ):
        shared += 1
    return shared


def _compatible(meeting: Meeting, encounter: Encounter) -> bool:
    if encounter.again and encounter.status != "held" and not meeting.again:
        return False
    if meeting.date and encounter.date and not _same_date(meeting.date.value, encounter.date.value):
        return False
    if meeting.place and encounter.place and not _same_place(meeting.place, encounter.place):
        return False
    if meeting.parties and encounter.parties and not _nested(meeting.parties, encounter.parties):
        return False
    if _is_other_kind(meeting, encounter) or _heads_differ(meeting, encounter) or _is_far(meeting, encounter):
        return False
    if (
        meeting.status
        and encounter.status
        and meeting.status != encounter.status
        and encounter.weight >= 2
        and {meeting.status, encounter.status} != _NOT_APART
        and not (_CALLED_OFF == {meeting.status, encounter.status} and not encounter.again)
    ):
        return bool(meeting.date and encounter.date) or not encounter.again and _likeness(meeting, encounter) >= _ALIKE
    return True


def _nested(first: Sequence[str], second: Sequence[str]) -> bool:
    return set(first) <= set(second) or set(second) <= set(first)


def _heads_differ(meeting: Meeting, encounter: Encounter) -> bool:
    """True where two persons stand for one party, and no day shows that they met together."""
    if meeting.date and encounter.date and len(meeting.date.value) >= 10 and len(encounter.date.value) >= 10:
        return False
    summit = any(told.anchor.entry.value == "summit" for told in (encounter, *meeting.encounters))
    differing = sum(meeting.heads.get(party, head) != head for party, head in encounter.heads.items())
    return differing >= (1 if summit else 2)


def _is_other_kind(meeting: Meeting, encounter: Encounter) -> bool:
    """True for a summit that lies ahead and talks that do not, where no date makes them one."""
    if encounter.weight < 2 or meeting.date and encounter.date or meeting.status == encounter.status:
        return False
    summits = [told.anchor.entry.value == "summit" for told in meeting.encounters if told.weight]
    is_summit = encounter.anchor.entry.value == "summit"
    return (
        bool(summits)
        and (any(summits) and not is_summit or is_summit and not any(summits))
        and "planned"
        in (
            meeting.status,
            encounter.status,
        )
    )


def _is_far(meeting: Meeting, encounter: Encounter) -> bool:
    """True where nothing is shared, and the sides, known of one alone, are told at another end of the article."""
    if encounter.weight < 2 or bool(meeting.parties) == bool(encounter.parties) or _likeness(meeting, encounter):
        return False
    return all(abs(encounter.number - told.number) > _FAR for told in meeting.encounters)


def _same_date(first: str, second: str) -> bool:
    shorter, longer = sorted((first[:10], second[:10]), key=len)
    return longer.startswith(shorter) or _week_of(longer) == shorter or _week_of(shorter) == longer


def _goes_on_from(meeting: Meeting, encounter: Encounter) -> bool:
    """True for a mere mention of the meeting that was told right before."""
    return encounter.weight == 0 and 0 <= encounter.number - meeting.encounters[-1].number <= 1


def _week_of(value: str) -> str | None:
    """The week in which a day lies."""
    return f"{date.fromisoformat(value):%G-W%V}" if len(value) == _DAY and value[5] != "W" else None


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
    dates = encounter.date is not None and meeting.date is None and encounter.status not in ("", "held")
    if not meeting.status or dates and meeting.status != "cancelled":
        meeting.status = encounter.status
    elif encounter.status == "cancelled" and (meeting.status == "planned" or _goes_on_from(meeting, encounter)):
        meeting.status = "cancelled"
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
