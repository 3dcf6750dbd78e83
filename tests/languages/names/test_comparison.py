import pytest

from dragoman.languages.names import sounds_alike


@pytest.mark.parametrize(
    ("a", "lang_a", "b", "lang_b"),
    [
        ("سيرغي لافروف", "ar", "Сергей Лавров", "ru"),
        ("بشار الأسد", "ar", "Bashar al-Assad", "en"),
        ("Александр Дарчиев", "ru", "Alexander Darchiev", "en"),
    ],
)
def test_one_name_in_two_scripts_sounds_alike(a: str, lang_a: str, b: str, lang_b: str) -> None:
    assert sounds_alike(a, lang_a, b, lang_b).alike


@pytest.mark.parametrize(("a", "b"), [("سيرغي لافروف", "Sergei Ryabkov"), ("محمد سعيد", "Mohammed Salman")])
def test_shared_given_name_is_not_enough(a: str, b: str) -> None:
    assert not sounds_alike(a, "ar", b, "en").alike


def test_comparison_names_what_was_compared() -> None:
    found = sounds_alike("بشار", "ar", "Bashar", "en")
    assert found.first == found.second
