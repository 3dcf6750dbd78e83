"""The tables of a ledger, as small named steps; each is one transaction and is written down when done.

A step is never changed once it was released: what comes later is a step of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import LedgerDamagedError, LedgerMissingError, LedgerVersionError
from dragoman.store.database import Database


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a number, a name, and its statements."""

    number: int
    name: str
    statements: tuple[str, ...]


STEPS = (
    Step(
        1,
        "documents and their readings",
        (
            "CREATE TABLE documents (number {key}, id TEXT NOT NULL UNIQUE, text_hash TEXT NOT NULL, "
            "component {number} NOT NULL, published TEXT, body TEXT NOT NULL, text {bytes} NOT NULL)",
            "CREATE INDEX documents_by_text ON documents (text_hash)",
            "CREATE INDEX documents_by_component ON documents (component)",
            "CREATE TABLE readings (document {number} NOT NULL, number {number} NOT NULL, reader TEXT NOT NULL, "
            "made TEXT NOT NULL, record {bytes} NOT NULL, PRIMARY KEY (document, number))",
        ),
    ),
    Step(
        2,
        "what documents contribute",
        (
            "CREATE TABLE mentions (document {number} NOT NULL, place {number} NOT NULL, parties TEXT NOT NULL, "
            "body TEXT NOT NULL, PRIMARY KEY (document, place)){packed}",
            "CREATE INDEX mentions_by_parties ON mentions (parties)",
            "CREATE TABLE claims (document {number} NOT NULL, place {number} NOT NULL, issue TEXT NOT NULL, "
            "parties TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document, place)){packed}",
            "CREATE INDEX claims_by_issue ON claims (issue, parties)",
            "CREATE INDEX claims_by_parties ON claims (parties)",
            "CREATE TABLE appearances (document {number} NOT NULL, actor TEXT NOT NULL, body TEXT NOT NULL, "
            "PRIMARY KEY (document, actor)){packed}",
        ),
    ),
    Step(
        3,
        "copies",
        (
            # The season comes first: reports are filed and sought where others of their time lie, so that a document
            # added to many costs what it cost when there were few.
            "CREATE TABLE fingerprints (kind TEXT NOT NULL, season {number} NOT NULL, hash {number} NOT NULL, "
            "document {number} NOT NULL, PRIMARY KEY (kind, season, hash, document)){packed}",
            "CREATE TABLE profiles (document {number} PRIMARY KEY, body {bytes} NOT NULL)",
            "CREATE TABLE likenesses (first TEXT NOT NULL, second TEXT NOT NULL, component {number} NOT NULL, "
            "body TEXT NOT NULL, PRIMARY KEY (first, second)){packed}",
            "CREATE INDEX likenesses_by_component ON likenesses (component)",
        ),
    ),
    Step(
        4,
        "decisions",
        ("CREATE TABLE decisions (number {key}, made TEXT NOT NULL, body TEXT NOT NULL)",),
    ),
)
NEWEST = STEPS[-1].number


def migrate(database: Database) -> None:
    """Take all steps that were not taken yet; raises LedgerVersionError for a ledger newer than the program."""
    done = version_of(database)
    _refuse_newer(database, done)
    if done == NEWEST:
        return
    with database.transaction():
        types = database.types()
        database.run(
            "CREATE TABLE IF NOT EXISTS steps ({number} INTEGER PRIMARY KEY, name TEXT)".replace("{number}", "number")
        )
        done = version_of(database)
        if done == 0 and database.tables() & {"documents", "claims", "decisions"}:
            raise LedgerDamagedError(
                f"{database.location}: tables called like ours stand in this database; name another place for the ledger"
            )
        for step in STEPS[done:]:
            for statement in step.statements:
                database.run(statement.format(**types))
            database.run("INSERT INTO steps (number, name) VALUES (?, ?)", (step.number, step.name))


def version_of(database: Database) -> int:
    """The number of the last step taken; 0 where none was."""
    if "steps" not in database.tables():
        return 0
    return int(database.rows("SELECT coalesce(max(number), 0) FROM steps")[0][0])


def check_version(database: Database) -> None:
    """Nothing for a ledger of this version; an error that says what to do for all others."""
    done = version_of(database)
    _refuse_newer(database, done)
    if done == 0:
        tables = database.tables()
        if tables:
            raise LedgerDamagedError(
                f"{database.location}: this database is no ledger; name the right file with --ledger"
            )
        raise LedgerMissingError(f"{database.location}: this ledger is empty; begin it: dragoman add FILE…")
    if done < NEWEST:
        raise LedgerVersionError(
            f"{database.location}: this ledger was made by an older version; adding a document or rereading brings it up to date"
        )


def _refuse_newer(database: Database, done: int) -> None:
    if done > NEWEST:
        raise LedgerVersionError(
            f"{database.location}: this ledger was made by a newer version of Dragoman (its step {done}, ours {NEWEST}); "
            "nothing was changed. Upgrade: pip install --upgrade dragoman"
        )
