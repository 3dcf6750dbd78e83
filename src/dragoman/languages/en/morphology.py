"""English endings: plurals and possessives of nouns, forms of regular verbs.

What may be taken off a word is a closed list; whether the rest is a word is for the lexicon to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import PackError
from dragoman.languages.lexicon import PLURAL, POSSESSIVE, Entry, Key
from dragoman.languages.tables import read_rows

SHORTEST_STEM = 2
VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


def analyse(folded: str, surface: str = "") -> tuple[Key, ...]:
    """All readings of the word, itself first: ministers, minister's, ministers'."""
    keys = [Key(folded)]
    bare = folded
    if folded.endswith("'s"):
        bare = folded[:-2]
        keys.append(Key(bare, inflection=POSSESSIVE))
    keys.extend(Key(form, inflection=PLURAL) for form in _singulars(bare))
    return tuple(dict.fromkeys(keys))


def _singulars(word: str) -> Iterator[str]:
    if not word.endswith("s") or word.endswith("ss") or len(word) <= SHORTEST_STEM + 1:
        if word.endswith("men") and len(word) > 4:
            yield word[:-3] + "man"
        return
    yield word[:-1]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith("es") and word[:-2].endswith(_HISSING):
        yield word[:-2]


def conjugate(base: str, irregular: tuple[str, ...]) -> tuple[tuple[str, str, dict[str, str]], ...]:
    """(form, kind, features) of a verb; `irregular` is empty, or its past and past participle, or all four forms after
    the base: third person, past, past participle, gerund."""
    third, past, participle, gerund = _third(base), _regular_past(base), _regular_past(base), _gerund(base)
    if len(irregular) == 4:
        third, past, participle, gerund = irregular
    elif irregular:
        past, participle = irregular[0], irregular[-1]
    return (
        (base, "verb", {"tense": "present", "form": "base"}),
        (third, "verb", {"tense": "present", "form": "third"}),
        (past, "verb", {"tense": "past", "form": "finite"}),
        (gerund, "participle", {"form": "gerund"}),
        (participle, "participle", {"form": "passive"}),
    )


def _third(base: str) -> str:
    if base.endswith(_HISSING) or base.endswith("o"):
        return base + "es"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    """A short verb doubles its last letter (quip, quipped); longer ones that do are irregular in the table."""
    short = len(base) > 2 and base[-1] not in "aeiouwxy" and base[-2] in VOWELS and base[-3] not in VOWELS
    return base + base[-1] if short and sum(letter in VOWELS for letter in base) == 1 else base


def verb_entries(path: Path) -> Iterator[Entry]:
    """Entries of kinds `verb` and `participle` for every form of each verb in the table (value: the base form).

    A verb of several words (*point out*) is inflected in its first.
    """
    if not path.exists():
        return
    for number, columns in read_rows(path):
        if len(columns) != 4:
            raise PackError(f"{path.name}, line {number}: four columns are needed")
        lemma, irregular, act, frames = columns
        base, _, rest = lemma.partition(" ")
        forms = () if irregular == "-" else tuple(form.strip() for form in irregular.split(","))
        for form, kind, features in conjugate(base, forms):
            spelt = f"{form} {rest}" if rest else form
            yield Entry(kind, spelt, lemma, {"act": act, "frames": frames, **features, "bare": "1"})
