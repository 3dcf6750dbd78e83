"""Makers of lengths of time: durations, distances from publication, repetitions."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.found import FoundTime
from dragoman.reading.times import calendar
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.timex import FINE_UNITS, Frame, make_time


def _length(match: Match) -> tuple[str | None, int | float | None, str]:
    """The duration, and how many of which unit it is."""
    unit = str(match.slots["unit"].value)
    part = match.slots.get("fraction")
    half = match.rule.settings.get("plus") == "half" or (part is not None and float(part.value) == 0.5)
    if "number" in match.slots:
        number = match.slots["number"].value
        count: int | float | None = number if isinstance(number, (int, float)) else int(number)
    elif "alone" in match.slots:
        return calendar.fraction(float(match.slots["alone"].value), unit), float(match.slots["alone"].value), unit
    else:
        counted = match.rule.settings.get("count", "1")
        count = None if counted == "X" else int(counted)
    if part is not None and not half and count is not None and unit == "hour":
        return f"PT{count:g}H{round(float(part.value) * 60)}M", count + float(part.value), unit
    value = calendar.duration(count, unit, half)
    smaller = match.slots.get("unit-2")
    if smaller is not None and value is not None and count is not None:
        more = calendar.duration(
            float(match.slots["number-2"].value) if "number-2" in match.slots else 1, str(smaller.value)
        )
        if more is None:
            return value, count, unit
        value += more[2:] if value.startswith("PT") and more.startswith("PT") else more[1:]
    return value, None if count is None else count + (0.5 if half else 0), unit


def make_duration(match: Match, _: Frame) -> Iterator[FoundTime]:
    """So many hours, days, years."""
    value, count, unit = _length(match)
    # 2022 with the word for year is its name
    if unit != "year" or count is None or count < 1000:
        yield from make_time(match, value, "DURATION")


def make_fixed(match: Match, _: Frame) -> Iterator[FoundTime]:
    """A duration in one word: a fortnight."""
    yield from make_time(match, str(match.slots["duration-word"].value), "DURATION")


def make_distance(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """So long before (`sign: -1`) or after publication, at the grain of the unit; a duration where it is vague."""
    value, count, unit = _length(match)
    if count is None:
        if match.rule.settings.get("vague") == "keep":
            yield from make_time(match, value, "DURATION")
        return
    if unit in FINE_UNITS:
        yield from make_time(match, value, "DURATION")
        return
    sign = int(match.rule.settings.get("sign", "-1"))
    if count != int(count):
        unit, count = {"year": ("month", count * 12), "week": ("day", count * 7), "decade": ("year", count * 10)}.get(
            unit, (unit, count)
        )
    mod = None
    if "time-bound" in match.slots:
        bound = str(match.slots["time-bound"].value)
        mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(bound, bound) if sign < 0 else bound
    # more than a week ago is the week before that one
    beyond = 1 if mod == "BEFORE" and match.rule.settings.get("beyond") == unit else 0
    yield from make_time(match, calendar.shifted(frame.published, unit, sign * (int(count) + beyond)), "DATE", mod)


def make_set(match: Match, _: Frame) -> Iterator[FoundTime]:
    """Every week, every two months, every Friday."""
    if "weekday" in match.slots:
        yield from make_time(match, f"XXXX-WXX-{match.slots['weekday'].value}", "SET")
        return
    value, _count, _unit = _length(match)
    yield from make_time(match, value, "SET")
