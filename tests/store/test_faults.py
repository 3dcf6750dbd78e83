"""What happens to a ledger when something goes wrong: a clear message, and the old state intact."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sqlite3
import time
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import (
    LedgerAccessError,
    LedgerDamagedError,
    LedgerFullError,
    LedgerMissingError,
    LedgerVersionError,
    MissingExtraError,
)
from dragoman.export.merged import to_merged_json
from dragoman.model.ledger import Arrival
from dragoman.model.record import Record
from dragoman.store import Ledger, open_ledger
from dragoman.store.sqlite import SQLite
from dragoman.workflows.adding import add_record
from dragoman.workflows.merging import merged_record
from dragoman.workflows.reading import read_text

# A hundred in a long run: DRAGOMAN_KILLS=100.
KILLS = int(os.environ.get("DRAGOMAN_KILLS", "12"))
Readings = list[tuple[Record, Arrival]]


@pytest.fixture(scope="module")
def readings(examples: dict[str, tuple[str, date]]) -> Readings:
    """Paragraphs of the bundled articles as documents of their own, read once."""
    made: Readings = []
    for name, (text, day) in sorted(examples.items()):
        for number, paragraph in enumerate(text.split("\n")):
            if len(paragraph) > 120:
                arrival = Arrival(text=paragraph, name=f"{name}/{number}", published=day.isoformat(), language="ar")
                made.append((read_text(paragraph, published=day, language="ar").record, arrival))
    return made


def fill(place: str, readings: Readings) -> None:
    ledger = open_ledger(place, create=True)
    for record, arrival in readings:
        add_record(ledger, record, arrival)
    ledger.close()


def shown(place: str) -> str:
    ledger = open_ledger(place)
    text = to_merged_json(merged_record(ledger))
    ledger.close()
    return text


def test_killed_run_that_is_run_again_gives_the_undisturbed_ledger(readings: Readings, tmp_path: Path) -> None:
    whole = str(tmp_path / "whole.db")
    begun = time.monotonic()
    fill(whole, readings)
    lasted, expected = time.monotonic() - begun, shown(whole)
    chance, context = random.Random(4), multiprocessing.get_context("fork")
    for number in range(KILLS):
        place = str(tmp_path / f"{number}.db")
        worker = context.Process(target=fill, args=(place, readings))
        worker.start()
        time.sleep(chance.uniform(0, lasted))
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        worker.join()
        fill(place, readings)
        assert shown(place) == expected


def test_two_writers_at_once_give_the_same_ledger(readings: Readings, tmp_path: Path) -> None:
    whole, shared = str(tmp_path / "whole.db"), str(tmp_path / "shared.db")
    fill(whole, readings)
    context = multiprocessing.get_context("fork")
    orders = (readings, list(reversed(readings)), readings[10:] + readings[:10])
    workers = [context.Process(target=fill, args=(shared, order)) for order in orders]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert shown(shared) == shown(whole)


def test_full_disk_is_told_and_the_old_state_stays(readings: Readings, tmp_path: Path) -> None:
    place = str(tmp_path / "ledger.db")
    fill(place, readings[:3])
    before = shown(place)
    database = SQLite(place)
    (pages,) = database.rows("PRAGMA page_count")[0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    ledger = Ledger(database)
    with pytest.raises(LedgerFullError, match="no room left"):
        for record, arrival in readings[3:]:
            add_record(ledger, record, arrival)
    ledger.close()
    # Documents that were written before the disk was full are whole; running it again adds the rest.
    assert len(shown(place)) >= len(before)
    fill(place, readings)
    fill(str(tmp_path / "whole.db"), readings)
    assert shown(place) == shown(str(tmp_path / "whole.db"))


def test_ledger_that_may_only_be_read_is_read_and_not_written(
    readings: Readings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "ledger.db")
    fill(place, readings[:3])
    before = shown(place)
    # Whoever runs the tests as root may write everywhere; what the program asks is answered as for others.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert shown(place) == before
    ledger = open_ledger(place, create=True)
    with pytest.raises(LedgerAccessError, match="read, not written"):
        add_record(ledger, *readings[4])
    ledger.close()
    assert shown(place) == before


def test_newer_ledger_is_refused_and_not_touched(readings: Readings, tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    fill(str(place), readings[:2])
    with sqlite3.connect(place) as connection:
        connection.execute("INSERT INTO steps VALUES (99, 'from the future')")
    connection.close()
    before = place.read_bytes()
    for create in (False, True):
        with pytest.raises(LedgerVersionError, match="newer version.*Upgrade"):
            open_ledger(str(place), create=create)
    assert place.read_bytes() == before


def test_file_that_is_no_ledger_is_refused_and_not_touched(tmp_path: Path) -> None:
    place = tmp_path / "letter.db"
    place.write_text("Dear reader, this is a letter and no database." * 40, encoding="utf-8")
    before = place.read_bytes()
    for create in (False, True):
        with pytest.raises(LedgerDamagedError, match="no ledger, or it is damaged"):
            open_ledger(str(place), create=create)
    assert place.read_bytes() == before


def test_other_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE documents (title TEXT)")
    connection.close()
    with pytest.raises(LedgerDamagedError, match="no ledger"):
        open_ledger(str(place))
    with pytest.raises(LedgerDamagedError, match="called like ours"):
        open_ledger(str(place), create=True)
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("documents",)]
    connection.close()


def test_damaged_file_is_told(readings: Readings, tmp_path: Path) -> None:
    place = tmp_path / "ledger.db"
    fill(str(place), readings)
    data = bytearray(place.read_bytes())
    data[8192:40960] = b"\xa5" * (40960 - 8192)
    place.write_bytes(data)
    with pytest.raises(LedgerDamagedError, match="damaged|does not answer"):
        shown(str(place))


def test_missing_ledger_says_how_to_begin_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissingError, match="dragoman add FILE"):
        open_ledger(str(tmp_path / "none.db"))
    with pytest.raises(LedgerAccessError, match="no folder"):
        open_ledger(str(tmp_path / "nowhere" / "none.db"), create=True)
    with pytest.raises(LedgerAccessError, match="is a folder"):
        open_ledger(str(tmp_path), create=True)


def test_missing_driver_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'dragoman\[postgresql\]'"):
        open_ledger("postgresql://nobody@127.0.0.1/none")


def test_server_that_is_not_there_is_told_without_the_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerAccessError) as failure:
        open_ledger("postgresql://ada:secret@127.0.0.1:1/none")
    assert "ada@127.0.0.1:1/none" in str(failure.value)
    assert "secret" not in str(failure.value)
