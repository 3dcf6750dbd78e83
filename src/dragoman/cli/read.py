"""`dragoman read`: articles in, records out. One that cannot be read never stops the others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.cli.output import STANDARD_OUTPUT, Output, is_watched, sheet_for
from dragoman.cli.progress import Progress
from dragoman.errors import DragomanError, InputError
from dragoman.export.page import draw_page
from dragoman.export.plain import to_json, to_json_line
from dragoman.export.table import draw_table
from dragoman.reading.pipeline import Reading
from dragoman.workflows.admission import check_language, parse_published
from dragoman.workflows.intake import STANDARD_INPUT, take_in
from dragoman.workflows.reading import read_text

# Below this many characters one article is read faster than a bar is seen.
_LONG = 100_000
_UNDATED = (
    "hint: no date of publication is known, so words such as “Thursday” stay open (XXXX-WXX-4); "
    "give it with --published"
)


@dataclass
class _Run:
    """What is done so far: whether something failed, and whether an article had no date."""

    progress: Progress
    failed: bool = False
    undated: bool = False


def run(options: argparse.Namespace) -> int:
    """Read all files and print their records; the exit code."""
    chosen = _choose_format(options)
    run_state = _Run(Progress(sys.stderr, len(options.files)))
    try:
        parse_published(options.published)
        if options.language is not None:
            check_language(options.language)
        _check_output(options, chosen)
        if chosen == "html" and _is_many_pages(options):
            _write_pages(options, run_state)
        else:
            with Output(options.output) as output:
                for name, reading in _read_all(options, run_state):
                    output.write(_draw(name, reading, chosen, options))
    except InputError as failure:
        run_state.progress.say(str(failure))
        return 2
    run_state.progress.clear()
    if run_state.undated:
        run_state.progress.say(_UNDATED)
    return 1 if run_state.failed else 0


def _choose_format(options: argparse.Namespace) -> str:
    if options.format:
        return str(options.format)
    if options.output and Path(options.output).suffix.lower() in (".html", ".htm"):
        return "html"
    return "table" if is_watched(options.output) else "json"


def _is_many_pages(options: argparse.Namespace) -> bool:
    folder = options.output not in (None, STANDARD_OUTPUT) and Path(options.output).is_dir()
    return len(options.files) > 1 or folder


def _check_output(options: argparse.Namespace, chosen: str) -> None:
    if options.output in (None, STANDARD_OUTPUT):
        if chosen == "html" and len(options.files) > 1:
            raise InputError("several pages cannot share standard output; name a folder for them: -o FOLDER")
        return
    target = Path(options.output).resolve()
    if target in {Path(name).resolve() for name in options.files if name != STANDARD_INPUT}:
        raise InputError(f"-o {options.output}: this is one of the articles; nothing is written over it")


def _read_all(options: argparse.Namespace, state: _Run) -> Iterator[tuple[str, Reading]]:
    """Each file that can be read with its reading; the others are reported."""
    for number, name in enumerate(options.files):
        try:
            reading = _read_one(number, name, options, state)
        except DragomanError as failure:
            state.failed = True
            state.progress.say(f"{_name_of(name)}: {failure}")
        except Exception as failure:
            # A fault of ours in one article is no reason to lose the others; it is reported as what it is.
            state.failed = True
            kind = type(failure).__name__
            state.progress.say(
                f"{_name_of(name)}: internal error ({kind}: {failure}); please report it with the article"
            )
        else:
            state.undated = state.undated or reading.record.document.published is None
            yield name, reading


def _read_one(number: int, name: str, options: argparse.Namespace, state: _Run) -> Reading:
    if len(options.files) > 1:
        state.progress.begin(number, _name_of(name))
    intake = take_in(name, sys.stdin.buffer if name == STANDARD_INPUT else None)
    if len(intake.text) > _LONG:
        state.progress.begin(number, _name_of(name), f"({len(intake.text):,} characters)")
    reading = read_text(intake.text, published=options.published, language=options.language)
    if not intake.encoding.startswith("utf"):
        state.progress.say(f"{_name_of(name)}: the text is not UTF-8; it was read as {intake.encoding}")
    state.progress.clear()
    return reading


def _name_of(name: str) -> str:
    return "standard input" if name == STANDARD_INPUT else name


def _draw(name: str, reading: Reading, chosen: str, options: argparse.Namespace) -> str:
    if chosen == "html":
        return draw_page(reading.record, reading.trace)
    if chosen == "table":
        apart = "\n" if name != options.files[0] else ""
        return apart + draw_table(reading.record, sheet_for(options.output), _name_of(name))
    if chosen == "json" and len(options.files) == 1:
        return to_json(reading.record)
    return to_json_line(reading.record, file=name)


def _write_pages(options: argparse.Namespace, state: _Run) -> None:
    folder = Path(options.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise InputError(f"-o {folder}: no folder can be made here ({failure.strerror}); name another one") from failure
    used: set[str] = set()
    for name, reading in _read_all(options, state):
        stem = "standard-input" if name == STANDARD_INPUT else Path(name).stem
        unique, number = stem, 2
        while unique in used:
            unique, number = f"{stem}-{number}", number + 1
        used.add(unique)
        with Output(str(folder / f"{unique}.html")) as output:
            output.write(draw_page(reading.record, reading.trace))
