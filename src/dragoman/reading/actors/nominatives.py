"""The dictionary form of a person's name that a language declines, and the case in which it stands."""

from __future__ import annotations

from functools import cache

from dragoman.languages.lexicon import WORD, Word
from dragoman.languages.loader import load_pack
from dragoman.reading.actors.settings import name_rules
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.registry import load_registry
from dragoman.text.folding import fold

# Family names that are surely in their dictionary form, best first.
_FAMILY_ENDINGS = (
    ("ов", "ев", "ин", "ын", "ский", "цкий", "ой", "ый", "ий"),
    ("ова", "ева", "ина", "ына", "ская", "цкая", "ая"),
    ("ян", "дзе", "швили", "ко", "ук", "юк", "ич", "ец", "ик", "ак"),
)


def end_of_initials(article: Article, position: int) -> int:
    """Where the initials before a family name end (*С. В.* Лавров), or `position` where there are none."""
    words = article.words
    while (
        position + 2 < len(words)
        and len(words[position].surface) == 1
        and words[position].capitalised
        and words[position + 1].surface == "."
        and article.starts[position + 1] == article.ends[position]
        and words[position + 2].capitalised
    ):
        position += 2
    return position


def name_inflection(article: Article, start: int, end: int, title: str = "") -> str:
    """The cases in which the name may stand, as its given name tells; empty for the nominative.

    title: what the ending of a title before it tells, by which Александра is a woman's name or a man's.
    """
    if not name_rules(article.pack).inflected:
        return "possessive" if article.words[end - 1].folded.endswith("'s") else ""
    for word in article.words[start:end]:
        if word.kind != WORD:
            continue
        given = [key.inflection for key, entry in word.singles if entry.kind == "given-name"]
        oblique = next((cases for cases in given if cases), "")
        if oblique and ("" not in given or title and "n" not in title and set(title) & set(oblique)):
            return oblique
        if given:
            return ""
    return ""


def nominative_words(article: Article, start: int, end: int, title: str = "") -> list[str]:
    """The words of a name in their dictionary form, folded."""
    words = [word for word in article.words[start:end] if word.kind == WORD]
    if not name_rules(article.pack).inflected:
        return [word.folded.removesuffix("'s") for word in words]
    cases = name_inflection(article, start, end, title)
    return [_nominative(word, cases) for word in words]


def _nominative(word: Word, cases: str) -> str:
    """The form of the word that fits: as written where the name stands in the nominative."""
    if not cases:
        return word.folded
    given = [key.form for key, entry in word.singles if entry.kind == "given-name" and key.inflection]
    if given:
        return given[0]
    fitting = [key.form for key in word.keys if key.inflection and set(key.inflection) & set(cases)]
    for endings in _FAMILY_ENDINGS:
        for form in fitting:
            if form.endswith(endings):
                return form
    # a foreign name on a consonant: Рубио stays, Уиткоффа is Уиткофф
    return next((form for form in fitting if form[-1] not in "аеиоуыэюяьй"), word.folded)


@cache
def _registered_forms(code: str) -> dict[str, frozenset[str]]:
    """For each person of the registry the forms under which a text may name the person again."""
    forms: dict[str, set[str]] = {}
    particles = name_rules_of(code)
    for name in load_registry().names(code):
        if not name.actor_id.startswith("person/") or name.kind not in ("name", "short", "surname"):
            continue
        words = [fold(word) for word in name.form.split()]
        if name.kind == "name":
            position = len(words) - 1
            while position > 1 and words[position - 1] in particles:
                position -= 1
            forms.setdefault(name.actor_id, set()).add(" ".join(words[position:]))
        else:
            forms.setdefault(name.actor_id, set()).add(" ".join(words))
    return {actor: frozenset(form for form in found if len(form) > 1) for actor, found in forms.items()}


def name_rules_of(code: str) -> frozenset[str]:
    """The particles of names in a language."""
    return name_rules(load_pack(code)).particles


def repeated_forms(article: Article, person: Mention) -> set[str]:
    """The forms under which the person of a mention may be met again, in the dictionary form."""
    known = _registered_forms(article.pack.code).get(person.actor or "")
    if known:
        return set(known)
    words = nominative_words(article, person.head, person.end, person.inflection if person.title else "")
    if not words:
        return set()
    particles = name_rules(article.pack).particles
    position = len(words) - 1
    while position > 1 and words[position - 1] in particles:
        position -= 1
    return {" ".join(words[position:]), " ".join(words)}
