"""Which documents are one source: copies of a report, however cut or translated, and the original among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.merging.credits import agency_of
from dragoman.merging.unions import Unions
from dragoman.model.ledger import Decision, LedgerDocument, Likeness
from dragoman.model.merged import Source

_SAME_REPORT = frozenset(("identical", "near-duplicate", "translation"))


def group_sources(
    documents: Sequence[LedgerDocument], likenesses: Iterable[Likeness], decisions: Iterable[Decision] = ()
) -> tuple[Source, ...]:
    """The independent sources among the documents, each with its original; the order of what is given plays no part."""
    known = {document.id: document for document in sorted(documents, key=_by_date)}
    links = sorted(
        (link for link in likenesses if link.first in known and link.second in known),
        key=lambda link: (-link.share, link.first, link.second),
    )
    together, apart, originals = _decided(decisions, known)
    unions = Unions(known, apart)
    for one, other in together:
        unions.join(one, other)
    for link in links:
        if link.relation in _SAME_REPORT:
            unions.join(link.first, link.second)
    _join_excerpts(unions, [link for link in links if link.relation not in _SAME_REPORT], known)
    by_pair = {(link.first, link.second): link for link in links}
    return tuple(_source([known[item] for item in members], by_pair, originals) for members in unions.sets())


def _by_date(document: LedgerDocument) -> tuple[str, str]:
    return document.published or "9999", document.id


def _decided(
    decisions: Iterable[Decision], known: Mapping[str, LedgerDocument]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]], set[str]]:
    """Pairs that a person put together or apart, and documents that a person called originals."""
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    originals: set[str] = set()
    for decision in decisions:
        if decision.layer != "source":
            continue
        here = [anchor.document for anchor in decision.anchors if anchor.document in known]
        there = [anchor.document for anchor in decision.others if anchor.document in known]
        if decision.kind == "split":
            apart.extend((one, other) for one in here for other in there)
        elif decision.kind in ("join", "accept"):
            everyone = [*here, *there]
            together.extend(zip(everyone, everyone[1:], strict=False))
        elif decision.kind == "correct":
            originals.update(value for slot, value in decision.changes if slot == "original")
    return together, apart, originals


def _join_excerpts(unions: Unions[str], links: Sequence[Likeness], known: Mapping[str, LedgerDocument]) -> None:
    """Join a part with its whole.

    A longer text that holds parts of several reports is a round-up of them, unless it was published before them: it
    goes with the report that it holds most of, and those stay independent of each other.
    """
    parts: dict[str, list[tuple[Likeness, str]]] = {}
    for link in links:
        ends = sorted((link.first, link.second), key=lambda item: (known[item].length, item))
        parts.setdefault(ends[1], []).append((link, ends[0]))
    for whole, held in sorted(parts.items(), key=lambda pair: (known[pair[0]].length, pair[0])):
        kept: list[str] = []
        for _, part in sorted(held, key=lambda pair: (-known[pair[1]].length, -pair[0].share, pair[1])):
            is_first = not kept or any(unions.are_joined(part, other) for other in kept)
            if is_first or _came_after(known[part], known[whole]):
                unions.join(whole, part)
                kept.append(part)


def _came_after(part: LedgerDocument, whole: LedgerDocument) -> bool:
    return bool(part.published and whole.published and part.published > whole.published)


def _source(members: list[LedgerDocument], links: Mapping[tuple[str, str], Likeness], originals: set[str]) -> Source:
    original, grounds = _original(members, links, originals)
    others = [document for document in members if document is not original]
    publishers = [*_publisher(original), *(name for document in others for name in _publisher(document))]
    return Source(
        id=f"source/{original.id}",
        documents=(original.id, *(document.id for document in others)),
        original=original.id,
        grounds=grounds,
        relation={document.id: _relation(document, original, links) for document in others},
        publishers=tuple(dict.fromkeys(publishers)),
        languages=tuple(dict.fromkeys(document.language for document in (original, *others))),
        relay_of=next((document.credit for document in (original, *others) if document.credit), None),
    )


def _publisher(document: LedgerDocument) -> list[str]:
    return [document.publisher] if document.publisher else []


def _original(
    members: list[LedgerDocument], links: Mapping[tuple[str, str], Likeness], originals: set[str]
) -> tuple[LedgerDocument, str]:
    """The document that the others rest on, and by what that was told."""
    if len(members) == 1:
        return members[0], "only"
    for document in members:
        if document.id in originals:
            return document, "person"
    credited: set[str | None] = {document.credit for document in members if document.credit}
    for document in members:
        if agency_of(document) in credited:
            return document, "agency"
    # A page that says whose it is, or that it is a translation, says that it is not the original.
    own = [document for document in members if not document.credit and not document.translated_from] or members
    first = min(document.published or "9999" for document in own)
    earliest = [document for document in own if (document.published or "9999") == first]
    if len(earliest) == 1:
        return earliest[0], "credit" if len(own) == 1 else "date"
    weight = {
        document.id: sum(link.share for pair, link in links.items() if document.id in pair) for document in earliest
    }
    return min(
        earliest, key=lambda document: (-round(weight[document.id], 3), -document.length, document.id)
    ), "likeness"


def _relation(document: LedgerDocument, original: LedgerDocument, links: Mapping[tuple[str, str], Likeness]) -> str:
    first, second = sorted((document.id, original.id))
    link = links.get((first, second))
    if link is not None:
        return link.relation
    if document.language != original.language:
        return "translation"
    return "near-duplicate" if document.length >= original.length * 0.62 else "excerpt"


class Witnesses:
    """Counts independent sources among documents: copies are one, and so are relays of one agency."""

    def __init__(self, sources: Iterable[Source], documents: Iterable[LedgerDocument]) -> None:
        """Know each document's source and the agency that it rests on."""
        sources = tuple(sources)
        self._source = {document: source.id for source in sources for document in source.documents}
        self._originals = {source.original for source in sources}
        self._agency: dict[str, str] = {}
        by_id = {document.id: document for document in documents}
        for source in sources:
            for item in source.documents:
                document = by_id.get(item)
                agency = source.relay_of or (document and agency_of(document))
                if agency:
                    self._agency[source.id] = agency
        self.documents = by_id

    def source_of(self, document: str) -> str:
        """The id of the source that a document belongs to."""
        return self._source.get(document, document)

    def is_original(self, document: str) -> bool:
        """True where no other document is known to be the original of this one."""
        return document in self._originals

    def published(self, document: str) -> str | None:
        """The day of publication."""
        known = self.documents.get(document)
        return known.published if known else None

    def witness_of(self, document: str, via: Sequence[str] = ()) -> str:
        """Who bears witness in a document: the agency that it rests on, else its source."""
        for agency in via:
            return agency
        source = self.source_of(document)
        return self._agency.get(source, source)

    def count(self, documents: Iterable[str]) -> int:
        """How many independent sources the documents are."""
        return len({self.witness_of(document) for document in documents})
