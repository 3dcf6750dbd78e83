"""Claims without a cue of status: encounters told in the future, subjects of talks, what hangs on a condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.languages.lexicon import Hit
from dragoman.reading.claims.clauses import Issue, Passage
from dragoman.reading.claims.conditions import Condition, bound_issues, turned_by
from dragoman.reading.notebook import Grounds, Notebook

_FURTHEST = 24
_FAILED = frozenset(("stalled", "suspended", "broken", "doubted", "refused"))


def plan_encounters(notebook: Notebook, passage: Passage) -> None:
    """Enter the encounters that their own verb tells in the future."""
    for issue in passage.issues:
        if not issue.meeting or notebook.has_claimed(issue) or not _lies_ahead(passage, issue):
            continue
        if not any(hit.entry.value == "negation" and 0 <= issue.start - hit.end <= 1 for hit in passage.of("polarity")):
            notebook.add(passage, issue, "expected", Grounds(issue.start, issue.end, "claim.encounter"))


def _lies_ahead(passage: Passage, issue: Issue) -> bool:
    """True for an encounter told in the future, as possible, or as what comes later: before the talks are held."""
    if issue.future:
        return True
    for hit in passage.of("polarity"):
        if (
            hit.entry.value == "possibility"
            and "present" in hit.entry.features
            and issue.start <= hit.start < issue.end
        ):
            return True
        if hit.entry.value == "before" and "weak" not in hit.entry.features and hit.end == issue.start:
            return True
    return False


def note_subjects(notebook: Notebook, passage: Passage) -> None:
    """Enter the issues that talks or efforts are said to be about."""
    for issue in passage.issues:
        if issue.future or issue.strength == "topic" or notebook.has_claimed(issue):
            continue
        low = max(passage.cut_before(issue.start, ("mark", "contrast", "clause")), issue.start - _FURTHEST)
        turning = [hit for hit in passage.of("polarity") if low <= hit.start < issue.start]
        if any(hit.entry.value in ("denial", "before") for hit in turning):
            continue
        efforts = [hit for hit in turning if hit.entry.value == "effort"]
        carriers = passage.between("talks", low, issue.start) or efforts
        if carriers and _has_failed(notebook, carriers[-1]):
            continue
        if carriers and _leads_to(passage, carriers[-1], issue, turning):
            grounds = Grounds(carriers[-1].start, carriers[-1].end, "claim.discussed")
            notebook.add(passage, issue, "under-discussion", grounds)


def _has_failed(notebook: Notebook, carrier: Hit) -> bool:
    """True where the sentence has already said that these talks came to nothing."""
    return any(
        claim.status in _FAILED and claim.start <= carrier.start < claim.end
        for claim in notebook.found[notebook.first :]
    )


def _leads_to(passage: Passage, carrier: Hit, issue: Issue, turning: Sequence[Hit]) -> bool:
    """True where a word of purpose or a preposition ("about") leads from the talks to the issue."""
    if any(
        hit.entry.value == "purpose" and carrier.start <= hit.start and issue.start - hit.end <= 6 for hit in turning
    ):
        return True
    if issue.meeting:
        return False
    for hit in passage.between("about", carrier.end, issue.start):
        if issue.start - hit.end <= 2 and passage.cut_before(hit.start, ("comma", "clause")) <= carrier.start:
            return True
    prefixes = passage.settings["prefixes"]
    beside = issue.start - carrier.end <= 3 and not any(
        carrier.end <= cue.start < issue.start and not cue.has("ongoing") for cue in passage.cues
    )
    return beside and prefixes["purpose"] in issue.prefix.replace(prefixes["article"], "")


def apply_conditions(notebook: Notebook, passage: Passage, conditions: Sequence[Condition]) -> None:
    """Turn the claims that hang on a condition, and enter those that have no other cue."""
    for condition in conditions:
        for index in range(notebook.first, len(notebook.found)):
            claim = notebook.found[index]
            if turned_by(condition, claim.status, claim.start, claim.end, passage):
                notebook.found[index] = replace(
                    claim, status="conditional", condition_start=condition.start, condition_end=condition.end
                )
        for issue in bound_issues(condition, passage):
            _bind(notebook, passage, issue, condition)


def _bind(notebook: Notebook, passage: Passage, issue: Issue, condition: Condition) -> None:
    """Enter that an issue hangs on the condition; "no, unless" is no refusal."""
    here = notebook.found[notebook.first :]
    if condition.kind == "unless":
        here = [
            claim
            for claim in here
            if claim.issue != issue.path or claim.status not in ("refused", "stalled", "doubted")
        ]
        notebook.found[notebook.first :] = here
    if not any(claim.status == "conditional" and claim.issue == issue.path for claim in here):
        grounds = Grounds(condition.start, condition.end, f"claim.{condition.kind}", condition)
        notebook.add(passage, issue, "conditional", grounds)
