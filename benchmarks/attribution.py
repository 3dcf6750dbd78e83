"""Who says what in English news: PolNeAR's articles, annotated by hand, beside what Dragoman finds.

usage: attribution.py --polnear FOLDER [--part test] [-v]

FOLDER is a checkout of PolNeAR (Newell, Margolin and Ruths, 2018): https://github.com/networkdynamics/PolNeAR. It is read
where it lies and never copied; it is for evaluation only. Of an article that several people annotated, the first is taken.

An attribution is found where the words of its content and of a statement overlap by half or more (characters shared by
all characters of both); its speaker is right where the words that name the speaker overlap as well, or neither side
names one. The same measure gave GenderGapTracker an F1 of 41.0 and textacy 18.0 on the test part; CofeNet, a
trained neural model, is far better at the spans alone (exact F1 83.2 for sources, 72.9 for contents).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Place = frozenset[int]
_BOUND = re.compile(r"(T\d+)\t(\w+) ([\d ;]+)\t")
_RELATION = re.compile(r"E\d+\t(.*)")


class Attribution(NamedTuple):
    """The characters of the content and of the words that name the speaker."""

    content: Place
    speaker: Place


def characters(text: str, pieces: str) -> Place:
    """The offsets that "0 5;9 12" stands for, spaces left out."""
    found: set[int] = set()
    for piece in pieces.split(";"):
        start, end = map(int, piece.split())
        found.update(offset for offset in range(start, end) if not text[offset].isspace())
    return frozenset(found)


def annotated(path: Path, text: str) -> Iterator[Attribution]:
    """The attributions of one annotation file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    bounds = {match[1]: (match[2], match[3]) for line in lines if (match := _BOUND.match(line))}
    for line in lines:
        relation = _RELATION.match(line)
        if relation is None:
            continue
        roles: dict[str, set[int]] = defaultdict(set)
        for role, name in (part.split(":") for part in relation[1].split()):
            # some relations name words that the file does not hold
            if name in bounds:
                roles[role.rstrip("0123456789")] |= characters(text, bounds[name][1])
        if roles["Content"]:
            yield Attribution(frozenset(roles["Content"]), frozenset(roles["Source"]))


def read(text: str) -> list[Attribution]:
    """The attributions that Dragoman finds, headlines included."""
    from dragoman.reading.pipeline import read_article

    record = read_article(text, language="en").record
    found = []
    for statement in record.statements:
        label = statement.label
        speaker = characters(text, f"{label.start} {label.end}") if label is not None else frozenset()
        found.append(Attribution(characters(text, f"{statement.content.start} {statement.content.end}"), speaker))
    return found


def overlap(first: Place, second: Place) -> float:
    """Shared characters over all characters of both."""
    return len(first & second) / len(first | second) if first and second else 0.0


def pairs(wanted: list[Attribution], found: list[Attribution]) -> list[tuple[int, int]]:
    """Indices of attributions and statements that fit, each used once, the best first."""
    scored = sorted(
        ((overlap(a.content, b.content), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found)), reverse=True
    )
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    kept = []
    for value, i, j in scored:
        if value >= 0.5 and i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
            kept.append((i, j))
    return kept


def same_speaker(wanted: Attribution, found: Attribution) -> bool:
    """True where the words that name the speaker overlap, or neither side has any."""
    return bool(wanted.speaker & found.speaker) or not wanted.speaker and not found.speaker


def shown(text: str, place: Place) -> str:
    """The words that offsets stand for."""
    return " ".join(text[min(place) : max(place) + 1].split()) if place else "-"


def main() -> int:
    """Print precision, recall and F1 for the contents and for contents with their speakers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--part", default="test", help="train, dev or test")
    parser.add_argument("-v", action="store_true", help="show what was missed and what was wrong")
    arguments = parser.parse_args()
    folder = arguments.polnear / "data" / arguments.part
    total = content = speaker = found_total = 0
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if not annotations:
            continue
        wanted, found = list(annotated(annotations[0], text)), read(text)
        matched = pairs(wanted, found)
        total += len(wanted)
        found_total += len(found)
        content += len(matched)
        speaker += sum(same_speaker(wanted[i], found[j]) for i, j in matched)
        if arguments.v:
            report(path.stem, text, wanted, found, matched)
    for name, right in (("content", content), ("content and speaker", speaker)):
        f1 = 2 * right / (found_total + total) if found_total + total else 0.0
        print(f"{name:20} P {right / max(1, found_total):.3f}  R {right / max(1, total):.3f}  F1 {f1:.3f}", end="  ")
        print(f"({right} right, {found_total} found, {total} wanted)")
    return 0


def report(
    name: str, text: str, wanted: list[Attribution], found: list[Attribution], matched: list[tuple[int, int]]
) -> None:
    """Print what was missed, found in vain, or given to somebody else."""
    print(name)
    for i, attribution in enumerate(wanted):
        if all(i != pair[0] for pair in matched):
            print(f"  missed: [{shown(text, attribution.speaker)}] {shown(text, attribution.content)[:110]}")
    for j, attribution in enumerate(found):
        if all(j != pair[1] for pair in matched):
            print(f"  not there: [{shown(text, attribution.speaker)}] {shown(text, attribution.content)[:110]}")
    for i, j in matched:
        if not same_speaker(wanted[i], found[j]):
            print(f"  speaker: [{shown(text, wanted[i].speaker)}] found [{shown(text, found[j].speaker)}]")


if __name__ == "__main__":
    sys.exit(main())
