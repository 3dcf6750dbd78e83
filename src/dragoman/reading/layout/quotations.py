"""Which words stand between quotation marks, whatever the shape of the marks.

News mixes shapes, mismatches them and forgets to close them, so a mark is judged first by what stands beside it and only
then by its own shape. An opening mark that nothing closes is closed at the end of its sentence, or of its paragraph where
the next one opens with a mark again; it reaches into further paragraphs only where the next mark is the one that closes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.languages.lexicon import LINE, MARK, Word
from dragoman.reading.layout.article import Quotation

OPENING = frozenset("«“„‹‟❝‘")
CLOSING = frozenset("»”›❞’")
EITHER = frozenset('"＂″')
MARKS = OPENING | CLOSING | EITHER
_ENDS = frozenset(".؟!?…")
LONGEST = 400
_PARTNERS = {"«": "»", "“": "”"}


def find_quotations(words: Sequence[Word], starts: Sequence[int], ends: Sequence[int]) -> tuple[Quotation, ...]:
    """All quotations, in order of start; those inside others have a depth above 0."""
    found: list[Quotation] = []
    open_marks: list[int] = []
    for index, word in enumerate(words):
        if word.kind == LINE:
            if len(open_marks) == 1 and _closed_later(words, index, words[open_marks[0]].surface):
                continue
            found.extend(_unclosed(words, open_marks, index))
            open_marks = []
        elif word.kind == MARK and word.surface in MARKS:
            _take(words, starts, ends, index, open_marks, found)
    found.extend(_unclosed(words, open_marks, len(words)))
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


def _closed_later(words: Sequence[Word], line: int, surface: str) -> bool:
    """True where the next quotation mark after the line is the partner of an opening one, a few paragraphs on."""
    closing = _PARTNERS.get(surface)
    if closing is None:
        return False
    for word in words[line : line + LONGEST]:
        if word.kind == MARK and word.surface in MARKS:
            return word.surface == closing
    return False


def _opens_again(words: Sequence[Word], line: int, surface: str) -> bool:
    """True where the next paragraph opens with the same mark, so that the speech goes on in it."""
    while line < len(words) and words[line].kind == LINE:
        line += 1
    return line < len(words) and words[line].surface == surface and surface in _PARTNERS


def _take(
    words: Sequence[Word],
    starts: Sequence[int],
    ends: Sequence[int],
    index: int,
    open_marks: list[int],
    found: list[Quotation],
) -> None:
    """Open a quotation at the mark, or close the one that it ends."""
    if _opens(words, starts, ends, index, open_marks):
        open_marks.append(index)
        return
    apostrophe = words[index].surface == "’" and all(words[opened].surface != "‘" for opened in open_marks)
    if not open_marks or apostrophe:
        return
    opened = _partner(words, index, open_marks)
    del open_marks[open_marks.index(opened) :]
    if index > opened + 1:
        found.append(Quotation(opened + 1, index, True, len(open_marks)))


def _opens(
    words: Sequence[Word], starts: Sequence[int], ends: Sequence[int], index: int, open_marks: list[int]
) -> bool:
    surface = words[index].surface
    joined_before = index > 0 and ends[index - 1] == starts[index]
    joined_after = index + 1 < len(words) and starts[index + 1] == ends[index] and words[index + 1].kind != LINE
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    # a proclitic with its tatweel carries the mark: بـ"
    hanging = before is not None and joined_before and before.surface.endswith("ـ")
    punctuation_after = after is not None and after.kind == MARK and after.surface in ".،,؛;:؟!?)"
    if surface in OPENING and not (joined_before and not joined_after and open_marks and not hanging):
        return True
    if surface in CLOSING and not hanging and not (joined_after and not joined_before and not open_marks):
        return False
    if hanging:
        return True
    if joined_before and before is not None and before.surface in ":([-–—/":
        return True
    if joined_after and not joined_before:
        if surface in EITHER and open_marks and words[open_marks[-1]].surface == surface:
            # a space set on the wrong side of a closing mark: as many marks open as close
            return _marks_left(words, index, surface) % 2 == 1
        return not punctuation_after or not open_marks
    if joined_before and not joined_after:
        return False
    return not open_marks


def _marks_left(words: Sequence[Word], index: int, surface: str) -> int:
    """How many marks of this shape follow in the paragraph."""
    count = 0
    for word in words[index + 1 : index + LONGEST]:
        if word.kind == LINE:
            break
        count += word.kind == MARK and word.surface == surface
    return count


def _partner(words: Sequence[Word], index: int, open_marks: list[int]) -> int:
    """The opening mark that a closing one belongs to: the last of its shape, else the last."""
    surface = words[index].surface
    pairs = {"»": "«", "”": "“", "›": "‹", "“": "„", "’": "‘"}
    for opened in reversed(open_marks):
        if words[opened].surface in (pairs.get(surface), surface):
            return opened
    return open_marks[-1]


def _unclosed(words: Sequence[Word], open_marks: list[int], limit: int) -> list[Quotation]:
    """A guess for each mark left open: up to the end of its sentence."""
    guesses = []
    for opened in open_marks:
        end = opened + 1
        if _opens_again(words, limit, words[opened].surface):
            guesses.append(Quotation(opened + 1, limit, True, 0))
            continue
        while end < limit and end - opened < LONGEST and not (words[end].kind == MARK and words[end].surface in _ENDS):
            end += 1
        if end > opened + 1:
            guesses.append(Quotation(opened + 1, end, False, 0))
    return guesses[:1]
