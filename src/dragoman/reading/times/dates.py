"""Makers of days and months: dates of all calendars, weekdays, hours of the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.reading.found import FoundTime
from dragoman.reading.times import calendar
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.timex import Frame, choose_year, integer, make_time, on_day

CLOCK_REACH = 25


def make_date(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A day of a month, or a month; several days are as many dates, or an interval where the rule says so."""
    month = int(match.slots["month"].value)
    days = [match.slots[name] for name in ("day", "second", "third") if name in match.slots]
    year = choose_year(match, frame, month, int(days[0].value) if days else None)
    if len(days) < 2:
        value = calendar.day_value(year, month, int(days[0].value) if days else None)
        if value is not None and not _contradicts(match, value):
            yield from on_day(match, value)
        return
    values = [calendar.day_value(year, month, int(day.value)) for day in days]
    if match.rule.settings.get("pair") == "interval":
        yield from make_time(match, None if None in values else f"{values[0]}/{values[-1]}")
        return
    for place, (day, value) in enumerate(zip(days, values, strict=True)):
        start = match.start if place == 0 else day.start
        yield from make_time(match._replace(start=start, end=match.end if day is days[-1] else day.end), value)


def _contradicts(match: Match, value: str) -> bool:
    """True where an ordinal counts weekdays, not days: the third Tuesday of a month is not its third day."""
    weekday, day = match.slots.get("weekday"), match.slots.get("day")
    if weekday is None or day is None or day.name != "ordinal" or not value[:4].isdecimal():
        return False
    return date.fromisoformat(value).isoweekday() != weekday.value


def make_months(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """Two months, or two days of two months, that share the year given with the second."""
    slots = match.slots
    month, second = slots["month"], slots["second"]
    day, second_day = slots.get("day", month), slots.get("second-day", second)
    other = match._replace(start=min(second.start, second_day.start))
    year = integer(match, "year") or choose_year(other, frame, int(second.value), integer(match, "second-day"))
    first_year = year - 1 if year is not None and int(month.value) > int(second.value) else year
    first = match._replace(end=max(month.end, day.end))
    yield from make_time(first, calendar.day_value(first_year, int(month.value), integer(match, "day")))
    yield from make_time(other, calendar.day_value(year, int(second.value), integer(match, "second-day")))


def make_day(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A day by its number alone: of the month told of, else of the one that brings it near publication."""
    day = int(match.slots["day"].value)
    if frame.published is None and frame.month is None:
        yield from make_time(match, calendar.day_value(None, None, day))
        return
    shift = integer(match, "time-direction")
    year, month = frame.month if frame.month is not None and shift is None else _month_of(frame, shift or 0)
    yield from on_day(match, calendar.day_value(year, month, day))


def _month_of(frame: Frame, shift: int) -> tuple[int, int]:
    published = frame.published or date.min
    return calendar.shift_month(published.year, published.month, shift)


def make_numeric(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A date in figures: day/month/year, year/month/day, month/year, or day/month where the words before ask for it."""
    order = match.rule.settings.get("order", "day-month")
    written = match.slots.get("slashed", match.slots.get("day-month"))
    if written is not None:
        parts = [int(part) for part in str(written.value).split("/")]
    else:
        parts = [int(match.slots[name].value) for name in ("first", "middle", "last") if name in match.slots]
    day: int | None
    if len(parts) == 3 and parts[0] > 999:
        year, month, day = parts
    elif len(parts) == 3 and (parts[2] > 999 or parts[2] < 100 <= 100 * max(parts[:2])):
        parts[2] += 0 if parts[2] > 999 else 2000 if parts[2] < 50 else 1900
        day, month, year = parts if order == "day-month" else [parts[1], parts[0], parts[2]]
    elif len(parts) == 2 and parts[1] > 999:
        (month, year), day = parts, None
    elif len(parts) == 2 and match.rule.settings.get("short"):
        day, month = parts if order == "day-month" else parts[::-1]
        year = 0
    else:
        return
    if month > 12 and day is not None and day <= 12:
        day, month = month, day
    if not 1 <= month <= 12 or (1300 < year < 1500) or not (year == 0 or 1500 <= year <= 2199):
        return
    chosen = year or choose_year(match, frame, month, day)
    yield from on_day(match, calendar.day_value(chosen, month, day))


def make_weekday(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A weekday: the last one up to publication, the coming one where the text looks ahead, or one of a week named."""
    yield from on_day(match, weekday_value(match, frame))


def weekday_value(match: Match, frame: Frame) -> str:
    """The day that a weekday stands for."""
    weekday = int(match.slots["weekday"].value)
    published = frame.published
    if published is None:
        return f"XXXX-WXX-{weekday}"
    week = integer(match, "week-direction")
    if week is not None:
        return (published + timedelta(days=weekday - published.isoweekday() + 7 * week)).isoformat()
    direction = integer(match, "time-direction")
    if direction is None or direction == 0:
        ahead = frame.outlook_at(match.start, match.end)
        direction = 2 if ahead == "future" else 0
        if ahead is None and frame.prefer == "future":
            direction = 1
    return calendar.weekday_date(published, weekday, direction).isoformat()


def make_deictic(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """Today, yesterday, the day after tomorrow."""
    yield from on_day(match, calendar.shifted(frame.published, "day", int(match.slots["deictic"].value)))


def make_night(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """This evening, last night: a part of the day of publication, or of the day before it."""
    shift = integer(match, "time-direction") or 0
    yield from on_day(match, calendar.shifted(frame.published, "day", shift))


def make_holiday(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A feast on a fixed day, or the days beside it."""
    month, day = (int(part) for part in str(match.slots["holiday"].value).split("-"))
    year = choose_year(match, frame, month, day)
    if frame.prefer == "future" and frame.published is not None and "year" not in match.slots:
        year = calendar.directed_year(frame.published, month, day, 1)
    yield from on_day(match, calendar.day_value(year, month, day))


def make_year(match: Match, _: Frame) -> Iterator[FoundTime]:
    """A year, or the first and the second of two."""
    second = integer(match, "second")
    if match.rule.settings.get("span") == "year":
        match = match._replace(start=match.slots["year"].start)
    if second is None:
        yield from make_time(match, f"{match.slots['year'].value}")
        return
    first = int(match.slots["year"].value)
    whole = second if second > 999 else first // 100 * 100 + second
    yield from make_time(match._replace(end=match.slots["year"].end), str(first))
    yield from make_time(match._replace(start=match.slots["second"].start), str(whole))


def make_clock(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """An hour of the day named with it, told of just before, or else of publication."""
    if "clock" in match.slots:
        pieces = [int(piece) for piece in str(match.slots["clock"].value).split(":")]
    else:
        pieces = [int(match.slots["hour"].value), 0]
        part = match.slots.get("fraction")
        if "minutes" in match.slots:
            pieces[1] = int(match.slots["minutes"].value)
        elif part is not None:
            pieces[1] = round(float(part.value) * 60)
    half = match.slots.get("day-part", match.slots.get("again"))
    if half is not None and pieces[0] < 12 and (half.value in ("AF", "EV") or (half.value == "NI" and pieces[0] > 4)):
        pieces[0] += 12
    if pieces[0] > 24 or pieces[1] > 59:
        return
    yield from make_time(
        match, f"{_day_of_clock(match, frame)}T" + ":".join(f"{piece:02d}" for piece in pieces), "TIME"
    )


def _day_of_clock(match: Match, frame: Frame) -> str:
    shift = match.slots.get("deictic", match.slots.get("today"))
    if shift is not None:
        return calendar.shifted(frame.published, "day", int(shift.value)) or calendar.UNANCHORED["day"]
    if "weekday" in match.slots:
        return weekday_value(match, frame)
    if frame.day is not None and match.start - frame.day_token <= CLOCK_REACH:
        return frame.day
    return calendar.UNANCHORED["day"] if frame.published is None else frame.published.isoformat()


def make_ranked(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """The third Tuesday, the last day, the first week of a month."""
    if "month" in match.slots:
        month = int(match.slots["month"].value)
        year = choose_year(match, frame, month, None)
    elif frame.published is not None:
        year, month = calendar.shift_month(
            frame.published.year, frame.published.month, integer(match, "time-direction") or 0
        )
    else:
        return
    if year is None or not 1 <= month <= 12:
        return
    rank = int(match.slots["rank"].value)
    if "weekday" in match.slots:
        day = calendar.nth_weekday(year, month, int(match.slots["weekday"].value), rank)
        yield from make_time(match, None if day is None else day.isoformat())
    elif match.slots["unit"].value == "week":
        yield from make_time(match, calendar.week_value(calendar.nth_week(year, month, rank)))
    else:
        last = calendar.month_length(year, month)
        yield from make_time(match, calendar.day_value(year, month, rank if rank > 0 else last))


def make_hijri(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A day, month or year of the Islamic calendar as Gregorian days."""
    month, day = integer(match, "hijri-month"), integer(match, "day")
    year = integer(match, "hijri-year")
    if "slashed" in match.slots:
        parts = [int(part) for part in str(match.slots["slashed"].value).split("/")]
        if len(parts) != 3:
            return
        year, month, day = parts if parts[0] > 999 else (parts[2], parts[1], parts[0])
    if "first" in match.slots:
        day, month = int(match.slots["first"].value), int(match.slots["middle"].value)
    if year is None:
        if frame.published is None or month is None:
            return
        year = calendar.hijri_year_near(frame.published, month, integer(match, "time-direction"))
    if year is None or not 1300 <= year <= 1600:
        return
    if month is None or day is None:
        yield from make_time(match, calendar.hijri_limits(year, month))
        return
    found = calendar.hijri_day(year, month, day)
    yield from on_day(match, None if found is None else found.isoformat())
