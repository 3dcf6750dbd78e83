"""One word of meeting with the clause around it: where its parties, its date and its place are looked for.

`low` and `high` bound what stands nearer to this word than to another word of meeting; `floor` and `ceiling` bound the
clause, which a conjunction (that, but, while) or a quotation mark closes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import WORD, Hit
from dragoman.reading.found import FoundTime, Mention
from dragoman.reading.layout.article import Article, Quotation, Range, innermost, within
from dragoman.reading.meetings.parties import outermost, party_of
from dragoman.reading.speech.cues import is_mark
from dragoman.reading.speech.speakers import Mentions

_TURNS = ("", "soft", "but", "turn", "cut")
_STOPS = "؛;"
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
        return self.article.hits_within(kind, low, high)

    def rule(self, name: str) -> Sequence[str]:
        """A list of the pack's rules for rounds; empty where the pack has none."""
        words: Sequence[str] = self.article.pack.rules["rounds"].get(name, ())
        return words


def is_turn(article: Article, token: int) -> bool:
    """True where a word or mark turns the sentence to something else: but, while, a semicolon."""
    return is_mark(article, token, _STOPS) or any(hit.entry.value in _TURNS for hit in article.at("break", token))


def clause_around(article: Article, sentence: Range, anchor: Hit) -> tuple[int, int]:
    """The first and the last token (not included) of the clause in which a word stands."""
    floor, ceiling = sentence.start, sentence.end
    quoted = quotation_around(article, anchor.start)
    if quoted is not None:
        floor, ceiling = max(floor, quoted.start), min(ceiling, quoted.end)
    for hit in article.hits_within("complementizer", floor, anchor.start):
        if not _is_expected(article, hit.start):
            floor = max(floor, hit.end)
    for hit in article.hits_within("break", floor, anchor.start):
        if hit.entry.value in ("", "soft", "but", "turn"):
            floor = max(floor, hit.end)
    for token in range(anchor.end, ceiling):
        if article.at("complementizer", token) and not _is_expected(article, token) or is_turn(article, token):
            return floor, token
        if any(hit.entry.value == "where" for hit in article.at("break", token)):
            return floor, token
    return floor, ceiling


def quotation_around(article: Article, token: int) -> Quotation | None:
    """The quoted words in which a token stands; a few words between marks are no clause of their own."""
    index = innermost(article.quotations, token)
    quotation = article.quotations[index] if index is not None else None
    return quotation if quotation is not None and quotation.end - quotation.start > _SHORT else None


def opens_clause(article: Article, low: int, high: int) -> bool:
    """True where a conjunction between two tokens begins a clause of its own."""
    return any(not _is_expected(article, hit.start) for hit in article.hits_within("complementizer", low, high))


def _is_expected(article: Article, token: int) -> bool:
    """True for the conjunction in *it is expected that*, which parts nothing from its subject."""
    return any(hit.end > token for start in range(max(0, token - 4), token) for hit in article.at("ahead", start))


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
