"""The learnt letter model: how a name word that no table knows is most likely spelt in Latin letters.

Each letter of the word gives a piece of Latin text, often with the vowels that the script leaves out. Its pieces are
weighed by the letters around it and by the pieces already written; a small beam keeps the best few spellings.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

# Pieces this much less likely than the best one (in natural logarithms) are not followed; further ones are when a
# given spelling is to be explained.
_HOPELESS = 5.0
_THINKABLE = 9.0
UNTHINKABLE = -9.0


def letter_features(word: str, at: int) -> list[str]:
    """What the model looks at in the word itself: the neighbours of the letter and its place."""
    padded = "###" + word + "###"
    here, length = at + 3, len(word)
    before, before2, before3 = padded[here - 1], padded[here - 2 : here], padded[here - 3 : here]
    after, after2, after3 = padded[here + 1], padded[here + 1 : here + 3], padded[here + 1 : here + 4]
    to_end = str(min(length - at, 4))
    return [
        "",
        "a" + before,
        "b" + after,
        "c" + before2,
        "d" + after2,
        "e" + before + after,
        "f" + before3,
        "g" + after3,
        "h" + before2 + after,
        "i" + before + after2,
        "j" + before2 + after2,
        "k" + word[-2:] + to_end,
        "l" + word[-3:] + to_end,
        "m" + word[:2] + str(min(at, 3)),
        f"n{min(at, 3)}.{min(length - at, 3)}",
        f"o{min(length, 8)}",
        "q" + before3 + after,
        "r" + before + after3,
    ]


def spelling_features(word: str, at: int, spelt: str, pieces: tuple[str, str]) -> list[str]:
    """What the model looks at in the spelling so far: its last letters and its last two pieces."""
    after = word[at + 1] if at + 1 < len(word) else "#"
    older, last = pieces
    tail = ("^" + spelt)[-4:]
    return [
        "A" + last,
        "B" + older + "|" + last,
        "C" + last + "|" + after,
        "D" + tail[-1],
        "E" + tail[-2:],
        "F" + tail[-3:],
        "G" + tail,
        "H" + tail[-3:] + "|" + word[at + 1 : at + 3],
        "I" + tail[-2:] + "|" + after,
    ]


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """One Latin spelling (lower case) and the model's probability for it."""

    text: str
    probability: float


class LetterWeights:
    """What was learnt about one letter: its pieces, and for each feature the weight of each piece, by number."""

    def __init__(self, table: str) -> None:
        head, _, rows = table.partition("\n")
        self.pieces: tuple[str, ...] = tuple(head.split("\t")[1].split(","))
        # Lines are taken apart when the letter is first met, weights when the feature is.
        self._rows = rows
        self._packed: dict[str, str] = {}
        self._known: dict[str, tuple[tuple[int, float], ...]] = {}

    def add(self, scores: list[float], features: Iterable[str]) -> None:
        """Add the weights of the features to the scores of the pieces."""
        if not self._packed:
            self._packed = {feature: cells for feature, _, cells in _cells(self._rows)}
        for feature in features:
            weights = self._known.get(feature)
            if weights is None:
                cells = self._packed.get(feature)
                if cells is None:
                    continue
                weights = self._known[feature] = _unpack(cells)
            for number, weight in weights:
                scores[number] += weight


def _cells(rows: str) -> list[tuple[str, str, str]]:
    return [row.partition("\t") for row in rows.split("\n")]


def _unpack(cells: str) -> tuple[tuple[int, float], ...]:
    """Pieces and weights of one line.

    Weights are kept in tenths; the piece's number is one character, counted from "0".
    """
    return tuple((ord(cell[0]) - 48, int(cell[1:]) / 10) for cell in cells.split())


@dataclass(frozen=True, kw_only=True)
class _Path:
    score: float
    spelt: str
    pieces: tuple[str, str]


class LetterModel:
    """Spells unknown name words, letter by letter."""

    def __init__(self, weights: Mapping[str, LetterWeights]) -> None:
        self._weights = weights

    @classmethod
    def read(cls, text: str) -> LetterModel:
        """The model kept in a table: a line `@`, letter, pieces opens a letter; its feature lines follow."""
        tables = ("\n" + text.strip("\n")).split("\n@\t")[1:]
        return cls({table[0]: LetterWeights(table) for table in tables})

    def spell(self, word: str, width: int = 4) -> list[Spelling]:
        """The likeliest spellings of a folded word, best first; letters the model has never seen are left out."""
        beam = [_Path(score=0.0, spelt="", pieces=("^", "^"))]
        for at, letter in enumerate(word):
            learnt = self._weights.get(letter)
            if learnt is None:
                continue
            base = [0.0] * len(learnt.pieces)
            learnt.add(base, letter_features(word, at))
            beam = _widen(beam, base, learnt, word, at)[:width]
        return [Spelling(text=path.spelt, probability=math.exp(path.score)) for path in beam]

    def explain(self, word: str, latin: str, width: int = 12) -> float:
        """How much less likely the Latin spelling is than the best one, in natural logarithms for each letter of the word.

        0 is the best spelling itself; UNTHINKABLE where the letters cannot give it.
        """
        best = self.spell(word, 1)
        beam = [_Path(score=0.0, spelt="", pieces=("^", "^"))]
        for at, letter in enumerate(word):
            learnt = self._weights.get(letter)
            if learnt is None:
                continue
            base = [0.0] * len(learnt.pieces)
            learnt.add(base, letter_features(word, at))
            grown = _widen(beam, base, learnt, word, at, _THINKABLE)
            beam = [path for path in grown if latin.startswith(path.spelt)][:width]
        scores = [path.score for path in beam if path.spelt == latin]
        if not scores or not best or best[0].probability <= 0:
            return UNTHINKABLE
        return max(UNTHINKABLE, (max(scores) - math.log(best[0].probability)) / len(word))


def _widen(
    beam: list[_Path], base: list[float], learnt: LetterWeights, word: str, at: int, hopeless: float = _HOPELESS
) -> list[_Path]:
    """All ways to go on from the beam with one more letter, best first."""
    grown: list[tuple[float, str, tuple[str, str]]] = []
    for path in beam:
        scores = base[:]
        learnt.add(scores, spelling_features(word, at, path.spelt, path.pieces))
        best = max(scores)
        total = path.score - best - math.log(sum([math.exp(score - best) for score in scores]))
        last = path.pieces[1]
        grown += [
            (total + score, path.spelt + learnt.pieces[number], (last, learnt.pieces[number]))
            for number, score in enumerate(scores)
            if score > best - hopeless
        ]
    grown.sort(key=itemgetter(0), reverse=True)
    return [_Path(score=score, spelt=spelt, pieces=pieces) for score, spelt, pieces in grown]
