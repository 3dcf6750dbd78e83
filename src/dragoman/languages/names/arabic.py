"""Latin forms of person names written in Arabic script, as the English-language press writes them."""

from __future__ import annotations

from dragoman.languages.names import tables
from dragoman.languages.names.capitals import write_name
from dragoman.languages.names.keys import fold_arabic, fold_latin, strip_marks

ARTICLE = "ال"
# First words that make one name with the word after them, and how they are written where no table knows better.
FORWARD = {"عبد": "abdul", "ابو": "abu", "ابا": "aba", "ابي": "abi", "بو": "bou"}
# Second words that make one name with the word before them.
BACKWARD = {"الدين": " al-din", "الله": "allah", "الاسلام": " al-islam"}
_PARTICLES = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "دي": "de", "فان": "van", "فون": "von"}


def join_compounds(words: list[str]) -> list[str]:
    """The folded words of a name with the parts of compounds (Abd + X, Abu + X, X + al-Din) joined by a space."""
    units: list[str] = []
    opened = False
    for word in words:
        closes = word in BACKWARD and units and " " not in units[-1] and units[-1] not in _PARTICLES
        if opened or closes:
            units[-1] += " " + word
        else:
            units.append(word)
        opened = word in FORWARD and not opened
    return units


def romanise_arabic(name: str) -> str:
    """The Latin form of a person's name in Arabic script; words already in Latin letters stay."""
    written: list[str] = []
    run: list[str] = []
    for word in [*strip_marks(name).replace("-", " ").split(), ""]:
        folded = fold_arabic(word)
        if folded:
            run.append(folded)
            continue
        written += [_spell_unit(unit) for unit in join_compounds(run)]
        run = []
        written.append(word if fold_latin(word) else "")
    return write_name(written)


def _spell_unit(unit: str) -> str:
    known = None if unit in _PARTICLES else tables.arabic_word(unit)
    if known:
        return known.latin
    first, _, second = unit.partition(" ")
    if not second:
        return _spell_word(first)
    if second in BACKWARD and first not in FORWARD:
        return _spell_word(first) + BACKWARD[second]
    return FORWARD[first] + " " + _spell_word(second).removeprefix("al-")


def _spell_word(word: str) -> str:
    """The Latin form of one folded word, in lower case: from the table, else by the letter model."""
    if word in _PARTICLES:
        return _PARTICLES[word]
    known = tables.arabic_word(word)
    if known:
        return known.latin
    if word.startswith(ARTICLE) and len(word) > 4:
        core = word.removeprefix(ARTICLE)
        bare = tables.arabic_word(core)
        return "al-" + (bare.latin if bare else _model_spelling(core))
    return _model_spelling(word)


def _model_spelling(word: str) -> str:
    spellings = tables.arabic_letters().spell(word)
    return spellings[0].text if spellings else word
