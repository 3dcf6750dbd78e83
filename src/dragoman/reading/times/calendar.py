"""Days, weeks, months and years as TIMEX3 values, counted from the day of publication.

Where there is none, the parts that only it could give stay open: `XXXX-WXX-4`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

UNANCHORED = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
DURATION = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
}
_HALF = {
    "hour": (30, "minute"),
    "day": (12, "hour"),
    "year": (6, "month"),
    "month": (15, "day"),
    "minute": (30, "second"),
    "decade": (5, "year"),
    "century": (50, "year"),
}
# How far a distance may reach; beyond it there is no date, but a mistake or geology.
_FURTHEST = {
    "day": 40_000,
    "night": 40_000,
    "week": 6_000,
    "month": 1_200,
    "quarter": 400,
    "year": 900,
    "decade": 90,
    "century": 9,
}
_PAST_PREFERENCE = 1.5
_FUTURE_PREFERENCE = 3.0


def day_value(year: int | None, month: int | None, day: int | None) -> str | None:
    """The value of a date whose unknown parts are None; None where there is no such day."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None:
        limit = monthrange(year if year is not None else 2000, month)[1] if month is not None else 31
        if not 1 <= day <= limit:
            return None
    parts = ["XXXX" if year is None else f"{year:04d}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return "-".join(parts)


def week_value(day: date) -> str:
    """The ISO week in which a day lies."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month that lies so many months later."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def shifted(published: date | None, unit: str, by: int) -> str | None:
    """The day, week, month… that lies so many units after the one of publication, at the grain of the unit."""
    if published is None:
        return UNANCHORED.get(unit)
    if abs(by) > _FURTHEST.get(unit, 0):
        return None
    try:
        if unit in ("day", "night"):
            return (published + timedelta(days=by)).isoformat()
        if unit == "week":
            return week_value(published + timedelta(weeks=by))
        if unit == "month":
            return day_value(*shift_month(published.year, published.month, by), None)
    except OverflowError:
        return None
    if unit == "quarter":
        year, month = shift_month(published.year, published.month, 3 * by)
        return f"{year:04d}-Q{(month - 1) // 3 + 1}"
    if unit == "year":
        return f"{published.year + by:04d}"
    if unit == "decade":
        return f"{published.year // 10 + by:03d}"
    return f"{published.year // 100 + by:02d}" if unit == "century" else None


def duration(count: int | float | None, unit: str, half: bool = False) -> str | None:
    """So many units as a duration, None standing for an unknown number of them."""
    shape = DURATION.get(unit)
    if shape is None:
        return None
    written = "X" if count is None else f"{count:g}"
    if not half or count is None:
        return shape.format(written)
    if unit not in _HALF:
        return shape.format(f"{count + 0.5:g}")
    more, smaller = _HALF[unit]
    tail = DURATION[smaller].format(more)[1:]
    if count == 0:
        return "P" + tail
    head = shape.format(written)
    return head + (tail[1:] if head.startswith("PT") else tail)


def fraction(part: float, unit: str) -> str | None:
    """A part of one unit: half an hour, a quarter of a year."""
    smaller = {
        "hour": (60, "minute"),
        "day": (24, "hour"),
        "year": (12, "month"),
        "minute": (60, "second"),
        "century": (100, "year"),
        "decade": (10, "year"),
    }.get(unit)
    if smaller is None:
        return duration(part, unit)
    return duration(round(part * smaller[0]), smaller[1])


def nearest_year(published: date, month: int, day: int | None, outlook: str | None) -> int:
    """The year that makes a month or day fall near publication, rather before it unless the text looks ahead."""
    best, best_distance = published.year, float("inf")
    for year in (published.year - 1, published.year, published.year + 1):
        first, last = _limits(year, month, day)
        if first <= published <= last:
            return year
        past = last < published
        distance = float((published - last).days if past else (first - published).days)
        distance *= (
            (_FUTURE_PREFERENCE if past else 1.0) if outlook == "future" else (1.0 if past else _PAST_PREFERENCE)
        )
        if distance < best_distance:
            best, best_distance = year, distance
    return best


def _limits(year: int, month: int, day: int | None) -> tuple[date, date]:
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    chosen = date(year, month, min(max(day, 1), length))
    return chosen, chosen


def directed_year(published: date, month: int, day: int | None, direction: int) -> int:
    """The year of the last (-1), this (0) or next (1) occurrence of a month or day, the current one not counted."""
    if direction == 0:
        return published.year
    first, last = _limits(published.year, month, day)
    if direction < 0:
        return published.year if last < published else published.year - 1
    return published.year if first > published else published.year + 1


def weekday_date(published: date, weekday: int, direction: int) -> date:
    """The last such day up to publication (0) or before it (-1), the next one after it (1) or from it on (2)."""
    back = (published.isoweekday() - weekday) % 7
    ahead = (weekday - published.isoweekday()) % 7
    if direction == -1:
        return published - timedelta(days=back or 7)
    if direction == 1:
        return published + timedelta(days=ahead or 7)
    return published + timedelta(days=ahead) if direction == 2 else published - timedelta(days=back)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date | None:
    """The first, second… (or with -1 the last) such weekday of a month."""
    length = monthrange(year, month)[1]
    days = [date(year, month, day) for day in range(1, length + 1) if date(year, month, day).isoweekday() == weekday]
    try:
        return days[count - 1 if count > 0 else count]
    except IndexError:
        return None


def nth_week(year: int, month: int, count: int) -> date:
    """The Monday of the first, second… week that begins in a month, or with -1 of the last one that ends in it."""
    first = date(year, month, 1)
    if count > 0:
        return first + timedelta(days=(8 - first.isoweekday()) % 7 + 7 * (count - 1))
    last = date(year, month, month_length(year, month))
    return last - timedelta(days=last.isoweekday() % 7 + 6)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return monthrange(year, month)[1]


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Umm al-Qura date, None where there is none."""
    # The tables of the Umm al-Qura calendar are only needed where a text counts by it.
    from hijridate import Hijri

    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def hijri_limits(year: int, month: int | None) -> str | None:
    """First and last Gregorian day of a Hijri month or year, as an interval."""
    first = hijri_day(year, month or 1, 1)
    following = hijri_day(year + 1, 1, 1) if month in (None, 12) else hijri_day(year, (month or 0) + 1, 1)
    if first is None or following is None:
        return None
    return f"{first.isoformat()}/{(following - timedelta(days=1)).isoformat()}"


def hijri_year_near(published: date, month: int, direction: int | None) -> int | None:
    """The Hijri year whose month of this name lies near publication."""
    from hijridate import Gregorian

    try:
        today = Gregorian(published.year, published.month, published.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    if direction is not None and direction != 0:
        passed = today.month > month if direction < 0 else today.month >= month
        return today.year - (0 if passed else 1) if direction < 0 else today.year + (1 if passed else 0)
    ahead = month - today.month
    return today.year + (1 if ahead < -7 else -1 if ahead > 4 else 0)
