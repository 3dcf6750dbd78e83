"""`dragoman add`: articles go into a ledger. One that cannot be read never stops the others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.cli.ledger import choose_format, with_ledger
from dragoman.cli.output import Output
from dragoman.cli.progress import Progress
from dragoman.errors import InputError
from dragoman.export.merged.plain import dump
from dragoman.model.ledger import Arrival
from dragoman.store import Ledger
from dragoman.workflows.adding import Added, add_all
from dragoman.workflows.admission import check_language, parse_published
from dragoman.workflows.arrivals import FIELDS, arrivals_from, read_about
from dragoman.workflows.intake import STANDARD_INPUT


@dataclass
class _Counts:
    added: int = 0
    known: int = 0
    copies: int = 0
    failed: int = 0


def run(options: argparse.Namespace) -> int:
    """Add the files and say what became of them; the exit code."""
    return with_ledger(options, lambda ledger: _add(options, ledger), create=True)


def _add(options: argparse.Namespace, ledger: Ledger) -> int:
    day = parse_published(options.published)
    if options.language is not None:
        check_language(options.language)
    known = {field: getattr(options, field) for field in FIELDS if getattr(options, field)}
    if day is not None:
        known["published"] = day.isoformat()
    about = read_about(options.about) if options.about else {}
    progress, counts, results = Progress(sys.stderr, len(options.files)), _Counts(), []
    for added in add_all(ledger, _arrivals(options, known, about, progress, counts)):
        results.append(_tell(added, progress, counts))
    progress.clear()
    with Output(None) as output:
        if choose_format(options) == "json":
            output.write(dump(results))
        else:
            copies = f", {counts.copies} of them copies" if counts.copies else ""
            output.write(f"{options.ledger}: {counts.added} added{copies}, {counts.known} there already\n")
    return 1 if counts.failed else 0


def _arrivals(
    options: argparse.Namespace,
    known: dict[str, str],
    about: dict[str, dict[str, str]],
    progress: Progress,
    counts: _Counts,
) -> Iterator[Arrival]:
    for number, name in enumerate(options.files):
        progress.begin(number, name)
        try:
            yield from arrivals_from(name, known, about, sys.stdin.buffer if name == STANDARD_INPUT else None)
        except InputError as failure:
            counts.failed += 1
            progress.say(f"{name}: {failure}")


def _tell(added: Added, progress: Progress, counts: _Counts) -> dict[str, object]:
    if added.document is None:
        counts.failed += 1
        progress.say(f"{added.name}: {added.failure}")
        return {"file": added.name, "failure": str(added.failure)}
    counts.added += added.is_new
    counts.known += not added.is_new
    counts.copies += bool(added.copies)
    likenesses = [
        {"document": link.second if link.first == added.document.id else link.first, "relation": link.relation}
        for link in added.copies
    ]
    return {"file": added.name, "document": added.document.id, "new": added.is_new, "copies": likenesses}
