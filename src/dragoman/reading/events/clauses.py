"""The article as the events stage sees it: where clauses part, and what stands in the clause around a word.

Everything is asked by place and found by bisection, so that only the words around an event are looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from dragoman.languages.lexicon import MARK, Hit
from dragoman.reading.found import FoundStatement, FoundTime, Mention
from dragoman.reading.layout.article import Article, Range, innermost, within
from dragoman.reading.meetings.parties import party_of
from dragoman.reading.speech.carriers import is_medium
from dragoman.reading.speech.speakers import Mentions
from dragoman.registry import load_registry

_HARD = frozenset(".؛;:!؟?…\n")
_SOFT = frozenset("،,")
_QUOTES = frozenset('"«»“”„‟')
# Cuts that end what a verb may govern; an adjunct or a comma only sets it apart.
_ENDS = frozenset(("mark", "contrast", "clause", "relative", "that", "verb", "if"))
_REGION = frozenset(("mark", "contrast"))
FURTHEST = 24


class Cut(NamedTuple):
    """Words that part clauses: `start` ends the one, `end` begins the other."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Clause:
    """What surrounds a verb or a noun of action.

    region: where the larger clause begins, in which a denial or a condition reaches the words; near: where the nearest
    begins; high: where it ends; comma: the first comma or adjunct after the words, or `high`; opening: what near follows.
    """

    sentence: Range
    start: int
    end: int
    region: int
    near: int
    high: int
    comma: int
    opening: Cut | None


@dataclass
class Telling:
    """An article with all that the events stage asks of it."""

    article: Article
    named: Sequence[Mention]
    times: Sequence[FoundTime]
    statements: Sequence[FoundStatement]
    skipped: bytearray
    settings: Mapping[str, Any] = field(init=False)
    mentions: Mentions = field(init=False)
    _starts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.settings = self.article.pack.rules["events"]
        self.mentions = Mentions(outermost(self.named))

    def between(self, kind: str, start: int, end: int) -> list[Hit]:
        """The hits of a kind that begin from `start` to before `end`."""
        hits = self.article.by_kind.get(kind)
        if not hits:
            return []
        starts = self._starts.get(kind)
        if starts is None:
            starts = self._starts[kind] = [hit.start for hit in hits]
        return hits[bisect_left(starts, start) : bisect_left(starts, end)]

    def is_preposition(self, token: int) -> bool:
        """True where a preposition stands at the token."""
        return bool(self.article.at("preposition", token))

    @cached_property
    def cuts(self) -> list[Cut]:
        """Where clauses part, in order."""
        found: list[Cut] = []
        kinds = self.article.by_kind
        found.extend(Cut(hit.start, hit.end, hit.entry.value) for hit in kinds.get("boundary", ()))
        found.extend(
            Cut(hit.start, hit.end, "contrast")
            for hit in kinds.get("break", ())
            if hit.entry.value in ("", "soft", "but", "turn")
        )
        found.extend(Cut(hit.start, hit.end, "that") for hit in kinds.get("complementizer", ()))
        found.extend(Cut(hit.start, hit.end, "relative") for hit in kinds.get("relative", ()))
        found.extend(
            Cut(hit.start, hit.start, "verb")
            for hit in kinds.get("event-verb", ())
            if hit.prefix.startswith(("و", "ف")) and "twin" not in hit.entry.features
        )
        found.extend(
            Cut(hit.start, hit.end, "if") for hit in kinds.get("polarity", ()) if hit.entry.value in ("if", "unless")
        )
        ends = {sentence.end for sentence in self.article.sentences}
        for index, word in enumerate(self.article.words):
            if word.kind == MARK:
                # the full stop of an abbreviation ends nothing
                if word.surface in _HARD and (word.surface != "." or index + 1 in ends):
                    found.append(Cut(index, index + 1, "mark"))
                elif word.surface in _SOFT:
                    found.append(Cut(index, index + 1, "comma"))
                elif word.surface in _QUOTES:
                    found.append(Cut(index, index + 1, "quote"))
        found.sort()
        return found

    @cached_property
    def _cut_starts(self) -> list[int]:
        return [cut.start for cut in self.cuts]

    def cuts_between(self, start: int, end: int) -> list[Cut]:
        """The cuts that begin from `start` to before `end`."""
        return self.cuts[bisect_left(self._cut_starts, start) : bisect_left(self._cut_starts, end)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.article.sentences]

    @cached_property
    def _time_starts(self) -> frozenset[int]:
        return frozenset(time.start for time in self.times)

    @cached_property
    def time_tokens(self) -> frozenset[int]:
        """The tokens that time expressions cover."""
        return frozenset(token for time in self.times for token in range(time.start, time.end))

    def is_covered(self, token: int) -> bool:
        """True where the token is part of a name."""
        before = self.mentions.between(max(0, token - 16), token + 1)
        return bool(before) and before[-1].end > token

    def sentence_at(self, token: int) -> Range:
        """The sentence that holds a token."""
        return self.article.sentences[max(0, bisect_right(self._sentence_starts, token) - 1)]

    def clause(self, start: int, end: int) -> Clause:
        """The clause around the tokens."""
        sentence = self.sentence_at(start)
        region = near = sentence.start
        opening: Cut | None = None
        index = bisect_left(self._cut_starts, start) - 1
        while index >= 0 and self.cuts[index].start >= sentence.start:
            cut = self.cuts[index]
            if opening is None and cut.kind != "verb" and cut.end <= start:
                near, opening = cut.end, cut
            if cut.kind in _REGION and cut.end <= start:
                region = cut.end
                break
            index -= 1
        high = min(sentence.end, end + FURTHEST)
        comma = high
        for cut in self.cuts[bisect_left(self._cut_starts, end) :]:
            if cut.start >= high:
                break
            if cut.kind in _ENDS:
                high = cut.start
                break
            if comma > cut.start and cut.kind in ("comma", "adjunct") and cut.end not in self._time_starts:
                comma = cut.start
        return Clause(sentence, start, end, region, near, high, min(comma, high), opening)

    def party(self, mention: Mention) -> str | None:
        """Whom a mention stands for in an event: a country code or an actor id; media stand for nobody."""
        if mention.kind == "source" or is_medium(mention.actor):
            return None
        party = party_of(mention)
        if party is not None or mention.kind not in ("person", "organization", "group"):
            return party if party != mention.actor or self._is_public(mention) else None
        return mention.actor if self._is_public(mention) else None

    @staticmethod
    def _is_public(mention: Mention) -> bool:
        """True for those whom the registry knows or whom the text gives an office: others are private persons."""
        return mention.kind != "person" or mention.title is not None or mention.actor in load_registry().actors

    @cached_property
    def parties(self) -> Mapping[str, str]:
        """The party of each actor whom the article names."""
        found: dict[str, str] = {}
        for mention in self.named:
            if mention.actor and mention.actor not in found:
                party = self.party(mention)
                if party:
                    found[mention.actor] = party
        return found

    def statement_at(self, token: int, *, without: int | None = None) -> int | None:
        """The index of the shortest statement whose content holds the token."""
        return innermost(self.statements, token, without=without)

    def date_near(self, clause: Clause) -> FoundTime | None:
        """The day, month or hour that the clause names nearest to its verb."""
        best: tuple[int, FoundTime] | None = None
        for time in within(self.times, clause.region, clause.high):
            if (
                time.type not in ("DATE", "TIME")
                or len(time.value) < 5
                or "X" in time.value
                or time.value.startswith("P")
            ):
                continue
            distance = time.start - clause.end if time.start >= clause.end else clause.start - time.end
            if distance <= 16 and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def place_near(self, clause: Clause, taken: Sequence[Mention]) -> str | None:
        """The English name of the place where the clause says that it happened."""
        for mention in self.mentions.between(clause.end, min(clause.high, max(clause.comma, clause.end + 9))):
            if mention.kind not in ("place", "country") or mention.adjectival or mention in taken:
                continue
            if mention.prefix.endswith("ب") or (
                mention.start and self.article.words[mention.start - 1].folded in self.settings["in"]
            ):
                return place_name(mention)
        return None


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are part of no other; an object that a title before it has swallowed is set free."""
    found: list[Mention] = []
    qualified = False
    for mention in mentions:
        if found and mention.start < found[-1].end:
            last = found[-1]
            if last.kind == "source":
                # a noun for an unnamed speaker often is another word: sites, sides
                found.pop()
            elif (
                qualified
                and last.kind == "role"
                and mention.kind == "country"
                and not mention.adjectival
                and not mention.prefix
            ):
                found[-1] = replace(last, end=mention.start)
            else:
                qualified = qualified or mention.adjectival
                continue
        qualified = False
        found.append(mention)
    return found


def place_name(mention: Mention) -> str | None:
    """The usual English name of the place or country mentioned."""
    registry = load_registry()
    if mention.kind == "place":
        place = registry.place_index.get(mention.name) or (
            registry.capital_of(mention.actor) if mention.actor else None
        )
        return place.name if place else None
    actor = registry.actors.get(mention.actor or "")
    return actor.name if actor else None


def place_country(mention: Mention) -> str | None:
    """The country in which a place without a party of its own lies."""
    place = load_registry().place_index.get(mention.name)
    return place.country if place else None
