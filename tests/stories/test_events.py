"""The event that a careful reader finds in a sentence, in four languages; nothing that did not happen is said to have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.workflows.reading import read_text

FOLDER = Path(__file__).parent
LANGUAGES = ("ar", "en", "it", "ru")
PUBLISHED = date(2025, 4, 10)
# the share of sentences whose event must be found, and in no sentence may anything be said to have occurred that did not
FLOORS = {"ar": 0.90, "en": 0.95, "it": 0.95, "ru": 0.95}


def sentences(language: str) -> Iterator[dict[str, Any]]:
    loaded = yaml.safe_load((FOLDER / f"{language}-events.yaml").read_text(encoding="utf-8"))
    for group in loaded.values():
        yield from group


@cache
def events(text: str, language: str) -> tuple[Any, ...]:
    return read_text(text, published=PUBLISHED, language=language).record.events


def is_found(wanted: dict[str, Any], language: str) -> bool:
    found = events(wanted["text"], language)
    if wanted.get("none"):
        return not found
    if "not" in wanted:
        return not any(event.event_type in wanted["not"] and event.reality == "occurred" for event in found)
    return any(_matches(wanted, event) for event in found)


def _matches(wanted: dict[str, Any], event: Any) -> bool:
    return (
        event.event_type == wanted["type"]
        and event.reality == wanted["reality"]
        and (wanted.get("mode") is None or event.event_mode == wanted["mode"])
        and ("actors" not in wanted or set(event.actor) == set(wanted["actors"]))
        and ("recipients" not in wanted or set(event.recipient) == set(wanted["recipients"]))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_events_are_found(language: str) -> None:
    told = list(sentences(language))
    missed = [each["text"] for each in told if not is_found(each, language)]
    assert 1 - len(missed) / len(told) >= FLOORS[language], "\n".join(missed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_occurred_that_did_not(language: str) -> None:
    wrong = [
        each["text"]
        for each in sentences(language)
        if each.get("reality") not in (None, "occurred")
        and any(
            event.event_type == each["type"] and event.reality == "occurred" for event in events(each["text"], language)
        )
    ]
    assert not wrong, "\n".join(wrong)
