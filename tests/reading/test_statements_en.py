"""Reports of speech in English."""

import pytest
from statement_lines import statements

CASES = [
    pytest.param(
        "Lavrov said that the talks would go on.",
        ["sergey-lavrov: that the talks would go on"],
        id="clause with a conjunction",
    ),
    pytest.param(
        "Rubio said the talks would only succeed if the strikes stopped.",
        ["marco-rubio: the talks would only succeed if the strikes stopped"],
        id="clause without a conjunction",
    ),
    pytest.param(
        '"We are ready for a fair deal," Araghchi told reporters. "But we will not wait."',
        ['abbas-araghchi: We are ready for a fair deal," Araghchi told reporters. "But we will not wait'],
        id="quotation that its report interrupts",
    ),
    pytest.param(
        "The sides will meet in Oman next week, Iranian Foreign Minister Abbas Araghchi said on Thursday.",
        ["abbas-araghchi: The sides will meet in Oman next week"],
        id="clause before its report",
    ),
    pytest.param(
        "Interfax quoted Dmitry Peskov as saying that Russia was ready to help.",
        ["dmitry-peskov < interfax: that Russia was ready to help"],
        id="quoted by an agency",
    ),
    pytest.param(
        "Peskov was quoted by TASS as saying no date had been set.",
        ["dmitry-peskov < tass: no date had been set"],
        id="was quoted as saying",
    ),
    pytest.param(
        "Zelensky told Axios that the proposal was unfair.",
        ["volodymyr-zelenskyy < axios: that the proposal was unfair"],
        id="told to a medium",
    ),
    pytest.param(
        "According to two officials familiar with the matter, the envoys will meet on Sunday.",
        ["(two officials familiar with the matter): the envoys will meet on Sunday"],
        id="according to, before",
    ),
    pytest.param(
        "The sides are close to a deal, according to Axios.",
        ["axios: The sides are close to a deal"],
        id="according to, after",
    ),
    pytest.param(
        "As Macron noted, Europe must have a seat at the table.",
        ["emmanuel-macron: Europe must have a seat at the table"],
        id="as-clause",
    ),
    pytest.param(
        "Macron called on both sides to show restraint and urged Iran to cooperate.",
        ["emmanuel-macron: both sides to show restraint", "emmanuel-macron: Iran to cooperate"],
        id="demands",
    ),
    pytest.param(
        "Kyiv has accused Moscow of dragging its feet, while Moscow says Kyiv is not serious.",
        ["UA: Moscow of dragging its feet", "RU: Kyiv is not serious"],
        id="two who contradict each other",
    ),
    pytest.param(
        "Putin said that Moscow wanted peace but that Kyiv was not ready.",
        ["vladimir-putin: that Moscow wanted peace but that Kyiv was not ready"],
        id="two clauses",
    ),
    pytest.param(
        'Lavrov welcomed the plan, adding that "the ball is in their court".',
        ["sergey-lavrov: the plan", "sergey-lavrov: the ball is in their court"],
        id="participle",
    ),
    pytest.param(
        "Fox News reported that the talks had collapsed, citing a White House official.",
        ["(a White House official) < fox-news: that the talks had collapsed"],
        id="citing",
    ),
    pytest.param(
        "The deal, Putin said, would be signed in Doha.",
        ["vladimir-putin: The deal, Putin said, would be signed in Doha"],
        id="report inside a clause",
    ),
    pytest.param("Officials refused to comment. It is unclear whether the talks will continue.", [], id="nothing said"),
    pytest.param("The report on the talks was long, and his demands were known.", [], id="nouns"),
    pytest.param("Lavrov did not say whether he would travel.", [], id="denied"),
    pytest.param(
        'Both called the "Minsk format" useless last year.',
        ['(Both): the "Minsk format" useless last year'],
        id="judged",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reader_finds_who_says_what(text: str, expected: list[str]) -> None:
    assert statements(text, "en") == expected


def test_pronoun_takes_up_the_last_speaker() -> None:
    found = statements("Rubio said that sanctions would stay. He added that talks would resume.", "en")
    assert found[1] == "marco-rubio: that talks would resume"


def test_reader_takes_subject_of_the_sentence_before() -> None:
    found = statements("Araghchi arrived in Muscat on Friday. He said that he was hopeful.", "en")
    assert found == ["abbas-araghchi: that he was hopeful"]


def test_quotation_over_paragraphs_is_one_statement() -> None:
    text = "Rubio left on Friday.\n\n“The talks were long.\n\nThey will go on next week”, Rubio said."
    assert statements(text, "en") == ["marco-rubio: The talks were long.\n\nThey will go on next week"]


def test_line_broken_around_a_link_stays_one_sentence() -> None:
    text = "Marco Rubio said the talks in\nOman\nwould go on next week."
    assert statements(text, "en") == ["marco-rubio: the talks in\nOman\nwould go on next week"]


def test_headline_that_ends_in_a_name_is_its_word() -> None:
    found = statements("News\nCease-fire agreed near the plant: IAEA\nThe repairs began on Friday.", "en")
    assert found == ["iaea: Cease-fire agreed near the plant"]


def test_agency_that_reports_the_sentence_before_is_a_carrier() -> None:
    found = statements("Lavrov said that talks would go on, TASS reported.", "en")
    assert found == ["sergey-lavrov < tass: that talks would go on"]
