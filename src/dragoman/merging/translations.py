"""What survives translation: actors, days, durations and numbers in the order in which a report tells them.

Independent reports of one event name the same actors, but not in the same order, sentence by sentence; a translation
does. Documents are filed under neighbouring pairs of such landmarks, and candidates are compared as whole sequences.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.model.record import Record
from dragoman.text.folding import fold

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile(r"[.!?؟…][\"'”»’)]*\s+|\n+")
_ABBREVIATED = re.compile(r"(?:\b\w{1,3}|\d)\.$")
_MASK = (1 << 62) - 1
_WEIGHTS = {"country": 0.5, "organization": 2.0, "person": 3.0, "group": 1.5, "date": 2.0, "length": 3.0}
_NUMBER_WEIGHT, _QUOTE_WEIGHT, _CLAIM_WEIGHT = 2.5, 2.0, 2.0


@dataclass(frozen=True, slots=True)
class Landmark:
    """Something told at a place that any translation keeps; `weight` is how much it tells."""

    key: str
    weight: float


@dataclass(frozen=True)
class Course:
    """The landmarks of a report in order."""

    landmarks: tuple[Landmark, ...]

    @property
    def fingerprints(self) -> tuple[int, ...]:
        """The numbers that it is filed under: neighbouring pairs, of which at least one tells more than a country."""
        told = [mark for mark in self.landmarks if mark.weight > 1]
        pairs = {f"{one.key}>{two.key}" for one, two in zip(told, told[1:], strict=False) if one.key != two.key}
        return tuple(sorted(map(_number, pairs)))


def course_of(record: Record) -> Course:
    """The course of a document's report, its headline and page furniture left out."""
    text = record.document.text
    ends = list(_sentence_ends(text))
    furniture = sorted((passage.start, passage.end) for passage in record.boilerplate)
    body = _body_start(text)
    marks = [
        (start, key, weight)
        for start, key, weight in _all_marks(record)
        if start >= body and not any(low <= start < high for low, high in furniture)
    ]
    # Within a sentence the languages order their words each in its own way, and translators choose between name and
    # pronoun: each thing counts once, and the order is ours.
    told: list[dict[str, float]] = [{} for _ in ends]
    sentence = 0
    for start, key, weight in sorted(marks):
        while sentence < len(ends) - 1 and start >= ends[sentence]:
            sentence += 1
        told[sentence].setdefault(key, weight)
    return Course(tuple(Landmark(key, weight) for keys in told for key, weight in sorted(keys.items())))


def _all_marks(record: Record) -> Iterator[tuple[int, str, float]]:
    taken: list[tuple[int, int]] = []
    for actor in record.actors:
        weight = _WEIGHTS.get(actor.type, 1.0)
        yield from ((span.start, actor.id, weight) for span in actor.mentions)
    for time in record.times:
        kind = "length" if time.type == "DURATION" else "date"
        taken.append((time.span.start, time.span.end))
        yield time.span.start, f"{kind}/{time.value[:10]}", _WEIGHTS[kind]
    yield from _numbers(record.document.text, taken)
    for statement in record.statements:
        if statement.mode != "indirect":
            yield statement.content.start, "quote", _QUOTE_WEIGHT
    for claim in record.claims:
        if claim.evidence:
            yield claim.evidence[0].start, f"claim/{claim.issue}", _CLAIM_WEIGHT


def _numbers(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str, float]]:
    for found in _NUMBER.finditer(text):
        if not any(start <= found.start() < end for start, end in taken):
            yield found.start(), f"number/{_plain_number(fold(found.group()))}", _NUMBER_WEIGHT


def _plain_number(digits: str) -> str:
    """The number without the marks that languages put between its thousands and decimals."""
    return re.sub(r"[.,]", "", digits)


def _sentence_ends(text: str) -> Iterator[int]:
    for found in _SENTENCE_END.finditer(text):
        if "\n" in found.group() or not _ABBREVIATED.search(text[: found.start() + 1][-6:]):
            yield found.end()
    yield len(text) + 1


def _body_start(text: str) -> int:
    """Where the report begins: after a first line that an empty one follows."""
    line_end = text.find("\n")
    return line_end + 1 if line_end >= 0 and text[line_end + 1 : line_end + 2] in ("\n", "\r") else 0


@lru_cache(maxsize=100_000)
def _number(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest(), "big") & _MASK


def shared_course(first: Course, second: Course) -> float:
    """How much of both courses is told in the same order, from 0 to 1, weighted by what each landmark tells."""
    common = _weight_in_order(first.landmarks, second.landmarks)
    whole = _weight(first.landmarks) + _weight(second.landmarks)
    return 2 * common / whole if whole else 0.0


def shared_of_shorter(first: Course, second: Course) -> float:
    """How much of the shorter course the longer one tells in the same order."""
    least = min(_weight(first.landmarks), _weight(second.landmarks))
    return _weight_in_order(first.landmarks, second.landmarks) / least if least else 0.0


def _weight(landmarks: Iterable[Landmark]) -> float:
    return sum(mark.weight for mark in landmarks)


def _weight_in_order(first: Sequence[Landmark], second: Sequence[Landmark]) -> float:
    above = [0.0] * (len(second) + 1)
    for mark in first:
        row = [0.0]
        for column, other in enumerate(second):
            best = max(above[column + 1], row[column])
            if mark.key == other.key:
                best = max(best, above[column] + mark.weight)
            row.append(best)
        above = row
    return above[-1]


def weight_of(course: Course) -> float:
    """How much all landmarks of a course tell."""
    return _weight(course.landmarks)
