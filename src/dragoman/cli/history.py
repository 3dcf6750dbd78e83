"""`dragoman history`: how a document, source, round, track or claim came to be what it is."""

from __future__ import annotations

import argparse

from dragoman.cli.ledger import choose_format, with_ledger
from dragoman.cli.output import Output, sheet_for
from dragoman.export.merged import draw_history
from dragoman.export.merged.plain import dump
from dragoman.store import Ledger
from dragoman.workflows.histories import history_of


def run(options: argparse.Namespace) -> int:
    """Print the history; the exit code."""

    def show(ledger: Ledger) -> int:
        history = history_of(ledger, options.id).to_dict()
        with Output(None) as output:
            output.write(dump(history) if choose_format(options) == "json" else draw_history(history, sheet_for(None)))
        return 0

    return with_ledger(options, show)
