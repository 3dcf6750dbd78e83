"""Made-up readings of made-up articles, as many as wanted, in the order of their days.

Every story is one meeting of two parties that a few outlets report, some word for word. Words are invented, so that
texts differ as much as real ones do, and formulas of the trade recur in all of them.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.model.ledger import Arrival
from dragoman.model.record import (
    Actor,
    Claim,
    Delegation,
    DocumentFacts,
    Record,
    Round,
    RoundDate,
    RoundDuration,
    RoundPlace,
    Span,
    Statement,
    Time,
)

PARTIES = tuple("AM AZ CN EG ET FR GB GR IL IN IQ IR LB PK QA RU SA SD SY TR UA US".split())
PLACES = (("Geneva", "CH"), ("Vienna", "AT"), ("Muscat", "OM"), ("Doha", "QA"), ("Istanbul", "TR"), ("Cairo", "EG"))
ISSUES = tuple(
    "prisoners sanctions borders missions/visas transport/flights water ceasefire trade/tariffs grain next-round".split()
)
STATUSES = ("agreed", "proposed", "demanded", "refused", "under-discussion", "being-finalised", "raised", "expected")
FORMULAS = (
    "the spokesperson of the ministry of foreign affairs told reporters on the margins of",
    "according to a statement that was published on the website of the ministry",
    "the two sides stressed the importance of continuing the dialogue in the coming period",
)
_DURATIONS = (("PT2H", None), ("PT5H", "MORE_THAN"), ("PT6H", "APPROX"), ("PT3H30M", None))
_PER_DAY = 12
_FIRST_DAY = date(2015, 1, 1)
_SYLLABLES = ("ba", "der", "lo", "min", "ka", "tur", "ves", "ri", "on", "sha", "pel", "gu", "nor", "ti", "mel")


def made_records(seed: int) -> Iterator[tuple[Record, Arrival]]:
    """Documents without end: about five of each story, two of them copies."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(30_000)]
    for number in itertools.count():
        day = _FIRST_DAY + timedelta(days=number // _PER_DAY)
        yield from _Story(chance, vocabulary, day, number).documents()


class _Story:
    def __init__(self, chance: random.Random, vocabulary: list[str], day: date, number: int) -> None:
        self.chance = chance
        self.vocabulary = vocabulary
        self.day = day
        self.number = number
        self.parties = tuple(sorted(chance.sample(PARTIES, 2)))
        self.place = chance.choice(PLACES)
        self.people = tuple(f"person/{chance.choice(vocabulary)}-{chance.choice(vocabulary)}" for _ in range(3))
        self.issues = chance.sample(ISSUES, 4)

    def documents(self) -> Iterator[tuple[Record, Arrival]]:
        texts = [self._text() for _ in range(3)]
        texts += [
            f"{texts[0]}\nmore news on our channel {self.chance.choice(self.vocabulary)}",
            texts[1][: len(texts[1]) // 3],
        ]
        for outlet, text in enumerate(texts):
            day = self.day + timedelta(days=outlet % 2)
            yield self._record(text, day, outlet)

    def _text(self) -> str:
        sentences = []
        for _ in range(self.chance.randint(8, 14)):
            words = self.chance.choices(self.vocabulary, k=self.chance.randint(12, 26))
            if self.chance.random() < 0.4:
                words.insert(self.chance.randrange(len(words)), self.chance.choice(FORMULAS))
            sentences.append(" ".join(words) + ".")
        return "\n".join(sentences)

    def _record(self, text: str, day: date, outlet: int) -> tuple[Record, Arrival]:
        publisher = f"Outlet {self.chance.randrange(300)}"
        facts = DocumentFacts(
            id=hashlib.sha256(text.encode()).hexdigest()[:16],
            text=text,
            language="en",
            direction="ltr",
            title=text[:40],
            publisher=publisher,
            published=day.isoformat(),
        )
        statements = tuple(self._statement(text, index) for index in range(6))
        record = Record(
            document=facts,
            actors=self._actors(text),
            times=(Time(span=_span(text, 10, 22), type="DATE", value=self.day.isoformat()),),
            statements=statements,
            rounds=(self._round(text, outlet),),
            claims=tuple(self._claim(text, index, outlet) for index in range(7)),
        )
        return record, Arrival(
            text=text, name=f"{self.number}/{outlet}", published=day.isoformat(), publisher=publisher
        )

    def _actors(self, text: str) -> tuple[Actor, ...]:
        countries = [(f"country/{party}", "country", party) for party in self.parties]
        people = [(person, "person", self.parties[index % 2]) for index, person in enumerate(self.people)]
        return tuple(
            Actor(
                id=actor,
                name=actor.split("/")[1],
                type=kind,
                country=country,
                roles=(),
                mentions=tuple(
                    _span(text, place, place + 9) for place in sorted(self.chance.sample(range(len(text) - 10), 4))
                ),
            )
            for actor, kind, country in [*countries, *people]
        )

    def _statement(self, text: str, index: int) -> Statement:
        start = index * len(text) // 8
        return Statement(
            id=f"s{index + 1}",
            speaker=self.people[index % 3],
            label=None,
            via=("Reuters",) if index == 0 else (),
            cue=_span(text, start, start + 6),
            content=_span(text, start + 8, start + 80),
            mode="direct" if index % 2 else "indirect",
            certainty="CT+",
            date=None,
        )

    def _round(self, text: str, outlet: int) -> Round:
        value, mod = _DURATIONS[(self.number + outlet) % len(_DURATIONS)]
        name, country = self.place
        return Round(
            id="r1",
            parties=self.parties,
            mediators=(),
            date=RoundDate(value=self.day.isoformat(), span=_span(text, 10, 22)),
            place=RoundPlace(name=name, country=country, span=_span(text, 30, 40)),
            venue=None,
            duration=RoundDuration(value=value, mod=mod, span=_span(text, 50, 60)),
            delegations=(Delegation(party=self.parties[0], head=self.people[0]),),
            status="held",
            evidence=(_span(text, 0, 90),),
        )

    def _claim(self, text: str, index: int, outlet: int) -> Claim:
        start = index * len(text) // 8
        return Claim(
            id=f"c{index + 1}",
            issue=self.issues[index % 4],
            status=STATUSES[(self.number + index) % len(STATUSES)],
            parties=(),
            statement=f"s{index + 1}" if index < 6 else None,
            condition=None,
            evidence=(_span(text, start + 8, start + 60),),
        )


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=text[start:end])
