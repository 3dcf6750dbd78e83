"""What the words of a language can be: entries from the pack's tables and the registry, found in one pass.

A `Word` is worked out once for each spelling and kept; a document is then a list of references to words. An entry of
several words hangs on the key of its first word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.text.folding import fold
from dragoman.text.tokens import TOKEN

WORD, NUMBER, MARK, LINE = "word", "number", "mark", "line"
ADJECTIVE_ENDINGS = frozenset(("", "ه", "ة", "ون", "ين", "ان", "تين", "تان", "ات", "ا"))
MASCULINE_ENDINGS = frozenset(("ون", "ين", "ان", "ا"))
VERB_PREFIXES = frozenset(("", "و", "ف", "س", "وس", "فس", "ل"))
CASES = {
    "n": "nominative",
    "g": "genitive",
    "d": "dative",
    "a": "accusative",
    "i": "instrumental",
    "p": "prepositional",
}
PLURAL, POSSESSIVE = "plural", "possessive"
# after the letters of the cases: all of them are of the plural
MANY = "+"
LONGEST_ACRONYM = 6
LONGEST_ARTICLE = 3
_NUMBERS = frozenset((PLURAL, POSSESSIVE))
_INDECLINABLE = frozenset("оеиуюэ")


class Key(NamedTuple):
    """One way to read a spelling: the looked-up form, what was taken off before and after it, what its ending tells.

    inflection: empty for the form of the dictionary; else the letters of the cases in which the word may stand (n g d a
    i p, see `CASES`; a plus after them: in the plural), or `plural`, or `possessive`.
    """

    form: str
    prefix: str = ""
    suffix: str = ""
    inflection: str = ""


class Entry(NamedTuple):
    """One line of a table: its class, the form it was written with, its value and its features."""

    kind: str
    form: str
    value: str
    features: Mapping[str, str]


class Branch:
    """Entries of several words that share their first words: those that end here, and how others go on."""

    __slots__ = ("entries", "following")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.following: dict[str, Branch] = {}

    def add(self, forms: tuple[str, ...], entry: Entry) -> None:
        """Hang an entry on the rest of its words."""
        branch = self
        for form in forms:
            found = branch.following.get(form)
            if found is None:
                found = branch.following[form] = Branch()
            branch = found
        branch.entries.append(entry)


class Word:
    """All that is known of one spelling; shared by every place where it stands."""

    __slots__ = (
        "active",
        "alone",
        "capitalised",
        "folded",
        "heads",
        "inflected",
        "keys",
        "kind",
        "singles",
        "stems",
        "surface",
        "tails",
    )

    def __init__(self, surface: str, folded: str, kind: str, keys: tuple[Key, ...]) -> None:
        self.surface = surface
        self.folded = folded
        self.kind = kind
        self.keys = keys
        # Inside an entry of several words only the bare form and the form without article may stand.
        self.tails = frozenset(key.form for key in keys if key.prefix in ("", "ال") and not key.suffix)
        self.inflected = tuple(
            dict.fromkeys(key.form for key in keys if key.prefix in ("", "ال") and key.suffix in ADJECTIVE_ENDINGS)
        )
        # the forms under which a name may be met again: nothing taken off after it
        self.stems = frozenset(key.form for key in keys if not key.suffix)
        self.capitalised = surface[:1].isupper()
        self.singles: tuple[tuple[Key, Entry], ...] = ()
        # the hits that the word is by itself, as if it stood first
        self.alone: tuple[Hit, ...] = ()
        self.heads: tuple[tuple[Key, Branch], ...] = ()
        self.active = False

    def __repr__(self) -> str:
        return f"Word({self.surface!r})"


class Hit(NamedTuple):
    """An entry found in a document, as a range of tokens (end not included) with the proclitics before it."""

    start: int
    end: int
    prefix: str
    entry: Entry
    suffix: str = ""
    inflection: str = ""


# from a folded spelling and the spelling as written
Analyser = Callable[[str, str], tuple[Key, ...]]


@dataclass
class Lexicon:
    """The entries of one language and the words met so far."""

    analyse: Analyser
    normalise: Callable[[str], str] = fold
    singles: dict[str, list[Entry]] = field(default_factory=dict)
    heads: dict[str, Branch] = field(default_factory=dict)
    known: dict[str, Word] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in entries; only before the first document is read."""
        # what was worked out without the new entries no longer holds
        self.known.clear()
        for entry in entries:
            forms = tuple(self.normalise(word) for word in TOKEN.findall(entry.form))
            if not forms:
                continue
            if len(forms) == 1:
                self.singles.setdefault(forms[0], []).append(entry)
            else:
                branch = self.heads.get(forms[0])
                if branch is None:
                    branch = self.heads[forms[0]] = Branch()
                branch.add(forms[1:], entry)

    def word(self, surface: str) -> Word:
        """The word of this spelling."""
        found = self.known.get(surface)
        if found is None:
            # An endless stream of new spellings must not fill the memory.
            if len(self.known) > 300_000:
                self.known.clear()
            found = self.known[surface] = self._make(surface)
        return found

    def _make(self, surface: str) -> Word:
        first = surface[0]
        if first == "\n":
            return Word(surface, surface, LINE, ())
        folded = fold(surface[:200])
        if first.isdecimal():
            return Word(surface, folded, NUMBER, (Key(folded),))
        if not folded[:1].isalpha():
            word = Word(surface, folded, MARK, (Key(folded),))
        else:
            word = Word(surface, folded, WORD, self.analyse(folded, surface))
        word.singles = tuple(
            (key, entry)
            for key in word.keys
            for entry in self.singles.get(key.form, ())
            if fits(key, entry) and has_capitals(surface, entry)
        )
        word.heads = tuple((key, self.heads[key.form]) for key in word.keys if key.form in self.heads)
        word.alone = tuple(
            longest_hits([Hit(0, 1, key.prefix, entry, key.suffix, key.inflection) for key, entry in word.singles])
        )
        word.active = bool(word.singles or word.heads)
        return word


def fits(key: Key, entry: Entry) -> bool:
    """True where the entry allows what was taken off: feature `bare` nothing, `inflect` says which endings."""
    features = entry.features
    if "bare" in features:
        return not (key.prefix or key.suffix or key.inflection)
    if "proper" in features:
        if key.inflection and (is_plural(key.inflection) or is_indeclinable(entry.form)):
            return False
        # a name is written with its article or has none: what looks like one is another word
        return not key.suffix and "ال" not in key.prefix and not key.prefix.endswith("لل")
    inflect = features.get("inflect", "")
    if inflect == "verb":
        if key.prefix.endswith(("ل", "س")) and features.get("tense") == "past":
            return False
        return key.prefix in VERB_PREFIXES and key.suffix != "ة"
    if "س" in key.prefix:
        return False
    if not key.suffix:
        return True
    if inflect == "adjective":
        return key.suffix in ADJECTIVE_ENDINGS
    if inflect == "masculine":
        return key.suffix in MASCULINE_ENDINGS
    return inflect == "noun"


def longest_hits(hits: list[Hit]) -> list[Hit]:
    """Of each kind the longest hits, of equally long ones with the same value that from which least was taken off."""
    best: dict[tuple[str, str], tuple[int, int]] = {}
    reach: dict[str, int] = {}
    for hit in hits:
        kind = hit.entry.kind
        rank = (hit.end, -len(hit.prefix) - len(hit.suffix))
        same = (kind, hit.entry.value)
        if rank > best.get(same, (0, 0)):
            best[same] = rank
        if hit.end > reach.get(kind, 0):
            reach[kind] = hit.end
    kept = []
    for hit in hits:
        same = (hit.entry.kind, hit.entry.value)
        if hit.end == reach[hit.entry.kind] and best.get(same) == (hit.end, -len(hit.prefix) - len(hit.suffix)):
            best[same] = (0, 0)
            kept.append(hit)
    return kept


def has_capitals(surface: str, entry: Entry) -> bool:
    """False where a proper name is written with capitals and the spelling is not: Mali and mali, US and us."""
    form = entry.form
    if "proper" not in entry.features or not form[:1].isupper():
        return True
    if not surface[:1].isupper():
        return False
    return len(form) < 2 or len(form) > LONGEST_ACRONYM or not form.isupper() or surface[: len(form)].isupper()


def is_plural(inflection: str) -> bool:
    """True where the ending tells that the word is in the plural and its dictionary form is not."""
    return inflection == PLURAL or inflection.endswith(MANY)


def is_indeclinable(name: str) -> bool:
    """True for a foreign name that no ending is put on: Рубио, Politico, Баку."""
    return name[-1:] in _INDECLINABLE and not name.endswith(("ье", "ие", "во", "но"))


def inflection_of(word: Word, form: str) -> str:
    """Whether the last word of an entry is its form in the plural or with a possessive: foreign *ministers*."""
    if word.folded == form:
        return ""
    return next((key.inflection for key in word.keys if key.form == form and key.inflection in _NUMBERS), "")


def is_article_name(entry: Entry) -> bool:
    """True for a name of an article and a common word, which only its capital tells from them: Il Tempo, The Times."""
    words = entry.form.split(" ")
    return (
        "proper" in entry.features and len(words) == 2 and len(words[0]) <= LONGEST_ARTICLE and words[1][:1].isupper()
    )


def is_oblique(inflection: str) -> bool:
    """True where what an ending tells rules out that the word is a subject."""
    return inflection == POSSESSIVE or bool(inflection) and inflection != PLURAL and "n" not in inflection
