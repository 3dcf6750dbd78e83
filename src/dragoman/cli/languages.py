"""`dragoman languages`: what can be read, as the packs themselves tell."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from dragoman.cli.output import Output, is_watched, sheet_for
from dragoman.cli.progress import Progress
from dragoman.errors import DragomanError
from dragoman.export.table import Sheet
from dragoman.export.terminal import Cell, lay_out
from dragoman.workflows.languages import PackSummary, summarise_packs


def run(options: argparse.Namespace) -> int:
    """Print the languages; the exit code."""
    chosen = options.format or ("table" if is_watched(None) else "json")
    try:
        packs = summarise_packs()
    except DragomanError as failure:
        Progress(sys.stderr, 1).say(str(failure))
        return 1
    with Output(None) as output:
        if chosen == "json":
            output.write(json.dumps([asdict(pack) for pack in packs], ensure_ascii=False, indent=2) + "\n")
        else:
            sheet = sheet_for(None)
            output.write("\n".join(line for pack in packs for line in _draw(pack, sheet)) + "\n")
    return 0


def _draw(pack: PackSummary, sheet: Sheet) -> list[str]:
    cells = [
        [Cell(text=pack.code, style="bold")],
        [Cell(text=pack.name)],
        [Cell(text=line) for line in _describe(pack)],
    ]
    return lay_out(cells, (3, 10, max(20, sheet.width - 19)), sheet.colour, 0)


def _describe(pack: PackSummary) -> list[str]:
    if not pack.readable:
        return ["no pack yet: recognised and refused"]
    lines = [f"reads {', '.join(pack.reads)}" if pack.reads else "reads nothing yet"]
    if pack.lacks:
        lines.append(f"cannot read {', '.join(pack.lacks)} yet")
    if pack.measured:
        scores = ", ".join(f"{part} {score:.2f}" for part, score in pack.measured.items())
        lines.append(f"F1 on the {pack.articles} articles that it was made with (elsewhere less): {scores}")
    else:
        lines.append("never measured")
    return [*lines, f"version {pack.version}, {pack.licence}, {pack.entries:,} lines of tables"]
