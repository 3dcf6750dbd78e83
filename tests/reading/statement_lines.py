"""Statements of a text as short lines, for the tests of speech."""

from dragoman.reading.pipeline import read_article


def statements(text: str, language: str) -> list[str]:
    """`speaker < carrier: content` of every statement, in order; a speaker without an actor as its label in brackets."""
    reading = read_article(text, language=language)
    lines = []
    for found in reading.findings.statements:
        words = reading.article.span(found.start, found.end).text
        label = ""
        if found.label_start is not None and found.label_end is not None:
            label = reading.article.span(found.label_start, found.label_end).text
        carriers = "".join(f" < {_short(name)}" for name in found.via)
        lines.append(f"{_short(found.speaker) if found.speaker else f'({label})'}{carriers}: {words}")
    return lines


def _short(actor: str) -> str:
    return actor.rpartition("/")[2]
