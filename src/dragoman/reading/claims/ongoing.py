"""Talks told as held, going on or resumed, and encounters that are prepared: what stands where without a cue of its own."""

from __future__ import annotations

from dragoman.languages.lexicon import Hit
from dragoman.reading.claims.clauses import HARD, Cue, Issue, Passage
from dragoman.reading.claims.encounters import NEXT_ROUND
from dragoman.reading.claims.polarity import resolve
from dragoman.reading.layout.article import Article
from dragoman.reading.notebook import Grounds, Notebook

_TALKS = frozenset(("talks", "round"))
# how many words may part the talks from the verb that holds them
_BEFORE, _AFTER = 7, 4


def note_talks(notebook: Notebook, article: Article, passage: Passage) -> None:
    """Enter that the talks' subject is under discussion where talks are held, go on or begin again."""
    for talks in passage.of("talks"):
        if talks.entry.value not in _TALKS or _is_claimed(notebook, talks):
            continue
        cue = _holding(passage, talks)
        if cue is None or resolve(article, passage, cue, None).status != "under-discussion":
            continue
        issue = Issue(talks.start, talks.end, notebook.topic or NEXT_ROUND)
        notebook.add(passage, issue, "under-discussion", Grounds(cue.start, cue.end, "claim.talks"))


def _is_claimed(notebook: Notebook, talks: Hit) -> bool:
    """True where the sentence has said something in words that hold the talks."""
    return any(claim.start <= talks.start < claim.end for claim in notebook.found[notebook.first :])


def _holding(passage: Passage, talks: Hit) -> Cue | None:
    """The verb or noun beside the talks that says that they are held or go on."""
    low, high = passage.cut_before(talks.start, HARD), passage.cut_after(talks.start, HARD)
    for cue in passage.cues:
        if not _tells_of_now(cue) or not low <= cue.start < high:
            continue
        if 0 <= talks.start - cue.end <= _BEFORE or 0 <= cue.start - talks.end <= _AFTER:
            return cue
    return None


def _tells_of_now(cue: Cue) -> bool:
    """True where the cue says that something goes on or begins; that it was once held says nothing of where it stands."""
    if cue.subordinate:
        return False
    return cue.has("ongoing") or (cue.has("begin") and cue.finite and not (cue.has("held") and cue.form == "past"))
