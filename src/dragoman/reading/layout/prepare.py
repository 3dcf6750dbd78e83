"""From a text to an article: words, entries, quotations and sentences, in one pass each."""

from __future__ import annotations

from datetime import date

from dragoman.languages.lexicon import Hit
from dragoman.languages.loader import Pack
from dragoman.reading.layout.article import Article, find_hits, scan, title_end
from dragoman.reading.layout.quotations import find_quotations
from dragoman.reading.layout.sentences import find_sentences


def prepare(text: str, pack: Pack, published: date | None) -> Article:
    """The article that all stages read."""
    words, starts, ends = scan(text, pack.lexicon)
    hits = find_hits(words)
    by_kind: dict[str, list[Hit]] = {}
    for hit in hits:
        by_kind.setdefault(hit.entry.kind, []).append(hit)
    quotations = find_quotations(words, starts, ends)
    abbreviations = frozenset(pack.rules.get("abbreviations", ()))
    return Article(
        text=text,
        pack=pack,
        published=published,
        words=words,
        starts=starts,
        ends=ends,
        hits=hits,
        by_kind=by_kind,
        quotations=quotations,
        sentences=find_sentences(words, starts, ends, quotations, abbreviations),
        title_end=title_end(words),
    )
