"""Whether the words around a place look ahead or back: what turns a bare weekday into the coming or the last one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.languages.lexicon import MARK, Word
from dragoman.reading.layout.article import Article

FURTHEST = 30
_BREAKS = frozenset(".؟!?…؛;:")


@dataclass(frozen=True)
class Cues:
    """The signs of a language: the shape of future verbs, its exceptions, words that put a plan in the past.

    written_future: the shape with the accents that folding takes off.
    """

    future_verb: re.Pattern[str] | None
    no_future_verb: re.Pattern[str] | None
    written_future: re.Pattern[str] | None
    undone: frozenset[str]
    known: dict[str, bool] = field(default_factory=dict)

    def is_future(self, word: Word) -> bool:
        """True where the word has the shape of a verb in the future."""
        if self.future_verb is None:
            return self.written_future is not None and bool(self.written_future.match(word.surface.lower()))
        answer = self.known.get(word.folded)
        if answer is None:
            answer = bool(self.future_verb.match(word.folded)) and not (
                self.no_future_verb and self.no_future_verb.match(word.folded)
            )
            if len(self.known) < 50_000:
                self.known[word.folded] = answer
        return answer


def compile_cues(settings: Mapping[str, Any]) -> Cues:
    """The cues that the section `outlook` of a language's rules describes."""
    shape, exception = settings.get("future-verb"), settings.get("no-future-verb")
    written = settings.get("written-future")
    return Cues(
        re.compile(shape) if shape else None,
        re.compile(exception) if exception else None,
        re.compile(written) if written else None,
        frozenset(settings.get("undone", ())),
    )


def outlook(article: Article, cues: Cues, start: int, end: int) -> str | None:
    """`future` or `past`, by the nearest sign before the words, else by one that follows closely; None without any.

    A weak sign, such as *begins*, yields to one further off: *was to begin*.
    """
    words = article.words
    limit = max(0, start - FURTHEST)
    weak = None
    for token in range(start - 1, limit - 1, -1):
        word = words[token]
        if word.kind != "word":
            if word.kind == "line" or (word.kind == MARK and word.surface in _BREAKS):
                break
            continue
        found = _sign(article, cues, token)
        if found is not None and not any("weak" in hit.entry.features for hit in article.at("outlook", token)):
            return found
        weak = weak or found
    if weak is not None:
        return weak
    for token in range(end, min(len(words), end + 4)):
        if words[token].kind != "word":
            break
        found = _sign(article, cues, token)
        if found is not None:
            return found
    return None


def _sign(article: Article, cues: Cues, token: int) -> str | None:
    for hit in article.at("outlook", token):
        undone = any(word.folded in cues.undone for word in article.words[max(0, token - 2) : token])
        return "past" if undone else hit.entry.value
    if cues.is_future(article.words[token]):
        return "future"
    return "past" if any(hit.entry.features.get("tense") == "past" for hit in article.at("verb", token)) else None
