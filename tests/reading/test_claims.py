"""Claims of short invented sentences: which issue, which status, on whose word, in which words."""

from __future__ import annotations

import pytest

from dragoman.languages import load_pack
from dragoman.reading.claims.claims import find_claims
from dragoman.reading.found import FoundClaim, FoundStatement
from dragoman.reading.layout.article import Article
from dragoman.reading.layout.prepare import prepare


def read(text: str, *statements: FoundStatement) -> tuple[Article, tuple[FoundClaim, ...]]:
    article = prepare(text, load_pack("ar"), None)
    return article, find_claims(article, (), statements)


def said(text: str, *statements: FoundStatement) -> set[tuple[str, str]]:
    return {(claim.issue, claim.status) for claim in read(text, *statements)[1]}


def report(article: Article, words: str, act: str = "say") -> FoundStatement:
    begin = article.text.index(words)
    start = next(index for index, place in enumerate(article.starts) if place >= begin)
    end = next(index for index, place in enumerate(article.ends) if place >= begin + len(words)) + 1
    return FoundStatement(start=start, end=end, cue_start=None, cue_end=None, speaker=None, act=act)


@pytest.mark.parametrize(
    ("text", "issue", "status"),
    [
        ("تركز المحادثات على تأشيرات الدبلوماسيين.", "missions/visas", "on-agenda"),
        ("أوكرانيا ليست على جدول الأعمال.", "war-in-ukraine", "off-agenda"),
        ("تعثرت المحادثات بشأن تبادل الأسرى.", "prisoners", "stalled"),
        ("وصل الحوار حول سد النهضة إلى طريق مسدود.", "water", "stalled"),
        ("طالبت تونس بسحب القوات.", "withdrawal", "demanded"),
        ("رفضت الحركة نزع سلاحها.", "disarmament", "refused"),
        ("بحث الوزيران سبل إدخال المساعدات.", "humanitarian-access", "under-discussion"),
        ("محادثات تهدف إلى تسوية سياسية تجري في عمان.", "peace-settlement", "under-discussion"),
        ("من المقرر عقد جولة جديدة من المفاوضات الأحد.", "next-round", "expected"),
        ("اقترحت الرباط عقد قمة في الخريف.", "summit", "proposed"),
        ("ألغت الحكومة القمة.", "summit", "withdrawn"),
        ("وافقت دمشق على إجراء محادثات مباشرة.", "next-round", "accepted"),
        ("انهارت الهدنة بعد يومين.", "ceasefire", "broken"),
        ("تنص الخطة على إعادة الإعمار.", "reconstruction", "proposed"),
        ("ينص الاتفاق على عودة النازحين.", "displaced-persons", "agreed"),
        ("استبعد المحلل رفع العقوبات.", "sanctions", "doubted"),
        ("تجري في جنيف محادثات حول تبادل الأسرى.", "prisoners", "under-discussion"),
        ("القمة بين الزعيمين ستعقد في الربيع.", "summit", "expected"),
        ("تستعد تونس لمحادثات مع جارتها.", "next-round", "expected"),
        ("وأشاد بموافقته على لقاء نظيره.", "next-round", "accepted"),
        ("تم تبادل الأسرى صباح الأحد.", "prisoners", "fulfilled"),
        ("تضاءلت آمال رفع العقوبات.", "sanctions", "doubted"),
        ("هناك خلافات بين الجانبين حول ترسيم الحدود.", "borders", "stalled"),
        ("طرحت الحكومة أمس خطة لإعادة الإعمار.", "reconstruction", "proposed"),
        ("يريد الوفد سحب القوات قبل الصيف.", "withdrawal", "demanded"),
        ("يهدف الاتفاق إلى خفض الرسوم الجمركية.", "trade/tariffs", "on-agenda"),
        ("أنشطة التخصيب تنتهك القرار الأخير.", "nuclear/enrichment", "broken"),
        ("نزع السلاح مسألة يجب حلها بالحوار.", "disarmament", "demanded"),
        ("يناقش الوزيران الأزمة في ليبيا، وكذلك الملف النووي.", "nuclear/programme", "under-discussion"),
        ("من غير المقبول رفع العقوبات الآن.", "sanctions", "refused"),
    ],
)
def test_sentence_makes_claim(text: str, issue: str, status: str) -> None:
    assert (issue, status) in {(found.removesuffix("/blockade"), standing) for found, standing in said(text)}


def test_listed_issues_share_the_cue() -> None:
    assert said("اتفق الجانبان على وقف إطلاق النار وتبادل الأسرى.") == {
        ("ceasefire", "agreed"),
        ("prisoners", "agreed"),
    }


def test_not_this_but_that_divides_the_agenda() -> None:
    found = said("تركز المحادثات على التأشيرات، وليس على تطبيع العلاقات.")
    assert found == {("missions/visas", "on-agenda"), ("normalization", "off-agenda")}


def test_agreement_to_discuss_is_no_agreement() -> None:
    assert said("اتفق الوفدان على مواصلة بحث سحب القوات.") == {("withdrawal", "under-discussion")}


def test_condition_is_kept_in_its_words() -> None:
    article, claims = read("لن نوافق على نزع السلاح إلا بعد انسحاب كامل.")
    (claim,) = claims
    assert (claim.issue, claim.status) == ("disarmament", "conditional")
    assert claim.condition_start is not None and claim.condition_end is not None
    assert article.span(claim.condition_start, claim.condition_end).text == "إلا بعد انسحاب كامل"


def test_evidence_shows_the_negation() -> None:
    article, claims = read("لم يتفق الطرفان على الهدنة.")
    assert [article.span(claim.start, claim.end).text for claim in claims] == ["لم يتفق الطرفان على الهدنة"]


def test_bare_mention_makes_no_claim() -> None:
    assert said("زار مبعوث السلام العاصمة وتحدث عن الهدنة القديمة.") == set()


def test_question_makes_no_claim() -> None:
    assert said("هل رفضت الحكومة تبادل الأسرى؟") == set()


def test_headline_makes_no_claim() -> None:
    _, claims = read("اتفاق على هدنة بعد توقيع اتفاق السلام\n\nوقع الطرفان اتفاق السلام في جوبا.")
    assert [(claim.issue, claim.status) for claim in claims] == [("peace-settlement", "signed")]


def test_claim_rests_on_the_shortest_statement_around_it() -> None:
    text = "قال الوزير إن الجانبين اتفقا على الهدنة."
    article, _ = read(text)
    outer, inner = report(article, "إن الجانبين اتفقا على الهدنة"), report(article, "الجانبين اتفقا على الهدنة")
    assert [claim.statement for claim in find_claims(article, (), (outer, inner))] == [1]


def test_hope_of_the_report_is_hope_of_the_claim() -> None:
    article, _ = read("قال إن الجانبين اتفقا على الهدنة.")
    claims = find_claims(article, (), (report(article, "الجانبين اتفقا على الهدنة", act="hope"),))
    assert {claim.status for claim in claims} == {"expected"}


def test_skipped_sentence_makes_no_claim() -> None:
    article, _ = read("اتفق الجانبان على الهدنة.")
    assert find_claims(article, (), (), bytearray(b"\x01" * len(article.words))) == ()


def test_talks_that_go_on_are_about_the_topic_of_the_article() -> None:
    text = "تتفاوض الدولتان على تقاسم مياه النهر.\nوتتواصل المفاوضات في العاصمة."
    assert ("water", "under-discussion") in said("سد\n\nاتفقت الدولتان على ملء السد.\nوتتواصل المفاوضات في العاصمة.")
    assert len(said(text)) <= 1


def test_final_agreement_is_on_the_topic_of_the_article() -> None:
    found = said("خبر\n\nبحث الوفدان رفع العقوبات وتخفيف العقوبات.\nولم يتوصلا إلى اتفاق نهائي.")
    assert ("sanctions", "stalled") in found or ("peace-settlement", "stalled") in found


def test_length_of_time_is_no_condition() -> None:
    assert not any(status == "conditional" for _, status in said("لم تتوقف الحركة عن عرقلة أي حل سياسي قبل سنوات."))


def test_states_that_take_part_are_no_encounter() -> None:
    found = said("تثير القضية خلافات بين الدول المشاركة في المفاوضات.")
    assert not any(issue == "next-round" for issue, _ in found)


def test_text_without_full_stops_is_read_in_pieces() -> None:
    article, found = read("اتفق الطرفان على وقف إطلاق النار وتبادل الأسرى " * 200)
    assert len(found) > 300
