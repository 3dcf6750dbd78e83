"""What each language pack can do, as its own folder tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import PackError
from dragoman.languages import loader
from dragoman.languages.tables import read_rows, read_yaml
from dragoman.text.script import NAMES

# The languages that Dragoman is meant to read; the others are recognised only to be named.
INTENDED = ("ar", "en", "ru", "it")
# What a pack may be able to read, and the classes of entries without which it cannot.
PARTS: Mapping[str, tuple[str, ...]] = {
    "page furniture": ("furniture",),
    "times": ("month", "weekday", "time-unit"),
    "actors": ("title", "source"),
    "statements": ("verb", "complementizer"),
    "rounds": ("encounter", "meets"),
    "claims": ("issue", "status"),
    "events": ("event-verb",),
}
MEASURED = "measured.yaml"


@dataclass(frozen=True, kw_only=True)
class PackSummary:
    """A language: whether a pack reads it, what it can read and what not, how well, and how large its tables are.

    reads: parts of the record with what the tables need for them; lacks: parts without; measured: F1 by part over so many
    `articles`, those that the pack was made with, so that elsewhere less is to be expected.
    """

    code: str
    name: str
    own_name: str
    readable: bool
    version: str
    licence: str
    reads: tuple[str, ...]
    lacks: tuple[str, ...]
    entries: int
    articles: int
    measured: Mapping[str, float]


def summarise_packs() -> tuple[PackSummary, ...]:
    """The languages with a pack, then those that have none yet."""
    packs = [_summarise(code) for code in loader.available()]
    missing = [code for code in INTENDED if code not in loader.available()]
    return (*packs, *(_missing(code) for code in missing))


def _summarise(code: str) -> PackSummary:
    folder = loader.FOLDER / code
    manifest = read_yaml(folder / "manifest.yaml")
    try:
        for table in manifest["tables"]:
            (folder / "words" / table).stat()
        entries = sum(1 for table in (folder / "words").glob("*.tsv") for _ in read_rows(table))
    except (OSError, KeyError) as failure:
        raise PackError(f"the pack {code!r} is damaged: {failure}; install Dragoman again") from failure
    lacks = _find_lacks(loader.load_pack(code))
    measured = read_yaml(folder / MEASURED) if (folder / MEASURED).exists() else {}
    return PackSummary(
        code=code,
        name=str(manifest.get("english_name", NAMES.get(code, code))),
        own_name=str(manifest.get("name", "")),
        readable=True,
        version=str(manifest.get("version", "")),
        licence=str(manifest.get("licence", "")),
        reads=tuple(part for part in PARTS if part not in lacks),
        lacks=lacks,
        entries=entries,
        articles=int(measured.get("articles", 0)),
        measured=dict(measured.get("f1", {})),
    )


def _find_lacks(pack: loader.Pack) -> tuple[str, ...]:
    """The parts of the record for which the pack has no words."""
    kinds = {entry.kind for entries in pack.lexicon.singles.values() for entry in entries}
    pending = list(pack.lexicon.heads.values())
    while pending:
        branch = pending.pop()
        kinds.update(entry.kind for entry in branch.entries)
        pending.extend(branch.following.values())
    return tuple(part for part, needed in PARTS.items() if not kinds.issuperset(needed))


def _missing(code: str) -> PackSummary:
    return PackSummary(
        code=code,
        name=NAMES[code],
        own_name="",
        readable=False,
        version="",
        licence="",
        reads=(),
        lacks=tuple(PARTS),
        entries=0,
        articles=0,
        measured={},
    )
