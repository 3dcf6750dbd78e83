"""What the makers of TIMEX3 values share: the frame that values are counted from, and the year of a month.

A maker takes a match and the frame in which it stands and gives the times; it gives none where the words make no date.
The makers are in dates.py, periods.py and lengths.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.reading.found import FoundTime
from dragoman.reading.times import calendar
from dragoman.reading.times.grammar import Match

NARRATIVE_REACH = 90
RECENT_DAYS = 21
FINE_UNITS = frozenset(("hour", "minute", "second"))


@dataclass
class Frame:
    """What the values are counted from: the day of publication, the text's outlook, and what was told before."""

    published: date | None
    outlook_at: Callable[[int, int], str | None]
    prefer: str = "past"
    month: tuple[int, int] | None = None
    month_token: int = -NARRATIVE_REACH
    told: bool = False
    year: int | None = None
    day: str | None = None
    day_token: int = 0

    def remember(self, found: FoundTime, told: bool) -> None:
        """Keep the month and the day for expressions that lean on them."""
        value = found.value
        if value[:4].isdecimal():
            self.year = int(value[:4])
        if value[:4].isdecimal() and value[4:5] == "-" and value[5:7].isdecimal():
            self.month = int(value[:4]), int(value[5:7])
            self.month_token, self.told = found.end, told
        if len(value) >= 10 and value[4] == "-" and value[7] == "-" and "/" not in value:
            self.day, self.day_token = value[:10], found.end


Maker = Callable[[Match, Frame], Iterator[FoundTime]]


def make_time(match: Match, value: str | None, kind: str = "DATE", mod: str | None = None) -> Iterator[FoundTime]:
    """The time that the words of a match stand for; none without a value."""
    if value is not None:
        yield FoundTime(
            start=match.start, end=match.end, type=kind, value=value, mod=mod or _mod(match), rule=match.rule.id
        )


def _mod(match: Match) -> str | None:
    for name in ("time-part", "time-bound"):
        if name in match.slots:
            return str(match.slots[name].value)
    return match.rule.settings.get("mod")


def integer(match: Match, slot: str) -> int | None:
    """The number in a slot, None where it is empty."""
    item = match.slots.get(slot)
    return None if item is None else int(item.value)


def on_day(match: Match, value: str | None) -> Iterator[FoundTime]:
    """The day, or with a part of it the evening, morning… of that day."""
    part = match.slots.get("day-part")
    if value is not None and "clock" in match.slots and len(value) == 10:
        yield from make_time(match, value + "T" + str(match.slots["clock"].value), "TIME")
    elif part is None or value is None:
        yield from make_time(match, value)
    else:
        yield from make_time(match, f"{value}T{part.value}", "TIME")


def choose_year(match: Match, frame: Frame, month: int, day: int | None) -> int | None:
    """The year of a month: the one given, the one pointed at, the one told of, or the nearest to publication."""
    year = integer(match, "year")
    if year is not None:
        return year
    if "same" in match.slots:
        return frame.year
    if frame.published is None:
        return None
    relative = integer(match, "year-direction")
    if relative is not None:
        return frame.published.year + relative
    direction = integer(match, "time-direction")
    if direction is not None:
        return calendar.directed_year(frame.published, month, day, direction)
    outlook = frame.outlook_at(match.start, match.end)
    if outlook is None and frame.prefer == "future":
        outlook = "future"
    nearest = calendar.nearest_year(frame.published, month, day, outlook)
    told = frame.month
    if (
        told is None
        or not frame.told
        or outlook == "future"
        or month < told[1]
        or match.start - frame.month_token > NARRATIVE_REACH
    ):
        return nearest
    recent = date(nearest, month, min(day or 1, 28))
    return nearest if 0 <= (frame.published - recent).days <= RECENT_DAYS else told[0]
