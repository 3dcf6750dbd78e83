"""Reads one sentence after another: each report finds its subject, and then what is said, before it or after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.languages.lexicon import Hit
from dragoman.reading.layout.article import Quotation, Range
from dragoman.reading.speech.carriers import is_medium
from dragoman.reading.speech.contents import Bounds, Content
from dragoman.reading.speech.cues import ACCORDING, SAYS
from dragoman.reading.speech.reader import Reader
from dragoman.reading.speech.speakers import Speaker
from dragoman.reading.speech.subject_first.attributions import read_according, read_as_clause, read_opening
from dragoman.reading.speech.subject_first.carried import (
    correspondent_of,
    issuer,
    read_carried,
    still_told,
    told_to,
)
from dragoman.reading.speech.subject_first.closings import Closing, find_closings
from dragoman.reading.speech.subject_first.contents import clause_end, content_after
from dragoman.reading.speech.subject_first.documents import read_backward_reference, read_document
from dragoman.reading.speech.subject_first.grammar import Grammar, grammar_of
from dragoman.reading.speech.subject_first.landmarks import Landmarks
from dragoman.reading.speech.subject_first.participles import read_participle
from dragoman.reading.speech.subject_first.quotations import (
    continue_quotation,
    read_colon,
    read_loose_quotations,
)
from dragoman.reading.speech.subject_first.reports import FINITE, Report, find_reports
from dragoman.reading.speech.subject_first.scene import Scene
from dragoman.reading.speech.subject_first.subjects import (
    Subject,
    main_subject,
    pronoun_subject,
    same_subject,
    subject_after,
    subject_before,
    understood,
)

# acts that a verb without a subject of its own tells of nobody in particular
_IMPERSONAL_ACTS = frozenset(("judge", "expect", "hope"))
# acts that are told of things too: a report shows, a move signals
# the name of a body that nobody knows has no more words than this
LONGEST_BODY = 6
_THINGS_TELL = frozenset(("say", "judge", "expect", "hope", "claim", "warn", "welcome", "admit", "deny"))


def read_sentence(
    reader: Reader,
    sentence: Range,
    number: int,
    quotations: Sequence[Quotation],
    hits: Sequence[Hit],
    landmarks: Landmarks,
) -> None:
    """Take in the statements of one sentence."""
    grammar = grammar_of(reader.article.pack)
    if not hits and not quotations and not _may_report(reader, grammar, sentence):
        return
    inside = reader.mentions.between(sentence.start, sentence.end)
    named = frozenset(t for m in inside if m.kind != "source" for t in range(m.head, m.end))
    reports = find_reports(reader.article, grammar, sentence, hits, reader.quoted, named)
    reader.enter(number, Bounds(sentence, reports, quotations, {}))
    scene = Scene(reader, grammar, sentence, reports, quotations, inside, landmarks)
    continue_quotation(scene)
    closings = find_closings(scene)
    read_backward_reference(scene)
    read_opening(scene)
    for report in reports:
        if report.start in scene.taken or _is_told(scene, report, closings):
            continue
        closing = closings.get(report.start)
        if report.kind in (ACCORDING, SAYS):
            read_according(scene, report)
        elif closing is not None:
            _read_closing(scene, closing)
        elif "carry" in report.frames:
            read_carried(scene, report)
        elif report.lemma in grammar.readings:
            read_document(scene, report)
        elif report.form == FINITE:
            if not read_as_clause(scene, report):
                _read_finite(scene, report, closings)
        else:
            read_participle(scene, report)
    read_colon(scene)
    read_loose_quotations(scene)
    _learn_roles(scene)
    reader.leave()


def _may_report(reader: Reader, grammar: Grammar, sentence: Range) -> bool:
    """True where a sentence without a verb of saying may still report: by a colon, or by what it takes up (a dirlo è X)."""
    words = reader.article.words
    return any(
        words[token].surface == ":" or words[token].folded in grammar.resumed
        for token in range(sentence.start, sentence.end)
    )


def _is_told(scene: Scene, report: Report, closings: dict[int, Closing]) -> bool:
    """True where the report stands inside what somebody else says."""
    reader = scene.reader
    if any(found.start <= report.start < found.end for found in reader.found[reader.before :]):
        own = closings.get(report.start)
        return own is None or own.content.quotation is None
    return any(
        closing.content.start <= report.start < closing.content.end and start != report.start
        for start, closing in closings.items()
        if not _is_carrier(scene, closing)
    )


def _is_carrier(scene: Scene, closing: Closing) -> bool:
    """True for a closing report of what another in the sentence says: the minister said that …, the agency reports."""
    if closing.content.quotation is not None:
        return False
    told = any(
        closing.content.start < report.start < closing.content.end
        and report.form == FINITE
        and any(scene.folded(token) in scene.grammar.that for token in range(report.end, report.end + 12))
        for report in scene.reports
    )
    known = closing.subject.speaker.actor
    return is_medium(known) or told and known is None and scene.grammar.free_subject


def _read_closing(scene: Scene, closing: Closing) -> None:
    """What is said before its report; an agency that closes another's report only carries it."""
    reader, content = scene.reader, closing.content
    subject = _taken_up_now(scene, closing)
    speaker = _issued(scene, subject)
    subject = replace(subject, speaker=speaker)
    actor = speaker.actor or correspondent_of(scene, subject)
    overlapped = any(s.start < content.end and content.start < s.end for s in reader.found[reader.before :])
    label = speaker.label
    if overlapped and (actor is not None and is_medium(actor) or _is_carrier(scene, closing) and label is not None):
        reader.carriers.append(actor or scene.article.span(label.start, label.end).text if label is not None else "")
        return
    if actor is not None and speaker.actor is None:
        speaker = replace(speaker, actor=actor, kind="organization")
    first = min(subject.start, closing.report.start)
    last = max(subject.end, closing.report.end)
    via = tuple(name for name in told_to(scene, subject, first, scene.skip_adverbials(last)) if name != speaker.actor)
    via = via or scene.told.get(content.start, ()) or still_told(scene, subject, closing.report)
    reader.add(content, closing.report, speaker, f"closing.{content.frame}", via)


def _taken_up_now(scene: Scene, closing: Closing) -> Subject:
    """The subject; a pronoun or none at all stands for whoever spoke last up to here."""
    subject = closing.subject
    if not subject.pronoun or len(scene.reader.found) == scene.reader.before:
        return subject
    if subject.speaker.rule == "subject.understood":
        return understood(scene, closing.report) or subject
    return pronoun_subject(scene, subject.start) or subject


def _is_closed(content: Content, closings: dict[int, Closing]) -> bool:
    """True for a quotation that a report after it attributes."""
    taken = content.quotation
    return taken is not None and any(
        closing.content.quotation == taken and closing.report.start > content.start for closing in closings.values()
    )


def _read_finite(scene: Scene, report: Report, closings: dict[int, Closing]) -> None:
    """A verb with what is said after it."""
    reader = scene.reader
    subject = _subject_of(scene, report)
    if subject is None:
        return
    position = max(report.end, subject.end)
    content = content_after(scene, report, position)
    if content is None and subject.start >= report.end:
        content = _object_before(scene, report)
    if content is None or report.denied and content.frame != "that":
        return
    if _is_closed(content, closings):
        scene.told.update({content.start: told_to(scene, subject, report.end, content.start)})
        return
    celebrated = content.frame == "np" and report.lemma in scene.grammar.celebrating
    if subject.speaker.rule == "subject.inside" and celebrated:
        return
    loose = content.frame in ("np", "about", "object", "to") or content.frame == "bare" and "np" in report.frames
    doubtful = loose and report.act in _THINGS_TELL
    if subject.unknown and doubtful and not _is_told_by_people(scene, subject):
        return
    if report.act in _IMPERSONAL_ACTS and subject.unknown and scene.grammar.dropped_subject:
        return
    first, last = min(subject.start, report.start), content.start
    if content.end <= report.start:
        first, last = content.end, subject.end
    via = told_to(scene, subject, first, last)
    speaker = _issued(scene, subject)
    subject = replace(subject, speaker=speaker)
    reader.add(content, report, speaker, f"verb.{content.frame}", via or still_told(scene, subject, report))
    _read_joined_clauses(scene, report, speaker, via)


def _is_told_by_people(scene: Scene, subject: Subject) -> bool:
    """True where the head of the unknown subject looks like people or a body: a plural, or a word with a capital."""
    if any(
        scene.article.at(kind, token) for token in range(subject.start, subject.end) for kind in ("source", "title")
    ):
        return True
    head = subject.start
    while head + 1 < subject.end and scene.is_word(head + 1) and not scene.article.at("preposition", head + 1):
        head += 1
    whole = subject.end - subject.start <= LONGEST_BODY and scene.word(subject.start).capitalised
    named = (
        scene.grammar.free_subject
        and whole
        and any(scene.word(t).capitalised for t in range(subject.start + 1, subject.end))
    )
    word = scene.word(head)
    plural = scene.grammar.bare_clause and word.folded.endswith("s")
    return named or word.capitalised and head > scene.sentence.start or plural


def _issued(scene: Scene, subject: Subject) -> Speaker:
    """The speaker; *the statement* speaks for whoever issued it."""
    mention = scene.covering.get(subject.end - 1) or scene.covering.get(subject.start)
    if subject.speaker.actor is None and mention is not None and mention.name == "document":
        named = issuer(scene)
        if named:
            return replace(subject.speaker, actor=named[0], kind="organization", rule="subject.document")
    if subject.speaker.actor is None and mention is not None and mention.kind == "role":
        known = scene.reader.roles.get(scene.folded(mention.head))
        if known is not None:
            return replace(subject.speaker, actor=known, kind="person", rule="subject.role-told-before")
    return subject.speaker


def _learn_roles(scene: Scene) -> None:
    """Remember the one role of the sentence that names nobody as that of the one person who speaks in it by name."""
    reader = scene.reader
    people = {found.speaker for found in reader.found[reader.before :] if found.speaker}
    roles = {scene.folded(m.head) for m in scene.inside if m.kind == "role" and m.actor is None and not m.governed}
    roles = {role for role in roles if role}
    if len(people) == 1 and len(roles) == 1:
        speaker = people.pop()
        if speaker.startswith("person/"):
            reader.roles.setdefault(roles.pop(), speaker)


def _subject_of(scene: Scene, report: Report) -> Subject | None:
    """The subject before the verb, after it, shared with the verb before, or understood."""
    before = subject_before(scene, report)
    if before is not None and not before.unknown:
        after = _free_subject(scene, report) if is_medium(before.speaker.actor) and scene.grammar.free_subject else None
        # told to a paper that stands before the verb: РБК сообщил представитель
        return after or before
    token = scene.skip_back(report.start - 1)
    joined = scene.folded(token) in scene.grammar.conjunctions | scene.grammar.contrasts
    if scene.grammar.free_subject:
        after = _free_subject(scene, report)
        takes_object = before is not None and any(frame.startswith("np+") for frame in report.frames)
        if after is not None and not takes_object and (before is None and not joined or not after.unknown):
            return after
    if before is not None:
        return before
    if joined or scene.is_mark(token, ",") and len(scene.reader.found) > scene.reader.before:
        return same_subject(scene, report)
    if scene.grammar.dropped_subject:
        return understood(scene, report)
    return main_subject(scene, report)


def _free_subject(scene: Scene, report: Report) -> Subject | None:
    """A subject right after the verb, before what is said."""
    found = subject_after(scene, report)
    if found is None or found.unknown and not scene.is_mark(found.end, ",:"):
        return None
    return found


def _object_before(scene: Scene, report: Report) -> Content | None:
    """What is confirmed or told, where it stands before the verb: Факт обмена подтвердил президент."""
    if not scene.grammar.cased or not report.frames & {"np", "о"}:
        return None
    end = scene.skip_back(report.start - 1) + 1
    told = scene.covering.get(end - 1)
    if told is not None and is_medium(told.actor):
        end = told.start
    start = scene.sentence.start
    for token in range(end - 1, scene.sentence.start - 1, -1):
        if scene.is_any_mark(token) and not scene.is_quote_mark(token):
            start = token + 1
            break
    framed = "np" in report.frames or not scene.article.at("preposition", start)
    return Content(start, end, "np") if framed and end - start >= 2 else None


def _read_joined_clauses(scene: Scene, report: Report, speaker: Speaker, via: tuple[str, ...]) -> None:
    """The further clauses that *and that* joins to the one read."""
    reader = scene.reader
    for _ in range(3):
        if len(reader.found) == reader.before:
            return
        token = reader.found[-1].end
        joined = False
        while token < scene.sentence.end and (
            scene.is_mark(token, ",")
            or scene.folded(token) in scene.grammar.conjunctions | scene.grammar.contrasts
            or joined
            and scene.skip_forward(token) > token
        ):
            joined = joined or not scene.is_any_mark(token)
            token = max(token + 1, scene.skip_forward(token) if joined and not scene.is_any_mark(token) else token + 1)
        if not joined or scene.folded(token) not in scene.grammar.that:
            return
        found = len(reader.found)
        end = clause_end(scene, report, token)
        reader.add(Content(token, end, "that"), report, speaker, "verb.joined", via)
        if len(reader.found) == found:
            return
