"""What adding to a ledger costs when it is small and when it is large, and how long a track takes to be shown.

    python benchmarks/ledger_growth.py [--documents 100000] [--ledger postgresql://user@host/database]

The documents are made-up readings of made-up stories, from a seeded generator: how long an article takes to read is
measured elsewhere. The cost of adding is that of the program and the database together, in time of the processor and
by the clock. Exit status 1 where the last tenth costs more than 1.3 times the first, memory passes 500 MB, or a track
takes half a second. Prints a table and writes build/bench/ledger_growth.json.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles import ROOT
from dragoman.model.ledger import Arrival, Selection
from dragoman.model.record import Record
from dragoman.store import Ledger, open_ledger
from dragoman.workflows.adding import add_records
from dragoman.workflows.merging import merged_record
from made_stories import made_records

REPORT = ROOT / "build" / "bench" / "ledger_growth.json"
PARTS = 10
MOST_GROWTH, MOST_MEMORY_MB, LONGEST_TRACK = 1.3, 500, 0.5


@dataclass(frozen=True, kw_only=True)
class Part:
    """A tenth of the run: documents until then, milliseconds for each by processor and by clock."""

    documents: int
    processor_ms: float
    clock_ms: float


def main() -> int:
    """Exit status: 0 where all limits hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000, help="how many are added (default: 20,000)")
    parser.add_argument("--ledger", help="where; it must be empty (default: a file that is deleted afterwards)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.ledger or str(Path(folder) / "ledger.db")
        ledger = open_ledger(place, create=True)
        parts = list(fill(ledger, options.documents, options.seed))
        track = time_of_track(ledger)
        size = Path(place).stat().st_size / 1e6 if options.ledger is None else 0.0
        kind = "PostgreSQL" if "://" in place else "SQLite"
        ledger.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    growth = parts[-1].clock_ms / parts[0].clock_ms
    for part in parts:
        print(
            f"{part.documents:>8,} documents   {part.processor_ms:6.2f} ms processor   {part.clock_ms:6.2f} ms by the clock"
        )
    print(f"{kind}: growth {growth:.2f}, a track in {track:.3f} s, memory {memory:.0f} MB, file {size:.0f} MB")
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    report = {
        "kind": kind,
        "parts": [[part.documents, part.processor_ms, part.clock_ms] for part in parts],
        "growth": growth,
        "track_s": track,
        "memory_mb": memory,
    }
    REPORT.with_stem(f"ledger_growth-{kind.lower()}").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return int(growth > MOST_GROWTH or memory > MOST_MEMORY_MB or track > LONGEST_TRACK)


def fill(ledger: Ledger, documents: int, seed: int) -> Iterator[Part]:
    """Add made-up documents, tenth by tenth; the making is not counted."""
    made = made_records(seed)
    for number in range(1, PARTS + 1):
        processor = clock = 0.0
        left = documents // PARTS
        while left:
            batch = [next(made) for _ in range(min(left, 200))]
            left -= len(batch)
            begun, worked = time.perf_counter(), time.process_time()
            for _ in add_records(ledger, batch):
                pass
            clock += time.perf_counter() - begun
            processor += time.process_time() - worked
        count = documents // PARTS
        yield Part(documents=number * count, processor_ms=1000 * processor / count, clock_ms=1000 * clock / count)


def time_of_track(ledger: Ledger) -> float:
    """Seconds to show the record of one track, the middle one of five."""
    chance, times = random.Random(1), []
    tracks = [("prisoners", ("EG", "TR")), ("sanctions", ("IR", "US")), ("borders", ("AM", "AZ"))]
    for issue, parties in [*tracks, *chance.choices(tracks, k=2)]:
        begun = time.perf_counter()
        merged_record(ledger, Selection(issue=issue, parties=parties))
        times.append(time.perf_counter() - begun)
    return sorted(times)[2]


Batch = list[tuple[Record, Arrival]]

if __name__ == "__main__":
    sys.exit(main())
