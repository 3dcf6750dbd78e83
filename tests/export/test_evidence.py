"""Cutting a text where evidence begins and ends loses nothing and costs little."""

import time

from dragoman.export.evidence import Mark, collect_marks, cut
from dragoman.model.record import Record


def test_pieces_make_up_the_text_again(record: Record) -> None:
    text = record.document.text
    pieces = cut(len(text), collect_marks(record))
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text


def test_nested_and_crossing_marks_are_both_kept() -> None:
    outer, inner, crossing = Mark("a", "a-1", 0, 8), Mark("b", "b-1", 2, 4), Mark("c", "c-1", 3, 10)
    pieces = [
        (piece.start, piece.end, [mark.key for mark in piece.marks]) for piece in cut(12, [outer, inner, crossing])
    ]
    assert pieces == [
        (0, 2, ["a-1"]),
        (2, 3, ["a-1", "b-1"]),
        (3, 4, ["a-1", "c-1", "b-1"]),
        (4, 8, ["a-1", "c-1"]),
        (8, 10, ["c-1"]),
        (10, 12, []),
    ]


def test_mark_outside_the_text_is_left_out() -> None:
    assert [piece.marks for piece in cut(3, [Mark("a", "a-1", 2, 9), Mark("a", "a-2", 1, 1)])] == [()]


def test_empty_text_has_no_pieces() -> None:
    assert cut(0, []) == []


def test_ten_thousand_marks_are_cut_quickly() -> None:
    marks = [Mark("a", f"a-{number}", number * 10, number * 10 + 15) for number in range(10_000)]
    began = time.process_time()
    assert len(cut(100_100, marks)) > 10_000
    assert time.process_time() - began < 2
