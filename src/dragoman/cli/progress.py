"""A progress bar on standard error for long work, shown only to somebody who watches."""

from __future__ import annotations

import shutil
from typing import TextIO

from dragoman.text.direction import show


class Progress:
    """A bar over a number of files; messages written through it stand above the bar."""

    def __init__(self, stream: TextIO, total: int) -> None:
        """A bar on `stream`; it stays silent where the stream is no terminal."""
        self._stream = stream
        self._total = total
        self._watched = stream.isatty()
        self._drawn = False

    def begin(self, number: int, name: str, note: str = "") -> None:
        """Show that the file with this number, from 0, is being read."""
        if not self._watched:
            return
        width = shutil.get_terminal_size((80, 24)).columns
        room = max(8, min(30, width - 40))
        full = room * number // max(1, self._total)
        text = f"[{'█' * full}{'·' * (room - full)}] {number}/{self._total} {show(name)} {note}".rstrip()
        self._stream.write(f"\r\x1b[2K{text[: width - 1]}")
        self._stream.flush()
        self._drawn = True

    def clear(self) -> None:
        """Take the bar away, so that other words can be written."""
        if self._drawn:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
            self._drawn = False

    def say(self, message: str) -> None:
        """Write a line to whoever watches or keeps the log."""
        self.clear()
        self._stream.write(f"dragoman: {show(message)}\n")
        self._stream.flush()
