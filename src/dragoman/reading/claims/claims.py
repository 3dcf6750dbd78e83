"""Claims: where each issue stands, on whose word.

Sentence by sentence, cue by cue from the left: the outermost cue rules the issues in its reach, the cues between it and
an issue soften or sharpen it. A bare mention of an issue says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.claims.clauses import Cue, Issue, Passage, find_passages
from dragoman.reading.claims.conditions import find_conditions
from dragoman.reading.claims.encounters import NEXT_ROUND, add_encounters
from dragoman.reading.claims.governing import Governed, governed
from dragoman.reading.claims.ongoing import note_talks
from dragoman.reading.claims.polarity import NOTHING, Verdict, resolve
from dragoman.reading.claims.standing import admits, compose, joined, provided
from dragoman.reading.claims.topics import PROCESS, claim_topic, main_issue
from dragoman.reading.found import FoundClaim, FoundStatement, Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.notebook import Grounds, Notebook
from dragoman.reading.speech.uncued import apply_conditions, note_subjects, plan_encounters

# What is to be talked about at an encounter that somebody only proposes or refuses is not said to stand anywhere.
_BRINGS_AGENDA = frozenset(("expected", "agreed", "accepted", "on-agenda", "under-discussion"))


def find_claims(
    article: Article,
    mentions: Sequence[Mention],
    statements: Sequence[FoundStatement],
    skipped: bytearray | None = None,
) -> tuple[FoundClaim, ...]:
    """All claims of the article's body, in order of place; `skipped` marks tokens that are boilerplate."""
    notebook = Notebook(mentions, statements, main_issue(article))
    for passage in find_passages(article):
        is_question = article.words[passage.end - 1].surface in passage.settings["question_marks"]
        if is_question or (skipped is not None and skipped[passage.start]):
            continue
        add_encounters(article, passage)
        notebook.open_sentence()
        _read_passage(notebook, article, passage)
    return tuple(sorted(notebook.found, key=lambda claim: (claim.start, claim.end)))


def _read_passage(notebook: Notebook, article: Article, passage: Passage) -> None:
    conditions = find_conditions(article, passage)
    reach = passage.start
    previous: Cue | None = None
    ruling: tuple[int, str | None] = (-1, None)
    for cue in passage.cues:
        if cue.status == "provides":
            verdict = Verdict(provided(passage, cue, ruling))
        else:
            verdict = resolve(article, passage, cue, previous)
            ruling = (cue.start, verdict.status) if verdict.status is not None else ruling
            previous = cue if cue.finite else previous
        is_inner = cue.start < reach and cue.frame != "before" and (cue.subordinate or not _is_main(cue))
        if verdict != NOTHING and not is_inner:
            reach = max(reach, _claim_cue(notebook, article, passage, cue, verdict))
    _drop_vain_hopes(notebook)
    plan_encounters(notebook, passage)
    note_subjects(notebook, passage)
    note_talks(notebook, article, passage)
    apply_conditions(notebook, passage, conditions)


def _is_main(cue: Cue) -> bool:
    """True for a verb that tells something of its own, not that what another tells begins or aims at something."""
    return cue.finite and not (cue.has("begin") or cue.has("aim"))


def _drop_vain_hopes(notebook: Notebook) -> None:
    """Take back the hope of a sentence that goes on to call it slight."""
    here = notebook.found[notebook.first :]
    vain = {claim.issue for claim in here if claim.status == "doubted"}
    if vain:
        notebook.found[notebook.first :] = [
            claim for claim in here if claim.status != "expected" or claim.issue not in vain
        ]


def _claim_cue(notebook: Notebook, article: Article, passage: Passage, cue: Cue, verdict: Verdict) -> int:
    """Enter the claims of one cue; gives the token up to which it rules."""
    rule = "claim.provides" if cue.status == "provides" else f"claim.{cue.form}"
    grounds = Grounds(cue.start if verdict.start is None else verdict.start, cue.end, rule)
    implied = cue.hit.entry.features.get("implies")
    if implied is not None:
        if verdict.status is not None:
            notebook.add(passage, Issue(cue.start, cue.end, implied), verdict.status, grounds)
        return cue.end
    targets = governed(passage, cue)
    if not targets or _is_about_talks(passage, cue, targets):
        return claim_topic(notebook, article, passage, cue, verdict)
    known = len(notebook.found)
    reach = _claim_targets(notebook, passage, cue, verdict, targets, grounds)
    if len(notebook.found) > known:
        return reach
    return claim_topic(notebook, article, passage, cue, verdict)


def _claim_targets(
    notebook: Notebook, passage: Passage, cue: Cue, verdict: Verdict, targets: Governed, grounds: Grounds
) -> int:
    """Enter what the cue says of each issue under it, each issue once."""
    reach = cue.end
    paths: set[str] = set()
    for target in targets:
        issue = target.issue
        status = verdict.opposite if target.turned else verdict.status
        if status is None or issue.path in paths or (issue.strength == "topic" and paths):
            continue
        composed = compose(passage, cue, joined(passage, notebook.mentions, cue, issue, status), target)
        if composed is None or not admits(passage, cue, target, composed):
            continue
        if NEXT_ROUND in paths and composed not in _BRINGS_AGENDA:
            continue
        if NEXT_ROUND in paths or (
            issue.path == NEXT_ROUND and composed == "under-discussion" and not cue.has("meeting")
        ):
            composed = "on-agenda"
        paths.add(issue.path)
        reach = max(reach, issue.end)
        if cue.status != "provides" or not notebook.has_claimed(issue):
            notebook.add(passage, issue, composed, grounds)
    return reach


def _is_about_talks(passage: Passage, cue: Cue, targets: Governed) -> bool:
    """True where a cue of progress governs "the talks" beside it and the first issue comes only in another phrase."""
    if cue.status not in PROCESS or not passage.between("talks", cue.end, cue.end + 3):
        return False
    first = targets[0].issue.start
    if first < cue.start:
        return True
    if any(0 <= first - hit.end <= 1 for hit in passage.between("about", cue.end, first)):
        return False
    return any(cue.end < cut.token <= first and cut.kind in ("comma", "adjunct") for cut in passage.cuts)
