"""One sentence as it is read: its words, reports, mentions and quotations, and steps from word to word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.languages.lexicon import LINE, MARK, NUMBER, WORD, Word
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article, Quotation, Range
from dragoman.reading.layout.quotations import MARKS
from dragoman.reading.speech.cues import is_mark
from dragoman.reading.speech.reader import Reader
from dragoman.reading.speech.subject_first.grammar import Grammar
from dragoman.reading.speech.subject_first.landmarks import Landmarks
from dragoman.reading.speech.subject_first.reports import Report, is_adverb

DASHES = "—–-−―"
# a noun phrase without a name in it is no longer than this
LONGEST_PHRASE = 9


@dataclass
class Scene:
    """A sentence with what stands in it.

    covering: for each token the longest mention over it; reporting: for each token the report there; turns: tokens at which
    what is reported ends because another report begins; taken: reports already read; told: by the start of a quotation, the
    media that a verb before it names.
    """

    reader: Reader
    grammar: Grammar
    sentence: Range
    reports: list[Report]
    quotations: Sequence[Quotation]
    inside: Sequence[Mention]
    landmarks: Landmarks
    article: Article = field(init=False)
    covering: dict[int, Mention] = field(default_factory=dict)
    reporting: dict[int, Report] = field(default_factory=dict)
    turns: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)
    told: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.article = self.reader.article
        for mention in sorted(self.inside, key=lambda m: m.end - m.start):
            for token in range(mention.start, min(mention.end, self.sentence.end)):
                self.covering[token] = mention
        for report in self.reports:
            for token in range(report.start, report.end):
                self.reporting[token] = report

    def word(self, token: int) -> Word:
        """The word at a token."""
        return self.article.words[token]

    def folded(self, token: int) -> str:
        """The folded spelling at a token; empty outside the sentence."""
        return self.article.words[token].folded if self.sentence.start <= token < self.sentence.end else ""

    def is_mark(self, token: int, marks: str) -> bool:
        """True where one of the marks stands at a token of the sentence."""
        return self.sentence.start <= token < self.sentence.end and is_mark(self.article, token, marks)

    def is_any_mark(self, token: int) -> bool:
        """True at any mark of the sentence."""
        return self.sentence.start <= token < self.sentence.end and self.word(token).kind == MARK

    def is_dash(self, token: int) -> bool:
        """True at a dash that stands free (a hyphen between spaces too)."""
        if not self.is_mark(token, DASHES):
            return False
        starts, ends = self.article.starts, self.article.ends
        joined = token + 1 < len(starts) and ends[token] == starts[token + 1] and ends[token - 1] == starts[token]
        return not joined or self.word(token).surface in "—―"

    def quotation_from(self, token: int) -> Quotation | None:
        """The outer quotation whose opening mark stands at the token."""
        for quotation in self.quotations:
            if quotation.start == token + 1 and quotation.depth == 0:
                return quotation
        return None

    def quotation_to(self, token: int) -> Quotation | None:
        """The outer quotation that ends at the token: its closing mark stands there, or its last word before it."""
        for quotation in self.quotations:
            if quotation.depth == 0 and quotation.end == token:
                return quotation
        return None

    def is_quote_mark(self, token: int) -> bool:
        """True at a quotation mark."""
        return self.is_any_mark(token) and self.word(token).surface in MARKS

    def is_timed(self, token: int) -> int | None:
        """The end of an expression of time that begins at the token."""
        return self.landmarks.times.get(token)

    def skip_forward(self, token: int) -> int:
        """The first token from here that is no adverb, adverbial or bare time."""
        while token < self.sentence.end:
            adverbial = next(iter(self.article.at("adverbial", token)), None)
            if adverbial is not None:
                token = adverbial.end
            elif is_adverb(self.grammar, self.folded(token)) or self.word(token).kind == LINE:
                token += 1
            elif (end := self.is_timed(token)) is not None:
                token = end
            else:
                return token
        return token

    def skip_back(self, token: int) -> int:
        """The first token backwards that is no adverb, negation, auxiliary or time."""
        while token >= self.sentence.start:
            folded = self.folded(token)
            adverbial = self._adverbial_to(token)
            if adverbial is not None:
                token = adverbial - 1
            elif (
                is_adverb(self.grammar, folded)
                or folded in self.grammar.negations
                or self.grammar.auxiliary(self.word(token)) is not None
            ):
                token -= 1
            elif self.word(token).kind == LINE or self.word(token).kind == NUMBER and self._dated(token):
                token -= 1
            else:
                return token
        return token

    def _adverbial_to(self, token: int) -> int | None:
        """Where the adverbial or time begins that ends with the token, a preposition before a time included."""
        start = self.landmarks.adverbial_starts.get(token)
        if start is not None:
            return max(start, self.sentence.start)
        start = self.landmarks.time_starts.get(token)
        if start is None or start in self.covering:
            return None
        if self.article.at("preposition", start - 1):
            start -= 1
        return max(start, self.sentence.start)

    def _dated(self, token: int) -> bool:
        return any(self.article.at("month", near) for near in (token - 1, token + 1))

    def skip_phrase(self, token: int) -> int:
        """The token after the noun phrase that begins here: after its name, or before the next determiner or mark."""
        article, grammar = self.article, self.grammar
        first = token
        while token < self.sentence.end and token - first < LONGEST_PHRASE:
            mention = self.covering.get(token)
            if mention is not None:
                return mention.end
            timed = self.is_timed(token)
            if timed is not None:
                return timed
            word = self.word(token)
            if word.kind == MARK or token in self.reporting or article.at("preposition", token):
                return token
            opens = word.folded in grammar.determiners or word.folded in grammar.pronouns or word.folded in grammar.that
            if token > first and (opens or word.folded in grammar.conjunctions):
                return token
            if any(hit.entry.value == "document" for hit in article.at("source", token)):
                return article.at("source", token)[0].end
            token += 1
        return token

    def skip_adverbials(self, token: int) -> int:
        """The first token from here that is no adverbial, counting prepositional phrases and enclosed remarks."""
        for _ in range(10):
            token = self.skip_forward(token)
            if token >= self.sentence.end:
                return token
            if self.article.at("preposition", token):
                preposition = max(self.article.at("preposition", token), key=lambda hit: hit.end)
                after = self.is_timed(preposition.end)
                token = after if after is not None else self.skip_phrase(preposition.end)
            elif self.is_mark(token, "("):
                token = self.closing_bracket(token)
            elif self.word(token).kind == NUMBER and self._dated(token):
                token += 1
            else:
                return token
        return token

    def closing_bracket(self, token: int) -> int:
        """The token after the bracket that opens here."""
        for position in range(token, min(self.sentence.end, token + 15)):
            if self.is_mark(position, ")"):
                return position + 1
        return token + 1

    def opening_of(self, token: int) -> int | None:
        """Where the parenthesis that the mark closes begins: the bracket, comma, dash or quotation mark before it."""
        if self.is_quote_mark(token):
            quotation = self.quotation_to(token)
            return quotation.start - 1 if quotation is not None and quotation.start > self.sentence.start else None
        dash = self.is_dash(token)
        for position in range(token - 1, max(self.sentence.start, token - 30), -1):
            if self.is_mark(token, ")"):
                if self.is_mark(position, "("):
                    return position
            elif self.reader.quoted[position]:
                continue
            elif dash and self.is_dash(position) or not dash and self.is_mark(position, ","):
                return position
        return None

    def is_word(self, token: int) -> bool:
        """True at a word of the sentence."""
        return self.sentence.start <= token < self.sentence.end and self.word(token).kind == WORD
