"""Claims: where each issue stands, on whose word.

Sentence by sentence, cue by cue from the left: the outermost cue rules the issues in its reach, the cues between it and
an issue soften or sharpen it. A bare mention of an issue says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.reading.article import Article
from dragoman.reading.clauses import HARD, Cue, Issue, Passage, find_passages
from dragoman.reading.conditions import Condition, bound_issues, find_conditions, turned_by
from dragoman.reading.encounters import add_encounters
from dragoman.reading.found import FoundClaim, FoundStatement, Mention
from dragoman.reading.governing import governed
from dragoman.reading.polarity import ACHIEVED, resolve
from dragoman.reading.topics import main_issue

_MEETING_STATUSES = frozenset(
    ("expected", "demanded", "proposed", "offered", "accepted", "agreed", "refused", "deferred", "withdrawn", "suspended",
     "doubted", "conditional", "stalled")
)  # fmt: skip
_AGENDA = frozenset(("on-agenda", "off-agenda", "raised", "under-discussion"))
_TAIL = 8


@dataclass(slots=True)
class _Reader:
    """What is known while the claims of one article are read."""

    article: Article
    statements: Sequence[FoundStatement]
    mentions: Sequence[Mention]
    topic: str
    found: list[FoundClaim] = field(default_factory=list)
    taken: set[tuple[int, str]] = field(default_factory=set)


def find_claims(
    article: Article, mentions: Sequence[Mention], statements: Sequence[FoundStatement], skipped: bytearray | None = None
) -> tuple[FoundClaim, ...]:
    """All claims of the article's body, in order of place; `skipped` marks tokens that are boilerplate."""
    reader = _Reader(article, statements, mentions, "")
    for passage in find_passages(article):
        if skipped is not None and skipped[passage.start]:
            continue
        if article.words[passage.end - 1].surface in "؟?":
            continue
        add_encounters(article, passage)
        if passage.cues or passage.issues:
            reader.topic = reader.topic or main_issue(article)
            _read_passage(reader, passage)
    return tuple(sorted(reader.found, key=lambda claim: (claim.start, claim.end)))


def _read_passage(reader: _Reader, passage: Passage) -> None:
    conditions = find_conditions(reader.article, passage)
    first = len(reader.found)
    reader.taken = set()
    reach = passage.start
    previous: Cue | None = None
    for cue in passage.cues:
        status = cue.status if cue.status == "provides" else resolve(reader.article, passage, cue, previous)
        if cue.status == "provides":
            status = _provided(passage, cue)
        if cue.finite:
            previous = cue
        if status is None or (cue.start < reach and not cue.finite and cue.frame == "object"):
            continue
        reach = max(reach, _claim_cue(reader, passage, cue, status))
    _plan_encounters(reader, passage)
    _discussed(reader, passage)
    _apply_conditions(reader, passage, conditions, first)


def _provided(passage: Passage, cue: Cue) -> str | None:
    """What the subject of "provides for" makes of its object: a proposal proposes, an agreement agrees."""
    low, high = max(passage.start, cue.start - 12), cue.end + 4
    if passage.between("proposal", low, high):
        return "proposed"
    return "agreed" if passage.between("agreement", low, high) else None


def _claim_cue(reader: _Reader, passage: Passage, cue: Cue, status: str) -> int:
    """Add the claims of one cue; gives the token up to which it rules."""
    implied = cue.hit.entry.features.get("implies")
    if implied is not None:
        _add(reader, passage, Issue(cue.start, cue.end, implied), status, cue.start, cue.end, f"claim.{cue.form}")
        return cue.end
    targets = governed(passage, cue)
    after_meeting = False
    for issue, inner in targets:
        composed = _compose(reader.article.pack.rules["claims"], cue, status, inner)
        if composed is None or not _admits(passage, cue, issue, composed):
            continue
        if issue.meeting and issue.path == "next-round":
            after_meeting = True
        elif after_meeting:
            if composed not in ("expected", "agreed", "accepted", "on-agenda", "under-discussion"):
                continue
            composed = "on-agenda"
        _add(reader, passage, issue, composed, cue.start, cue.end, f"claim.{cue.form}")
    if not targets:
        _claim_topic(reader, passage, cue, status)
        return cue.end
    return max((issue.end for issue, _ in targets), default=cue.end)


def _compose(settings: Mapping[str, Any], cue: Cue, status: str, inner: Sequence[Cue]) -> str | None:
    """The status that an outer cue makes of the cues between it and the issue."""
    result: str | None = None
    table: Mapping[str, Mapping[str, str | None]] = settings["compose"]
    for number, each in enumerate(reversed((cue, *inner))):
        own = status if each is cue else each.status
        if own in ("provides", "conditional") and each is not cue:
            continue
        if result is None and number == 0:
            result = own
            continue
        if result is None:
            result = own
            continue
        key = "begin" if each.has("begin") and own == "under-discussion" else own
        rules = table.get(key, {})
        result = rules[result] if result in rules else own
        if result is None:
            return None
    return result


def _admits(passage: Passage, cue: Cue, issue: Issue, status: str) -> bool:
    """True where this cue may say this of the issue."""
    only = cue.hit.entry.features.get("only")
    if only is not None and issue.path not in only.split(","):
        return False
    if issue.meeting:
        return status in _MEETING_STATUSES and not cue.has("begin")
    low, high = min(cue.end, issue.end), max(cue.start, issue.start)
    if issue.strength == "topic":
        return status in _AGENDA and (cue.has("topic") or high - low <= 4)
    if issue.strength == "weak" and high - low > 5:
        return False
    if cue.has("meeting") or cue.has("hope"):
        return cue.has("hope")
    if cue.has("weak"):
        return high - low <= 6
    if cue.has("begin") and status in _AGENDA:
        return bool(passage.between("talks", cue.end, issue.end))
    return True


_PROCESS = frozenset(("stalled", "suspended", "broken", "doubted"))
_WITH_AGREEMENT = frozenset(("agreed", "signed", "being-finalised", "expected", "in-force", "fulfilled", "doubted", "stalled", "broken", "conditional"))


def _claim_topic(reader: _Reader, passage: Passage, cue: Cue, status: str) -> None:
    """Where the cue is about the talks or an agreement that the clause does not specify: the article's main issue."""
    if cue.has("meeting") or cue.has("weak"):
        return
    limit = min(passage.cut_after(cue.end, (*HARD, "comma")), cue.end + 7)
    low = passage.cut_before(cue.start, HARD)
    beside = cue.frame != "object" or status in _PROCESS
    nearby = [*passage.between("talks", cue.start, limit), *(passage.between("talks", max(low, cue.start - 10), cue.start) if beside else ())]
    agreements = [*passage.between("agreement", cue.start, limit)]
    if cue.frame != "object":
        agreements.extend(passage.between("agreement", max(low, cue.start - 6), cue.start))
    process = status in _PROCESS or cue.has("progress")
    anchor = nearby[:1] if process else []
    if not anchor and status in _WITH_AGREEMENT:
        anchor = agreements[:1]
    if anchor:
        issue = Issue(anchor[0].start, anchor[0].end, reader.topic)
        _add(reader, passage, issue, status, cue.start, cue.end, "claim.topic")


def _plan_encounters(reader: _Reader, passage: Passage) -> None:
    """Encounters told in the future by their own verb, without any other cue."""
    for issue in passage.issues:
        if issue.meeting and issue.future and not any(key[0] == issue.start for key in reader.taken):
            negated = any(hit.entry.value == "negation" and 0 <= issue.start - hit.end <= 1 for hit in passage.of("polarity"))
            if not negated:
                _add(reader, passage, issue, "expected", issue.start, issue.end, "claim.encounter")


def _discussed(reader: _Reader, passage: Passage) -> None:
    """Issues without any other cue that talks, or efforts, are said to be about."""
    claimed = {key[0] for key in reader.taken}
    for issue in passage.issues:
        if issue.meeting or issue.strength == "topic" or issue.start in claimed:
            continue
        low = max(passage.cut_before(issue.start, ("mark", "contrast", "clause", "relative")), issue.start - 16)
        carriers = passage.between("talks", low, issue.start) or [hit for hit in passage.of("polarity") if hit.entry.value == "effort" and low <= hit.start < issue.start]
        if not carriers:
            continue
        carrier = carriers[-1]
        purpose = [hit for hit in passage.of("polarity") if hit.entry.value == "purpose" and carrier.start <= hit.start < issue.start and issue.start - hit.end <= 6]
        about = [hit for hit in passage.between("about", carrier.end, issue.start) if issue.start - hit.end <= 4]
        if purpose or about:
            _add(reader, passage, issue, "under-discussion", carrier.start, carrier.end, "claim.discussed")


def _apply_conditions(reader: _Reader, passage: Passage, conditions: Sequence[Condition], first: int) -> None:
    """Turn the claims that hang on a condition, and add those that have no other cue."""
    for condition in conditions:
        for index in range(first, len(reader.found)):
            claim = reader.found[index]
            if turned_by(condition, claim.status, claim.start, claim.end, passage):
                reader.found[index] = replace(claim, status="conditional", condition_start=condition.start, condition_end=condition.end)
        for issue in bound_issues(condition, passage):
            if not any(key == (issue.start, "conditional") for key in reader.taken):
                _add(reader, passage, issue, "conditional", condition.start, condition.end, f"claim.{condition.kind}", condition)


def _add(reader: _Reader, passage: Passage, issue: Issue, status: str, start: int, end: int, rule: str, condition: Condition | None = None) -> None:
    """Add a claim unless the same place has said it already."""
    settings = reader.article.pack.rules["claims"]
    statement = _statement_at(reader.statements, issue)
    if statement is not None and status in ACHIEVED:
        acts: Mapping[str, str | None] = settings["acts"]
        act = reader.statements[statement].act
        if act in acts:
            turned = acts[act]
            if turned is None:
                return
            status = turned
    if (issue.start, status) in reader.taken:
        return
    reader.taken.add((issue.start, status))
    low, high = min(start, issue.start), max(end, issue.end)
    tail = min(passage.cut_after(high - 1, ("mark", "comma", "contrast", "clause", "relative", "adjunct")), high + _TAIL)
    tail = min([tail, *(cue.start for cue in passage.cues if high <= cue.start < tail), *(other.start for other in passage.issues if high <= other.start < tail)])
    words = reader.article.words
    while tail > high and words[tail - 1].kind == "mark":
        tail -= 1
    reader.found.append(
        FoundClaim(
            start=low,
            end=max(tail, high),
            issue=issue.path,
            status=status,
            parties=_parties(reader.mentions, low, high),
            statement=statement,
            condition_start=condition.start if condition else None,
            condition_end=condition.end if condition else None,
            rule=rule,
        )
    )


def _statement_at(statements: Sequence[FoundStatement], issue: Issue) -> int | None:
    """The shortest statement whose content holds the issue's words."""
    inside = [(s.end - s.start, index) for index, s in enumerate(statements) if s.start <= issue.start < s.end]
    return min(inside)[1] if inside else None


def _parties(mentions: Sequence[Mention], start: int, end: int) -> tuple[str, ...]:
    """Countries, by code, and other bodies named between two tokens."""
    names = (
        mention.actor.removeprefix("country/")
        for mention in mentions
        if mention.actor and start <= mention.start < end and mention.kind in ("country", "organization", "group")
    )
    return tuple(dict.fromkeys(names))
