"""Whatever comes in, reading gives a record whose spans are true, and gives it twice the same.

A few hundred texts in the ordinary run; `make fuzz` takes 10,000.
"""

import json
import os
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.errors import DragomanError

ROOT = Path(__file__).resolve().parent.parent
TEXTS = tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.ar.txt")))
PUBLISHED = date(2025, 4, 11)
COUNT = int(os.environ.get("DRAGOMAN_FUZZ", "400"))
# Half of the texts come from hypothesis, half from our own articles, spoilt.
GENERATED, MUTATED = COUNT // 2, COUNT - COUNT // 2

MARKS = '"«»“”„‟‹›”’‘()[]{}<>:؛،,.؟!?…–—-/\\ـ\n\t \u00a0\u200b\u200e\u200f\u202b\u202c\u2067\u2069\ufeff'
WORDS = sorted({word for text in TEXTS for word in text.split()})
NUMBERS = [
    "0",
    "12",
    "٢٠٢٥",
    "2025",
    "31/02/2025",
    "99:99",
    "1446هـ",
    "1/1",
    "-5",
    "10.5.3",
    "۱۴۰۴",
    "9" * 400,
    "2025-13-40",
]


def true_spans(value: Any, text: str) -> Iterator[bool]:
    """For each span of a record whether its words stand where it says."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield (
                0 <= value["start"] <= value["end"] <= len(text)
                and text[value["start"] : value["end"]] == value["text"]
            )
        for child in value.values():
            yield from true_spans(child, text)
    elif isinstance(value, list):
        for child in value:
            yield from true_spans(child, text)


def check_reading(text: str) -> None:
    """Fail where reading breaks, lies about a place or differs from one time to the next."""
    try:
        record = dragoman.read(text, published=PUBLISHED, language="ar").to_dict()
    except DragomanError:
        # Refused with a reason, such as a text without any word.
        return
    assert record["document"]["text"] == text
    assert all(true_spans(record, text))
    again = dragoman.read(text, published=PUBLISHED, language="ar").to_dict()
    assert json.dumps(record, sort_keys=True) == json.dumps(again, sort_keys=True)
    check_references(record)


def check_references(record: dict[str, Any]) -> None:
    """Fail where a part of the record points at something that is not in it."""
    actors = {actor["id"] for actor in record["actors"]}
    statements = {statement["id"] for statement in record["statements"]}
    assert {statement["speaker"] for statement in record["statements"]} - {None} <= actors
    assert {claim["statement"] for claim in record["claims"]} - {None} <= statements
    assert {event["statement"] for event in record["events"]} - {None} <= statements
    heads = {head["head"] for meeting in record["rounds"] for head in meeting["delegations"]}
    assert heads - {None} <= actors


def mutate(text: str, chance: random.Random) -> str:
    """The text, spoilt in one to four ways."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def cut(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[start : start + chance.randrange(len(text) + 1)] or text


def shuffle_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def shuffle_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def drop_marks(text: str, chance: random.Random) -> str:
    return "".join(char for char in text if char.isalnum() or char.isspace() or chance.random() < 0.5)


def double_marks(text: str, chance: random.Random) -> str:
    return "".join(char if char.isalnum() or chance.random() < 0.7 else char * 2 for char in text)


def swap_marks(text: str, chance: random.Random) -> str:
    return "".join(chance.choice(MARKS) if char in MARKS and chance.random() < 0.3 else char for char in text)


def join_words(text: str, chance: random.Random) -> str:
    return "".join(char for char in text if not char.isspace() or chance.random() < 0.6)


def insert_anything(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        what = chance.choice(
            [*NUMBERS, chance.choice(MARKS), chance.choice(WORDS), chr(chance.randrange(1, 0xD800)), "\U0001f54a"]
        )
        text = text[:at] + what + text[at:]
    return text


def mix_articles(text: str, chance: random.Random) -> str:
    other = chance.choice(TEXTS)
    return cut(text, chance) + chance.choice(["", " ", "\n", "\n\n", '"']) + cut(other, chance)


MUTATIONS = (
    cut,
    shuffle_words,
    shuffle_lines,
    drop_marks,
    double_marks,
    swap_marks,
    join_words,
    insert_anything,
    mix_articles,
)

arabic_like = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(list(MARKS)), st.sampled_from(NUMBERS), st.text(max_size=6)),
    max_size=60,
).map(" ".join)
anything = st.text(max_size=300)


@settings(
    max_examples=GENERATED, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(st.one_of(arabic_like, anything))
def test_reader_survives_random_texts(text: str) -> None:
    check_reading(text)


@pytest.mark.parametrize("share", range(8))
def test_reader_survives_spoilt_articles(share: int) -> None:
    for number in range(share, MUTATED, 8):
        chance = random.Random(number)
        text = mutate(chance.choice(TEXTS), chance)
        try:
            check_reading(text)
        except Exception as error:
            raise AssertionError(f"text number {number}: {error!r}") from error


def test_whole_articles_have_true_spans(examples: dict[str, tuple[str, date]]) -> None:
    for text, _ in examples.values():
        check_reading(text)
