"""Dragoman reads news of negotiations and gives back a sourced record.

import dragoman
record = dragoman.read(text, published="2025-04-10")
for statement in record.statements:
    print(statement.speaker, statement.content.text)
"""

from __future__ import annotations

from datetime import date

from dragoman.errors import DragomanError
from dragoman.model.record import Record

__version__ = "0.1.0"
__all__ = ["DragomanError", "Record", "__version__", "read"]


def read(
    text: str, *, published: date | str | None = None, language: str | None = None, url: str | None = None
) -> Record:
    """The record of one article: who met whom, who said what, where each issue stands, each with its words.

    published: the day from which the article counts (a date, or `2025-04-10`); without it, *Thursday* stays open.
    language: an ISO 639-1 code; without it the language is recognised.
    Raises dragoman.DragomanError (its message says what to do) for a text that cannot be read.
    """
    # The readers and their tables are loaded when first used, so that `import dragoman` and `--help` stay quick.
    from dragoman.workflows.reading import read_text

    return read_text(text, published=published, language=language, url=url).record
