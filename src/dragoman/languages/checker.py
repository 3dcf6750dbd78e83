"""What is wrong with a language pack, found without reading any article.

`check_pack` looks at the folder alone, so that somebody who writes a pack can run it before the pack works:

    python -m dragoman.languages.checker path/to/pack …
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.languages.tables import alternatives, read_features, read_yaml

KINDS = Path(__file__).parent / "kinds.yaml"
# Verbs are spelt out by the pack's morphology, so their columns are its own.
VERB_TABLES = ("verbs.tsv", "status-verbs.tsv", "event-verbs.tsv")
NEEDED = ("code", "name", "english_name", "script", "direction", "version", "licence", "sources", "tables")
INFLECTIONS = ("noun", "adjective", "masculine", "verb")

_PRESENTATION = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing to mend: the file, the line where there is one, the rule that was broken and what to do."""

    file: str
    line: int | None
    rule: str
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table that is neither empty nor a comment."""

    file: str
    line: int
    block: int
    columns: tuple[str, ...]


@cache
def known_kinds() -> Mapping[str, str]:
    """The declared classes with their descriptions."""
    return {str(kind): str(meaning) for kind, meaning in read_yaml(KINDS).items()}


def check_pack(folder: Path, kinds: Mapping[str, str] | None = None) -> list[Problem]:
    """All problems of the pack in a folder, in order of file and line; none where it is sound.

    `kinds` are the classes that its entries may have, by default the declared ones.
    """
    allowed = known_kinds() if kinds is None else kinds
    problems = list(_check_characters(folder))
    manifest, faults = _read_manifest(folder)
    problems.extend(faults)
    if manifest is not None:
        problems.extend(_check_manifest(folder, manifest))
    seen: dict[tuple[str, ...], Row] = {}
    for table in sorted((folder / "words").glob("*.tsv")):
        rows = read_blocks(table)
        problems.extend(_check_order(rows))
        if table.name in VERB_TABLES:
            problems.extend(_check_repeated_verbs(rows))
        else:
            for row in rows:
                problems.extend(_check_row(row, allowed, seen))
    return sorted(problems, key=lambda problem: (problem.file, problem.line or 0, problem.rule))


def sort_key(columns: Sequence[str], table: str) -> tuple[str, float, str, str]:
    """The order within a block: by kind, value and form, numbers by size; in the verb table by form."""
    form, kind, value = (*columns, "", "")[:3]
    if table in VERB_TABLES:
        return ("", 0, "", form)
    size = float(value) if _NUMBER.fullmatch(value) else 0
    return (kind, size, value if size == 0 else "", form)


def read_blocks(table: Path) -> list[Row]:
    """The rows of a table; a comment or an empty line begins a new block, and only within a block rows are in order."""
    rows = []
    block = 0
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            block += 1
        else:
            columns = tuple(column.strip() for column in line.split("\t"))
            rows.append(Row(f"words/{table.name}", number, block, columns))
    return rows


def _check_characters(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".tsv", ".yaml", ".txt") or not path.is_file():
            continue
        file = path.relative_to(folder).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not unicodedata.is_normalized("NFC", line):
                yield Problem(
                    file=file, line=number, rule="nfc", message="not in Unicode normal form C; save it as NFC"
                )
            if found := _PRESENTATION.search(line):
                code = f"U+{ord(found.group()):04X}"
                message = f"presentation form {code}; write the plain letters"
                yield Problem(file=file, line=number, rule="presentation-form", message=message)
            if found := _INVISIBLE.search(line):
                message = f"invisible character U+{ord(found.group()):04X}; delete it"
                yield Problem(file=file, line=number, rule="invisible-mark", message=message)


def _read_manifest(folder: Path) -> tuple[dict[str, Any] | None, list[Problem]]:
    try:
        return read_yaml(folder / "manifest.yaml"), []
    except FileNotFoundError:
        message = "missing; every pack has one"
    except (ValueError, yaml.YAMLError) as error:
        message = f"cannot be read: {error}"
    return None, [Problem(file="manifest.yaml", line=None, rule="manifest", message=message)]


def _check_manifest(folder: Path, manifest: Mapping[str, Any]) -> Iterator[Problem]:
    def problem(rule: str, message: str) -> Problem:
        return Problem(file="manifest.yaml", line=None, rule=rule, message=message)

    for name in NEEDED:
        if name not in manifest or manifest[name] in (None, ""):
            yield problem("manifest", f"{name!r} is missing")
    if manifest.get("code", folder.name) != folder.name:
        yield problem("manifest", f"code is {manifest['code']!r} but the folder is called {folder.name!r}")
    if manifest.get("direction", "ltr") not in ("ltr", "rtl"):
        yield problem("manifest", "direction is either 'ltr' or 'rtl'")
    tables = list(manifest.get("tables") or ())
    if tables != sorted(set(tables)):
        yield problem("unsorted", "tables are not sorted, or one is named twice")
    present = {path.name for path in (folder / "words").glob("*.tsv")}
    for table in sorted(set(tables) - present):
        yield problem("missing-table", f"names words/{table}, which does not exist")
    for table in sorted(present - set(tables) - set(VERB_TABLES)):
        yield problem("missing-table", f"does not name words/{table}, so nobody reads it")


def _check_row(row: Row, kinds: Mapping[str, str], seen: dict[tuple[str, ...], Row]) -> Iterator[Problem]:
    def problem(rule: str, message: str) -> Problem:
        return Problem(file=row.file, line=row.line, rule=rule, message=message)

    if not 2 <= len(row.columns) <= 4 or not row.columns[0] or not row.columns[1]:
        yield problem(
            "columns", "a line is: form, kind, value, features, separated by tabs; the last two may be left out"
        )
        return
    form, kind, value, features = (*row.columns, "", "")[:4]
    if kind not in kinds:
        yield problem("unknown-kind", f"kind {kind!r} is not declared in kinds.yaml")
    if form.count("(") != form.count(")"):
        yield problem("columns", f"form {form!r} has an unbalanced bracket")
    parsed = read_features(features)
    if parsed.get("inflect", "noun") not in INFLECTIONS:
        yield problem("columns", f"inflect is one of {', '.join(INFLECTIONS)}, not {parsed['inflect']!r}")
    # Alternatives of two rows may overlap; a row that adds nothing is one too many.
    earlier = [seen.setdefault((spelling, kind, value or spelling, features), row) for spelling in alternatives(form)]
    if all(other is not row for other in earlier):
        other = earlier[0]
        place = f"line {other.line}" if other.file == row.file else f"{other.file}:{other.line}"
        yield problem("duplicate", f"{form!r} as {kind} stands already in {place}")


def _check_repeated_verbs(rows: Sequence[Row]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        # a verb may tell several events or standings; what is reported with it stands once
        earlier = seen.setdefault(row.columns[:2] if row.file.endswith("/verbs.tsv") else row.columns, row)
        if earlier is not row:
            message = f"{row.columns[0]!r} stands already in line {earlier.line}"
            yield Problem(file=row.file, line=row.line, rule="duplicate", message=message)


def _check_order(rows: Sequence[Row]) -> Iterator[Problem]:
    """The first row out of order of each block: one is enough to know that the block needs sorting."""
    told = set()
    for before, row in zip(rows, rows[1:], strict=False):
        if before.block != row.block or row.block in told:
            continue
        if sort_key(row.columns, Path(row.file).name) < sort_key(before.columns, Path(row.file).name):
            told.add(row.block)
            message = f"{row.columns[0]!r} stands after {before.columns[0]!r}; run scripts/sort_tables.py"
            yield Problem(file=row.file, line=row.line, rule="unsorted", message=message)


def main(folders: Sequence[str]) -> int:
    """Exit status: 0 where all packs are sound; problems go to standard output, one on a line."""
    found = [(folder, problem) for folder in folders for problem in check_pack(Path(folder))]
    sys.stdout.writelines(f"{folder}/{problem}\n" for folder, problem in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
