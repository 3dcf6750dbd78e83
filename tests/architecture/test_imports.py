"""A room uses the rooms below it, never those above, and neighbours do not know each other."""

import ast
from collections.abc import Iterator

import pytest
from sources import PACKAGE, Source, package_sources

# From top to bottom; the rooms of one line are neighbours. A new folder must be written in here first.
FLOORS = (
    ("cli",),
    ("api",),
    ("workflows",),
    ("reading", "merging", "store", "export"),
    ("languages", "registry"),
    ("model",),
    ("text",),
    ("errors",),
)
HEIGHT = {room: len(FLOORS) - number for number, floor in enumerate(FLOORS) for room in floor}
# Files beside the rooms that are doors themselves.
DOORS = {"dragoman": "api", "dragoman.__main__": "cli"}


def room_of(module: str) -> str:
    """The room that a module stands in."""
    return DOORS.get(module) or module.split(".")[1]


def imported_modules(source: Source) -> Iterator[str]:
    """Names of the package's modules that a file imports, wherever in the file."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "dragoman")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source.path}:{node.lineno}: import by full name"
            if node.module == "dragoman":
                yield from (f"dragoman.{alias.name}" if alias.name in HEIGHT else "dragoman" for alias in node.names)
            elif node.module and node.module.startswith("dragoman."):
                yield node.module


def may_import(importer: str, imported: str) -> bool:
    """True for the same room and for one on a lower floor."""
    return importer == imported or HEIGHT[imported] < HEIGHT[importer]


@pytest.mark.parametrize("source", package_sources(), ids=lambda source: source.path)
def test_file_imports_only_downwards(source: Source) -> None:
    room = room_of(source.module)
    wrong = [name for name in imported_modules(source) if not may_import(room, room_of(name))]
    assert wrong == [], f"{room} may not use {wrong}"


def test_every_folder_is_a_known_room() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    files = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert sorted((folders | files) - set(HEIGHT)) == []


def test_neighbours_may_not_import_each_other() -> None:
    assert not may_import("reading", "export")
    assert not may_import("merging", "store")
    assert not may_import("registry", "languages")
    assert not may_import("text", "model")
    assert may_import("workflows", "export")
