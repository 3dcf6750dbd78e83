import pytest

from dragoman.languages.names import is_given_name, is_name_word, is_ordinary_word


@pytest.mark.parametrize("word", ["خالد", "بدر", "فيتالي", "جاموس", "علي", "السيسي", "دونالد"])
def test_name_words_are_known(word: str) -> None:
    assert (is_name_word(word) or 0) > 0.4


@pytest.mark.parametrize("word", ["على", "إلى", "في", "وزير", "رئيس", "الجديد", "الحرب"])
def test_common_words_are_not_names(word: str) -> None:
    assert is_ordinary_word(word)
    assert is_name_word(word) == 0.0


def test_word_of_no_name_is_unknown() -> None:
    assert is_name_word("مفاوضات") is None


def test_given_names_are_told_from_family_names() -> None:
    assert (is_given_name("خالد") or 0) > 0.7
    assert (is_given_name("الحريري") or 0) < 0.3
