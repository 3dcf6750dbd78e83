"""What the documents say is true: examples run, options are described, links lead somewhere."""

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"), *ROOT.glob("examples/*.md")]
)
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def help_of(*arguments: str) -> str:
    """What the command prints when asked for help."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        main([*arguments, "--help"])
    return out.getvalue()


def commands() -> list[str]:
    """The subcommands that the help names."""
    found = re.search(r"\{([a-z,-]+)\}", help_of())
    return found.group(1).split(",") if found else []


def documents() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)


def test_command_has_the_promised_parts() -> None:
    assert {"read", "explain"} <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_every_command_and_option_is_documented(command: str) -> None:
    text = documents()
    options = set(_OPTION.findall(help_of(command))) - {"--help"}
    assert f"dragoman {command}" in text
    assert sorted(option for option in options if option not in text) == []


def readme_commands() -> Iterator[str]:
    """Example commands in the readme that need nothing but this repository."""
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("    dragoman ") and "examples/" in line and "|" not in line and "*" not in line:
            yield line.strip().split("  #")[0]


@pytest.mark.parametrize("line", list(readme_commands()))
def test_commands_of_the_readme_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    assert main(shlex.split(line)[1:]) == 0


def test_python_of_the_readme_runs(examples: dict[str, tuple[str, date]]) -> None:
    blocks = _PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(block, "README.md", "exec"), {"text": examples["vienna.ar.txt"][0]})


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files(path: Path) -> None:
    targets = [target for target in _LINK.findall(path.read_text(encoding="utf-8")) if "://" not in target]
    assert [target for target in targets if not (path.parent / target).exists()] == []
