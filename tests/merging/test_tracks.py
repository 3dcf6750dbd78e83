"""A track shows whose word it rests on, how far it got, what is disputed, and which kind of blank is left."""

from __future__ import annotations

from dragoman.merging.sources import Witnesses, group_sources
from dragoman.merging.tracks import merge_tracks
from dragoman.model.ledger import Appearance, ClaimEntry, LedgerDocument, Words
from dragoman.model.merged import Track

VOICES = {
    "person/darchiev": ("RU", "head"),
    "org/mid": ("RU", "institution"),
    "person/zakharova": ("RU", "spokesperson"),
    "org/state": ("US", "institution"),
    "person/bruce": ("US", "spokesperson"),
    None: (None, "other"),
}


def claim(document: str, status: str, by: str | None, date: str, **more: str) -> ClaimEntry:
    party, rank = VOICES[by]
    return ClaimEntry(
        document=document,
        id=more.get("id", "c1"),
        issue="missions/visas",
        parties=("RU", "US"),
        status=status,
        by=by,
        said=by is not None or "label" in more,
        label=more.get("label"),
        party=party,
        rank=rank,
        via=(more["via"],) if "via" in more else (),
        date=date,
        evidence=(Words(start=0, end=5, text="words"),),
    )


def track(*claims: ClaimEntry, heard: str = "") -> Track:
    """The one track of the claims; `heard` are speakers who speak of something else."""
    documents = [
        LedgerDocument(id=name, text_hash=name, language="en", published="2025-04-10")
        for name in sorted({claim.document for claim in claims})
    ]
    speakers = {claim.by for claim in claims if claim.by} | set(heard.split())
    appearances = [
        Appearance(
            document=documents[0].id,
            actor=by,
            name=by,
            type="person",
            country=VOICES[by][0],
            language="en",
            speaks=True,
        )
        for by in sorted(speakers)
    ]
    (found,) = merge_tracks(claims, appearances, Witnesses(group_sources(documents, []), documents))
    return found


def kinds(found: Track) -> list[str]:
    return [dispute.kind for dispute in found.disagreement or ()]


def test_agreement_that_one_side_alone_reports_is_its_claim() -> None:
    found = track(claim("a", "agreed", "person/darchiev", "2025-04-10"), heard="org/state")
    assert (found.standing, kinds(found)) == ("one-sided", ["one-sided"])
    assert found.by_party["US"].blank == "not-mentioned"
    assert (found.axes.declared, found.axes.agreed, found.axes.implemented) == (2, 2, 0)


def test_party_that_no_document_lets_speak_is_not_yet_read() -> None:
    found = track(claim("a", "agreed", "person/darchiev", "2025-04-10"))
    assert found.by_party["US"].blank == "not-yet-read"


def test_unnamed_voices_leave_a_party_unclear() -> None:
    found = track(claim("a", "raised", None, "2025-04-10", label="sources"), heard="org/state person/darchiev")
    assert {word.blank for word in found.by_party.values()} == {"unclear"}


def test_agreement_on_both_words_is_mutual_and_undisputed() -> None:
    found = track(
        claim("a", "agreed", "person/darchiev", "2025-04-10"), claim("b", "signed", "org/state", "2025-04-11")
    )
    assert (found.standing, found.disagreement, found.axes.agreed, found.axes.implemented) == ("mutual", None, 3, 1)


def test_one_side_may_be_ahead_of_the_other() -> None:
    found = track(
        claim("a", "agreed", "org/mid", "2025-04-10"), claim("b", "being-finalised", "org/state", "2025-04-11")
    )
    assert kinds(found) == ["ahead"]


def test_later_denial_is_shown() -> None:
    found = track(claim("a", "agreed", "org/mid", "2025-04-10"), claim("b", "refused", "org/state", "2025-06-18"))
    assert kinds(found) == ["denied"]
    assert found.status == "refused"


def test_spokeswoman_bolder_than_her_ministry_is_shown() -> None:
    found = track(
        claim("a", "under-discussion", "org/mid", "2025-04-11"), claim("b", "agreed", "person/zakharova", "2025-04-16")
    )
    assert "bolder-voice" in kinds(found)


def test_party_that_reverses_its_word_is_shown() -> None:
    found = track(claim("a", "agreed", "org/mid", "2025-04-10"), claim("b", "refused", "org/mid", "2025-06-18"))
    assert kinds(found) == ["changed"]


def test_one_saying_that_several_report_is_one_entry() -> None:
    found = track(
        claim("a", "agreed", "person/darchiev", "2025-04-10"),
        claim("b", "agreed", "person/darchiev", "2025-04-11"),
        claim("c", "agreed", "person/darchiev", "2025-06-01"),
    )
    assert [entry.documents for entry in found.history] == [("a", "b"), ("c",)]
    assert [entry.sources for entry in found.history] == [2, 1]


def test_words_through_one_agency_are_one_witness() -> None:
    found = track(
        claim("a", "agreed", "person/darchiev", "2025-04-10", via="TASS"),
        claim("b", "agreed", "person/darchiev", "2025-04-10", via="TASS"),
    )
    assert found.history[0].sources == 1


def test_what_was_carried_out_and_broken_falls_back() -> None:
    found = track(claim("a", "in-force", "org/mid", "2025-04-10"), claim("b", "broken", "org/mid", "2025-06-18"))
    assert found.axes.implemented == 0
