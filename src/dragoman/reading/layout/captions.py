"""Pieces of the page inside a line of the report: captions, names of sections, sites, single words of the page.

Feeds run these into the text without a line of their own, so that a caption may begin in the middle of what looks like a
sentence. Everything is looked for outwards from the words of the page that the pack lists.
"""

from __future__ import annotations

import re

from dragoman.languages.lexicon import WORD, Hit
from dragoman.reading.found import Furniture
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.layout.sentences import FINAL
from dragoman.registry import load_registry

_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_BRACKET, _LONGEST_CAPTION, _LONGEST_CAPTION_LINE, _LONGEST_HEADLINE = 26, 60, 110, 24
_SITE = re.compile(r"(?:www\.)?[a-z][a-z0-9-]*(?:\.[a-z]{2,12})+")
_CREDIT_MARKS = frozenset("/—–-,&")


def find_caption(article: Article, sentence: Range, line: Range, hit: Hit) -> Furniture | None:
    """The caption whose credit the hit opens: in brackets together with the words before, else the credit alone."""
    words = article.words
    bracket = next(
        (t for t in range(hit.start - 1, max(sentence.start, hit.start - 3) - 1, -1) if words[t].surface in _BRACKETS),
        None,
    )
    if bracket is not None:
        end = _closing(article, bracket)
        if end is not None:
            ends_line = line.end - end <= 2 and line.end - line.start <= _LONGEST_CAPTION_LINE
            start = line.start if ends_line else _caption_start(article, sentence, bracket)
            return Furniture(start=start, end=end + 1, kind="caption", rule="furniture.caption")
        return None
    if "marker" not in hit.entry.features:
        return None
    end = credit_end(article, hit.end, sentence.end)
    if end is None or not (words[hit.start].capitalised or article.pack.direction == "rtl"):
        return None
    return Furniture(start=hit.start, end=end, kind="caption", rule="furniture.caption-credit")


def _closing(article: Article, bracket: int) -> int | None:
    """The bracket that closes another, on the same line."""
    words = article.words
    partner = _BRACKETS[words[bracket].surface]
    for token in range(bracket + 1, min(len(words), bracket + _LONGEST_BRACKET)):
        if words[token].surface == partner:
            return token
        if words[token].surface == "\n":
            return None
    return None


def _caption_start(article: Article, sentence: Range, bracket: int) -> int:
    """Where the words begin to which a credit in brackets belongs: those of its sentence, or only the name right before."""
    words = article.words
    start = bracket
    while start > sentence.start and _is_name_part(article, start - 1):
        start -= 1
    run = bracket - start
    if start > sentence.start and run >= 2 and words[start - 1].kind == WORD and not _governs(article, start - 1):
        return start
    return sentence.start if bracket - sentence.start <= _LONGEST_CAPTION else bracket


def _is_name_part(article: Article, token: int) -> bool:
    return article.words[token].kind == WORD and article.words[token].capitalised


def _governs(article: Article, token: int) -> bool:
    """True for a word that leads to a name: a title, a preposition, a conjunction."""
    return any(article.at(kind, token) for kind in ("preposition", "title", "nationality", "actor", "body")) or (
        len(article.words[token].surface) <= 3
    )


def credit_end(article: Article, start: int, limit: int) -> int | None:
    """Where the names after *Photo:* end; None where no name follows."""
    words = article.words
    token = start
    colon = token < limit and words[token].surface == ":"
    token += int(colon)
    end = None
    named = 0
    while token < limit:
        medium = _medium_end(article, token)
        if medium is not None:
            end, named = medium, 4
            token = medium
        elif words[token].kind == WORD and words[token].capitalised and named < 3:
            token, named = token + 1, named + 1
            end = token
        else:
            break
        if token < limit and words[token].surface in _CREDIT_MARKS:
            token, named = token + 1, 0
        elif named >= 4:
            break
    if end is None or not colon and named < 4:
        return None
    return end


def _medium_end(article: Article, token: int) -> int | None:
    """Where the name of an agency, an outlet or another body ends that begins at a token."""
    registry = load_registry()
    for kind in ("actor", "outlet"):
        for hit in article.at(kind, token):
            actor = registry.actors.get(hit.entry.value)
            if actor is not None and actor.type == "organization":
                return hit.end
    for hit in article.at("furniture", token):
        if hit.entry.value == "caption" and "marker" not in hit.entry.features:
            return hit.end
    return None


def find_token(article: Article, hit: Hit) -> Furniture | None:
    """A word of the page set between two sentences: *Video*, *Advertisement*."""
    words = article.words
    before = words[hit.start - 1] if hit.start else None
    after = words[hit.end] if hit.end < len(words) else None
    if not words[hit.start].capitalised or before is None:
        return None
    apart = before.kind != WORD or not before.capitalised
    opens = after is None or after.capitalised or after.surface in '«“"\n'
    if not apart or not opens or before.surface in ("«", "“", '"', "(", ",", ":"):
        return None
    if after is not None and after.capitalised and before.kind == WORD and article.at("preposition", hit.start - 1):
        return None
    return Furniture(start=hit.start, end=hit.end, kind=hit.entry.value, rule="furniture.token")


def find_section(article: Article, sentence: Range, hit: Hit) -> Furniture | None:
    """A headline run into the text with the name of its section after it; a site's name may follow."""
    words = article.words
    if not words[hit.start].capitalised or not 4 <= hit.start - sentence.start <= _LONGEST_HEADLINE:
        return None
    before, end = words[hit.start - 1], hit.end
    if before.surface in FINAL or before.surface in ",:«(" or article.at("preposition", hit.start - 1):
        return None
    if end < sentence.end and is_site(words[end].surface):
        end += 1
    if end < sentence.end and not (words[end].capitalised or words[end].surface in '«“"'):
        return None
    return Furniture(start=sentence.start, end=end, kind="related", rule="furniture.section")


def is_site(surface: str) -> bool:
    """True for the bare name of a site."""
    return "." in surface and _SITE.fullmatch(surface) is not None


def find_shortcodes(article: Article, line: Range) -> list[Furniture]:
    """Codes of a publishing system in double brackets: [[gallery:12]]."""
    words = article.words
    found = []
    token = line.start
    while token < line.end - 3:
        if words[token].surface in "[{" and words[token + 1].surface == words[token].surface:
            partner = "]" if words[token].surface == "[" else "}"
            for end in range(token + 2, min(line.end - 1, token + 24)):
                if words[end].surface == partner == words[end + 1].surface:
                    found.append(Furniture(start=token, end=end + 2, kind="navigation", rule="furniture.code"))
                    token = end + 1
                    break
        token += 1
    return found
