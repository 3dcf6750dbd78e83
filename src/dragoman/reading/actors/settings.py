"""How names and titles are put together in a language, from the `names` section of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.languages.loader import Pack, load_pack


@dataclass(frozen=True, kw_only=True)
class NameRules:
    """The small words and the order of words around titles and names.

    modifiers: kinds of entries that may stand before a title (the *Iranian* foreign minister); completions: those that
    may follow it without a link (ministro *russo*, глава *МИД*); links: words that bring a complement (of, di);
    institutions: nouns of bodies and places, which no person is called.
    """

    capitalised: bool
    articles: frozenset[str]
    indefinite: frozenset[str]
    modifiers: frozenset[str]
    completions: frozenset[str]
    links: frozenset[str]
    conjunctions: frozenset[str]
    speaking_places: frozenset[str]
    source_openers: frozenset[str]
    topics: frozenset[str]
    institutions: frozenset[str]
    auxiliaries: frozenset[str]
    plural_endings: tuple[str, ...]
    particles: frozenset[str]
    inflected: bool
    home: str | None


def name_rules(pack: Pack) -> NameRules:
    """The rules of a pack; worked out once."""
    return _rules_of(pack.code)


@cache
def _rules_of(code: str) -> NameRules:
    section: Mapping[str, Any] = load_pack(code).rules.get("names", {})

    def words(name: str) -> frozenset[str]:
        return frozenset(map(str, section.get(name, ())))

    return NameRules(
        capitalised=bool(section.get("capitalised", False)),
        articles=words("articles"),
        indefinite=words("indefinite"),
        modifiers=words("modifiers"),
        completions=words("completions"),
        links=words("links"),
        conjunctions=words("conjunctions"),
        speaking_places=words("speaking_places"),
        source_openers=words("source_openers"),
        topics=words("topics"),
        institutions=words("institutions"),
        auxiliaries=words("auxiliaries"),
        plural_endings=tuple(map(str, section.get("plural_endings", ()))),
        particles=words("particles"),
        inflected=bool(section.get("inflected", False)),
        home=section.get("home"),
    )
