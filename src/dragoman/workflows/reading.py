"""From a text to its record: what the library, the command line and later the web page ask for."""

from __future__ import annotations

from datetime import date

from dragoman.reading.pipeline import Reading, read_article
from dragoman.workflows.admission import check_text, choose_language, parse_published


def read_text(
    text: str, *, published: date | str | None = None, language: str | None = None, url: str | None = None
) -> Reading:
    """The record of an article with the trace of its rules.

    Raises InputError (EmptyTextError, TextTooLongError, LanguageError, DateError) for what cannot be read.
    """
    day = parse_published(published)
    check_text(text)
    return read_article(text, published=day, language=choose_language(text, language), url=url)
