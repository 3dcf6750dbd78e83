"""The registry as a whole: actors, names, posts, places and office bodies, each read when first asked for."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property

from dragoman.registry.actors import Actor, Name, parse_actor
from dragoman.registry.offices import OfficeBody, parse_office
from dragoman.registry.places import Place, PlaceName, parse_place
from dragoman.registry.posts import Post, parse_post
from dragoman.registry.tables import read_rows

LANGUAGES = ("ar", "en", "ru", "it")


class Registry:
    """Who is who, in four languages. Unchangeable once loaded; share one through `load_registry`."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[Name, ...]] = {}
        self._places: dict[str, Place] = {}
        self._place_names: dict[str, tuple[PlaceName, ...]] = {}
        self._offices: dict[str, tuple[OfficeBody, ...]] = {}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Every actor by id."""
        return {row[0]: parse_actor(row) for row in read_rows("actors.tsv")}

    def names(self, language: str) -> Sequence[Name]:
        """All written forms of actors in one language; empty for a language the registry does not have."""
        if language not in self._names:
            self._names[language] = tuple(
                Name(actor_id, kind, form) for actor_id, _, kind, form in read_rows("names.tsv", f"\t{language}\t")
            )
        return self._names[language]

    @cached_property
    def posts(self) -> Sequence[Post]:
        """All posts, sorted by person."""
        return tuple(parse_post(row) for row in read_rows("posts.tsv"))

    @cached_property
    def _posts_by_person(self) -> dict[str, list[Post]]:
        grouped: dict[str, list[Post]] = {}
        for post in self.posts:
            grouped.setdefault(post.person_id, []).append(post)
        return grouped

    @cached_property
    def _posts_by_office(self) -> dict[tuple[str, str], list[Post]]:
        grouped: dict[tuple[str, str], list[Post]] = {}
        for post in self.posts:
            grouped.setdefault((post.office, post.of), []).append(post)
        return grouped

    def posts_of(self, person_id: str) -> Sequence[Post]:
        """The posts that a person held or holds."""
        return tuple(self._posts_by_person.get(person_id, ()))

    def holders(self, office: str, of: str, on: date | None = None) -> Sequence[Post]:
        """The posts of those who held an office of a country (or organization) on a day; without a day, who hold it."""
        posts = self._posts_by_office.get((office, of.removeprefix("country/")), [])
        if on is None:
            return tuple(post for post in posts if post.end is None)
        return tuple(post for post in posts if post.covers(on))

    def places(self, language: str) -> Sequence[PlaceName]:
        """All written forms of places in one language; one form may name several places."""
        if language not in self._place_names:
            rows = read_rows("places.tsv", f"\t{language}\t")
            self._place_names[language] = tuple(PlaceName(self._share_place(row), row[5]) for row in rows)
        return self._place_names[language]

    @cached_property
    def place_index(self) -> Mapping[str, Place]:
        """Every place by id, those without a name in the reader's language included."""
        return {row[0]: self._share_place(row) for row in read_rows("places.tsv")}

    def _share_place(self, row: list[str]) -> Place:
        """The one object for a place, whichever language asks."""
        place = self._places.get(row[0])
        if place is None:
            place = self._places[row[0]] = parse_place(row)
        return place

    @cached_property
    def _capitals(self) -> dict[str, Place]:
        places = [self._share_place(row) for row in read_rows("places.tsv", "\tcapital")]
        return {place.country: place for place in places if place.country}

    def capital_of(self, country: str) -> Place | None:
        """The seat of a country's government, for a country code or a country's actor id."""
        return self._capitals.get(country.removeprefix("country/"))

    def office_bodies(self, language: str) -> Sequence[OfficeBody]:
        """The bodies that are named by composition with a country, then those that one country calls otherwise."""
        if language not in self._offices:
            column = 6 + LANGUAGES.index(language) if language in LANGUAGES else None
            rows = read_rows("offices.tsv") if column is not None else ()
            self._offices[language] = tuple(parse_office(row, row[column or 0]) for row in rows)
        return self._offices[language]

    def office_body(self, key: str, country: str) -> OfficeBody | None:
        """The body behind a key for one country: its own where it has one, else the general one.

        The wordings are the English ones; a reader that needs those of its language takes `office_bodies`.
        """
        bodies = [body for body in self.office_bodies("en") if body.key == key and body.country in (country, None)]
        return max(bodies, key=lambda body: body.country is not None, default=None)


@cache
def load_registry() -> Registry:
    """The one registry that ships with the program."""
    return Registry()
