"""How the cost of reading grows with the length of the text, for ordinary and for hostile texts.

    python benchmarks/growth.py [--longest 1000000]

From 1,000 to 1,000,000 characters, ten times more at each step. Cost per character may rise to twice what it was at the
cheapest shorter length, not more; else the exit status is 1. Prints a table and writes build/bench/growth.json.
"""

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date

import dragoman
from articles import ROOT, invented_word, made_up_text
from dragoman.errors import DragomanError

PUBLISHED = date(2025, 4, 11)
REPORT = ROOT / "build" / "bench" / "growth.json"
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
MOST_GROWTH = 2.0
# Seconds that one reading may be expected to take before longer texts are left out, which counts as a failure.
LONGEST_WAIT = 60.0

# Each gives about as many characters as asked for. A word stands before mere marks: a text without any is refused.
TEXTS: dict[str, Callable[[int], str]] = {
    "ordinary": lambda length: made_up_text(length, random.Random(length)),
    "ordinary, one paragraph": lambda length: made_up_text(length, random.Random(length)).replace("\n", " "),
    "one sentence": lambda length: made_up_text(length, random.Random(length)).replace("\n", " ").replace(".", "،"),
    "new words only": lambda length: _many(lambda chance: invented_word(chance), length),
    "names only": lambda length: _repeat("ألكسندر دارتشييف وسيرغي لافروف وماركو روبيو وعباس عراقجي ", length),
    "countries only": lambda length: _repeat("روسيا الولايات المتحدة إيران ", length),
    "reporting verbs only": lambda length: _repeat("قال إن أعلن أن أكد أن ", length),
    "weekdays only": lambda length: _repeat("الخميس الماضي أمس الجمعة ", length),
    "quotation marks only": lambda length: "قال " + _repeat('"', length),
    "mixed quotation marks": lambda length: "قال " + _repeat('«“"»„”‹', length),
    "opening marks only": lambda length: "قال " + _repeat("« ", length),
    "quoted words": lambda length: _repeat('"كلمة" قال ', length),
    "nested brackets": lambda length: "قال " + "(" * (length // 2) + ")" * (length - length // 2),
    "brackets and words": lambda length: _repeat("(قال ", length),
    "one endless word": lambda length: "م" * length,
    "one endless clitic": lambda length: "و" * length,
    "digits only": lambda length: _repeat("2025", length),
    "numbers and slashes": lambda length: _repeat("12/", length),
    "numbers": lambda length: _repeat("12 2025 ", length),
    "full stops only": lambda length: "قال " + "." * length,
    "line ends only": lambda length: "م" + "\n" * length,
    "vowel marks only": lambda length: "م" + "\u064b" * length,
    "spaces only": lambda length: "م" + " " * length,
}


def _repeat(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _many(make: Callable[[random.Random], str], length: int) -> str:
    chance = random.Random(length)
    pieces: list[str] = []
    total = 0
    while total < length:
        pieces.append(make(chance))
        total += len(pieces[-1]) + 1
    return " ".join(pieces)[:length]


def microseconds_per_character(text: str) -> float:
    """CPU time of reading, divided by the length; the best of a few turns for short texts, where noise is large."""
    best = float("inf")
    for _ in range(max(1, min(5, 200_000 // len(text)))):
        gc.collect()
        start = time.process_time()
        try:
            dragoman.read(text, published=PUBLISHED, language="ar").to_dict()
        except DragomanError as error:
            # Refusing is an answer too, and has its cost.
            assert str(error)
        best = min(best, time.process_time() - start)
    return best / len(text) * 1_000_000


def growth_of(costs: list[float]) -> float:
    """The largest cost per character at a length, over the smallest at any shorter one but the shortest.

    The shortest text is left out: there fixed work and luck weigh most.
    """
    return max((costs[at] / min(costs[1:at]) for at in range(2, len(costs))), default=1.0)


def measure(make: Callable[[int], str], lengths: Sequence[int]) -> list[float]:
    """Microseconds per character at each length, up to the first that would take longer than we wait."""
    # Loads the pack and lets the interpreter specialise before the clock runs.
    microseconds_per_character(make(1_000))
    costs: list[float] = []
    for length in lengths:
        if costs and costs[-1] * length / 1_000_000 > LONGEST_WAIT:
            break
        costs.append(microseconds_per_character(make(length)))
    return costs


def main() -> int:
    """Exit status: 0 where cost stays flat for every kind of text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="leave out longer texts")
    options = parser.parse_args()
    lengths = [length for length in LENGTHS if length <= options.longest]
    print("CPU microseconds per character")
    print(f"{'text':26}" + "".join(f"{length:>12,}" for length in lengths) + f"{'growth':>10}")
    costs: dict[str, list[float]] = {}
    failed = []
    for name, make in TEXTS.items():
        row = costs[name] = measure(make, lengths)
        complete = len(row) == len(lengths)
        cells = [f"{cost:12.3f}" for cost in row] + [f"{'too slow':>12}"] * (len(lengths) - len(row))
        print(f"{name:26}{''.join(cells)}{growth_of(row):9.2f}×", flush=True)
        if growth_of(row) > MOST_GROWTH or not complete:
            failed.append(name)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps({"lengths": lengths, "costs": costs}, indent=2) + "\n", encoding="utf-8")
    if failed:
        print(f"cost grows faster than length: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
