#!/usr/bin/env python3
"""Scores the romaniser on name pairs it has not learnt from; see docs/models/romaniser.md.

usage: score_romaniser.py PAIRS_FOLDER --people names.sqlite3 [--tables FOLDER] [--wrong NUMBER]

--tables names the folder of the tables that train_romaniser.py --hold-out wrote; without it the shipped ones are used.
--no-table scores the letter models and rules alone.
A name is right where each word differs from the true one by at most one letter in three (the last word: in four, a
single word: in five), words of four letters or fewer not at all; articles do not count.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from dragoman.languages.names import romanise, sounds_alike, tables
from dragoman.languages.names.comparison import ALIKE, close
from dragoman.languages.names.keys import fold_arabic, fold_latin
from name_pairs import is_held_out, people_rows, read_pairs

Pairs = list[tuple[str, str]]
Speller = Callable[[str], str]


def main() -> None:
    """Print the scores of each part."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--people", type=Path, required=True)
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--no-table", action="store_true", help="score the letter models and rules alone")
    parser.add_argument("--wrong", type=int, default=0, help="print so many wrong names of each part")
    chosen = parser.parse_args()
    if chosen.tables:
        tables.folder = chosen.tables
    if chosen.no_table:
        tables.SortedTable.find = lambda self, word: None  # type: ignore[method-assign]
    for script in ("arabic", "cyrillic"):
        if not (chosen.tables or tables.DATA).joinpath(f"{script}_words.tsv.gz").is_file():
            continue
        name = "russian" if script == "cyrillic" else script
        words = read_pairs(chosen.pairs / f"wd_{name}_20.tsv", script)
        report(f"{script} words, each pair once", [*words], [1] * len(words), chosen.wrong)
        report(f"{script} words, by frequency", [*words], [*words.values()], 0)
    people = held_out_people(chosen.people)
    report("arabic people, two words or more", people, [1] * len(people), chosen.wrong)
    if not chosen.no_table:
        report_alike("arabic", people[1::4], people)


def held_out_people(path: Path) -> Pairs:
    """The people that --hold-out leaves out, with names of two words or more in both scripts."""
    found = {}
    for name, latin, kind, country in people_rows(path):
        folded = [word for word in map(fold_arabic, name.split()) if word]
        if kind == "en" and country != "PK" and len(folded) > 1 and " " in latin and is_held_out(" ".join(folded)):
            found[name] = latin
    return sorted(found.items())


def report(title: str, pairs: Pairs, weights: list[int], wrong: int) -> None:
    """Print the share of right names, and some wrong ones."""
    right = 0
    misses = []
    for (name, latin), weight in zip(pairs, weights, strict=True):
        found = romanise(name, "ar")
        if is_same_name(latin, found):
            right += weight
        else:
            misses.append(f"  {name}: {found}, not {latin}")
    print(f"{title}: {right / sum(weights):.3f} of {len(pairs)}")
    random.Random(1).shuffle(misses)
    print("\n".join(misses[:wrong]))


def report_alike(title: str, people: Pairs, everybody: Pairs) -> None:
    """Print precision and recall of sounds_alike on people and on wrong partners that look most alike."""
    counts: Counter[str] = Counter()
    by_word: dict[str, list[str]] = {}
    for _, latin in everybody:
        for word in fold_latin(latin).split():
            by_word.setdefault(word, []).append(latin)
    for name, latin in people:
        counts["found" if sounds_alike(name, "ar", latin, "en").alike else "missed"] += 1
        shared = {x for word in fold_latin(latin).split() for x in by_word[word] if not is_same_name(latin, x)}
        if shared:
            likest = max(sounds_alike(name, "ar", other, "en").score for other in sorted(shared)[:12])
            counts["mistaken" if likest >= ALIKE else "told apart"] += 1
    recall = counts["found"] / (counts["found"] + counts["missed"])
    precision = counts["found"] / (counts["found"] + counts["mistaken"])
    print(f"{title} sounds_alike: precision {precision:.3f} recall {recall:.3f} {dict(counts)}")


def is_same_name(true: str, found: str) -> bool:
    """Whether the found name is a spelling of the true one, as the head of this file says."""
    a, b = ([word for word in fold_latin(x).split() if word not in ("al", "el", "the", "of")] for x in (true, found))
    if not a or not b:
        return False
    if sorted(a) == sorted(b):
        return True
    if not close(a[-1], b[-1], 4 if len(a) > 1 else 5):
        return False
    if len(a) != len(b):
        return min(len(a), len(b)) > 1 and close("".join(a), "".join(b), 5)
    return all(close(x, y, 3) for x, y in zip(a, b, strict=True))


if __name__ == "__main__":
    main()
