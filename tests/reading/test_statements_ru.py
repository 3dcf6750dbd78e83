"""Reports of speech in Russian."""

import pytest
from statement_lines import statements

CASES = [
    pytest.param(
        "Лавров заявил, что переговоры продолжатся.", ["sergey-lavrov: что переговоры продолжатся"], id="clause"
    ),
    pytest.param(
        "«Мы готовы к диалогу», — сказал Песков.", ["dmitry-peskov: Мы готовы к диалогу"], id="quotation and report"
    ),
    pytest.param(
        "«Мы готовы, — сказал Песков журналистам. — Но ждать не будем».",
        ["dmitry-peskov: Мы готовы, — сказал Песков журналистам. — Но ждать не будем"],
        id="report inside a quotation",
    ),
    pytest.param(
        "Третий раунд пройдет в Стамбуле, заявил Дмитрий Песков, передает ТАСС.",
        ["dmitry-peskov < tass: Третий раунд пройдет в Стамбуле"],
        id="said, an agency reports",
    ),
    pytest.param(
        "По словам Путина, стороны встретятся после праздников.",
        ["vladimir-putin: стороны встретятся после праздников"],
        id="in the words of",
    ),
    pytest.param(
        "Как сообщили в Кремле, дата пока не назначена.", ["kremlin: дата пока не назначена"], id="said in a body"
    ),
    pytest.param(
        "После обмена будет назначена дата переговоров, сообщали в Кремле.",
        ["kremlin: После обмена будет назначена дата переговоров"],
        id="said in a body, after",
    ),
    pytest.param(
        "Факт обмена подтвердил Владимир Зеленский.",
        ["volodymyr-zelenskyy: Факт обмена"],
        id="object first",
    ),
    pytest.param(
        "Обмен состоялся на границе. Об этом сообщил Владимир Зеленский.",
        ["volodymyr-zelenskyy: Обмен состоялся на границе"],
        id="the sentence before",
    ),
    pytest.param(
        "Лавров обвинил Киев в срыве переговоров и призвал Запад прекратить поставки.",
        ["sergey-lavrov: Киев в срыве переговоров", "sergey-lavrov: Запад прекратить поставки"],
        id="accusation and demand",
    ),
    pytest.param(
        "Песков выразил надежду, что встреча состоится, отметив, что подготовка идет.",
        ["dmitry-peskov: что встреча состоится", "dmitry-peskov: что подготовка идет"],
        id="hope and participle",
    ),
    pytest.param(
        "Путин заявил о готовности Москвы к новому раунду.",
        ["vladimir-putin: о готовности Москвы к новому раунду"],
        id="about",
    ),
    pytest.param("Стороны не называли дату встречи.", [], id="denied"),
    pytest.param("Путин прибыл в Пекин, где начались переговоры.", [], id="nothing said"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reader_finds_who_says_what(text: str, expected: list[str]) -> None:
    assert statements(text, "ru") == expected


def test_pronoun_after_the_verb_is_the_last_speaker() -> None:
    found = statements("Лавров заявил, что дата не назначена. «Мы ждем ответа», — добавил он.", "ru")
    assert found[1] == "sergey-lavrov: Мы ждем ответа"


def test_unnamed_source_has_a_label_and_its_paper_is_the_carrier() -> None:
    found = statements("Источник РБК в переговорной группе сообщил, что раненых вернут.", "ru")
    assert found == ["(Источник РБК в переговорной группе) < rbc: что раненых вернут"]


def test_who_speaks_to_a_paper_goes_on_speaking_to_it() -> None:
    text = "Дата не назначена, заявил РБК Дмитрий Песков. По его словам, работа идет."
    assert statements(text, "ru") == ["dmitry-peskov < rbc: Дата не назначена", "dmitry-peskov < rbc: работа идет"]


def test_what_somebody_told_is_told_whole_by_whoever_the_next_sentence_names() -> None:
    text = "Украина требует, чтобы контракт был долгим. Об этом сообщил Дмитрий Песков."
    assert statements(text, "ru") == ["dmitry-peskov: Украина требует, чтобы контракт был долгим"]
