"""Arabic time expressions: what they are worth on the day of publication, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.languages.loader import load_pack
from dragoman.reading.found import FoundTime
from dragoman.reading.layout.prepare import prepare
from dragoman.reading.times.times import find_times

PUBLISHED = date(2025, 4, 12)  # a Saturday


def read(text: str, published: date | None = PUBLISHED) -> list[FoundTime]:
    return list(find_times(prepare(text, load_pack("ar"), published)))


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [time.value for time in read(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("التقى الوزيران الخميس في جنيف", "2025-04-10"),
        ("وصل الوفد اليوم السبت", "2025-04-12"),
        ("وقع الطرفان الأربعاء الماضي", "2025-04-09"),
        ("يعود الوفد الأربعاء المقبل", "2025-04-16"),
        ("ستنطلق الجولة الاثنين", "2025-04-14"),
        ("يفترض أن تبدأ المحادثات الأحد", "2025-04-13"),
        ("كان من المقرر أن تبدأ المحادثات الأحد", "2025-04-06"),
        ("غادر مساء أمس", "2025-04-11TEV"),
        ("غادر فجر الجمعة", "2025-04-11TMO"),
        ("وصل أول من أمس", "2025-04-10"),
        ("زار العاصمة البارحة الأولى", "2025-04-10"),
        ("يصل غدا", "2025-04-13"),
        ("يصل بعد غد", "2025-04-14"),
    ],
)
def test_days_near_publication(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("اتفقا في 3 آذار/مارس على ذلك", "2025-03-03"),
        ("اتفقا في ٣ آذار (مارس) ٢٠٢٤", "2024-03-03"),
        ("اتفقا في الثالث والعشرين من شباط", "2025-02-23"),
        ("اتفقا منذ تشرين الثاني/نوفمبر 2021", "2021-11"),
        ("تعقد القمة في حزيران المقبل", "2025-06"),
        ("انتهت الهدنة في ديسمبر", "2024-12"),
        ("بحلول كانون الثاني يناير 2026", "2026-01"),
        ("صدر البيان في 12/3/2025", "2025-03-12"),
        ("صدر البيان في 2025-03-12", "2025-03-12"),
        ("في غشت 2024", "2024-08"),
        ("عقد اجتماع يوم 9", "2025-04-09"),
    ],
)
def test_dates_with_a_month(text: str, value: str) -> None:
    assert values(text) == [value]


def test_two_days_of_one_month_are_two_dates() -> None:
    assert values("يزور الوفد بيروت في 12 و13 آب (أغسطس)") == ["2025-08-12", "2025-08-13"]
    assert values("بين يناير ومارس 2014") == ["2014-01", "2014-03"]


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("استمرت أكثر من خمس ساعات", "PT5H", "MORE_THAN"),
        ("استمرت نحو ساعتين", "PT2H", "APPROX"),
        ("استمرت 90 دقيقة", "PT90M", None),
        ("حرب دامت أربع سنوات ونصف السنة", "P4Y6M", None),
        ("حرب دامت عامين", "P2Y", None),
        ("جمود منذ أشهر", "PXM", None),
        ("جمود لعدة أشهر", "PXM", None),
        ("يغادر خلال أيام", "PXD", None),
        ("لمدة سنة و45 يوما", "P1Y45D", None),
        ("استمر نصف ساعة", "PT30M", None),
        ("مطلع الشهر الحالي", "2025-04", "START"),
        ("منتصف تموز (يوليو) الماضي", "2024-07", "MID"),
        ("حتى نهاية العام", "2025", "END"),
        ("أواخر 2017", "2017", "END"),
    ],
)
def test_durations_and_parts(text: str, value: str, mod: str | None) -> None:
    assert [(time.value, time.mod) for time in read(text)] == [(value, mod)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الأسبوع الماضي", "2025-W14"),
        ("الأسبوع المقبل", "2025-W16"),
        ("في وقت سابق من هذا الأسبوع", "2025-W15"),
        ("قبل ثلاثة أسابيع", "2025-W12"),
        ("قبل يومين", "2025-04-10"),
        ("قبل نحو شهرين", "2025-02"),
        ("قبل عام ونصف", "2023-10"),
        ("تسعينيات القرن الماضي", "199"),
        ("الصيف الماضي", "2024-SU"),
        ("الربع الأول من 2025", "2025-Q1"),
    ],
)
def test_periods_counted_from_publication(text: str, value: str) -> None:
    assert values(text) == [value]


def test_before_another_event_a_number_of_days_is_a_length() -> None:
    assert [(time.type, time.value) for time in read("قبل ثلاثة أيام من القمة")] == [("DURATION", "P3D")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15 رمضان 1445 هـ", "2024-03-25"),
        ("الأول من محرم 1446هـ", "2024-07-07"),
        ("في 1/9/1446هـ", "2025-03-01"),
        ("عام 1446هـ", "2024-07-07/2025-06-25"),
        ("في العاشر من ذي الحجة", "2025-06-06"),
        ("شهر رمضان المبارك", "2025-03-01/2025-03-29"),
    ],
)
def test_islamic_dates_become_gregorian(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_day_given_in_both_calendars_is_the_same_day() -> None:
    assert values("الاثنين 15 رمضان 1445 هـ الموافق 25 مارس 2024م") == ["2024-03-25", "2024-03-25"]


@pytest.mark.parametrize(
    "text",
    [
        "تنفيذ القرار 2216 بلا شروط",
        "قرار مجلس الأمن رقم 1701",
        "بموجب القرارين 2254 و2268",
        "منذ صدور القرار 2118",
        "بلغ السعر 2000 دولار للطن",
        "نزح 2015 شخصا من القرى",
        "فاز الفريق 3-2",
        "دمار في 1995 قرية",
        "بنسبة 20,5 في المئة",
        "قتل 2012 جنديا",
        "الرجل البالغ من العمر 45 عاما",
        "قال أحمد (45 عاما) إنه عاد",
        "قال الأمين العام للأمم المتحدة",
        "قال الأمين العام الحالي للمنظمة",
        "قناة روسيا اليوم",
        "مارس ضغوطا على الحكومة",
        "قوى 14 آذار",
        "رجب طيب أردوغان",
        "والآن يدعو إلى الهدوء مؤخرا",
    ],
)
def test_numbers_ages_and_names_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("اتفاقية 1959", ["1959"]),
        ("منذ 2011", ["2011"]),
        ("حدث في 2016.", ["2016"]),
        ("بين 2011 و2015", ["2011", "2015"]),
        ("عام 2012", ["2012"]),
    ],
)
def test_a_year_stands_where_the_grammar_of_years_allows_it(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_without_publication_a_weekday_stays_open() -> None:
    assert values("التقيا الخميس", None) == ["XXXX-WXX-4"]
    assert values("التقيا في 5 أيار", None) == ["XXXX-05-05"]
    assert values("الأسبوع الماضي", None) == ["XXXX-WXX"]


def test_clock_takes_the_day_named_with_it() -> None:
    assert values("عند الساعة 14:30 بتوقيت غرينتش") == ["2025-04-12T14:30"]
    assert values("الساعة الثامنة مساء الخميس") == ["2025-04-10T20:00"]


def test_a_tale_keeps_its_year() -> None:
    text = "اندلعت الحرب في شباط/فبراير 2022. واجتمع الوفدان في 7 آذار/مارس. وفي أيار/مايو انسحبت القوات."
    assert values(text) == ["2022-02", "2022-03-07", "2022-05"]


def test_spans_are_the_words_of_the_expression() -> None:
    text = "وحضر الوفد مساء الأربعاء عشاء استمر أكثر من ساعتين."
    article = prepare(text, load_pack("ar"), PUBLISHED)
    assert [article.span(time.start, time.end).text for time in find_times(article)] == [
        "مساء الأربعاء",
        "أكثر من ساعتين",
    ]
