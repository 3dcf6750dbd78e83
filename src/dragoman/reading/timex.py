"""What matches mean: TIMEX3 values, one maker for each kind of expression.

A maker takes a match and the frame in which it stands and gives the times; it gives none where the words make no date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.reading import calendar
from dragoman.reading.found import FoundTime
from dragoman.reading.grammar import Match

NARRATIVE_REACH = 90
RECENT_DAYS = 21
CLOCK_REACH = 25
_FINE_UNITS = frozenset(("hour", "minute", "second"))


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
        if value[:4].isdigit():
            self.year = int(value[:4])
        if value[:4].isdigit() and value[4:5] == "-" and value[5:7].isdigit():
            self.month = int(value[:4]), int(value[5:7])
            self.month_token, self.told = found.end, told
        if len(value) >= 10 and value[4] == "-" and value[7] == "-" and "/" not in value:
            self.day, self.day_token = value[:10], found.end


Maker = Callable[[Match, Frame], Iterator[FoundTime]]


def _time(match: Match, value: str | None, kind: str = "DATE", mod: str | None = None) -> Iterator[FoundTime]:
    if value is not None:
        yield FoundTime(start=match.start, end=match.end, type=kind, value=value, mod=mod or _mod(match), rule=match.rule.id)


def _mod(match: Match) -> str | None:
    for name in ("time-part", "time-bound"):
        if name in match.slots:
            return str(match.slots[name].value)
    return match.rule.settings.get("mod")


def _integer(match: Match, slot: str) -> int | None:
    item = match.slots.get(slot)
    return None if item is None else int(item.value)


def _part_of_day(match: Match, value: str | None) -> Iterator[FoundTime]:
    """The day, or with a part of it the evening, morning… of that day."""
    part = match.slots.get("day-part")
    if value is not None and "clock" in match.slots and len(value) == 10:
        yield from _time(match, value + "T" + str(match.slots["clock"].value), "TIME")
    elif part is None or value is None:
        yield from _time(match, value)
    else:
        yield from _time(match, f"{value}T{part.value}", "TIME")


def choose_year(match: Match, frame: Frame, month: int, day: int | None) -> int | None:
    """The year of a month: the one given, the one pointed at, the one told of, or the nearest to publication."""
    year = _integer(match, "year")
    if year is not None:
        return year
    if "same" in match.slots:
        return frame.year
    if frame.published is None:
        return None
    relative = _integer(match, "year-direction")
    if relative is not None:
        return frame.published.year + relative
    direction = _integer(match, "time-direction")
    if direction is not None:
        return calendar.directed_year(frame.published, month, day, direction)
    outlook = frame.outlook_at(match.start, match.end)
    if outlook is None and frame.prefer == "future":
        outlook = "future"
    nearest = calendar.nearest_year(frame.published, month, day, outlook)
    told = frame.month
    if told is None or not frame.told or outlook == "future" or month < told[1] or match.start - frame.month_token > NARRATIVE_REACH:
        return nearest
    recent = date(nearest, month, min(day or 1, 28))
    return nearest if 0 <= (frame.published - recent).days <= RECENT_DAYS else told[0]


def make_date(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A day of a month, or a month; several days of one month are as many dates, or an interval where the rule says so."""
    month = int(match.slots["month"].value)
    days = [match.slots[name] for name in ("day", "second", "third") if name in match.slots]
    year = choose_year(match, frame, month, int(days[0].value) if days else None)
    if len(days) < 2:
        value = calendar.day_value(year, month, int(days[0].value) if days else None)
        if value is not None and not _contradicts(match, value):
            yield from _part_of_day(match, value)
        return
    values = [calendar.day_value(year, month, int(day.value)) for day in days]
    if match.rule.settings.get("pair") == "interval":
        yield from _time(match, None if None in values else f"{values[0]}/{values[-1]}")
        return
    for place, (day, value) in enumerate(zip(days, values, strict=True)):
        start = match.start if place == 0 else day.start
        yield from _time(match._replace(start=start, end=match.end if day is days[-1] else day.end), value)


def _contradicts(match: Match, value: str) -> bool:
    """True where an ordinal counts weekdays, not days: the third Tuesday of a month is not its third day."""
    weekday, day = match.slots.get("weekday"), match.slots.get("day")
    if weekday is None or day is None or day.name != "ordinal" or not value[:4].isdigit():
        return False
    return date.fromisoformat(value).isoweekday() != weekday.value


def make_months(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """Two months, or two days of two months, that share the year given with the second."""
    second = match.slots["second"]
    other = match._replace(start=match.slots["second-day"].start if "second-day" in match.slots else second.start)
    year = _integer(match, "year") or choose_year(other, frame, int(second.value), _integer(match, "second-day"))
    first_month = int(match.slots["month"].value)
    first_year = year - 1 if year is not None and first_month > int(second.value) else year
    first = match._replace(end=match.slots["month"].end)
    yield from _time(first, calendar.day_value(first_year, first_month, _integer(match, "day")))
    yield from _time(other, calendar.day_value(year, int(second.value), _integer(match, "second-day")))


def make_day(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A day by its number alone: of the month told of, else of the one that brings it near publication."""
    day = int(match.slots["day"].value)
    if frame.published is None and frame.month is None:
        yield from _time(match, calendar.day_value(None, None, day))
        return
    shift = _integer(match, "time-direction")
    year, month = frame.month if frame.month is not None and shift is None else _month_of(frame, shift or 0)
    yield from _part_of_day(match, calendar.day_value(year, month, day))


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
    yield from _part_of_day(match, calendar.day_value(chosen, month, day))


def make_weekday(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A weekday: the last one up to publication, the coming one where the text looks ahead, or one of a week named."""
    yield from _part_of_day(match, weekday_value(match, frame))


def weekday_value(match: Match, frame: Frame) -> str:
    """The day that a weekday stands for."""
    weekday = int(match.slots["weekday"].value)
    published = frame.published
    if published is None:
        return f"XXXX-WXX-{weekday}"
    week = _integer(match, "week-direction")
    if week is not None:
        return (published + timedelta(days=weekday - published.isoweekday() + 7 * week)).isoformat()
    direction = _integer(match, "time-direction")
    if direction is None or direction == 0:
        ahead = frame.outlook_at(match.start, match.end)
        direction = 2 if ahead == "future" else 0
        if ahead is None and frame.prefer == "future":
            direction = 1
    return calendar.weekday_date(published, weekday, direction).isoformat()


def make_deictic(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """Today, yesterday, the day after tomorrow."""
    yield from _part_of_day(match, calendar.shifted(frame.published, "day", int(match.slots["deictic"].value)))


def make_night(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """This evening, last night: a part of the day of publication, or of the day before it."""
    shift = _integer(match, "time-direction") or 0
    yield from _part_of_day(match, calendar.shifted(frame.published, "day", shift))


def make_relative(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """Last week, this month, next year, the end of the month; with `from: told`, counted from the day told of last."""
    unit = str(match.slots["unit"].value)
    direction = _integer(match, "time-direction")
    if unit in _FINE_UNITS:
        return
    near = match.start - frame.month_token <= NARRATIVE_REACH
    if unit == "month" and direction is None and frame.told and frame.month and near:
        yield from _time(match, calendar.day_value(*frame.month, None))
        return
    base = frame.published
    if match.rule.settings.get("from") == "told" and near and frame.day is not None and frame.day[:4].isdigit():
        base = date.fromisoformat(frame.day)
    yield from _part_of_day(match, calendar.shifted(base, unit, direction or 0))


def _length(match: Match) -> tuple[str | None, int | float | None, str]:
    """The duration, and how many of which unit it is."""
    unit = str(match.slots["unit"].value)
    part = match.slots.get("fraction")
    half = part is not None and float(part.value) == 0.5
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
        more = calendar.duration(float(match.slots["number-2"].value) if "number-2" in match.slots else 1, str(smaller.value))
        if more is None:
            return value, count, unit
        value += more[2:] if value.startswith("PT") and more.startswith("PT") else more[1:]
    return value, None if count is None else count + (0.5 if half else 0), unit


def make_duration(match: Match, _: Frame) -> Iterator[FoundTime]:
    """So many hours, days, years."""
    value, count, unit = _length(match)
    # 2022 with the word for year is its name
    if unit != "year" or count is None or count < 1000:
        yield from _time(match, value, "DURATION")


def make_distance(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """So long before (`sign: -1`) or after publication, at the grain of the unit; a mere duration where it is vague or short."""
    value, count, unit = _length(match)
    if count is None:
        if match.rule.settings.get("vague") == "keep":
            yield from _time(match, value, "DURATION")
        return
    if unit in _FINE_UNITS:
        yield from _time(match, value, "DURATION")
        return
    sign = int(match.rule.settings.get("sign", "-1"))
    if count != int(count):
        unit, count = {"year": ("month", count * 12), "week": ("day", count * 7), "decade": ("year", count * 10)}.get(unit, (unit, count))
    mod = None
    if "time-bound" in match.slots:
        bound = str(match.slots["time-bound"].value)
        mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(bound, bound) if sign < 0 else bound
    # more than a week ago is the week before that one
    beyond = 1 if mod == "BEFORE" and match.rule.settings.get("beyond") == unit else 0
    yield from _time(match, calendar.shifted(frame.published, unit, sign * (int(count) + beyond)), "DATE", mod)


def make_year(match: Match, _: Frame) -> Iterator[FoundTime]:
    """A year, or the first and the second of two."""
    second = _integer(match, "second")
    if match.rule.settings.get("span") == "year":
        match = match._replace(start=match.slots["year"].start)
    if second is None:
        yield from _time(match, f"{match.slots['year'].value}")
        return
    first = int(match.slots["year"].value)
    whole = second if second > 999 else first // 100 * 100 + second
    yield from _time(match._replace(end=match.slots["year"].end), str(first))
    yield from _time(match._replace(start=match.slots["second"].start), str(whole))


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
    yield from _time(match, f"{_day_of_clock(match, frame)}T" + ":".join(f"{piece:02d}" for piece in pieces), "TIME")


def _day_of_clock(match: Match, frame: Frame) -> str:
    shift = match.slots.get("deictic", match.slots.get("today"))
    if shift is not None:
        return calendar.shifted(frame.published, "day", int(shift.value)) or calendar.UNANCHORED["day"]
    if "weekday" in match.slots:
        return weekday_value(match, frame)
    if frame.day is not None and match.start - frame.day_token <= CLOCK_REACH:
        return frame.day
    return calendar.UNANCHORED["day"] if frame.published is None else frame.published.isoformat()


def make_season(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A season of a year given or pointed at."""
    season = match.slots["season"].value
    year = _integer(match, "year")
    if year is None:
        published = frame.published
        if published is None:
            yield from _time(match, f"XXXX-{season}")
            return
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[str(season)]
        direction = _integer(match, "time-direction")
        year = calendar.directed_year(published, middle, None, direction) if direction else calendar.nearest_year(published, middle, None, None)
    yield from _time(match, f"{year}-{season}")


def make_decade(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """The seventies, of the last century unless said otherwise."""
    value = int(match.slots["decade"].value)
    century = _integer(match, "century")
    yield from _time(match, f"{value // 10:03d}" if value > 99 else f"{19 if century is None else century - 1}{value // 10}")


def make_century(match: Match, _: Frame) -> Iterator[FoundTime]:
    """The nineteenth century."""
    yield from _time(match, f"{int(match.slots['ordinal'].value) - 1:02d}")


def make_quarter(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A quarter or half of a year given or pointed at."""
    number = int(match.slots["ordinal"].value)
    letter, most = ("H", 2) if match.rule.settings.get("of") == "half" else ("Q", 4)
    year = _integer(match, "year")
    if year is None and frame.published is not None:
        year = frame.published.year + (_integer(match, "time-direction") or 0)
    if 1 <= number <= most:
        yield from _time(match, f"{'XXXX' if year is None else year}-{letter}{number}")


def make_ranked(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """The third Tuesday, the last day, the first week of a month."""
    if "month" in match.slots:
        month = int(match.slots["month"].value)
        year = choose_year(match, frame, month, None)
    elif frame.published is not None:
        year, month = calendar.shift_month(frame.published.year, frame.published.month, _integer(match, "time-direction") or 0)
    else:
        return
    if year is None or not 1 <= month <= 12:
        return
    rank = int(match.slots["rank"].value)
    if "weekday" in match.slots:
        day = calendar.nth_weekday(year, month, int(match.slots["weekday"].value), rank)
        yield from _time(match, None if day is None else day.isoformat())
    elif match.slots["unit"].value == "week":
        yield from _time(match, calendar.week_value(calendar.nth_week(year, month, rank)))
    else:
        last = calendar.month_length(year, month)
        yield from _time(match, calendar.day_value(year, month, rank if rank > 0 else last))


def make_hijri(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """A day, month or year of the Islamic calendar as Gregorian days."""
    month, day = _integer(match, "hijri-month"), _integer(match, "day")
    year = _integer(match, "hijri-year")
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
        year = calendar.hijri_year_near(frame.published, month, _integer(match, "time-direction"))
    if year is None or not 1300 <= year <= 1600:
        return
    if month is None or day is None:
        yield from _time(match, calendar.hijri_limits(year, month))
        return
    found = calendar.hijri_day(year, month, day)
    yield from _part_of_day(match, None if found is None else found.isoformat())


def make_same(match: Match, frame: Frame) -> Iterator[FoundTime]:
    """The same year or month as the one named last."""
    if match.slots["unit"].value == "year" and frame.year is not None:
        yield from _time(match, f"{frame.year:04d}")
    elif match.slots["unit"].value == "month" and frame.month is not None:
        yield from _time(match, calendar.day_value(*frame.month, None))


def make_set(match: Match, _: Frame) -> Iterator[FoundTime]:
    """Every week, every two months, every Friday."""
    if "weekday" in match.slots:
        yield from _time(match, f"XXXX-WXX-{match.slots['weekday'].value}", "SET")
        return
    value, _count, _unit = _length(match)
    yield from _time(match, value, "SET")


MAKERS: dict[str, Maker] = {
    "date": make_date, "months": make_months, "day": make_day, "numeric": make_numeric, "weekday": make_weekday,
    "deictic": make_deictic, "night": make_night, "relative": make_relative, "duration": make_duration,
    "distance": make_distance, "year": make_year, "clock": make_clock, "season": make_season, "decade": make_decade,
    "century": make_century, "quarter": make_quarter, "ranked": make_ranked, "hijri": make_hijri, "set": make_set, "same": make_same,
}  # fmt: skip

