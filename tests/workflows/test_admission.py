"""What may be read, and what is refused with which advice."""

from datetime import date, datetime

import pytest

from dragoman.errors import DateError, EmptyTextError, LanguageError, TextTooLongError
from dragoman.workflows.admission import LONGEST_TEXT, check_language, check_text, choose_language, parse_published


@pytest.mark.parametrize("text", ["", " \n\t", "…!؟«»", "\u200f\u202e"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(EmptyTextError, match="give the words"):
        check_text(text)


def test_text_that_is_too_long_is_refused_politely() -> None:
    with pytest.raises(TextTooLongError, match="Split it"):
        check_text("a" * (LONGEST_TEXT + 1))


def test_text_of_a_million_characters_is_admitted() -> None:
    check_text("سلام " * 200_000)


def test_late_words_count_too() -> None:
    check_text(" " * 50_000 + "سلام")


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2025-04-10", date(2025, 4, 10)),
        (" 2025-04-10 ", date(2025, 4, 10)),
        ("2025-04-10T23:30:00+03:00", date(2025, 4, 10)),
        (date(2025, 4, 10), date(2025, 4, 10)),
        (datetime(2025, 4, 10, 12), date(2025, 4, 10)),
        (None, None),
    ],
)
def test_dates_are_taken_in_every_usual_shape(given: date | str | None, day: date | None) -> None:
    assert parse_published(given) == day


@pytest.mark.parametrize("given", ["2025-02-30", "yesterday", "", "10.04.2025", "2025-13-01", "0000-00-00"])
def test_date_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(DateError, match="year-month-day"):
        parse_published(given)


def test_language_of_a_pack_is_chosen() -> None:
    assert choose_language("قال الوزير إن المحادثات مستمرة") == "ar"
    assert choose_language("The minister said that talks would go on") == "en"
    assert choose_language("Министр сообщил, что переговоры продолжаются") == "ru"
    assert choose_language("Il ministro ha detto che i colloqui continuano") == "it"
    assert choose_language("The talks go on", "ar") == "ar"


def test_language_may_be_named_in_words() -> None:
    assert check_language("Arabic") == "ar"
    assert check_language(" AR ") == "ar"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وزیر خارجه ایران گفت که مذاکرات ادامه دارد", "Persian"),
        ("وزیراعظم نے کہا ہے کہ مذاکرات جاری ہیں", "Urdu"),
        ("Переговори відновилися, і це добре", "Ukrainian"),
        ("השיחות התחדשו", "Hebrew"),
        ("谈判恢复", "Chinese"),
        ("Les négociations ont repris", "French"),
        ("د بهرنیو چارو وزیر وویل چې خبرې به دوام ولري او دواړو لورو پر راتلونکې غونډې هوکړه کړې ده.", "Pashto"),
        (
            "وەزیری دەرەوە گوتی کە دانوستانەکان بەردەوام دەبن و هەردوو لا لەسەر کۆبوونەوەی داهاتوو ڕێککەوتوون.",
            "Kurdish",
        ),
        (
            "Міністр замежных спраў заявіў, што перамовы будуць працягвацца, і бакі дамовіліся пра наступную сустрэчу.",
            "Belarusian",
        ),
        (
            "Министърът на външните работи заяви, че преговорите ще продължат и страните са се договорили за следващата среща.",
            "Bulgarian",
        ),
        (
            "Министар спољних послова изјавио је да ће се преговори наставити и да су се стране договориле о следећем састанку.",
            "Serbian",
        ),
        (
            "Сыртқы істер министрі келіссөздер жалғасатынын және тараптар келесі кездесу туралы келіскенін айтты.",
            "Kazakh",
        ),
        (
            "El ministro de Exteriores dijo que las negociaciones continuarán y que las dos partes acordaron la próxima reunión.",
            "Spanish",
        ),
        (
            "O ministro das Relações Exteriores disse que as negociações vão continuar e que as partes vão reunir-se outra vez.",
            "Portuguese",
        ),
        (
            "Der Außenminister sagte, dass die Verhandlungen weitergehen und das nächste Treffen vereinbart ist.",
            "German",
        ),
        (
            "Dışişleri bakanı görüşmelerin süreceğini ve iki tarafın bir sonraki toplantı konusunda anlaştığını söyledi.",
            "Turkish",
        ),
        (
            "Xarici işlər naziri danışıqların davam edəcəyini və tərəflərin növbəti görüş barədə razılığa gəldiyini bildirib.",
            "Azerbaijani",
        ),
        (
            "Minister spraw zagranicznych powiedział, że rozmowy będą kontynuowane, a obie strony uzgodniły następne spotkanie.",
            "Polish",
        ),
        (
            "Ministrul de externe a spus că negocierile vor continua și că părțile se vor întâlni din nou.",
            "Romanian",
        ),
        (
            "Ο υπουργός Εξωτερικών είπε ότι οι συνομιλίες θα συνεχιστούν και οι δύο πλευρές συμφώνησαν για την επόμενη συνάντηση.",
            "Greek",
        ),
        ("外相は協議が続くと述べ、双方は次回の会合で合意したと語った。", "Japanese"),
        ("Արտգործնախարարն ասաց, որ բանակցությունները կշարունակվեն։", "Armenian"),
        ("საგარეო საქმეთა მინისტრმა თქვა, რომ მოლაპარაკებები გაგრძელდება.", "Georgian"),
        ("विदेश मंत्री ने कहा कि बातचीत जारी रहेगी और दोनों पक्ष अगली बैठक पर सहमत हुए हैं।", "Hindi"),
    ],
)
def test_other_languages_are_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(LanguageError, match=name):
        choose_language(text)


def test_unknown_language_asks_to_be_named() -> None:
    with pytest.raises(LanguageError, match="--language CODE"):
        choose_language("Istanbul")


def test_language_without_pack_is_refused() -> None:
    with pytest.raises(LanguageError, match=r"Persian.*Packs: .*ar \(Arabic\)"):
        check_language("fa")
    with pytest.raises(LanguageError, match="'qqq'"):
        check_language("qqq")
