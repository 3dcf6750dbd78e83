"""Lines for a terminal: how wide text is there, how it is broken, how columns are laid out.

Each line of a cell is isolated on its own, so that a passage that runs from right to left stays inside its column.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.direction import isolate, show

_WIDE = frozenset("WF")
_STYLES = {"bold": "1", "dim": "2", "head": "1;36", "accent": "36", "": ""}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Words in a column; `direction` is given for a passage of the article, which is isolated."""

    text: str
    direction: str | None = None
    style: str = ""


_EMPTY = Cell(text="")


def width_of(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    width = 0
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(char) in _WIDE else 1
    return width


def wrap(text: str, width: int) -> list[str]:
    """The words of the text in lines that are not wider than `width`; an endless word is cut."""
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        size = width_of(word)
        while size > width:
            if line:
                lines.append(line)
                line, used = "", 0
            piece = _fitting(word, width)
            lines.append(piece)
            word = word[len(piece) :]
            size = width_of(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line] if line or not lines else lines


def _fitting(word: str, width: int) -> str:
    used = 0
    for index, char in enumerate(word):
        used += width_of(char)
        if used > width:
            return word[: max(1, index)]
    return word


def paint(text: str, style: str, colour: bool) -> str:
    """The text in a style, if the terminal shows styles."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour and style and text else text


def lay_out(columns: Sequence[Sequence[Cell]], widths: Sequence[int], colour: bool, indent: int) -> list[str]:
    """The lines of one row: the cells of each column one below the other, the columns side by side."""
    broken = [_break(column, width) for column, width in zip(columns, widths, strict=True)]
    lines = []
    for number in range(max(map(len, broken))):
        line = " " * indent
        for column, width in zip(broken, widths, strict=True):
            cell, words = column[number] if number < len(column) else (_EMPTY, "")
            shown = isolate(words, cell.direction) if cell.direction and words else words
            line += paint(shown, cell.style, colour) + " " * (width - width_of(words) + 2)
        lines.append(line.rstrip())
    return lines


def _break(column: Sequence[Cell], width: int) -> list[tuple[Cell, str]]:
    return [(cell, words) for cell in column for words in wrap(show(cell.text), width)]
