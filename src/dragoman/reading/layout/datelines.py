"""The opening of a wire report: *CITY, DATE (AGENCY) –*, *CITY. DATE. AGENCY –*, *(AGENCY) – CITY, DATE –*."""

from __future__ import annotations

from dragoman.languages.lexicon import MARK, NUMBER, WORD
from dragoman.reading.found import Furniture
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.layout.captions import is_site
from dragoman.registry import load_registry

DASHES = frozenset("-–—")
_OPENING_MARKS = frozenset("([/")
_LONGEST, _FURTHEST_COLON = 16, 8
_KINDS = ("actor", "outlet", "place", "month", "weekday", "source")


def find_dateline(article: Article, line: Range) -> Furniture | None:
    """The dateline with which a line opens, its closing mark included."""
    if line.start >= line.end or not _may_open(article, line.start):
        return None
    limit = min(line.end, line.start + _LONGEST)
    best = None
    for token in range(line.start + 1, limit):
        surface = article.words[token].surface
        closes = surface in DASHES or surface == ":" and token - line.start <= _FURTHEST_COLON
        if (closes or surface == "." and _is_agency_before(article, line.start, token)) and _is_opening(
            article, line.start, token
        ):
            best = token
        elif best is not None and article.words[token].kind == WORD and surface[:1].islower():
            break
    if best is None:
        return _shouted(article, line)
    return Furniture(start=line.start, end=best + 1, kind="dateline", rule="furniture.dateline")


def _may_open(article: Article, start: int) -> bool:
    if article.words[start].surface in _OPENING_MARKS:
        return start + 1 < len(article.words) and _is_agency(article, start + 1)
    return (
        bool(article.at("place", start))
        or any(hit.entry.features.get("name") == "capital" for hit in article.at("actor", start))
        or any(
            article.words[hit.end].kind == MARK
            for hit in article.at("actor", start)
            if hit.end < len(article.words) and _is_agency(article, start)
        )
    )


def _shouted(article: Article, line: Range) -> Furniture | None:
    """A city with a dash: *GENEVA —*, *Juba — The*, *WASHINGTON, DC —*; in small letters only before a capital."""
    words = article.words
    for hit in (*article.at("place", line.start), *article.at("actor", line.start)):
        end = hit.end
        if end + 1 < line.end and words[end].surface == "," and words[end + 1].capitalised:
            end += 2
        if end + 1 >= line.end or words[end].surface not in DASHES:
            continue
        shouted = all(word.surface.isupper() for word in words[hit.start : hit.end])
        if shouted or words[end].surface == "—" and words[end + 1].capitalised:
            return Furniture(start=line.start, end=end + 1, kind="dateline", rule="furniture.dateline-city")
    return None


def _is_agency(article: Article, token: int) -> bool:
    registry = load_registry()
    for kind in ("actor", "outlet"):
        for hit in article.at(kind, token):
            actor = registry.actors.get(hit.entry.value)
            if actor is not None and actor.type == "organization":
                return True
    return False


def _is_agency_before(article: Article, start: int, token: int) -> bool:
    """True where an agency, perhaps between strokes or brackets, stands right before the full stop."""
    position = token - 1
    while position > start and article.words[position].kind == MARK:
        position -= 1
    # an agency's name of several words ends here
    return any(_is_agency(article, first) for first in range(max(start, position - 2), position + 1))


def _is_opening(article: Article, start: int, end: int) -> bool:
    """True where only places, dates, agencies and marks stand, with an agency or a bracket among them."""
    named = False
    token = start
    while token < end:
        word = article.words[token]
        if word.kind in (MARK, NUMBER):
            named = named or word.surface in "(（"
            token += 1
            continue
        hit = next((hit for kind in _KINDS for hit in article.at(kind, token)), None)
        if hit is None and is_site(word.surface.lower()):
            named = True
            token += 1
            continue
        if hit is None:
            if word.kind == WORD and named:
                token += 1
                continue
            return False
        actor = load_registry().actors.get(hit.entry.value)
        named = named or (actor is not None and actor.type == "organization")
        token = hit.end
    return named
