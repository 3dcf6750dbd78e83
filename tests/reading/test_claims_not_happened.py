"""What did not happen is never called agreed, signed, in force or fulfilled; what did is still found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.languages import load_pack
from dragoman.reading.claims.claims import find_claims
from dragoman.reading.found import FoundClaim
from dragoman.reading.layout.prepare import prepare

STORIES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "stories" / "ar-not-happened.yaml").read_text(encoding="utf-8")
)
MOST_FALSE = 0.01
LEAST_FOUND = 0.8


def claims_of(text: str) -> tuple[FoundClaim, ...]:
    return find_claims(prepare(text, load_pack("ar"), None), (), ())


def says(story: dict[str, str]) -> bool:
    return any(
        claim.status == story["status"]
        and (claim.issue == story["issue"] or claim.issue.startswith(story["issue"] + "/"))
        for claim in claims_of(story["text"])
    )


def test_there_are_enough_sentences() -> None:
    assert len(STORIES["not_happened"]) >= 150
    assert len(STORIES["happened"]) >= 60
    texts = [story["text"] for story in (*STORIES["not_happened"], *STORIES["happened"])]
    assert len(set(texts)) == len(texts)


def test_what_did_not_happen_is_not_said() -> None:
    wrong = [
        (story["kind"], story["text"], claim.status, claim.rule)
        for story in STORIES["not_happened"]
        for claim in claims_of(story["text"])
        if claim.status in STORIES["never"]
    ]
    assert len({text for _, text, _, _ in wrong}) <= MOST_FALSE * len(STORIES["not_happened"]), wrong


def test_what_happened_is_said() -> None:
    missed = [story["text"] for story in STORIES["happened"] if not says(story)]
    assert 1 - len(missed) / len(STORIES["happened"]) >= LEAST_FOUND, missed


@pytest.mark.parametrize("kind", sorted({story["kind"] for story in STORIES["not_happened"]}))
def test_kind_of_sentence_has_no_more_than_one_error(kind: str) -> None:
    wrong = {
        story["text"]
        for story in STORIES["not_happened"]
        if story["kind"] == kind and any(claim.status in STORIES["never"] for claim in claims_of(story["text"]))
    }
    assert len(wrong) <= 1, wrong
