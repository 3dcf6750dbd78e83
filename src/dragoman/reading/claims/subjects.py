"""Where the words of a claim begin in languages that put the subject first: with who does it, or with the auxiliary."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.claims.clauses import Passage
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import within

_CLAUSE = ("mark", "comma", "contrast", "clause", "relative")
_ACTING = frozenset(("country", "organization", "group", "person", "role"))
# how many words may part the subject from its verb, and one subject from the other
_REACH, _JOINED = 5, 2


def subject_start(passage: Passage, mentions: Sequence[Mention], start: int) -> int:
    """The token at which the subject before a claim's words begins; the claim's own start where none stands near."""
    voices = passage.settings.get("voices")
    if not voices:
        return start
    limit = passage.cut_before(start, _CLAUSE)
    before = [m for m in within(mentions, limit, start) if m.end <= start and m.kind in _ACTING and not m.governed]
    # where words stand in any order, what stands before the verb need not be its subject
    if before and not passage.settings.get("free_order") and start - before[-1].end <= _REACH:
        first = before[-1].start
        for mention in reversed(before[:-1]):
            if first - mention.end > _JOINED:
                break
            first = min(first, mention.start)
        return first
    auxiliaries = (*voices["active"], *voices["passive"], *voices["governing"], *voices["between"])
    while start > limit and passage.words[start - 1].surface.lower() in auxiliaries:
        start -= 1
    return start
