"""`dragoman explain`: what was read at a place, by which rules, or why nothing was."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from dragoman.cli.output import Output, is_watched, sheet_for
from dragoman.cli.progress import Progress
from dragoman.errors import DragomanError
from dragoman.export.labels import label
from dragoman.export.table import Sheet
from dragoman.export.terminal import Cell, lay_out
from dragoman.workflows.explaining import Explanation, explain, find_words
from dragoman.workflows.intake import STANDARD_INPUT, take_in
from dragoman.workflows.reading import read_text


def run(options: argparse.Namespace) -> int:
    """Explain the place asked about; the exit code."""
    chosen = options.format or ("table" if is_watched(None) else "json")
    progress = Progress(sys.stderr, 1)
    try:
        intake = take_in(options.file, sys.stdin.buffer if options.file == STANDARD_INPUT else None)
        reading = read_text(intake.text, published=options.published, language=options.language)
        places = [(options.at, options.at + 1)] if options.at is not None else find_words(intake.text, options.text)
        explanation = explain(reading, *places[0])
    except DragomanError as failure:
        progress.say(f"{options.file}: {failure}")
        return 1
    with Output(None) as output:
        if chosen == "json":
            output.write(json.dumps(asdict(explanation), ensure_ascii=False, indent=2) + "\n")
        else:
            lines = _draw(explanation, reading.record.document.direction, sheet_for(None))
            output.write("\n".join(lines) + "\n")
    if len(places) > 1:
        others = ", ".join(str(start) for start, _ in places[1:9])
        progress.say(f"hint: the words stand at {len(places)} places; the first is explained. Others: --at {others}")
    return 0


def _draw(explanation: Explanation, direction: str, sheet: Sheet) -> Iterator[str]:
    place = explanation.place
    yield from _row(sheet, Cell(text=place.passage.text, direction=direction))
    yield from _row(
        sheet, Cell(text=f"{place.at}–{place.end} in {place.passage.start}–{place.passage.end}", style="dim")
    )
    if explanation.parts:
        yield from _title(sheet, "Read here")
    for part in explanation.parts:
        name = label("one", part.layer) + (f", {label('fields', part.field)}" if part.field else "")
        values = " · ".join(f"{key}={_value(value)}" for key, value in part.values.items())
        facts = [Cell(text=name, style="bold"), Cell(text=values)]
        rule = [Cell(text=f"rule {part.rule}", style="accent")] if part.rule else []
        yield from _stack(sheet, [*facts, Cell(text=part.words, direction=direction), *rule])
    if explanation.steps:
        yield from _title(sheet, "Rules at work, the widest first")
    for step in explanation.steps:
        yield from _row(sheet, Cell(text=f"{step.stage}: {step.rule} {step.start}–{step.end} {step.note}".rstrip()))
    if explanation.known:
        yield from _title(sheet, "What the tables know of these words")
    for entry in explanation.known:
        yield from _row(sheet, Cell(text=entry, direction=direction))
    if explanation.reasons:
        yield from _title(sheet, "Why no statement was read here")
    for reason in explanation.reasons:
        yield from _row(sheet, Cell(text=reason))
    if not explanation.parts and not explanation.reasons:
        yield from _row(sheet, Cell(text="nothing was read here"))


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _title(sheet: Sheet, text: str) -> list[str]:
    return ["", *lay_out(([Cell(text=text, style="head")],), (sheet.width,), sheet.colour, 0)]


def _row(sheet: Sheet, cell: Cell) -> list[str]:
    return _stack(sheet, [cell])


def _stack(sheet: Sheet, cells: list[Cell]) -> list[str]:
    return lay_out((cells,), (sheet.width - 2,), sheet.colour, 2)
