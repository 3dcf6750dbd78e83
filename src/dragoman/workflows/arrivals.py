"""Articles on their way into a ledger: files, and what is known of each from outside its text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from dragoman.errors import InputError
from dragoman.model.ledger import Arrival
from dragoman.workflows.admission import parse_published
from dragoman.workflows.intake import take_in

FIELDS = ("published", "publisher", "url", "language")


def read_about(path: str) -> dict[str, dict[str, str]]:
    """What a YAML or JSON file tells of articles: under each file name a day, or fields such as `publisher`."""
    try:
        told = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError as failure:
        raise InputError(f"--about {path}: there is no such file") from failure
    except (OSError, ValueError, yaml.YAMLError) as failure:
        raise InputError(f"--about {path}: this cannot be read as YAML or JSON ({failure})") from failure
    if not isinstance(told, Mapping):
        raise InputError(f"--about {path}: name each article's file, followed by its day or its fields")
    return {str(name): _fields(f"--about {path}: {name}", held) for name, held in told.items()}


def _fields(where: str, held: Any) -> dict[str, str]:
    if isinstance(held, date | str):
        held = {"published": held}
    if not isinstance(held, Mapping):
        raise InputError(f"{where}: give a day, or fields: {', '.join(FIELDS)}")
    fields = {str(key): str(value) for key, value in held.items() if value is not None and key in FIELDS}
    if "published" in fields:
        day = parse_published(fields["published"])
        fields["published"] = day.isoformat() if day else ""
    return fields


def arrivals_from(
    name: str, known: Mapping[str, str], about: Mapping[str, Mapping[str, str]], standard_input: BinaryIO | None = None
) -> Iterator[Arrival]:
    """The articles of a file: one of plain text, or one on each line of a .jsonl file.

    known: what the user says of all files; about: what a list says of each, by path or name of the file.
    """
    fields = {**known, **about.get(Path(name).name, {}), **about.get(name, {})}
    text = take_in(name, standard_input).text
    if Path(name).suffix.lower() == ".jsonl":
        yield from _lines(name, text, fields)
    else:
        yield Arrival(text=text, name=name, **fields)


def _lines(name: str, text: str, fields: Mapping[str, str]) -> Iterator[Arrival]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            article = told["text"]
        except (ValueError, KeyError, TypeError) as failure:
            raise InputError(f"line {number}: this is no JSON object with a field “text” ({failure})") from failure
        yield Arrival(text=str(article), name=f"{name}:{number}", **{**fields, **_fields(f"line {number}", told)})
