"""Makers of periods longer than a day: weeks, months and years pointed at, seasons, quarters, decades, centuries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dragoman.reading.found import FoundTime
from dragoman.reading.times import calendar
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.timex import FINE_UNITS, NARRATIVE_REACH, Frame, integer, make_time, on_day

_SATURDAY = 6


def make_relative(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """Last week, this month, next year, the end of the month; with `from: told`, counted from the day told of last."""
    unit = str(match.slots["unit"].value)
    direction = integer(match, "time-direction")
    if unit in FINE_UNITS:
        return
    near = match.start - frame.month_token <= NARRATIVE_REACH
    if unit == "month" and direction is None and frame.told and frame.month and near:
        yield from make_time(match, calendar.day_value(*frame.month, None))
        return
    base = frame.published
    if match.rule.settings.get("from") == "told" and near and frame.day is not None and frame.day[:4].isdecimal():
        base = date.fromisoformat(frame.day)
    if match.rule.settings.get("part") == "WE":
        yield from _make_weekend(match, frame, direction)
        return
    yield from on_day(match, calendar.shifted(base, unit, direction or 0))


def _make_weekend(match: Match, frame: Frame, direction: int | None) -> Iterator[FoundTime]:
    """The weekend pointed at; without a pointer the last one, or the coming one where the text looks ahead."""
    published = frame.published
    if direction is None and published is not None:
        ahead = frame.outlook_at(match.start, match.end) == "future"
        direction = 0 if ahead or published.isoweekday() >= _SATURDAY else -1
    week = calendar.shifted(published, "week", direction or 0)
    yield from make_time(match, f"{week}-WE" if week is not None else "XXXX-WXX-WE")


def make_season(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A season of a year given or pointed at."""
    season = match.slots["season"].value
    year = integer(match, "year")
    if year is None:
        published = frame.published
        if published is None:
            yield from make_time(match, f"XXXX-{season}")
            return
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[str(season)]
        direction = integer(match, "time-direction")
        year = (
            calendar.directed_year(published, middle, None, direction)
            if direction
            else calendar.nearest_year(published, middle, None, None)
        )
    yield from make_time(match, f"{year}-{season}")


def make_decade(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """The seventies, of the last century unless said otherwise."""
    value = int(match.slots["decade"].value)
    century = integer(match, "century")
    yield from make_time(
        match, f"{value // 10:03d}" if value > 99 else f"{19 if century is None else century - 1}{value // 10}"
    )


def make_century(match: Match, _: Frame) -> Iterator[FoundTime]:
    """The nineteenth century."""
    yield from make_time(match, f"{int(match.slots['ordinal'].value) - 1:02d}")


def make_quarter(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A quarter or half of a year given or pointed at."""
    number = int(match.slots["ordinal"].value)
    letter, most = ("H", 2) if match.rule.settings.get("of") == "half" else ("Q", 4)
    year = integer(match, "year")
    if year is None and frame.published is not None:
        year = frame.published.year + (integer(match, "time-direction") or 0)
    if 1 <= number <= most:
        yield from make_time(match, f"{'XXXX' if year is None else year}-{letter}{number}")


def make_same(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """The same year or month as the one named last."""
    if match.slots["unit"].value == "year" and frame.year is not None:
        yield from make_time(match, f"{frame.year:04d}")
    elif match.slots["unit"].value == "month" and frame.month is not None:
        yield from make_time(match, calendar.day_value(*frame.month, None))
