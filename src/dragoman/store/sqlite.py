"""SQLite: one file, nothing to set up; `:memory:` lives as long as the program."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import (
    LedgerAccessError,
    LedgerBusyError,
    LedgerDamagedError,
    LedgerError,
    LedgerFullError,
    LedgerMissingError,
)
from dragoman.store.database import Row

MEMORY = ":memory:"
_PATIENCE = 60.0
_CACHE_KIB = 64_000


class SQLite:
    """A connection to a file, or to memory."""

    def __init__(self, location: str, *, create: bool = False) -> None:
        """Open the file; where there is none it is made only on demand."""
        self.location = location
        self._inside = False
        if location != MEMORY and not create and not Path(location).exists():
            raise LedgerMissingError(
                f"there is no ledger at {location}; begin one: dragoman add FILE… --ledger {location}"
            )
        with self._explained():
            self._connection = self._connect()

    def _connect(self) -> sqlite3.Connection:
        if self.location == MEMORY:
            return self._prepare(sqlite3.connect(MEMORY, isolation_level=None), writable=False)
        path = Path(self.location)
        if not path.parent.is_dir():
            raise LedgerAccessError(
                f"there is no folder {path.parent} for a ledger; make it first, or name another place"
            )
        if path.is_dir():
            raise LedgerAccessError(f"{path} is a folder; name a file in it, such as {path / 'dragoman.db'}")
        if path.exists() and not os.access(path, os.W_OK):
            return self._prepare(self._open("mode=ro"), writable=False)
        return self._prepare(self._open("mode=rwc"), writable=True)

    def _open(self, mode: str) -> sqlite3.Connection:
        address = f"{Path(self.location).resolve().as_uri()}?{mode}"
        return sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)

    def _prepare(self, connection: sqlite3.Connection, *, writable: bool) -> sqlite3.Connection:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if not writable:
            try:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except sqlite3.OperationalError:
                # A log cannot be opened beside a file in a folder that is closed to us; the file itself is whole.
                connection = self._open("mode=ro&immutable=1")
            return connection
        # With a log beside the file, readers go on while somebody writes, and a killed writer leaves the old state.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self._explained():
            return self._connection.execute(sql, values).fetchall()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run one statement."""
        with self._explained():
            self._connection.execute(sql, values)

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of values."""
        with self._explained():
            self._connection.executemany(sql, values)

    def sharing(self, kind: str, hashes: Sequence[int], seasons: Sequence[int] | None, most: int) -> list[Row]:
        """Hashes with documents filed under them; a query for each costs less here than one that is planned."""
        if seasons is None:
            told = self.rows("SELECT DISTINCT season FROM fingerprints WHERE kind = ?", (kind,))
            seasons = [season for (season,) in told]
        query = "SELECT hash, document FROM fingerprints WHERE kind = ? AND season = ? AND hash = ? ORDER BY document LIMIT ?"
        found: list[Row] = []
        for season in seasons:
            if not self.rows("SELECT 1 FROM fingerprints WHERE kind = ? AND season = ? LIMIT 1", (kind, season)):
                continue
            with self._explained():
                for value in hashes:
                    found.extend(self._connection.execute(query, (kind, season, value, most)))
        return found

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; while it lasts nobody else writes."""
        if self._inside:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        self._inside = True
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._inside = False

    def tables(self) -> set[str]:
        """Names of the tables that are there."""
        return {name for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def types(self) -> dict[str, str]:
        """SQLite's names of types."""
        return {"bytes": "BLOB", "key": "INTEGER PRIMARY KEY", "number": "INTEGER", "packed": " WITHOUT ROWID"}

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn the database's failures into ours, which say what to do."""
        try:
            yield
        except sqlite3.Error as failure:
            raise _explain(failure, self.location) from failure


def _explain(failure: sqlite3.Error, location: str) -> LedgerError:
    told = str(failure).lower()
    if "locked" in told or "busy" in told:
        return LedgerBusyError(
            f"{location}: somebody else has been writing for more than {_PATIENCE:.0f} seconds; try again when they are done"
        )
    if "full" in told:
        return LedgerFullError(
            f"{location}: there is no room left on this disk; nothing of the last step was written. Make room and run it again"
        )
    if "readonly" in told or "read-only" in told or "unable to open" in told:
        return LedgerAccessError(
            f"{location}: the ledger may be read, not written, from here; check your rights to the file and its folder"
        )
    if "not a database" in told or "malformed" in told or "corrupt" in told:
        return LedgerDamagedError(
            f"{location}: this is no ledger, or it is damaged ({failure}); nothing was changed. "
            "Take a copy from your backup, or add the articles to a new one"
        )
    if "i/o error" in told:
        return LedgerFullError(
            f"{location}: the disk failed ({failure}); nothing of the last step was written. Check disk and room"
        )
    return LedgerDamagedError(f"{location}: the ledger does not answer as it should ({failure}); nothing was changed")
