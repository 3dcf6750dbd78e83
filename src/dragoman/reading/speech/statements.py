"""Who said what, through whom.

Sentences are read in order, and in each its cues in order. A cue becomes a statement if content can be found for it in
one of its frames; its speaker is its subject, or else whoever spoke last. Rules follow the shape of news prose as the
answer to one question after another, and each statement names the rule that made it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.reading.found import FoundStatement, Mention
from dragoman.reading.layout.article import Article, Quotation, Range
from dragoman.reading.speech.attributions import read_according
from dragoman.reading.speech.carriers import is_carrying, told_to
from dragoman.reading.speech.contents import Bounds, Content, clause_end, content_after
from dragoman.reading.speech.cues import (
    ACCORDING,
    PARTICIPLE,
    REPORT,
    SAYS,
    VERB,
    Cue,
    announces,
    find_cues,
    is_mark,
    mark_quoted,
)
from dragoman.reading.speech.reader import Reader
from dragoman.reading.speech.speakers import (
    Mentions,
    Speaker,
    as_speaker,
    clause_start,
    main_subject,
    may_speak,
)
from dragoman.reading.speech.subject_first.landmarks import find_landmarks
from dragoman.reading.speech.subject_first.sentences import read_sentence
from dragoman.reading.speech.verbs import read_verb

SHORTEST_QUOTATION = 4
REPORT_REACH = 9


def find_statements(article: Article, mentions: Sequence[Mention], skipped: bytearray) -> tuple[FoundStatement, ...]:
    """All statements of the article's body; `skipped` marks tokens that are boilerplate."""
    reader = Reader(article, Mentions(mentions), skipped, mark_quoted(article))
    hits = article.hits_of(VERB, PARTICIPLE, ACCORDING, SAYS, REPORT)
    subject_first = article.pack.rules["statements"].get("order") == "subject-verb"
    landmarks = find_landmarks(article)
    position = 0
    for number, sentence in enumerate(article.sentences):
        if sentence.end <= article.title_end or skipped[sentence.start]:
            continue
        while position < len(hits) and hits[position].start < sentence.start:
            position += 1
        begin = position
        while position < len(hits) and hits[position].start < sentence.end:
            position += 1
        found = hits[begin:position]
        if subject_first:
            quotations = [
                *_reaching_into(article.quotations, sentence),
                *_quotations_within(article.quotations, sentence),
            ]
            read_sentence(reader, sentence, number, quotations, found, landmarks)
        else:
            cues = find_cues(article, sentence, reader.quoted, found, _named(reader, sentence))
            _read_sentence(reader, sentence, number, cues)
    return tuple(sorted(reader.found, key=lambda statement: (statement.start, statement.end)))


def _read_sentence(reader: Reader, sentence: Range, number: int, cues: list[Cue]) -> None:
    article = reader.article
    quotations = _quotations_within(article.quotations, sentence)
    inside = reader.mentions.between(sentence.start, sentence.end)
    governed = frozenset(m.start for m in inside if m.prefix and m.governed)
    covered = frozenset(
        t for m in inside if m.actor and m.kind in ("organization", "person") for t in range(m.start + 1, m.end)
    )
    reader.enter(number, Bounds(sentence, cues, quotations, {m.start: m.end for m in inside}, governed, covered))
    clause_cues = _according_with_verb(article, cues, sentence.end)
    for cue in cues:
        if cue.start in clause_cues:
            continue
        if cue.kind == ACCORDING:
            read_according(reader, cue, clause_cues)
        elif cue.kind == PARTICIPLE:
            _read_participle(reader, cue)
        elif cue.kind == VERB:
            read_verb(reader, cue)
        elif cue.kind == REPORT:
            _read_report(reader, cue)
    _read_loose_quotations(reader)
    reader.leave()


def _quotations_within(quotations: Sequence[Quotation], sentence: Range) -> list[Quotation]:
    """Those that begin and end in the sentence; they are in order of their start."""
    first = bisect_left(quotations, sentence.start, key=lambda quotation: quotation.start)
    last = bisect_left(quotations, sentence.end + 1, lo=first, key=lambda quotation: quotation.start)
    return [quotation for quotation in quotations[first:last] if quotation.end <= sentence.end + 1]


def _reaching_into(quotations: Sequence[Quotation], sentence: Range) -> list[Quotation]:
    """The one that began in an earlier paragraph and ends in the sentence, if any."""
    first = bisect_left(quotations, sentence.start, key=lambda quotation: quotation.start)
    for quotation in reversed(quotations[max(0, first - 3) : first]):
        if quotation.depth == 0 and sentence.start < quotation.end <= sentence.end:
            return [quotation]
    return []


def _named(reader: Reader, sentence: Range) -> frozenset[int]:
    """The tokens that are names: what also spells a verb is none there."""
    return frozenset(
        m.start
        for m in reader.mentions.between(sentence.start, sentence.end)
        if m.actor and not m.adjectival and m.kind != "source"
    )


def _has_own_content(article: Article, verb: Cue, cues: Sequence[Cue], end: int) -> bool:
    """True where a conjunction or a quotation follows the verb before the clause ends: *he also made clear that*."""
    if verb.suffix:
        # as the agency reported *it*
        return False
    if "carry" in verb.frames:
        # as the agency also quoted *from X*
        return is_carrying(article, verb, end)
    limit = next((cue.start for cue in cues if cue.start > verb.start), verb.end + 30)
    for token in range(verb.end, min(limit, verb.end + 30, end)):
        if is_mark(article, token, "،,") and token > verb.end + 8:
            return False
        if announces(article, token) or is_mark(article, token, ':"«“'):
            return True
    return False


def _according_with_verb(article: Article, cues: Sequence[Cue], end: int) -> set[int]:
    """The verbs that belong to an `as … reported`: they are read with it."""
    taken = set()
    for first, second in zip(cues, cues[1:], strict=False):
        joined = (
            first.kind == ACCORDING
            and "clause" in first.features
            and second.kind == VERB
            and second.start - first.end <= 1
        )
        if joined and second.act == "say" and not _has_own_content(article, second, cues, end):
            taken.add(second.start)
    return taken


def _read_report(reader: Reader, cue: Cue) -> None:
    """*amid reports that …*: said by reports without a name."""
    article = reader.article
    start = next((token for token in range(cue.end, cue.end + REPORT_REACH) if announces(article, token)), None)
    if start is None:
        return
    content = content_after(article, cue, reader.bounds, start) or Content(
        start, clause_end(article, cue, reader.bounds, start), "that"
    )
    speaker = Speaker(None, Range(cue.start, cue.end), cue.end, "source", "report")
    if cue.lemma == "document":
        # a statement of the presidency that; without an author that of whoever spoke last
        named = [m for m in reader.mentions.between(cue.end, start) if m.actor and not m.adjectival]
        speaker = as_speaker(named[0], "document.of") if named else reader.last or speaker
    reader.add(content, cue, speaker, "report.that")


def _read_participle(reader: Reader, cue: Cue) -> None:
    """*stressing that*: said by whoever the clause is about."""
    article = reader.article
    after_comma = is_mark(article, cue.start - 1, "،,") or cue.prefix.startswith("و")
    content = content_after(article, cue, reader.bounds, cue.end)
    if content is None or content.start - cue.end > 14:
        return
    direct = content.start - cue.end <= 2
    if not after_comma and not direct or cue.act == "condemn" and content.frame not in ("that", "quote", "colon"):
        return
    if content.frame == "np" and (not after_comma or cue.act == "condemn"):
        return
    start = clause_start(article, reader.bounds.sentence, cue.start)
    speaker: Speaker | None = None
    if len(reader.found) > reader.before and reader.found[-1].start >= start:
        speaker = reader.last
    if speaker is None:
        speaker = main_subject(reader.mentions, start, cue)
    if speaker is None:
        speaker = main_subject(reader.mentions, reader.bounds.sentence.start, cue) or reader.last
    if speaker is not None:
        told = told_to(article, reader.mentions, cue, cue.end, content.start)
        reader.add(content, cue, speaker, f"participle.{content.frame}", told)


def _read_loose_quotations(reader: Reader) -> None:
    """Quotations that no cue took: they go on with whoever spoke last if they stand like speech."""
    article, sentence = reader.article, reader.bounds.sentence
    for quotation in reader.bounds.quotations:
        if quotation.depth or quotation.end - quotation.start < SHORTEST_QUOTATION:
            continue
        if any(s.start < quotation.end and quotation.start < s.end for s in reader.found[max(0, reader.before - 4) :]):
            continue
        after_colon = is_mark(article, quotation.start - 2, ":")
        opens = quotation.start - sentence.start <= 2
        alone = opens and sentence.end - quotation.end <= 3
        if not (after_colon or alone):
            continue
        speaker = _loose_speaker(reader, sentence, quotation) if after_colon else reader.last
        if speaker is not None:
            content = Content(quotation.start, quotation.end, "quote", quotation)
            reader.add(content, None, speaker, "quotation.loose")


def _loose_speaker(reader: Reader, sentence: Range, quotation: Quotation) -> Speaker | None:
    """Whom the words before the colon name, else who spoke last."""
    for mention in reader.mentions.between(sentence.start, quotation.start):
        if mention.actor and may_speak(mention) and mention.kind in ("person", "organization"):
            return as_speaker(mention, "quotation.named-before")
    return reader.last
