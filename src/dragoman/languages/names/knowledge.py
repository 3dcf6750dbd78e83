"""How far a word of an Arabic text looks like part of a person's name."""

from __future__ import annotations

from dragoman.languages.names import tables
from dragoman.languages.names.arabic import ARTICLE
from dragoman.languages.names.keys import fold_arabic, strip_marks
from dragoman.languages.names.tables import NameWord

# The score of a word that is both a common word and the name of this many people in the data or more.
DOUBTFUL = 0.3
MANY = 30


def name_counts(word: str) -> NameWord | None:
    """What is known of the Arabic word as a part of names, or None; common words of the language are not left out.

    A word with the article also answers for its bare form when only that is known.
    """
    folded = fold_arabic(word)
    known = tables.arabic_word(folded)
    if known is None and folded.startswith(ARTICLE) and len(folded) > 4:
        known = tables.arabic_word(folded.removeprefix(ARTICLE))
    return known


def is_ordinary_word(word: str) -> bool:
    """Whether the word, as written, is a common word of Arabic before it is a name (كريم is not, الجديد is)."""
    return strip_marks(word) in tables.ordinary_arabic()


def is_name_word(word: str) -> float | None:
    """How likely the Arabic word is part of a person's name, from 0 to 1; None where nothing is known of it.

    Common words of the language score 0, or DOUBTFUL where many people bear them (أمير). The word is taken as written,
    since على is not علي.
    """
    known = name_counts(word)
    if is_ordinary_word(word):
        at_home = known.given + known.family if known else 0
        # The bearers counted under على are those of علي.
        return DOUBTFUL if at_home >= MANY and not word.endswith("ى") else 0.0
    if known is None:
        return None
    return _confidence(known.bearers)


def is_given_name(word: str) -> float | None:
    """How likely the Arabic word is a given name rather than another part of a name; None where unknown."""
    known = name_counts(word)
    if known is None or is_ordinary_word(word):
        return None
    placed = known.given + known.family
    # Half a bearer on each side keeps a single sighting from being certain.
    return (known.given + 0.5) / (placed + 1) * _confidence(known.bearers)


def _confidence(bearers: int) -> float:
    return (bearers + 0.5) / (bearers + 1.0)
