"""`dragoman actors`: who in the registry a name may mean, and why."""

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
from dragoman.workflows.actors import FoundActor, find_actors


def run(options: argparse.Namespace) -> int:
    """Print the actors found; the exit code, 1 where there are none."""
    chosen = options.format or ("table" if is_watched(None) else "json")
    progress = Progress(sys.stderr, 1)
    try:
        found = find_actors(options.search, options.limit)
    except DragomanError as failure:
        progress.say(str(failure))
        return 1
    with Output(None) as output:
        if chosen == "json":
            output.write(json.dumps([asdict(actor) for actor in found], ensure_ascii=False, indent=2) + "\n")
        else:
            sheet = sheet_for(None)
            output.write("\n".join(line for actor in found for line in _draw(actor, sheet)) + "\n")
    if not found:
        progress.say(f"nobody in the registry is called {options.search!r}, nor sounds so; try the family name alone")
        return 1
    return 0


def _draw(actor: FoundActor, sheet: Sheet) -> list[str]:
    where = f", {actor.country}" if actor.country else ""
    described = [
        Cell(text=f"{actor.name} ({actor.type}{where})", style="bold"),
        Cell(text=f"{actor.likeness:.2f} because {actor.because}"),
        *(_names(forms) for forms in actor.names.values()),
        *(Cell(text=post, style="dim") for post in actor.posts[:3]),
    ]
    cells = [[Cell(text=actor.id, style="accent")], described]
    return lay_out(cells, (34, max(30, sheet.width - 38)), sheet.colour, 0)


def _names(forms: tuple[str, ...]) -> Cell:
    """The names of one language; those of a script that runs from right to left keep their direction."""
    rightward = any("\u0600" <= char <= "\u06ff" for char in forms[0])
    return Cell(text=("، " if rightward else ", ").join(forms), direction="rtl" if rightward else None)
