"""Packs are listed with what they say of themselves; missing ones are not hidden."""

from dragoman.languages import loader
from dragoman.workflows.languages import INTENDED, summarise_packs


def test_every_pack_and_every_intended_language_is_listed() -> None:
    summaries = summarise_packs()
    assert {summary.code for summary in summaries} == {*INTENDED, *loader.available()}
    assert [summary.code for summary in summaries if summary.readable] == list(loader.available())


def test_arabic_pack_tells_its_size_and_licence() -> None:
    arabic = next(summary for summary in summarise_packs() if summary.code == "ar")
    assert arabic.name == "Arabic"
    assert arabic.entries > 100
    assert arabic.licence
