"""Mentions of one meeting are one round, and two meetings stay two."""

from __future__ import annotations

import random

from dragoman.merging.encounters import group_mentions
from dragoman.model.ledger import Anchor, Decision, RoundMention, Words

PLACES = {"Istanbul": "TR", "Moscow": "RU", "Ankara": "TR", "Geneva": "CH"}


def mention(document: str, published: str | None, status: str = "held", **slots: str) -> RoundMention:
    """A mention between Russia and the United States; its words stand at a place of its own."""
    number = slots.pop("id", "r1")
    start = 100 * int(number[1:])
    return RoundMention(
        document=document,
        id=number,
        parties=("RU", "US"),
        status=status,
        published=published,
        date=slots.get("date"),
        place=slots.get("place"),
        country=PLACES.get(slots.get("place", "")),
        evidence=(Words(start=start, end=start + 40, text="words"),),
    )


def grouped(*mentions: RoundMention, decisions: tuple[Decision, ...] = ()) -> list[list[str]]:
    """The rounds, each as its documents; the same for every order of the mentions."""
    found = [
        sorted(f"{item.document}{item.id[1:] if item.id != 'r1' else ''}" for item in encounter.mentions)
        for encounter in group_mentions(mentions, decisions)
    ]
    for seed in range(4):
        mixed = random.Random(seed).sample(mentions, len(mentions))
        again = group_mentions(mixed, decisions)
        assert sorted(sorted(item.document for item in encounter.mentions) for encounter in again) == sorted(
            sorted(name[0] for name in group) for group in found
        )
    return found


def test_reports_of_the_same_day_are_one_round_even_where_places_differ() -> None:
    a = mention("a", "2025-02-28", date="2025-02-27", place="Istanbul")
    b = mention("b", "2025-02-27", date="2025-02-27", place="Ankara")
    assert grouped(a, b) == [["a", "b"]]


def test_next_round_in_the_same_city_stays_another() -> None:
    a = mention("a", "2025-02-27", date="2025-02-27", place="Istanbul")
    b = mention("b", "2025-04-10", date="2025-04-10", place="Istanbul")
    assert grouped(a, b) == [["a"], ["b"]]


def test_a_day_apart_is_one_round_in_one_place_and_two_in_two() -> None:
    a = mention("a", "2025-02-28", date="2025-02-27", place="Istanbul")
    b = mention("b", "2025-03-01", date="2025-02-28", place="Istanbul")
    c = mention("c", "2025-03-01", date="2025-02-28", place="Geneva")
    assert grouped(a, b) == [["a", "b"]]
    assert grouped(a, c) == [["a"], ["c"]]


def test_two_days_of_one_round_join_reports_of_either() -> None:
    whole = mention("a", "2025-02-28", date="2025-02-27/2025-02-28", place="Istanbul")
    second = mention("b", "2025-02-28", date="2025-02-28")
    assert grouped(whole, second) == [["a", "b"]]


def test_recalled_round_joins_the_one_it_recalls() -> None:
    first = mention("a", "2025-02-27", date="2025-02-27", place="Istanbul")
    second = mention("b", "2025-04-10", date="2025-04-10", place="Istanbul")
    recalled = mention("c", "2025-04-11", id="r2", date="2025-02")
    now = mention("c", "2025-04-11", date="2025-04-10")
    assert grouped(first, second, recalled, now) == [["a", "c2"], ["b", "c"]]


def test_announced_round_is_the_one_held_later() -> None:
    announced = mention("a", "2025-03-30", "planned", date="2025-04", place="Istanbul")
    held = mention("b", "2025-04-10", date="2025-04-10", place="Istanbul")
    assert grouped(announced, held) == [["a", "b"]]


def test_announcements_of_different_places_are_different_rounds() -> None:
    held = mention("a", "2025-04-10", date="2025-04-10", place="Istanbul")
    announced = mention("b", "2025-04-11", "planned", place="Moscow")
    assert grouped(held, announced) == [["a"], ["b"]]


def test_cancelled_round_joins_its_announcements() -> None:
    first = mention("a", "2025-04-11", "planned", place="Moscow")
    second = mention("b", "2025-05-27", "planned", date="2025-06", place="Moscow")
    cancelled = mention("c", "2025-06-16", "cancelled", place="Moscow")
    assert grouped(first, second, cancelled) == [["a", "b", "c"]]


def test_announcements_before_and_after_a_round_are_of_two() -> None:
    before = mention("a", "2025-03-30", "planned")
    held = mention("b", "2025-04-10", date="2025-04-10", place="Istanbul")
    after = mention("c", "2025-04-20", "planned")
    assert grouped(before, held, after) == [["a", "b"], ["c"]]


def test_undated_reports_that_come_together_are_one_round() -> None:
    a, b = mention("a", "2025-04-10", place="Istanbul"), mention("b", "2025-04-11")
    far = mention("c", "2025-08-01", place="Istanbul")
    assert grouped(a, b, far) == [["a", "b"], ["c"]]


def test_rounds_that_one_document_tells_apart_stay_two() -> None:
    first = mention("a", "2025-04-11", date="2025-04-10", place="Istanbul")
    second = mention("a", "2025-04-11", id="r2", place="Istanbul")
    assert grouped(first, second) == [["a"], ["a2"]] or grouped(first, second) == [["a2"], ["a"]]


def test_person_joins_what_rules_keep_apart_and_splits_what_they_join() -> None:
    a = mention("a", "2025-02-27", date="2025-02-27", place="Istanbul")
    b = mention("b", "2025-04-10", date="2025-04-10", place="Istanbul")
    here, there = Anchor(document="a", start=100, end=140), Anchor(document="b", start=100, end=140)
    join = Decision(number=1, kind="join", layer="round", subject="", anchors=(here,), others=(there,))
    assert grouped(a, b, decisions=(join,)) == [["a", "b"]]
    same = mention("b", "2025-02-27", date="2025-02-27")
    split = Decision(number=1, kind="split", layer="round", subject="", anchors=(here,), others=(there,))
    assert grouped(a, same, decisions=(split,)) == [["a"], ["b"]]


def test_decision_finds_its_words_after_they_moved_a_little() -> None:
    a = mention("a", "2025-02-27", date="2025-02-27")
    b = mention("b", "2025-04-10", date="2025-04-10")
    moved, there = Anchor(document="a", start=90, end=150), Anchor(document="b", start=100, end=140)
    join = Decision(number=1, kind="join", layer="round", subject="", anchors=(moved,), others=(there,))
    assert grouped(a, b, decisions=(join,)) == [["a", "b"]]
