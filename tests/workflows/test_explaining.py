"""An explanation names what was read at a place, or says why nothing was."""

import pytest

from dragoman.errors import InputError
from dragoman.reading.pipeline import Reading
from dragoman.workflows.explaining import explain, find_words
from dragoman.workflows.reading import read_text

TEXT = (
    "وزيران يلتقيان في مسقط\n\n"
    "قال وزير الخارجية الروسي سيرغي لافروف إن المحادثات ستستأنف الأسبوع المقبل. "
    "كانت السماء صافية فوق البحر.\n\n"
    "تابعونا على تليغرام\n"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(TEXT, published="2026-01-15")


def test_words_of_a_statement_are_explained_by_its_rule(reading: Reading) -> None:
    explanation = explain(reading, TEXT.index("ستستأنف"))
    statements = [part for part in explanation.parts if part.layer == "statement"]
    assert len(statements) == 1
    assert statements[0].rule
    assert statements[0].values["speaker"] == "person/sergei-lavrov" or statements[0].values["speaker"]
    assert explanation.reasons == ()


def test_cue_is_explained_as_part_of_its_statement(reading: Reading) -> None:
    explanation = explain(reading, TEXT.index("قال"))
    assert ("statement", "cue") in [(part.layer, part.field) for part in explanation.parts]


def test_sentence_without_a_cue_says_so(reading: Reading) -> None:
    explanation = explain(reading, TEXT.index("صافية"))
    assert any("has no cue" in reason for reason in explanation.reasons)


def test_headline_says_why_no_statement_is_taken_from_it(reading: Reading) -> None:
    assert any("headline" in reason for reason in explain(reading, 2).reasons)


def test_boilerplate_says_that_it_is_not_read(reading: Reading) -> None:
    assert any("boilerplate" in reason for reason in explain(reading, TEXT.index("تابعونا")).reasons)


def test_empty_line_has_no_words(reading: Reading) -> None:
    assert explain(reading, TEXT.index("\n\n") + 1).reasons == ("there are no words at this place",)


@pytest.mark.parametrize("at", [-1, len(TEXT), 10**9])
def test_place_outside_the_text_is_refused(reading: Reading, at: int) -> None:
    with pytest.raises(InputError, match="counted from 0"):
        explain(reading, at)


def test_words_are_found_in_another_spelling() -> None:
    assert find_words("قال إنَّ الأمر انتهى", "ان الامر") == [(4, 14)]
    assert find_words("aa b aa", "aa") == [(0, 2), (5, 7)]


@pytest.mark.parametrize("words", ["", " ", "غائب"])
def test_words_that_do_not_stand_there_are_refused(words: str) -> None:
    with pytest.raises(InputError, match="--at OFFSET"):
        find_words("نص قصير", words)


def test_every_place_of_a_text_can_be_explained(reading: Reading) -> None:
    for at in range(len(TEXT)):
        explanation = explain(reading, at)
        passage = explanation.place.passage
        assert TEXT[passage.start : passage.end] == passage.text
        assert explanation.parts or explanation.reasons
