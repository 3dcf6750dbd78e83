"""Whether two names in different scripts sound alike, by their consonants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.languages.names import tables
from dragoman.languages.names.arabic import ARTICLE, romanise_arabic
from dragoman.languages.names.cyrillic import romanise_cyrillic, spell_by_rule
from dragoman.languages.names.keys import fold_arabic, fold_cyrillic, fold_latin, is_arabic_script, is_cyrillic_script
from dragoman.languages.names.letters import LetterModel

# Latin letters and groups that other scripts write with one letter, longest first.
_SOUNDS = (
    ("schtsch", "S"),
    ("shch", "S"),
    ("tsch", "S"),
    ("sch", "S"),
    ("tch", "S"),
    ("sh", "S"),
    ("ch", "S"),
    ("zh", "S"),
    ("kh", "h"),
    ("gh", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("dj", "k"),
    ("ck", "k"),
    ("qu", "k"),
    ("ts", "s"),
    ("tz", "s"),
    ("x", "ks"),
    ("j", "k"),
    ("g", "k"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
    ("p", "b"),
    ("v", "f"),
    ("w", "f"),
    ("d", "t"),
)
_SAME = dict(_SOUNDS)
_GROUP = re.compile("|".join(re.escape(group) for group, _ in _SOUNDS))
_ARTICLES = frozenset(("al", "el", "the"))


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """How alike two names sound (0 to 1) and the two consonant skeletons that were compared."""

    score: float
    first: str
    second: str

    @property
    def alike(self) -> bool:
        """Whether the score is high enough to take the two for one name."""
        return self.score >= ALIKE


# Set on the training pairs, for a precision of 0.98 against the look-alikes that share a word.
ALIKE = 0.75
# A spelling that is so much less likely than the best one, for each letter, is still taken for the same name; or so
# much, where the consonants agree. Set on the training pairs.
FURTHEST = 1.0
FURTHEST_WITH_CONSONANTS = 1.5


def skeleton(name: str) -> str:
    """The consonants of a name in any of the scripts, one sign per family of sounds, words divided by a space."""
    if is_arabic_script(name):
        name = romanise_arabic(name)
    elif is_cyrillic_script(name):
        name = romanise_cyrillic(name)
    words = [word for word in fold_latin(name).split() if word not in _ARTICLES]
    return " ".join(bones for word in words if (bones := _bones(word)))


@lru_cache(maxsize=20_000)
def quick_skeleton(name: str) -> str:
    """The skeleton of a Latin or Cyrillic name, letter by letter: without the tables and the model of `romanise`."""
    if is_cyrillic_script(name):
        name = " ".join(spell_by_rule(fold_cyrillic(word)) for word in name.replace("-", " ").split())
    return skeleton(name)


def _bones(word: str) -> str:
    # Alrashed is al-Rashed; Ouaddou is Waddou; Biouteh is Bioute.
    word = re.sub("^[ae]l(?=[^aeioul][a-z]{3})", "", word)
    word = re.sub("^ou(?=[aei])", "w", word)
    word = re.sub("(?<=[aeiou])h$", "", word)
    sounds = _GROUP.sub(lambda found: _SAME[found.group()], word)
    start = "a" if sounds[:1] in "aeiouy" else ""
    return start + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouy]", "", sounds))


def sounds_alike(a: str, lang_a: str, b: str, lang_b: str) -> Comparison:
    """How alike two names sound, whatever their scripts, with the skeletons the answer rests on.

    Word by word the letters of one script explain those of the other, or the consonants agree; the weakest of the paired
    words decides, so that one shared word does not make two people one. A name of one word is told by its letters alone.
    """
    first, second = skeleton(a), skeleton(b)
    return Comparison(score=_likeness(a, b, first, second), first=first, second=second)


def _likeness(a: str, b: str, first: str, second: str) -> float:
    words_a, words_b = first.split(), second.split()
    if not words_a or not words_b:
        return 0.0
    if len(words_a) != len(words_b):
        return _closeness(first.replace(" ", ""), second.replace(" ", ""))
    spelt = _explained(a, b) or _explained(b, a)
    by_bones = [_closeness(x, y) for x, y in zip(words_a, words_b, strict=True)]
    if spelt is None or len(spelt) != len(by_bones):
        return min(by_bones)
    if len(spelt) == 1:
        near = by_bones[0] == 1 and spelt[0] >= _score(-FURTHEST_WITH_CONSONANTS)
        return max(spelt[0], ALIKE) if near else spelt[0]
    return min(max(pair) for pair in zip(spelt, by_bones, strict=True))


def _explained(native: str, latin: str) -> list[float] | None:
    """For each word of a name in another script how well its letters explain the Latin word; None where that cannot be told."""
    if is_arabic_script(native):
        model, fold = tables.arabic_letters(), fold_arabic
    elif is_cyrillic_script(native):
        model, fold = tables.cyrillic_letters(), fold_cyrillic
    else:
        return None
    if is_arabic_script(latin) or is_cyrillic_script(latin):
        return None
    words = [fold(word) for word in native.replace("-", " ").split()]
    spelt = [word for word in fold_latin(latin).split() if word not in _ARTICLES]
    if len(words) != len(spelt) or not all(words):
        return None
    has_article = len(spelt) < len(fold_latin(latin).split())
    return [_score(_explain(model, word, spelling, has_article)) for word, spelling in zip(words, spelt, strict=True)]


def _score(likelihood: float) -> float:
    """The likeness, from 0 to 1, for how much less likely a spelling is than the best one."""
    return max(0.0, 1 + likelihood * (1 - ALIKE) / FURTHEST)


def _explain(model: LetterModel, word: str, spelling: str, has_article: bool) -> float:
    whole = model.explain(word, spelling)
    bare = word.removeprefix(ARTICLE)
    return max(whole, model.explain(bare, spelling)) if has_article and bare != word and bare else whole


def close(a: str, b: str, letters: int = 4) -> bool:
    """Whether two Latin words differ by at most one letter in so many; short words must be equal."""
    if a == b or min(len(a), len(b)) <= 4:
        return a == b
    return (1 - _closeness(a, b)) * letters <= 1


def _closeness(a: str, b: str) -> float:
    """One minus the share of letters that must be changed to turn one word into the other."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
    return 1 - row[-1] / max(len(a), len(b), 1)
