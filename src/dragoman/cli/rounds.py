"""`dragoman rounds`: meetings, with all that is told of each."""

from __future__ import annotations

import argparse

from dragoman.cli.ledger import show_parts


def run(options: argparse.Namespace) -> int:
    """Print it; the exit code."""
    return show_parts(options, ("documents", "rounds"))
