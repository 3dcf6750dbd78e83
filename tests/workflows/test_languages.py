"""Packs are listed with what they say of themselves; missing ones are not hidden."""

from dragoman.languages import loader
from dragoman.workflows.languages import INTENDED, PARTS, summarise_packs


def test_every_pack_and_every_intended_language_is_listed() -> None:
    summaries = summarise_packs()
    assert {summary.code for summary in summaries} == {*INTENDED, *loader.available()}
    assert [summary.code for summary in summaries if summary.readable] == list(loader.available())


def test_arabic_pack_tells_its_size_and_licence() -> None:
    arabic = next(summary for summary in summarise_packs() if summary.code == "ar")
    assert arabic.name == "Arabic"
    assert arabic.entries > 100
    assert arabic.licence


def test_every_part_is_either_read_or_lacking() -> None:
    for summary in summarise_packs():
        assert {*summary.reads, *summary.lacks} == set(PARTS)
        assert not {*summary.reads} & {*summary.lacks}


def test_the_four_languages_read_every_part() -> None:
    assert [(summary.code, summary.lacks) for summary in summarise_packs() if summary.code in INTENDED] == [
        (code, ()) for code in sorted(INTENDED)
    ]


def test_measured_scores_are_shares() -> None:
    for summary in summarise_packs():
        assert all(0 <= score <= 1 for score in summary.measured.values())
        assert bool(summary.measured) == (summary.articles > 0)
