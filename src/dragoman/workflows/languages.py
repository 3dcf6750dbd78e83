"""What each language pack can do, as its own folder tells."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import PackError
from dragoman.languages import loader
from dragoman.languages.tables import read_rows, read_yaml
from dragoman.text.script import NAMES

# The languages that Dragoman is meant to read; the others are recognised only to be named.
INTENDED = ("ar", "en", "ru", "it")


@dataclass(frozen=True, kw_only=True)
class PackSummary:
    """A language: whether a pack reads it, what its manifest promises, and how large its tables are."""

    code: str
    name: str
    own_name: str
    readable: bool
    version: str
    licence: str
    reads: tuple[str, ...]
    entries: int


def summarise_packs() -> tuple[PackSummary, ...]:
    """The languages with a pack, then those that have none yet."""
    packs = [_summarise(code) for code in loader.available()]
    missing = [code for code in INTENDED if code not in loader.available()]
    return (*packs, *(_missing(code) for code in missing))


def _summarise(code: str) -> PackSummary:
    folder = loader.FOLDER / code
    manifest = read_yaml(folder / "manifest.yaml")
    try:
        entries = sum(1 for table in manifest["tables"] for _ in read_rows(folder / "words" / table))
    except (OSError, KeyError) as failure:
        raise PackError(f"the pack {code!r} is damaged: {failure}; install Dragoman again") from failure
    return PackSummary(
        code=code,
        name=str(manifest.get("english_name", NAMES.get(code, code))),
        own_name=str(manifest.get("name", "")),
        readable=True,
        version=str(manifest.get("version", "")),
        licence=str(manifest.get("licence", "")),
        reads=tuple(manifest.get("reads", ())),
        entries=entries,
    )


def _missing(code: str) -> PackSummary:
    return PackSummary(
        code=code, name=NAMES[code], own_name="", readable=False, version="", licence="", reads=(), entries=0
    )
