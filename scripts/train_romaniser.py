#!/usr/bin/env python3
"""Builds the tables of src/dragoman/languages/names/data from public name pairs; see docs/models/romaniser.md.

usage: train_romaniser.py PAIRS_FOLDER --people names.sqlite3 [--output FOLDER] [--hold-out] [--only TABLE ...]

PAIRS_FOLDER holds wd_arabic_80.tsv and wd_russian_80.tsv. names.sqlite3 is the index of the package
arabic-name-romanizer 0.2.0; only its Wikidata rows are used. With --hold-out one tenth of the people is left out, to
test on with score_romaniser.py; write those tables elsewhere.
Needs numpy, scipy and wordfreq besides the package itself.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.languages.names.arabic import ARTICLE, join_compounds
from dragoman.languages.names.comparison import close
from dragoman.languages.names.cyrillic import has_slavic_ending, spell_by_rule
from dragoman.languages.names.keys import fold_arabic, fold_latin, strip_marks
from dragoman.languages.names.letters import LetterModel
from letter_training import Aligned, example_weight, train_letters
from name_alignment import Pieces, align, learn_pieces
from name_pairs import is_held_out, people_rows, read_pairs

DATA = Path(__file__).resolve().parent.parent / "src/dragoman/languages/names/data"
# A pair whose alignment scores lower per letter is taken for two different names.
WORST_ALIGNMENT = -2.6
# How much a person of a country counts: the spelling of the press in English is wanted, not French or Urdu habits.
COUNTRY_WEIGHT = {"PK": 0.3, "AF": 0.7, "DZ": 0.5, "MA": 0.5, "TN": 0.5, "SO": 0.3, "KM": 0.5, "DJ": 0.5, "MR": 0.5}
LABEL_WEIGHT = {"en": 1.0, "fr": 0.6, "alias": 0.5}
LATIN_ARTICLES = frozenset("al el ul ol ad as ar an az ash at il".split())
LATIN_FORWARD = frozenset("abdul abdel abd abu abou abo bou abdal abdol abdur abder abdoul abi aba".split())
LATIN_BACKWARD = frozenset("din deen dine eddine uddin aldin eddin addin allah ullah islam".split())
# A word is ordinary where it is this frequent (per million) and has fewer bearers than this for each of that.
ORDINARY_PER_MILLION = 4.0
ORDINARY_BEARERS = 0.7
# A spelling with this share of the best agreement may be chosen for being commoner.
NEARLY_AS_MANY = 0.6
# A letter rule stands where it agrees with this share of the spellings in use.
RULE_SHARE = 0.3
# Or where so many write the very same.
RULE_ITSELF = 0.05
INFLECTIONS = ("ا", "ها", "هم", "نا", "ات", "تها", "ته", "ية", "يين", "ين", "ون", "يها", "يهم")
INFLECTED_SHARE = 0.05
# Words this frequent per million are particles or the like, whether inflected or not.
ALWAYS_ORDINARY = 400.0

Weights = dict[str, float]
Counts = dict[str, Weights]


@dataclass(kw_only=True)
class People:
    """What the index of people says: spellings of each unit of a name, and where it stood."""

    spellings: Counts = field(default_factory=lambda: defaultdict(lambda: defaultdict(float)))
    places: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> None:
    """Build every table, or those asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--people", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=DATA)
    parser.add_argument("--hold-out", action="store_true", help="leave one tenth of the people out, to test on")
    parser.add_argument("--keep-models", action="store_true", help="build the word tables with the models there are")
    parser.add_argument("--only", nargs="*", choices=("arabic", "cyrillic", "ordinary"))
    chosen = parser.parse_args()
    wanted = chosen.only or ("arabic", "cyrillic", "ordinary")
    chosen.output.mkdir(parents=True, exist_ok=True)
    if "arabic" in wanted:
        build_arabic(chosen.pairs, read_people(chosen.people, chosen.hold_out), chosen.output, chosen.keep_models)
    if "ordinary" in wanted:
        build_ordinary(chosen.output)
    if "cyrillic" in wanted:
        build_cyrillic(chosen.pairs, chosen.output, chosen.keep_models)


def write_table(path: Path, lines: Iterable[str]) -> None:
    """Write a packed table, the same bytes for the same lines."""
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), 9, mtime=0))
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


def letter_model(path: Path, examples: list[Aligned] | None) -> LetterModel:
    """The letter model trained on the examples, and written; without examples, the one that is there."""
    if examples is not None:
        write_table(path, train_letters(examples))
    return LetterModel.read(gzip.decompress(path.read_bytes()).decode("utf-8"))


def read_people(path: Path, hold_out: bool) -> People:
    """The units of the people's names with their spellings and places."""
    people = People()
    for name, latin, kind, country in people_rows(path):
        words = [folded for word in name.split() if (folded := fold_arabic(word))]
        if hold_out and is_held_out(" ".join(words)):
            continue
        units, spellings = join_compounds(words), latin_units(latin)
        if len(units) != len(spellings):
            continue
        weight = COUNTRY_WEIGHT.get(country, 1.0) * LABEL_WEIGHT.get(kind, 0.5)
        for at, (unit, spelling) in enumerate(zip(units, spellings, strict=True)):
            people.spellings[unit][spelling] += weight
            last = at == len(units) - 1
            people.places[unit]["family" if last else "given" if at == 0 else "elsewhere"] += 1
            for part in unit.split() if " " in unit else ():
                people.places[part]["elsewhere"] += 1
    return people


def latin_units(name: str) -> list[str]:
    """The Latin name in units that match those of the Arabic one; articles are left out."""
    units: list[str] = []
    opened = False
    for word in fold_latin(name).split():
        if word in LATIN_ARTICLES:
            continue
        if opened or (word in LATIN_BACKWARD and units):
            units[-1] += " " + word
        else:
            units.append(word)
        opened = word in LATIN_FORWARD and not opened
    return units


def build_arabic(folder: Path, people: People, output: Path, keep: bool) -> None:
    """Write the Arabic letter model and the table of Arabic name words."""
    pairs = read_pairs(folder / "wd_arabic_80.tsv", "arabic")
    known = {(unit, spelling): n for unit, row in people.spellings.items() for spelling, n in row.items()}
    plain = {pair: n for pair, n in known.items() if " " not in pair[0] and not pair[0].startswith(ARTICLE)}
    pieces = learn_pieces(most_frequent(pairs, 9000) + most_frequent(plain, 7000))
    evidence = dict.fromkeys([*pairs, *known], 0.0)
    for source in (pairs, known):
        for pair, weight in source.items():
            evidence[pair] += weight
    spellings = trusted_spellings(evidence, pieces)
    model = letter_model(output / "arabic_letters.tsv.gz", None if keep else aligned_words(spellings, pieces))
    abroad: Counter[str] = Counter()
    for (word, _), n in pairs.items():
        abroad[word] += n
    lines = word_lines(spellings, people.places, abroad, model)
    write_table(output / "arabic_words.tsv.gz", lines)


def most_frequent(pairs: Mapping[tuple[str, str], float], number: int) -> list[tuple[str, str]]:
    """The pairs seen most often."""
    return sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:number]


def trusted_spellings(evidence: Mapping[tuple[str, str], float], pieces: Pieces) -> Counts:
    """For each word the spellings that align with it; articles are split off and marked as `al-`."""
    kept: Counts = defaultdict(lambda: defaultdict(float))
    for (word, latin), n in sorted(evidence.items()):
        whole = align_units(word, latin, pieces)
        bare = align_units(word.removeprefix(ARTICLE), latin, pieces) if is_articled(word) else WORST_ALIGNMENT
        if is_articled(word) and re.match("[ae]l", latin) and whole > WORST_ALIGNMENT:
            # Written together: elsisi. The article is told from names such as Elias by what the other spellings say.
            kept[word][latin] += n
        elif bare > max(whole - 0.2, WORST_ALIGNMENT):
            kept[word]["al-" + latin] += n
        elif whole > WORST_ALIGNMENT:
            kept[word][latin] += n
    return kept


def is_articled(word: str) -> bool:
    """Whether the folded word may begin with the article."""
    return word.startswith(ARTICLE) and len(word) > 4 and " " not in word


def align_units(word: str, latin: str, pieces: Pieces) -> float:
    """How well the Latin form fits the word, compounds and all."""
    found = align(word.replace(" ", ""), latin.replace(" ", ""), pieces)
    return found[1] if found else float("-inf")


def aligned_words(spellings: Counts, pieces: Pieces) -> list[tuple[str, list[str], float]]:
    """Single words with their pieces and weights, to train the letter model on; articles are left out."""
    seen: dict[tuple[str, str], float] = defaultdict(float)
    for word, row in spellings.items():
        for latin, n in row.items():
            if " " not in word:
                bare = latin.startswith("al-")
                seen[word.removeprefix(ARTICLE) if bare else word, latin.removeprefix("al-").replace(" ", "")] += n
    examples = []
    for (word, latin), n in sorted(seen.items()):
        found = align(word, latin, pieces)
        if found and found[1] > WORST_ALIGNMENT:
            examples.append((word, found[0], example_weight(n)))
    return examples


def word_lines(
    spellings: Counts, places_of: Mapping[str, Counter[str]], abroad: Counter[str], model: LetterModel
) -> list[str]:
    """The table of words: the Latin form that agrees with most of the others, and where the word stands in names."""
    lines = []
    for word in sorted(spellings):
        row = spellings[word]
        articled = {latin: n for latin, n in row.items() if latin.startswith("al-")}
        if sum(articled.values()) * 2 > sum(row.values()):
            row = defaultdict(float, articled)
            for latin, n in spellings.get(word.removeprefix(ARTICLE), {}).items():
                row["al-" + latin] += n * 0.3
        latin = most_agreed(row)
        places = places_of.get(word, Counter())
        support = sum(row.values())
        if support < 2 and sum(places.values()) < 2 and " " not in word:
            guess = model.spell(word.removeprefix(ARTICLE) if latin.startswith("al-") else word)
            if guess and guess[0].text == latin.removeprefix("al-"):
                continue
        cells = [*(str(places[place]) for place in ("given", "family", "elsewhere")), str(abroad[word])]
        lines.append("\t".join((word, with_inner_article(word, latin), *cells)))
    return lines


def with_inner_article(word: str, latin: str) -> str:
    """The Latin form of a compound with the article that the units left out: abu al-qasim, saad al-din."""
    first, _, second = word.partition(" ")
    head, _, tail = latin.partition(" ")
    if second.startswith(ARTICLE) and first != "عبد" and second != "الله" and tail and not tail.startswith("al"):
        return f"{head} al-{tail}"
    return latin


def most_agreed(row: Weights) -> str:
    """The commonest of the spellings that nearly as many others are variants of as of any."""
    top = sorted(row, key=lambda latin: (-row[latin], latin))[:25]
    agreement = {latin: agreed_weight(latin, {other: row[other] for other in top}) for latin in top}
    enough = NEARLY_AS_MANY * max(agreement.values())
    return next(latin for latin in top if agreement[latin] >= enough)


def agreed_weight(latin: str, row: Weights) -> float:
    """The weight of the spellings that are variants of the given one."""
    return sum(weight for other, weight in row.items() if agree(latin, other))


def agree(a: str, b: str) -> bool:
    """Whether two spellings are variants, word by word."""
    words_a, words_b = a.split(), b.split()
    return len(words_a) == len(words_b) and all(close(x, y) for x, y in zip(words_a, words_b, strict=True))


def build_ordinary(output: Path) -> None:
    """Write the list of words in the table of names that are ordinary words of Arabic."""
    from wordfreq import get_frequency_dict  # type: ignore[import-untyped, import-not-found, unused-ignore]

    bearers: Counter[str] = Counter()
    for line in gzip.decompress((output / "arabic_words.tsv.gz").read_bytes()).decode("utf-8").splitlines():
        word, _, *places = line.split("\t")
        bearers[word] += sum(map(int, places))
    frequency: Weights = {word: share * 1e6 for word, share in get_frequency_dict("ar", "best").items()}
    ordinary = {strip_marks(word) for word in frequency if is_ordinary(word, frequency, bearers)}
    write_table(output / "ordinary_arabic.tsv.gz", sorted(ordinary))


def is_ordinary(written: str, frequency: Weights, bearers: Counter[str]) -> bool:
    """Whether a word in the table of names is commoner in the language than its few bearers can account for.

    A word that is frequent only because of one famous bearer (السيسي) is not inflected; an ordinary word is.
    """
    word, per_million = fold_arabic(written), frequency[written]
    core = word.removeprefix(ARTICLE) if is_articled(word) else word
    borne = bearers[word] if word in bearers else bearers[core]
    if not (word in bearers or core in bearers) or per_million < ORDINARY_PER_MILLION:
        return False
    if borne >= ORDINARY_BEARERS * per_million:
        return False
    bare = strip_marks(written)
    bare = bare.removeprefix(ARTICLE) if is_articled(word) else bare
    stem = bare[:-1] if bare[-1] in "ةى" else bare
    inflected = sum(frequency.get(stem + ending, 0.0) for ending in INFLECTIONS)
    return per_million > ALWAYS_ORDINARY or inflected >= INFLECTED_SHARE * per_million


def build_cyrillic(folder: Path, output: Path, keep: bool) -> None:
    """Write the table of Cyrillic name words that the rules miss, and the letter model for foreign names."""
    pairs = read_pairs(folder / "wd_russian_80.tsv", "cyrillic")
    pieces = learn_pieces(most_frequent(pairs, 12000))
    spellings = trusted_spellings(pairs, pieces)
    foreign: Counts = {word: row for word, row in spellings.items() if not has_slavic_ending(word)}
    frequent = {word for word in foreign if sum(foreign[word].values()) >= 2}
    examples = None if keep else [word for word in aligned_words(foreign, pieces) if word[0] in frequent]
    model = letter_model(output / "cyrillic_letters.tsv.gz", examples)
    lines = cyrillic_lines(spellings, model)
    write_table(output / "cyrillic_words.tsv.gz", lines)


def cyrillic_lines(spellings: Counts, model: LetterModel) -> list[str]:
    """The table of Cyrillic words that are not spelt as rules or model would have it."""
    lines = []
    for word in sorted(spellings):
        row = spellings[word]
        latin = most_agreed(row)
        slavic = has_slavic_ending(word)
        text = spell_by_rule(word) if slavic else "".join(guess.text for guess in model.spell(word)[:1])
        support = sum(row.values())
        by_rule = max(agreed_weight(text, row) / RULE_SHARE, row.get(text, 0.0) / RULE_ITSELF)
        if slavic and by_rule >= support:
            continue
        if text != latin and support >= (3 if slavic else 2) and not (close(text, latin) and support < 4):
            lines.append(f"{word}\t{latin}")
    return lines


if __name__ == "__main__":
    main()
