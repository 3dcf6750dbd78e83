"""The event types and modes of PLOVER with the CAMEO code nearest to each, from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import model
from dragoman.languages.tables import read_yaml

VOCABULARY = Path(model.__path__[0]) / "vocabulary" / "plover.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class EventType:
    """One of the sixteen types: its quad class, its own CAMEO code, and that of each of its modes."""

    name: str
    quad: str
    cameo: str
    modes: Mapping[str, str]


@cache
def load_event_types() -> Mapping[str, EventType]:
    """All types by name."""
    return {
        name: EventType(
            name=name,
            quad=entry["quad"],
            cameo=entry["cameo"],
            modes={mode: facts["cameo"] for mode, facts in entry["modes"].items()},
        )
        for name, entry in read_yaml(VOCABULARY)["types"].items()
    }


def parse_code(code: str) -> tuple[str, str | None]:
    """Type and mode of a code such as `RETREAT.release`; a type alone has no mode."""
    name, _, mode = code.partition(".")
    return name, mode or None


def cameo_of(name: str, mode: str | None) -> str:
    """The CAMEO code nearest to a type and mode."""
    known = load_event_types()[name]
    return known.modes[mode] if mode else known.cameo
