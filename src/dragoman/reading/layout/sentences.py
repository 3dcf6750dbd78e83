"""Where sentences begin and end; a quotation is never cut."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.languages.lexicon import LINE, MARK, NUMBER, WORD, Word
from dragoman.reading.layout.article import Quotation, Range

# a line with fewer words than this is no sentence broken off; a link has no more
SHORTEST_BROKEN = 3
LONGEST_LINK = 6
FINAL = frozenset(".؟!?…۔")


def find_sentences(
    words: Sequence[Word],
    starts: Sequence[int],
    ends: Sequence[int],
    quotations: Sequence[Quotation],
    abbreviations: frozenset[str],
) -> tuple[Range, ...]:
    """The sentences of a text as ranges of tokens, line ends left out."""
    inside = bytearray(len(words) + 1)
    for quotation in quotations:
        if quotation.closed and quotation.depth == 0:
            inside[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    found: list[Range] = []
    begin = 0
    count = len(words)
    for index, word in enumerate(words):
        kind = word.kind
        if kind == LINE:
            if index > begin and _is_soft(words, index, begin):
                continue
            if index > begin:
                found.append(Range(begin, index))
            begin = index + 1
        elif (
            kind == MARK
            and word.surface in FINAL
            and not inside[index]
            and not _continues(words, starts, ends, index, abbreviations)
        ):
            end = index + 1
            found.append(Range(begin, end))
            begin = end
        elif (
            kind == MARK
            and inside[index - 1]
            and not inside[index]
            and index + 1 < count
            and _ended_inside(words, index)
        ):
            found.append(Range(begin, index + 1))
            begin = index + 1
    if begin < count:
        found.append(Range(begin, count))
    return tuple(found)


def _is_soft(words: Sequence[Word], line: int, begin: int) -> bool:
    """True at a line end inside a sentence: pages break the line around a link, and the next one goes on in small letters."""
    before = words[line - 1]
    if line - begin < SHORTEST_BROKEN or before.kind == MARK and before.surface in FINAL:
        return False
    if _goes_on(words, line):
        return True
    following = line + 1
    while following < len(words) and following - line <= LONGEST_LINK and words[following].kind != LINE:
        following += 1
    linked = 1 < following - line <= LONGEST_LINK and following < len(words)
    return linked and _goes_on(words, following)


def _goes_on(words: Sequence[Word], line: int) -> bool:
    """True where the line after begins in the middle of a sentence."""
    after = words[line + 1] if line + 1 < len(words) else None
    if after is None:
        return False
    return after.surface[:1].islower() if after.kind == WORD else after.kind == MARK and after.surface in ".,;:)»”"


def _ended_inside(words: Sequence[Word], index: int) -> bool:
    """True at the closing mark of a quotation whose last sentence ended inside it and after which a new one begins."""
    before, after = words[index - 1], words[index + 1]
    return before.kind == MARK and before.surface in FINAL and after.capitalised


def _continues(
    words: Sequence[Word], starts: Sequence[int], ends: Sequence[int], index: int, abbreviations: frozenset[str]
) -> bool:
    """True where the mark ends no sentence: an abbreviation, an initial, a number, a further full stop."""
    if words[index].surface != ".":
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None:
        return False
    joined = starts[index + 1] == ends[index]
    if joined and (following.kind == NUMBER or following.surface in FINAL or following.surface in "،,)؛"):
        return True
    before = words[index - 1] if index else None
    if before is None or ends[index - 1] != starts[index]:
        return False
    if before.folded in abbreviations:
        return following.kind != LINE
    is_initial = before.capitalised and len(before.surface) == 1
    return is_initial and (following.capitalised or joined)
