"""Reads the public pairs of names that the romaniser learns from and is tested on."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.languages.names.keys import fold_arabic, fold_cyrillic, fold_latin


def is_held_out(name: str) -> bool:
    """Whether the name is among the tenth to test on."""
    return zlib.crc32(name.encode("utf-8")) % 10 == 9


def read_pairs(path: Path, script: str) -> Counter[tuple[str, str]]:
    """Folded word and folded Latin form with their counts."""
    fold = fold_arabic if script == "arabic" else fold_cyrillic
    counts: Counter[tuple[str, str]] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, word, count = line.split("\t")
        key, spelling = fold(word.replace(" ", "")), fold_latin(latin).replace(" ", "")
        if key and spelling:
            counts[key, spelling] += int(count)
    return counts


def people_rows(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Arabic name, Latin name, kind of label and country of the people in the index that come from Wikidata."""
    with sqlite3.connect(path) as index:
        yield from index.execute(
            "SELECT arabic_key, latin, latin_lang, country FROM full_names"
            " WHERE source = 'wikidata' ORDER BY 1, 2, 3, 4"
        )
