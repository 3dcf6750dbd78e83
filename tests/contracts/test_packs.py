"""What every language pack keeps, whatever its language."""

from collections.abc import Iterator

import pytest

from dragoman.languages.checker import check_pack, known_kinds
from dragoman.languages.loader import FOLDER, available, load_pack
from dragoman.languages.tables import read_table


@pytest.mark.parametrize("code", available())
def test_pack_is_sound(code: str) -> None:
    assert "\n".join(map(str, check_pack(FOLDER / code))) == ""


@pytest.mark.parametrize("code", available())
def test_pack_loads(code: str) -> None:
    pack = load_pack(code)
    assert pack.code == code
    assert pack.direction in ("ltr", "rtl")
    assert pack.lexicon.word("x") is pack.lexicon.word("x")


def used_kinds() -> Iterator[str]:
    for code in available():
        for table in load_pack(code).manifest["tables"]:
            for entry in read_table(FOLDER / code / "words" / table):
                yield entry.kind


# Filled by code, so no table need hold them.
MADE_BY_CODE = {"actor", "body", "nationality", "outlet", "place", "verb", "participle"}


def test_no_kind_is_declared_in_vain() -> None:
    assert sorted(set(known_kinds()) - set(used_kinds()) - MADE_BY_CODE) == []
