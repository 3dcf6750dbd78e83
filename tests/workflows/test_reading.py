"""The library's one function: a text in, a record out."""

import pytest

import dragoman

TEXT = "قال وزير الخارجية الروسي سيرغي لافروف إن المحادثات ستستأنف يوم الخميس.\n"


def test_read_gives_a_record() -> None:
    record = dragoman.read(TEXT, published="2026-01-12", url="page:1")
    assert isinstance(record, dragoman.Record)
    assert record.document.text == TEXT
    assert record.document.language == "ar"
    assert record.document.url == "page:1"


def test_record_becomes_plain_values_and_a_notebook_display() -> None:
    record = dragoman.read(TEXT)
    assert record.to_dict()["document"]["text"] == TEXT
    assert "<table>" in record._repr_html_()


@pytest.mark.parametrize("text", ["", "谈判恢复"])
def test_what_cannot_be_read_is_one_family_of_errors(text: str) -> None:
    with pytest.raises(dragoman.DragomanError):
        dragoman.read(text)
    with pytest.raises(ValueError):
        dragoman.read(text)


def test_reading_twice_gives_the_same() -> None:
    assert dragoman.read(TEXT, published="2026-01-12") == dragoman.read(TEXT, published="2026-01-12")
