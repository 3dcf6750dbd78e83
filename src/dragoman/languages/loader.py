"""Finds language folders and makes packs of them. A folder is a language if it holds `manifest.yaml`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.errors import LanguageError
from dragoman.languages import deeds, standings
from dragoman.languages.lexicon import Entry, Lexicon
from dragoman.languages.tables import read_table, read_yaml
from dragoman.text.folding import fold

FOLDER = Path(__file__).parent
# Tables of verbs besides those of reporting, and what makes entries of their forms.
_EXPANDED: tuple[tuple[str, Callable[[Iterable[Entry]], Iterator[Entry]]], ...] = (
    (standings.TABLE, standings.standing_entries),
    (deeds.TABLE, deeds.deed_entries),
)


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A language that can be read: its manifest, its lexicon and the settings of its reading rules."""

    code: str
    name: str
    direction: str
    folder: Path
    lexicon: Lexicon
    rules: Mapping[str, Any] = field(default_factory=dict)
    manifest: Mapping[str, Any] = field(default_factory=dict)


def available() -> tuple[str, ...]:
    """The codes of all languages that have a folder, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/manifest.yaml")))


@cache
def load_pack(code: str) -> Pack:
    """The pack of a language; its tables are read once.

    Raises LanguageError where there is none, PackError where its folder contradicts itself.
    """
    folder = FOLDER / code
    if code not in available():
        raise LanguageError(f"no language pack reads {code!r}; there are packs for: {', '.join(available())}")
    manifest = read_yaml(folder / "manifest.yaml")
    morphology = importlib.import_module(f"dragoman.languages.{code}.morphology")
    lexicon = Lexicon(analyse=morphology.analyse, normalise=getattr(morphology, "normalise", fold))
    for table in manifest["tables"]:
        lexicon.add(read_table(folder / "words" / table))
    expand: Callable[[Path], Iterator[Entry]] | None = getattr(morphology, "verb_entries", None)
    if expand is not None:
        lexicon.add(expand(folder / "words" / "verbs.tsv"))
        for name, entries_of in _EXPANDED:
            if (folder / "words" / name).exists():
                lexicon.add(entries_of(expand(folder / "words" / name)))
    rules = read_yaml(folder / "rules.yaml") if (folder / "rules.yaml").exists() else {}
    return Pack(
        code=code,
        name=manifest["name"],
        direction=manifest["direction"],
        folder=folder,
        lexicon=lexicon,
        rules=rules,
        manifest=manifest,
    )
