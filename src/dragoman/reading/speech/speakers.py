"""Who is behind a report: the subject of its cue, or whoever spoke before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.speech.cues import Cue, announces, is_mark

FURTHEST_SUBJECT = 28
# so many words may stand between a name and the verb of the relative clause about it
FURTHEST_ANTECEDENT = 6


@dataclass(frozen=True, slots=True)
class Speaker:
    """An actor, or the tokens of a label where nobody is identified; `end` is the token after the words that name it."""

    actor: str | None
    label: Range | None
    end: int
    kind: str
    rule: str


class Mentions:
    """The mentions of an article, to be asked by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.all = list(mentions)
        self._starts = [mention.start for mention in self.all]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin from `start` to before `end`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def as_speaker(mention: Mention, rule: str) -> Speaker:
    """The speaker that a mention stands for."""
    label = None if mention.actor else Range(mention.start, mention.end)
    return Speaker(mention.actor, label, mention.end, mention.kind, rule)


def may_speak(mention: Mention) -> bool:
    """True for mentions that can be the subject of saying: not adjectives, papers, bare places or *both sides*."""
    if mention.governed or mention.adjectival:
        return False
    if mention.kind == "place":
        return mention.actor is not None
    if mention.kind == "source":
        return mention.name != "document"
    return True


def subject_after(article: Article, mentions: Mentions, cue: Cue, limit: int) -> Speaker | None:
    """The subject that follows a verb: the first mention that nothing governs, before the content."""
    candidates = mentions.between(cue.end, min(limit, cue.end + FURTHEST_SUBJECT))
    if "np" in cue.frames and candidates and _is_unnamed_subject(article, cue.end, candidates[0].start):
        return Speaker(None, Range(cue.end, cue.end + 1), cue.end + 1, "source", "subject.after-verb")
    for mention in candidates:
        if _stops_before(article, cue.end, mention.start):
            return None
        if may_speak(mention) and not _in_adverbial(article, cue.end, mention.start):
            return _joined(article, mention, candidates)
    return None


def _is_unnamed_subject(article: Article, token: int, following: int) -> bool:
    """True for a noun with the article that stands alone between a verb and the name of its object: *the alliance*."""
    word = article.words[token]
    known = any(article.at(kind, token) for kind in ("weekday", "adverbial", "preposition", "today", "time-unit"))
    return following == token + 1 and word.folded.startswith("ال") and len(word.folded) > 4 and not known


def _joined(article: Article, mention: Mention, candidates: Sequence[Mention]) -> Speaker:
    """The mention, its end moved over further subjects that *and* joins to it."""
    speaker = as_speaker(mention, "subject.after-verb")
    end = speaker.end
    for other in candidates:
        if (
            mention.actor is not None
            and other.actor == mention.actor
            and 0 <= other.start - end <= 1
            and other.start > mention.start
        ):
            # the name after the description: the official agency "SANA"
            end = other.end + (
                1 if is_mark(article, other.end, '"»”') and is_mark(article, other.start - 1, '"«“') else 0
            )
        if other.start == end and other.prefix.startswith("و") and not other.governed:
            end = other.end
    return Speaker(speaker.actor, speaker.label, end, speaker.kind, speaker.rule)


def _stops_before(article: Article, start: int, end: int) -> bool:
    """True where the content begins between the cue and the mention: a conjunction, a colon or a quotation mark."""
    for token in range(start, end):
        if announces(article, token) or is_mark(article, token, ':"«“”؛'):
            return True
    return False


def _in_adverbial(article: Article, start: int, position: int) -> bool:
    """True where the mention completes a phrase that a preposition opened: *after his meeting with the minister*."""
    for token in range(position - 1, max(start - 1, position - 4), -1):
        if is_mark(article, token, "،,"):
            return False
        if article.at("preposition", token) and token < position - 1:
            return not article.at("weekday", position - 1)
    return False


def subject_adjacent(article: Article, mentions: Mentions, cue: Cue, start: int) -> Speaker | None:
    """The subject right before the verb where that opens the clause: *Macron told Rouhani*."""
    position = cue.start
    if position > start and article.words[position - 1].folded in article.pack.rules["statements"]["auxiliaries"]:
        position -= 1
    for mention in mentions.between(max(start, position - 10), position):
        opens = (
            mention.start == start
            or announces(article, mention.start - 1)
            or is_mark(article, mention.start - 1, "،,")
            or mention.prefix.startswith("و")
        )
        if mention.end == position and may_speak(mention) and mention.actor and opens:
            return as_speaker(mention, "subject.before-verb")
    return None


def subject_before(article: Article, mentions: Mentions, cue: Cue, start: int) -> Speaker | None:
    """The subject that stands before the verb in its clause: the first mention there that nothing governs."""
    for mention in mentions.between(start, cue.start):
        if may_speak(mention) and mention.end <= cue.start and not _in_adverbial(article, start, mention.start):
            return as_speaker(mention, "subject.before-verb")
    return None


def antecedent(article: Article, mentions: Mentions, cue: Cue, start: int) -> Speaker | None:
    """For a cue in a relative clause the mention just before the relative: *the minister, who said*."""
    for mention in reversed(mentions.between(max(start, cue.start - 12), cue.start)):
        if not mention.adjectival and cue.start - FURTHEST_ANTECEDENT <= mention.end <= cue.start and mention.actor:
            return as_speaker(mention, "subject.antecedent")
    return None


def clause_start(article: Article, sentence: Range, position: int) -> int:
    """Where the clause that holds the position begins: after the last turn of the sentence."""
    for token in range(position - 1, sentence.start, -1):
        for hit in article.at("break", token):
            if hit.entry.value not in ("where", "cut"):
                return hit.end
        if is_mark(article, token, "؛;"):
            return token + 1
    return sentence.start


def main_subject(mentions: Mentions, start: int, cue: Cue) -> Speaker | None:
    """Whom the clause before the participle is about."""
    candidates = [m for m in mentions.between(start, cue.start) if may_speak(m) and m.end <= cue.start]
    named = [m for m in candidates if m.actor and m.kind in ("person", "organization", "group", "country", "place")]
    people = [m for m in named if m.kind == "person"]
    chosen = (named or candidates)[:1]
    if chosen and chosen[0].kind in ("place",) and people:
        chosen = people[:1]
    return as_speaker(chosen[0], "subject.of-the-clause") if chosen else None
