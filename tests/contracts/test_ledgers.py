"""What a ledger promises, wherever it is kept."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

import pytest

from copies import make_copies
from dragoman.errors import DecisionError, LedgerError, UnknownThingError
from dragoman.export.merged import to_merged_json
from dragoman.model.ledger import Arrival, Selection
from dragoman.model.record import Record
from dragoman.store import Ledger, open_ledger
from dragoman.workflows.adding import Added, add_record
from dragoman.workflows.deciding import Wish, decide, undo
from dragoman.workflows.histories import history_of
from dragoman.workflows.merging import merged_record
from dragoman.workflows.reading import read_text
from dragoman.workflows.rereading import reread_all

Opener = Callable[[], Ledger]
ROUND, OTHER_ROUND = "round/RU+US/2025-10-22", "round/RU+US/2025-12-04"


_LATER = "عقدت روسيا والولايات المتحدة في جنيف يوم الخميس جولة جديدة من المحادثات حول عمل السفارات."


@pytest.fixture(scope="module")
def arrivals(examples: dict[str, tuple[str, date]]) -> list[Arrival]:
    """The bundled articles and copies of one of them, by several outlets."""
    own = [
        Arrival(text=text, name=name, published=day.isoformat(), publisher=f"Outlet {index}")
        for index, (name, (text, day)) in enumerate(sorted(examples.items()))
    ]
    vienna = examples["vienna.ar.txt"]
    copies = [
        Arrival(text=copy.text, name=copy.kind, published="2025-10-25", publisher=f"Copier {copy.kind}")
        for copy in make_copies([("ar", vienna[0])])
        if copy.kind in ("original", "lead", "footer", "dropped", "respelt")
    ]
    later = Arrival(text=_LATER, name="later", published="2025-12-05", publisher="Outlet 9", language="ar")
    return [*own, *copies, later]


@cache
def read(arrival: Arrival) -> Record:
    """The reading of an article; each is read once for all tests."""
    return read_text(arrival.text, published=arrival.published, language=arrival.language).record


def fill(ledger: Ledger, arrivals: Iterable[Arrival]) -> list[Added]:
    return [add_record(ledger, read(arrival), arrival) for arrival in arrivals]


def shown(ledger: Ledger, selection: Selection | None = None) -> str:
    return to_merged_json(merged_record(ledger, selection))


def test_adding_again_changes_nothing(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    assert all(added.is_new for added in fill(ledger, arrivals))
    before = shown(ledger)
    assert not any(added.is_new for added in fill(ledger, arrivals))
    assert shown(ledger) == before
    assert ledger.count() == len(arrivals)


def test_order_of_adding_plays_no_part(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    mixed = random.Random(5).sample(arrivals, len(arrivals))
    fill(ledger, mixed)
    straight = open_ledger(":memory:", create=True)
    fill(straight, arrivals)
    assert shown(ledger) == shown(straight)


def test_ledger_is_there_when_opened_again(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    assert shown(opener()) == shown(ledger)


def test_text_comes_back_as_it_went_in(opener: Opener) -> None:
    text = "قالت موسكو إنّ الجولة\u200f انتهت.\r\n\x0c\ttext \U0001f54a\n"
    ledger = opener()
    (added,) = fill(ledger, [Arrival(text=text, language="ar")])
    assert added.document is not None
    assert ledger.text(added.document.id) == text


def test_copies_are_one_source(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    record = merged_record(ledger)
    (copied,) = [source for source in record.sources if len(source.documents) > 1]
    assert len(copied.documents) == 6
    assert copied.publishers[0] == "Outlet 4"
    assert sorted(copied.relation.values()) == [
        "excerpt",
        "identical",
        "near-duplicate",
        "near-duplicate",
        "near-duplicate",
    ]
    meeting = next(meeting for meeting in record.rounds if meeting.id == "round/RU+US/2025-10-22")
    assert meeting.sources == 1


def test_what_fails_in_a_transaction_leaves_nothing(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals[:2])
    before = shown(ledger)
    with pytest.raises(RuntimeError), ledger.transaction():
        fill(ledger, arrivals[2:])
        raise RuntimeError
    assert shown(ledger) == before


def test_as_of_shows_what_was_published_by_then(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    early = merged_record(ledger, Selection(as_of="2025-06-01"))
    assert {document.published for document in early.documents} == {"2024-08-12", "2025-01-13"}
    assert not any("RU" in meeting.parties for meeting in early.rounds)


def test_selection_keeps_issue_and_parties(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    record = merged_record(ledger, Selection(issue="missions", parties=("RU", "US")))
    assert {track.issue.split("/")[0] for track in record.tracks} == {"missions"}
    assert {meeting.parties for meeting in record.rounds} == {("RU", "US")}


def test_person_joins_and_the_ledger_keeps_to_it(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    before = shown(ledger)
    assert {ROUND, OTHER_ROUND} <= {meeting.id for meeting in merged_record(ledger).rounds}
    decide(ledger, Wish(kind="join", subject=ROUND, arguments=[OTHER_ROUND], person="Ada", reason="the same"))
    joined = merged_record(ledger)
    assert len({ROUND, OTHER_ROUND} & {meeting.id for meeting in joined.rounds}) == 1
    list(reread_all(ledger, ledger.all_documents()))
    assert merged_record(ledger) == joined
    assert any(joining.by == "person Ada" for meeting in joined.rounds for joining in meeting.decisions)
    undo(ledger)
    assert shown(ledger) == before


def test_person_splits_a_copy_from_its_source(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    added = fill(ledger, arrivals)
    copy = next(item.document for item in added if item.name == "lead")
    assert copy is not None
    source = next(source for source in merged_record(ledger).sources if copy.id in source.documents)
    decide(ledger, Wish(kind="split", subject=source.id, arguments=[copy.id], person="Ada"))
    after = merged_record(ledger)
    assert next(item.documents for item in after.sources if copy.id in item.documents) == (copy.id,)
    undo(ledger)
    assert copy.id in next(item.documents for item in merged_record(ledger).sources if source.id == item.id)


def test_person_joins_two_sources(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    added = fill(ledger, arrivals)
    first, second = added[0].document, added[1].document
    assert first is not None and second is not None
    decide(ledger, Wish(kind="join", subject=first.id, arguments=[second.id]))
    joined = next(source for source in merged_record(ledger).sources if first.id in source.documents)
    assert set(joined.documents) == {first.id, second.id}


def test_correction_stands_before_what_documents_say(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    decide(ledger, Wish(kind="correct", subject=ROUND, arguments=["duration=PT5H30M"], person="Ada"))
    meeting = next(item for item in merged_record(ledger).rounds if item.id == ROUND)
    assert [(value.value, value.decided_by) for value in meeting.duration] == [("PT5H30M", "Ada"), ("PT6H", None)]


def test_corrected_day_of_publication_is_read_anew_and_can_be_undone(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    added = fill(ledger, arrivals[4:5])
    document = added[0].document
    assert document is not None
    before = shown(ledger)
    decide(ledger, Wish(kind="correct", subject=document.id, arguments=["published=2025-10-31"]))
    assert "round/RU+US/2025-10-29" in [item.id for item in merged_record(ledger).rounds]
    assert len(list(ledger.readings(document.id))) == 2
    undo(ledger)
    assert shown(ledger) == before


def test_withdrawal_can_be_withdrawn(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    made = decide(ledger, Wish(kind="correct", subject=ROUND, arguments=["venue=Consulate"]))
    corrected = shown(ledger)
    withdrawal = undo(ledger, made.number)
    undo(ledger, withdrawal.number)
    assert shown(ledger) == corrected
    assert [decision.kind for decision in ledger.decisions()] == ["correct", "undo", "undo"]


def test_decisions_that_make_no_sense_are_refused(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    with pytest.raises(UnknownThingError, match="did you mean"):
        decide(ledger, Wish(kind="accept", subject="round/RU+US/2025-10-21"))
    with pytest.raises(DecisionError, match="slot=value"):
        decide(ledger, Wish(kind="correct", subject=ROUND, arguments=["colour=red"]))
    with pytest.raises(LedgerError, match="at least one"):
        copies = next(source for source in merged_record(ledger).sources if len(source.documents) > 1)
        decide(ledger, Wish(kind="split", subject=copies.id, arguments=list(copies.documents)))
    assert ledger.decisions() == []


def test_history_names_the_comparisons(opener: Opener, arrivals: list[Arrival]) -> None:
    ledger = opener()
    fill(ledger, arrivals)
    source = next(source for source in merged_record(ledger).sources if len(source.documents) > 1)
    grounds = [ground for event in history_of(ledger, source.id).events for ground in event.grounds]
    assert any(ground.startswith("runs of three words shared") for ground in grounds)
    told = history_of(ledger, "round/RU+US/2025-10-22")
    assert {event.by for event in told.events} == {"first report", "same days"}
    assert any("days: 2025-10-22 = 2025-10-22" in event.grounds for event in told.events)
