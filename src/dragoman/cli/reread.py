"""`dragoman reread`: documents are read again, and what changed is told."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from dragoman.cli.ledger import choose_format, with_ledger
from dragoman.cli.output import Output
from dragoman.cli.progress import Progress
from dragoman.export.merged.plain import dump
from dragoman.store import Ledger
from dragoman.workflows.identifying import document_called
from dragoman.workflows.rereading import reread_all


def run(options: argparse.Namespace) -> int:
    """Read again and print what changed; the exit code."""
    return with_ledger(options, lambda ledger: _reread(options, ledger), create=True)


def _reread(options: argparse.Namespace, ledger: Ledger) -> int:
    chosen = [document_called(ledger, name) for name in options.ids]
    documents = chosen or ledger.all_documents()
    progress = Progress(sys.stderr, len(documents))
    changed = []
    for number, result in enumerate(reread_all(ledger, documents)):
        progress.begin(number, result.name)
        if result.gone or result.new:
            changed.append(result)
    progress.clear()
    with Output(None) as output:
        if choose_format(options) == "json":
            output.write(dump({"read": len(documents), "changed": [asdict(result) for result in changed]}))
        else:
            for result in changed:
                output.write(
                    f"{result.document} {result.name}: {_changes(result.new, '+')} {_changes(result.gone, '−')}\n"
                )
            output.write(f"{len(documents)} read again, {len(changed)} changed\n")
    return 0


def _changes(counts: dict[str, int], sign: str) -> str:
    return " ".join(f"{sign}{number} {layer}" for layer, number in counts.items())
