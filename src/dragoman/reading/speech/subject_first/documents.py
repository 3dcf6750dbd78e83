"""Words of papers, and of the sentence before: говорится в сообщении, si legge nel testo, об этом сообщил, lo ha detto."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.lexicon import LINE
from dragoman.reading.layout.article import Range
from dragoman.reading.speech.carriers import is_medium
from dragoman.reading.speech.contents import Content, trimmed
from dragoman.reading.speech.cues import is_mark
from dragoman.reading.speech.reader import Reader
from dragoman.reading.speech.speakers import Speaker
from dragoman.reading.speech.subject_first.carried import issuer, told_to
from dragoman.reading.speech.subject_first.contents import content_after
from dragoman.reading.speech.subject_first.reports import FINITE, Report
from dragoman.reading.speech.subject_first.scene import Scene
from dragoman.reading.speech.subject_first.subjects import Subject, subject_after, subject_before, understood

# a verb this far from *об этом* may still belong to it
FARTHEST_VERB = 14


def read_document(scene: Scene, report: Report) -> None:
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


def read_backward_reference(scene: Scene) -> None:
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
    via = _carriers(scene, report, subject)
    if taken:
        taken = not _replace_before(reader, subject, start, end, via)
    if taken or before.end <= reader.article.title_end or reader.skipped[before.start] or end - start < 3 or apart:
        return
    reader.add(Content(start, end, "clause"), report, subject.speaker, "before", via)
    reader.before = len(reader.found)


def _carriers(scene: Scene, report: Report, subject: Subject) -> tuple[str, ...]:
    """The media that the sentence names besides the speaker: told in an interview, reported by an agency."""
    for other in scene.reports:
        # the agency's own verb is read with the reference
        if other.start > report.start:
            scene.taken.add(other.start)
    return told_to(scene, subject, report.start, scene.sentence.end)


def _replace_before(reader: Reader, subject: Subject, start: int, end: int, via: tuple[str, ...]) -> bool:
    """Make room for the sentence before as a whole; False where it stays as it was read, now with its carriers.

    Who told it may be a medium that carries what is already somebody's, or whoever spoke in it; anybody else tells it all.
    """
    actor = subject.speaker.actor
    inside = [index for index, found in enumerate(reader.found) if found.start < end and start < found.end]
    carrying = actor is not None and is_medium(actor)
    same = any(reader.found[index].speaker == actor for index in inside)
    if not carrying and not same and actor is not None and all(reader.found[i].act != "say" for i in inside):
        reader.found[:] = [found for index, found in enumerate(reader.found) if index not in inside]
        reader.before = min(reader.before, len(reader.found))
        return True
    for index in inside:
        statement = reader.found[index]
        known = (*statement.via, statement.speaker)
        further = tuple(name for name in ((actor,) if carrying and actor else ()) + via if name not in known)
        reader.found[index] = replace(statement, via=(*statement.via, *further))
    return False


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
        # об этом … сообщил
        opens = scene.folded(first + 1) in grammar.about_this and scene.folded(first) in grammar.about_words
        told = scene.folded(report.start - 1) in grammar.about_this and report.start - first <= 3 or opens
        if told and report.start - first <= FARTHEST_VERB:
            after = subject_after(scene, report)
            subject = after or subject_before(scene, report) or understood(scene, report)
            return (report, subject) if subject is not None else None
        break
    return None
