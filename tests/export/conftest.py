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


MINISTER = span("وزير الخارجية العماني سالم الكندي")
FIRST = span("الجولة الثالثة بين الوفدين استمرت أكثر من أربع ساعات")
SECOND = span("أن الطرفين سيوقعان اتفاق تبادل الأسرى ما لم تتعثر المحادثات")
THIRD = span("أن يكون الملف النووي على جدول الأعمال")
HOSTILE = span("حيلة</script><b>\u202c")
PROMOTION, CREDIT = span("تابعوا قناتنا ليصلكم كل جديد"), span("The post first appeared on a page of examples.")
SPEAKER = "person/salim-al-kindi"


def make_boilerplate() -> tuple[Boilerplate, ...]:
    return (
        Boilerplate(
            start=PROMOTION.start,
            end=PROMOTION.end,
            text=PROMOTION.text,
            kind="promotion",
            rule="boilerplate.channel",
        ),
        Boilerplate(
            start=CREDIT.start, end=CREDIT.end, text=CREDIT.text, kind="syndication-credit", rule="boilerplate.feed"
        ),
    )


def make_actors() -> tuple[Actor, ...]:
    return (
        Actor(
            id=SPEAKER,
            name="Salim al-Kindi",
            type="person",
            country="OM",
            roles=(Role(title="foreign minister", of="OM", evidence=(MINISTER,)),),
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
    )


def make_times() -> tuple[Time, ...]:
    return (
        Time(span=span("اليوم الخميس"), type="DATE", value="2026-01-15", rule="time.weekday"),
        Time(span=span("أكثر من أربع ساعات"), type="DURATION", value="PT4H", mod="MORE_THAN", rule="time.duration"),
    )


def make_statements() -> tuple[Statement, ...]:
    return (
        Statement(
            id="s1",
            speaker=SPEAKER,
            label=span("سالم الكندي"),
            via=(),
            cue=span("قال"),
            content=FIRST,
            mode="direct",
            certainty="CT+",
            date="2026-01-15",
            rule="statement.verb-subject",
        ),
        Statement(
            id="s2",
            speaker=SPEAKER,
            label=None,
            via=("Oman News Agency",),
            cue=span("وأضاف"),
            content=SECOND,
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
            content=THIRD,
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
            content=HOSTILE,
            mode="mixed",
            certainty="Uu",
            date=None,
            rule="statement.judge",
        ),
    )


def make_rounds() -> tuple[Round, ...]:
    return (
        Round(
            id="r1",
            parties=("OM", "YE"),
            mediators=("country/OM",),
            date=RoundDate(value="2026-01-15", span=span("اليوم الخميس")),
            place=RoundPlace(name="Muscat", country="OM", span=span("مسقط")),
            venue=None,
            duration=RoundDuration(value="PT4H", mod="MORE_THAN", span=span("أكثر من أربع ساعات")),
            delegations=(Delegation(party="OM", head=SPEAKER),),
            status="held",
            evidence=(FIRST,),
            rule="round.held",
        ),
    )


def make_claims() -> tuple[Claim, ...]:
    return (
        Claim(
            id="c1",
            issue="prisoners",
            status="conditional",
            parties=(),
            statement="s2",
            condition="ما لم تتعثر المحادثات",
            evidence=(SECOND,),
            rule="claim.condition",
        ),
        Claim(
            id="c2",
            issue="nuclear/programme",
            status="off-agenda",
            parties=(),
            statement="s3",
            condition=None,
            evidence=(THIRD,),
            rule="claim.excluded",
        ),
    )


def make_events() -> tuple[Event, ...]:
    return (
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
            evidence=(FIRST,),
            rule="event.consult",
        ),
    )


def make_record() -> Record:
    return Record(
        document=DocumentFacts(
            id="sha256-0123456789abcdef",
            text=TEXT,
            language="ar",
            direction="rtl",
            title="وفدان يبحثان تبادل الأسرى في مسقط",
            published="2026-01-15",
        ),
        boilerplate=make_boilerplate(),
        actors=make_actors(),
        times=make_times(),
        statements=make_statements(),
        rounds=make_rounds(),
        claims=make_claims(),
        events=make_events(),
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
