"""`dragoman undo`: a decision is withdrawn, and stays to be seen."""

from __future__ import annotations

import argparse

from dragoman.cli.ledger import with_ledger
from dragoman.cli.output import Output
from dragoman.store import Ledger
from dragoman.workflows.deciding import undo


def run(options: argparse.Namespace) -> int:
    """Withdraw the decision and name the withdrawal; the exit code."""

    def work(ledger: Ledger) -> int:
        decision = undo(ledger, options.number, person=options.by, reason=options.because)
        with Output(None) as output:
            output.write(f"decision {decision.number}: withdraws decision {decision.subject}\n")
        return 0

    return with_ledger(options, work)
