"""Sets that grow together, under the condition that certain things stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Unions(Generic[Item]):
    """Each item in a set of its own, until sets are joined; `apart` are pairs that never share a set."""

    def __init__(self, items: Iterable[Item], apart: Iterable[tuple[Item, Item]] = ()) -> None:
        """Begin with single items, in the order given."""
        self._set_of: dict[Item, list[Item]] = {item: [item] for item in items}
        self._apart: dict[Item, set[Item]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def may_join(self, one: Item, other: Item) -> bool:
        """True where nothing forbids that the two share a set."""
        first, second = self._set_of[one], self._set_of[other]
        if first is second:
            return True
        if not self._apart:
            return True
        second_items = set(second)
        return not any(self._apart.get(item, set()) & second_items for item in first)

    def join(self, one: Item, other: Item) -> bool:
        """Join the sets of the two; False where they must stay apart."""
        first, second = self._set_of[one], self._set_of[other]
        if first is second:
            return True
        if not self.may_join(one, other):
            return False
        if len(first) < len(second):
            first, second = second, first
        first.extend(second)
        for item in second:
            self._set_of[item] = first
        return True

    def are_joined(self, one: Item, other: Item) -> bool:
        """True where the two share a set."""
        return self._set_of[one] is self._set_of[other]

    def set_of(self, item: Item) -> list[Item]:
        """The items that share a set with this one, itself included."""
        return self._set_of[item]

    def sets(self) -> list[list[Item]]:
        """All sets, in the order in which their first items were given."""
        seen: dict[int, list[Item]] = {}
        for item, members in self._set_of.items():
            seen.setdefault(id(members), []).append(item)
        return list(seen.values())
