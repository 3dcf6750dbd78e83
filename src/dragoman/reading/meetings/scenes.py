"""One word of meeting with the clause around it: where its parties, its date and its place are looked for.

`low` and `high` bound what stands nearer to this word than to another word of meeting; `floor` and `ceiling` bound the
clause, which a conjunction (that, but, while) or a quotation mark closes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import WORD, Hit
from dragoman.reading.found import FoundTime, Mention
from dragoman.reading.layout.article import Article, Quotation, Range, innermost, within
from dragoman.reading.meetings.parties import outermost, party_of
from dragoman.reading.speech.speakers import Mentions

_TURNS = ("", "soft", "but", "turn", "cut")
_STOPS = frozenset("؛;")
_SHORT = 6


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A word of meeting and what may belong to it."""

    article: Article
    mentions: Mentions
    times: Sequence[FoundTime]
    anchor: Hit
    sentence: Range
    before: Range | None
    low: int
    high: int
    floor: int
    ceiling: int
    borders: Borders

    @property
    def near(self) -> list[Mention]:
        """The mentions that stand nearer to this word of meeting than to another."""
        return self.mentions.between(self.low, self.high)

    @property
    def clause(self) -> list[Mention]:
        """The mentions of the clause, none of them inside another."""
        return outermost(self.mentions.between(self.floor, self.ceiling))

    def hits(self, kind: str, low: int, high: int) -> list[Hit]:
        """The hits of a kind that begin from `low` to before `high`."""
        return self.borders.hits(kind, low, high)

    def rule(self, name: str) -> Sequence[str]:
        """A list of the pack's rules for rounds; empty where the pack has none."""
        words: Sequence[str] = self.article.pack.rules["rounds"].get(name, ())
        return words


class Borders:
    """Where the clauses of an article begin, where its sentences turn and where the hits of each kind stand, found once."""

    def __init__(self, article: Article) -> None:
        self._by_kind = article.by_kind
        self._starts: dict[str, list[int]] = {}
        breaks = article.by_kind.get("break", ())
        expected = _expected(article)
        openings = [hit for hit in article.by_kind.get("complementizer", ()) if hit.start not in expected]
        self._clauses = [hit.start for hit in openings]
        has_marks = any(mark in article.text for mark in _STOPS)
        marks = [token for token, word in enumerate(article.words) if word.surface in _STOPS] if has_marks else []
        self._turns = sorted({*marks, *(hit.start for hit in breaks if hit.entry.value in _TURNS)})
        places = (hit.start for hit in breaks if hit.entry.value == "where")
        self._ends = sorted({*self._clauses, *self._turns, *places})
        floors = [*openings, *(hit for hit in breaks if hit.entry.value in _TURNS and hit.entry.value != "cut")]
        self._floors = sorted((hit.start, hit.end) for hit in floors)

    def hits(self, kind: str, low: int, high: int) -> list[Hit]:
        """The hits of a kind that begin from `low` to before `high`."""
        hits = self._by_kind.get(kind)
        if not hits:
            return []
        starts = self._starts.get(kind)
        if starts is None:
            starts = self._starts[kind] = [hit.start for hit in hits]
        first = bisect_left(starts, low)
        last = bisect_left(starts, high, first)
        return hits[first:last] if first < last else []

    def opens_clause(self, low: int, high: int) -> bool:
        """True where a conjunction between two tokens begins a clause of its own."""
        return _any_between(self._clauses, low, high)

    def turns(self, low: int, high: int) -> bool:
        """True where between two tokens the sentence turns to something else: but, while, a semicolon."""
        return _any_between(self._turns, low, high)

    def clause_around(self, article: Article, sentence: Range, anchor: Hit) -> tuple[int, int]:
        """The first and the last token (not included) of the clause in which a word stands."""
        floor, ceiling = sentence.start, sentence.end
        quoted = quotation_around(article, anchor.start)
        if quoted is not None:
            floor, ceiling = max(floor, quoted.start), min(ceiling, quoted.end)
        last = bisect_left(self._floors, (anchor.start, 0)) - 1
        if last >= 0 and self._floors[last][0] >= floor:
            floor = max(floor, self._floors[last][1])
        following = bisect_left(self._ends, anchor.end)
        if following < len(self._ends):
            ceiling = min(ceiling, max(self._ends[following], anchor.end))
        return floor, ceiling


def _any_between(tokens: Sequence[int], low: int, high: int) -> bool:
    following = bisect_left(tokens, low)
    return following < len(tokens) and tokens[following] < high


def quotation_around(article: Article, token: int) -> Quotation | None:
    """The quoted words in which a token stands; a few words between marks are no clause of their own."""
    index = innermost(article.quotations, token)
    quotation = article.quotations[index] if index is not None else None
    return quotation if quotation is not None and quotation.end - quotation.start > _SHORT else None


def _expected(article: Article) -> set[int]:
    """The tokens inside *it is expected that*, whose conjunction parts nothing from its subject."""
    return {token for hit in article.by_kind.get("ahead", ()) for token in range(hit.start + 1, hit.end)}


def is_subject(mention: Mention) -> bool:
    """True for those who may meet somebody: nothing governs them, and they are no mere adjective."""
    return not mention.governed and not mention.adjectival and not mention.prefix.endswith(("ب", "ل", "ك"))


def subjects(mentions: Sequence[Mention]) -> list[Mention]:
    """Those among the mentions who may meet somebody and of whom it is known for whom they stand."""
    return [m for m in mentions if is_subject(m) and m.kind != "source" and party_of(m) is not None]


def loose_words(scene: Scene, low: int, high: int) -> int:
    """How many words between two tokens belong to no mention and no time: what a phrase may be parted by is little."""
    covered: set[int] = set()
    for mention in scene.mentions.between(max(scene.sentence.start, low - 8), high):
        covered.update(range(mention.start, mention.end))
    for time in within(scene.times, max(0, low - 8), high):
        covered.update(range(time.start, time.end))
    words = scene.article.words
    return sum(words[token].kind == WORD and token not in covered for token in range(low, high))
