"""Reports that close what is said: “…”, said the minister; the talks will go on, the ministry says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reading.layout.article import Quotation
from dragoman.reading.speech.carriers import media_carrier
from dragoman.reading.speech.contents import Content
from dragoman.reading.speech.subject_first.contents import is_infinitive
from dragoman.reading.speech.subject_first.reports import FINITE, Report, step_back
from dragoman.reading.speech.subject_first.scene import Scene
from dragoman.reading.speech.subject_first.subjects import Subject, subject_after, subject_before, understood

SHORTEST_CLAUSE = 3
# what may stand between a closing report and the end of its sentence
LONGEST_TAIL = 16
_CLAUSE_ACTS = frozenset(("say", "judge", "claim", "warn", "admit", "expect", "hope", "promise", "propose"))


@dataclass(frozen=True, slots=True)
class Closing:
    """A report after its content; `resume`: the token after the reporter's words."""

    report: Report
    subject: Subject
    content: Content
    resume: int


def find_closings(scene: Scene) -> dict[int, Closing]:
    """The closing reports of the sentence by the token of their verb."""
    found: dict[int, Closing] = {}
    floor = scene.sentence.start
    last: Closing | None = None
    for report in scene.reports:
        if (
            report.lemma in scene.grammar.readings
            or report.form != FINITE
            or not {"quote", "that", "bare"} & report.frames
            or report.kind != "verb"
        ):
            continue
        closing = _interruption(scene, report) or _closing(scene, report, floor) or _second(scene, report, last)
        if closing is not None:
            found[report.start] = last = closing
            floor = closing.resume
            scene.turns.add(closing.content.end)
            scene.turns.add(closing.content.end + 1)
    return found


def _interruption(scene: Scene, report: Report) -> Closing | None:
    """A report between dashes inside what is quoted."""
    if not scene.reader.quoted[report.start]:
        return None
    quotation = next((q for q in scene.quotations if q.start <= report.start < q.end and q.depth == 0), None)
    subject = subject_after(scene, report) or understood(scene, report)
    if quotation is None or subject is None:
        return None
    content = Content(quotation.start, quotation.end, "quote", quotation)
    return Closing(report, subject, content, quotation.end + 1)


def _closing(scene: Scene, report: Report, floor: int) -> Closing | None:
    """A report whose subject follows it, stands before it, or is left out, behind the words it reports."""
    for lead, subject in _openings(scene, report, floor):
        end = max(subject.end, report.end) if subject.start >= report.start else report.end
        quotation = _quotation_before(scene, lead, floor)
        if not _ends_here(scene, report, end, after_quotation=quotation is not None):
            continue
        content = _content_across(scene, lead, floor, end) or _content_before(scene, lead, floor, quotation)
        if content is not None:
            return Closing(report, subject, content, end)
    return None


def _openings(scene: Scene, report: Report, floor: int) -> Iterator[tuple[int, Subject]]:
    """The mark before the reporter's words, with each subject that the report may have."""
    lead, _ = step_back(scene.article, scene.grammar, scene.sentence, report.start - 1)
    while lead > floor and scene.grammar.auxiliary(scene.word(lead)) is not None:
        lead -= 1
    if lead <= floor or scene.folded(lead) in scene.grammar.as_words:
        return
    led = _is_lead(scene, lead)
    quoted = led and _quotation_before(scene, lead, floor) is not None
    after = subject_after(scene, report) if led and (quoted or _may_follow_clause(scene, report)) else None
    if after is not None:
        yield lead, after
    before = subject_before(scene, report)
    if before is not None and before.start > floor + 1:
        mark = scene.skip_back(before.start - 1)
        # where the subject may follow, it stands before only after a quotation
        usual = not scene.grammar.free_subject or _quotation_before(scene, mark, floor) is not None
        if mark > floor and usual and _is_lead(scene, mark):
            yield mark, before
    if led and after is None and scene.grammar.dropped_subject:
        left_out = understood(scene, report)
        if left_out is not None:
            yield lead, left_out


def _may_follow_clause(scene: Scene, report: Report) -> bool:
    """True where verb and subject may follow an unquoted clause: …, said the EU; not: X, the minister, urged Y."""
    objects = "np" in report.frames and scene.grammar.bare_clause or any(f.startswith("np+") for f in report.frames)
    return report.act in _CLAUSE_ACTS and not objects


def _second(scene: Scene, report: Report, last: Closing | None) -> Closing | None:
    """A report right behind another of the same words: …, said the minister, the agency reports."""
    if last is None:
        return None
    lead, _ = step_back(scene.article, scene.grammar, scene.sentence, report.start - 1)
    if lead > scene.skip_adverbials(last.resume) or not _is_lead(scene, lead):
        return None
    subject = subject_after(scene, report)
    return Closing(report, subject, last.content, max(subject.end, report.end)) if subject is not None else None


def _is_lead(scene: Scene, token: int) -> bool:
    """True at the mark between what is said and its report."""
    return scene.is_mark(token, ",?!") or scene.is_dash(token) or scene.is_quote_mark(token)


def _quotation_before(scene: Scene, lead: int, floor: int) -> Quotation | None:
    """The quotation that ends right before the report, its marks and commas aside."""
    for token in (lead, lead - 1, lead - 2):
        quotation = scene.quotation_to(token) if scene.is_quote_mark(token) else None
        # one that began in an earlier paragraph stands before the sentence
        if quotation is not None and (quotation.start > floor or floor == scene.sentence.start):
            return quotation
    return None


def _ends_here(scene: Scene, report: Report, position: int, *, after_quotation: bool) -> bool:
    """True where nothing that is said follows the report and its subject."""
    token = position
    if token >= scene.sentence.end:
        return True
    for _ in range(6):
        if scene.is_quote_mark(token) and not after_quotation:
            return False
        if _is_final(scene, token):
            that = scene.grammar.that - scene.grammar.relatives
            return not (scene.is_mark(token, ",") and scene.folded(token + 1) in that)
        folded = scene.folded(token)
        if after_quotation and token == position and folded in scene.grammar.relatives:
            return True
        if folded in scene.grammar.that or scene.is_mark(token, ":"):
            return False
        if "inf" in report.frames and is_infinitive(scene, token):
            return False
        following = scene.skip_adverbials(token)
        addressed = report.lemma in scene.grammar.telling or _is_audience(scene, token)
        if following == token and (addressed or after_quotation):
            following = scene.skip_phrase(token)
        if following == token and token > position:
            following = _end_of_tail(scene, token)
        if following == token or following - position > LONGEST_TAIL:
            break
        token = following
    return after_quotation and not scene.is_mark(token, ":") and scene.folded(token) not in scene.grammar.that


def _end_of_tail(scene: Scene, token: int) -> int:
    """The mark at which a few more words of the reporter end, else the token itself."""
    for position in range(token, min(token + 5, scene.sentence.end)):
        if scene.is_any_mark(position):
            return position if _is_final(scene, position) and not scene.is_quote_mark(position) else token
        if position in scene.reporting or scene.folded(position) in scene.grammar.that | scene.grammar.determiners:
            return token
    return token


def _is_audience(scene: Scene, token: int) -> bool:
    """True at those to whom something is told: the press, a medium."""
    mention = scene.covering.get(token)
    return mention is not None and media_carrier(mention)


def _is_final(scene: Scene, token: int) -> bool:
    """True where the reporter's words end."""
    if token >= scene.sentence.end or scene.is_mark(token, ".,;!?…(") or scene.is_dash(token):
        return True
    return scene.is_quote_mark(token) or scene.folded(token) in scene.grammar.conjunctions | scene.grammar.contrasts


def _content_before(scene: Scene, lead: int, floor: int, quotation: Quotation | None) -> Content | None:
    """The quotation before the report, or the whole clause."""
    start = clause_from(scene, floor)
    if quotation is not None:
        alone = quotation.start - start <= 1 or scene.is_mark(quotation.start - 2, ":.")
        reported = any(start <= report.start < quotation.start for report in scene.reports)
        if alone or reported:
            return Content(quotation.start, quotation.end, "quote", quotation)
        return Content(start, quotation.end, "clause", quotation)
    return Content(start, lead, "clause") if lead - start >= SHORTEST_CLAUSE else None


def _content_across(scene: Scene, lead: int, floor: int, end: int) -> Content | None:
    """The clause that a report interrupts after its first words: the deal, he said, is near."""
    start = clause_from(scene, floor)
    following = scene.folded(end + 1)
    closed = scene.is_mark(end, ",") and scene.is_mark(lead, ",") and scene.is_word(end + 1)
    again = scene.quotation_from(end + 1)
    quotation = scene.quotation_from(start)
    if again is not None and quotation is not None and scene.is_mark(end, ","):
        # “That,” he said, “is wrong”: one quotation
        return Content(quotation.start, again.end, "quote", quotation)
    joined = following in scene.grammar.conjunctions | scene.grammar.contrasts | scene.grammar.that
    short = (
        lead - start <= SHORTEST_CLAUSE or scene.folded(start) in scene.grammar.subordinators | scene.grammar.contrasts
    )
    if not (closed and short) or joined or start >= lead or end + 1 in scene.reporting:
        return None
    return Content(start, scene.sentence.end, "clause")


def clause_from(scene: Scene, floor: int) -> int:
    """The first token of a clause, the conjunction and the adverb that open it left out."""
    token = floor
    while token < scene.sentence.end:
        folded = scene.folded(token)
        if (
            folded in scene.grammar.conjunctions
            or scene.is_any_mark(token)
            and not scene.is_quote_mark(token)
            and not scene.is_mark(token, "(")
        ):
            token += 1
            continue
        adverb = scene.skip_forward(token)
        if adverb > token and scene.is_mark(adverb, ","):
            token = adverb + 1
            continue
        return token
    return floor
