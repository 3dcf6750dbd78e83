"""Encounters that are still to come, as issues of their own: the next round, the next meeting."""

from __future__ import annotations

from dragoman.languages.lexicon import Hit
from dragoman.reading.claims.clauses import HARD, Cue, Issue, Passage, is_locative
from dragoman.reading.layout.article import Article

NEXT_ROUND, SUMMIT = "next-round", "summit"
_TALKS = frozenset(("talks", "round", "meeting"))
# how far after a verb of holding the talks may stand that it holds
_OBJECT_REACH, _FREE_REACH = 5, 12
# how far before its verb the subject of a clause may stand
_SUBJECT_REACH = 20
# how many words may stand between a cue and the talks that it fixes, or prepares
_FIXED, _PREPARED = 2, 4


def add_encounters(article: Article, passage: Passage) -> None:
    """Put the encounters of the sentence among its issues, in order of start."""
    found = [*_named_encounters(article, passage), *_verbal_encounters(passage)]
    if not found:
        return
    kept: list[Issue] = []
    for issue in sorted((*passage.issues, *found), key=lambda issue: (issue.start, -issue.end)):
        if kept and issue.start < kept[-1].end and issue.path == NEXT_ROUND:
            if issue.future and kept[-1].meeting:
                kept[-1] = kept[-1]._replace(future=True)
            continue
        kept.append(issue)
    passage.issues = kept


def _named_encounters(article: Article, passage: Passage) -> list[Issue]:
    """Talks called new, next or another, and talks whose holding is named (the holding of talks, a date for talks)."""
    found = []
    adjectives, holdings = passage.of("next"), [hit for hit in passage.of("meeting") if hit.entry.value == "noun"]
    planning = [cue for cue in passage.cues if cue.has("meeting") or cue.has("plan")]
    for talks in passage.of("talks"):
        if talks.entry.value not in _TALKS:
            continue
        following = [
            hit
            for hit in adjectives
            if talks.end <= hit.start <= talks.end + 3 and passage.cut_after(talks.start, ("comma", "mark")) > hit.start
        ]
        holding = [hit for hit in holdings if 0 <= talks.start - hit.end <= 2]
        holding = holding or [cue.hit for cue in planning if _is_planned(passage, cue, talks)]
        if holding or (following and not is_locative(article, talks.start)):
            start = holding[0].start if holding and holding[0].entry.kind == "meeting" else talks.start
            end = max(talks.end, following[0].end if following else 0)
            found.append(Issue(start, end, NEXT_ROUND, "", True))
    return found


def _is_planned(passage: Passage, cue: Cue, talks: Hit) -> bool:
    """True where the cue fixes, puts off or prepares these talks: they follow at once, or with a word of purpose."""
    gap = talks.start - cue.end
    if cue.has("meeting") and 0 <= gap <= _FIXED:
        return True
    purpose = passage.settings["prefixes"]["purpose"]
    return 0 <= gap <= _PREPARED and purpose in talks.prefix.replace(passage.settings["prefixes"]["article"], "")


def _subject_of(passage: Passage, verb: Hit) -> Issue | None:
    """The summit or the meeting that stands before a verb of holding in its clause: the summit … will be held."""
    low = max(passage.cut_before(verb.start, HARD), verb.start - _SUBJECT_REACH)
    named = [issue for issue in passage.issues if issue.meeting and low <= issue.start and issue.end <= verb.start]
    if named:
        return named[-1]
    talks = [hit for hit in passage.between("talks", low, verb.start) if hit.entry.value in _TALKS]
    return Issue(talks[-1].start, verb.end, NEXT_ROUND, "", True) if talks else None


def _is_future(passage: Passage, verb: Hit) -> bool:
    """True for a verb that tells what will be: by its proclitic, its form or a word right before it."""
    if passage.settings["prefixes"]["future"] in verb.prefix or verb.entry.features.get("form") == "future":
        return True
    if not passage.settings.get("voices"):
        return False
    return any(hit.entry.value == "future" and 0 <= verb.start - hit.end <= 1 for hit in passage.of("polarity"))


def _verbal_encounters(passage: Passage) -> list[Issue]:
    """Verbs of meeting; a verb of holding needs the talks or the summit that it holds."""
    found = []
    for verb in passage.of("meeting"):
        kind = verb.entry.value
        if kind not in ("meet", "visit", "hold"):
            continue
        future = _is_future(passage, verb)
        if kind == "hold":
            # where the subject comes first, only what the verb holds stands right after it
            reach = _OBJECT_REACH if passage.settings.get("voices") else _FREE_REACH
            limit = min(verb.end + reach, passage.cut_after(verb.start, ("contrast", "mark", "clause")))
            objects = passage.between("talks", verb.end, limit) or passage.between(
                "talks", max(passage.start, verb.start - 4), verb.start
            )
            if not objects:
                if future and (subject := _subject_of(passage, verb)) is not None:
                    found.append(subject._replace(future=True))
                continue
            start, end = min(verb.start, objects[0].start), max(verb.end, objects[0].end)
            future = future or any(
                objects[0].end <= adjective.start <= objects[0].end + 1 for adjective in passage.of("next")
            )
            found.append(Issue(start, end, NEXT_ROUND, "", True, future))
        else:
            found.append(Issue(verb.start, verb.end, NEXT_ROUND, "", True, future))
    return found
