"""Finds actors of the registry by any spelling of their names, and says why each was found.

A name is compared as written with every form of the registry; a name that no form equals is compared by its sound with the
English names of people, since everybody there has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.errors import InputError
from dragoman.languages.names import quick_skeleton, romanise
from dragoman.registry import LANGUAGES, Actor, Name, load_registry
from dragoman.text.folding import fold
from dragoman.text.script import NAMES
from dragoman.text.tokens import TOKEN

LEAST_LIKENESS = 0.8
SHORTEST_SKELETON = 3
MOST_FORMS = 6
# What one Latin spelling may be in another language's spelling: Italian Darciev is Darchiev, French Dartchiev too.
_READINGS = (
    ("as Italian", re.compile("c(?=[ei])"), "ch"),
    ("as Italian", re.compile("sc(?=[ei])"), "sh"),
    ("as French", re.compile("tch"), "ch"),
    ("as French", re.compile("ou"), "u"),
    ("as German", re.compile("tsch"), "ch"),
    ("as German", re.compile("w"), "v"),
)


@dataclass(frozen=True, kw_only=True)
class FoundActor:
    """An actor of the registry with the reason for which it was found, its names and its posts."""

    id: str
    name: str
    type: str
    country: str | None
    wikidata: str | None
    likeness: float
    because: str
    names: dict[str, tuple[str, ...]]
    posts: tuple[str, ...]


def find_actors(query: str, limit: int = 10) -> tuple[FoundActor, ...]:
    """The actors that a name in any of the languages may mean, likeliest first.

    Raises InputError for a query without a letter.
    """
    if not any(map(str.isalpha, query)):
        raise InputError("a name has letters; write one as any of the languages writes it: dragoman actors Lavrov")
    reasons: dict[str, tuple[float, str]] = {}
    for actor_id, likeness, because in (*_by_form(query), *_by_sound(query)):
        if likeness > reasons.get(actor_id, (0.0, ""))[0]:
            reasons[actor_id] = (likeness, because)
    best = sorted(reasons.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
    actors = load_registry().actors
    return tuple(
        _describe(actors[actor_id], likeness, because) for actor_id, (likeness, because) in best if actor_id in actors
    )


def _by_form(query: str) -> Iterator[tuple[str, float, str]]:
    """The actors with a form that is the query, or that holds all its words."""
    wanted = _words(query)
    for language in LANGUAGES:
        for name in load_registry().names(language):
            words = _words(name.form)
            if words == wanted:
                yield name.actor_id, 1.0, f"is called {name.form} in {NAMES[language]} ({name.kind})"
            elif len(wanted) < len(words) and set(wanted) <= set(words):
                share = len(wanted) / len(words)
                yield name.actor_id, 0.85 + share / 10, f"its {NAMES[language]} name is {name.form} ({name.kind})"


def _by_sound(query: str) -> Iterator[tuple[str, float, str]]:
    """The people whose English name sounds like the query, in one of the ways in which it may be read."""
    for reading, latin in _readings(query):
        bones = quick_skeleton(latin).split()
        if sum(map(len, bones)) < SHORTEST_SKELETON:
            continue
        for name, words in _people():
            likeness = _likeness(bones, words)
            if likeness >= LEAST_LIKENESS:
                read = f", read {reading} {latin}," if reading else ""
                shown = " ".join(bones)
                because = f"{query}{read} sounds like {name.form}: {shown} beside {' '.join(words)}"
                yield name.actor_id, likeness * 0.9, because


def _readings(query: str) -> Iterator[tuple[str, str]]:
    """The query in Latin letters, as it stands and as other languages would read it."""
    latin = romanise(query, "")
    yield ("" if latin == query else "as"), latin
    for manner, pattern, sound in _READINGS:
        changed = pattern.sub(sound, latin.lower())
        if changed != latin.lower():
            yield manner, changed


@cache
def _people() -> tuple[tuple[Name, tuple[str, ...]], ...]:
    """The full English names of people with the skeleton of each word."""
    return tuple(
        (name, tuple(quick_skeleton(name.form).split()))
        for name in load_registry().names("en")
        if name.kind == "name" and name.actor_id.startswith("person/")
    )


def _likeness(bones: list[str], words: tuple[str, ...]) -> float:
    """How alike the words sound: one word beside each of the name's, several beside as many."""
    if not words:
        return 0.0
    if len(bones) == 1:
        return max(_closeness(bones[0], word) for word in words[-2:] if word)
    if len(bones) != len(words):
        return _closeness("".join(bones), "".join(words))
    return min(_closeness(bone, word) for bone, word in zip(bones, words, strict=True))


def _closeness(first: str, second: str) -> float:
    if first == second:
        return 1.0
    if abs(len(first) - len(second)) > 1 or first[:1] != second[:1] or min(len(first), len(second)) < SHORTEST_SKELETON:
        return 0.0
    longer, shorter = sorted((first, second), key=len, reverse=True)
    same = sum(x == y for x, y in zip(longer, shorter, strict=False))
    tail = sum(x == y for x, y in zip(reversed(longer), reversed(shorter), strict=False))
    return max(same, min(len(shorter), same + tail) if len(longer) > len(shorter) else same) / len(longer)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in TOKEN.findall(text) if word[0].isalnum())


def _describe(actor: Actor, likeness: float, because: str) -> FoundActor:
    registry = load_registry()
    names = {
        language: tuple(dict.fromkeys(name.form for name in registry.names(language) if name.actor_id == actor.id))[
            :MOST_FORMS
        ]
        for language in LANGUAGES
    }
    posts = tuple(
        f"{post.role}, {post.of} ({post.start or '?'} to {post.end or 'now'})" for post in registry.posts_of(actor.id)
    )
    return FoundActor(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        country=actor.country,
        wikidata=actor.wikidata,
        likeness=round(likeness, 2),
        because=because,
        names={language: forms for language, forms in names.items() if forms},
        posts=posts,
    )
