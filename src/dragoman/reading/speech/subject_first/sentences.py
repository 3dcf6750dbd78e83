"""Reads one sentence after another: each report finds its subject, and then what is said, before it or after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.languages.lexicon import LINE, Hit
from dragoman.reading.layout.article import Quotation, Range
from dragoman.reading.speech.carriers import is_medium
from dragoman.reading.speech.contents import Bounds, Content, trimmed
from dragoman.reading.speech.cues import ACCORDING, SAYS, is_mark
from dragoman.reading.speech.reader import Reader
from dragoman.reading.speech.speakers import Speaker
from dragoman.reading.speech.subject_first.attributions import read_according, read_as_clause, read_opening
from dragoman.reading.speech.subject_first.carried import correspondent_of, issuer, read_carried, told_to
from dragoman.reading.speech.subject_first.closings import Closing, find_closings
from dragoman.reading.speech.subject_first.contents import clause_end, content_after
from dragoman.reading.speech.subject_first.grammar import grammar_of
from dragoman.reading.speech.subject_first.quotations import (
    continue_quotation,
    read_colon,
    read_loose_quotations,
)
from dragoman.reading.speech.subject_first.reports import ACTIVE, FINITE, GERUND, PASSIVE, Report, find_reports
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

# acts that a verb without a subject of its own tells of nobody in particular
_IMPERSONAL_ACTS = frozenset(("judge", "expect", "hope"))


def read_sentence(
    reader: Reader, sentence: Range, number: int, quotations: Sequence[Quotation], hits: Sequence[Hit]
) -> None:
    """Take in the statements of one sentence."""
    grammar = grammar_of(reader.article.pack)
    inside = reader.mentions.between(sentence.start, sentence.end)
    named = frozenset(t for m in inside if m.kind != "source" for t in range(m.head, m.end))
    reports = find_reports(reader.article, grammar, sentence, hits, reader.quoted, named)
    reader.enter(number, Bounds(sentence, reports, quotations, {}))
    scene = Scene(reader, grammar, sentence, reports, quotations, inside)
    continue_quotation(scene)
    closings = find_closings(scene)
    _read_backward_reference(scene)
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
            _read_document(scene, report)
        elif report.form == FINITE:
            if not read_as_clause(scene, report):
                _read_finite(scene, report, closings)
        else:
            _read_participle(scene, report)
    read_colon(scene)
    read_loose_quotations(scene)
    reader.leave()


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
    reader, subject, content = scene.reader, closing.subject, closing.content
    speaker = _issued(scene, subject)
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
    reader.add(content, closing.report, speaker, f"closing.{content.frame}", via or _still_told(scene, subject))


def _still_told(scene: Scene, subject: Subject) -> tuple[str, ...]:
    """The media to which a speaker who goes on was talking."""
    reader = scene.reader
    if not subject.pronoun or not reader.found or reader.last is None:
        return ()
    before = reader.found[-1]
    same = before.speaker == subject.speaker.actor and reader.number - before.sentence <= 1
    return before.via if same else ()


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
    if content is None or report.denied and content.frame != "that" or _is_closed(content, closings):
        return
    if subject.speaker.rule == "subject.inside" and content.frame not in ("that", "quote", "colon"):
        return
    doubtful = content.frame in ("np", "about", "object", "to") or content.frame == "bare" and "np" in report.frames
    if subject.unknown and doubtful and not _is_told_by_people(scene, subject):
        return
    if report.act in _IMPERSONAL_ACTS and subject.unknown and scene.grammar.dropped_subject:
        return
    first, last = min(subject.start, report.start), content.start
    if content.end <= report.start:
        first, last = content.end, subject.end
    via = told_to(scene, subject, first, last)
    speaker = _issued(scene, subject)
    reader.add(content, report, speaker, f"verb.{content.frame}", via or _still_told(scene, subject))
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
    word = scene.word(head)
    plural = scene.grammar.bare_clause and word.folded.endswith("s")
    return word.capitalised and head > scene.sentence.start or plural


def _issued(scene: Scene, subject: Subject) -> Speaker:
    """The speaker; *the statement* speaks for whoever issued it."""
    mention = scene.covering.get(subject.end - 1) or scene.covering.get(subject.start)
    if subject.speaker.actor is None and mention is not None and mention.name == "document":
        named = issuer(scene)
        if named:
            return replace(subject.speaker, actor=named[0], kind="organization", rule="subject.document")
    return subject.speaker


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


def _read_participle(scene: Scene, report: Report) -> None:
    """*adding that …*, *criticised by X for …*, заявивший, что …"""
    if report.form == PASSIVE:
        _read_passive(scene, report)
        return
    content = content_after(scene, report, report.end)
    if content is None:
        return
    subject = _participle_subject(scene, report)
    if subject is not None:
        via = told_to(scene, subject, report.end, content.start) or _still_told(scene, subject)
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
            _read_document(scene, report)
        return
    subject = subject_after(scene, replace(report, end=report.end + 1))
    mention = scene.covering.get(report.end + 1)
    if mention is not None and (subject is None or subject.start > mention.start):
        speaker = Speaker(mention.actor, Range(mention.start, mention.end), mention.end, mention.kind, "subject.doer")
        subject = Subject(speaker, mention.start, mention.end)
    if subject is None:
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


def _read_document(scene: Scene, report: Report) -> None:
    """*the statement reads*, говорится в сообщении, si legge nel testo: said by whoever issued the paper."""
    named: Speaker | None = None
    end = report.end
    around = [*scene.reader.mentions.between(report.end, min(scene.sentence.end, report.end + 12))]
    around += [m for m in scene.inside if m.end <= report.start and not scene.reader.quoted[m.start]]
    for mention in around:
        if any(scene.is_mark(token, ",:") for token in range(report.end, mention.start)):
            break
        if mention.actor is not None and not mention.adjectival and mention.kind != "place":
            named = Speaker(mention.actor, Range(mention.start, mention.end), mention.end, mention.kind, "document.of")
            end = max(end, mention.end)
            break
    if named is None:
        papers = [m for m in around if m.kind == "source"]
        label = Range(papers[0].start, papers[0].end) if papers else Range(report.start, report.end)
        end = max([end, *(m.end for m in papers[:1])])
        named = _paper(scene, label)
    subject = Subject(named, report.start, end)
    content = content_after(scene, report, end) or _quotation_before(scene, report)
    if content is None:
        return
    scene.reader.add(
        content, report, subject.speaker, f"document.{content.frame}", told_to(scene, subject, report.start, end)
    )


def _paper(scene: Scene, label: Range) -> Speaker:
    """Who speaks in a paper that names nobody: its issuer, else who spoke last; nobody where a further word names one."""
    following = scene.skip_forward(label.end)
    completed = scene.is_word(following) and not scene.article.at("preposition", following)
    completed = completed and following not in scene.reporting
    issued = () if completed else issuer(scene)
    last = scene.reader.last
    if issued:
        return Speaker(issued[0], label, label.end, "organization", "document")
    if last is not None and not completed:
        return replace(last, label=label, end=label.end, rule="document")
    return Speaker(None, label, label.end, "source", "document")


def _quotation_before(scene: Scene, report: Report) -> Content | None:
    for quotation in reversed(scene.quotations):
        near = 0 <= report.start - quotation.end <= 5
        if quotation.depth == 0 and near and quotation.start not in scene.reader.used:
            return Content(quotation.start, quotation.end, "quote", quotation)
    for token in range(report.start - 1, scene.sentence.start + 3, -1):
        if scene.is_mark(token, ",") or scene.is_dash(token):
            return Content(scene.sentence.start, token, "clause")
    return None


def _read_backward_reference(scene: Scene) -> None:
    """Об этом сообщил X; lo ha detto X: the sentence before is what X said."""
    reader, sentence = scene.reader, scene.sentence
    if reader.number == 0:
        return
    found = _reference(scene)
    if found is None:
        return
    scene.taken.add(found[0].start)
    before = reader.article.sentences[reader.number - 1]
    start, end = trimmed(reader.article, before.start, before.end)
    # a line without a full stop is a headline or a caption
    lined = any(reader.article.words[token].kind == LINE for token in range(before.end, sentence.start))
    apart = lined and not is_mark(reader.article, before.end - 1, ".!?»”")
    taken = any(s.start < end and start < s.end for s in reader.found)
    report, subject = found
    if taken:
        _carry_before(reader, subject)
    if taken or before.end <= reader.article.title_end or reader.skipped[before.start] or end - start < 3 or apart:
        return
    via = told_to(scene, subject, report.start, scene.sentence.end)
    reader.add(Content(start, end, "clause"), report, subject.speaker, "before", via)
    reader.before = len(reader.found)


def _carry_before(reader: Reader, subject: Subject) -> None:
    """What the sentence before reports came through the medium that this one names."""
    actor = subject.speaker.actor
    if actor is None or not is_medium(actor):
        return
    for index, statement in enumerate(reader.found):
        if statement.sentence == reader.number - 1 and actor not in (*statement.via, statement.speaker):
            reader.found[index] = replace(statement, via=(*statement.via, actor))


def _reference(scene: Scene) -> tuple[Report, Subject] | None:
    """The report that takes up the sentence before, with its subject."""
    grammar = scene.grammar
    first = scene.skip_forward(scene.sentence.start)
    for token in range(first, min(first + 4, scene.sentence.end)):
        if scene.folded(token) in grammar.resumed:
            end = token + 1
            # the rest of the verb: a renderlo noto è stato
            while end < scene.sentence.end and (grammar.auxiliary(scene.word(end)) or end in scene.reporting):
                end += 1
            report = Report(start=token, end=end, kind="verb", act="say", frames=frozenset(("that",)))
            subject = subject_after(scene, report)
            return (report, subject) if subject is not None else None
    for report in scene.reports:
        if report.form != FINITE or report.act not in ("say", "admit", "claim", "promise", "warn"):
            continue
        before = report.start - 1
        told = scene.folded(before) in grammar.about_this
        if told and before - first <= 2:
            after = subject_after(scene, report)
            subject = after or subject_before(scene, report) or understood(scene, report)
            return (report, subject) if subject is not None else None
        break
    return None
