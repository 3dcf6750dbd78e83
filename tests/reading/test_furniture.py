"""What belongs to the page: lines, pieces run into the text, datelines, credits, notices of translation."""

from __future__ import annotations

import pytest

from dragoman.reading.found import Furniture
from dragoman.reading.layout.furniture import body_sentences, find_furniture, mark_skipped
from dragoman.reading.layout.lexicons import reading_pack
from dragoman.reading.layout.prepare import prepare


def furniture(language: str, text: str) -> list[tuple[str, str]]:
    article = prepare(text, reading_pack(language), None)
    found, _ = find_furniture(article)
    return [(piece.kind, article.span(piece.start, piece.end).text) for piece in found]


PIECES = [
    ("ru", "Делегации встретились в Женеве Фото: ТАСС Переговоры длились три часа.", [("caption", "Фото: ТАСС")]),
    (
        "ru",
        "Министр ответил на критику Анна Белова (Фото: Иван Серов / РБК) Новая встреча пройдет в мае.",
        [("caption", "Анна Белова (Фото: Иван Серов / РБК)")],
    ),
    ("ru", "Обмен состоялся утром. Video Стороны назвали его успешным.", [("navigation", "Video")]),
    (
        "ru",
        "Обмен состоялся утром. Глава делегации назвал условия новой встречи Политика Стороны ждут ответа.",
        [("related", "Глава делегации назвал условия новой встречи Политика")],
    ),
    ("ru", "Стороны ждут ответа. Читайте нас в Telegram.", [("promotion", "Читайте нас в Telegram.")]),
    ("it", "Il vertice si terrà a Roma.Continua a leggere", [("navigation", "Continua a leggere")]),
    (
        "it",
        "Il vertice è finito tardi […] L'articolo Vertice a Roma. “Passi avanti” proviene da Il Fatto Quotidiano.",
        [("syndication-credit", "L'articolo Vertice a Roma. “Passi avanti” proviene da Il Fatto Quotidiano.")],
    ),
    ("it", "I delegati sono partiti. [[ge:galleria:12]] Torneranno lunedì.", [("navigation", "[[ge:galleria:12]]")]),
    ("it", "I delegati sono partiti ieri sera.\nFoto Ansa", [("caption", "Foto Ansa")]),
    (
        "en",
        "The envoys met in Doha. The post Envoys meet in Doha appeared first on The Daily Ledger.",
        [("syndication-credit", "The post Envoys meet in Doha appeared first on The Daily Ledger.")],
    ),
    (
        "en",
        "The envoys left.\nDelegates arrive at the hotel on Monday [File: Ann Lee/Reuters]\nTalks resume on Friday.",
        [("caption", "Delegates arrive at the hotel on Monday [File: Ann Lee/Reuters]")],
    ),
    (
        "en",
        "The envoys left.\nSign up for our daily newsletter\nTalks resume.",
        [("promotion", "Sign up for our daily newsletter")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), PIECES)
def test_reader_finds_furniture_run_into_the_text(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert furniture(language, text) == expected


DATELINES = [
    ("en", "WASHINGTON, Feb 26 (Reuters) - Talks resumed on Thursday.", "WASHINGTON, Feb 26 (Reuters) -"),
    ("en", "GENEVA — Talks resumed on Thursday.", "GENEVA —"),
    ("ru", "МОСКВА, 26 фев — РИА Новости. Переговоры возобновились.", "МОСКВА, 26 фев — РИА Новости."),
    ("ru", "МОСКВА, 26 февраля. /ТАСС/. Переговоры возобновились.", "МОСКВА, 26 февраля. /ТАСС/."),
    ("ru", "Москва. 26 февраля. ИНТЕРФАКС - Переговоры возобновились.", "Москва. 26 февраля. ИНТЕРФАКС -"),
    ("it", "(ANSA) - ROMA, 26 FEB - I colloqui sono ripresi.", "(ANSA) - ROMA, 26 FEB -"),
    ("it", "Roma, 26 feb. (askanews) - I colloqui sono ripresi.", "Roma, 26 feb. (askanews) -"),
]


@pytest.mark.parametrize(("language", "text", "dateline"), DATELINES)
def test_reader_sets_the_dateline_apart(language: str, text: str, dateline: str) -> None:
    assert furniture(language, text) == [("dateline", dateline)]


REPORTS = [
    ("en", "The video shows the delegates. By Tuesday the photo had been seen by millions."),
    ("en", "Moscow — which hosted the talks — welcomed the deal."),
    ("ru", "Политика санкций обсуждалась отдельно. На видео видно, как делегаты уезжают."),
    ("it", "Il video mostra i delegati. La foto di gruppo è stata rinviata, secondo Ansa."),
]


@pytest.mark.parametrize(("language", "text"), REPORTS)
def test_reader_leaves_the_report_alone(language: str, text: str) -> None:
    assert furniture(language, text) == []


def test_a_piece_parts_the_sentence_that_holds_it() -> None:
    article = prepare(PIECES[0][1], reading_pack("ru"), None)
    found, _ = find_furniture(article)
    sentences = body_sentences(article, mark_skipped(article, found))
    assert [article.span(s.start, s.end).text for s in sentences] == [
        "Делегации встретились в Женеве",
        "Переговоры длились три часа.",
    ]


def test_headline_repeated_at_the_end_is_furniture() -> None:
    text = "Envoys meet in Doha again\n\nThe envoys met.\nThey will meet again.\nEnvoys meet in Doha again"
    assert furniture("en", text) == [("navigation", "Envoys meet in Doha again")]


NOTICES = [
    ("en", "The envoys met.\nThis article was translated from Arabic by the desk.", "ar"),
    ("ru", "Посланники встретились.\nПеревод с английского Анны Беловой", "en"),
    ("it", "Gli inviati si sono incontrati.\nTraduzione dal russo di Anna Bianchi", "ru"),
    ("ar", "التقى المبعوثون في الدوحة.\nترجمة عن الإنكليزية", "en"),
    ("ar", "التقى المبعوثون.\nهذا المقال لقاء المبعوثين يأتي من Scenari Economici.", "it"),
]


@pytest.mark.parametrize(("language", "text", "original"), NOTICES)
def test_notice_of_translation_names_the_language_of_the_original(language: str, text: str, original: str) -> None:
    _, credit = find_furniture(prepare(text, reading_pack(language), None))
    assert credit.language == original


def test_credit_tells_title_and_publisher() -> None:
    _, credit = find_furniture(prepare(PIECES[6][1], reading_pack("it"), None))
    assert (credit.title, credit.publisher) == ("Vertice a Roma. “Passi avanti”", "Il Fatto Quotidiano")


def test_pieces_do_not_overlap() -> None:
    found, _ = find_furniture(prepare(" ".join(text for _, text, _ in PIECES[:5]), reading_pack("ru"), None))
    assert all(isinstance(piece, Furniture) for piece in found)
    assert all(first.end <= second.start for first, second in zip(found, found[1:], strict=False))
