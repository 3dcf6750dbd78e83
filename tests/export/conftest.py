"""A short invented article with the record that belongs to it, made by hand: exporters need no reader."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dragoman.model.record import (
    Actor,
    Boilerplate,
    Claim,
    Delegation,
    DocumentFacts,
    Event,
    Record,
    Role,
    Round,
    RoundDate,
    RoundDuration,
    RoundPlace,
    Span,
    Statement,
    Time,
)

TEXT = (
    "وفدان يبحثان تبادل الأسرى في مسقط\n\n"
    "قال وزير الخارجية العماني سالم الكندي، اليوم الخميس، إن «الجولة الثالثة بين الوفدين استمرت أكثر من أربع ساعات». "
    "وأضاف أن الطرفين سيوقعان اتفاق تبادل الأسرى ما لم تتعثر المحادثات، بحسب وكالة الأنباء العمانية.\n\n"
    "ونفت مصادر مطلعة أن يكون الملف النووي على جدول الأعمال، ورأت فيه \u202eحيلة</script><b>\u202c.\n\n"
    "تابعوا قناتنا ليصلكم كل جديد\n"
    "The post first appeared on a page of examples."
)


@dataclass(frozen=True)
class Step:
    """One rule at work, as the reading gives it."""

    stage: str
    rule: str
    start: int
    end: int
    note: str = ""


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def make_record() -> Record:
    minister = span("وزير الخارجية العماني سالم الكندي")
    first = span("الجولة الثالثة بين الوفدين استمرت أكثر من أربع ساعات")
    second = span("أن الطرفين سيوقعان اتفاق تبادل الأسرى ما لم تتعثر المحادثات")
    third = span("أن يكون الملف النووي على جدول الأعمال")
    hostile = span("حيلة</script><b>\u202c")
    promotion, credit = span("تابعوا قناتنا ليصلكم كل جديد"), span("The post first appeared on a page of examples.")
    speaker = "person/salim-al-kindi"
    return Record(
        document=DocumentFacts(
            id="sha256-0123456789abcdef",
            text=TEXT,
            language="ar",
            direction="rtl",
            title="وفدان يبحثان تبادل الأسرى في مسقط",
            published="2026-01-15",
        ),
        boilerplate=(
            Boilerplate(
                start=promotion.start,
                end=promotion.end,
                text=promotion.text,
                kind="promotion",
                rule="boilerplate.channel",
            ),
            Boilerplate(
                start=credit.start, end=credit.end, text=credit.text, kind="syndication-credit", rule="boilerplate.feed"
            ),
        ),
        actors=(
            Actor(
                id=speaker,
                name="Salim al-Kindi",
                type="person",
                country="OM",
                roles=(Role(title="foreign minister", of="OM", evidence=(minister,)),),
                mentions=(span("سالم الكندي"),),
            ),
            Actor(id="country/OM", name="Oman", type="country", country="OM", roles=(), mentions=(span("العماني"),)),
            Actor(
                id="org/oman-news-agency",
                name="Oman News Agency",
                type="organization",
                country="OM",
                roles=(),
                mentions=(span("وكالة الأنباء العمانية"),),
            ),
        ),
        times=(
            Time(span=span("اليوم الخميس"), type="DATE", value="2026-01-15", rule="time.weekday"),
            Time(span=span("أكثر من أربع ساعات"), type="DURATION", value="PT4H", mod="MORE_THAN", rule="time.duration"),
        ),
        statements=(
            Statement(
                id="s1",
                speaker=speaker,
                label=span("سالم الكندي"),
                via=(),
                cue=span("قال"),
                content=first,
                mode="direct",
                certainty="CT+",
                date="2026-01-15",
                rule="statement.verb-subject",
            ),
            Statement(
                id="s2",
                speaker=speaker,
                label=None,
                via=("Oman News Agency",),
                cue=span("وأضاف"),
                content=second,
                mode="indirect",
                certainty="PR+",
                date=None,
                rule="statement.added",
            ),
            Statement(
                id="s3",
                speaker=None,
                label=span("مصادر مطلعة"),
                via=(),
                cue=span("ونفت"),
                content=third,
                mode="indirect",
                certainty="CT-",
                date=None,
                rule="statement.deny",
            ),
            Statement(
                id="s4",
                speaker=None,
                label=None,
                via=(),
                cue=None,
                content=hostile,
                mode="mixed",
                certainty="Uu",
                date=None,
                rule="statement.judge",
            ),
        ),
        rounds=(
            Round(
                id="r1",
                parties=("OM", "YE"),
                mediators=("country/OM",),
                date=RoundDate(value="2026-01-15", span=span("اليوم الخميس")),
                place=RoundPlace(name="Muscat", country="OM", span=span("مسقط")),
                venue=None,
                duration=RoundDuration(value="PT4H", mod="MORE_THAN", span=span("أكثر من أربع ساعات")),
                delegations=(Delegation(party="OM", head=speaker),),
                status="held",
                evidence=(first,),
                rule="round.held",
            ),
        ),
        claims=(
            Claim(
                id="c1",
                issue="prisoners",
                status="conditional",
                parties=(),
                statement="s2",
                condition="ما لم تتعثر المحادثات",
                evidence=(second,),
                rule="claim.condition",
            ),
            Claim(
                id="c2",
                issue="nuclear/programme",
                status="off-agenda",
                parties=(),
                statement="s3",
                condition=None,
                evidence=(third,),
                rule="claim.excluded",
            ),
        ),
        events=(
            Event(
                id="e1",
                event_type="CONSULT",
                event_mode="visit",
                cameo="042",
                actor=("country/OM",),
                recipient=(),
                date="2026-01-15",
                place="Muscat",
                reality="occurred",
                statement="s1",
                evidence=(first,),
                rule="event.consult",
            ),
        ),
    )


def make_trace() -> tuple[Step, ...]:
    quoted = span("الجولة الثالثة بين الوفدين استمرت أكثر من أربع ساعات")
    cue = span("قال")
    return (
        Step("statements", "statement.verb-subject", cue.start, quoted.end, "verb, speaker, quotation <i>marks</i>"),
        Step(
            "times",
            "time.duration",
            *(lambda found: (found.start, found.end))(span("أكثر من أربع ساعات")),
            "four hours",
        ),
    )


@pytest.fixture
def record() -> Record:
    return make_record()


@pytest.fixture
def trace() -> tuple[Step, ...]:
    return make_trace()
