"""Italian endings: plurals and feminines, forms of verbs of reporting.

What may be taken off a word is a closed list; whether the rest is a word is for the lexicon to say. Shortened articles
and prepositions (l', dell') are tokens of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import PackError
from dragoman.languages.lexicon import PLURAL, Entry, Key
from dragoman.languages.tables import read_features, read_rows

SHORTEST_STEM = 2
# ending of the spelling, endings of the dictionary form
_ENDINGS = (
    ("i", ("o", "e", "a", "io")),
    ("e", ("a", "o")),
    ("a", ("o",)),
    ("chi", ("co",)),
    ("che", ("ca", "co")),
    ("ghi", ("go",)),
    ("ghe", ("ga", "go")),
    ("ie", ("ia", "io")),
    ("ce", ("cia",)),
    ("ge", ("gia",)),
    ("trice", ("tore",)),
    ("trici", ("tore",)),
    ("essa", ("e", "a")),
)
AUXILIARIES = {
    "ha": {"tense": "past"},
    "hanno": {"tense": "past"},
    "ho": {"tense": "past"},
    "abbiamo": {"tense": "past"},
    "aveva": {"tense": "past"},
    "avevano": {"tense": "past"},
    "avrebbe": {"tense": "past", "hearsay": "1"},
    "avrebbero": {"tense": "past", "hearsay": "1"},
    "abbia": {"tense": "past"},
    "abbiano": {"tense": "past"},
    "avendo": {"tense": "past", "form": "gerund"},
    "aver": {"tense": "infinitive"},
    "avere": {"tense": "infinitive"},
}


def analyse(folded: str, surface: str = "") -> tuple[Key, ...]:
    """All readings of the word, itself first; feminines and plurals lead to the masculine singular."""
    keys = [Key(folded)]
    if folded.isalpha():
        for ending, others in _ENDINGS:
            if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST_STEM:
                stem = folded[: -len(ending)]
                keys.extend(Key(stem + other, inflection=PLURAL) for other in others)
    return tuple(dict.fromkeys(keys))


def conjugate(infinitive: str, irregular: dict[str, str]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """(form, kind, features) of a verb; `irregular` may hold part, pres, imperf, past, fut and gerund."""
    # a verb on -rre or with a reflexive pronoun tells its forms in the table
    reflexive = infinitive.endswith("si")
    bare = infinitive[:-2] + "e" if reflexive else infinitive
    stem, vowel = bare[:-3], bare[-3]
    singular, plural = _pair(irregular.get("pres")) or _present(stem, vowel)
    theme = {"a": "a", "e": "e", "i": "i"}.get(vowel, "e")
    imperfect = irregular.get("imperf", stem + theme + "va")
    past = _pair(irregular.get("past")) or _remote(stem, vowel)
    future = irregular.get("fut", stem + ("e" if vowel == "a" else vowel) + "ra")
    participle = irregular.get("part", stem + {"a": "ato", "e": "uto", "i": "ito"}.get(vowel, "uto"))
    gerund = irregular.get("gerund", stem + ("ando" if vowel == "a" else "endo"))
    before = "si " if reflexive else ""
    yield infinitive, "verb", {"tense": "infinitive"}
    for form, features in (
        (singular, {"tense": "present", "number": "singular"}),
        (plural, {"tense": "present", "number": "plural"}),
        (imperfect, {"tense": "past", "number": "singular"}),
        (imperfect + "no", {"tense": "past", "number": "plural"}),
        (past[0], {"tense": "past", "number": "singular"}),
        (past[1], {"tense": "past", "number": "plural"}),
        (future, {"tense": "future", "number": "singular"}),
        (future + "nno", {"tense": "future", "number": "plural"}),
        (future[:-1] + "ebbe", {"tense": "conditional", "number": "singular"}),
        (future[:-1] + "ebbero", {"tense": "conditional", "number": "plural"}),
    ):
        yield before + form, "verb", features
    yield gerund + ("si" if reflexive else ""), "participle", {"form": "gerund"}
    for ending in "oaie":
        yield participle[:-1] + ending, "participle", {"form": "passive"}
    if reflexive:
        for auxiliary in ("è", "sono", "era", "erano"):
            for ending in "oaie":
                yield f"si {auxiliary} {participle[:-1]}{ending}", "verb", {"tense": "past"}
    else:
        for auxiliary, features in AUXILIARIES.items():
            yield f"{auxiliary} {participle}", "verb", {**features, "compound": "1"}


def _pair(forms: str | None) -> tuple[str, str] | None:
    if forms is None:
        return None
    singular, _, plural = forms.partition(",")
    return singular, plural


def _present(stem: str, vowel: str) -> tuple[str, str]:
    if vowel == "a":
        return stem + "a", stem + "ano"
    return stem + "e", stem + "ono"


def _remote(stem: str, vowel: str) -> tuple[str, str]:
    """The remote past: affermò, affermarono."""
    last = {"a": "ò", "e": "é", "i": "ì"}.get(vowel, "é")
    return stem + last, stem + vowel + "rono"


def verb_entries(path: Path) -> Iterator[Entry]:
    """Entries of kinds `verb` and `participle` for every form of each verb in the table (value: the infinitive)."""
    if not path.exists():
        return
    for number, columns in read_rows(path):
        if len(columns) != 4:
            raise PackError(f"{path.name}, line {number}: four columns are needed")
        lemma, irregular, act, frames = columns
        infinitive, _, rest = lemma.partition(" ")
        forms = {} if irregular == "-" else read_features(irregular)
        for form, kind, features in conjugate(infinitive, forms):
            spelt = f"{form} {rest}" if rest else form
            yield Entry(kind, spelt, lemma, {"act": act, "frames": frames, **features, "bare": "1"})
