"""Russian endings: every dictionary form that a spelling may be an ending of, with the cases it would stand in.

The endings are closed tables; whether a form is a word is for the lexicon to say. Folded spellings have no ё.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import PackError
from dragoman.languages.lexicon import CASES, MANY, Entry, Key
from dragoman.languages.tables import read_features, read_rows
from dragoman.text.folding import fold

SHORTEST_STEM = 2
LONGEST_ENDING = 4
VOWELS = frozenset("аеиоуыэюя")
_SIBILANTS = "жчшщ"
_HARDENED = "гкх" + _SIBILANTS

# Ending of the dictionary form, class of the stem before it, endings with the cases they are for. Singular and plural
# stand together; a plural that is itself a dictionary form (talks, forces) has a row of its own.
_PARADIGMS = (
    # masculine: Иран, Лавров, источник; feminine names on a consonant stay as they are
    ("", "consonant", "а:ga у:d ом:i ем:i е:p ы:na и:na ов:ga ев:ga ей:ga ам:d ами:i ах:p ым:i"),
    ("ь", "consonant", "я:ga ю:d ем:i е:p и:gdpna ью:i ей:ga ям:d ями:i ях:p"),
    ("й", "vowel", "я:ga ю:d ем:i е:p и:pna ев:ga ям:d ями:i ях:p"),
    ("ец", "any", "ца:ga цу:d цем:i цом:i це:p цы:n цев:ga цам:d цами:i цах:p"),
    ("ок", "consonant", "ка:g ку:d ком:i ке:p ки:na ков:g кам:d ками:i ках:p"),
    # feminine: страна, Турция, встреча
    ("а", "consonant", "ы:gna и:gna е:dp у:a ой:i ою:i ей:i :ga ам:d ами:i ах:p"),
    # Захарова, Терешкина are declined as adjectives are
    ("а", "family", "ой:gdip"),
    ("я", "any", "и:gdpna е:dp ю:a ей:i й:g ям:d ями:i ях:p"),
    ("ка", "consonant", "ок:g ек:g"),
    # neuter: министерство, заявление
    ("о", "consonant", "а:gna у:d ом:i е:p :g ам:d ами:i ах:p"),
    ("е", "any", "я:gna ю:d ем:i и:p й:g ям:d ями:i ях:p"),
    # plurals: переговоры, силы, власти, СМИ
    ("ы", "consonant", "ов:ga ев:ga :ga ам:d ами:i ах:p"),
    ("и", "any", "ов:ga ев:ga ей:ga й:ga :ga ам:d ям:d ами:i ями:i ах:p ях:p"),
    ("а", "consonant", "ов:g :g ам:d ами:i ах:p"),
    # adjectives, by the gender in which the table has them
    ("ый", "consonant", "ого:ga ому:d ым:id ом:p ая:n ой:gdip ую:a ое:na ые:na ых:gpa ыми:i"),
    ("ой", "consonant", "ого:ga ому:d ым:id им:id ом:p ая:n ую:a ое:na ые:na ие:na ых:gpa их:gpa ыми:i ими:i"),
    ("ий", "consonant", "ого:ga его:ga ому:d ему:d им:id ом:p ем:p ая:n яя:n ой:gdip ей:gdip ую:a юю:a ое:na ее:na"),
    ("ий", "consonant", "ие:na их:gpa ими:i"),
    ("ая", "consonant", "ой:gdip ую:a ые:na ие:na ых:gpa их:gpa ым:d им:d ыми:i ими:i"),
    ("яя", "consonant", "ей:gdip юю:a ие:na их:gpa им:d ими:i"),
    ("ое", "consonant", "ого:g ому:d ым:i им:i ом:p"),
    ("ее", "consonant", "его:g ему:d им:i ем:p"),
    ("ые", "consonant", "ых:gpa ым:d ыми:i"),
    ("ие", "consonant", "их:gpa им:d ими:i"),
)  # fmt: skip
# Endings that are of the plural wherever the dictionary form is of the singular.
_PLURAL_ENDINGS = frozenset(
    "ов ев ам ям ами ями ах ях ые ие ых их ыми ими цы цев цам цами цах ки ков кам ками ках".split()
)
# Stems that lose a vowel.
_IRREGULAR = {"павл": "павел", "дн": "день", "льв": "лев"}


def _index() -> dict[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for nominative, stem, endings in _PARADIGMS:
        singular = nominative not in ("ы", "и", "ые", "ие")
        for item in endings.split(" "):
            ending, _, cases = item.partition(":")
            masculine = nominative in ("", "ь", "й") and ending in ("ы", "и", "ей") and "d" not in cases
            if singular and (ending in _PLURAL_ENDINGS or masculine):
                cases += MANY
            found.setdefault(ending, []).append((nominative, stem, cases))
    return {ending: tuple(rows) for ending, rows in found.items()}


_BY_ENDING = _index()


def analyse(folded: str, surface: str = "") -> tuple[Key, ...]:
    """All readings of the word, itself first; one key for each dictionary form, with every case it may stand in."""
    found: dict[str, str] = {}
    if len(folded) > SHORTEST_STEM and "а" <= folded[-1] <= "я":
        for length in range(min(LONGEST_ENDING, len(folded) - SHORTEST_STEM) + 1):
            ending = folded[len(folded) - length :]
            stem = folded[: len(folded) - length]
            for nominative, kind, cases in _BY_ENDING.get(ending, ()):
                if _suits(stem, kind, ending):
                    form = _IRREGULAR.get(stem) or stem + nominative
                    before = found.get(form)
                    # one reading in the singular is enough to take the word for one
                    found[form] = cases if before is None else _joint(before, cases)
    found.pop(folded, None)
    keys = [Key(folded)]
    keys.extend(Key(form, inflection=_in_order(cases)) for form, cases in found.items())
    return tuple(keys)


def _suits(stem: str, kind: str, ending: str) -> bool:
    """True where an ending of this class may follow the stem: -ы after no velar, -и after no hard consonant, and so on."""
    last = stem[-1]
    vowel = last in VOWELS
    if kind == "consonant":
        if vowel or last in "ьйъ":
            return False
    elif kind == "family":
        return stem.endswith(("ов", "ев", "ин", "ын"))
    elif kind == "vowel" and not vowel:
        return False
    if not ending and (vowel or last in "ьйъ"):
        return False
    return not (ending[:1] == "ы" and last in _HARDENED)


def _joint(first: str, second: str) -> str:
    both = first + second
    return both if MANY in first and MANY in second else both.replace(MANY, "")


def _in_order(cases: str) -> str:
    return "".join(case for case in CASES if case in cases) + (MANY if MANY in cases else "")


# Verbs of reporting: what the table gives is the infinitive and the third person singular.


def conjugate(infinitive: str, present: str, past: str = "") -> Iterator[tuple[str, str, dict[str, str]]]:
    """(form, kind, features) of every form that tells a report; `past` is the masculine where it is not regular."""
    reflexive = infinitive.endswith("ся")
    if reflexive:
        infinitive, present, past = infinitive[:-2], present[:-2], past.removeprefix("-")
    masculine = past or infinitive[:-2] + "л"
    stem = masculine[:-1] if masculine.endswith("л") else masculine
    plural = _third_plural(present)
    yield _joined(infinitive, reflexive), "verb", {"tense": "infinitive"}
    yield _joined(masculine, reflexive), "verb", {"tense": "past", "number": "singular", "gender": "masculine"}
    for ending, features in _PAST:
        yield _joined(stem + "л" + ending, reflexive), "verb", {"tense": "past", **features}
    yield _joined(present, reflexive), "verb", {"tense": "present", "number": "singular"}
    yield _joined(plural, reflexive), "verb", {"tense": "present", "number": "plural"}
    for form in (stem + "в", stem + "вши", plural[:-2] + ("а" if plural[-3] in _SIBILANTS else "я")):
        yield _joined(form, reflexive), "participle", {"form": "gerund"}
    for form in (stem + "вший", plural[:-1] + "щий"):
        for ending in ("ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ее", "ие", "их", "ими"):
            yield (
                form[:-2] + ending + ("ся" if reflexive else ""),
                "participle",
                {"form": "active", "inflection": ending},
            )
    if not reflexive:
        yield from _passive(infinitive, present)


_PAST = (
    ("а", {"number": "singular", "gender": "feminine"}),
    ("о", {"number": "singular", "gender": "neuter"}),
    ("и", {"number": "plural"}),
)


def _joined(form: str, reflexive: bool) -> str:
    if not reflexive:
        return form
    return form + ("сь" if form[-1] in VOWELS else "ся")


def _third_plural(present: str) -> str:
    """заявляет → заявляют, скажет → скажут, говорит → говорят, сообщит → сообщат."""
    stem = present[:-2]
    if present.endswith("ит"):
        return stem + ("ат" if stem[-1] in _SIBILANTS else "ят")
    return stem + ("ют" if stem[-1] in VOWELS else "ут")


def _passive(infinitive: str, present: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """сказанный, сказано; заявленный, заявлено: regular for verbs on -ать, -ять and most on -ить."""
    if infinitive.endswith(("ать", "ять")):
        stems = [infinitive[:-2] + "н"]
    elif infinitive.endswith("ить"):
        stem = infinitive[:-3]
        stems = [stem[:-1] + changed + "ен" for changed in _SOFTENED.get(stem[-1], (stem[-1],))]
    else:
        return
    for stem in stems:
        for ending in ("", "а", "о", "ы"):
            yield stem + ending, "participle", {"form": "passive", "short": "1"}
        for ending in ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"):
            yield stem + "н" + ending, "participle", {"form": "passive", "inflection": ending}


# заявлен, отмечен, запрещен, подтвержден, выражен
_SOFTENED = {
    "б": ("бл",),
    "в": ("вл",),
    "д": ("жд", "ж"),
    "з": ("ж",),
    "м": ("мл",),
    "п": ("пл",),
    "с": ("ш",),
    "т": ("ч", "щ"),
    "ф": ("фл",),
}


def verb_entries(path: Path) -> Iterator[Entry]:
    """Entries of kinds `verb` and `participle` for every form of each verb in the table (value: the infinitive).

    A verb of several words (выразить надежду) is inflected in its first.
    """
    if not path.exists():
        return
    for number, columns in read_rows(path):
        if len(columns) != 5:
            raise PackError(f"{path.name}, line {number}: five columns are needed")
        infinitive, present, irregular, act, frames = columns
        extra = read_features("" if irregular == "-" else irregular)
        past = extra.pop("past", "")
        verb, _, rest = infinitive.partition(" ")
        for form, kind, features in conjugate(fold(verb), fold(present), fold(past)):
            if "pf" in extra and features.get("form") == "active" and "вш" not in form:
                # a perfective verb has no participle of the present: настоящий is another word
                continue
            if "pf" in extra and features.get("tense") == "present":
                features = {**features, "tense": "future"}
            spelt = f"{form} {rest}" if rest else form
            yield Entry(kind, spelt, infinitive, {"act": act, "frames": frames, **extra, **features, "bare": "1"})
