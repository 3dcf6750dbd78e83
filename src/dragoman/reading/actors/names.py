"""Runs of words that are likely to be a person's name although no registry knows them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.languages.lexicon import MARK, WORD, Word
from dragoman.languages.names import is_given_name, is_name_word
from dragoman.languages.ordinary import common_words
from dragoman.reading.layout.article import Article

LONGEST_NAME = 5
LONGEST_ARTICLE = 3
# Entries of these kinds are words of the language; a name does not run over them.
_BLOCKING = frozenset(
    (
        "verb",
        "participle",
        "complementizer",
        "preposition",
        "relative",
        "break",
        "according",
        "says",
        "negation",
        "title",
        "source",
        "weekday",
        "month",
        "unit",
        "number",
        "nationality",
        "body",
        "qualifier",
        "meeting",
        "side",
        "time-unit",
        "time-direction",
        "time-this",
        "deictic",
        "today",
        "day-part",
        "ordinal",
        "encounter",
        "adverbial",
        "between",
        "together",
    )
)
# behind a given name these are the family name after all
_MILD = frozenset(("participle", "qualifier", "adverbial", "ordinal", "number"))
SURE = 0.6
POSSIBLE = 0.25
# a word that is neither a common word of the language nor a known part of names
UNKNOWN_WORD = 0.45


def name_run(article: Article, start: int, *, introduced: bool) -> int:
    """Where the name that begins at `start` ends, or `start` where none does.

    introduced: a title stands before it, so that a single word and less likely words are accepted.
    """
    words = article.words
    particles = article.pack.rules["names"]["particles"]
    language = article.pack.code
    foreign = article.pack.rules["names"].get("capitalised", False)
    institutions = article.pack.rules["names"].get("institutions", ())
    end = start
    likely = 0.0
    count = 0
    while end < len(words) and count < LONGEST_NAME:
        word = words[end]
        if word.kind != WORD:
            if word.kind == MARK and word.surface == "-" and end > start and _joined(article, end):
                end += 1
                continue
            break
        if foreign and count == 0 and not word.capitalised and article.at("preposition", end):
            break
        if word.folded in particles and end + 1 < len(words) and words[end + 1].kind == WORD:
            end += 1
            continue
        score = SURE if foreign and count and _is_mild(word) else _score(word, language, foreign=foreign)
        if (
            introduced
            and end + 1 < len(words)
            and words[end + 1].folded in article.pack.rules["names"].get("joined_with", ())
        ):
            # two words that are one name: قريب الله
            score = SURE
        if score < (POSSIBLE if introduced else SURE if count == 0 else 0.4):
            break
        if foreign and (count and _names_other(word) or _is_institution(word, institutions)):
            break
        likely = max(likely, score)
        end += 1
        count += 1
        if word.folded.endswith("'s"):
            break
    while end > start and (words[end - 1].kind != WORD or words[end - 1].folded in particles):
        end -= 1
    if introduced and count or count >= 2 and likely >= SURE and _opens_name(words[start], language, particles):
        return end
    return start


def _opens_name(word: Word, language: str, particles: list[str]) -> bool:
    """True where the first word of a name that nothing announces is a given name."""
    if language != "ar" or word.folded in particles:
        return True
    return (is_given_name(word.surface) or 0.0) >= 0.3


def _is_mild(word: Word) -> bool:
    """True for a capitalised word that is no stronger than a participle or adjective elsewhere: Enrico *Letta*."""
    kinds = {entry.kind for _, entry in word.singles} & _BLOCKING
    return word.capitalised and bool(kinds) and kinds <= _MILD


def _score(word: Word, language: str, *, foreign: bool) -> float:
    """How likely the word is part of a name, from 0 to 1."""
    if foreign and not word.capitalised and not _has_small_article(word):
        return 0.0
    for key, entry in word.singles:
        if (
            entry.kind in _BLOCKING
            and key.prefix not in _LONE_PREPOSITIONS
            and not (key.suffix and entry.kind == "nationality")
        ):
            return 0.0
    return _likelihood(word, language)


def _names_other(word: Word) -> bool:
    """True for the name of a state or body: no part of a person's name after the first word."""
    return any(
        entry.kind == "actor"
        and entry.value.startswith(("country/", "org/"))
        and entry.features.get("name") != "surname"
        for _, entry in word.singles
    )


def _is_institution(word: Word, institutions: Sequence[str]) -> bool:
    """True for a noun such as council or republic, which no person is called."""
    return any(key.form in institutions for key in word.keys)


def _has_small_article(word: Word) -> bool:
    """True for a name with its article in small letters: al-Sharaa, аль-Шараа."""
    article, hyphen, name = word.surface.partition("-")
    return bool(hyphen) and len(article) <= LONGEST_ARTICLE and name[:1].isupper()


def is_given(word: Word) -> bool:
    """True for a given name of the tables or of somebody in the registry."""
    return word.capitalised and any(entry.kind == "given-name" for _, entry in word.singles)


_LONE_PREPOSITIONS = frozenset(("ب", "ل", "ك"))


@lru_cache(maxsize=100_000)
def _likelihood(word: Word, language: str) -> float:
    if language != "ar":
        return SURE
    known = is_name_word(word.surface)
    common = common_words(language)
    if known is not None:
        return known if known < SURE or word.folded not in common else POSSIBLE
    if (
        len(word.folded) < 3
        or word.folded.startswith("و")
        or any(key.form in common for key in word.keys if not key.suffix or key.prefix)
    ):
        # an ordinary word, perhaps behind clitics, is no name: with more, and the ministers
        return 0.0
    return UNKNOWN_WORD


def _joined(article: Article, index: int) -> bool:
    return (
        article.ends[index - 1] == article.starts[index]
        and index + 1 < len(article.words)
        and article.ends[index] == article.starts[index + 1]
    )


@lru_cache(maxsize=100_000)
def surely_name(word: Word, language: str) -> bool:
    """True where the word is a known part of names and nothing else."""
    if language != "ar" or _likelihood(word, language) < 0.8:
        return False
    return all(
        entry.kind in ("actor", "outlet") and entry.features.get("name") in ("surname", None)
        for _, entry in word.singles
    )


def surname_forms(article: Article, start: int, end: int) -> set[str]:
    """The folded forms under which a person named by these words may be met again."""
    rules = article.pack.rules["names"]
    folded = [article.words[index].folded for index in range(start, end) if article.words[index].kind == WORD]
    if len(folded) < 2:
        return set(folded)
    tail = [folded[-1]]
    position = len(folded) - 2
    while position > 0 and folded[position] in rules["particles"]:
        tail.insert(0, folded[position])
        position -= 1
    forms = {" ".join(tail), "".join(tail)}
    if folded[-1] in rules.get("closing", ()) and len(folded) > 2:
        forms.add(" ".join(folded[-2:]))
    if len(tail) == 1 and tail[0].startswith("ال") and rules.get("article"):
        forms.add(tail[0][2:])
    if folded[0] in rules.get("family_first", ()):
        forms.add(folded[0])
    return {form for form in forms if len(form) > 2}
