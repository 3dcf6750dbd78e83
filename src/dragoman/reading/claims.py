"""Claims: where each issue stands, on whose word.

Sentence by sentence, cue by cue from the left: the outermost cue rules the issues in its reach, the cues between it and
an issue soften or sharpen it. A bare mention of an issue says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.reading.article import Article
from dragoman.reading.clauses import HARD, Cue, Issue, Passage, find_passages, is_locative
from dragoman.reading.conditions import Condition, bound_issues, find_conditions, turned_by
from dragoman.reading.encounters import add_encounters
from dragoman.reading.found import FoundClaim, FoundStatement, Mention
from dragoman.reading.governing import Target, governed
from dragoman.reading.polarity import ACHIEVED, NOTHING, Verdict, resolve
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
    topic: str | None
    found: list[FoundClaim] = field(default_factory=list)
    taken: set[tuple[int, str]] = field(default_factory=set)


def find_claims(
    article: Article, mentions: Sequence[Mention], statements: Sequence[FoundStatement], skipped: bytearray | None = None
) -> tuple[FoundClaim, ...]:
    """All claims of the article's body, in order of place; `skipped` marks tokens that are boilerplate."""
    reader = _Reader(article, statements, mentions, main_issue(article))
    for passage in find_passages(article):
        if skipped is not None and skipped[passage.start]:
            continue
        if article.words[passage.end - 1].surface in "؟?":
            continue
        add_encounters(article, passage)
        if passage.cues or passage.issues:
            _read_passage(reader, passage)
    return tuple(sorted(reader.found, key=lambda claim: (claim.start, claim.end)))


def _read_passage(reader: _Reader, passage: Passage) -> None:
    conditions = find_conditions(reader.article, passage)
    first = len(reader.found)
    reader.taken = set()
    reach = passage.start
    previous: Cue | None = None
    ruling: tuple[int, str | None] = (-1, None)
    for cue in passage.cues:
        if cue.status == "provides":
            verdict = Verdict(_provided(passage, cue, ruling))
        else:
            verdict = resolve(reader.article, passage, cue, previous)
            ruling = (cue.start, verdict.status) if verdict.status is not None else ruling
            previous = cue if cue.finite else previous
        if verdict == NOTHING or (cue.start < reach and (cue.subordinate or not cue.finite) and cue.frame != "before"):
            continue
        reach = max(reach, _claim_cue(reader, passage, cue, verdict))
    _drop_vain_hopes(reader, first)
    _plan_encounters(reader, passage)
    _discussed(reader, passage)
    _apply_conditions(reader, passage, conditions, first)


def _provided(passage: Passage, cue: Cue, ruling: tuple[int, str | None]) -> str | None:
    """What the subject of "provides for" makes of its object: a proposal proposes, an agreement agrees.

    An agreement that is itself only hoped for, demanded or discussed gives its own standing to what it would provide.
    """
    if cue.subordinate or cue.has("silent"):
        return None
    start, status = ruling
    if status is not None and status not in ACHIEVED and start >= passage.cut_before(cue.start, (*HARD, "comma")):
        return status
    low, high = max(passage.start, cue.start - 30), cue.end + 4
    if passage.between("proposal", max(passage.start, cue.start - 12), high):
        return "proposed"
    if passage.between("agreement", low, high):
        return "expected" if "س" in cue.hit.prefix else "agreed"
    return "on-agenda" if cue.has("agenda") and passage.between("talks", max(passage.start, cue.start - 12), high) else None


def _drop_vain_hopes(reader: _Reader, first: int) -> None:
    """Take back the hope of a sentence that goes on to call it slight."""
    vain = {claim.issue for claim in reader.found[first:] if claim.status == "doubted"}
    if vain:
        reader.found[first:] = [claim for claim in reader.found[first:] if claim.status != "expected" or claim.issue not in vain]


def _claim_cue(reader: _Reader, passage: Passage, cue: Cue, verdict: Verdict) -> int:
    """Add the claims of one cue; gives the token up to which it rules."""
    implied = cue.hit.entry.features.get("implies")
    if implied is not None:
        if verdict.status is not None:
            _add(reader, passage, Issue(cue.start, cue.end, implied), verdict.status, cue.start, cue.end, f"claim.{cue.form}")
        return cue.end
    targets = governed(passage, cue)
    if _is_about_talks(passage, cue, targets):
        targets = []
    after_meeting = False
    reach = cue.end
    paths: set[str] = set()
    settings = reader.article.pack.rules["claims"]
    start = cue.start if verdict.start is None else verdict.start
    for target in targets:
        issue = target.issue
        status = verdict.opposite if target.turned else verdict.status
        composed = None if status is None else _compose(settings, cue, _joined(reader, cue, issue, status), _softening(settings, issue, target.inner))
        if composed is None or issue.path in paths or not _admits(passage, cue, target, composed):
            continue
        paths.add(issue.path)
        reach = max(reach, issue.end)
        if issue.meeting and composed == "under-discussion":
            composed = "on-agenda" if issue.path == "next-round" else composed
        if issue.meeting and issue.path == "next-round":
            after_meeting = True
        elif after_meeting:
            if composed not in ("expected", "agreed", "accepted", "on-agenda", "under-discussion"):
                continue
            composed = "on-agenda"
        _add(reader, passage, issue, composed, start, cue.end, "claim.provides" if cue.status == "provides" else f"claim.{cue.form}")
    if not targets:
        return _claim_topic(reader, passage, cue, verdict) if verdict.status is not None else cue.end
    return reach


def _is_about_talks(passage: Passage, cue: Cue, targets: Sequence[Target]) -> bool:
    """True where a cue of progress governs "the talks" beside it and the first issue comes only in another phrase."""
    if not targets or cue.status not in _PROCESS or not passage.between("talks", cue.end, cue.end + 3):
        return False
    return any(cue.end < cut.token <= targets[0].issue.start and cut.kind in ("comma", "adjunct") for cut in passage.cuts)


def _softening(settings: Mapping[str, Any], issue: Issue, inner: Sequence[Cue]) -> Sequence[Cue]:
    """The inner cues that count: lifting a measure is what the talks are about."""
    if issue.path not in settings["measures"]:
        return inner
    return [cue for cue in inner if cue.status not in ("withdrawn", "suspended", "deferred", "in-force", "fulfilled")]


def _joined(reader: _Reader, cue: Cue, issue: Issue, status: str) -> str:
    """Acceptance by two sides together is agreement."""
    if status == "accepted" and cue.has("joint") and cue.end <= issue.start:
        low = cue.start - 12 if cue.form == "participle" else cue.end
        if any(mention.prefix.startswith("و") and low <= mention.start < issue.start for mention in reader.mentions):
            return "agreed"
    return status


def _compose(settings: Mapping[str, Any], cue: Cue, status: str, inner: Sequence[Cue]) -> str | None:
    """The status that an outer cue makes of the cues between it and the issue."""
    result: str | None = None
    table: Mapping[str, Mapping[str, str | None]] = settings["compose"]
    for number, each in enumerate(reversed((cue, *inner))):
        own = status if each is cue else each.status
        if each is not cue and (own in ("provides", "conditional") or each.has("progress") or each.has("begin")):
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


def _admits(passage: Passage, cue: Cue, target: Target, status: str) -> bool:
    """True where this cue may say this of the issue."""
    issue = target.issue
    only = cue.hit.entry.features.get("only")
    if only is not None and (issue.path not in only.split(",") or issue.end <= cue.start or issue.start - cue.end > 6):
        return False
    if cue.has("via") and not target.inner:
        return False
    low, high = min(cue.end, issue.end), max(cue.start, issue.start)
    if issue.meeting:
        if cue.end <= issue.start and not cue.has("plan") and any(cue.end < cut.token < issue.start and cut.kind == "adjunct" for cut in passage.cuts):
            return False
        if issue.path == "summit" and status in ACHIEVED and issue.start == cue.end:
            return False
        return not cue.has("begin") and (status in _MEETING_STATUSES or (status == "under-discussion" and high - low <= 10))
    if issue.strength == "topic":
        return status in _AGENDA and (cue.has("topic") or high - low <= 4)
    if issue.strength == "weak" and high - low > 5:
        return False
    if cue.has("hope"):
        return any(other.status == "expected" and other.start < cue.start for other in passage.cues)
    if cue.has("meeting"):
        return False
    if cue.has("deal") and not (passage.between("agreement", cue.end, issue.end) or passage.between("talks", cue.end, issue.end)):
        return False
    if cue.has("weak"):
        return high - low <= 6
    if cue.has("begin") and status in _AGENDA:
        return bool(passage.between("talks", cue.end, issue.end))
    return True


_PROCESS = frozenset(("stalled", "suspended", "broken", "doubted"))
_OF_TALKS = frozenset(("refused", "demanded", "offered", "proposed", "accepted", "withdrawn"))
_WITH_AGREEMENT = frozenset(("refused", "accepted", "agreed", "signed", "being-finalised", "expected", "in-force", "fulfilled", "doubted", "stalled", "broken", "conditional"))


def _claim_topic(reader: _Reader, passage: Passage, cue: Cue, verdict: Verdict) -> int:
    """Where the cue is about the talks or an agreement that the clause does not specify: the article's main issue."""
    status = verdict.status or ""
    if cue.status == "provides" or any(cue.has(feature) for feature in ("weak", "only", "threat", "impossible", "hope")):
        return cue.end
    limit = min(passage.cut_after(cue.end, (*HARD, "comma")), cue.end + 7)
    conjunctions = (*reader.article.pack.rules["claims"]["subjunctive"], *reader.article.pack.rules["claims"]["reporting"])
    limit = next((token for token in range(cue.end, limit) if passage.words[token].surface in conjunctions), limit)
    following = [other for other in passage.cues if cue.end <= other.start < limit]
    if following and any(hit.entry.value == "negation" and hit.end == following[0].start for hit in passage.of("polarity")):
        if status != "expected":
            return cue.end
        status = "doubted"
    low = passage.cut_before(cue.start, HARD)
    beside = cue.frame != "object" or status in _PROCESS
    close = min(limit, cue.end + (3 if cue.frame == "object" else 5))
    nearby = [*passage.between("talks", cue.start, close), *(passage.between("talks", max(low, cue.start - 16), cue.start) if beside else ())]
    agreements = [*passage.between("agreement", cue.end, limit)]
    if cue.frame != "object":
        agreements.extend(passage.between("agreement", max(low, cue.start - 6), cue.start))
    process = status in _PROCESS or cue.has("progress")
    path = "next-round" if cue.has("encounter") or (status == "doubted" and nearby) else reader.topic
    anchor = nearby[:1] if process else []
    if not anchor and status in _OF_TALKS:
        close = min([limit, passage.cut_after(cue.end - 1, ("adjunct", "relative")), *(other.start for other in following if other.finite)])
        anchor, path = [hit for hit in passage.between("talks", cue.end, close) if not is_locative(reader.article, hit.start)][:1], "next-round"
    if not anchor and status in ("accepted", "refused", "agreed") and (cue.form != "participle"):
        resumed = cue.hit.suffix or reader.article.words[cue.end].folded in reader.article.pack.rules["claims"]["resumptive"]
        anchor = [
            hit
            for hit in passage.between("proposal", low if cue.frame != "object" or resumed else cue.end, limit)
            if "ال" in hit.prefix or hit.suffix or resumed
        ][:1]
        if anchor:
            path = _last_settled(reader, encounters=True)
        else:
            anchor = [hit for hit in agreements[:1] if "ال" in hit.prefix]
            path = _last_settled(reader) or reader.topic
    if not anchor and status in _WITH_AGREEMENT and cue.form != "participle" and not cue.has("meeting"):
        anchor, path = agreements[:1], reader.topic
    if anchor and path is not None:
        issue = Issue(anchor[0].start, anchor[0].end, path)
        _add(reader, passage, issue, status, cue.start if verdict.start is None else verdict.start, cue.end, "claim.topic")
        return max(cue.end, issue.end)
    return cue.end


def _last_settled(reader: _Reader, encounters: bool = False) -> str | None:
    """The issue of the last claim that "this proposal" or "the agreement" can stand for, else the main issue."""
    for claim in reversed(reader.found):
        if claim.status in ("agreed", "proposed", "offered", "signed") and (encounters or claim.issue not in ("next-round", "summit")):
            return claim.issue
    return None


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
        low = max(passage.cut_before(issue.start, ("mark", "contrast", "clause")), issue.start - 24)
        carriers = passage.between("talks", low, issue.start) or [hit for hit in passage.of("polarity") if hit.entry.value == "effort" and low <= hit.start < issue.start]
        if not carriers:
            continue
        carrier = carriers[-1]
        if any(hit.entry.value in ("denial", "before") and low <= hit.start < issue.start for hit in passage.of("polarity")):
            continue
        purpose = [hit for hit in passage.of("polarity") if hit.entry.value == "purpose" and carrier.start <= hit.start < issue.start and issue.start - hit.end <= 6]
        about = [hit for hit in passage.between("about", carrier.end, issue.start) if issue.start - hit.end <= 2 and passage.cut_before(hit.start, ("comma", "clause")) <= carrier.start]
        close = issue.start - carrier.end <= 3 and not any(carrier.end <= cue.start < issue.start for cue in passage.cues)
        if purpose or about or (close and "ل" in issue.prefix.replace("ال", "")):
            _add(reader, passage, issue, "under-discussion", carrier.start, carrier.end, "claim.discussed")


def _apply_conditions(reader: _Reader, passage: Passage, conditions: Sequence[Condition], first: int) -> None:
    """Turn the claims that hang on a condition, and add those that have no other cue."""
    for condition in conditions:
        for index in range(first, len(reader.found)):
            claim = reader.found[index]
            if turned_by(condition, claim.status, claim.start, claim.end, passage):
                reader.found[index] = replace(claim, status="conditional", condition_start=condition.start, condition_end=condition.end)
        for issue in bound_issues(condition, passage):
            if condition.kind == "unless":
                reader.found[first:] = [claim for claim in reader.found[first:] if claim.issue != issue.path or claim.status not in ("refused", "stalled", "doubted")]
            if not any(claim.status == "conditional" and claim.issue == issue.path for claim in reader.found[first:]):
                _add(reader, passage, issue, "conditional", condition.start, condition.end, f"claim.{condition.kind}", condition)


def _add(reader: _Reader, passage: Passage, issue: Issue, status: str, start: int, end: int, rule: str, condition: Condition | None = None) -> None:
    """Add a claim unless the same place has said it already."""
    settings = reader.article.pack.rules["claims"]
    if rule == "claim.provides" and any(key[0] == issue.start for key in reader.taken):
        return
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
    tail = min([tail, *(hit.start for hit in passage.of("polarity") if hit.entry.value in ("if", "unless", "exchange") and high <= hit.start < tail)])
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
