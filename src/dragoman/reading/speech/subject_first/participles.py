"""Reports by a participle: *adding that …*, *criticised by X for …*, заявивший, что …"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.layout.article import Range
from dragoman.reading.speech.contents import Content
from dragoman.reading.speech.speakers import Speaker
from dragoman.reading.speech.subject_first.attributions import content_around
from dragoman.reading.speech.subject_first.carried import still_told, told_to
from dragoman.reading.speech.subject_first.contents import clause_end, content_after
from dragoman.reading.speech.subject_first.documents import read_document
from dragoman.reading.speech.subject_first.reports import ACTIVE, FINITE, GERUND, PASSIVE, Report
from dragoman.reading.speech.subject_first.scene import Scene
from dragoman.reading.speech.subject_first.subjects import (
    Subject,
    as_subject,
    main_subject,
    same_subject,
    subject_after,
    subject_before,
    understood,
)


def read_participle(scene: Scene, report: Report) -> None:
    """*adding that …*, *criticised by X for …*, заявивший, что …"""
    if report.form == PASSIVE:
        _read_passive(scene, report)
        return
    content = content_after(scene, report, report.end)
    if content is None:
        return
    subject = _participle_subject(scene, report)
    if subject is not None:
        via = told_to(scene, subject, report.end, content.start) or still_told(scene, subject)
        scene.reader.add(content, report, subject.speaker, f"participle.{content.frame}", via)


def _participle_subject(scene: Scene, report: Report) -> Subject | None:
    """Who speaks in a participle: whoever stands right before it, else who the clause is about."""
    reader = scene.reader
    before = scene.skip_back(report.start - 1)
    if scene.is_word(before) and report.form in (GERUND, ACTIVE):
        mention = scene.covering.get(before)
        if mention is not None and not mention.adjectival and mention.actor is not None:
            return as_subject(scene, mention, "subject.of-participle")
    if report.form == ACTIVE:
        return subject_before(scene, report)
    if len(reader.found) > reader.before:
        return same_subject(scene, report)
    found = main_subject(scene, report)
    if found is not None:
        return found
    later = next((other for other in scene.reports if other.start > report.end and other.form == FINITE), None)
    if later is not None:
        following = subject_before(scene, later) or subject_after(scene, later)
        if following is not None and not following.unknown:
            return following
    for mention in scene.inside:
        if mention.start > report.end and not mention.governed and not mention.adjectival and mention.kind == "person":
            return Subject(
                Speaker(mention.actor, Range(mention.start, mention.end), report.end, mention.kind, "subject.later"),
                mention.start,
                report.end,
            )
    return understood(scene, report)


def _read_passive(scene: Scene, report: Report) -> None:
    """What somebody is criticised, praised or accused of, by its doer."""
    if scene.folded(report.end) not in scene.grammar.by:
        # сказано, отмечено: said in a paper
        if "short" in report.features and report.act == "say" and scene.folded(report.start).endswith("о"):
            read_document(scene, report)
        return
    told = scene.folded(scene.skip_back(report.start - 1)) in scene.grammar.as_words
    subject = subject_after(scene, replace(report, end=report.end + 1))
    mention = scene.covering.get(report.end + 1)
    if mention is not None and (subject is None or subject.start > mention.start):
        speaker = Speaker(mention.actor, Range(mention.start, mention.end), mention.end, mention.kind, "subject.doer")
        subject = Subject(speaker, mention.start, mention.end)
    if subject is None:
        return
    if told:
        # come spiegato da X, as reported by X
        content = content_around(scene, report, scene.skip_back(report.start - 1), scene.skip_adverbials(subject.end))
        if content is not None:
            scene.reader.add(content, report, subject.speaker, "as-clause")
        return
    for token in range(subject.end, min(subject.end + 10, scene.sentence.end)):
        if any(frame.startswith("np+") and scene.folded(token) == frame[3:] for frame in report.frames):
            scene.reader.add(
                Content(token, clause_end(scene, report, token, nominal=True), "object"),
                report,
                subject.speaker,
                "passive",
            )
            return
