"""What is known while the statements of an article are read, and what has been found so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from dragoman.reading.found import FoundStatement
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.speech.contents import Bounds, Content, trimmed
from dragoman.reading.speech.cues import Cue
from dragoman.reading.speech.speakers import Mentions, Speaker

# so many sentences after somebody spoke, a verb without a subject no longer means that speaker
MEMORY = 8
_CERTAINTY = {
    "deny": "CT-",
    "doubt": "PR-",
    "expect": "PR+",
    "hope": "PS+",
    "demand": "Uu",
    "propose": "Uu",
    "ask": "Uu",
    "claim": "PR+",
    "warn": "PS+",
    "threaten": "PS+",
}


@dataclass
class Reader:
    """The state of the stage: who spoke last, the statements found, and the sentence that is being read.

    number, bounds: the sentence; before: how many statements stood before it; carriers: media that carry what is said in
    it; used: opening tokens of quotations that a statement has taken; genders: of people, as verbs before their names
    showed it; roles: whom a word for an office or a relation means, since both stood in one sentence (the sister made an
    appeal, said X).
    """

    article: Article
    mentions: Mentions
    skipped: bytearray
    quoted: bytearray
    last: Speaker | None = None
    last_sentence: int = 0
    found: list[FoundStatement] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    roles: dict[str, str] = field(default_factory=dict)
    number: int = 0
    before: int = 0
    bounds: Bounds = field(default_factory=lambda: Bounds(Range(0, 0), (), (), {}))
    carriers: list[str] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def enter(self, number: int, bounds: Bounds) -> None:
        """Begin a sentence; who spoke long ago is forgotten."""
        if number - self.last_sentence > MEMORY:
            self.last = None
        self.number = number
        self.bounds = bounds
        self.before = len(self.found)
        self.carriers = []

    def add(self, content: Content, cue: Cue | None, speaker: Speaker, rule: str, via: tuple[str, ...] = ()) -> None:
        """Take in a statement unless its words belong to another of the sentence."""
        start, end = trimmed(self.article, content.start, content.end)
        if end - start < 1 or any(s.start < end and start < s.end for s in self.found[self.before :]):
            return
        if content.quotation is not None:
            self.used.add(content.quotation.start)
        act = cue.act if cue else "say"
        self.found.append(
            FoundStatement(
                start=start,
                end=end,
                cue_start=cue.start if cue else None,
                cue_end=cue.end if cue else None,
                speaker=speaker.actor,
                label_start=speaker.label.start if speaker.label else None,
                label_end=speaker.label.end if speaker.label else None,
                via=via,
                mode=_mode(self.article, start, end),
                act=act,
                certainty=_CERTAINTY.get(act, "CT+"),
                sentence=self.number,
                rule=f"{rule}/{speaker.rule}",
            )
        )
        self.last, self.last_sentence = speaker, self.number

    def leave(self) -> None:
        """End a sentence: what was said in it came through its carriers."""
        for index in range(self.before, len(self.found) if self.carriers else 0):
            statement = self.found[index]
            known = (*statement.via, statement.speaker)
            extra = tuple(carrier for carrier in self.carriers if carrier not in known)
            self.found[index] = replace(statement, via=statement.via + extra)


def _mode(article: Article, start: int, end: int) -> str:
    """direct where all stands between marks, mixed where a part does, else indirect."""
    mixed = False
    first = bisect_right(article.quotations, start, key=lambda quotation: quotation.start)
    for quotation in article.quotations[max(0, first - 4) : first]:
        if quotation.start <= start and end <= quotation.end:
            return "direct"
        mixed = mixed or quotation.start == start
    mixed = mixed or first < len(article.quotations) and article.quotations[first].start < end
    return "mixed" if mixed else "indirect"
