"""Which issues a cue governs: its complement first, then its subject, then what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading.claims.clauses import BINDING, HARD, Cue, Cut, Issue, Passage

_SOFT = ("comma", "adjunct", "relative")
_NEAR, _FAR, _GAP, _LEFT = 7, 22, 12, 16
# statuses that a mere point of the agenda may have
_OF_TOPICS = frozenset(("on-agenda", "off-agenda", "raised", "under-discussion"))
# how many words may part two members of a list
_LISTED = 4


@dataclass(frozen=True, slots=True)
class Target:
    """An issue under a cue: the cues between, outermost first, and whether a negation before it turns the cue round.

    gap: how many words part it from the member of the list before it, where it is one.
    """

    issue: Issue
    inner: tuple[Cue, ...] = ()
    turned: bool = False
    gap: int | None = None


Governed = list[Target]


def governed(passage: Passage, cue: Cue) -> Governed:
    """The issues under a cue, each with the cues between, outermost first."""
    if cue.finite and cue.end < passage.end and passage.words[cue.end].folded in passage.settings["resumptive"]:
        return _before(passage, cue)
    right = _after(passage, cue)
    if cue.frame == "object":
        if not right and cue.finite and passage.settings.get("free_order"):
            return [target for target in _before(passage, cue) if cue.start - target.issue.end <= _NEAR]
        if right or not _takes_up(passage, cue):
            return right
        return _before(passage, cue)
    if cue.frame == "before":
        return _before(passage, cue)
    if right and not _is_apart(passage, cue, right[0].issue):
        return right
    return _before(passage, cue) or right


def _is_apart(passage: Passage, cue: Cue, issue: Issue) -> bool:
    """True where the issue stands far from the cue, or in another phrase: its reason, its time."""
    if any(cut.kind == "adjunct" and cue.end <= cut.token < issue.start for cut in passage.cuts):
        return True
    return issue.start - cue.end > _NEAR and not passage.between("talks", cue.end, cue.end + 4)


def _takes_up(passage: Passage, cue: Cue) -> bool:
    """True for a verb with a pronoun, its own or its object's, that stands for what was named before it."""
    if cue.finite and cue.hit.suffix in passage.settings["pronouns"]:
        return True
    following = passage.words[min(cue.end, passage.end - 1)].folded
    return cue.finite and len(following) > 3 and following.endswith(tuple(passage.settings.get("object_pronouns", ())))


def _after(passage: Passage, cue: Cue) -> Governed:
    """Issues in the complement: up to the next finite cue or clause; past a comma only while none was found."""
    limit = passage.cut_after(cue.end - 1, HARD)
    found: Governed = []
    last = cue.end
    for issue in passage.issues:
        if issue.start < cue.end and not (cue.start < issue.start and cue.end < issue.end):
            continue
        if issue.strength == "topic" and cue.status not in _OF_TOPICS and not cue.has("topic"):
            continue
        between = [other for other in passage.cues if cue.end <= other.start and other.end <= issue.start]
        if issue.start >= limit or any(_stops(passage, other) for other in between):
            break
        if _is_elsewhere(passage, cue, issue):
            break
        gap = issue.start - last
        if gap > (_GAP if found else _FAR):
            break
        if any(
            cut.kind == "adjunct" and cue.end < cut.token + 1 and 0 < issue.start - cut.token <= 3 and cut.token >= last
            for cut in passage.cuts
        ):
            continue
        turned = _turned(passage, last, issue)
        if found and _parted(passage, last, issue) and not (turned and issue.start - last <= 5):
            break
        inner = tuple(other for other in between if other.frame != "before")
        found.append(Target(issue, inner, turned, gap if found and _joins(passage, issue) else None))
        last = issue.end
    named = [target for target in found if not target.issue.unnamed]
    return named or found


def _is_elsewhere(passage: Passage, cue: Cue, issue: Issue) -> bool:
    """True for an issue inside a condition, or an encounter that a comma sets apart."""
    if any(hit.entry.value in BINDING and cue.end <= hit.start < issue.start for hit in passage.of("polarity")):
        return True
    apart = issue.meeting and issue.prefix.startswith(passage.settings["prefixes"]["joint"])
    return apart and any(cut.kind == "comma" and cut.token == issue.start for cut in passage.cuts)


def _stops(passage: Passage, other: Cue) -> bool:
    """True for a cue that begins a clause of its own: a finite verb that no conjunction subordinates."""
    if other.status == "provides" or other.has("breaks"):
        return other.has("breaks")
    if other.subordinate or other.has("aim"):
        return False
    if not other.finite or other.has("begin"):
        return other.frame == "before" or (other.frame == "clause" and other.finite)
    return not any(hit.entry.value == "purpose" and hit.end == other.start for hit in passage.of("polarity"))


def _parted(passage: Passage, last: int, issue: Issue) -> bool:
    """True where a comma, an adjunct or a relative clause stands between two issues of a list."""
    soft = [cut for cut in passage.cuts if last < cut.token <= issue.start and cut.kind in _SOFT]
    return bool(soft) and (
        issue.meeting
        or not (
            soft[-1].kind == "comma"
            and issue.start == soft[-1].token
            and issue.prefix.startswith(passage.settings["prefixes"]["joint"])
            or _is_listed(passage, last, issue, soft)
            or _goes_on(passage, last, issue, soft)
        )
    )


def _is_listed(passage: Passage, last: int, issue: Issue, soft: Sequence[Cut]) -> bool:
    """True for the next member of a list, where the language has words of its own for "and"."""
    if not passage.settings.get("joints") or any(cut.kind != "comma" for cut in soft):
        return False
    return issue.start - last <= _LISTED


def _joins(passage: Passage, issue: Issue) -> bool:
    """True where "and" or its like stands at the issue: it is a member of the list, not what belongs to the one before."""
    if issue.prefix.startswith(passage.settings["prefixes"]["joint"]):
        return True
    continuing = passage.settings.get("continuing", ())
    return any(word.folded in continuing for word in passage.words[issue.start - 3 : issue.start])


def _goes_on(passage: Passage, last: int, issue: Issue, soft: Sequence[Cut]) -> bool:
    """True where a word such as "as well as" takes the list up again after a comma."""
    if any(cut.kind != "comma" for cut in soft) or issue.start - soft[-1].token > _LISTED:
        return False
    continuing = passage.settings.get("continuing", ())
    return any(word.folded in continuing for word in passage.words[soft[-1].token : issue.start])


def _is_joined(passage: Passage, issue: Issue, following: Issue) -> bool:
    """True for two issues side by side, or with "and" and a word or two between them."""
    gap = following.start - issue.end
    joints = passage.settings.get("joints", ())
    return gap <= 1 or (
        gap <= _LISTED and any(word.folded in joints for word in passage.words[issue.end : following.start])
    )


def _turned(passage: Passage, last: int, issue: Issue) -> bool:
    """True where "and not" or "but rather" stands before the issue: it has the opposite of what the cue says."""
    for hit in passage.of("polarity"):
        if hit.entry.value in ("negation", "rather") and last <= hit.start and 0 <= issue.start - hit.end <= 1:
            # between the negation and the issue only a preposition may stand: "and not on"
            return hit.end == issue.start or len(passage.words[hit.end].folded) <= 3
    return False


def _before(passage: Passage, cue: Cue) -> Governed:
    """The nearest issue to the left in the same clause, with those listed directly before it."""
    limit = passage.cut_before(cue.start, ("mark", "contrast", "clause"))
    candidates = [issue for issue in passage.issues if limit <= issue.start and issue.end <= cue.start]
    while cue.has("impossible") and candidates and candidates[-1].meeting:
        candidates.pop()
    # with the article a participle only describes the noun beside it
    describes = passage.settings["prefixes"]["article"] in cue.hit.prefix or cue.has("verb")
    reach = 2 if cue.form == "participle" and describes else _LEFT
    if not candidates or cue.start - candidates[-1].end > reach:
        return []
    found = [candidates[-1]]
    for issue in reversed(candidates[:-1]):
        if issue.meeting or not _is_joined(passage, issue, found[-1]):
            break
        found.append(issue)
    return [Target(issue) for issue in found]
