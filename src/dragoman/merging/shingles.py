"""Runs of words by which copies of a text are found and compared, in whatever spelling and however cut.

A document is filed under some of its runs of four words (winnowing: of every window of runs the smallest), so that two
texts which share a passage longer than a window always share a fingerprint. Candidates found so are compared whole.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.text.folding import fold

# Vowel signs, tatweel and invisible characters, which stand inside words without making them others.
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0300-\u036f]"
)
_WORD = re.compile(r"\w+")
_MASK = (1 << 62) - 1
_STEP, _SPREAD = 1_000_003, 0x9E3779B97F4A7C15
FILED_RUN, WINDOW = 4, 10


@dataclass(frozen=True)
class Wording:
    """The words of a document's report, folded, as numbers of 32 bits; page furniture is left out."""

    words: array[int]

    @cached_property
    def runs(self) -> frozenset[tuple[int, int, int]]:
        """Its runs of three words."""
        return frozenset(zip(self.words, self.words[1:], self.words[2:], strict=False))

    @property
    def fingerprints(self) -> tuple[int, ...]:
        """The numbers that it is filed under."""
        return winnow(_runs(self.words, FILED_RUN), WINDOW)


def wording_of(text: str, left_out: Iterable[tuple[int, int]] = ()) -> Wording:
    """The wording of a text without the passages that are left out."""
    kept, position = [], 0
    for start, end in sorted(left_out):
        if start > position:
            kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    words = [fold(word) for part in kept for word in _WORD.findall(_MARKS.sub("", part))]
    return Wording(array("I", map(_number, words)))


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")


def _runs(words: Sequence[int], length: int) -> list[int]:
    """Each run of so many words as a number; a last multiplication spreads what differs in one bit."""
    runs: Iterable[int] = words
    for offset in range(1, length):
        runs = [((run * _STEP) ^ word) & _MASK for run, word in zip(runs, words[offset:], strict=False)]
    return [(run * _SPREAD) & _MASK for run in runs]


def winnow(values: Sequence[int], window: int) -> tuple[int, ...]:
    """The smallest value of every window, each once, in ascending order."""
    if len(values) <= window:
        return tuple(sorted({min(values)})) if values else ()
    chosen: set[int] = set()
    queue: deque[int] = deque()
    for index, value in enumerate(values):
        while queue and values[queue[-1]] >= value:
            queue.pop()
        queue.append(index)
        if queue[0] <= index - window:
            queue.popleft()
        if index >= window - 1:
            chosen.add(values[queue[0]])
    return tuple(sorted(chosen))


def shared_runs(first: Wording, second: Wording) -> int:
    """How many runs of three words stand in both."""
    return len(first.runs & second.runs)


def words_in_order(first: Sequence[int], second: Sequence[int]) -> int:
    """How many words the two share in the same order: the length of their longest common subsequence."""
    if len(first) > len(second):
        first, second = second, first
    places: dict[int, int] = {}
    for index, word in enumerate(first):
        places[word] = places.get(word, 0) | (1 << index)
    everything = (1 << len(first)) - 1
    row = everything
    # One bit for each word of the shorter text; a whole row of the usual table is done in a few operations.
    for word in second:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & everything
    return len(first) - row.bit_count()
