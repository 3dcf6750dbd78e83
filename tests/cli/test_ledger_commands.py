"""The commands of a ledger, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
ABOUT = str(ROOT / "examples" / "published.yaml")
ARTICLE = str(ROOT / "examples" / "vienna.ar.txt")
NILE = str(ROOT / "examples" / "nile.ar.txt")
ROUND = "round/RU+US/2025-10-22"


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A ledger with two articles."""
    ledger = str(tmp_path / "ledger.db")
    assert main(["add", ARTICLE, NILE, "--about", ABOUT, "--ledger", ledger]) == 0
    capsys.readouterr()
    return ledger


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_add_tells_what_became_of_each_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = str(tmp_path / "ledger.db")
    told = json.loads(output(capsys, "add", ARTICLE, "--published", "2025-10-24", "--ledger", ledger))
    assert (told[0]["file"], told[0]["new"], told[0]["copies"]) == (ARTICLE, True, [])
    again = output(capsys, "add", ARTICLE, "--published", "2025-10-24", "--ledger", ledger, "--format", "table")
    assert again.endswith("0 added, 1 there already\n")


def test_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty, ledger = tmp_path / "empty.txt", str(tmp_path / "ledger.db")
    empty.write_text("   \n", encoding="utf-8")
    assert main(["add", str(empty), "no-such-file.txt", ARTICLE, "--ledger", ledger]) == 1
    captured = capsys.readouterr()
    assert "is empty" in captured.err or "nothing but" in captured.err
    assert "no such file" in captured.err
    assert sum(result.get("new", False) for result in json.loads(captured.out)) == 1


def test_lines_of_a_file_are_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = tmp_path / "articles.jsonl"
    text = Path(ARTICLE).read_text(encoding="utf-8")
    line = json.dumps({"text": text, "published": "2025-10-24", "publisher": "Outlet"}, ensure_ascii=False)
    articles.write_text(f"{line}\n\n{line.replace('Outlet', 'Other')}\n", encoding="utf-8")
    told = json.loads(output(capsys, "add", str(articles), "--ledger", str(tmp_path / "ledger.db")))
    assert [result["copies"] for result in told[:1]] == [[]]
    assert told[1]["copies"][0]["relation"] == "identical"


def test_record_holds_all_parts(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(output(capsys, "record", "--ledger", place))
    assert list(record) == ["documents", "sources", "rounds", "tracks", "actors"]
    meeting = next(item for item in record["rounds"] if item["id"] == ROUND)
    assert meeting["place"][0]["value"] == "Vienna"
    assert meeting["place"][0]["sources"] == 1


def test_parts_have_commands_of_their_own(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("sources", "rounds", "tracks"):
        assert name in json.loads(output(capsys, name, "--ledger", place))


def test_selection_narrows_the_record(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    by_party = json.loads(output(capsys, "rounds", "--party", "EG", "--ledger", place))["rounds"]
    assert by_party and all("EG" in meeting["parties"] for meeting in by_party)
    by_days = json.loads(output(capsys, "rounds", "--between", "2025-10-20..2025-10-23", "--ledger", place))["rounds"]
    assert [meeting["id"] for meeting in by_days] == [ROUND]
    assert json.loads(output(capsys, "rounds", "--as-of", "2024-01-01", "--ledger", place))["rounds"] == []


def test_table_and_page_show_rounds(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ROUND in output(capsys, "rounds", "--ledger", place, "--format", "table")
    page = tmp_path / "record.html"
    assert main(["record", "--ledger", place, "-o", str(page)]) == 0
    html = page.read_text(encoding="utf-8")
    assert ROUND in html and "<script" not in html and "http" not in html.replace("http-equiv", "")


def test_decision_is_made_seen_and_undone(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    output(capsys, "decide", "correct", ROUND, "venue=Consulate", "--by", "Ada", "--because", "seen", "--ledger", place)
    history = output(capsys, "history", ROUND, "--ledger", place, "--format", "table")
    assert "1. correct" in history and "Ada: seen" in " ".join(history.split())
    assert "withdraws decision 1" in output(capsys, "undo", "--ledger", place)
    assert "(withdrawn)" in output(capsys, "history", "--ledger", place, "--format", "table")


def test_reread_tells_what_changed(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(output(capsys, "reread", "--ledger", place)) == {"read": 2, "changed": []}


@pytest.mark.parametrize(
    ("arguments", "code", "advice"),
    [
        (("record", "--between", "yesterday"), 2, "2025-02-01..2025-04-30"),
        (("record", "--as-of", "soon"), 2, "year-month-day"),
        (("history", "round/RU+US/1999-01-01"), 1, "did you mean"),
        (("decide", "split", ROUND), 1, "DOCUMENT"),
        (("undo",), 1, "no decision"),
    ],
)
def test_mistakes_are_answered_with_advice(
    place: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, advice: str
) -> None:
    assert main([*arguments, "--ledger", place]) == code
    assert advice in capsys.readouterr().err


def test_missing_ledger_says_how_to_begin_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "--ledger", str(tmp_path / "none.db")]) == 1
    assert "dragoman add FILE" in capsys.readouterr().err
