"""The command line: what it prints where, and which exit code it gives."""

import io
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dragoman import __version__
from dragoman.cli.main import main

ARTICLE = (
    "وفدان يبحثان تبادل الأسرى في مسقط\n\n"
    "قال وزير الخارجية الروسي سيرغي لافروف يوم الخميس إن الوفدين اتفقا على تبادل الأسرى.\n"
)


ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


class Bytes(io.TextIOWrapper):
    """Standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def test_one_file_gives_exactly_one_object(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(article), "--published", "2026-01-16"]) == 0
    printed = capsys.readouterr()
    record = json.loads(printed.out)
    assert record["document"]["text"] == ARTICLE
    assert record["document"]["published"] == "2026-01-16"
    assert printed.err == ""


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Bytes(b"\xef\xbb\xbf" + ARTICLE.encode()))
    assert main(["read", "-", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["text"] == ARTICLE


def test_missing_date_is_hinted_at(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(article)]) == 0
    printed = capsys.readouterr()
    assert "--published" in printed.err
    assert [time["value"] for time in json.loads(printed.out)["times"]] == ["XXXX-WXX-4"]


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_several_files_give_one_object_a_line(article: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    other = article.with_name("other.txt")
    other.write_text(ARTICLE, encoding="utf-8")
    assert main(["read", str(article), str(other), "--format", name]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in lines] == [str(article), str(other)]


def test_bad_file_does_not_stop_the_others(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    binary, empty, persian = (article.with_name(name) for name in ("a.bin", "b.txt", "c.txt"))
    binary.write_bytes(bytes(range(256)) * 20)
    empty.write_bytes(b"")
    persian.write_text("وزیر خارجه ایران گفت که مذاکرات ادامه دارد", encoding="utf-8")
    missing = article.with_name("articel.txt")
    assert (
        main(["read", *map(str, (binary, empty, persian, missing, article.parent, article)), "--format", "jsonl"]) == 1
    )
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    for words in ("binary data", "is empty", "Persian (fa)", f"did you mean {article}?", "this is a folder"):
        assert words in printed.err


def test_fault_of_ours_in_one_article_does_not_stop_the_others(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.cli import read
    from dragoman.workflows.reading import read_text

    calls = []

    def fail_once(text: str, **options: str | None) -> object:
        calls.append(text)
        if len(calls) == 1:
            raise RuntimeError("out of order")
        return read_text(text, **options)

    monkeypatch.setattr(read, "read_text", fail_once)
    assert main(["read", str(article), str(article), "--format", "jsonl"]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert "internal error (RuntimeError: out of order)" in printed.err


@pytest.mark.parametrize(
    "options",
    [
        ["--published", "2025-02-30"],
        ["--published", "soon"],
        ["--language", "fa"],
        ["--language", "zz"],
        ["-o", "no/such/folder/x"],
    ],
)
def test_option_that_cannot_be_is_a_misuse(
    article: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["read", str(article), *options]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("dragoman: ")


@pytest.mark.parametrize(
    "arguments",
    [[], ["read"], ["wander"], ["read", "x", "--format", "xml"], ["explain", "x"], ["explain", "x", "--at", "y"]],
)
def test_command_that_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_output_file_is_written_whole_or_not_at_all(article: Path) -> None:
    target = article.with_name("record.json")
    assert main(["read", str(article), "-o", str(target)]) == 0
    assert json.loads(target.read_bytes())["document"]["text"] == ARTICLE
    failed = article.with_name("failed.json")
    assert main(["read", str(article.with_name("none")), "-o", str(failed)]) == 1
    assert not failed.exists()
    assert not list(article.parent.glob(".*.part"))


def test_place_that_cannot_be_written_is_reported(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = article.with_name("x" * 250 + ".json")
    assert main(["read", str(article), "-o", str(target)]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_article_is_never_written_over(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(article), "-o", str(article)]) == 2
    assert article.read_bytes() == ARTICLE.encode()


def test_page_is_chosen_by_the_name_of_the_output(article: Path) -> None:
    target = article.with_name("page.html")
    assert main(["read", str(article), "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_several_pages_go_to_a_folder(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = article.with_name("pages")
    assert main(["read", str(article), str(article), "--format", "html", "-o", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["article-2.html", "article.html"]
    assert main(["read", str(article), str(article), "--format", "html"]) == 2
    assert "-o FOLDER" in capsys.readouterr().err


def test_table_is_drawn(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(article), "--format", "table"]) == 0
    assert "Statements (1)" in capsys.readouterr().out


def test_other_encoding_is_read_and_mentioned(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.write_bytes(ARTICLE.encode("windows-1256"))
    assert main(["read", str(article)]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["document"]["text"] == ARTICLE
    assert "read as windows-1256" in printed.err


def test_explain_shows_rule_and_reason(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(article), "--text", "اتفقا", "--format", "table"]) == 0
    assert "rule " in capsys.readouterr().out
    assert main(["explain", str(article), "--at", "0", "--format", "table"]) == 0
    assert "headline" in capsys.readouterr().out


def test_explain_gives_json_when_nobody_watches(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(article), "--at", "40"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"place", "parts", "steps", "known", "reasons"}


def test_explain_refuses_a_place_outside(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(article), "--at", "100000"]) == 1
    assert "counted from 0" in capsys.readouterr().err


def test_languages_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["languages", "--format", "table"]) == 0
    assert "Arabic" in capsys.readouterr().out
    assert main(["languages"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["code"] == "ar"


@pytest.mark.parametrize("command", [[], ["read"], ["explain"], ["languages"]])
def test_help_has_real_examples(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert "dragoman " + (command[0] if command else "read") in capsys.readouterr().out.split("example")[1]


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"dragoman {__version__}\n"


def test_version_is_that_of_the_package(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


def test_help_loads_no_reader() -> None:
    script = (
        "import sys, dragoman.cli.main as door\n"
        "try: door.main(['--help'])\n"
        "except SystemExit: pass\n"
        "slow = {'yaml', 'dragoman.reading', 'dragoman.languages', 'dragoman.export'} & set(sys.modules)\n"
        "sys.exit(str(slow) if slow else 0)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert ended.returncode == 0, ended.stderr


def test_reader_that_closes_early_is_no_error(article: Path) -> None:
    command = ["read", *[str(article)] * 50, "--format", "jsonl", "--published", "2026-01-16"]
    with subprocess.Popen(
        [sys.executable, "-m", "dragoman", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
