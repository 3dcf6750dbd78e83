"""Trains the letter model: for each letter, a softmax over its Latin pieces. Needs numpy and scipy."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np  # type: ignore[import-not-found, unused-ignore]
from scipy.optimize import minimize  # type: ignore[import-untyped, import-not-found, unused-ignore]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped, import-not-found, unused-ignore]

from dragoman.languages.names.letters import letter_features, spelling_features

MOST_PIECES = 36
RAREST_FEATURE = 4
PENALTY = 2.0
STEPS = 40
# Weights below this are left out of the table; it is what keeps the model small.
SMALLEST_WEIGHT = 0.2

Aligned = tuple[str, list[str], float]
Example = tuple[list[str], str, float]


def train_letters(aligned: Iterable[Aligned]) -> list[str]:
    """The lines of the model's table, from words with their pieces and weights."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for word, pieces, weight in aligned:
        spelt, older, last = "", "^", "^"
        for at, piece in enumerate(pieces):
            features = letter_features(word, at) + spelling_features(word, at, spelt, (older, last))
            examples[word[at]].append((features, piece, weight))
            spelt, older, last = spelt + piece, last, piece
    lines: list[str] = []
    for letter in sorted(examples):
        lines += _train_letter(letter, examples[letter])
    return lines


def _train_letter(letter: str, examples: list[Example]) -> list[str]:
    seen: dict[str, float] = defaultdict(float)
    for _, piece, weight in examples:
        seen[piece] += weight
    ranked = sorted(seen, key=lambda piece: (-seen[piece], piece))
    pieces = [piece for piece in ranked if seen[piece] > 3][:MOST_PIECES] or ranked[:1]
    number = {piece: at for at, piece in enumerate(pieces)}
    examples = [example for example in examples if example[1] in number]
    often = Counter(feature for features, _, _ in examples for feature in features)
    column = {name: at for at, name in enumerate(sorted(f for f, n in often.items() if n >= RAREST_FEATURE or not f))}
    weights = _fit(examples, number, column)
    lines = [f"@\t{letter}\t{','.join(pieces)}"]
    for feature, at in column.items():
        tenths = [(n, round(float(w) * 10)) for n, w in enumerate(weights[at]) if abs(w) >= SMALLEST_WEIGHT]
        if tenths:
            lines.append(feature + "\t" + " ".join(f"{chr(48 + n)}{w}" for n, w in tenths))
    return lines


def _fit(examples: list[Example], number: dict[str, int], column: dict[str, int]) -> Any:
    """The weights (features by pieces) that make the examples likeliest, under a penalty on their squares."""
    cells: list[int] = []
    ends = [0]
    for features, _, _ in examples:
        cells += [column[feature] for feature in features if feature in column]
        ends.append(len(cells))
    shape = (len(examples), len(column))
    rows = csr_matrix((np.ones(len(cells)), cells, ends), shape=shape)
    columns = rows.T.tocsr()
    right = np.array([number[piece] for _, piece, _ in examples])
    weight = np.array([value for _, _, value in examples])
    every = np.arange(len(examples))
    target = np.zeros((len(examples), len(number)))
    target[every, right] = 1

    def loss(flat: Any) -> tuple[float, Any]:
        table = flat.reshape(len(column), len(number))
        scores = rows @ table
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        totals = chances.sum(1, keepdims=True)
        likelihood = (weight * (scores[every, right] - np.log(totals[:, 0]))).sum()
        slope = columns @ ((chances / totals - target) * weight[:, None])
        return -likelihood + PENALTY / 2 * float(flat @ flat), (slope + PENALTY * table).ravel()

    start = np.zeros(len(column) * len(number))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x.reshape(len(column), len(number))


def example_weight(count: float) -> float:
    """How much a pair seen so often counts: the hundredth sighting teaches less than the first."""
    return 1 + math.log(1 + count)
