"""How fast whole reading is, beside spaCy's tokenizer alone.

    python benchmarks/reading_speed.py [--shared ../shared] [--repeats 7]

One process, the same articles, turn by turn: `dragoman.read` (text in, record out) and `spacy.blank("ar")`, which only
splits the text into tokens. The first turn over made-up articles meets words that neither has seen (cold); the others
repeat (warm). Prints a table and writes build/bench/reading_speed.json.
"""

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import dragoman
from articles import ROOT, bundled_articles, made_up_articles, real_articles

PUBLISHED = date(2025, 4, 11)
REPORT = ROOT / "build" / "bench" / "reading_speed.json"
READERS = ("dragoman", "spacy")


def load_tokenizer() -> Callable[[str], Any]:
    """spaCy's blank Arabic pipeline: its tokenizer and nothing else."""
    import spacy

    tokenizer: Callable[[str], Any] = spacy.blank("ar")
    return tokenizer


def read_article(text: str) -> Any:
    """The record of an article, as plain values."""
    return dragoman.read(text, published=PUBLISHED, language="ar").to_dict()


def seconds_for(reader: Callable[[str], Any], articles: Sequence[str]) -> float:
    """CPU seconds that one turn over the articles takes."""
    gc.collect()
    start = time.process_time()
    for article in articles:
        reader(article)
    return time.process_time() - start


def measure(readers: dict[str, Callable[[str], Any]], articles: Sequence[str], repeats: int) -> dict[str, float]:
    """Median milliseconds per article for each reader, turns interleaved, the order reversed every time."""
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for turn in range(repeats):
        for name in list(readers) if turn % 2 == 0 else list(reversed(readers)):
            taken[name].append(seconds_for(readers[name], articles))
    return {name: statistics.median(times) * 1000 / len(articles) for name, times in taken.items()}


def memory_of_reading() -> float:
    """Peak memory in MB of a process that reads the bundled articles and nothing else."""
    program = (
        "import resource, sys; sys.path[:0] = ['benchmarks']\n"
        "from articles import bundled_articles, made_up_articles\n"
        "import dragoman\n"
        "for text in bundled_articles() + made_up_articles(100, 5):\n"
        "    dragoman.read(text, language='ar').to_dict()\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    # Linux counts in kibibytes, macOS in bytes.
    return int(done.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def cpu_seconds_of(arguments: Sequence[str], repeats: int = 5) -> float:
    """Median CPU time, user and system together, of a command."""
    taken = []
    for _ in range(repeats):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, check=True, env={**os.environ, "NO_COLOR": "1"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(taken)


def run(shared: Path | None, repeats: int) -> dict[str, Any]:
    """All measurements."""
    start = time.process_time()
    read_article(bundled_articles()[0])
    first = time.process_time() - start
    readers = {"dragoman": read_article, "spacy": load_tokenizer()}
    readers["spacy"](bundled_articles()[0])
    sets = {
        # Once each, on words that neither has met.
        "made up, cold": (made_up_articles(40, seed=1), 1),
        "made up, warm": (made_up_articles(40, seed=1), repeats),
        "bundled": (bundled_articles(), repeats),
    }
    if real := real_articles(shared):
        sets["real"] = (real, repeats)
    results: dict[str, Any] = {"sets": {}, "first_reading_s": first}
    for name, (articles, turns) in sets.items():
        taken = measure(readers, articles, turns)
        words = sum(len(article.split()) for article in articles) / len(articles)
        ratio = taken["spacy"] / taken["dragoman"]
        results["sets"][name] = {"articles": len(articles), "words": words, **taken, "speed_of_spacy": ratio}
    results["peak_memory_mb"] = memory_of_reading()
    results["help_cpu_s"] = cpu_seconds_of([str(Path(sys.executable).parent / "dragoman"), "--help"])
    return results


def print_table(results: dict[str, Any]) -> None:
    """The figures for people."""
    print(f"{'articles':16}{'number':>8}{'words':>8}{'dragoman':>12}{'spaCy tokenizer':>18}{'speed, spaCy = 1':>20}")
    for name, row in results["sets"].items():
        print(
            f"{name:16}{row['articles']:8}{row['words']:8.0f}{row['dragoman']:9.2f} ms{row['spacy']:15.2f} ms"
            f"{row['speed_of_spacy']:20.2f}"
        )
    print(f"\nfirst article, language pack and registry loaded: {results['first_reading_s']:.2f} s of CPU")
    print(f"peak memory of reading 105 articles: {results['peak_memory_mb']:.0f} MB")
    print(f"dragoman --help: {results['help_cpu_s']:.2f} s of CPU")


def main() -> int:
    """Exit status: 0; a slow run is shown, not failed, since machines differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="folder whose cases/ holds real articles")
    parser.add_argument("--repeats", type=int, default=7, help="turns over each warm set (default 7)")
    options = parser.parse_args()
    results = run(options.shared, options.repeats)
    print_table(results)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
