"""The article's side of the page: its lines, cut where evidence begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.export.evidence import Mark, Segment, cut
from dragoman.export.page.markup import element, escape, escape_passage
from dragoman.model.record import Record
from dragoman.text.direction import direction_of


def draw_article(record: Record, marks: Sequence[Mark]) -> str:
    """The article as HTML; each piece names the parts of the record that stand on it (`data-on`) and its place."""
    facts = record.document
    segments = cut(len(facts.text), marks)
    lines = list(_lines(facts.text))
    headline = len(lines) > 1 and lines[0][0] == 0 and facts.text[lines[0][1] :].startswith(("\n\n", "\r\n\r\n"))
    drawn: list[str] = []
    cursor = 0
    for number, (start, end) in enumerate(lines):
        while cursor < len(segments) and segments[cursor].end <= start:
            cursor += 1
        pieces, cursor = _draw_line(facts.text, start, end, segments, cursor)
        direction = direction_of(facts.text[start:end], facts.direction)
        tag = "h2" if headline and number == 0 else "p"
        # The language is known for the article, not for a line that runs the other way.
        language = facts.language if direction == facts.direction else "und"
        drawn.append(element(tag, pieces, dir=direction, lang=language))
    return "\n".join(drawn)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not empty begins and ends."""
    position = 0
    for line in text.split("\n"):
        if line.strip():
            yield position, position + len(line)
        position += len(line) + 1


def _draw_line(text: str, start: int, end: int, segments: Sequence[Segment], cursor: int) -> tuple[str, int]:
    pieces: list[str] = []
    while cursor < len(segments):
        segment = segments[cursor]
        first, last = max(start, segment.start), min(end, segment.end)
        if first < last:
            pieces.append(_draw_piece(text[first:last], first, segment.marks))
        if segment.end > end:
            break
        cursor += 1
    return "".join(pieces), cursor


def _draw_piece(words: str, start: int, marks: Sequence[Mark]) -> str:
    keys = " ".join(dict.fromkeys(mark.key for mark in marks))
    layers = dict.fromkeys(mark.layer for mark in marks if mark.layer != "rule")
    shown = escape_passage(words)
    if not layers:
        on = f' data-on="{escape(keys)}"' if keys else ""
        return f'<span data-at="{start}"{on}>{shown}</span>'
    names = " ".join(f"on-{layer}" for layer in layers)
    on = f'data-at="{start}" data-on="{escape(keys)}"'
    return f'<span class="bit {names}" role="button" tabindex="-1" {on}>{shown}</span>'
