"""Latin forms of person names written in Cyrillic, as the English-language press writes them."""

from __future__ import annotations

import re

from dragoman.languages.names import tables
from dragoman.languages.names.capitals import write_name
from dragoman.languages.names.keys import fold_cyrillic

_LETTERS = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g w".split(),
        strict=True,
    )
)
_INITIALS = {"Дж.": "j."}
_VOWELS = "аеиоуыэюя"
# Endings first, then places where one letter is written otherwise; each with the name that asks for it.
_ENDINGS = (
    ("ский", "sky"),  # Зеленский, Zelensky
    ("цкий", "tsky"),  # Троицкий, Troitsky
    ("ий", "y"),  # Юрий, Yury
    ("ый", "y"),  # Белый, Bely
    ("ия", "ia"),  # Мария, Maria
    ("ья", "ya"),  # Наталья, Natalya
)
_SLAVIC = re.compile(
    "(?:[оеё]в|[ие]н|[сц]к[ио]й|[оеё]в[аы]|[ие]на|[сц]кая|енко|чук|[еоё]вич|[иы]ч|[ое]вна|ян|дзе|швили|ий|ый)$"
)


def spell_by_rule(word: str) -> str:
    """The folded Cyrillic word letter by letter, in lower case."""
    for ending, latin in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return _spell_letters(word.removesuffix(ending)) + latin
    return _spell_letters(word)


def _spell_letters(word: str) -> str:
    spelt = []
    for at, letter in enumerate(word):
        before = word[at - 1] if at else ""
        # Ельцин, Дудаев; but Дарчиев, where the i already glides.
        glides = letter == "е" and (not before or (before in _VOWELS and before != "и") or before in "ъь")
        spelt.append("ye" if glides else _LETTERS.get(letter, "").replace("_", ""))
    return "".join(spelt)


def has_slavic_ending(word: str) -> bool:
    """Whether the folded word ends like a Russian, Ukrainian or Caucasian family name, which the rules spell best."""
    return len(word) > 3 and _SLAVIC.search(word) is not None


def spell_word(word: str) -> str:
    """The Latin form of one Cyrillic name word, in lower case: from the table, else by rule, else by the model."""
    folded = fold_cyrillic(word)
    known = tables.cyrillic_word(folded)
    if known:
        return known
    if has_slavic_ending(folded) or len(folded) < 3:
        return spell_by_rule(folded)
    spellings = tables.cyrillic_letters().spell(folded)
    return spellings[0].text if spellings else spell_by_rule(folded)


def romanise_cyrillic(name: str) -> str:
    """The Latin form of a person's name in Cyrillic."""
    words = []
    for word in name.replace(".", ". ").split():
        if word.endswith(".") and len(word) <= 3:
            words.append(_INITIALS.get(word, spell_by_rule(fold_cyrillic(word)) + "."))
            continue
        words.append("-".join(spell_word(part) for part in word.split("-")))
    return write_name(words)
