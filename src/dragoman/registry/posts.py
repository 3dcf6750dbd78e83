"""Who held which post, and when."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One post that a person held or holds; an open end is None."""

    person_id: str
    role: str  # in English, lower case: `deputy foreign minister`
    office: str  # the key by which holders are sought: `foreign-minister`
    of: str  # country code or organization id
    start: str | None  # as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD
    end: str | None

    def covers(self, day: date) -> bool:
        """Whether the post was held on that day, as far as the known dates tell."""
        return (self.start is None or earliest_day(self.start) <= day) and (
            self.end is None or day <= latest_day(self.end)
        )


def earliest_day(value: str) -> date:
    """The first day that a date of any precision may mean."""
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day)


def latest_day(value: str) -> date:
    """The last day that a date of any precision may mean."""
    parts = [int(part) for part in value.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1])


def parse_post(row: list[str]) -> Post:
    """The post of one row of posts.tsv."""
    person_id, role, office, of, start, end = row
    return Post(person_id=person_id, role=role, office=office, of=of, start=start or None, end=end or None)
