"""Articles as they come in: a file or standard input, read whole, decoded and never altered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError, TextTooLongError
from dragoman.text.decoding import decode
from dragoman.workflows.admission import LONGEST_TEXT

STANDARD_INPUT = "-"
# No encoding that we read takes more bytes for a character.
_LONGEST_FILE = 4 * LONGEST_TEXT + 4


@dataclass(frozen=True, kw_only=True)
class Intake:
    """A text, the name of the file that it came from, and the encoding of that file."""

    name: str
    text: str
    encoding: str


def take_in(name: str, standard_input: BinaryIO | None = None) -> Intake:
    """The text of a file, or of standard input for `-`.

    Raises InputError where there is no such file, or it cannot be read as text.
    """
    if name == STANDARD_INPUT and standard_input is not None:
        data = standard_input.read(_LONGEST_FILE + 1)
    else:
        data = _read_file(Path(name))
    if len(data) > _LONGEST_FILE:
        raise TextTooLongError(
            f"this is longer than the {LONGEST_TEXT:,} characters that one document may have; "
            "split it into its articles and read them one by one"
        )
    decoded = decode(data)
    return Intake(name=name, text=decoded.text, encoding=decoded.encoding)


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST_FILE + 1)
    except FileNotFoundError as failure:
        raise InputError(f"there is no such file{_nearest(path)}") from failure
    except IsADirectoryError as failure:
        raise InputError(f"this is a folder; name the files in it, for example {path}/*.txt") from failure
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
        raise InputError(f"the file cannot be read ({reason}); check its name and your rights to it") from failure


def _nearest(path: Path) -> str:
    """Words that offer the file of the nearest name in the same folder, if there is one."""
    import difflib  # only a wrong name pays for loading it

    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f": there is no folder {path.parent}"
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"; did you mean {path.parent / near[0]}?" if near else ""
