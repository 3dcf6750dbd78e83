"""What the build refuses in the sources."""

import sys
from pathlib import Path

import pytest

_SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(_SCRIPTS))

from registry_sources import Problems, Source, add_item_names, find_character_fault, read_source  # noqa: E402


@pytest.mark.parametrize("text", ["ﻣﺼﺮ", "روسـيا", "عُمان", "\u200fروسيا", " روسيا", "Рocсия", "e\u0301"])
def test_fault_in_characters_is_found(text: str) -> None:
    assert find_character_fault(text) is not None


@pytest.mark.parametrize("text", ["سلطنة عمان", "Кот-д’Ивуар", "São Tomé", ""])
def test_sound_characters_pass(text: str) -> None:
    assert find_character_fault(text) is None


def test_unknown_kind_and_repeated_form_are_noted() -> None:
    problems = Problems()
    row = {"id": "org/x", "ar": "title:وكالة", "en": "short:X|short:X", "ru": "", "it": ""}
    names: list[tuple[str, ...]] = []
    add_item_names(Source("organizations.csv", []), 2, row, names, problems)
    assert names == [("org/x", "en", "short", "X")]
    assert len(problems.found) == 2


def test_unsorted_source_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "forms_dropped.csv"
    path.write_text("lang,form\nru,Того\nar,بال\n", encoding="utf-8")
    problems = Problems()
    assert len(read_source(path, ["lang", "form"], problems).rows) == 2
    assert "out of order" in problems.found[0]
