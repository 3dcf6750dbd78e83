"""Aligns the letters of a name with pieces of its Latin form, learnt from pairs by expectation maximisation.

Every letter gives one piece of up to four Latin letters, perhaps none. A consonant's piece starts with consonants and
goes on with vowels; so all pairs divide their vowels alike, and pairs that are not one name find no alignment.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

LONGEST_PIECE = 4
_SOFT_LETTERS = frozenset("اويهعءئؤ" + "аеиоуыэюяйьъіїє")
_CONSONANT_PIECE = re.compile("(?:[^aeiou]{1,3}[aeiouy]{0,3})?")
_SOFT_PIECE = re.compile("[aeiouhwyjv]{0,3}")
_FIRST_GUESS = (0.1, 0.5, 0.25, 0.1, 0.05)
_IMPOSSIBLE = -1e9

Pair = tuple[str, str]
Odds = dict[str, float]
Pieces = dict[str, Odds]


@cache
def may_give(letter: str, piece: str) -> bool:
    """Whether the letter may stand for the piece at all."""
    shape = _SOFT_PIECE if letter in _SOFT_LETTERS else _CONSONANT_PIECE
    return shape.fullmatch(piece) is not None


def learn_pieces(pairs: Iterable[Pair], rounds: int = 5) -> Pieces:
    """For each letter, the logarithm of how likely it gives each piece."""
    kept = [(word, latin) for word, latin in pairs if len(word) <= 12 and len(latin) <= min(14, 4 * len(word))]
    odds: Pieces | None = None
    for _ in range(rounds):
        counts: dict[str, Odds] = defaultdict(lambda: defaultdict(float))
        for word, latin in kept:
            _count_pieces(word, latin, odds, counts)
        odds = {}
        for letter, counter in counts.items():
            total = sum(counter.values())
            odds[letter] = {piece: n / total for piece, n in counter.items() if n > 0.3 and n / total > 1e-5}
    return {letter: {piece: math.log(p) for piece, p in row.items()} for letter, row in (odds or {}).items()}


def _count_pieces(word: str, latin: str, odds: Pieces | None, counts: dict[str, Odds]) -> None:
    """Add the expected pieces of one pair to the counts."""
    size, end = len(word), len(latin)
    forward = [[0.0] * (end + 1) for _ in range(size + 1)]
    backward = [[0.0] * (end + 1) for _ in range(size + 1)]
    forward[0][0] = backward[size][end] = 1.0
    steps: list[tuple[int, int, int, float]] = []
    for at, letter in enumerate(word):
        for start in range(end + 1):
            if forward[at][start] == 0.0:
                continue
            for stop in range(start, min(end, start + LONGEST_PIECE) + 1):
                piece = latin[start:stop]
                if odds is not None:
                    chance = odds.get(letter, {}).get(piece, 0.0)
                else:
                    chance = _FIRST_GUESS[stop - start] if may_give(letter, piece) else 0.0
                if chance:
                    forward[at + 1][stop] += forward[at][start] * chance
                    steps.append((at, start, stop, chance))
    total = forward[size][end]
    if total <= 0.0:
        return
    for at, start, stop, chance in reversed(steps):
        backward[at][start] += chance * backward[at + 1][stop]
    for at, start, stop, chance in steps:
        share = forward[at][start] * chance * backward[at + 1][stop] / total
        if share > 1e-4:
            counts[word[at]][latin[start:stop]] += share


def align(word: str, latin: str, pieces: Pieces) -> tuple[list[str], float] | None:
    """The best division of the Latin form among the letters, and its log score per letter; None where there is none."""
    size, end = len(word), len(latin)
    best = [[_IMPOSSIBLE] * (end + 1) for _ in range(size + 1)]
    came = [[0] * (end + 1) for _ in range(size + 1)]
    best[0][0] = 0.0
    for at, letter in enumerate(word):
        known = pieces.get(letter, {})
        for start in range(end + 1):
            if best[at][start] <= _IMPOSSIBLE:
                continue
            for stop in range(start, min(end, start + LONGEST_PIECE) + 1):
                score = known.get(latin[start:stop])
                if score is not None and best[at][start] + score > best[at + 1][stop]:
                    best[at + 1][stop] = best[at][start] + score
                    came[at + 1][stop] = start
    if best[size][end] <= _IMPOSSIBLE:
        return None
    found: list[str] = []
    stop = end
    for at in range(size, 0, -1):
        start = came[at][stop]
        found.append(latin[start:stop])
        stop = start
    return found[::-1], best[size][end] / (size + 1)
