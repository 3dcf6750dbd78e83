"""Rows of the built tables that ship with this package."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

# A plain path: importlib.resources alone would cost more time than reading all the tables.
_DATA = Path(__file__).parent / "data"


@cache
def _read_lines(table: str) -> tuple[str, ...]:
    path = _DATA / table
    if not path.is_file():
        return ()
    return tuple(path.read_text(encoding="utf-8").split("\n")[1:])


def read_rows(table: str, holding: str = "") -> Iterator[list[str]]:
    """The rows of a table in file order, without its header; none where the table has not been built.

    With `holding`, only the lines with that text: a column of its own between tabs, so that a language's rows are
    found without splitting the others. The tables hold no quoting: the build refuses tabs and line breaks inside a
    value, so a plain split is exact.
    """
    for line in _read_lines(table):
        if line and holding in line:
            yield line.split("\t")
