"""A record shows itself in a notebook, safely."""

from dragoman.model.record import DocumentFacts, Record


def test_notebook_shows_speakers_and_isolated_words(record: Record) -> None:
    drawn = record._repr_html_()
    assert "Salim al-Kindi" in drawn
    assert 'dir="rtl" lang="ar"' in drawn
    assert "prisoners" in drawn


def test_notebook_escapes_hostile_words(record: Record) -> None:
    drawn = record._repr_html_()
    assert "</script>" not in drawn
    assert "\u202c" not in drawn


def test_notebook_shows_empty_record() -> None:
    assert "<div>" in Record(document=DocumentFacts(id="0", text="", language="ar", direction="rtl"))._repr_html_()
