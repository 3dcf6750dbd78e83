"""Claims of languages with auxiliaries: active and passive, infinitives, wishes, hearsay, what stands before the verb."""

from __future__ import annotations

import pytest

from dragoman.languages import load_pack
from dragoman.reading.claims.claims import find_claims
from dragoman.reading.layout.prepare import prepare
from dragoman.workflows.reading import read_text


def claims_of(language: str, text: str) -> set[tuple[str, str]]:
    found = find_claims(prepare(text, load_pack(language), None), (), ())
    return {(claim.issue, claim.status) for claim in found}


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        ("en", "Both sides have signed the truce.", ("ceasefire", "signed")),
        ("en", "The truce has finally been signed.", ("ceasefire", "signed")),
        ("en", "The truce signed in March calmed the border.", ("ceasefire", "signed")),
        ("en", "Both sides are ready to sign a truce.", ("ceasefire", "offered")),
        ("en", "The army violated the truce.", ("ceasefire", "broken")),
        ("en", "The truce was violated.", ("ceasefire", "broken")),
        ("ru", "Перемирие подписано.", ("ceasefire", "signed")),
        ("ru", "Стороны подпишут перемирие.", ("ceasefire", "expected")),
        ("ru", "Перемирие будет подписано.", ("ceasefire", "expected")),
        ("ru", "Подписав перемирие, делегации разъехались.", ("ceasefire", "signed")),
        ("ru", "О перемирии стороны договорились.", ("ceasefire", "agreed")),
        ("it", "Hanno già firmato la tregua.", ("ceasefire", "signed")),
        ("it", "La tregua è stata firmata.", ("ceasefire", "signed")),
        ("it", "Firmeranno la tregua.", ("ceasefire", "expected")),
        ("it", "Si sono accordati su una tregua.", ("ceasefire", "agreed")),
    ],
)
def test_voice_gives_the_status(language: str, text: str, claim: tuple[str, str]) -> None:
    assert claim in claims_of(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He insists that the sides sign a truce."),
        ("en", "The signing of a truce interests everybody."),
        ("ru", "Мы работаем, чтобы перемирие было подписано."),
        ("ru", "Он хочет, чтобы стороны подписали перемирие."),
        ("it", "Avrebbero firmato una tregua."),
        ("it", "La firma della tregua interessa tutti."),
    ],
)
def test_wish_and_hearsay_tell_no_signature(language: str, text: str) -> None:
    assert ("ceasefire", "signed") not in claims_of(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The talks will resume next week."),
        ("ru", "Переговоры возобновятся в среду."),
        ("it", "I colloqui riprenderanno lunedì."),
    ],
)
def test_talks_told_in_the_future_are_expected(language: str, text: str) -> None:
    assert ("next-round", "expected") in claims_of(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers discussed prisoner swaps, humanitarian aid and border demarcation."),
        ("ru", "Министры обсудили обмен пленными, гуманитарную помощь и делимитацию границы."),
        ("it", "I ministri hanno discusso dello scambio di prigionieri, degli aiuti umanitari e della demarcazione."),
    ],
)
def test_every_member_of_a_list_is_claimed(language: str, text: str) -> None:
    issues = {issue for issue, status in claims_of(language, text) if status == "under-discussion"}
    assert issues == {"prisoners", "humanitarian-access", "borders"}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Russia and Ukraine have signed a truce."), ("it", "Russia e Ucraina hanno firmato una tregua.")],
)
def test_evidence_begins_with_who_acts(language: str, text: str) -> None:
    claims = read_text(text, published=None).record.claims
    assert [claim.evidence[0].text for claim in claims] == [text.rstrip(".")]
    assert set(claims[0].parties) == {"RU", "UA"}
