"""Which decisions hold: all that persons made, without those withdrawn since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.model.ledger import Decision


def holding(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in order; one that was withdrawn may be restored by withdrawing its withdrawal."""
    listed = list(decisions)
    gone = withdrawn(listed)
    return tuple(decision for decision in listed if decision.kind != "undo" and decision.number not in gone)


def withdrawn(decisions: Sequence[Decision]) -> frozenset[int]:
    """Numbers of the decisions that do not hold."""
    gone: set[int] = set()
    for decision in reversed(decisions):
        if decision.kind == "undo" and decision.number not in gone:
            gone.add(int(decision.subject))
    return frozenset(gone)
