"""Patterns over the items of a text: what may follow what, written as one line and compiled once.

A pattern is a sequence of terms. A term is the name of an item (`month`), optionally with the slot it fills
(`number:day`); `a|b` is either (a slot after the last holds for both), `(…)` groups, `?` makes optional, `<a` asks that
a word of that name stands before without being part, `^a` that none does, `!a` that none follows. Names are given to
items by the caller; names of literal words come from the rules of the language. The first way to match is taken,
optional parts being taken where they can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from dragoman.errors import PackError

ANY_WORD = "any-word"
_TERM = re.compile(r"[()|?]|[<!^]?[^\s()|?]+")


class Item(NamedTuple):
    """Something at a place in a text: tokens from `start` to `end`, what it says, and whether it is definite."""

    name: str
    start: int
    end: int
    value: str | int | float
    definite: bool = False


class Board(Protocol):
    """Where the items of a text are looked up."""

    def at(self, token: int) -> Mapping[str, Item]:
        """The items that begin at a token, by name."""

    def ends_before(self, name: str, token: int) -> bool:
        """True where a word of this name ends just before a token."""

    def is_word(self, token: int) -> bool:
        """True where a word stands, be it known or not."""


Slots = dict[str, Item]
Ways = Iterator[tuple[int, Slots]]


class Term(NamedTuple):
    """One item, kept in a slot."""

    name: str
    slot: str

    def ways(self, board: Board, token: int, slots: Slots) -> Ways:
        """The one way to match here, if there is one."""
        item = board.at(token).get(self.name)
        if item is not None:
            yield item.end, {**slots, self.slot: item}

    def begins(self) -> tuple[frozenset[str], bool]:
        """The names that can stand first, and whether the node may be empty."""
        return frozenset((self.name,)), False

    def needs(self) -> list[frozenset[str]]:
        """Sets of names of which one each must stand somewhere in a match."""
        return [frozenset((self.name,))]


class Look(NamedTuple):
    """A condition on the neighbour: `<` a word before, `^` none before, `!` none after."""

    sign: str
    name: str

    def holds(self, board: Board, token: int) -> bool:
        """True where the condition is met."""
        if self.name == ANY_WORD:
            return not board.is_word(token)
        if self.sign == "!":
            return self.name not in board.at(token)
        return board.ends_before(self.name, token) == (self.sign == "<")

    def ways(self, board: Board, token: int, slots: Slots) -> Ways:
        """The empty match where the condition holds."""
        if self.holds(board, token):
            yield token, slots

    def begins(self) -> tuple[frozenset[str], bool]:
        """A condition takes no word."""
        return frozenset(), True

    def needs(self) -> list[frozenset[str]]:
        """A condition needs nothing."""
        return []


class AnyWord(NamedTuple):
    """One word, whatever it is; it fills no slot."""

    def ways(self, board: Board, token: int, slots: Slots) -> Ways:
        """The one way to match here, if a word stands here."""
        if board.is_word(token):
            yield token + 1, slots

    def begins(self) -> tuple[frozenset[str], bool]:
        """Any name, so it can't begin a pattern."""
        return frozenset(), True

    def needs(self) -> list[frozenset[str]]:
        """Nothing that has a name."""
        return []


class Choice:
    """One of several nodes, the first that fits; with `optional`, or none."""

    __slots__ = ("first", "nodes", "optional")

    def __init__(self, nodes: tuple[Node, ...], optional: bool) -> None:
        self.nodes = nodes
        self.optional = optional
        parts = [node.begins() for node in nodes]
        # None where a node may be empty: then the first names tell nothing
        self.first = None if any(empty for _, empty in parts) else frozenset().union(*(names for names, _ in parts))

    def may_begin(self, names: Mapping[str, Item]) -> bool:
        """False where no node can match among items of these names."""
        return self.first is None or not self.first.isdisjoint(names)

    def ways(self, board: Board, token: int, slots: Slots) -> Ways:
        """All ways of all nodes, and at last the empty one."""
        if self.may_begin(board.at(token)):
            for node in self.nodes:
                yield from node.ways(board, token, slots)
        if self.optional:
            yield token, slots

    def begins(self) -> tuple[frozenset[str], bool]:
        """The names of all nodes."""
        parts = [node.begins() for node in self.nodes]
        return frozenset().union(*(names for names, _ in parts)), self.optional or any(empty for _, empty in parts)

    def needs(self) -> list[frozenset[str]]:
        """One of what the nodes need, as far as each needs anything."""
        parts = [node.needs() for node in self.nodes]
        if self.optional or not all(parts):
            return []
        return [frozenset().union(*(part[-1] for part in parts))]


class Sequel:
    """Nodes one after the other."""

    __slots__ = ("nodes",)

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = nodes

    def ways(self, board: Board, token: int, slots: Slots, index: int = 0) -> Ways:
        """The ways of the nodes from `index` on; only a choice that can be met opens a new branch."""
        nodes = self.nodes
        for place in range(index, len(nodes)):
            node = nodes[place]
            if isinstance(node, Term):
                item = board.at(token).get(node.name)
                if item is None:
                    return
                slots = {**slots, node.slot: item}
                token = item.end
            elif isinstance(node, Look):
                if not node.holds(board, token):
                    return
            elif isinstance(node, Choice) and not node.may_begin(board.at(token)):
                if not node.optional:
                    return
            else:
                for after, filled in node.ways(board, token, slots):
                    yield from self.ways(board, after, filled, place + 1)
                return
        yield token, slots

    def begins(self) -> tuple[frozenset[str], bool]:
        """The names of the first nodes up to one that is never empty."""
        names: frozenset[str] = frozenset()
        for node in self.nodes:
            more, empty = node.begins()
            names |= more
            if not empty:
                return names, False
        return names, True

    def needs(self) -> list[frozenset[str]]:
        """All that the nodes need."""
        return [need for node in self.nodes for need in node.needs()]


Node = Term | Look | AnyWord | Choice | Sequel


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its id and the name of what is made of a match."""

    id: str
    make: str
    node: Node
    settings: Mapping[str, str]
    rank: int = 0


class Match(NamedTuple):
    """A rule that fits from `start` to `end`."""

    start: int
    end: int
    rule: Rule
    slots: Slots


class Grammar:
    """The rules of a language, found by the name of the item that can stand first.

    A rule is only tried where all that it needs lies within reach: names are bits, and `reach` of a token is the sum of
    the bits from there on.
    """

    def __init__(self, rules: Sequence[Rule], literals: Iterable[str]) -> None:
        self.rules = tuple(rules)
        unseen = set(literals)
        self.bits: dict[str, int] = {}
        by_name: dict[str, list[tuple[Rule, tuple[int, ...]]]] = {}
        for rule in rules:
            names, empty = rule.node.begins()
            if empty:
                raise PackError(f"pattern {rule.id} can be empty")
            needs = tuple(sum(self._bit(name) for name in need) for need in rule.node.needs() if not need & unseen)
            for name in names:
                by_name.setdefault(name, []).append((rule, needs))
        self.by_name = by_name

    def _bit(self, name: str) -> int:
        return self.bits.setdefault(name, 1 << len(self.bits))

    def matches(self, board: Board, token: int, reach: int) -> list[Match]:
        """All rules that match at a token, the longest match first, then the earlier rule."""
        found: list[Match] = []
        for name in board.at(token):
            for rule, needs in self.by_name.get(name, ()):
                for need in needs:
                    if not need & reach:
                        break
                else:
                    for end, slots in rule.node.ways(board, token, {}):
                        found.append(Match(token, end, rule, slots))
                        break
        if len(found) > 1:
            found.sort(key=lambda match: (-match.end, match.rule.rank))
        return found


def compile_rules(
    sections: Sequence[Mapping[str, object]], phrases: Mapping[str, str], literals: Iterable[str]
) -> Grammar:
    """The grammar of `rules:` (each with id, make, patterns and settings), `{name}` standing for a phrase."""
    rules: list[Rule] = []
    for section in sections:
        settings = {key: str(value) for key, value in section.items() if key not in ("id", "make", "patterns")}
        patterns = section["patterns"]
        if not isinstance(patterns, list):
            raise PackError(f"rule {section['id']}: patterns must be a list")
        for pattern in patterns:
            rules.append(
                Rule(str(section["id"]), str(section["make"]), parse(str(pattern), phrases), settings, len(rules))
            )
    return Grammar(rules, literals)


def parse(pattern: str, phrases: Mapping[str, str]) -> Node:
    """The node that a pattern stands for."""
    while "{" in pattern:
        widened = re.sub(r"\{([\w-]+)\}", lambda found: f"( {phrases[found.group(1)]} )", pattern)
        if widened == pattern:
            raise PackError(f"unknown phrase in pattern: {pattern}")
        pattern = widened
    symbols = _TERM.findall(pattern)
    node, rest = _choice(symbols, 0)
    if rest != len(symbols):
        raise PackError(f"brackets do not match in pattern: {pattern}")
    return node


def _choice(symbols: Sequence[str], index: int) -> tuple[Node, int]:
    """Sequences separated by bars; inside a sequence a bar binds single terms, so bars join neighbours."""
    nodes: list[Node] = []
    while index < len(symbols) and symbols[index] != ")":
        options, optional, index = _options(symbols, index)
        nodes.append(options[0] if len(options) == 1 and not optional else Choice(tuple(options), optional))
    return (nodes[0] if len(nodes) == 1 else Sequel(tuple(nodes))), index


def _options(symbols: Sequence[str], index: int) -> tuple[list[Node], bool, int]:
    options: list[Node] = []
    while True:
        node, index = _single(symbols, index)
        options.append(node)
        if index >= len(symbols) or symbols[index] != "|":
            break
        index += 1
    last = options[-1]
    if isinstance(last, Term) and last.slot != last.name:
        options = [
            Term(node.name, last.slot) if isinstance(node, Term) and node.slot == node.name else node
            for node in options
        ]
    optional = index < len(symbols) and symbols[index] == "?"
    return options, optional, index + optional


def _single(symbols: Sequence[str], index: int) -> tuple[Node, int]:
    symbol = symbols[index]
    if symbol == "(":
        node, index = _choice(symbols, index + 1)
        if index >= len(symbols):
            raise PackError("a bracket is not closed in a pattern")
        return node, index + 1
    if symbol[0] in "<!^":
        return Look(symbol[0], symbol[1:]), index + 1
    if symbol == ANY_WORD:
        return AnyWord(), index + 1
    name, _, slot = symbol.partition(":")
    return Term(name, slot or name), index + 1
