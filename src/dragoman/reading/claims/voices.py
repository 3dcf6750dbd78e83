"""How a cue stands in its clause: its form, where its issue is to be sought, whether another verb governs it.

Two ways to tell: by what is written before and after the word itself (languages with proclitics), or by the auxiliaries that
stand before it (`voices` in the rules of the pack): has signed, was signed, to sign, will sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from dragoman.languages.lexicon import WORD, Hit
from dragoman.reading.layout.article import Article

FINITE = frozenset(("past", "present", "future"))
# how many words may stand between an auxiliary and its verb, and between a conjunction and the verb that it governs
_REACH, _CLAUSE = 4, 7
_ACCENTED = "àèéìòù"


class Voice(NamedTuple):
    """Form and frame of a cue in its place; subordinate: it tells no fact by itself."""

    form: str
    frame: str
    subordinate: bool = False


def voice_of(article: Article, hit: Hit) -> Voice | None:
    """The voice of a cue; None where it cannot be one."""
    settings = article.pack.rules["claims"]
    features = hit.entry.features
    form, frame = features.get("form", "phrase"), features.get("frame", "object")
    if "voices" in settings:
        return _by_auxiliary(article, hit, form, frame) if "verb" in features else Voice(form, frame)
    subordinate = hit.start > 0 and article.words[hit.start - 1].surface in settings["subjunctive"]
    if form not in FINITE:
        return Voice(form, frame, subordinate)
    if hit.prefix not in settings["prefixes"]["verbal"]:
        return None
    follows = hit.start > 0 and article.words[hit.start - 1].folded in settings["prepositions"]
    marked = any(mark in article.words[hit.start].surface for mark in settings["noun_marks"])
    return Voice("noun" if follows or marked else form, frame, subordinate)


def _by_auxiliary(article: Article, hit: Hit, form: str, frame: str) -> Voice | None:
    """The voice of a verb by the words before it."""
    voices: Mapping[str, Any] = article.pack.rules["claims"]["voices"]
    before = article.words[hit.start - 1] if hit.start else None
    if not _is_spelt(hit.entry.form, article.words[hit.end - 1].surface):
        return None
    if before is not None and before.kind == WORD and article.words[hit.start].capitalised:
        # part of a name: the Associated Press
        return None
    governed = _is_governed(article, hit, voices)
    if form in ("infinitive", "present") and before is not None and before.folded in voices["determiners"]:
        # a noun that is written like the verb: the demand, an offer
        return Voice("noun", frame)
    if form == "infinitive":
        if governed or not _has_subject(article, hit, voices):
            return Voice("infinitive", frame, True)
        return Voice("present", frame)
    if form == "gerund":
        return Voice(voices["gerund"], frame, voices["gerund"] == "noun")
    if form in ("past", "participle"):
        return _compound(article, hit, voices, Voice(form, frame, governed))
    return Voice("infinitive" if governed else form, frame, governed)


def _is_spelt(form: str, surface: str) -> bool:
    """False where the verb ends in an accented vowel and the word does not: rifiutò, rifiuto."""
    return form[-1] not in _ACCENTED or surface[-1] in _ACCENTED or surface.endswith(("'", "’"))


def _has_subject(article: Article, hit: Hit, voices: Mapping[str, Any]) -> bool:
    """True where a plural or a pronoun stands before a bare verb, and no word that makes of the clause a wish."""
    if not hit.start:
        return False
    before = article.words[hit.start - 1].folded
    low = max(0, hit.start - _REACH)
    if any(word.folded in voices.get("mandative", ()) for word in article.words[low : hit.start]):
        return False
    return before in voices["bare_subjects"] or before.endswith(tuple(voices["bare_endings"]))


def _is_governed(article: Article, hit: Hit, voices: Mapping[str, Any]) -> bool:
    """True after a word that makes of the verb an infinitive or a wish: to sign, чтобы стороны подписали."""
    adjoining = True
    for token in range(hit.start - 1, max(-1, hit.start - 1 - _CLAUSE), -1):
        word = article.words[token]
        if word.kind != WORD:
            return False
        if word.folded in voices["conjunctions"] or (adjoining and word.folded in voices["governing"]):
            return True
        adjoining = adjoining and _is_between(word.folded, voices)
        if not adjoining and not voices["conjunctions"]:
            return False
    return False


def _compound(article: Article, hit: Hit, voices: Mapping[str, Any], simple: Voice) -> Voice:
    """The voice of a past or a participle: what its auxiliary says, else what it is by itself."""
    if simple.subordinate:
        return Voice("infinitive", simple.frame, True)
    features = hit.entry.features
    passive = features.get("passive", "clause")
    for token in range(hit.start - 1, max(-1, hit.start - 1 - _REACH), -1):
        word = article.words[token]
        spelling = word.surface.lower()
        form = voices["active"].get(spelling)
        if form is not None:
            return Voice(form, simple.frame, form not in FINITE)
        form = voices["passive"].get(spelling)
        if form is not None:
            frame = simple.frame if "intransitive" in features else passive
            return Voice(form, frame, form not in FINITE)
        if not _is_between(word.folded, voices):
            break
    if simple.form == "participle":
        return Voice("participle", "before" if voices["postposed"] else simple.frame)
    if hit.start and article.words[hit.start - 1].folded in voices["determiners"]:
        return Voice("participle", simple.frame)
    if voices["reduced"] and _follows_noun(article, hit.start):
        return Voice("participle", "before")
    return simple


def _follows_noun(article: Article, token: int) -> bool:
    """True where what is negotiated stands right before: the truce signed in March."""
    return any(
        hit.end == token and "topic" not in hit.entry.features
        for kind in ("issue", "agreement", "proposal")
        for start in range(max(0, token - 4), token)
        for hit in article.at(kind, start)
    )


def _is_between(folded: str, voices: Mapping[str, Any]) -> bool:
    """True for an adverb or a negation, which may stand between an auxiliary and its verb."""
    return folded in voices["between"] or folded.endswith(tuple(voices["adverb_endings"]))
