"""Finds a registered person behind a spelling that the registry does not have: دارشيف for دارتشييف.

Arabic news writes foreign names by ear. Two spellings are compared by their consonants, letters that stand for one
foreign sound counting as the same; a match needs every word of the name and is given up where two people share it.
"""

from __future__ import annotations

from functools import cache

from dragoman.languages.names import quick_skeleton
from dragoman.registry import load_registry
from dragoman.text.folding import fold

# one letter for each group of letters by which the press writes the same foreign sound
_SOUNDS = (
    ("تش", "ش"),
    ("دج", "ج"),
    ("غ", "ج"),
    ("ق", "ك"),
    ("ط", "ت"),
    ("ث", "ت"),
    ("ذ", "د"),
    ("ظ", "د"),
    ("ض", "د"),
    ("ص", "س"),
    ("ڤ", "ف"),
    ("ح", "ه"),
    ("پ", "ب"),
    ("چ", "ش"),
    ("گ", "ج"),
    ("كس", "س"),
)
_SILENT = str.maketrans("", "", "اويءئؤعه")
FEWEST_CONSONANTS = 5


def sound_key(name: str, language: str = "ar") -> tuple[str, ...]:
    """The consonants of each word of a name in order; empty where too few are left to tell people apart."""
    if language != "ar":
        bones = tuple(quick_skeleton(name).split())
        return bones if len(bones) > 1 and sum(map(len, bones)) >= FEWEST_CONSONANTS else ()
    words = []
    for word in fold(name).replace("-", " ").split():
        bare = word.removeprefix("ال")
        for written, sound in _SOUNDS:
            bare = bare.replace(written, sound)
        consonants = bare.translate(_SILENT)
        unique = "".join(
            letter for index, letter in enumerate(consonants) if index == 0 or consonants[index - 1] != letter
        )
        words.append(unique)
    enough = len(words) > 1 and sum(map(len, words)) >= FEWEST_CONSONANTS and all(words)
    return tuple(words) if enough else ()


@cache
def _people_by_sound(language: str) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for name in load_registry().names(language):
        if name.kind == "name" and name.actor_id.startswith("person/"):
            key = sound_key(name.form, language)
            if key:
                found.setdefault(key, set()).add(name.actor_id)
    return {key: frozenset(people) for key, people in found.items()}


def same_sound(name: str, language: str, country: str | None) -> str | None:
    """The one registered person whose name sounds like this one; `country`, where known, must be the person's."""
    key = sound_key(name, language)
    people = _people_by_sound(language).get(key, frozenset()) if key else frozenset()
    if len(people) != 1:
        return None
    person = next(iter(people))
    actor = load_registry().actors[person]
    fits = (
        country is None
        or actor.country in (country, None)
        or any(post.of == country for post in load_registry().posts_of(person))
    )
    return person if fits else None
