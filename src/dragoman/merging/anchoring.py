"""How a person's decision finds its things again after a new reading: by the words that they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.model.ledger import Anchor, ClaimEntry, RoundMention

Entry = RoundMention | ClaimEntry


def anchor_of(entry: Entry) -> Anchor:
    """The document and the passage that an entry stands on."""
    starts = [words.start for words in entry.evidence]
    ends = [words.end for words in entry.evidence]
    return Anchor(document=entry.document, start=min(starts, default=0), end=max(ends, default=0))


def find_anchored(anchors: Iterable[Anchor], entries: Sequence[Entry]) -> list[Entry]:
    """The entries that the anchors mean: of each anchor's document the one whose words overlap most."""
    by_document: dict[str, list[Entry]] = {}
    for entry in entries:
        by_document.setdefault(entry.document, []).append(entry)
    found: list[Entry] = []
    for anchor in anchors:
        near = [(_overlap(anchor, entry), entry) for entry in by_document.get(anchor.document, ())]
        overlap, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
        if best is not None and overlap > 0 and best not in found:
            found.append(best)
    return found


def _overlap(anchor: Anchor, entry: Entry) -> float:
    own = anchor_of(entry)
    common = min(anchor.end, own.end) - max(anchor.start, own.start)
    whole = max(anchor.end, own.end) - min(anchor.start, own.start)
    return common / whole if whole > 0 else float(common == 0 and whole == 0)
