"""`dragoman record`: the merged record of a ledger."""

from __future__ import annotations

import argparse

from dragoman.cli.ledger import show_parts


def run(options: argparse.Namespace) -> int:
    """Print it; the exit code."""
    return show_parts(options, ("documents", "sources", "rounds", "tracks", "actors"))
