"""Values of dates on the test sentences of Duckling, beside dateparser.

usage: dates.py --duckling FOLDER [--language ar …] [-v]

FOLDER is a checkout of Duckling (BSD licence): git clone --depth 1 https://github.com/facebook/duckling
Its corpora are read where they lie and never copied. Taken are the examples that stand for one day, week, month
or year; the moment of reference is theirs, Tuesday 12 February 2013, 4:30. Their sentences look ahead,
so both readers are told that a bare weekday or month is the next one. dateparser is only needed here:
pip install dateparser
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

REFERENCE = datetime(2013, 2, 12, 4, 30)
GRAINS = ("Day", "Week", "Month", "Year")
_BLOCK = re.compile(r"examples\s*\(datetime\s*\((\d+),\s*(\d+),\s*(\d+),[^)]*\)\s*(\w+)\)\s*\[([^\]]*)\]")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Example(NamedTuple):
    """A sentence of the corpus, the day on which its time begins, and the grain."""

    text: str
    day: date
    grain: str


def examples(corpus: Path) -> Iterator[Example]:
    """The examples of a corpus that stand for one day, week, month or year."""
    for year, month, day, grain, block in _BLOCK.findall(corpus.read_text(encoding="utf-8")):
        if grain in GRAINS:
            for text in _STRING.findall(block):
                yield Example(
                    re.sub(r"\\(.)", r"\1", text), date(int(year), max(1, int(month)), max(1, int(day))), grain
                )


def as_timex(example: Example) -> str:
    """The value that a reader must give."""
    if example.grain == "Week":
        year, week, _ = example.day.isocalendar()
        return f"{year}-W{week:02d}"
    return example.day.isoformat()[: {"Day": 10, "Month": 7, "Year": 4}[example.grain]]


def dragoman_reader(language: str) -> Callable[[Example], str | None]:
    """Reads an example with Dragoman: the value of the longest time expression."""
    from dragoman.languages.loader import load_pack
    from dragoman.reading.layout.prepare import prepare
    from dragoman.reading.times.times import find_times

    pack = load_pack(language)

    def read(example: Example) -> str | None:
        article = prepare(example.text, pack, REFERENCE.date())
        found = find_times(article, prefer="future")
        longest = max(found, key=lambda time: time.end - time.start, default=None)
        return None if longest is None else longest.value

    return read


def dateparser_reader(language: str) -> Callable[[Example], str | None] | None:
    """Reads an example with dateparser, cut to the grain that is asked for; None where dateparser is not installed."""
    try:
        import dateparser  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        return None
    settings = {"RELATIVE_BASE": REFERENCE, "PREFER_DATES_FROM": "future"}

    def read(example: Example) -> str | None:
        found = dateparser.parse(example.text, languages=[language], settings=settings)
        return None if found is None else as_timex(Example(example.text, found.date(), example.grain))

    return read


def main() -> int:
    """Print a table of languages and readers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--duckling", type=Path, required=True, help="folder of a Duckling checkout")
    parser.add_argument("--language", action="append", help="code of a language (default: ar)")
    parser.add_argument("--floor", type=float, default=0.0, help="fail below this share of right values")
    parser.add_argument("-v", action="store_true", help="say what Dragoman got wrong")
    options = parser.parse_args()
    failed = False
    for language in options.language or ["ar"]:
        corpus = options.duckling / "Duckling" / "Time" / language.upper() / "Corpus.hs"
        if not corpus.exists():
            print(
                f"{corpus} is missing. Get it: git clone --depth 1 https://github.com/facebook/duckling",
                file=sys.stderr,
            )
            return 2
        wanted = list(examples(corpus))
        for name, reader in (("dragoman", dragoman_reader(language)), ("dateparser", dateparser_reader(language))):
            if reader is None:
                print(f"{language}  {name:10}  not installed (pip install dateparser)")
                continue
            values = [reader(example) for example in wanted]
            right = sum(value == as_timex(example) for value, example in zip(values, wanted, strict=True))
            share = right / len(wanted)
            print(f"{language}  {name:10}  {share:.3f}  ({right} of {len(wanted)})")
            if name == "dragoman":
                failed |= share < options.floor
                for value, example in zip(values, wanted, strict=True):
                    if options.v and value != as_timex(example):
                        print(f"    {example.text}: wanted {as_timex(example)}, found {value}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
