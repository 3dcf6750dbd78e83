"""What did not happen is never called agreed, signed, in force or fulfilled; what did is still found. In every language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.languages import load_pack
from dragoman.reading.claims.claims import find_claims
from dragoman.reading.found import FoundClaim
from dragoman.reading.layout.prepare import prepare

FOLDER = Path(__file__).parents[1] / "stories"
# how many controls a language has at least
CONTROLS = {"ar": 60, "en": 25, "it": 25, "ru": 25}
MOST_FALSE = 0.01
LEAST_FOUND = 0.8
LANGUAGES = pytest.mark.parametrize("language", sorted(CONTROLS))


@cache
def stories(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{language}-not-happened.yaml").read_text(encoding="utf-8"))
    return loaded


KINDS = [
    (language, kind)
    for language in sorted(CONTROLS)
    for kind in sorted({story["kind"] for story in stories(language)["not_happened"]})
]


def claims_of(language: str, text: str) -> tuple[FoundClaim, ...]:
    return find_claims(prepare(text, load_pack(language), None), (), ())


def says(language: str, story: dict[str, str]) -> bool:
    return any(
        claim.status == story["status"]
        and (claim.issue == story["issue"] or claim.issue.startswith(story["issue"] + "/"))
        for claim in claims_of(language, story["text"])
    )


@LANGUAGES
def test_there_are_enough_sentences(language: str) -> None:
    written = stories(language)
    assert len(written["not_happened"]) >= 150
    assert len(written["happened"]) >= CONTROLS[language]
    texts = [story["text"] for story in (*written["not_happened"], *written["happened"])]
    assert len(set(texts)) == len(texts)


@LANGUAGES
def test_what_did_not_happen_is_not_said(language: str) -> None:
    written = stories(language)
    wrong = [
        (story["kind"], story["text"], claim.status, claim.rule)
        for story in written["not_happened"]
        for claim in claims_of(language, story["text"])
        if claim.status in written["never"]
    ]
    assert len({text for _, text, _, _ in wrong}) <= MOST_FALSE * len(written["not_happened"]), wrong


@LANGUAGES
def test_what_happened_is_said(language: str) -> None:
    happened = stories(language)["happened"]
    missed = [story["text"] for story in happened if not says(language, story)]
    assert 1 - len(missed) / len(happened) >= LEAST_FOUND, missed


@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_kind_of_sentence_has_no_more_than_one_error(language: str, kind: str) -> None:
    written = stories(language)
    wrong = {
        story["text"]
        for story in written["not_happened"]
        if story["kind"] == kind
        and any(claim.status in written["never"] for claim in claims_of(language, story["text"]))
    }
    assert len(wrong) <= 1, wrong
