"""Conditions: the words that say what must come first, and the issues that hang on them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.lexicon import NUMBER, Hit
from dragoman.reading.claims.clauses import BINDING, Issue, Passage
from dragoman.reading.layout.article import Article

_ENDS = ("comma", "mark", "contrast", "clause")
_LONGEST = 25
_TURNABLE = frozenset(
    ("expected", "agreed", "accepted", "offered", "signed", "in-force", "doubted", "under-discussion", "proposed")
)


@dataclass(frozen=True, slots=True)
class Condition:
    """The words of a condition and how firmly they bind: unless, if, exchange."""

    start: int
    end: int
    kind: str


def find_conditions(article: Article, passage: Passage) -> list[Condition]:
    """The conditions of a sentence."""
    found: list[Condition] = []
    for hit in passage.of("polarity"):
        kind = hit.entry.value
        if kind == "before" and not _is_of_time(passage, hit) and _follows_negation(passage, hit):
            kind = "unless"
        if hit.start and article.words[hit.start - 1].folded in article.pack.rules["claims"]["whether"]:
            continue
        if kind not in BINDING or "weak" in hit.entry.features:
            continue
        if found and hit.start < found[-1].end:
            continue
        end = min(passage.cut_after(hit.end, _ENDS), hit.end + _LONGEST)
        if kind == "exchange":
            end = _before_main_clause(passage, hit.end, end)
        while end > hit.end and article.words[end - 1].kind == "mark":
            end -= 1
        if end > hit.end:
            found.append(Condition(hit.start, end, kind))
    return found


def _is_of_time(passage: Passage, hit: Hit) -> bool:
    """True for "before" with a length of time after it: years before, some days ago."""
    following = passage.words[min(hit.end, passage.end - 1)]
    return following.kind == NUMBER or following.folded in passage.settings.get("lengths", ())


def _follows_negation(passage: Passage, hit: Hit) -> bool:
    """True for "no … before …", which binds as firmly as "unless"."""
    limit = passage.cut_before(hit.start - 1, ("mark", "comma", "contrast", "clause"))
    return any(
        other.entry.value == "negation" and "weak" not in other.entry.features and limit <= other.start < hit.start
        for other in passage.of("polarity")
    )


def _before_main_clause(passage: Passage, start: int, end: int) -> int:
    """Where the condition ends if its main clause follows without a comma: at a word of possibility or a finite cue."""
    openers = [
        hit.start
        for hit in passage.of("polarity")
        if hit.entry.value in ("possibility", "future") and start < hit.start < end
    ]
    openers.extend(cue.start for cue in passage.cues if cue.finite and start < cue.start < end)
    return min(openers, default=end)


def turned_by(condition: Condition, status: str, start: int, end: int, passage: Passage) -> bool:
    """True where a claim on these words, with this status, hangs on the condition."""
    if status not in _TURNABLE or (start < condition.end and condition.start < end):
        return False
    low, high = min(end, condition.start), max(start, condition.end)
    between = sum(1 for cut in passage.cuts if low < cut.token < high and cut.kind in ("contrast", "clause", "mark"))
    if condition.kind == "exchange" and status in ("agreed", "accepted", "signed", "in-force", "under-discussion"):
        return False
    if condition.kind == "if" and status in ("agreed", "signed", "in-force", "under-discussion"):
        return False
    return between == 0 and high - low <= 30


def bound_issues(condition: Condition, passage: Passage) -> list[Issue]:
    """The issues without a status of their own that a condition binds: before an "unless", or in its main clause."""
    issues = [issue for issue in passage.issues if not issue.meeting and issue.strength != "topic"]
    if condition.kind == "unless":
        before = [issue for issue in issues if issue.end <= condition.start and condition.start - issue.end <= 16]
        return [
            issue for issue in before[-1:] if passage.cut_before(condition.start, ("contrast", "mark")) <= issue.start
        ]
    before = [issue for issue in issues if issue.end <= condition.start]
    low = passage.cut_before(condition.start, ("mark", "contrast", "comma"))
    if (
        before
        and low <= before[-1].start
        and any(
            hit.entry.value in ("possibility", "future") and low <= hit.start <= before[-1].start
            for hit in passage.of("polarity")
        )
    ):
        return before[-1:]
    modal = any(
        passage.settings["prefixes"]["future"] in issue.prefix and condition.end <= issue.start <= condition.end + 2
        for issue in issues
    ) or any(
        hit.entry.value in ("possibility", "future") and condition.end <= hit.start <= condition.end + 2
        for hit in passage.of("polarity")
    )
    if not modal:
        return []
    limit = passage.cut_after(condition.end, ("contrast", "mark"))
    return [issue for issue in issues if condition.end <= issue.start < limit]
