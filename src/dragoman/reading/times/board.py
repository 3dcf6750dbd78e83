"""What stands where in an article, under the names that the patterns of time expressions use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.languages.lexicon import NUMBER, WORD, Hit
from dragoman.reading.layout.article import Article
from dragoman.reading.times.grammar import Item
from dragoman.reading.times.numerals import figures, numerals
from dragoman.text.folding import fold

# Each kind of entry and the name of its items, where they are more than the kind's own name.
KINDS = (
    "month",
    "hijri-month",
    "weekday",
    "time-unit",
    "deictic",
    "time-direction",
    "time-part",
    "time-bound",
    "day-part",
    "season",
    "decade",
    "dated",
    "several",
    "fraction",
    "moment",
    "today",
    "tonight",
    "time-this",
    "recent",
    "recents",
    "one-and-half",
    "some",
    "pair",
    "duration-word",
    "holiday",
    "weekend",
)
_ARTICLES = ("ال", "لل")
_NONE: dict[str, Item] = {}


@dataclass(frozen=True)
class Literals:
    """The plain words that patterns name, by their folded form, and the words that join the parts of a numeral."""

    names: Mapping[str, tuple[str, ...]]
    joiners: frozenset[str]


def compile_literals(words: Mapping[str, Iterable[object]], joiners: Iterable[object]) -> Literals:
    """The literals of the sections `words` and `joiners` of a language's rules."""
    names: dict[str, tuple[str, ...]] = {}
    for name, forms in words.items():
        for form in {fold(str(form)) for form in forms}:
            names[form] = (*names.get(form, ()), name)
    return Literals(names, frozenset(fold(str(form)) for form in joiners))


@dataclass
class TimeBoard:
    """The items of an article; words that only the grammar knows are looked at where it asks for them."""

    article: Article
    literals: Literals
    items: dict[int, dict[str, Item]] = field(default_factory=dict)
    _complete: dict[int, dict[str, Item]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        article = self.article
        for kind in KINDS:
            for hit in article.by_kind.get(kind, ()):
                self._add(_items_of(hit, article))
        tokens = [index for index, word in enumerate(article.words) if word.kind == NUMBER]
        if tokens:
            self._add(figures(article.words, tokens))
        for numeral in numerals(article, self.literals.joiners):
            self._add([numeral])
            self._name_numeral(numeral)
        self._join_months()

    def _name_numeral(self, numeral: Item) -> None:
        """Let a numeral in words be a day, a month or a year too, where it can be one."""
        names, value = self.items[numeral.start], int(numeral.value)
        if numeral.name == "ordinal" and 1 <= value <= 31:
            names["day"] = numeral
        if 1 <= value <= 12:
            names["month-number"] = numeral
        if numeral.name == "number" and 1900 <= value < 2100:
            names["year"] = numeral

    def _add(self, items: Iterable[Item]) -> None:
        for item in items:
            names = self.items.setdefault(item.start, {})
            known = names.get(item.name)
            if known is None or item.end > known.end:
                names[item.name] = item

    def at(self, token: int) -> dict[str, Item]:
        """The items that begin at a token, by name; literal words among them."""
        found = self._complete.get(token)
        if found is None:
            found = self.items.get(token, _NONE)
            word = self.article.words[token] if token < len(self.article.words) else None
            names = () if word is None else self.literals.names.get(word.folded, ())
            if word is not None and names:
                found = dict(found)
                for name in names:
                    found.setdefault(name, Item(name, token, token + 1, word.folded))
            self._complete[token] = found
        return found

    def is_word(self, token: int) -> bool:
        """True where a word stands, be it known or not."""
        return token < len(self.article.words) and self.article.words[token].kind == WORD

    def ends_before(self, name: str, token: int) -> bool:
        """True where a literal of this name, with or without proclitics, stands before a token."""
        if token == 0:
            return False
        names = self.literals.names
        word = self.article.words[token - 1]
        if name in names.get(word.folded, ()):
            return True
        return any(not key.suffix and name in names.get(key.form, ()) for key in word.keys)

    def _join_months(self) -> None:
        """Make one month of two names for the same one: nisan/april, may (ayyar)."""
        words = self.article.words
        for token in sorted(self.items):
            month = _month(self.items[token])
            if month is None:
                continue
            other, closing = self._second_name(month)
            if other is None or other.value != month.value:
                continue
            end = other.end + (closing and other.end < len(words) and words[other.end].surface == ")")
            self.items[token].pop("doubtful-month", None)
            self.items[token]["month"] = month._replace(name="month", end=end)

    def _second_name(self, month: Item) -> tuple[Item | None, bool]:
        words = self.article.words
        token = month.end
        mark = words[token].surface if token < len(words) else ""
        token += mark in ("/", "(", "-", "–", "\\") and bool(mark)
        return _month(self.items.get(token, _NONE)), mark == "("


def _month(items: Mapping[str, Item]) -> Item | None:
    return items.get("month") or items.get("doubtful-month")


def _items_of(hit: Hit, article: Article) -> Iterable[Item]:
    """The items that an entry makes, under all names that tell its form."""
    kind, _, value, features = hit.entry
    prefix = hit.prefix
    definite = prefix.endswith(_ARTICLES) or "definite" in features
    numeric = value.lstrip("-").isdecimal()
    item = Item(kind, hit.start, hit.end, int(value) if numeric else value, definite)
    if kind == "time-unit":
        yield from _unit_items(item, features.get("count", "one"), prefix)
        return
    unsure = "sure" in features and not article.words[hit.end - 1].surface.endswith(features["sure"])
    if unsure or "doubtful" in features:
        item = item._replace(name=f"doubtful-{kind}")
    yield item
    if "as" in features:
        yield item._replace(name=features["as"])
    clitic = _clitic(prefix)
    if clitic:
        yield item._replace(name=f"{clitic}-{item.name}")


def _clitic(prefix: str) -> str:
    """The part of a prefix that a pattern may ask for: an Arabic preposition, an Italian word before an apostrophe."""
    last = prefix.removesuffix("ال")[-1:]
    return last if last in ("ل", "ب") else prefix[:-1] if last == "'" else ""


def _unit_items(item: Item, count: str, prefix: str) -> Iterable[Item]:
    """A unit as `unit`, by its own name (`year-word`), and by its number (`one-unit`, `the-two-units`, `units`)."""
    name = {"one": "one-unit", "two": "two-units", "many": "units"}.get(count, "lone-unit")
    yield item._replace(name="unit")
    yield item._replace(name=f"the-{name}" if item.definite else name)
    if count == "one":
        yield item._replace(name=f"the-{item.value}-word" if item.definite else f"{item.value}-word")
    clitic = _clitic(prefix)
    if clitic and not item.definite:
        yield item._replace(name=f"{clitic}-{name}")
