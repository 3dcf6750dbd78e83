"""Reports of speech in Italian."""

import pytest
from statement_lines import statements

CASES = [
    pytest.param(
        "Lavrov ha detto che i colloqui riprenderanno.", ["sergey-lavrov: che i colloqui riprenderanno"], id="clause"
    ),
    pytest.param(
        "«Siamo pronti a discutere», ha aggiunto Lavrov.", ["sergey-lavrov: Siamo pronti a discutere"], id="quotation"
    ),
    pytest.param(
        "«Non ci sono alternative - ha detto Tajani - al dialogo».",
        ["antonio-tajani: Non ci sono alternative - ha detto Tajani - al dialogo"],
        id="report inside a quotation",
    ),
    pytest.param(
        "Secondo Dmitry Peskov, la data non è stata fissata.",
        ["dmitry-peskov: la data non è stata fissata"],
        id="secondo",
    ),
    pytest.param(
        'Rubio ha fatto sapere di voler incontrare Lavrov, sottolineando che "ogni ritardo costa vite umane".',
        ["marco-rubio: di voler incontrare Lavrov", "marco-rubio: ogni ritardo costa vite umane"],
        id="infinitive and participle",
    ),
    pytest.param(
        '"Non firmeremo nulla", ha ribadito Rubio in un\'intervista a Fox News.',
        ["marco-rubio < fox-news: Non firmeremo nulla"],
        id="interview",
    ),
    pytest.param(
        "Il vertice si terrà in Qatar. A renderlo noto è stato Marco Rubio.",
        ["marco-rubio: Il vertice si terrà in Qatar"],
        id="the sentence before",
    ),
    pytest.param(
        "Zelensky ha accusato Mosca di prendere tempo e ha chiesto agli alleati di inviare aiuti.",
        ["volodymyr-zelenskyy: Mosca di prendere tempo", "volodymyr-zelenskyy: agli alleati di inviare aiuti"],
        id="accusation and demand",
    ),
    pytest.param(
        "Come ha spiegato Macron, i mediatori hanno presentato una bozza.",
        ["emmanuel-macron: i mediatori hanno presentato una bozza"],
        id="as-clause",
    ),
    pytest.param(
        'Zelensky: "Vogliamo una pace giusta".', ["volodymyr-zelenskyy: Vogliamo una pace giusta"], id="colon"
    ),
    pytest.param(
        "Axios riporta, citando un funzionario americano, che il vertice si terrà a Muscat.",
        ["(un funzionario americano) < axios: che il vertice si terrà a Muscat"],
        id="citing",
    ),
    pytest.param(
        "Tajani si è detto convinto che l'accordo sia vicino.",
        ["antonio-tajani: che l'accordo sia vicino"],
        id="reflexive verb",
    ),
    pytest.param("La denuncia di Kiev era nota e la richiesta è stata respinta.", [], id="nouns"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reader_finds_who_says_what(text: str, expected: list[str]) -> None:
    assert statements(text, "it") == expected


def test_subject_left_out_is_the_last_speaker() -> None:
    found = statements("Lavrov ha detto che la data non c'è. Ha aggiunto che i contatti continuano.", "it")
    assert found[1] == "sergey-lavrov: che i contatti continuano"


def test_agency_of_the_next_sentence_carries_what_was_said() -> None:
    found = statements("Lavrov ha detto che la data è fissata. Lo ha riferito la Tass.", "it")
    assert found == ["sergey-lavrov < tass: che la data è fissata"]


def test_infinitive_that_takes_up_the_sentence_before_names_its_speaker() -> None:
    found = statements("Il vertice è saltato. A dirlo è Marco Rubio.", "it")
    assert found == ["marco-rubio: Il vertice è saltato"]


def test_ordinal_is_no_attribution() -> None:
    assert statements("Il ministro è a Ginevra per un secondo ciclo di colloqui con gli Stati Uniti.", "it") == []
