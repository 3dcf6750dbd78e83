"""The merged record, made of all parts that a ledger hands over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.merging.rounds import merge_rounds
from dragoman.merging.sources import Witnesses, group_sources
from dragoman.merging.tracks import merge_tracks
from dragoman.model.ledger import Appearance, ClaimEntry, Decision, LedgerDocument, Likeness, RoundMention
from dragoman.model.merged import DocumentLine, LedgerActor, MergedRecord


@dataclass(frozen=True, kw_only=True)
class Holdings:
    """What a selection of a ledger holds; `documents` may hold more, the copies of those selected."""

    documents: Sequence[LedgerDocument]
    likenesses: Sequence[Likeness]
    mentions: Sequence[RoundMention]
    claims: Sequence[ClaimEntry]
    appearances: Sequence[Appearance]
    decisions: Sequence[Decision] = ()


def merge(holdings: Holdings) -> MergedRecord:
    """The record; the same for the same holdings, in whatever order they are given."""
    documents = sorted(holdings.documents, key=lambda item: (item.published or "9999", item.id))
    sources = group_sources(documents, holdings.likenesses, holdings.decisions)
    witnesses = Witnesses(sources, documents)
    return MergedRecord(
        documents=tuple(_line(document) for document in documents),
        sources=sources,
        rounds=merge_rounds(holdings.mentions, witnesses, holdings.decisions),
        tracks=merge_tracks(holdings.claims, holdings.appearances, witnesses, holdings.decisions),
        actors=merge_actors(holdings.appearances, {document.id: document for document in documents}),
    )


def _line(document: LedgerDocument) -> DocumentLine:
    return DocumentLine(
        id=document.id,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        url=document.url,
        credit=document.credit,
    )


def merge_actors(appearances: Iterable[Appearance], documents: Mapping[str, LedgerDocument]) -> tuple[LedgerActor, ...]:
    """Everybody named, with all documents and the names met in each language."""
    by_actor: dict[str, list[Appearance]] = {}
    for appearance in appearances:
        by_actor.setdefault(appearance.actor, []).append(appearance)
    actors = []
    for actor, group in sorted(by_actor.items()):
        group.sort(key=lambda item: item.document)
        names: dict[str, set[str]] = {}
        for appearance in group:
            names.setdefault(appearance.language, set()).update(appearance.names)
        held = {appearance.document for appearance in group}
        actors.append(
            LedgerActor(
                id=actor,
                name=group[0].name,
                type=group[0].type,
                country=next((item.country for item in group if item.country), None),
                documents=tuple(sorted(held, key=lambda item: (_published(item, documents), item))),
                names={language: tuple(sorted(found)) for language, found in sorted(names.items())},
            )
        )
    return tuple(actors)


def _published(document: str, documents: Mapping[str, LedgerDocument]) -> str:
    known = documents.get(document)
    return (known.published if known else None) or "9999"
