"""What a ledger asks of a database; the two databases that can do it have a file each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = tuple[Any, ...]


class Database(Protocol):
    """A connection. SQL is written with `?` for values and in what both databases understand."""

    location: str

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run one statement."""

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of values."""

    def sharing(self, kind: str, hashes: Sequence[int], seasons: Sequence[int] | None, most: int) -> list[Row]:
        """Hashes with the numbers of documents filed under them, at most `most` for one hash in one season."""

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; while it lasts nobody else writes."""

    def tables(self) -> set[str]:
        """Names of the tables that are there."""

    def types(self) -> dict[str, str]:
        """How this database calls a `{bytes}`, a `{key}` that numbers itself, and the like."""

    def close(self) -> None:
        """End the connection."""
