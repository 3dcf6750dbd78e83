"""What a syndication credit or a notice of translation tells of the original: title, publisher, language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import MARK, Hit
from dragoman.reading.layout.article import Article, Range
from dragoman.registry import load_registry
from dragoman.registry.actors import Actor

_LONGEST_PUBLISHER = 14
# Marks between a name and what a page adds to it.
_BARS = frozenset("|–—-")
# The language in which a country's press writes: an article in another one that credits it is a translation.
_PRESS = frozenset(("independent-press", "blog", "party-organ"))
_LANGUAGES = {
    "DE": "de",
    "ES": "es",
    "FR": "fr",
    "GB": "en",
    "IR": "fa",
    "IT": "it",
    "RU": "ru",
    "TR": "tr",
    "US": "en",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """What the page says of the original."""

    title: str | None = None
    publisher: str | None = None
    language: str | None = None


def find_credit(article: Article, line: Range, hits: Sequence[Hit]) -> tuple[int, Credit] | None:
    """Where *The article … comes from …* begins in a line that it ends, and what it tells; `hits` are the line's."""
    for link in reversed(hits):
        if "link" not in link.entry.features or line.end - link.end > _LONGEST_PUBLISHER or link.end >= line.end:
            continue
        opening = _opening(article, line, hits, link)
        if opening is not None:
            title = _trimmed(article, opening.end, link.start)
            actor = _known(article, link.end, line.end)
            name = actor.name if actor else _name(article, link.end, line.end)
            return opening.start, Credit(title=title or None, publisher=name, language=_language(article, actor))
    return None


def _opening(article: Article, line: Range, hits: Sequence[Hit], link: Hit) -> Hit | None:
    """The words that open the credit: at the beginning of the line, or after a mark."""
    for hit in reversed(hits[: bisect_left(hits, link.start, key=lambda hit: hit.start)]):
        if "credit" not in hit.entry.features:
            continue
        if hit.start - line.start <= 1 or article.words[hit.start - 1].kind == MARK:
            return hit
    return None


def _trimmed(article: Article, start: int, end: int) -> str:
    """The words without marks around them; a quotation mark goes only where its partner does."""
    words = article.words
    while start < end and words[start].kind == MARK and words[start].surface not in "«“\"'":
        start += 1
    while end > start and words[end - 1].kind == MARK and words[end - 1].surface not in "»”\"'?!؟)":
        end -= 1
    if end - start > 2 and words[start].surface + words[end - 1].surface in ("«»", "“”", '""'):
        inside = {words[token].surface for token in range(start + 1, end - 1)}
        if not inside & {words[start].surface, words[end - 1].surface}:
            start, end = start + 1, end - 1
    return article.span(start, end).text if end > start else ""


def _known(article: Article, start: int, end: int) -> Actor | None:
    """The organization of the registry that is named as publisher."""
    registry = load_registry()
    for kind in ("actor", "outlet"):
        for token in range(start, end):
            for hit in article.at(kind, token):
                actor = registry.actors.get(hit.entry.value)
                if actor is not None and actor.type == "organization":
                    return actor
    return None


def _name(article: Article, start: int, end: int) -> str | None:
    """The words that name the publisher, up to a bar."""
    for token in range(start + 1, end):
        if article.words[token].surface in _BARS:
            end = token
            break
    return _trimmed(article, start, end) or None


def _language(article: Article, publisher: Actor | None) -> str | None:
    """The language of the publisher's country where the article is in another one."""
    if publisher is None or publisher.kind not in _PRESS:
        return None
    language = _LANGUAGES.get(publisher.country or "")
    return language if language != article.pack.code else None


def source_language(article: Article, unit: Range) -> str | None:
    """The language that a notice of translation names as that of the original."""
    for token in range(unit.start, unit.end):
        for hit in article.at("language", token):
            if hit.entry.value != article.pack.code:
                return hit.entry.value
    return None
