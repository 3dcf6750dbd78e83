"""The words of a language together with the names of the registry, as the reader looks them up."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cache

from dragoman.languages.lexicon import Entry
from dragoman.languages.loader import Pack, load_pack
from dragoman.languages.names import is_ordinary_word
from dragoman.registry import Registry, load_registry
from dragoman.text.folding import fold

MEDIA_CLASSES = frozenset(("wire", "state-medium", "independent-press", "party-organ", "blog"))
# A name in one of these kinds identifies by itself; a surname needs the full name elsewhere in the document.
_ADJECTIVE = {"inflect": "adjective"}


@cache
def reading_pack(code: str) -> Pack:
    """The pack of a language, its lexicon filled with the registry's names."""
    # Nearly all that is made here stays, so looking for garbage meanwhile only takes time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _fill_pack(code)
    finally:
        if collecting:
            gc.enable()


def _fill_pack(code: str) -> Pack:
    pack = load_pack(code)
    registry = load_registry()
    pack.lexicon.add(actor_entries(registry, code))
    if pack.rules.get("names", {}).get("capitalised"):
        pack.lexicon.add(given_names(registry, code))
    if code != "en":
        pack.lexicon.add(latin_entries(registry))
    pack.lexicon.add(place_entries(registry, code))
    pack.lexicon.add(body_entries(registry, code))
    pack.lexicon.add(outlet_entries(registry, code, frozenset(pack.rules.get("outlets", {}).get("heads", ()))))
    return pack


def actor_entries(registry: Registry, code: str) -> Iterator[Entry]:
    """Entries of kind `actor` (value: actor id, feature `name`: kind of name) and `nationality` (value: country id)."""
    adjectives = _adjectives(registry, code)
    for name in registry.names(code):
        if name.kind in ("adjective", "inhabitant"):
            yield Entry("nationality", name.form, name.actor_id, {**_ADJECTIVE, "name": name.kind})
        else:
            kind = name.kind
            if kind == "short" and name.actor_id.startswith("person/") and _is_common(name.form, adjectives):
                kind = "surname"
            yield Entry("actor", name.form, name.actor_id, {"name": kind, "proper": "1"})


def _adjectives(registry: Registry, code: str) -> frozenset[str]:
    return frozenset(fold(name.form) for name in registry.names(code) if name.kind == "adjective")


def given_names(registry: Registry, code: str) -> Iterator[Entry]:
    """Entries of kind `given-name`: the first words of the full names of people."""
    seen = set()
    for name in registry.names(code):
        first, _, rest = name.form.partition(" ")
        if (
            name.kind == "name"
            and rest
            and name.actor_id.startswith("person/")
            and len(first) > 2
            and first not in seen
        ):
            seen.add(first)
            yield Entry("given-name", first, first, {"proper": "1"})


def latin_entries(registry: Registry) -> Iterator[Entry]:
    """Organizations by the Latin names that other scripts leave untranslated: TASS, Axios."""
    for name in registry.names("en"):
        if name.actor_id.startswith("org/") and name.kind in ("name", "short", "acronym") and len(name.form) > 2:
            yield Entry("actor", name.form, name.actor_id, {"name": name.kind, "proper": "1"})


def _is_common(form: str, adjectives: frozenset[str]) -> bool:
    """True for a surname that is also an adjective of nationality or a common word: alone it names nobody."""
    folded = fold(form)
    return folded in adjectives or folded.removeprefix("ال") in adjectives or is_ordinary_word(form) or len(folded) < 4


def place_entries(registry: Registry, code: str) -> Iterator[Entry]:
    """Entries of kind `place` (value: place id)."""
    for place_name in registry.places(code):
        if is_ordinary_word(place_name.form):
            continue
        yield Entry("place", place_name.form, place_name.place.id, {"proper": "1"})


def body_entries(registry: Registry, code: str) -> Iterator[Entry]:
    """Entries of kind `body`: ministries and the like, to be completed by a country (value: key of the office body)."""
    for body in registry.office_bodies(code):
        for wording in body.forms:
            features = {"form": wording.kind, "stands_for": body.stands_for}
            if body.country is not None:
                features["country"] = body.country
            if wording.form.isupper():
                features["proper"] = "1"
            yield Entry("body", wording.form, body.key, features)


def outlet_entries(registry: Registry, code: str, heads: frozenset[str]) -> Iterator[Entry]:
    """Entries of kind `outlet`: the name of a medium without its head noun, valid only after such a noun (agency *Saba*)."""
    seen = set()
    adjectives = _adjectives(registry, code)
    for name in registry.names(code):
        actor = registry.actors.get(name.actor_id)
        if actor is None or actor.kind not in MEDIA_CLASSES or name.kind == "slip":
            continue
        words = name.form.split()
        while len(words) > 1 and fold(words[0]) in heads:
            words.pop(0)
        bare = " ".join(words)
        if fold(bare).removeprefix("ال").removesuffix("ه") in adjectives or fold(bare) in adjectives:
            # "the British agency": the adjective alone names no medium
            continue
        if (bare, name.actor_id) not in seen:
            seen.add((bare, name.actor_id))
            yield Entry("outlet", bare, name.actor_id, {"proper": "1"})
