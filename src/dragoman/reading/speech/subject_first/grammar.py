"""The small words that reports are built of, from the `statements` section of a pack's rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.languages.lexicon import Word
from dragoman.languages.loader import Pack, load_pack
from dragoman.text.folding import fold

# what an auxiliary makes of the verb after it
HAVE, BE, MODAL, DO, TO = "have", "be", "modal", "do", "to"
PERSON, THING, ANY, AUTHOR = "person", "thing", "any", "author"


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """Closed classes of words, folded, and what the language allows.

    pronouns, auxiliaries: from a word to its class; that, whether: conjunctions that bring a reported clause; as_words:
    open a clause like *as he said*; nouns: verbs whose present forms are also nouns; telling: verbs that name who is told
    before what is told; free_subject: a subject may follow its verb anywhere; dropped_subject: it may be left out;
    bare_clause: a reported clause needs no conjunction; cased: a subject shows by its case.
    """

    pronouns: Mapping[str, str]
    auxiliaries: Mapping[str, str]
    written: frozenset[str]
    possessives: frozenset[str]
    determiners: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    negations: frozenset[str]
    conjunctions: frozenset[str]
    contrasts: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    that: frozenset[str]
    whether: frozenset[str]
    as_words: frozenset[str]
    by: frozenset[str]
    into_gerund: frozenset[str]
    nouns: frozenset[str]
    telling: frozenset[str]
    impersonal: frozenset[str]
    about_this: frozenset[str]
    about_words: frozenset[str]
    resumed: frozenset[str]
    infinitives: tuple[str, ...]
    readings: frozenset[str]
    in_words: frozenset[str]
    in_eyes_of: frozenset[str]
    interviews: frozenset[str]
    celebrating: frozenset[str]
    continuing: frozenset[str]
    free_subject: bool
    dropped_subject: bool
    bare_clause: bool
    cased: bool

    def auxiliary(self, word: Word) -> str | None:
        """The class of an auxiliary; one that an accent alone tells from a conjunction must bear it (è, not e)."""
        kind = self.auxiliaries.get(word.folded)
        if kind is not None and word.folded in self.conjunctions and word.surface.lower() not in self.written:
            return None
        return kind


def grammar_of(pack: Pack) -> Grammar:
    """The grammar of a pack; worked out once."""
    return _grammar(pack.code)


@cache
def _grammar(code: str) -> Grammar:
    section: Mapping[str, Any] = load_pack(code).rules.get("statements", {})

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(str(word)) for word in section.get(name, ()))

    def classes(name: str) -> dict[str, str]:
        return {fold(str(word)): kind for kind, members in section.get(name, {}).items() for word in members}

    return Grammar(
        pronouns=classes("pronouns"),
        auxiliaries=classes("auxiliary_verbs"),
        written=frozenset(str(word) for members in section.get("auxiliary_verbs", {}).values() for word in members),
        possessives=words("possessives"),
        determiners=words("determiners"),
        adverbs=words("adverbs"),
        adverb_endings=tuple(section.get("adverb_endings", ())),
        negations=words("negations"),
        conjunctions=words("conjunctions"),
        contrasts=words("contrasts"),
        subordinators=words("subordinators"),
        relatives=words("relatives"),
        that=words("that"),
        whether=words("whether"),
        as_words=words("as_words"),
        by=words("by"),
        into_gerund=words("into_gerund"),
        nouns=frozenset(section.get("also_nouns", ())),
        telling=frozenset(section.get("telling", ())),
        impersonal=frozenset(section.get("impersonal_verbs", ())),
        about_this=words("about_this"),
        about_words=words("about_words"),
        resumed=words("resumed"),
        infinitives=tuple(section.get("infinitive_endings", ())),
        readings=frozenset(section.get("reading_verbs", ())),
        in_words=words("in"),
        in_eyes_of=words("in_eyes_of"),
        interviews=words("interviews"),
        celebrating=frozenset(section.get("celebrating", ())),
        continuing=frozenset(section.get("continuing", ())),
        free_subject=bool(section.get("free_subject", False)),
        dropped_subject=bool(section.get("dropped_subject", False)),
        bare_clause=bool(section.get("bare_clause", False)),
        cased=bool(section.get("cased", False)),
    )
