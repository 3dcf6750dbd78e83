"""Which words of the text each part of a record stands on, and the text cut where these words begin and end.

A part has a key such as `statement-2`; a field of it that has words of its own has one such as `statement-2-cue`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.model.record import Record, Round, Span, Statement

LAYERS = ("round", "statement", "claim", "time", "actor", "event", "boilerplate")


class Step(Protocol):
    """What one rule did at one place; `reading` makes such steps."""

    @property
    def stage(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a part stands on: its layer, its key, and where they are."""

    layer: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text with the marks that lie on all of it, the longest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def key_of(layer: str, number: int, field: str = "") -> str:
    """The key of the part with this number, counted from 1, or of a field of it."""
    return f"{layer}-{number}-{field}" if field else f"{layer}-{number}"


def collect_marks(record: Record) -> list[Mark]:
    """The marks of all parts of a record."""
    marks: list[Mark] = []
    for number, meeting in enumerate(record.rounds, 1):
        marks.extend(_round_marks(meeting, number))
    for number, statement in enumerate(record.statements, 1):
        marks.extend(_statement_marks(statement, number))
    for number, claim in enumerate(record.claims, 1):
        marks.extend(_span_marks("claim", key_of("claim", number), claim.evidence))
    for number, time in enumerate(record.times, 1):
        marks.extend(_span_marks("time", key_of("time", number), (time.span,)))
    for number, actor in enumerate(record.actors, 1):
        marks.extend(_span_marks("actor", key_of("actor", number), actor.mentions))
        for position, role in enumerate(actor.roles, 1):
            marks.extend(_span_marks("role", key_of("actor", number, f"role{position}"), role.evidence))
    for number, event in enumerate(record.events, 1):
        marks.extend(_span_marks("event", key_of("event", number), event.evidence))
    for number, passage in enumerate(record.boilerplate, 1):
        marks.append(Mark("boilerplate", key_of("boilerplate", number), passage.start, passage.end))
    return marks


def _span_marks(layer: str, key: str, spans: Iterable[Span | None]) -> Iterator[Mark]:
    for span in spans:
        if span is not None:
            yield Mark(layer, key, span.start, span.end)


def _round_marks(meeting: Round, number: int) -> Iterator[Mark]:
    yield from _span_marks("round", key_of("round", number), meeting.evidence)
    for field, value in (("date", meeting.date), ("place", meeting.place), ("duration", meeting.duration)):
        if value is not None:
            yield from _span_marks("slot", key_of("round", number, field), (value.span,))


def _statement_marks(statement: Statement, number: int) -> Iterator[Mark]:
    yield from _span_marks("statement", key_of("statement", number), (statement.content,))
    yield from _span_marks("cue", key_of("statement", number, "cue"), (statement.cue,))
    yield from _span_marks("label", key_of("statement", number, "label"), (statement.label,))


def collect_steps(trace: Sequence[Step]) -> list[Mark]:
    """The marks of the rules that were at work, keyed `rule-1` and so on."""
    return [Mark("rule", key_of("rule", number), step.start, step.end) for number, step in enumerate(trace, 1)]


def cut(length: int, marks: Iterable[Mark]) -> list[Segment]:
    """The text from 0 to `length` in pieces, so that each mark begins and ends where a piece does."""
    starting: dict[int, list[Mark]] = {}
    ending: dict[int, list[Mark]] = {}
    for mark in marks:
        if 0 <= mark.start < mark.end <= length:
            starting.setdefault(mark.start, []).append(mark)
            ending.setdefault(mark.end, []).append(mark)
    segments: list[Segment] = []
    active: dict[Mark, None] = {}
    position = 0
    for boundary in sorted({*starting, *ending, length}):
        if boundary > position:
            ordered = sorted(active, key=lambda mark: (mark.start - mark.end, mark.key))
            segments.append(Segment(position, boundary, tuple(ordered)))
            position = boundary
        for mark in ending.get(boundary, ()):
            active.pop(mark, None)
        active.update(dict.fromkeys(starting.get(boundary, ())))
    return segments
