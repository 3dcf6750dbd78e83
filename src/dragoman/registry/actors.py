"""Who can act in the news, and under which names."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ACTOR_TYPES = ("country", "organization", "person", "group")

NAME_KINDS = (
    "name",  # a full name, or another full variant of it
    "short",  # a form that alone identifies the actor anywhere in the news
    "acronym",
    "surname",  # identifies only after the full name was met in the same document
    "adjective",  # of nationality, in its dictionary form
    "inhabitant",
    "capital",  # the capital city, standing for the government
    "seat",  # another seat of power, standing for the actor
    "slip",  # what machine translation makes of the name
)

_NO_IDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """One state, organization, person or group."""

    id: str
    type: str
    name: str
    country: str | None
    kind: str | None  # the class of an organization or group, such as `ministry`
    wikidata: str | None
    ids: Mapping[str, str]  # keys in other collections: iso3, gw, cow


@dataclass(frozen=True, slots=True)
class Name:
    """One written form of an actor's name in one language, as the press prints it."""

    actor_id: str
    kind: str
    form: str


def parse_actor(row: list[str]) -> Actor:
    """The actor of one row of actors.tsv."""
    actor_id, actor_type, name, country, kind, wikidata, extra = row
    return Actor(
        id=actor_id,
        type=actor_type,
        name=name,
        country=country or None,
        kind=kind or None,
        wikidata=wikidata or None,
        ids=dict(pair.split("=", 1) for pair in extra.split(";")) if extra else _NO_IDS,
    )
