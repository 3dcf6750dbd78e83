"""Where talks are held and what the news calls it."""

from dataclasses import dataclass

PLACE_KINDS = ("capital", "city", "region", "venue")


@dataclass(frozen=True, slots=True)
class Place:
    """One city, region or venue."""

    id: str
    name: str  # usual English name
    country: str | None
    population: int  # 0 where it is unknown or means nothing
    kind: str  # one of PLACE_KINDS


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One written form of a place's name in one language."""

    place: Place
    form: str


def parse_place(row: list[str]) -> Place:
    """The place that one row of places.tsv names."""
    return Place(row[0], row[1], row[2] or None, int(row[3] or 0), row[6])
