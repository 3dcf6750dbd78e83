"""Arabic clitics and verb forms, on folded spellings (see `text.folding`).

What may be taken off a word is a closed list; whether the rest is a word is for the lexicon to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import PackError
from dragoman.languages.lexicon import Entry, Key
from dragoman.languages.tables import read_rows
from dragoman.text.folding import fold

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
OBJECT_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي")
INFLECTIONS = ("تين", "تان", "ون", "ين", "ان", "ات", "ه", "ا")
SHORTEST_STEM = 3
_MARKS = "".join(map(chr, range(0x064B, 0x0660)))


def analyse(folded: str, surface: str = "") -> tuple[Key, ...]:
    """All readings of the word: with and without conjunction, preposition, article and ending."""
    keys = [Key(folded)]
    for prefix, stem in _beheaded(folded):
        keys.append(Key(stem, prefix))
    feminine = surface.rstrip(_MARKS).endswith("ة")
    for key in tuple(keys):
        # what is written with taa marbuta ends in no pronoun
        keys.extend(
            shorter._replace(suffix="ة") if feminine and shorter.suffix == "ه" else shorter
            for shorter in _shortened(key)
        )
    return tuple(dict.fromkeys(keys))


def _beheaded(folded: str) -> Iterator[tuple[str, str]]:
    """Pairs (what was taken off, what is left), the shortest prefix first."""
    queue = [("", folded)]
    for letter in CONJUNCTIONS:
        if folded.startswith(letter) and len(folded) - 1 >= SHORTEST_STEM:
            queue.append((letter, folded[1:]))
            yield queue[-1]
    for before, rest in queue:
        for letter in PREPOSITIONS:
            if rest.startswith(letter) and len(rest) - 1 >= SHORTEST_STEM:
                yield from _with_preposition(before, letter, rest)
        if rest.startswith("ال") and len(rest) - 2 >= 2:
            yield before + "ال", rest[2:]
        if rest.startswith("س") and len(rest) - 1 >= SHORTEST_STEM and rest[1] in "يتنا":
            yield before + "س", rest[1:]


def _with_preposition(before: str, letter: str, rest: str) -> Iterator[tuple[str, str]]:
    stem = rest[1:]
    if letter == "ل" and stem.startswith("ل") and len(stem) > SHORTEST_STEM:
        # the article's alef is not written after the preposition: للوزير is ل + الوزير
        yield before + "ل", "ا" + stem
        yield before + "لل", stem[1:]
    yield before + letter, stem
    if stem.startswith("ال") and len(stem) - 2 >= 2:
        yield before + letter + "ال", stem[2:]


def _shortened(key: Key) -> Iterator[Key]:
    """The key without a pronoun or an inflectional ending."""
    form = key.form
    for ending in OBJECT_PRONOUNS:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) >= 2:
            yield Key(stem, key.prefix, ending)
            if stem.endswith("ت") and len(stem) >= SHORTEST_STEM:
                yield Key(stem[:-1] + "ه", key.prefix, ending)
    for ending in INFLECTIONS:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) >= 2 and ending not in OBJECT_PRONOUNS:
            yield Key(stem, key.prefix, ending)
            if ending in ("تين", "تان", "ات"):
                yield Key(stem + "ه", key.prefix, ending)


def conjugate(perfect: str, imperfect: str) -> dict[str, str]:
    """Third-person forms of a verb, folded, each with its tense: {form: past | present}.

    `perfect` is the third person masculine singular (قال), `imperfect` its stem without prefix (قول); the endings of weak
    verbs follow from their last letter.
    """
    forms = {perfect: "past"}
    short = perfect[:-1] if perfect.endswith(("ا", "ي")) else perfect
    dual = short + ("يا" if perfect.endswith("ي") else "وا") if short != perfect else perfect + "ا"
    # the dual of a plain verb of three letters is spelt like its noun in the accusative, which is far more frequent
    plain = len(perfect) == 3 and short == perfect and perfect[1] not in "اوي"
    for form in (short + "ت", short + "وا", short + "تا", *(() if plain else (dual,)), perfect + "ن"):
        forms.setdefault(form, "past")
    stem = imperfect[:-1] if imperfect.endswith(("ي", "و")) else imperfect
    for letter in ("ي", "ت", "ن"):
        forms.setdefault(letter + imperfect, "present")
        if letter != "ن":
            for ending in ("ون", "ان", "وا"):
                forms.setdefault(letter + (imperfect if ending == "ان" else stem) + ending, "present")
    return forms


def verb_entries(path: Path) -> Iterator[Entry]:
    """Entries of kinds `verb` and `participle` for every form of each verb in the table (value: the lemma)."""
    for number, columns in read_rows(path):
        if len(columns) != 5:
            raise PackError(f"{path.name}, line {number}: five columns are needed")
        lemma, imperfect, participle, act, frames = columns
        features = {"act": act, "frames": frames}
        for form, tense in conjugate(fold(lemma), fold(imperfect)).items():
            yield Entry("verb", form, lemma, {**features, "tense": tense, "inflect": "verb"})
        if participle != "-":
            stem = fold(participle)
            for ending in ("ا", "ه", "ين", "تين"):
                yield Entry("participle", stem + ending, lemma, features)
