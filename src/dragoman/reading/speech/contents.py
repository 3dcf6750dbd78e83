"""Where the words that a cue announces begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import MARK, WORD
from dragoman.reading.layout.article import Article, Quotation, Range
from dragoman.reading.layout.quotations import MARKS
from dragoman.reading.speech.cues import ACCORDING, DEMANDING, PARTICIPLE, REPORT, VERB, Cue, announces, is_mark

FURTHEST = 45
# a conjunction or quotation this close to the verb brings in the content, though a noun stands between
NEAR_ANNOUNCEMENT = 6
_TRAILING = frozenset('.،,؛;:!؟?…-–—"”“»«›‹)(') | MARKS
# nouns for bodies, whose names stand between marks: the institute "…"
_NAMED_BODIES = frozenset(("organization", "group", "media"))
_TIMES = ("weekday", "month", "time")


@dataclass(frozen=True, slots=True)
class Content:
    """Reported words: tokens, and how they were announced (that, quote, colon, np, a preposition)."""

    start: int
    end: int
    frame: str
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What limits the search in one sentence: its tokens, its cues, its quotations."""

    sentence: Range
    cues: Sequence[Cue]
    quotations: Sequence[Quotation]
    named: dict[int, int]
    governed: frozenset[int] = frozenset()
    covered: frozenset[int] = frozenset()


def content_after(article: Article, cue: Cue, bounds: Bounds, subject_end: int) -> Content | None:
    """The content that follows the cue (and its subject, which ends at `subject_end`), or None."""
    limit = min(bounds.sentence.end, _next_cue(article, bounds, cue, subject_end))
    position = _skip_adverbials(article, cue, subject_end, limit, bounds)
    near = _content_at(article, cue, bounds, position, limit)
    if near is not None and (near.frame != "np" or cue.act in DEMANDING):
        return near
    # a verb that opens a sentence without a conjunction has its subject after it: the noun there is not what is said
    opens = subject_end == cue.end and cue.kind == VERB and not cue.prefix and cue.start == bounds.sentence.start
    reach = subject_end + FURTHEST if near is None or opens else near.start + NEAR_ANNOUNCEMENT
    for token in range(subject_end, min(limit, reach)):
        found = _announced_at(article, cue, bounds, token, limit)
        if found is not None:
            return found
    return None if opens else near


def _content_at(article: Article, cue: Cue, bounds: Bounds, position: int, limit: int) -> Content | None:
    """The content that begins right at the position."""
    if position >= limit:
        return None
    announced = _announced_at(article, cue, bounds, position, limit)
    if announced is not None:
        return announced
    word = article.words[position]
    if word.kind != WORD:
        return None
    if cue.act in DEMANDING and any(len(frame) <= 3 for frame in cue.frames) and _asks(article, cue, position, limit):
        return Content(position, clause_end(article, cue, bounds, position, nominal=True), "object")
    for frame in cue.frames:
        if frame in ("that", "quote", "np", "carry", "-"):
            continue
        if is_preposition(word.folded, frame):
            # على أن, إلى أن: the clause is the content
            if "that" in cue.frames and announces(article, position + 1):
                return _clause(article, cue, bounds, position + 1)
            quotation = _quotation_from(bounds, position)
            end = clause_end(article, cue, bounds, position, nominal=True)
            if quotation is not None and quotation.start == position + 2 and end - quotation.end <= 3:
                return Content(quotation.start, quotation.end, "quote", quotation)
            return Content(position, end, frame)
    if "np" in cue.frames and not article.at("preposition", position) and not article.at("relative", position):
        return Content(position, clause_end(article, cue, bounds, position, nominal=True), "np")
    return None


def _asks(article: Article, cue: Cue, position: int, limit: int) -> bool:
    """True where the preposition that brings in what is asked stands near, or the verb takes an object alone."""
    if "np" in cue.frames:
        return True
    prepositions = [frame for frame in cue.frames if len(frame) <= 3 and frame not in ("np", "-")]
    return any(
        is_preposition(article.words[token].folded, frame)
        for token in range(position, min(limit, position + 12))
        for frame in prepositions
    )


def is_preposition(folded: str, frame: str) -> bool:
    """True where the word is the preposition of a frame, or begins with it."""
    if frame in ("ب", "ل"):
        return folded.startswith(frame) and len(folded) != 2
    return folded == _FOLDED_PREPOSITIONS.get(frame, frame)


_FOLDED_PREPOSITIONS = {"إلى": "الي", "على": "علي"}


def _announced_at(article: Article, cue: Cue, bounds: Bounds, token: int, limit: int) -> Content | None:
    """A clause, a quotation or a colon that begins at the token."""
    if "that" in cue.frames and token not in bounds.covered and announces(article, token):
        return _clause(article, cue, bounds, token)
    if is_mark(article, token, ":") and ("quote" in cue.frames or "that" in cue.frames):
        quotation = _quotation_from(bounds, token + 1)
        if quotation is not None and quotation.start <= token + 3:
            return Content(quotation.start, quotation.end, "quote", quotation)
        if "quote" in cue.frames and token + 2 < bounds.sentence.end:
            return Content(token + 1, bounds.sentence.end, "colon")
        return None
    quotation = _quotation_from(bounds, token)
    governed = token > 0 and (
        article.at("preposition", token - 1)
        or any(hit.entry.value in _NAMED_BODIES for hit in article.at("source", token - 1))
        or article.words[token - 1].surface.endswith("ـ")
    )
    if (
        quotation is not None
        and quotation.start == token + 1
        and "quote" in cue.frames
        and (quotation.end - quotation.start > 2 or quotation.end - quotation.start == 2 and token - cue.end <= 4)
        and not governed
        and not _is_name(bounds, quotation)
    ):
        return Content(quotation.start, quotation.end, "quote", quotation)
    return None


def _is_name(bounds: Bounds, quotation: Quotation) -> bool:
    """True where nothing but a name stands between the marks."""
    return any(bounds.named.get(token, 0) >= quotation.end for token in (quotation.start, quotation.start - 1))


def _quotation_from(bounds: Bounds, token: int) -> Quotation | None:
    for quotation in bounds.quotations:
        if quotation.depth == 0 and quotation.start > token:
            return quotation
    return None


def _clause(article: Article, cue: Cue, bounds: Bounds, start: int) -> Content:
    """A reported clause: only the quotation where it is nothing but a quotation."""
    end = clause_end(article, cue, bounds, start)
    quotation = _quotation_from(bounds, start)
    if quotation is not None and quotation.start == start + 2:
        rest = end - quotation.end - 1
        if rest <= 3:
            return Content(quotation.start, quotation.end, "quote", quotation)
    return Content(start, end, "that", quotation if quotation and quotation.start < end else None)


def clause_end(article: Article, cue: Cue, bounds: Bounds, start: int, *, nominal: bool = False) -> int:
    """Where reported words without closing marks end: at the sentence's end, a further report, or a turn of the text.

    nominal: the report is no clause (*accused him of planning*), so that a new clause after a comma is not part of it.
    """
    end = bounds.sentence.end
    position = start
    while position < end:
        quotation = next((q for q in bounds.quotations if q.depth == 0 and q.start == position + 1), None)
        if quotation is not None and quotation.end <= end:
            position = quotation.end + 1
            continue
        if position > start + 1 and _turns(article, cue, bounds, position, nominal):
            return position
        position += 1
    return end


def _turns(article: Article, cue: Cue, bounds: Bounds, position: int, nominal: bool) -> bool:
    """True where the text leaves the reported words at the position."""
    after_mark = is_mark(article, position - 1, '،,؛;"”»')
    for other in bounds.cues:
        if other.start == position and other.start > cue.start:
            return _ends_report(article, other, after_mark, cue)
    for hit in article.at("break", position):
        value = hit.entry.value
        if value in ("but", "soft") and any(
            other.kind == VERB and hit.end <= other.start <= hit.end + 2 for other in bounds.cues
        ):
            return True
        if value == "cut":
            return nominal and after_mark
        if value in ("where", "turn"):
            return after_mark or any(other.kind == VERB and other.start == hit.end for other in bounds.cues)
        if value in ("but", "soft"):
            return after_mark and nominal
        return value != "cut"
    return False


def _ends_report(article: Article, other: Cue, after_comma: bool, cue: Cue) -> bool:
    """True where a further cue belongs to the reporter and not to the one who is reported."""
    if other.kind == PARTICIPLE:
        return after_comma or has_frame_next(article, other)
    if other.kind == REPORT:
        return True
    if other.kind == ACCORDING:
        return "clause" not in other.features or after_comma and bool(article.at("verb", other.end))
    if other.kind == VERB:
        reported = (
            other.tense == "past"
            and other.prefix.startswith(("و", "ف"))
            and (other.act in ("say", "ask") or cue.kind == PARTICIPLE)
        )
        return reported and (has_frame_next(article, other) or after_comma and "that" in other.frames)
    return False


def has_frame_next(article: Article, cue: Cue) -> bool:
    """True where what follows the cue at once is what its frames ask for."""
    position = cue.end
    if position >= len(article.words):
        return False
    if announces(article, position) or is_mark(article, position, ':"«“”'):
        return True
    if article.at("preposition", position) and announces(article, position + 1):
        return True
    word = article.words[position]
    return any(
        is_preposition(word.folded, frame) for frame in cue.frames if len(frame) <= 3 and frame not in ("np", "-")
    )


def _next_cue(article: Article, bounds: Bounds, cue: Cue, subject_end: int) -> int:
    """The start of the next cue that may take the content away from this one."""
    for other in bounds.cues:
        if other.start < max(cue.end, subject_end) or other.kind == "says":
            continue
        if other.kind == VERB and other.start > 0 and article.at("relative", other.start - 1):
            continue
        return other.start
    return bounds.sentence.end


def _skip_adverbials(article: Article, cue: Cue, position: int, limit: int, bounds: Bounds) -> int:
    """The first token after the subject that is no adverbial: *on Saturday, in a statement*."""
    for _ in range(8):
        if position >= limit:
            return position
        word = article.words[position]
        if word.kind == MARK and word.surface in "،,-–":
            position += 1
            continue
        timed = next((hit for kind in _TIMES for hit in article.at(kind, position)), None)
        if timed is not None:
            position = timed.end
            continue
        if word.kind != WORD or announces(article, position):
            return position
        framed = any(
            is_preposition(word.folded, frame) for frame in cue.frames if len(frame) <= 3 and frame not in ("np", "-")
        )
        if framed:
            return position
        if position in bounds.governed and "ل" not in cue.frames and cue.act != "welcome":
            position = bounds.named[position]
            while position < limit and article.at("nationality", position):
                position += 1
            continue
        adverb = next(iter(article.at("adverbial", position)), None)
        if adverb is not None:
            position = adverb.end
            continue
        adverbial = article.at("preposition", position) or word.folded.startswith("لل") and "np" not in cue.frames
        if not adverbial:
            return position
        named = bounds.named.get(position + 1)
        if "np" in cue.frames and named is not None and named < limit:
            position = _after_bracket(article, named, limit)
            continue
        reached = _end_of_phrase(article, position + 1, limit)
        if reached is None:
            return position
        position = reached
    return position


def _after_bracket(article: Article, position: int, limit: int) -> int:
    """The token after a bracket that opens at the position, else the position."""
    if is_mark(article, position, "("):
        for token in range(position + 1, min(limit, position + 8)):
            if is_mark(article, token, ")"):
                return token + 1
    return position


def _end_of_phrase(article: Article, position: int, limit: int) -> int | None:
    """Where a prepositional phrase gives way: at a comma, a colon, a quotation mark or a conjunction."""
    for token in range(position, min(limit, position + 14)):
        if announces(article, token) or is_mark(article, token, '،,:"«“”'):
            return token
    return None


def trimmed(article: Article, start: int, end: int) -> tuple[int, int]:
    """The range without marks and line ends around it."""
    words = article.words
    while (
        start < end and words[start].kind == MARK and words[start].surface in _TRAILING and words[start].surface != "("
    ):
        start += 1
    while end > start and words[end - 1].kind == MARK and words[end - 1].surface in _TRAILING:
        end -= 1
    return start, end
