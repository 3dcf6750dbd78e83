"""Who said what, through whom.

Sentences are read in order, and in each its cues in order. A cue becomes a statement if content can be found for it in
one of its frames; its speaker is its subject, or else whoever spoke last. Rules follow the shape of news prose as the
answer to one question after another, and each statement names the rule that made it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.languages.lexicon import WORD
from dragoman.reading.found import FoundStatement, Mention
from dragoman.reading.layout.article import Article, Quotation, Range
from dragoman.reading.speech.carriers import carried_content, media_carrier, reporting_media, told_to
from dragoman.reading.speech.contents import Bounds, Content, clause_end, content_after, has_frame_next, trimmed
from dragoman.reading.speech.cues import (
    ACCORDING,
    DEMANDING,
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
from dragoman.reading.speech.speakers import (
    Mentions,
    Speaker,
    antecedent,
    as_speaker,
    clause_start,
    may_speak,
    subject_adjacent,
    subject_after,
    subject_before,
)

SHORTEST_QUOTATION = 4
# so many sentences after somebody spoke, a verb without a subject no longer means that speaker
MEMORY = 8
REPORT_REACH = 9
# Present verbs of these acts without a named subject are impersonal, or thoughts that the reporter ascribes.
IMPERSONAL_ACTS = frozenset(("judge", "expect", "hope", "claim", "doubt"))
_CERTAINTY = {
    "deny": "CT-",
    "doubt": "PR-",
    "expect": "PR+",
    "hope": "PS+",
    "demand": "Uu",
    "propose": "Uu",
    "ask": "Uu",
    "claim": "PR+",
    "warn": "PS+",
    "threaten": "PS+",
}


@dataclass
class Reader:
    """What is known while the statements of one article are read."""

    article: Article
    mentions: Mentions
    skipped: bytearray
    quoted: bytearray
    last: Speaker | None = None
    last_sentence: int = 0
    found: list[FoundStatement] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def find_statements(article: Article, mentions: Sequence[Mention], skipped: bytearray) -> tuple[FoundStatement, ...]:
    """All statements of the article's body; `skipped` marks tokens that are boilerplate."""
    reader = Reader(article, Mentions(mentions), skipped, mark_quoted(article))
    hits = article.hits_of(VERB, PARTICIPLE, ACCORDING, SAYS, REPORT)
    position = 0
    for number, sentence in enumerate(article.sentences):
        if sentence.end <= article.title_end or skipped[sentence.start]:
            continue
        while position < len(hits) and hits[position].start < sentence.start:
            position += 1
        begin = position
        while position < len(hits) and hits[position].start < sentence.end:
            position += 1
        _read_sentence(
            reader,
            sentence,
            number,
            find_cues(article, sentence, reader.quoted, hits[begin:position], _named(reader, sentence)),
        )
    return tuple(sorted(reader.found, key=lambda statement: (statement.start, statement.end)))


def _read_sentence(reader: Reader, sentence: Range, number: int, cues: list[Cue]) -> None:
    article = reader.article
    if number - reader.last_sentence > MEMORY:
        reader.last = None
    quotations = [q for q in article.quotations if sentence.start <= q.start and q.end <= sentence.end + 1]
    inside = reader.mentions.between(sentence.start, sentence.end)
    governed = frozenset(m.start for m in inside if m.prefix and m.governed)
    covered = frozenset(
        t for m in inside if m.actor and m.kind in ("organization", "person") for t in range(m.start + 1, m.end)
    )
    bounds = Bounds(sentence, cues, quotations, {m.start: m.end for m in inside}, governed, covered)
    before = len(reader.found)
    carriers: list[str] = []
    clause_cues = _according_with_verb(article, cues, sentence.end)
    for cue in cues:
        if cue.start in clause_cues:
            continue
        if cue.kind == ACCORDING:
            _read_according(reader, bounds, cue, number, before, carriers, clause_cues)
        elif cue.kind == PARTICIPLE:
            _read_participle(reader, bounds, cue, number, before)
        elif cue.kind == VERB:
            _read_verb(reader, bounds, cue, number, before)
        elif cue.kind == REPORT:
            _read_report(reader, bounds, cue, number)
    _read_loose_quotations(reader, bounds, number, before)
    if carriers:
        _add_carriers(reader, before, carriers)


def _named(reader: Reader, sentence: Range) -> frozenset[int]:
    """The tokens that are names: what also spells a verb is none there."""
    return frozenset(
        m.start
        for m in reader.mentions.between(sentence.start, sentence.end)
        if m.actor and not m.adjectival and m.kind != "source"
    )


def _has_own_content(article: Article, verb: Cue, cues: Sequence[Cue], end: int) -> bool:
    """True where a conjunction or a quotation follows the verb before the clause ends: *he also made clear that*."""
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


def _read_verb(reader: Reader, bounds: Bounds, cue: Cue, number: int, before: int) -> None:
    article, sentence = reader.article, bounds.sentence
    if "carry" in cue.frames:
        _read_carried(reader, bounds, cue, number)
        return
    if any(s.start <= cue.start < s.end for s in reader.found[before:]):
        # told inside what somebody else is reported to have said
        return
    start = clause_start(article, sentence, cue.start)
    speaker = subject_adjacent(article, reader.mentions, cue, start)
    if speaker is None and not has_frame_next(article, cue) and not _takes_object(reader, bounds, cue, before):
        speaker = subject_after(article, reader.mentions, cue, sentence.end)
    relative = cue.start > sentence.start and article.at("relative", cue.start - 1)
    if relative:
        if cue.act in IMPERSONAL_ACTS and cue.tense == "present" and (speaker is None or speaker.end <= cue.start):
            return
        found = antecedent(article, reader.mentions, cue, sentence.start)
        if cue.suffix and speaker is None:
            # whom they called …: the antecedent is the object, the subject that of the main clause
            found = _main_subject(reader, sentence, clause_start(article, sentence, cue.start), cue)
        if found is None or cue.suffix and speaker is not None:
            return
        speaker = found
        speaker = Speaker(speaker.actor, speaker.label, cue.end, speaker.kind, speaker.rule)
    explicit = speaker is not None
    if speaker is None:
        if cue.act in IMPERSONAL_ACTS and cue.tense == "present" and cue.lemma != article.words[cue.start].surface:
            # it is expected, it is believed: nobody says so
            return
        speaker = _implicit_subject(reader, bounds, cue, before)
    subject_end = speaker.end if explicit and speaker is not None and speaker.end > cue.end else cue.end
    if cue.suffix and not explicit and not has_frame_next(article, cue):
        # a noun with a pronoun is spelt like a verb with its object
        return
    content = content_after(article, cue, bounds, subject_end)
    if content is None and "quote" in cue.frames:
        content = _content_before(reader, bounds, cue)
    if content is None:
        return
    if not explicit and not relative and content.frame in ("that", "quote", "colon") and content.start > cue.end:
        before_verb = speaker is not None and sentence.start < speaker.end <= cue.start
        first = cue.start == sentence.start and not cue.prefix
        speaker = (
            speaker
            if before_verb
            else _unknown_subject(article, cue, content, sure=speaker is None or first) or speaker
        )
    if speaker is None:
        return
    if content.frame not in ("that", "quote", "colon") and not _may_be_bare(article, cue, bounds, speaker, explicit):
        return
    told = told_to(article, reader.mentions, cue, subject_end, content.start)
    if (
        not explicit
        and not told
        and reader.found
        and reader.found[-1].speaker == speaker.actor
        and speaker is reader.last
    ):
        told = reader.found[-1].via
    _add(reader, content, cue, speaker, number, f"verb.{content.frame}", told)


def _takes_object(reader: Reader, bounds: Bounds, cue: Cue, before: int) -> bool:
    """True where a second demand follows in the sentence: he called for talks *and called on the country to …*."""
    if cue.act not in DEMANDING or not cue.prefix.startswith("و") or len(reader.found) == before:
        return False
    following = [m for m in reader.mentions.between(cue.end, cue.end + 2) if not m.governed]
    return bool(following) and following[0].kind != "person"


def _read_report(reader: Reader, bounds: Bounds, cue: Cue, number: int) -> None:
    """*amid reports that …*: said by reports without a name."""
    article = reader.article
    start = next((token for token in range(cue.end, cue.end + REPORT_REACH) if announces(article, token)), None)
    if start is None:
        return
    content = content_after(article, cue, bounds, start) or Content(
        start, clause_end(article, cue, bounds, start), "that"
    )
    speaker = Speaker(None, Range(cue.start, cue.end), cue.end, "source", "report")
    if cue.lemma == "document":
        # a statement of the presidency that; without an author that of whoever spoke last
        named = [m for m in reader.mentions.between(cue.end, start) if m.actor and not m.adjectival]
        speaker = as_speaker(named[0], "document.of") if named else reader.last or speaker
    _add(reader, content, cue, speaker, number, "report.that")


_NO_SUBJECT = ("adverbial", "weekday", "month", "time-unit", "time-this", "deictic", "today", "day-part", "relative")


def _unknown_subject(article: Article, cue: Cue, content: Content, *, sure: bool) -> Speaker | None:
    """The words right after the verb as a label, where they are a noun that names nobody we know: *the organizations said that*.

    sure: a subject must stand there, since the verb opens the sentence or nobody spoke before.
    """
    words = article.words
    end = cue.end
    while (
        end < content.start
        and words[end].kind == WORD
        and not article.at("preposition", end)
        and not announces(article, end)
    ):
        if any(article.at(kind, end) for kind in _NO_SUBJECT):
            break
        end += 1
    if end == cue.end or not (sure or words[cue.end].folded.startswith("ال")) or article.at("source", cue.end):
        return None
    return Speaker(None, Range(cue.end, end), end, "source", "subject.unknown")


def _may_be_bare(article: Article, cue: Cue, bounds: Bounds, speaker: Speaker, explicit: bool) -> bool:
    """True where a report without conjunction or marks is likely one: the subject is named, or the verb opens a sentence."""
    if explicit or speaker.rule == "subject.before-verb":
        return True
    opens = cue.start - bounds.sentence.start <= 1 or cue.prefix.startswith(("و", "ف"))
    return opens and cue.act != "say" or opens and cue.act == "say" and "np" not in cue.frames


def _implicit_subject(reader: Reader, bounds: Bounds, cue: Cue, before: int) -> Speaker | None:
    """The subject of a verb that names none: before it in its clause, else who spoke last in the sentence, else at all."""
    article = reader.article
    start = clause_start(article, bounds.sentence, cue.start)
    if article.words[bounds.sentence.start].folded.lstrip("و") in article.pack.rules["statements"]["topics"]:
        # as for X, …: X is the subject
        return subject_before(article, reader.mentions, cue, start) or reader.last
    opens = cue.start - bounds.sentence.start <= 1
    if opens:
        return reader.last
    if len(reader.found) > before and start <= reader.found[-1].start:
        return reader.last
    speaker = subject_before(article, reader.mentions, cue, start)
    if speaker is not None or opens or cue.prefix.startswith(("و", "ف")):
        return speaker or reader.last
    # a verb in the midst of a sentence has its subject before it, even where we do not know it
    before_verb = max(start, cue.start - 6)
    return (
        Speaker(None, Range(before_verb, cue.start), cue.start, "source", "subject.unknown")
        if before_verb < cue.start
        else None
    )


def _content_before(reader: Reader, bounds: Bounds, cue: Cue) -> Content | None:
    """The quotation that a cue after it attributes: “…”, said the minister."""
    for quotation in reversed(bounds.quotations):
        if (
            quotation.depth == 0
            and quotation.end < cue.start
            and cue.start - quotation.end <= 4
            and quotation.start not in reader.used
        ):
            if quotation.end - quotation.start >= 3:
                return Content(quotation.start, quotation.end, "quote", quotation)
    return None


def _read_participle(reader: Reader, bounds: Bounds, cue: Cue, number: int, before: int) -> None:
    """*stressing that*: said by whoever the clause is about."""
    article = reader.article
    after_comma = is_mark(article, cue.start - 1, "،,") or cue.prefix.startswith("و")
    content = content_after(article, cue, bounds, cue.end)
    if content is None or content.start - cue.end > 14:
        return
    direct = content.start - cue.end <= 2
    if not after_comma and not direct or cue.act == "condemn" and content.frame not in ("that", "quote", "colon"):
        return
    if content.frame == "np" and (not after_comma or cue.act == "condemn"):
        return
    start = clause_start(article, bounds.sentence, cue.start)
    speaker: Speaker | None = None
    if len(reader.found) > before and reader.found[-1].start >= start:
        speaker = reader.last
    if speaker is None:
        speaker = _main_subject(reader, bounds.sentence, start, cue) or reader.last
    if speaker is not None:
        _add(reader, content, cue, speaker, number, f"participle.{content.frame}")


def _main_subject(reader: Reader, sentence: Range, start: int, cue: Cue) -> Speaker | None:
    """Whom the clause before the participle is about."""
    candidates = [m for m in reader.mentions.between(start, cue.start) if may_speak(m) and m.end <= cue.start]
    named = [m for m in candidates if m.actor and m.kind in ("person", "organization", "group", "country", "place")]
    people = [m for m in named if m.kind == "person"]
    chosen = (named or candidates)[:1]
    if chosen and chosen[0].kind in ("place",) and people:
        chosen = people[:1]
    return as_speaker(chosen[0], "subject.of-the-clause") if chosen else None


def _read_according(
    reader: Reader, bounds: Bounds, cue: Cue, number: int, before: int, carriers: list[str], clause_cues: set[int]
) -> None:
    """*according to X*, *as X reported*: X said the clause, or carried what another said in it."""
    article, sentence = reader.article, bounds.sentence
    verb = next((other for other in bounds.cues if other.kind == VERB and 0 <= other.start - cue.end <= 1), None)
    if "clause" in cue.features and (verb is None or verb.start not in clause_cues):
        return
    named = reporting_media(article, reader.mentions, verb or cue, sentence)
    if (
        named is not None
        and media_carrier(named)
        and (len(reader.found) > before or _speaks_later(bounds, verb or cue))
    ):
        carriers.append(named.actor or article.span(named.start, named.end).text)
        return
    end = (verb or cue).end
    if named is not None and named.actor is None and named.kind not in ("source", "role"):
        return
    if named is not None:
        speaker: Speaker | None = as_speaker(named, "according-to")
        end = named.end
    elif verb is not None or "own-words" in cue.features:
        speaker = _main_subject(reader, sentence, sentence.start, cue) or reader.last
    else:
        return
    content = _according_content(article, bounds, cue, end)
    if content is not None and speaker is not None and not _already(reader, content, before):
        _add(reader, content, cue, speaker, number, "according-to")


def _speaks_later(bounds: Bounds, cue: Cue) -> bool:
    """True where a report follows in the sentence that the agency only carries."""
    return any(other.start > cue.end and other.kind in (VERB, PARTICIPLE) for other in bounds.cues)


def _already(reader: Reader, content: Content, before: int) -> bool:
    return any(content.start < other.end and other.start < content.end for other in reader.found[before:])


def _according_content(article: Article, bounds: Bounds, cue: Cue, named_end: int) -> Content | None:
    """The clause that is said: after the attribution where that opens it, else before it, or around it."""
    sentence = bounds.sentence
    for quotation in bounds.quotations:
        if quotation.depth == 0 and 0 <= cue.start - quotation.end <= 2:
            return Content(quotation.start, quotation.end, "quote", quotation)
    opening = _last_comma(article, sentence.start, cue.start)
    start = sentence.start
    if cue.start - opening <= 1 and (opening == sentence.start or not is_mark(article, cue.start - 1, "،,")):
        return _after_attribution(article, bounds, cue, named_end)
    if cue.start - start < 3 and not is_mark(article, named_end, "،,"):
        return None
    goes_on = (
        is_mark(article, named_end, "،,") and sentence.end - named_end > 5 and not article.at("relative", named_end + 1)
    )
    return Content(start, _first_turn(article, bounds, cue, named_end) if goes_on else cue.start, "clause")


def _first_turn(article: Article, bounds: Bounds, cue: Cue, start: int) -> int:
    return clause_end(article, cue, bounds, start)


def _last_comma(article: Article, start: int, end: int) -> int:
    for token in range(end - 1, start, -1):
        if is_mark(article, token, "،,؛"):
            return token + 1
    return start


def _after_attribution(article: Article, bounds: Bounds, cue: Cue, named_end: int) -> Content | None:
    sentence = bounds.sentence
    start = named_end
    for token in range(named_end, min(named_end + 14, sentence.end)):
        if is_mark(article, token, "،,:"):
            start = token + 1
            break
        if announces(article, token):
            start = token
            break
    while start < sentence.end and article.at("nationality", start) and start == named_end:
        start += 1
    if start + 2 >= sentence.end:
        return None
    return Content(start, clause_end(article, cue, bounds, start), "clause")


def _read_carried(reader: Reader, bounds: Bounds, cue: Cue, number: int) -> None:
    """*The agency quoted the minister as saying*: the minister speaks, through the agency."""
    carried = carried_content(reader.article, reader.mentions, cue, bounds)
    if carried is not None:
        _add(reader, carried.content, cue, carried.speaker, number, "carried", carried.via)


def _read_loose_quotations(reader: Reader, bounds: Bounds, number: int, before: int) -> None:
    """Quotations that no cue took: they go on with whoever spoke last if they stand like speech."""
    article, sentence = reader.article, bounds.sentence
    for quotation in bounds.quotations:
        if quotation.depth or quotation.end - quotation.start < SHORTEST_QUOTATION:
            continue
        if any(s.start < quotation.end and quotation.start < s.end for s in reader.found):
            continue
        after_colon = is_mark(article, quotation.start - 2, ":")
        opens = quotation.start - sentence.start <= 2
        alone = opens and sentence.end - quotation.end <= 3
        if not (after_colon or alone):
            continue
        speaker = _loose_speaker(reader, sentence, quotation) if after_colon else reader.last
        if speaker is not None:
            _add(
                reader,
                Content(quotation.start, quotation.end, "quote", quotation),
                None,
                speaker,
                number,
                "quotation.loose",
            )


def _loose_speaker(reader: Reader, sentence: Range, quotation: Quotation) -> Speaker | None:
    """Whom the words before the colon name, else who spoke last."""
    for mention in reader.mentions.between(sentence.start, quotation.start):
        if mention.actor and may_speak(mention) and mention.kind in ("person", "organization"):
            return as_speaker(mention, "quotation.named-before")
    return reader.last


def _add(
    reader: Reader,
    content: Content,
    cue: Cue | None,
    speaker: Speaker,
    number: int,
    rule: str,
    via: tuple[str, ...] = (),
) -> None:
    article = reader.article
    start, end = trimmed(article, content.start, content.end)
    if end - start < 1 or any(s.start < end and start < s.end for s in reader.found if s.sentence == number):
        return
    if content.quotation is not None:
        reader.used.add(content.quotation.start)
    act = cue.act if cue else "say"
    reader.found.append(
        FoundStatement(
            start=start,
            end=end,
            cue_start=cue.start if cue else None,
            cue_end=cue.end if cue else None,
            speaker=speaker.actor,
            label_start=speaker.label.start if speaker.label else None,
            label_end=speaker.label.end if speaker.label else None,
            via=via,
            mode=_mode(article, start, end),
            act=act,
            certainty=_CERTAINTY.get(act, "CT+"),
            sentence=number,
            rule=f"{rule}/{speaker.rule}",
        )
    )
    reader.last, reader.last_sentence = speaker, number


def _mode(article: Article, start: int, end: int) -> str:
    """direct where all stands between marks, mixed where a part does, else indirect."""
    mixed = False
    for quotation in article.quotations:
        if quotation.start <= start and end <= quotation.end:
            return "direct"
        if start <= quotation.start and quotation.start < end:
            mixed = True
    return "mixed" if mixed else "indirect"


def _add_carriers(reader: Reader, before: int, carriers: list[str]) -> None:
    for index in range(before, len(reader.found)):
        statement = reader.found[index]
        extra = tuple(carrier for carrier in carriers if carrier not in statement.via and carrier != statement.speaker)
        reader.found[index] = replace(statement, via=statement.via + extra)
