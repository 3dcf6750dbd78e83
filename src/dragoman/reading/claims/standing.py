"""How the words around an issue add up: outer and inner cues, joint subjects, what a cue may say of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.reading.claims.clauses import HARD, Cue, Issue, Passage
from dragoman.reading.claims.governing import Target
from dragoman.reading.claims.polarity import ACHIEVED
from dragoman.reading.found import Mention

_OF_ENCOUNTERS = frozenset(
    (
        "expected",
        "demanded",
        "proposed",
        "offered",
        "accepted",
        "agreed",
        "refused",
        "deferred",
        "withdrawn",
        "suspended",
        "doubted",
        "conditional",
        "stalled",
    )
)
AGENDA = frozenset(("on-agenda", "off-agenda", "raised", "under-discussion"))
_UNDOING = frozenset(("withdrawn", "suspended", "deferred", "in-force", "fulfilled"))
_BEFORE_PARTICIPLE = 12
# what is done to an issue names it at once: what follows later is its reason or its aim
_NEAR_ONLY, _NEAR = frozenset(("suspended", "withdrawn", "broken", "signed", "fulfilled")), 9


def provided(passage: Passage, cue: Cue, ruling: tuple[int, str | None]) -> str | None:
    """What the subject of "provides for" makes of its object: a proposal proposes, an agreement agrees.

    An agreement that is itself only hoped for, demanded or discussed gives its own standing to what it would provide.
    """
    if cue.subordinate or cue.has("silent"):
        return None
    start, status = ruling
    if status is not None and status not in ACHIEVED and start >= passage.cut_before(cue.start, (*HARD, "comma")):
        return status
    near, far, high = max(passage.start, cue.start - 12), max(passage.start, cue.start - 30), cue.end + 4
    if passage.between("proposal", near, high):
        return "proposed"
    if passage.between("agreement", far, high):
        return "expected" if passage.settings["prefixes"]["future"] in cue.hit.prefix else "agreed"
    return "on-agenda" if cue.has("agenda") and passage.between("talks", near, high) else None


def joined(passage: Passage, mentions: Sequence[Mention], cue: Cue, issue: Issue, status: str) -> str:
    """Acceptance by two sides together is agreement."""
    if status == "accepted" and cue.has("joint") and cue.end <= issue.start:
        conjunction = passage.settings["prefixes"]["joint"]
        low = cue.start - _BEFORE_PARTICIPLE if cue.form == "participle" else cue.end
        if any(mention.prefix.startswith(conjunction) and low <= mention.start < issue.start for mention in mentions):
            return "agreed"
    return status


def compose(passage: Passage, cue: Cue, status: str, target: Target) -> str | None:
    """The status that an outer cue makes of the cues between it and the issue."""
    table: Mapping[str, Mapping[str, str | None]] = passage.settings["compose"]
    result: str | None = None
    for inner in reversed(_counting(passage, target)):
        result = inner.status if result is None else table.get(inner.status, {}).get(result, inner.status)
        if result is None:
            return None
    if status in ACHIEVED and _is_promised(passage, target):
        return "expected"
    if result is None:
        return status
    key = "begin" if cue.has("begin") and status == "under-discussion" else status
    return table.get(key, {}).get(result, status)


def _is_promised(passage: Passage, target: Target) -> bool:
    """True where what was agreed is said to provide for the issue in the future."""
    future = passage.settings["prefixes"]["future"]
    return any(cue.status == "provides" and future in cue.hit.prefix for cue in target.inner)


def _counting(passage: Passage, target: Target) -> list[Cue]:
    """The inner cues that count: not aspects, and not the lifting of a measure, which is what the talks are about."""
    is_measure = target.issue.path in passage.settings["measures"]
    return [
        cue
        for cue in target.inner
        if cue.status not in ("provides", "conditional")
        and not (cue.has("progress") or cue.has("begin") or cue.has("aim"))
        and not (is_measure and cue.status in _UNDOING)
    ]


def admits(passage: Passage, cue: Cue, target: Target, status: str) -> bool:
    """True where this cue may say this of the issue."""
    issue = target.issue
    distance = max(cue.start, issue.start) - min(cue.end, issue.end)
    before = passage.words[max(passage.start, issue.start - 3) : issue.start]
    if status in ACHIEVED and any(word.folded in passage.settings["any"] for word in before):
        return False
    only = cue.hit.entry.features.get("only")
    if only is not None and (
        issue.path not in only.split(",") or (issue.end <= cue.start and cue.frame == "object") or distance > 6
    ):
        return False
    if cue.has("via") and not target.inner and not issue.meeting:
        return False
    if issue.meeting:
        return not cue.has("begin") and _admits_encounter(passage, cue, issue, status)
    if issue.strength == "topic":
        begun = not cue.has("begin") or passage.between("talks", cue.end, issue.end)
        return status in AGENDA and bool(begun) and (cue.has("topic") or distance <= 4)
    if status in _NEAR_ONLY and distance > _NEAR:
        return False
    if (
        (issue.strength == "weak" and (distance if target.gap is None else target.gap) > 5)
        or (cue.has("weak") and distance > 6)
        or cue.has("meeting")
    ):
        return False
    if cue.has("hope"):
        return any(other.status == "expected" and other.start < cue.start for other in passage.cues)
    if cue.has("deal"):
        return any(passage.between(kind, cue.end, issue.end) for kind in ("agreement", "talks"))
    if cue.has("begin") and status in AGENDA:
        return bool(passage.between("talks", cue.end, issue.end)) and _is_of_talks(passage, cue, target)
    return True


def _is_of_talks(passage: Passage, cue: Cue, target: Target) -> bool:
    """True where talks that begin or are held have this subject: it stands near them, or "about" or an aim leads to it."""
    issue = target.issue
    if issue.start - cue.end <= _NEAR or target.gap is not None:
        return True
    if any(hit.entry.value in ("purpose", "effort") for hit in passage.between("polarity", cue.end, issue.start)):
        return True
    return any(0 <= issue.start - hit.end <= 1 for hit in passage.between("about", cue.end, issue.start))


def _admits_encounter(passage: Passage, cue: Cue, issue: Issue, status: str) -> bool:
    """True where an encounter is what the cue is about, not its time, its place or its subject."""
    is_adjunct = cue.end <= issue.start and not cue.has("plan")
    if is_adjunct and any(cue.end < cut.token < issue.start and cut.kind == "adjunct" for cut in passage.cuts):
        return False
    if issue.path == "summit" and status in ACHIEVED and issue.start == cue.end:
        return False
    return status in _OF_ENCOUNTERS or (status == "under-discussion" and issue.start - cue.end <= 10)
