"""The built tables of names, each read once, when first asked for."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.names.letters import LetterModel


@dataclass(frozen=True, kw_only=True)
class NameWord:
    """What is known of one name word: its Latin form, and how many people bear it as a given or a family name.

    The first three counts are of people of the Arab world and its neighbours; `abroad` is of names of all the world.
    """

    latin: str
    given: int
    family: int
    elsewhere: int
    abroad: int

    @property
    def bearers(self) -> int:
        """How many names in the data hold the word, in whatever place."""
        return self.given + self.family + self.elsewhere + self.abroad


DATA = Path(__file__).parent / "data"
# Where the tables are read from; scoring points it at tables built without the names it tests on.
folder = DATA


def _text(name: str) -> str:
    return gzip.decompress((folder / name).read_bytes()).decode("utf-8")


class SortedTable:
    """A table searched where it lies, sorted by first cell: opening it costs no more than unpacking it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, word: str) -> str | None:
        """The rest of the line that begins with the word, or None."""
        text = self._text
        low, high = 0, len(text)
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            start = max(start, low)
            stop = text.find("\n", start)
            key, _, rest = text[start:stop].partition("\t")
            if key == word:
                return rest
            if key < word:
                low = stop + 1
            else:
                high = start
        return None


def arabic_word(word: str) -> NameWord | None:
    """What is known of the folded Arabic-script name word (compounds are joined by a space)."""
    row = _arabic_table().find(word)
    if row is None:
        return None
    latin, given, family, elsewhere, abroad = row.split("\t")
    return NameWord(latin=latin, given=int(given), family=int(family), elsewhere=int(elsewhere), abroad=int(abroad))


@cache
def _arabic_table() -> SortedTable:
    return SortedTable(_text("arabic_words.tsv.gz"))


def cyrillic_word(word: str) -> str | None:
    """The Latin form of a folded Cyrillic name word where neither the letter rules nor the letter model give it."""
    return _cyrillic_table().find(word)


@cache
def _cyrillic_table() -> SortedTable:
    return SortedTable(_text("cyrillic_words.tsv.gz"))


@cache
def ordinary_arabic() -> frozenset[str]:
    """Arabic words, as written, that are common words of the language before they are names."""
    return frozenset(_text("ordinary_arabic.tsv.gz").split())


@cache
def arabic_letters() -> LetterModel:
    """The letter model for Arabic-script names."""
    return LetterModel.read(_text("arabic_letters.tsv.gz"))


@cache
def cyrillic_letters() -> LetterModel:
    """The letter model for foreign names in Cyrillic."""
    return LetterModel.read(_text("cyrillic_letters.tsv.gz"))
