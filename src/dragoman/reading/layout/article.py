"""An article as the stages see it: words with their places, entries found, quotations, sentences.

Invariant: `words`, `starts` and `ends` are parallel; every range of tokens is half-open; hits are in order of start.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from dragoman.languages.lexicon import (
    LINE,
    Branch,
    Hit,
    Key,
    Lexicon,
    Word,
    fits,
    inflection_of,
    is_article_name,
    longest_hits,
)
from dragoman.languages.loader import Pack
from dragoman.model.record import Span
from dragoman.text.tokens import TOKEN


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens from `start` to `end`, end not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: tokens inside, without the marks; `closed` is False where the end is a guess."""

    start: int
    end: int
    closed: bool = True
    depth: int = 0


@dataclass(frozen=True, kw_only=True)
class Article:
    """The text, its words and what the lexicon knows of them."""

    text: str
    pack: Pack
    published: date | None
    words: Sequence[Word]
    starts: Sequence[int]
    ends: Sequence[int]
    hits: Sequence[Hit]
    by_kind: dict[str, list[Hit]]
    quotations: tuple[Quotation, ...] = ()
    sentences: tuple[Range, ...] = ()
    title_end: int = 0
    _at: dict[str, dict[int, list[Hit]]] = field(default_factory=dict)

    def hits_of(self, *kinds: str) -> list[Hit]:
        """The hits of these kinds, in order of start."""
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0], [])
        return sorted((hit for kind in kinds for hit in self.by_kind.get(kind, ())), key=lambda hit: hit.start)

    def hits_within(self, kind: str, start: int, end: int) -> list[Hit]:
        """The hits of a kind that begin from `start` to before `end`."""
        return list(within(self.by_kind.get(kind, ()), start, end))

    def at(self, kind: str, token: int) -> list[Hit]:
        """The hits of a kind that begin at a token."""
        index = self._at.get(kind)
        if index is None:
            index = self._at[kind] = {}
            for hit in self.by_kind.get(kind, ()):
                index.setdefault(hit.start, []).append(hit)
        return index.get(token, [])

    def span(self, start: int, end: int) -> Span:
        """The words from token `start` to before token `end` as a span of the text."""
        return self.slice(self.starts[start], self.ends[max(start, end - 1)])

    def slice(self, start: int, end: int) -> Span:
        """The characters from `start` to `end` as a span."""
        return Span(start=start, end=end, text=self.text[start:end])


# so many items may begin inside one that still goes on
DEEPEST = 8


class Ranged(Protocol):
    """Anything that takes a range of tokens."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Placed(Protocol):
    """Anything that begins at a token."""

    @property
    def start(self) -> int: ...


Item = TypeVar("Item", bound=Placed)


def within(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """Those of the items, which are in order of start, that begin from `start` to before `end`."""
    first = bisect_left(items, start, key=_start)
    return items[first : bisect_left(items, end, lo=first, key=_start)]


def _start(item: Placed) -> int:
    return item.start


def innermost(items: Sequence[Ranged], token: int, *, without: int | None = None) -> int | None:
    """The index of the shortest item that holds the token; the items are in order of start and hardly nested."""
    last = bisect_right(items, token, key=_start)
    holding = [
        (items[index].end - items[index].start, index)
        for index in range(max(0, last - DEEPEST), last)
        if token < items[index].end and index != without
    ]
    return min(holding)[1] if holding else None


def scan(text: str, lexicon: Lexicon) -> tuple[list[Word], list[int], list[int]]:
    """The words of a text with the offsets where each begins and ends."""
    known = lexicon.known
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in TOKEN.finditer(text):
        surface = match.group()
        word = known.get(surface)
        words.append(lexicon.word(surface) if word is None else word)
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return words, starts, ends


def find_hits(words: Sequence[Word]) -> list[Hit]:
    """Every entry that the words bear; of one kind and start only the longest ones."""
    hits: list[Hit] = []
    for index, word in enumerate(words):
        if not word.active:
            continue
        here = [
            Hit(index, index + 1, prefix, entry, suffix, inflection)
            for _, _, prefix, entry, suffix, inflection in word.alone
        ]
        known = len(here)
        if word.heads and index + 1 < len(words):
            following = words[index + 1].inflected
            for key, branch in word.heads:
                if not branch.following.keys().isdisjoint(following):
                    _follow(words, index + 1, branch, Head(index, key), here)
        hits.extend(here if len(here) == known else longest_hits(here))
    return hits


class Head(NamedTuple):
    """Where an entry of several words may begin, and the reading of the word there."""

    start: int
    key: Key


def _follow(
    words: Sequence[Word], position: int, branch: Branch, head: Head, found: list[Hit], exact: bool = True
) -> None:
    """Add the entries that the words from `position` complete; `exact`: none of them bears an ending of an adjective."""
    following = branch.following
    word = words[position] if position < len(words) else None
    if word is None or word.kind == LINE:
        return
    for form in word.inflected:
        further = following.get(form)
        if further is None:
            continue
        still_exact = exact and form in word.tails
        for entry in further.entries:
            if (
                (still_exact or entry.features.get("inflect") == "adjective")
                and fits(head.key, entry)
                and (word.capitalised or not is_article_name(entry))
            ):
                key = head.key
                inflection = key.inflection or inflection_of(word, form)
                found.append(Hit(head.start, position + 1, key.prefix, entry, key.suffix, inflection))
        if further.following:
            _follow(words, position + 1, further, head, found, still_exact)


def title_end(words: Sequence[Word]) -> int:
    """How many tokens a headline takes: a first line with an empty line after it, else 0."""
    for index, word in enumerate(words):
        if word.kind == LINE:
            following = words[index + 1] if index + 1 < len(words) else None
            return index if 0 < index < 80 and following is not None and following.kind == LINE else 0
        if index > 80:
            return 0
    return 0
