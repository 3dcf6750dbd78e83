"""What is known while the claims of one article are read, and how a claim is entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.reading.claims.clauses import BINDING, Issue, Passage
from dragoman.reading.claims.conditions import Condition
from dragoman.reading.claims.polarity import ACHIEVED
from dragoman.reading.claims.subjects import subject_start
from dragoman.reading.found import FoundClaim, FoundStatement, Mention
from dragoman.reading.layout.article import innermost, within

_ENDS = ("mark", "comma", "contrast", "clause", "relative", "adjunct")
_TAIL = 8


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a claim is made: the tokens of the words that give the status, the rule, the condition if there is one."""

    start: int
    end: int
    rule: str
    condition: Condition | None = None


@dataclass(slots=True)
class Notebook:
    """The claims found so far in an article, and what the current sentence has already said.

    first: where the claims of the sentence begin in `found`; taken: its issues (by place) with their statuses.
    """

    mentions: Sequence[Mention]
    statements: Sequence[FoundStatement]
    topic: str | None
    found: list[FoundClaim] = field(default_factory=list)
    first: int = 0
    taken: set[tuple[int, str]] = field(default_factory=set)

    def open_sentence(self) -> None:
        """Begin a new sentence."""
        self.first = len(self.found)
        self.taken = set()

    def has_claimed(self, issue: Issue) -> bool:
        """True where something has been said of the issue at this place."""
        return any(start == issue.start for start, _ in self.taken)

    def add(self, passage: Passage, issue: Issue, status: str, grounds: Grounds) -> None:
        """Enter a claim, unless the same place has said it already."""
        statement = self._statement_at(issue)
        standing = self._as_reported(passage, statement, status)
        if standing is None or (issue.start, standing) in self.taken:
            return
        self.taken.add((issue.start, standing))
        low, high = min(grounds.start, issue.start), max(grounds.end, issue.end)
        low = subject_start(passage, self.mentions, low)
        condition = grounds.condition
        self.found.append(
            FoundClaim(
                start=low,
                end=_end_of_words(passage, high),
                issue=self.topic if issue.unnamed and self.topic is not None else issue.path,
                status=standing,
                parties=self._parties(low, high),
                statement=statement,
                condition_start=condition.start if condition else None,
                condition_end=condition.end if condition else None,
                rule=grounds.rule,
            )
        )

    def _statement_at(self, issue: Issue) -> int | None:
        """The shortest statement whose content holds the issue's words."""
        return innermost(self.statements, issue.start)

    def _as_reported(self, passage: Passage, statement: int | None, status: str) -> str | None:
        """The status as the act of the report leaves it: what is hoped for or asked for is not achieved."""
        if statement is None or status not in ACHIEVED:
            return status
        acts: Mapping[str, str | None] = passage.settings["acts"]
        return acts.get(self.statements[statement].act, status)

    def _parties(self, start: int, end: int) -> tuple[str, ...]:
        """Countries, by code, and other bodies named between two tokens."""
        names = (
            mention.actor.removeprefix("country/")
            for mention in within(self.mentions, start, end)
            if mention.actor and mention.kind in ("country", "organization", "group")
        )
        return tuple(dict.fromkeys(names))


def _end_of_words(passage: Passage, high: int) -> int:
    """Where the evidence ends: with the clause, before the next cue, issue or condition, at most a few words on."""
    tail = min(
        passage.cut_after(high - 1, _ENDS),
        high + _TAIL,
        *(cue.start for cue in passage.cues if cue.start >= high),
        *(issue.start for issue in passage.issues if issue.start >= high),
        *(hit.start for hit in passage.of("polarity") if hit.entry.value in BINDING and hit.start >= high),
    )
    while tail > high and passage.words[tail - 1].kind == "mark":
        tail -= 1
    return max(tail, high)
