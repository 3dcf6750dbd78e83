"""Reports without a verb of their own: *according to X*, по словам X, *as X reported*."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.layout.article import Range
from dragoman.reading.speech.carriers import media_carrier
from dragoman.reading.speech.contents import Content
from dragoman.reading.speech.cues import SAYS
from dragoman.reading.speech.speakers import Speaker, as_speaker
from dragoman.reading.speech.subject_first.carried import give_source, still_told, told_to
from dragoman.reading.speech.subject_first.closings import clause_from
from dragoman.reading.speech.subject_first.contents import clause_end
from dragoman.reading.speech.subject_first.reports import FINITE, Report
from dragoman.reading.speech.subject_first.scene import Scene
from dragoman.reading.speech.subject_first.subjects import (
    Subject,
    pronoun_subject,
    subject_after,
    subject_before,
    understood,
)

NAME_REACH = 8
LONGEST_SOURCE = 16


def read_according(scene: Scene, report: Report) -> None:
    """Take in a clause that *according to* attributes, or note who carries what the sentence says."""
    if "source" in report.features or report.lemma == "source":
        give_source(scene, report.end)
        return
    subject = understood(scene, report) if report.kind == SAYS else _named(scene, report)
    if subject is None:
        return
    reader = scene.reader
    mention = scene.covering.get(subject.end - 1)
    carrier = mention is not None and media_carrier(mention) and subject.speaker.actor is not None
    others = len(reader.found) > reader.before or any(
        other.start > report.end and other.kind == "verb" for other in scene.reports
    )
    if carrier and others and subject.speaker.actor is not None:
        reader.carriers.append(subject.speaker.actor)
        return
    if _stands_between(scene, report, subject.end):
        label = subject.speaker.label
        name = subject.speaker.actor or (scene.article.span(label.start, label.end).text if label is not None else "")
        reader.carriers.append(name)
        return
    content = content_around(scene, report, report.start, subject.end)
    if content is not None and not _taken(scene, content):
        via = told_to(scene, subject, report.end, subject.end) or still_told(scene, subject)
        reader.add(content, report, subject.speaker, "according-to", via)


def _stands_between(scene: Scene, report: Report, end: int) -> bool:
    """True where the attribution is set between another report's subject and its verb: X, according to Y, said that …"""
    later = next((other for other in scene.reports if other.start >= end and other.kind == "verb"), None)
    if later is None or later.form != FINITE or later.start - end > 3:
        return False
    subject = subject_before(scene, later)
    return subject is not None and subject.end <= report.start


def _named(scene: Scene, report: Report) -> Subject | None:
    """Whom the attribution names: a pronoun, the first mention after it, or a phrase as a label."""
    token = report.end
    if scene.folded(token) in scene.grammar.pronouns:
        return pronoun_subject(scene, token)
    limit = min(scene.sentence.end, token + NAME_REACH)
    for mention in scene.reader.mentions.between(token, limit):
        if any(scene.is_mark(position, ",.;") for position in range(token, mention.start)):
            break
        if not mention.adjectival:
            end = _end_of_source(scene, mention.end)
            holder = scene.covering.get(end + 1) if scene.is_mark(end, ",") else None
            closed = holder is not None and holder.start == end + 1 and scene.is_mark(holder.end, ",")
            if (
                holder is not None
                and closed
                and holder.kind == "person"
                and holder.actor
                and mention.kind in ("person", "role")
            ):
                # the deputy minister, X, …
                speaker = replace(as_speaker(holder, "according-to"), label=Range(mention.start, holder.end))
                return Subject(speaker, token, holder.end)
            named = mention.end if mention.actor is not None else end
            speaker = replace(as_speaker(mention, "according-to"), label=Range(mention.start, named))
            return Subject(speaker, token, end)
    end = _end_of_source(scene, token)
    if end <= token:
        return None
    label = Range(token, end)
    return Subject(Speaker(None, label, end, "source", "according-to"), token, end, unknown=True)


def _end_of_source(scene: Scene, token: int) -> int:
    """The end of the phrase that names the source: a comma, a mark, or the sentence's end."""
    for position in range(token, min(scene.sentence.end, token + LONGEST_SOURCE)):
        if scene.is_any_mark(position) and not scene.is_quote_mark(position):
            return position
        found = scene.reporting.get(position)
        if position > token and (
            scene.folded(position) in scene.grammar.that or found is not None and found.form == FINITE
        ):
            return position
    return token


def content_around(scene: Scene, report: Report, start: int, end: int) -> Content | None:
    """The clause said: after the attribution where it opens the sentence, else before it."""
    opening = clause_from(scene, scene.sentence.start)
    for quotation in scene.quotations:
        if quotation.depth == 0 and 0 <= start - quotation.end <= 3:
            return Content(quotation.start, quotation.end, "quote", quotation)
    before = start
    while before > scene.sentence.start and (scene.is_mark(before - 1, ",(") or scene.is_dash(before - 1)):
        before -= 1
    if before - opening < 2:
        return _content_after(scene, report, end)
    floor = _after_last_statement(scene, opening, before)
    if _only_joined(scene, floor, before):
        return _content_after(scene, report, end)
    if scene.is_mark(end, ",)") and scene.sentence.end - end > 3 and before < start:
        return _content_both(scene, report, floor, end, before)
    return Content(floor, before, "clause") if before - floor >= 2 else None


def _content_both(scene: Scene, report: Report, floor: int, end: int, before: int) -> Content | None:
    """The clause around an attribution between commas; only what follows where that is quoted or a clause of its own."""
    after = _content_after(scene, report, end)
    if after is None:
        return Content(floor, before, "clause") if before - floor >= 2 else None
    opening = scene.folded(scene.skip_back(before - 1))
    apart = (
        opening
        in scene.grammar.relatives | scene.grammar.subordinators | scene.grammar.that | scene.grammar.conjunctions
    )
    if after.quotation is not None or apart or before - floor < 2:
        return after
    joined = scene.folded(after.start) in scene.grammar.conjunctions | scene.grammar.contrasts | scene.grammar.relatives
    return Content(floor, before, "clause") if joined else Content(floor, after.end, "clause")


def _only_joined(scene: Scene, start: int, end: int) -> bool:
    """True where only a conjunction stands between."""
    return all(
        scene.is_any_mark(token) or scene.folded(token) in scene.grammar.conjunctions | scene.grammar.adverbs
        for token in range(start, end)
    )


def _after_last_statement(scene: Scene, opening: int, before: int) -> int:
    """Where the clause before an attribution begins: after what the sentence has already reported."""
    floor = opening
    for statement in scene.reader.found[scene.reader.before :]:
        if floor < statement.end <= before:
            floor = clause_from(scene, statement.end)
    return floor


def _content_after(scene: Scene, report: Report, end: int) -> Content | None:
    token = end
    while token < scene.sentence.end and (scene.is_mark(token, ",)") or scene.is_dash(token)):
        token += 1
    if scene.sentence.end - token < 3:
        return None
    quotation = scene.quotation_from(token)
    stop = clause_end(scene, report, token)
    if quotation is not None and stop - quotation.end <= 2:
        return Content(quotation.start, quotation.end, "quote", quotation)
    return Content(token, stop, "clause")


def _taken(scene: Scene, content: Content) -> bool:
    found = scene.reader.found[scene.reader.before :]
    return any(content.start < statement.end and statement.start < content.end for statement in found)


def read_opening(scene: Scene) -> None:
    """*Per Araghchi, …*: a preposition that says in whose eyes, before a name that opens the sentence."""
    first = scene.sentence.start
    mention = scene.covering.get(first + 1)
    if scene.folded(first) not in scene.grammar.in_eyes_of or mention is None or mention.kind == "place":
        return
    if mention.actor is None or not (scene.is_mark(mention.end, ",") or scene.quotation_from(mention.end)):
        return
    report = Report(start=first, end=first + 1, kind="according", act="judge", frames=frozenset(("that",)))
    content = _content_after(scene, report, mention.end)
    if content is not None:
        speaker = replace(as_speaker(mention, "in-eyes-of"), label=Range(mention.start, mention.end))
        scene.reader.add(content, report, speaker, "according-to")


def read_as_clause(scene: Scene, report: Report) -> bool:
    """*As X said, …*; как сообщили в МИД: take in the clause that it attributes. False where the report is no such clause."""
    token = scene.skip_back(report.start - 1)
    if scene.folded(token) in scene.grammar.as_words:
        subject = subject_after(scene, report) or understood(scene, report)
        end = subject.end if subject is not None else report.end
    else:
        subject = subject_before(scene, report)
        token = scene.skip_back(subject.start - 1) if subject is not None else token
        if scene.folded(token) not in scene.grammar.as_words:
            return False
        end = report.end
    opens = token == scene.sentence.start or scene.is_any_mark(token - 1)
    opens = opens or scene.folded(token - 1) in scene.grammar.conjunctions
    if subject is None or not opens:
        return False
    end = scene.skip_adverbials(max(end, report.end))
    stop = next((t for t in range(end, min(end + 6, scene.sentence.end)) if scene.is_any_mark(t)), end)
    if (
        stop > end
        and scene.folded(scene.skip_back(report.start - 1)) in scene.grammar.as_words
        and scene.is_mark(stop, ",")
    ):
        end = stop
    if end < scene.sentence.end and not scene.is_any_mark(end):
        return False
    mention = scene.covering.get(subject.end - 1)
    reader = scene.reader
    if mention is not None and media_carrier(mention) and len(reader.found) > reader.before and subject.speaker.actor:
        reader.carriers.append(subject.speaker.actor)
        return True
    content = content_around(scene, report, token, end)
    if content is None or _taken(scene, content):
        return True
    reader.add(
        content, report, subject.speaker, "as-clause", told_to(scene, subject, min(subject.start, report.start), end)
    )
    return True
