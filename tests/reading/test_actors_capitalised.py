"""Who is named in English, Russian and Italian: titles, offices, bodies, sides, sources, names in every case."""

from datetime import date

import pytest

from dragoman.reading.actors.references import find_mentions
from dragoman.reading.found import Mention
from dragoman.reading.layout.lexicons import reading_pack
from dragoman.reading.layout.prepare import prepare

DAY = date(2025, 3, 10)


def named(language: str, text: str) -> dict[str, Mention]:
    """The mentions of a text by their words."""
    article = prepare(text, reading_pack(language), DAY)
    return {article.span(found.start, found.end).text: found for found in find_mentions(article)}


PEOPLE = [
    ("en", "Russian Foreign Minister Sergei Lavrov spoke.", "Russian Foreign Minister Sergei Lavrov", "sergey-lavrov"),
    ("en", "Sergei Lavrov, the Russian foreign minister, left.", "the Russian foreign minister", "sergey-lavrov"),
    ("en", "US President Donald Trump’s special envoy came.", "US President Donald Trump’s", "donald-trump"),
    ("en", "Spokesman for the talks, Tomas Verrik, said so.", "Spokesman for the talks, Tomas Verrik", "tomas-verrik"),
    ("en", "Ulla Brandtson said on Monday. Brandtson left.", "Brandtson", "ulla-brandtson"),
    ("ru", "Об этом рассказал министру Сергею Лаврову посол.", "министру Сергею Лаврову", "sergey-lavrov"),
    ("ru", "С главой МИД России Сергеем Лавровым говорили.", "главой МИД России Сергеем Лавровым", "sergey-lavrov"),
    ("ru", "Лавров приехал. У Лаврова была встреча.", "Лаврова", "sergey-lavrov"),
    ("ru", "Приехал начальник отдела Иван Тестов.", "начальник отдела Иван Тестов", "ivan-testov"),
    ("ru", "Говорили с депутатом Иваном Тестовым.", "депутатом Иваном Тестовым", "ivan-testov"),
    ("it", "Il ministro degli Esteri russo Sergei Lavrov parla.", "Sergei Lavrov", None),
    (
        "it",
        "Il portavoce del Cremlino, Dmitry Peskov, parla.",
        "Il portavoce del Cremlino, Dmitry Peskov",
        "dmitry-peskov",
    ),
]


@pytest.mark.parametrize(("language", "text", "words", "person"), PEOPLE)
def test_person_is_named_with_title(language: str, text: str, words: str, person: str | None) -> None:
    found = named(language, text)
    if person is None:
        assert any(words in spelt and mention.kind == "person" for spelt, mention in found.items())
    else:
        assert found[words].actor == f"person/{person}"


OTHERS = [
    (
        "en",
        "The Russian Foreign Ministry said so.",
        "The Russian Foreign Ministry",
        "org/ru-ministry-of-foreign-affairs",
    ),
    ("en", "The Iranian delegation left.", "The Iranian delegation", "country/IR"),
    ("en", "The US embassy in Belgrade said so.", "The US embassy in Belgrade", "org/us-embassy-belgrade"),
    ("en", "The Russia-Ukraine talks ended.", "Russia-Ukraine", "country/UA"),
    ("ru", "Российская сторона согласилась.", "Российская сторона", "country/RU"),
    ("ru", "Заявили в МИД Ирана.", "МИД Ирана", "org/ir-ministry-of-foreign-affairs"),
    ("ru", "Российско-украинские переговоры прошли.", "Российско-украинские", "country/UA"),
    ("it", "Il governo ucraino ha deciso.", "Il governo ucraino", "country/UA"),
    ("it", "La delegazione di Kiev parte.", "La delegazione di Kiev", "country/UA"),
]


@pytest.mark.parametrize(("language", "text", "words", "actor"), OTHERS)
def test_body_and_side_are_completed_by_a_country(language: str, text: str, words: str, actor: str) -> None:
    assert named(language, text)[words].actor == actor


SOURCES = [
    ("en", "A senior US official said so.", "A senior US official"),
    ("en", "Two diplomats familiar with the talks said so.", "Two diplomats familiar with the talks"),
    ("ru", "Источник в переговорной группе сообщил об этом.", "Источник в переговорной группе"),
    ("it", "Fonti diplomatiche europee confermano.", "Fonti"),
]


@pytest.mark.parametrize(("language", "text", "words"), SOURCES)
def test_unnamed_source_is_a_label(language: str, text: str, words: str) -> None:
    assert any(spelt.startswith(words) and found.actor is None for spelt, found in named(language, text).items())


def test_two_ministries_are_those_of_the_states_before() -> None:
    article = prepare("Armenia and Azerbaijan met. The foreign ministries said so.", reading_pack("en"), DAY)
    bodies = [found.actor for found in find_mentions(article) if found.rule == "body.of-both"]
    assert bodies == ["org/am-ministry-of-foreign-affairs", "org/az-ministry-of-foreign-affairs"]


def test_case_tells_object_from_subject() -> None:
    found = named("ru", "Иран ответил Ирану.")
    assert not found["Иран"].governed
    assert found["Ирану"].governed


def test_article_of_a_newspaper_needs_its_capital() -> None:
    assert "il tempo" not in named("it", "Passa il tempo.")
    assert named("it", "Lo scrive Il Tempo.")["Il Tempo"].actor == "org/il-tempo"


def test_institution_is_no_person() -> None:
    assert not any(
        found.kind == "person"
        for found in named("en", "Robert Schuman Foundation Council met.").values()
        if found.end > 3
    )
