"""Why something was read at a place of a text, or why nothing was.

An explanation names the parts of the record that stand on the place, the rules at work there, and, where no statement
was read, what kept the reader from one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.errors import InputError
from dragoman.export.evidence import Mark, collect_marks
from dragoman.model.record import Record, Span
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.layout.lexicons import reading_pack
from dragoman.reading.layout.prepare import prepare
from dragoman.reading.pipeline import Reading, Trace
from dragoman.reading.speech.cues import ACCORDING, PARTICIPLE, SAYS, VERB, find_cues, mark_quoted
from dragoman.text.folding import fold
from dragoman.text.tokens import TOKEN

_PARTS = {
    "round": "rounds",
    "statement": "statements",
    "claim": "claims",
    "time": "times",
    "actor": "actors",
    "event": "events",
    "boilerplate": "boilerplate",
}
_SAID_IN = frozenset(("statement", "cue", "label"))


@dataclass(frozen=True, kw_only=True)
class Place:
    """The place asked about: the sentence or line that holds it."""

    at: int
    end: int
    passage: Span


@dataclass(frozen=True, kw_only=True)
class ExplainedPart:
    """A part of the record that stands on the place: its layer, which field, its values, and its rule."""

    layer: str
    field: str
    values: dict[str, Any]
    words: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """What was read at a place, by which rules; where that leaves something open, why no more was."""

    place: Place
    parts: tuple[ExplainedPart, ...]
    steps: tuple[Trace, ...]
    known: tuple[str, ...]
    reasons: tuple[str, ...]


def find_words(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in the text: as written, else in any spelling that reads the same.

    Raises InputError where they do not stand there.
    """
    exact = [(found.start(), found.end()) for found in re.finditer(re.escape(words), text)] if words.strip() else []
    if exact:
        return exact
    wanted = [fold(found.group()) for found in TOKEN.finditer(words)]
    tokens = [(fold(found.group()), found.start(), found.end()) for found in TOKEN.finditer(text)]
    spellings = [spelling for spelling, _, _ in tokens]
    found = [
        (tokens[index][1], tokens[index + len(wanted) - 1][2])
        for index in range(len(tokens) - len(wanted) + 1)
        if wanted and spellings[index] == wanted[0] and spellings[index : index + len(wanted)] == wanted
    ]
    if not found:
        raise InputError(
            f"the words {words!r} do not stand in the text; copy them from it, or give a place: --at OFFSET"
        )
    return found


def explain(reading: Reading, at: int, end: int | None = None) -> Explanation:
    """What was read from the characters `at` to before `end`, by default one character, and why no more.

    Raises InputError for a place outside the text.
    """
    text = reading.record.document.text
    if not 0 <= at < len(text):
        raise InputError(
            f"there is no character {at}: the text has {len(text):,}, counted from 0; give 0 to {len(text) - 1}"
        )
    stop = at + 1 if end is None else end
    article = prepare(text, reading_pack(reading.record.document.language), None)
    sentence = _sentence_at(article, at)
    marks = [mark for mark in collect_marks(reading.record) if mark.start < stop and mark.end > at]
    steps = [step for step in reading.trace if step.start < stop and step.end > at]
    return Explanation(
        place=Place(at=at, end=stop, passage=_passage(article, sentence, at)),
        parts=tuple(_explain_part(reading.record, mark) for mark in marks),
        steps=tuple(sorted(steps, key=lambda step: (step.start - step.end, step.start))),
        known=tuple(_known(article, at, stop)),
        reasons=()
        if any(mark.layer in _SAID_IN for mark in marks)
        else tuple(_reasons(reading, article, sentence, marks)),
    )


def _sentence_at(article: Article, at: int) -> Range | None:
    for sentence in article.sentences:
        if article.starts[sentence.start] <= at < article.ends[sentence.end - 1]:
            return sentence
    return None


def _passage(article: Article, sentence: Range | None, at: int) -> Span:
    if sentence is not None:
        return article.span(sentence.start, sentence.end)
    start = article.text.rfind("\n", 0, at) + 1
    end = article.text.find("\n", at)
    return article.slice(start, max(at + 1, end if end >= 0 else len(article.text)))


def _explain_part(record: Record, mark: Mark) -> ExplainedPart:
    layer, number, *field = mark.key.split("-")
    part = getattr(record, _PARTS[layer])[int(number) - 1]
    return ExplainedPart(
        layer=layer,
        field="-".join(field),
        values=_values(part),
        words=record.document.text[mark.start : mark.end],
        rule=getattr(part, "rule", ""),
    )


def _values(part: Any) -> dict[str, Any]:
    """The plain values of a part, without the fields that hold passages."""
    kept: dict[str, Any] = {}
    for name in type(part).__dataclass_fields__:
        value = getattr(part, name)
        if name in ("rule", "start", "end", "text") or value is None or value == ():
            continue
        if isinstance(value, str | int):
            kept[name] = value
        elif isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            kept[name] = list(value)
    return kept


def _known(article: Article, at: int, stop: int) -> Iterator[str]:
    """What the tables know of the words at the place: `قال: verb say`."""
    for hit in article.hits:
        if article.starts[hit.start] < stop and article.ends[hit.end - 1] > at:
            value = hit.entry.value if hit.entry.value != hit.entry.form else ""
            yield f"{article.span(hit.start, hit.end).text}: {hit.entry.kind} {value}".strip()


def _reasons(reading: Reading, article: Article, sentence: Range | None, marks: Sequence[Mark]) -> Iterator[str]:
    """Why no statement was read at the place, from the outside inwards."""
    if sentence is None:
        yield "there are no words at this place"
        return
    furniture = [mark for mark in marks if mark.layer == "boilerplate"]
    if furniture:
        passage = reading.record.boilerplate[int(furniture[0].key.split("-")[1]) - 1]
        yield f"the place is boilerplate ({passage.kind}, rule {passage.rule or 'unnamed'}): nothing is read from it"
        return
    if sentence.end <= article.title_end:
        yield (
            "the place is in the headline: its actors and times are read, but no statement or claim, "
            "because the body repeats it"
        )
        return
    yield from _reasons_in_sentence(reading, article, sentence)


def _reasons_in_sentence(reading: Reading, article: Article, sentence: Range) -> Iterator[str]:
    start, end = article.starts[sentence.start], article.ends[sentence.end - 1]
    read = [
        statement
        for statement in reading.record.statements
        if statement.content.start < end and statement.content.end > start
    ]
    for statement in read:
        content = statement.content
        yield f"statement {statement.id} of this sentence covers {content.start} to {content.end}, not this place"
    hits = [
        hit for hit in article.hits_of(VERB, PARTICIPLE, ACCORDING, SAYS) if sentence.start <= hit.start < sentence.end
    ]
    if not hits and not read:
        yield "the sentence has no cue: no verb or phrase that the tables know as reporting what somebody said"
    cues = find_cues(article, sentence, mark_quoted(article), hits)
    used = [statement.cue for statement in read if statement.cue is not None]
    for start_token, end_token in dict.fromkeys((hit.start, hit.end) for hit in hits):
        span = article.span(start_token, end_token)
        if any(span.start < cue.end and span.end > cue.start for cue in used):
            continue
        if any(cue.start < end_token and cue.end > start_token for cue in cues):
            yield f"cue without content: «{span.text}» (at {span.start}) reports speech, but nothing said was found"
        else:
            yield (
                f"no cue here: «{span.text}» (at {span.start}) can report speech, but not in this place: it is denied, "
                "impersonal, ruled by a preposition, or stands inside a quotation"
            )
