"""From a place to a ledger: a path, `:memory:`, or the address of a PostgreSQL database."""

from __future__ import annotations

from dragoman.store.database import Database
from dragoman.store.migrations import check_version, migrate
from dragoman.store.postgresql import PostgreSQL
from dragoman.store.sqlite import SQLite
from dragoman.store.writer import Ledger

_SERVERS = ("postgresql://", "postgres://")


def open_ledger(location: str, *, create: bool = False) -> Ledger:
    """The ledger at a place; with `create` it is begun, or brought up to date, where need be."""
    database = connect(location, create=create)
    try:
        if create:
            migrate(database)
        else:
            check_version(database)
    except BaseException:
        database.close()
        raise
    return Ledger(database)


def connect(location: str, *, create: bool = False) -> Database:
    """A connection to the database behind a place, whatever tables it has."""
    if location.startswith(_SERVERS):
        return PostgreSQL(location, create=create)
    return SQLite(location.removeprefix("sqlite:///"), create=create)
