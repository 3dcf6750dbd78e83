"""Where results go: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.export.table import Sheet

STANDARD_OUTPUT = "-"


class Output:
    """Takes text as UTF-8; use it in a `with` block. A file with nothing written to it is not made."""

    def __init__(self, name: str | None) -> None:
        """Write to the file of this name, or to standard output for None and `-`."""
        self._path = None if name in (None, STANDARD_OUTPUT) else Path(str(name))
        self._partial: BinaryIO | None = None
        if self._path is not None:
            check_folder(self._path)

    def write(self, text: str) -> None:
        """Write the text, on standard output at once."""
        data = text.encode("utf-8", "backslashreplace")
        if self._path is None:
            _write_standard(data)
            return
        if self._partial is None:
            self._partial = self._partial_path().open("wb")
        self._partial.write(data)

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._partial is None or self._path is None:
            return
        self._partial.close()
        if kind is None:
            os.replace(self._partial_path(), self._path)
        else:
            self._partial_path().unlink(missing_ok=True)

    def _partial_path(self) -> Path:
        assert self._path is not None
        return self._path.with_name(f".{self._path.name}.part")


def _write_standard(data: bytes) -> None:
    """Write bytes to standard output, whatever encoding it is set to; a stand-in without bytes gets the text."""
    sys.stdout.flush()
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        raw.write(data)
        raw.flush()


def check_folder(path: Path) -> None:
    """Nothing, if a file can stand at this path; raises InputError with advice if not."""
    if path.is_dir():
        raise InputError(f"-o {path}: this is a folder; name a file in it")
    if not path.parent.is_dir():
        raise InputError(f"-o {path}: there is no folder {path.parent}; make it first, or write elsewhere")


def sheet_for(output: str | None) -> Sheet:
    """The width of the terminal, 80 columns where there is none, and colours only for somebody who watches."""
    watched = output in (None, STANDARD_OUTPUT) and sys.stdout.isatty()
    colour = watched and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Sheet(width=max(40, shutil.get_terminal_size((80, 24)).columns), colour=colour)


def is_watched(output: str | None) -> bool:
    """True where the results go to a terminal."""
    return output in (None, STANDARD_OUTPUT) and sys.stdout.isatty()
