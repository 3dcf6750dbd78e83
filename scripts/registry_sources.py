"""Reading and checking the CSV sources of the registry."""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

NAME_KINDS = {"name", "short", "acronym", "surname", "adjective", "inhabitant", "capital", "seat", "slip"}
LANGUAGES = ("ar", "en", "ru", "it")
OFFICES = {
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "defence-minister",
    "foreign-ministry-spokesperson",
    "government-spokesperson",
    "envoy",
    "ambassador",
    "chief-negotiator",
    "leader",
    "secretary-general",
    "other",
}

# Presentation forms, tatweel, vowel signs, and marks of direction or joining that nobody sees.
_FORBIDDEN = re.compile(
    "[\ufb50-\ufdff\ufe70-\ufeff\u0640\u064b-\u0652\u0670\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]"
)
_MIXED_SCRIPT = re.compile(r"[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z]")
_DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")

# Codes under which no country stands in the registry: a union, and a state that is registered as a group.
_CODES_WITHOUT_ACTOR = {"EU", "EH"}

Row = tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """One CSV source: its file name and its rows with their line numbers."""

    name: str
    rows: list[tuple[int, dict[str, str]]]


@dataclass
class Problems:
    """What is wrong in the sources, in words for the person who edits them."""

    found: list[str] = field(default_factory=list)

    def note(self, source: Source | str, line: int, what: str) -> None:
        """Add one problem, with the place where it stands."""
        name = source if isinstance(source, str) else source.name
        self.found.append(f"registry/{name}:{line}: {what}")


def find_character_fault(text: str) -> str | None:
    """What is wrong with the characters of a value, or None."""
    if unicodedata.normalize("NFC", text) != text:
        return "is not NFC"
    if found := _FORBIDDEN.search(text):
        return f"holds U+{ord(found.group()):04X}"
    if text != text.strip() or "  " in text or "\t" in text or "\n" in text:
        return "has stray white space"
    if _MIXED_SCRIPT.search(text):
        return "mixes Latin and Cyrillic in one word"
    return None


def read_source(path: Path, columns: Sequence[str], problems: Problems) -> Source:
    """The sound rows of a CSV source; an absent file is an empty source."""
    source = Source(path.name, [])
    if not path.is_file():
        return source
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if list(reader.fieldnames or []) != list(columns):
            problems.note(source, 1, f"the header must be {','.join(columns)}")
            return source
        previous = ""
        for row in reader:
            if None in row or None in row.values():
                problems.note(source, reader.line_num, "wrong number of columns")
                continue
            faults = [f"{value!r} {fault}" for value in row.values() if (fault := find_character_fault(value))]
            for fault in faults:
                problems.note(source, reader.line_num, fault)
            if row[columns[0]] < previous:
                problems.note(source, reader.line_num, f"{row[columns[0]]} is out of order; --tidy sorts")
            previous = row[columns[0]]
            if not faults:
                source.rows.append((reader.line_num, row))
    return source


def tidy_source(path: Path) -> None:
    """Sort a source in place by its first column, then the rest."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = list(csv.reader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([header, *sorted((row for row in rows if row), key=lambda row: (row[0], row))])


def split_forms(value: str) -> list[str]:
    """The variants of a cell, which stand between bars."""
    return [form.strip() for form in value.split("|") if form.strip()]


def add_item_names(source: Source, line: int, row: dict[str, str], names: list[Row], problems: Problems) -> None:
    """Add the `kind:form` items of a row's four language columns to the names."""
    seen = set()
    for language in LANGUAGES:
        for item in split_forms(row[language]):
            kind, _, form = item.partition(":")
            if kind not in NAME_KINDS or not form.strip():
                problems.note(source, line, f"{row['id']}: {item!r} is not kind:form with a known kind")
                continue
            key = (row["id"], language, kind, form.strip())
            if key in seen:
                problems.note(source, line, f"{row['id']}: {item!r} is listed twice in {language}")
                continue
            seen.add(key)
            names.append(key)


def check_posts(source: Source, actors: dict[str, Row], problems: Problems) -> set[Row]:
    """The sound posts: known person, known office, known country or organization, dates of known form."""
    posts: set[Row] = set()
    ids = [actor_id for actor_id in actors if actor_id.startswith(("org/", "group/"))]
    for line, row in source.rows:
        whole = row["of"]
        if whole not in actors and f"country/{whole}" not in actors and whole not in _CODES_WITHOUT_ACTOR:
            # Kept nonetheless: the post is true of the person, whatever the id of the body will be.
            nearest = get_close_matches(whole, ids, 1, 0.8) if "/" in whole else []
            hint = f"; is it {nearest[0]}?" if nearest else ""
            problems.note(source, line, f"unknown country or organization {whole!r}{hint}")
        faults = [
            (row["person_id"] not in actors, f"unknown person {row['person_id']}"),
            (row["office"] not in OFFICES, f"unknown office {row['office']!r}"),
            (not all(_DATE.fullmatch(row[end]) for end in ("from", "to")), "dates are YYYY, YYYY-MM or YYYY-MM-DD"),
            (bool(row["to"]) and row["to"] < row["from"][: len(row["to"])], "ends before it begins"),
        ]
        found = [what for wrong, what in faults if wrong]
        for what in found:
            problems.note(source, line, what)
        post = tuple(row[column] for column in ("person_id", "role", "office", "of", "from", "to"))
        if post in posts:
            problems.note(source, line, f"{row['person_id']}: the same post twice")
        if not found:
            posts.add(post)
    return posts


# A form that may belong to several actors: the reader decides by what stands beside it.
_SHARED = {"surname", "adjective", "inhabitant", "slip"}


def check_unique_names(names: list[Row], problems: Problems) -> None:
    """Note forms that claim to identify one actor but are given to two."""
    owners: dict[tuple[str, str], str] = {}
    for actor_id, language, kind, form in names:
        if kind in _SHARED:
            continue
        owner = owners.setdefault((language, form), actor_id)
        if owner != actor_id and kind in ("short", "acronym", "capital", "seat"):
            problems.note("names", 0, f"{language} {kind} {form!r} belongs to {owner} and to {actor_id}")
