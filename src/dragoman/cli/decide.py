"""`dragoman decide`: a person accepts, splits, joins or corrects."""

from __future__ import annotations

import argparse

from dragoman.cli.ledger import with_ledger
from dragoman.cli.output import Output
from dragoman.store import Ledger
from dragoman.workflows.deciding import Wish, decide


def run(options: argparse.Namespace) -> int:
    """Add the decision and name its number; the exit code."""

    def work(ledger: Ledger) -> int:
        wish = Wish(
            kind=options.kind,
            subject=options.id,
            arguments=options.arguments,
            person=options.by,
            reason=options.because,
        )
        decision = decide(ledger, wish)
        with Output(None) as output:
            output.write(f"decision {decision.number}: {decision.kind} {decision.subject}\n")
        return 0

    return with_ledger(options, work)
