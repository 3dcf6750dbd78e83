"""Every kind of place for a ledger: memory, a file, and a PostgreSQL server of our own where one can be started."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.store import Ledger, open_ledger

Opener = Callable[[], Ledger]


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a server: the one in DRAGOMAN_TEST_POSTGRESQL, or one started for these tests on loopback."""
    pytest.importorskip("psycopg", reason="the driver is not installed")
    given = os.environ.get("DRAGOMAN_TEST_POSTGRESQL")
    if given:
        yield given
        return
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL on this machine")
    with tempfile.TemporaryDirectory(prefix="dragoman-pg-") as folder:
        yield from _serve(programs, Path(folder))


def find_programs() -> Path | None:
    """The folder of the server's programs, None where there is none."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)


def _serve(programs: Path, folder: Path) -> Iterator[str]:
    # The server refuses to run as root; Debian's packages bring a user for it.
    user = "postgres" if os.geteuid() == 0 else None
    data = folder / "data"
    data.mkdir(mode=0o700)
    if user:
        shutil.chown(folder, user)
        shutil.chown(data, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    initdb = [str(programs / "initdb"), "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"]
    made = subprocess.run(initdb, user=user, cwd=folder, capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no server could be set up: {made.stderr[-200:]}")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    start = [str(programs / "pg_ctl"), "-D", str(data), "-w", "-o", options, "-l", str(folder / "log"), "start"]
    subprocess.run(start, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"postgresql://tester@127.0.0.1:{port}/postgres"
    finally:
        stop = [str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
        subprocess.run(stop, user=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def fresh_database(server: str) -> str:
    """The address of an empty database on the server."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        count = connection.execute("SELECT count(*) FROM pg_database").fetchone()
        name = f"ledger_{(count or (0,))[0]}"
        connection.execute(f"CREATE DATABASE {name}")
    return server.rpartition("/")[0] + f"/{name}"


@pytest.fixture(params=("memory", "sqlite", "postgresql"))
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens an empty ledger of each kind; called again, the same ledger, in memory through the same connection."""
    opened: list[Ledger] = []
    if request.param == "postgresql":
        place = fresh_database(request.getfixturevalue("postgresql_server"))
    else:
        place = ":memory:" if request.param == "memory" else str(tmp_path / "ledger.db")

    def open_place() -> Ledger:
        if request.param == "memory" and opened:
            return opened[0]
        opened.append(open_ledger(place, create=True))
        return opened[-1]

    yield open_place
    for ledger in opened:
        ledger.close()
