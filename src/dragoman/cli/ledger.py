"""What the commands of a ledger share: opening it, failing with advice, and showing a part of the merged record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.cli.output import Output, is_watched, sheet_for
from dragoman.cli.progress import Progress
from dragoman.errors import DateError, DragomanError, InputError
from dragoman.export.merged import draw_merged_page, draw_merged_table, to_merged_json
from dragoman.model.ledger import Selection
from dragoman.store import Ledger, open_ledger
from dragoman.workflows.admission import parse_published
from dragoman.workflows.merging import merged_record


def with_ledger(options: argparse.Namespace, work: Callable[[Ledger], int], *, create: bool = False) -> int:
    """The exit code of some work on the ledger that the options name; failures are told with advice."""
    try:
        ledger = open_ledger(options.ledger, create=create)
        try:
            return work(ledger)
        finally:
            ledger.close()
    except InputError as failure:
        Progress(sys.stderr, 1).say(str(failure))
        return 2
    except DragomanError as failure:
        Progress(sys.stderr, 1).say(str(failure))
        return 1


def choose_format(options: argparse.Namespace) -> str:
    """The format asked for, or the one that fits where the results go."""
    if options.format:
        return str(options.format)
    output = getattr(options, "output", None)
    if output and Path(output).suffix.lower() in (".html", ".htm"):
        return "html"
    return "table" if is_watched(output) else "json"


def show_parts(options: argparse.Namespace, parts: Sequence[str]) -> int:
    """Print these parts of the merged record; the exit code."""
    chosen = choose_format(options)

    def show(ledger: Ledger) -> int:
        record = merged_record(ledger, _selection(options))
        with Output(options.output) as output:
            if chosen == "html":
                output.write(draw_merged_page(record, parts))
            elif chosen == "table":
                output.write(draw_merged_table(record, sheet_for(options.output), parts))
            else:
                output.write(to_merged_json(record, parts))
        return 0

    return with_ledger(options, show)


def _selection(options: argparse.Namespace) -> Selection:
    since = until = None
    if options.between:
        first, mark, last = options.between.partition("..")
        if not mark:
            raise DateError(
                f"--between {options.between}: write two days with dots between them: 2025-02-01..2025-04-30"
            )
        since, until = _day(first), _day(last)
    return Selection(
        issue=options.issue,
        parties=tuple(options.party),
        since=since,
        until=until,
        as_of=_day(options.as_of or ""),
    )


def _day(words: str) -> str | None:
    day = parse_published(words) if words else None
    return day.isoformat() if day else None
