"""The table keeps its columns, whichever way the words in them run."""

import re

import pytest

from dragoman.export.table import Sheet, draw_table
from dragoman.export.terminal import width_of, wrap
from dragoman.model.record import DocumentFacts, Record, Span, Time
from dragoman.text.direction import FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE


@pytest.mark.parametrize("width", [40, 80, 100, 160])
def test_no_line_is_wider_than_the_sheet(record: Record, width: int) -> None:
    lines = draw_table(record, Sheet(width=width), "article.txt").splitlines()
    assert [line for line in lines if width_of(line) > max(width, 60)] == []


@pytest.mark.parametrize("width", [80, 160])
def test_arabic_stands_only_inside_isolates(record: Record, width: int) -> None:
    for line in draw_table(record, Sheet(width=width)).splitlines():
        assert line.count(FIRST_STRONG_ISOLATE) == line.count(POP_DIRECTIONAL_ISOLATE)
        outside = re.sub("\u2068[^\u2068\u2069]*\u2069", "", line)
        assert not re.search("[\u0600-\u06ff]", outside)


def test_table_says_who_says_what_through_whom(record: Record) -> None:
    drawn = draw_table(record)
    for words in (
        "Salim al-Kindi",
        "via Oman News Agency",
        "quoted · as fact",
        "more than PT4H",
        "prisoners: conditional",
    ):
        assert words in drawn


def test_controls_in_evidence_are_written_out(record: Record) -> None:
    drawn = draw_table(record)
    assert "‹PDF›" in drawn
    assert not re.search("[\u202a-\u202e\x00-\x09\x0b-\x1f]", drawn)


def test_escape_sequences_never_reach_the_terminal() -> None:
    text = "\x1b]0;taken\x07 كلمة"
    facts = DocumentFacts(id="0", text=text, language="ar", direction="rtl", title=text)
    time = Time(span=Span(start=0, end=len(text), text=text), type="DATE", value="2025")
    assert "\x1b" not in draw_table(Record(document=facts, times=(time,)), name="\x1b[31m.txt")


def test_colours_are_used_only_when_asked_for(record: Record) -> None:
    assert "\x1b[" not in draw_table(record)
    assert "\x1b[1m" in draw_table(record, Sheet(colour=True))


def test_sections_without_entries_are_left_out() -> None:
    facts = DocumentFacts(id="0", text="كلمة", language="ar", direction="rtl")
    assert "Statements" not in draw_table(Record(document=facts))


def test_vowel_marks_and_isolates_take_no_column() -> None:
    assert width_of("مُحَمَّد") == 4
    assert width_of("\u2068ab\u2069") == 2
    assert width_of("会談") == 4


def test_endless_word_is_cut() -> None:
    assert wrap("a" * 25 + " b", 10) == ["a" * 10, "a" * 10, "aaaaa b"]
