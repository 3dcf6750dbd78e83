"""Rounds of short invented reports: who met whom, where and when, what is one meeting and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model.record import Round
from dragoman.reading.pipeline import read_article

PUBLISHED = date(2025, 4, 16)


def rounds(text: str) -> tuple[Round, ...]:
    return read_article(text, published=PUBLISHED).record.rounds


def only(text: str) -> Round:
    found = rounds(text)
    assert len(found) == 1, [round_.parties for round_ in found]
    return found[0]


def day(round_: Round) -> str | None:
    return round_.date.value if round_.date else None


def place(round_: Round) -> str | None:
    return round_.place.name if round_.place else None


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("عقدت محادثات بين تونس والمغرب في جنيف الاثنين.", {"TN", "MA"}),
        (
            "أجرى وزير الخارجية التركي هاكان فيدان محادثات مع وزير الخارجية المصري بدر عبد العاطي في أنقرة.",
            {"TR", "EG"},
        ),
        ("التقى وزير الخارجية التركي هاكان فيدان بنظيره المصري بدر عبد العاطي في جدة الاثنين.", {"TR", "EG"}),
        ("استضافت جنيف الاثنين المحادثات الليبية التونسية.", {"LY", "TN"}),
        ("اجتمع الوفدان التركي واليوناني الاثنين في جنيف.", {"TR", "GR"}),
        ("عقد اجتماع الاثنين في جنيف بمشاركة تركيا واليونان وقبرص.", {"TR", "GR", "CY"}),
        ("شاركت تونس في محادثات. وعقد لقاء الاثنين في جنيف ضم ليبيا وتونس.", {"LY", "TN"}),
        ("عقدت قمة بين الكوريتين في بانمونجوم الاثنين.", {"KR", "KP"}),
        ("تختلف تركيا مع اليونان. وعقد اجتماع بين البلدين في جنيف الاثنين.", {"TR", "GR"}),
    ],
)
def test_reader_finds_who_met(text: str, parties: set[str]) -> None:
    assert set(only(text).parties) == parties


def test_reader_takes_the_country_after_a_preposition_of_place_for_no_party() -> None:
    found = only("أجرى الوفد التركي مباحثات مع الوفد اليوناني بالكويت الاثنين.")
    assert set(found.parties) == {"TR", "GR"}
    assert place(found) in ("Kuwait", "Kuwait City")


def test_reader_guesses_no_party() -> None:
    assert not any(round_.parties for round_ in rounds("عقدت جولة جديدة من المفاوضات في جنيف الاثنين."))


def test_reader_makes_no_round_of_talks_that_are_only_asked_for() -> None:
    assert rounds("دعا الوزير إلى مفاوضات بين تركيا واليونان، ورفض أي محادثات في جنيف.") == ()


def test_reader_makes_no_round_of_a_tour_or_an_interview() -> None:
    assert rounds("بدأ الوزير جولة إقليمية تشمل تونس والمغرب الاثنين. وقال في لقاء تلفزيوني في تونس إنه متفائل.") == ()


def test_reader_makes_no_round_of_a_telephone_call() -> None:
    assert rounds("أجرى الرئيس التركي رجب طيب أردوغان اتصالا هاتفيا مع الرئيس المصري عبد الفتاح السيسي الاثنين.") == ()


def test_reader_makes_a_round_of_talks_by_telephone() -> None:
    text = (
        "جرى اتصال هاتفي بين الرئيس التركي رجب طيب أردوغان والرئيس المصري عبد الفتاح السيسي الاثنين."
        " وأضاف البيان أن المحادثات بين الرئيسين استمرت ساعتين."
    )
    found = only(text)
    assert day(found) == "2025-04-14"
    assert found.duration is not None and found.duration.value == "PT2H"


def test_reader_gives_a_meeting_the_place_and_day_of_the_journey_to_it() -> None:
    text = "وصل وزير الخارجية التركي هاكان فيدان إلى أثينا الثلاثاء لإجراء محادثات مع نظيره اليوناني جورج جيرابيتريتيس."
    found = only(text)
    assert place(found) == "Athens"
    assert day(found) == "2025-04-15"


def test_reader_leaves_the_day_of_an_invitation_out() -> None:
    text = "وجهت تونس الاثنين دعوة إلى تركيا واليونان لحضور اجتماع جديد في تونس."
    assert all(day(round_) is None for round_ in rounds(text))


def test_reader_leaves_the_day_out_on_which_a_meeting_is_announced() -> None:
    text = "أعلنت الوزارة الاثنين أن محادثات بين تركيا واليونان ستعقد في جنيف."
    found = only(text)
    assert day(found) is None
    assert found.status == "planned"


def test_reader_tells_meetings_apart_that_are_listed_by_ordinals() -> None:
    text = (
        "عقدت تركيا واليونان ثلاثة اجتماعات، الأول في جنيف في يناير 2024،"
        " والثاني في روما في مارس 2024، والثالث في باريس في مايو 2024."
    )
    assert [(place(round_), day(round_)) for round_ in rounds(text)] == [
        ("Geneva", "2024-01"),
        ("Rome", "2024-03"),
        ("Paris", "2024-05"),
    ]


def test_reader_keeps_a_recalled_meeting_apart() -> None:
    text = "اجتمع وفدا تركيا واليونان في جنيف الاثنين. وكانت جولة سابقة من المحادثات بين البلدين عقدت في روما في يناير الماضي."
    assert {(place(round_), day(round_)) for round_ in rounds(text)} == {("Geneva", "2025-04-14"), ("Rome", "2025-01")}


def test_reader_makes_one_round_of_several_mentions() -> None:
    text = (
        "عقد الوفدان التركي واليوناني محادثات في جنيف الاثنين."
        " واستمرت المحادثات خمس ساعات. وترأس الوفد التركي هاكان فيدان."
    )
    found = only(text)
    assert found.duration is not None and found.duration.value == "PT5H"
    assert {delegation.party: delegation.head for delegation in found.delegations}["TR"] == "person/hakan-fidan"


def test_reader_leaves_talks_out_that_only_their_town_tells_apart() -> None:
    text = "اجتمع وفدا تركيا واليونان في روما الاثنين. ولا صلة للاجتماع بمسار محادثات جنيف."
    assert [place(round_) for round_ in rounds(text)] == ["Rome"]


def test_reader_takes_the_time_since_a_meeting_for_no_length() -> None:
    text = "جاء القرار بعد يومين من اجتماع بين تركيا واليونان في جنيف."
    assert all(round_.duration is None for round_ in rounds(text))


def test_reader_takes_envoys_of_international_bodies_for_mediators() -> None:
    text = "التقى مبعوث الأمم المتحدة إلى اليمن مارتن غريفيث بقادة الحوثيين في صنعاء الاثنين."
    found = only(text)
    assert found.parties == ("group/houthis",)
    assert found.mediators == ("person/martin-griffiths",)


def test_reader_knows_a_meeting_called_off() -> None:
    text = "كان من المقرر أن تعقد تركيا واليونان محادثات في جنيف الاثنين، إلا أن المحادثات ألغيت."
    assert only(text).status == "cancelled"
