import pytest

from dragoman.languages.names import romanise


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("خالد خوجة", "Khaled Khouja"),
        ("بدر جاموس", "Badr Jamous"),
        ("محمد بن سلمان", "Mohamed bin Salman"),
        ("هيثم المالح", "Haitham al-Maleh"),
        ("علي عبد الله صالح", "Ali Abdullah Saleh"),
    ],
)
def test_arabic_name_gets_usual_latin_form(written: str, latin: str) -> None:
    assert romanise(written, "ar") == latin


@pytest.mark.parametrize(
    ("written", "latin"),
    [("Сергей Лавров", "Sergei Lavrov"), ("Юрий Щербаков", "Yury Shcherbakov"), ("Дарчиев", "Darchiev")],
)
def test_russian_name_follows_press_rules(written: str, latin: str) -> None:
    assert romanise(written, "ru") == latin


def test_unknown_arabic_word_is_spelt_by_model() -> None:
    assert romanise("زقطوش", "ar").lower().startswith("z")


def test_marks_and_tatweel_do_not_change_the_name() -> None:
    assert romanise("خَالِــد خوجة", "ar") == romanise("خالد خوجة", "ar")


def test_article_stays_small_before_hyphen() -> None:
    assert romanise("نصر الحريري", "ar") == "Nasr al-Hariri"


def test_latin_name_comes_back() -> None:
    assert romanise("Geir  Pedersen", "en") == "Geir Pedersen"


def test_nothing_gives_nothing() -> None:
    assert romanise("", "ar") == ""
    assert romanise("،", "ar") == ""
