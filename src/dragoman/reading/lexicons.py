"""The words of a language together with the names of the registry, as the reader looks them up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.languages.lexicon import Entry
from dragoman.languages.loader import Pack, load_pack
from dragoman.registry import Registry, load_registry

# A name in one of these kinds identifies by itself; a surname needs the full name elsewhere in the document.
_ADJECTIVE = {"inflect": "adjective"}


@cache
def reading_pack(code: str) -> Pack:
    """The pack of a language, its lexicon filled with the registry's names."""
    pack = load_pack(code)
    registry = load_registry()
    pack.lexicon.add(actor_entries(registry, code))
    pack.lexicon.add(place_entries(registry, code))
    pack.lexicon.add(body_entries(registry, code))
    return pack


def actor_entries(registry: Registry, code: str) -> Iterator[Entry]:
    """Entries of kind `actor` (value: actor id, feature `name`: kind of name) and `nationality` (value: country id)."""
    for name in registry.names(code):
        if name.kind in ("adjective", "inhabitant"):
            yield Entry("nationality", name.form, name.actor_id, {**_ADJECTIVE, "name": name.kind})
        else:
            yield Entry("actor", name.form, name.actor_id, {"name": name.kind, "proper": "1"})


def place_entries(registry: Registry, code: str) -> Iterator[Entry]:
    """Entries of kind `place` (value: place id)."""
    for place_name in registry.places(code):
        yield Entry("place", place_name.form, place_name.place.id, {"proper": "1"})


def body_entries(registry: Registry, code: str) -> Iterator[Entry]:
    """Entries of kind `body`: ministries and the like, to be completed by a country (value: key of the office body)."""
    for body in registry.office_bodies(code):
        for wording in body.forms:
            features = {"form": wording.kind, "stands_for": body.stands_for}
            if body.country is not None:
                features["country"] = body.country
            yield Entry("body", wording.form, body.key, features)
