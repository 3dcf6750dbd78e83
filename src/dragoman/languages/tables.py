"""Reads what a language folder holds.

Tables are tab-separated: form, kind, value, features (`name=value;…`); lines that begin with # are comments. In a form,
`(a|b)` stands for either and `(a|)` for a or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import PackError
from dragoman.languages.lexicon import Entry

_CHOICE = re.compile(r"\(([^()]*)\)")


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(loaded, dict):
        raise PackError(f"{path.name}: a mapping was expected")
    return loaded


def read_table(path: Path) -> Iterator[Entry]:
    """The entries of a table, alternatives spelt out."""
    for number, columns in read_rows(path):
        if len(columns) < 2 or not columns[0] or not columns[1]:
            raise PackError(f"{path.name}, line {number}: form and kind are needed, separated by a tab")
        form, kind, value, features = (*columns, "", "", "")[:4]
        parsed = read_features(features)
        for spelling in alternatives(form):
            yield Entry(kind, spelling, value or spelling, parsed)


def read_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and stripped columns of each line that is neither empty nor a comment."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [column.strip() for column in line.split("\t")]


def read_features(text: str) -> dict[str, str]:
    """The features `name=value;flag` as a mapping; a flag has the value `1`."""
    features = {}
    for item in filter(None, (part.strip() for part in text.split(";"))):
        name, _, value = item.partition("=")
        features[name] = value or "1"
    return features


def alternatives(form: str) -> list[str]:
    """Every spelling that a form with `(a|b)` stands for."""
    found = _CHOICE.search(form)
    if found is None:
        return [" ".join(form.split())]
    spelt = []
    for option in found.group(1).split("|"):
        spelt.extend(alternatives(form[: found.start()] + option + form[found.end() :]))
    return spelt
