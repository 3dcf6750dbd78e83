"""Words that come through a carrier: quoted by an agency, told to a paper, reported with a reference to somebody."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Range
from dragoman.reading.speech.carriers import is_medium, media_carrier
from dragoman.reading.speech.contents import Content
from dragoman.reading.speech.speakers import Speaker, as_speaker
from dragoman.reading.speech.subject_first.contents import content_after
from dragoman.reading.speech.subject_first.reports import FINITE, PASSIVE, Report
from dragoman.reading.speech.subject_first.scene import Scene
from dragoman.reading.speech.subject_first.subjects import Subject, subject_after, subject_before

# so many sentences on, a speaker whom the carrier interrupts still speaks to it
INTERRUPTED_REACH = 3


def told_to(scene: Scene, subject: Subject, start: int, end: int) -> tuple[str, ...]:
    """The media among the reporter's words that are not the subject: told Axios, in an interview with the channel."""
    found: list[str] = []
    named: list[str] = []
    if start == subject.start and not subject.pronoun:
        start = _interview_before(scene, start)
    own = subject.speaker.label or Range(subject.start, subject.end)
    for mention in scene.reader.mentions.between(start, end):
        outside = mention.start >= own.end or mention.end <= own.start
        labelled = subject.speaker.actor is None
        if (
            (outside or labelled)
            and mention.actor
            and is_medium(mention.actor)
            and mention.actor != subject.speaker.actor
        ):
            (named if _is_named(scene, mention) else found).append(mention.actor)
    # телеканалу Al Jazeera: the name, and not what the noun before it would take up
    return tuple(dict.fromkeys(named or found))


def still_told(scene: Scene, subject: Subject, report: Report | None = None) -> tuple[str, ...]:
    """The media to which a speaker who goes on was talking."""
    reader = scene.reader
    mention = scene.covering.get(subject.end - 1)
    if mention is not None and subject.speaker.actor is None and mention.kind == "source" and reader.found:
        # the paper reported …; sources specified that …: the paper's sources
        told = reader.found[-1]
        carrier = told.speaker if is_medium(told.speaker) else None
        return (carrier,) if carrier is not None and reader.number - told.sentence == 1 else ()
    # he, the minister, added: whoever is not named again goes on
    goes_on = subject.pronoun or mention is not None and not _is_named(scene, mention)
    if (
        not reader.found
        or reader.last is None
        or not goes_on
        and (report is None or report.lemma not in scene.grammar.continuing)
    ):
        return ()
    # what the carrier itself tells in between does not end the interview
    own = (
        found
        for found in reversed(reader.found)
        if found.speaker == subject.speaker.actor or not is_medium(found.speaker)
    )
    before = next(own, reader.found[-1])
    reach = 1 if before is reader.found[-1] else INTERRUPTED_REACH
    same = before.speaker == subject.speaker.actor and reader.number - before.sentence <= reach
    return before.via if same else ()


def _is_named(scene: Scene, mention: Mention) -> bool:
    """True where a proper name stands in the mention, and not only an office."""
    return (
        any(
            hit.entry.features.get("proper") and hit.entry.value == mention.actor
            for token in range(mention.start, mention.end)
            for hit in scene.article.at("actor", token)
        )
        or scene.word(mention.end - 1).capitalised
    )


def _interview_before(scene: Scene, start: int) -> int:
    """Where an opening phrase about an interview begins: *Speaking to CNN, …*; else the position itself."""
    opening = scene.sentence.start
    spoken = any(report.start < start and report.form == FINITE for report in scene.reports)
    if spoken or not scene.is_mark(start - 1, ",") and start - opening > 6:
        return start
    words = {scene.folded(token) for token in range(opening, start)}
    return opening if words & scene.grammar.interviews else start


def read_carried(scene: Scene, report: Report) -> None:
    """*The agency quoted X as saying*, *X was quoted as saying*: X speaks, through the agency."""
    reader = scene.reader
    before = subject_before(scene, report)
    if len(reader.found) > reader.before and scene.folded(report.start - 1) in scene.grammar.relatives:
        # “…”, said X, whom the agency quotes
        reader.carriers.extend(_media_after(scene, report.end))
        return
    if report.form == PASSIVE:
        speaker, carrier = before, _doer(scene, report)
    else:
        speaker, carrier = _quoted_person(scene, report), before
    if speaker is None:
        return
    content = _carried_content(scene, report, speaker.end if speaker.end > report.end else report.end)
    if content is None:
        return
    via = (
        _carrier_name(scene, carrier)
        or _media_after(scene, speaker.end)[:1]
        or told_to(scene, speaker, report.end, max(report.end, content.start))
    )
    if not via and report.form == PASSIVE:
        via = _body_between(scene, report.end, content.start)
    scene.reader.add(content, report, speaker.speaker, f"carried.{content.frame}", via)


def _media_after(scene: Scene, token: int) -> tuple[str, ...]:
    """The media named right after a token: цитирует Захарову ТАСС."""
    near = scene.reader.mentions.between(token, min(scene.sentence.end, token + 4))
    return tuple(m.actor for m in near if m.actor is not None and is_medium(m.actor))


def _quoted_person(scene: Scene, report: Report) -> Subject | None:
    """Whom the carrier quotes: the first mention after the verb, whatever its case."""
    for mention in scene.reader.mentions.between(report.end, min(scene.sentence.end, report.end + 8)):
        if not mention.adjectival and not is_medium(mention.actor):
            speaker = replace(as_speaker(mention, "carried"), label=Range(mention.start, mention.end))
            return Subject(speaker, mention.start, mention.end)
    return subject_after(scene, report)


def _doer(scene: Scene, report: Report) -> Subject | None:
    """By whom somebody was quoted."""
    for mention in scene.reader.mentions.between(report.end, min(scene.sentence.end, report.end + 8)):
        if scene.folded(mention.start - 1) in scene.grammar.by or scene.folded(mention.start) in scene.grammar.by:
            speaker = as_speaker(mention, "carried")
            return Subject(speaker, mention.start, mention.end)
    return None


def _carried_content(scene: Scene, report: Report, position: int) -> Content | None:
    """The words: after *as saying*, or the quotation that the sentence begins with."""
    found = content_after(scene, report, position)
    if found is not None:
        return found
    for token in range(position, min(position + 14, scene.sentence.end)):
        inner = scene.reporting.get(token)
        if inner is not None and inner.start > report.start:
            return content_after(scene, inner, inner.end) or _quotation_before(scene, report)
    return _quotation_before(scene, report)


def _quotation_before(scene: Scene, report: Report) -> Content | None:
    for quotation in reversed(scene.quotations):
        if quotation.depth == 0 and quotation.end < report.start and quotation.start not in scene.reader.used:
            return Content(quotation.start, quotation.end, "quote", quotation)
    return None


def _carrier_name(scene: Scene, carrier: Subject | None) -> tuple[str, ...]:
    """The carrier as an actor, or as the words that name it; a document stands for who issued it."""
    if carrier is None:
        return ()
    speaker = carrier.speaker
    if speaker.actor is not None:
        return (speaker.actor,)
    return issuer(scene) or ()


def issuer(scene: Scene) -> tuple[str, ...]:
    """Who issued *the statement*: the body that spoke last."""
    for found in reversed(scene.reader.found):
        for actor in (*found.via, found.speaker):
            if actor is not None and actor.startswith("org/"):
                return (actor,)
    for found in reversed(scene.reader.found):
        if found.speaker is not None and not found.speaker.startswith("person/"):
            return (found.speaker,)
    return ()


def correspondent_of(scene: Scene, subject: Subject) -> str | None:
    """The medium for which an unnamed correspondent reports."""
    if subject.speaker.actor is not None:
        return None
    inside = scene.reader.mentions.between(subject.start, subject.end)
    writes = any(
        hit.entry.value == "media"
        for token in range(subject.start, subject.end)
        for hit in scene.article.at("source", token)
    )
    return next((m.actor for m in inside if is_medium(m.actor)), None) if writes else None


def _body_between(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """The body in whose paper the words stand: *in an IAEA statement*."""
    for mention in scene.reader.mentions.between(start, end):
        if mention.actor is not None and mention.kind == "organization":
            return (mention.actor,)
    return ()


def referred_to(scene: Scene, token: int) -> Mention | None:
    """Whom a reference names: *citing officials*, со ссылкой на МИД."""
    for mention in scene.reader.mentions.between(token, min(scene.sentence.end, token + 7)):
        if not mention.adjectival:
            return mention
    return None


def give_source(scene: Scene, position: int) -> None:
    """What a medium reported with a reference to somebody is that one's word, through the medium."""
    mention = referred_to(scene, position)
    reader = scene.reader
    if mention is None:
        return
    for index in range(reader.before, len(reader.found)):
        statement = reader.found[index]
        if statement.speaker is not None and is_medium(statement.speaker):
            speaker = as_speaker(mention, "reference")
            via = (statement.speaker, *statement.via) if not media_carrier(mention) else statement.via
            reader.found[index] = replace(
                statement,
                speaker=speaker.actor,
                label_start=mention.start,
                label_end=mention.end,
                via=via,
                rule=f"{statement.rule}/reference",
            )
            reader.last = Speaker(
                speaker.actor, Range(mention.start, mention.end), mention.end, mention.kind, "reference"
            )
