"""How TIMEX3 values compare: a day, a month or an interval as days, a duration with its bound as hours."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_YEAR = re.compile(r"(\d{4})$")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")
_HOURS = (8760.0, 730.0, 168.0, 24.0, 1.0, 1 / 60, 1 / 3600)
_ENDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1

    def meets(self, other: Days) -> bool:
        """True where both hold a common day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """How many days lie between the two; 0 where they meet, 1 for neighbours."""
        if self.meets(other):
            return 0
        return (other.first - self.last).days if other.first > self.last else (self.first - other.last).days


@lru_cache(maxsize=50_000)
def days_of(value: str | None) -> Days | None:
    """The days that a TIMEX3 date can mean; None where it is open."""
    if not value:
        return None
    if "/" in value:
        ends = [days_of(part) for part in value.split("/", 1)]
        return Days(ends[0].first, ends[1].last) if ends[0] and ends[1] and ends[0].first <= ends[1].last else None
    try:
        return _calendar_days(value)
    except ValueError:
        return None


def _calendar_days(value: str) -> Days | None:
    if found := _DAY.match(value):
        day = date(*map(int, found.groups()))
        return Days(day, day)
    if found := _MONTH.match(value):
        year, month = map(int, found.groups())
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found.group(1)), int(found.group(2)), 1)
        return Days(monday, monday + timedelta(days=6))
    if found := _YEAR.match(value):
        return Days(date(int(found.group(1)), 1, 1), date(int(found.group(1)), 12, 31))
    return None


def is_day(value: str | None) -> bool:
    """True where the date tells the day, or a few days in a row."""
    days = days_of(value)
    return days is not None and days.length <= 5


@lru_cache(maxsize=50_000)
def hours_of(value: str, bound: str | None) -> tuple[float, float] | None:
    """The hours that a duration can mean, from–to: *about six* allows for half an hour or a tenth on either side."""
    found = _DURATION.match(value)
    if not found or not any(found.groups()):
        return None
    hours = sum(int(count) * size for count, size in zip(found.groups(), _HOURS, strict=True) if count)
    if bound in ("MORE_THAN", "EQUAL_OR_MORE"):
        return hours, _ENDLESS
    if bound in ("LESS_THAN", "EQUAL_OR_LESS"):
        return 0.0, hours
    slack = max(0.5, hours / 10) if bound == "APPROX" else hours / 60
    return hours - slack, hours + slack


def can_all_be_true(ranges: list[tuple[float, float]]) -> bool:
    """True where one value lies in all ranges."""
    return not ranges or max(low for low, _ in ranges) <= min(high for _, high in ranges)
