"""The checker of language packs, on a small sound pack that each test spoils in one way."""

from pathlib import Path

import pytest
import yaml

from dragoman.languages.checker import Problem, check_pack, main

KINDS = {"verb": "a verb", "noun": "a noun"}
MANIFEST = {
    "code": "xx",
    "name": "Test",
    "english_name": "Test",
    "script": "Arab",
    "direction": "rtl",
    "version": 1,
    "licence": "Apache-2.0",
    "sources": "own",
    "tables": ["nouns.tsv"],
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack in which nothing is wrong."""
    folder = tmp_path / "xx"
    (folder / "words").mkdir(parents=True)
    write_manifest(folder)
    write_table(folder, "# nouns\nاتفاق\tnoun\tdeal\nسلام\tnoun\tpeace\tinflect=noun\n")
    return folder


def write_manifest(folder: Path, **changes: object) -> None:
    kept = {name: value for name, value in {**MANIFEST, **changes}.items() if value is not None}
    (folder / "manifest.yaml").write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")


def write_table(folder: Path, text: str, name: str = "nouns.tsv") -> None:
    (folder / "words" / name).write_text(text, encoding="utf-8")


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def test_sound_pack_has_no_problem(pack: Path) -> None:
    assert check_pack(pack, KINDS) == []


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("سلام\tpoem\n", "unknown-kind"),
        ("سلام\n", "columns"),
        ("سلام\tnoun\ta\tb\tc\n", "columns"),
        ("(سلام|صلح\tnoun\n", "columns"),
        ("سلام\tnoun\t\tinflect=sideways\n", "columns"),
        ("سلام\tnoun\tpeace\nسلام\tnoun\tpeace\n", "duplicate"),
        ("(سلام|صلح)\tnoun\tpeace\nصلح\tnoun\tpeace\n", "duplicate"),
        ("سلام\tnoun\nاتفاق\tnoun\n", "unsorted"),
        ("\ufdf2\tnoun\n", "presentation-form"),
        ("سلام\u200f\tnoun\n", "invisible-mark"),
        ("cafe\u0301\tnoun\n", "nfc"),
    ],
)
def test_checker_names_what_is_wrong_in_a_table(pack: Path, table: str, rule: str) -> None:
    write_table(pack, table)
    assert rules(check_pack(pack, KINDS)) == [rule]


def test_words_with_two_meanings_are_no_duplicates(pack: Path) -> None:
    write_table(pack, "سلام\tnoun\tgreeting\nسلام\tnoun\tpeace\nسلام\tverb\n")
    assert check_pack(pack, KINDS) == []


def test_sections_need_not_follow_one_another_in_order(pack: Path) -> None:
    write_table(pack, "# later letters\nسلام\tnoun\n\n# earlier letters\nاتفاق\tnoun\n")
    assert check_pack(pack, KINDS) == []


@pytest.mark.parametrize("name", ["sources", "licence", "name", "direction"])
def test_manifest_must_say_everything(pack: Path, name: str) -> None:
    write_manifest(pack, **{name: None})
    assert rules(check_pack(pack, KINDS)) == ["manifest"]


def test_manifest_must_name_the_tables_that_are_there(pack: Path) -> None:
    write_manifest(pack, tables=["verbs_of_motion.tsv"])
    problems = check_pack(pack, KINDS)
    assert rules(problems) == ["missing-table", "missing-table"]
    assert "verbs_of_motion.tsv" in problems[0].message
    assert "nouns.tsv" in problems[1].message


def test_manifest_must_carry_the_code_of_its_folder(pack: Path) -> None:
    write_manifest(pack, code="yy")
    assert rules(check_pack(pack, KINDS)) == ["manifest"]


def test_missing_or_broken_manifest_is_a_problem_and_no_crash(pack: Path) -> None:
    (pack / "manifest.yaml").write_text("- a list\n", encoding="utf-8")
    assert rules(check_pack(pack, KINDS)) == ["manifest"]
    (pack / "manifest.yaml").unlink()
    assert rules(check_pack(pack, KINDS)) == ["manifest"]


def test_verb_stands_in_the_verb_table_once(pack: Path) -> None:
    write_table(pack, "قال\tقول\tقائل\tsay\tthat\nقال\tقول\tقائل\task\tthat\n", "verbs.tsv")
    assert rules(check_pack(pack, KINDS)) == ["duplicate"]


def test_command_prints_file_and_line(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_table(pack, "سلام\tnoun\n", "nouns.tsv")
    assert main([str(pack)]) == 1
    assert "words/nouns.tsv:1: kind 'noun' is not declared" in capsys.readouterr().out
