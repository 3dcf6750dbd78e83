"""Copies count once, round-ups do not glue what they hold together, and relays of one agency are one witness."""

from __future__ import annotations

from dataclasses import replace

from dragoman.merging.sources import Witnesses, group_sources
from dragoman.model.ledger import Anchor, Decision, LedgerDocument, Likeness


def document(name: str, published: str = "2025-04-10", length: int = 100, **facts: str) -> LedgerDocument:
    plain = LedgerDocument(id=name, text_hash=name, language="en", published=published, length=length)
    return replace(plain, **facts)  # type: ignore[arg-type]  # the facts given here are all strings


def like(first: str, second: str, relation: str = "near-duplicate", share: float = 0.9) -> Likeness:
    one, other = sorted((first, second))
    return Likeness(first=one, second=other, relation=relation, share=share)


def clusters(documents: list[LedgerDocument], likenesses: list[Likeness], *decisions: Decision) -> list[str]:
    return sorted("".join(sorted(source.documents)) for source in group_sources(documents, likenesses, decisions))


def test_copies_of_copies_are_one_source() -> None:
    assert clusters([document(name) for name in "abc"], [like("a", "b"), like("b", "c")]) == ["abc"]


def test_round_up_goes_with_what_it_holds_most_of() -> None:
    documents = [document("a", length=80), document("b", length=60), document("z", "2025-04-12", length=400)]
    assert clusters(documents, [like("a", "z", "excerpt"), like("b", "z", "excerpt")]) == ["az", "b"]


def test_parts_that_appear_after_the_whole_are_its_excerpts() -> None:
    documents = [document("a", "2025-04-11", 80), document("b", "2025-04-12", 60), document("z", "2025-04-10", 400)]
    assert clusters(documents, [like("a", "z", "excerpt"), like("b", "z", "excerpt")]) == ["abz"]


def test_agency_is_the_original_of_those_who_credit_it() -> None:
    documents = [document("a", "2025-04-10", credit="org/tass"), document("b", "2025-04-11", publisher="TASS")]
    (source,) = group_sources(documents, [like("a", "b")])
    assert (source.original, source.grounds, source.relay_of) == ("b", "agency", "org/tass")


def test_earliest_is_the_original_where_nobody_is_credited() -> None:
    (source,) = group_sources([document("a", "2025-04-12"), document("b", "2025-04-11")], [like("a", "b")])
    assert (source.original, source.grounds) == ("b", "date")


def test_translation_that_says_so_is_not_the_original() -> None:
    documents = [
        document("a", "2025-04-10", translated_from="it", language="ar"),
        document("b", "2025-04-10", language="it"),
    ]
    (source,) = group_sources(documents, [like("a", "b", "translation")])
    assert source.original == "b"
    assert source.relation == {"a": "translation"}


def test_relays_of_one_agency_are_one_witness() -> None:
    documents = [document("a", credit="org/tass"), document("b", credit="org/tass"), document("c")]
    sources = group_sources(documents, [])
    assert len(sources) == 3
    assert Witnesses(sources, documents).count("abc") == 2


def test_person_splits_and_joins_sources() -> None:
    documents = [document(name) for name in "abc"]
    split = Decision(
        number=1,
        kind="split",
        layer="source",
        subject="",
        anchors=(Anchor(document="a"),),
        others=(Anchor(document="b"),),
    )
    join = Decision(
        number=2,
        kind="join",
        layer="source",
        subject="",
        anchors=(Anchor(document="a"),),
        others=(Anchor(document="c"),),
    )
    assert clusters(documents, [like("a", "b")], split, join) == ["ac", "b"]
