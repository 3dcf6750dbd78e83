"""Precision and recall of matching names across scripts, on pairs that nothing was learnt from.

usage: names.py PAIRS_FOLDER [--number 1000] [-v]

PAIRS_FOLDER holds `wd_russian_20.tsv`, `wd_arabic_20.tsv` and their `_80` parts (CC0, from Wikidata:
github.com/steveash/NETransliteration-COLING2018). The `_20` parts give the names; each is met with its own Latin form and
with the one that looks most like it among the other names, unless that is but another spelling of the same name: one
that differs from it in fewer than two letters of its own script. The `_80` parts only tell which spellings a name has.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.languages.names import sounds_alike
from dragoman.languages.names.keys import fold_latin

SHORTEST = 4
LANGUAGES = {"russian": "ru", "arabic": "ar"}


class Trial(NamedTuple):
    """A name, its Latin form and the Latin form of the other name that looks most like it."""

    native: str
    latin: str
    lookalike: str


def main() -> int:
    """Print the figures of both scripts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("-v", "--verbose", action="store_true", help="print the names that went wrong")
    options = parser.parse_args()
    for script, code in LANGUAGES.items():
        trials = list(draw_trials(options.pairs, script, options.number))
        found = [trial for trial in trials if sounds_alike(trial.native, code, trial.latin, "en").alike]
        mistaken = [trial for trial in trials if sounds_alike(trial.native, code, trial.lookalike, "en").alike]
        precision = len(found) / (len(found) + len(mistaken))
        print(f"{script}: precision {precision:.3f} recall {len(found) / len(trials):.3f} ({len(trials)} names)")
        if options.verbose:
            for trial in sorted(set(trials) - set(found)):
                print(f"  missed: {trial.native} {trial.latin}")
            for trial in mistaken:
                print(f"  mistaken: {trial.native} ({trial.latin}) for {trial.lookalike}")
    return 0


def draw_trials(folder: Path, script: str, number: int) -> Iterator[Trial]:
    """The names of the test part, drawn by a fixed seed, with their look-alikes."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for part in ("20", "80"):
        for latin, native, _ in read_pairs(folder / f"wd_{script}_{part}.tsv"):
            spellings[latin].add(native)
    pairs = [
        (latin, native)
        for latin, native, count in read_pairs(folder / f"wd_{script}_20.tsv")
        if count > 1 and len(latin) >= SHORTEST and " " not in latin and len(native) >= SHORTEST - 1
    ]
    random.Random(1).shuffle(pairs)
    chosen = list({native: latin for latin, native in reversed(pairs)}.items())[:number]
    for native, latin in chosen:
        others = (
            (distance(latin, other), other)
            for _, other in chosen
            if abs(len(other) - len(latin)) < SHORTEST
            and other != latin
            and all(distance(native, spelling) > 1 for spelling in spellings[other])
        )
        _, lookalike = min(others)
        yield Trial(native, latin, lookalike)


def read_pairs(path: Path) -> Iterator[tuple[str, str, int]]:
    """Folded Latin form, name in its own script and how often the two were met."""
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, native, count = line.split("\t")
        yield fold_latin(latin), native.replace(" ", ""), int(count)


def distance(first: str, second: str) -> int:
    """How many letters must be changed, added or taken away to turn one word into the other."""
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        above, row = row, [at]
        for place, other in enumerate(second, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != other)))
    return row[-1]


if __name__ == "__main__":
    sys.exit(main())
