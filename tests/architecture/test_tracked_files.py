"""What is committed works anywhere: no addresses of registries, no paths of somebody's machine, no foreign articles."""

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

# Put together from parts, so that this file does not hold what it forbids.
_HOSTS = (
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js",
    "deb." + "debian",
    "--index" + "-url",
    "--extra" + "-index",
)
_PATHS = tuple(f"/{top}/" for top in ("work", "root", "home", "tmp"))
FORBIDDEN = re.compile("|".join([*map(re.escape, _HOSTS), *(rf"(?<![\w.~}}]){re.escape(path)}" for path in _PATHS)]))
TEXT = {"", ".py", ".md", ".txt", ".tsv", ".csv", ".yaml", ".yml", ".toml", ".html", ".css", ".js", ".json"}
# What uv calls its options is no address.
ALLOWED = {"scripts/lock_requirements.py": "--no-emit-index-url"}


def tracked(root: Path) -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True)
    if listing.returncode:
        pytest.skip("not a git repository")
    return [root / name for name in listing.stdout.split("\0") if name]


def test_no_address_or_machine_path_is_committed(root: Path) -> None:
    found = []
    for path in tracked(root):
        if path.suffix not in TEXT or not path.is_file():
            continue
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if FORBIDDEN.search(line.replace(ALLOWED.get(name, "\0"), "")):
                found.append(f"{name}:{number}: {line.strip()[:80]}")
    assert found == []


def test_no_file_is_larger_than_a_reviewer_can_bear(root: Path) -> None:
    large = [path.name for path in tracked(root) if path.is_file() and path.stat().st_size > 5_000_000]
    assert large == []


def test_examples_are_plain_text(root: Path) -> None:
    for path in (root / "examples").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert text.endswith("\n"), path.name
