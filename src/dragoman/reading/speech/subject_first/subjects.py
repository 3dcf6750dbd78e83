"""Who is the subject of a report: before its verb, after it, in a pronoun, or understood."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.languages.lexicon import MARK, NUMBER
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Range
from dragoman.reading.speech.carriers import media_carrier
from dragoman.reading.speech.speakers import Speaker, as_speaker
from dragoman.reading.speech.subject_first.grammar import ANY, AUTHOR, PERSON
from dragoman.reading.speech.subject_first.reports import Report
from dragoman.reading.speech.subject_first.scene import Scene

LONGEST_LABEL = 14
# a name between quotation marks has no more words than this
LONGEST_NAME = 5
# a pronoun takes up somebody from this many sentences before
PRONOUN_REACH = 3
_NAMED = ("actor", "title", "body", "source", "side", "place", "outlet", "nationality")
_PEOPLE = ("person", "role", "source")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a verb is said of, and the tokens that say so."""

    speaker: Speaker
    start: int
    end: int
    pronoun: bool = False
    unknown: bool = False


def may_speak(mention: Mention) -> bool:
    """True for mentions that can be a subject of saying."""
    if mention.adjectival or mention.governed:
        return False
    return mention.kind != "place" or mention.actor is not None


def may_be_subject(scene: Scene, mention: Mention) -> bool:
    """True where no case ending speaks against the mention as a subject."""
    if not scene.grammar.cased:
        return not scene.folded(mention.end - 1).endswith(("'s", "s'"))
    hits = [hit for kind in _NAMED for hit in scene.article.at(kind, mention.start)]
    if mention.head != mention.start:
        hits = [hit for hit in hits if hit.entry.kind != "nationality"] or hits
    if not hits:
        hits = [hit for kind in _NAMED for hit in scene.article.at(kind, mention.head)]
    return not hits or any(not hit.inflection or "n" in hit.inflection for hit in hits)


def as_subject(scene: Scene, mention: Mention, rule: str) -> Subject:
    """The subject that a mention is; its words begin where its noun phrase does."""
    speaker = replace(as_speaker(mention, rule), label=Range(mention.start, mention.end))
    return Subject(speaker, phrase_start(scene, mention.start), mention.end)


def phrase_start(scene: Scene, token: int) -> int:
    """The first token of the noun phrase around the token, as far as single words tell."""
    while token > scene.sentence.start and not _bounds(scene, token - 1):
        token -= 1
    return token


def _bounds(scene: Scene, token: int) -> bool:
    """True where a noun phrase cannot go on backwards."""
    word = scene.word(token)
    grammar = scene.grammar
    if word.kind == MARK or token in scene.reporting:
        return True
    if word.folded in grammar.that or word.folded in grammar.as_words or word.folded in grammar.relatives:
        return True
    closed = grammar.conjunctions | grammar.contrasts | grammar.subordinators | grammar.whether
    return word.folded in closed or bool(scene.article.at("preposition", token))


def speaks_in(scene: Scene, mention: Mention, report: Report) -> bool:
    """True for a body in which nobody in particular speaks: в Кремле заявили."""
    inside = (
        scene.folded(mention.start - 1) in scene.grammar.in_words
        or scene.folded(mention.start) in scene.grammar.in_words
    )
    bodies = ("organization", "place", "country", "group", "source")
    return bool(report.plural) and inside and mention.kind in bodies


def subject_before(scene: Scene, report: Report) -> Subject | None:
    """The subject that stands before the verb in its clause."""
    token = scene.skip_back(report.start - 1)
    for _ in range(12):
        if token < scene.sentence.start or token in scene.reporting:
            return None
        folded = scene.folded(token)
        if scene.word(token).kind == MARK:
            opening = scene.opening_of(token)
            if opening is None:
                return None
            name = scene.covering.get(token - 1)
            enclosed = name is not None and name.start == opening + 1 and name.end == token
            if name is not None and enclosed and name.kind == "person" and name.actor and name.title is None:
                # the head of the group, X, said
                first = phrase_start(scene, scene.skip_back(opening - 1))
                return replace(as_subject(scene, name, "subject.apposition"), start=first)
            token = scene.skip_back(opening - 1)
            continue
        if folded in scene.grammar.pronouns:
            return pronoun_subject(scene, token)
        if folded in scene.grammar.relatives:
            token = scene.skip_back(token - 1)
            found = _antecedent(scene, token)
            return replace(found, end=report.start) if found else None
        if _bounds(scene, token) and not scene.article.at("preposition", token):
            return None
        mention = scene.covering.get(token)
        nobody = mention is not None and mention.kind == "place" and mention.actor is None and not mention.governed
        if mention is None or mention.adjectival or nobody:
            return _unknown_before(scene, token)
        if speaks_in(scene, mention, report):
            return replace(as_subject(scene, mention, "subject.inside"), start=mention.start - 1)
        # after Trump told: a conjunction that is elsewhere a preposition
        joined = mention.governed and scene.folded(mention.start - 1) in scene.grammar.subordinators
        joined = joined or mention.governed and scene.is_mark(mention.start - 1, ",")
        if joined and mention.end == token + 1 and may_be_subject(scene, mention) and not mention.adjectival:
            return as_subject(scene, mention, "subject.before-verb")
        if may_speak(mention) and may_be_subject(scene, mention):
            return as_subject(scene, mention, "subject.before-verb")
        if scene.grammar.free_subject and not mention.governed:
            # an object before its verb: the subject follows, if any
            outer = scene.covering.get(mention.start - 1)
            if outer is None and not scene.article.at("preposition", mention.start - 1):
                return None
            token = mention.start - 1
            if outer is None:
                return _across_adverbials(scene, mention.start)
            continue
        token = scene.skip_back(_before_phrase(scene, mention))
    return None


def _across_adverbials(scene: Scene, token: int) -> Subject | None:
    """The last subject before prepositional phrases: Виндман во время показаний в Конгрессе упоминал."""
    for mention in reversed(scene.reader.mentions.between(scene.sentence.start, token)):
        if any(scene.is_any_mark(position) or position in scene.reporting for position in range(mention.end, token)):
            return None
        if may_speak(mention) and may_be_subject(scene, mention) and mention.actor is not None:
            leads = scene.article.at("preposition", mention.end) or scene.article.at("adverbial", mention.end)
            return as_subject(scene, mention, "subject.before-adverbials") if leads else None
    return None


def _before_phrase(scene: Scene, mention: Mention) -> int:
    """The token before the preposition that governs a mention, or before the mention itself."""
    token = mention.start - 1
    for position in range(token, max(scene.sentence.start - 1, token - 4), -1):
        if scene.article.at("preposition", position):
            return position - 1
        if scene.is_any_mark(position):
            break
    return token


def _antecedent(scene: Scene, token: int) -> Subject | None:
    """Whom a relative clause is about: the mention right before it."""
    if scene.is_mark(token, ","):
        token -= 1
    mention = scene.covering.get(token)
    inner = next((m for m in scene.inside if m.end == token + 1 and m.kind == "person" and m.actor), None)
    if mention is not None and mention.kind == "source" and inner is not None:
        mention = inner
    if mention is not None and not mention.adjectival:
        return as_subject(scene, mention, "subject.antecedent")
    return _unknown_before(scene, token) if scene.is_word(token) else None


def _unknown_before(scene: Scene, token: int) -> Subject | None:
    """A noun phrase that names nobody known, as a label; a source or a role inside it keeps its own words."""
    first = token
    while first > scene.sentence.start and token - first < LONGEST_LABEL and not _ends_label(scene, first - 1):
        first -= 1
    while first < token and (
        scene.is_any_mark(first)
        or scene.folded(first) in scene.grammar.adverbs
        or scene.word(first).kind == NUMBER
        and scene.is_timed(first) is not None
    ):
        first += 1
    for mention in scene.inside:
        source = mention.kind in ("source", "role", "person", "organization", "group")
        if source and first <= mention.start < token and not mention.governed and may_be_subject(scene, mention):
            if _leads(scene, mention, token) and not mention.adjectival:
                return Subject(as_subject(scene, mention, "subject.in-phrase").speaker, first, token + 1)
    label = Range(first, token + 1)
    return Subject(Speaker(None, label, token + 1, "source", "subject.unknown"), first, token + 1, unknown=True)


def _leads(scene: Scene, mention: Mention, token: int) -> bool:
    """True where what follows the mention up to the verb only completes it: *sources familiar with the matter*."""
    if mention.kind in ("person", "organization", "group"):
        return bool(scene.article.at("preposition", mention.end))
    return mention.end <= token


def _ends_label(scene: Scene, token: int) -> bool:
    if scene.word(token).kind == MARK or token in scene.reporting:
        return True
    grammar = scene.grammar
    folded = scene.folded(token)
    closed = grammar.contrasts | grammar.subordinators | grammar.that | grammar.whether | grammar.relatives
    return folded in closed or folded in grammar.conjunctions and token - 1 in scene.reporting


def subject_after(scene: Scene, report: Report) -> Subject | None:
    """The subject that follows the verb, past adverbs and whoever was told."""
    token = scene.skip_forward(report.end)
    first = token
    while token < scene.sentence.end and token - first < LONGEST_LABEL:
        folded = scene.folded(token)
        if scene.is_any_mark(token) and not scene.is_quote_mark(token) or token in scene.reporting:
            break
        if folded in scene.grammar.that or folded in scene.grammar.whether:
            break
        if folded in scene.grammar.pronouns and token == first:
            found = pronoun_subject(scene, token)
            return replace(found, end=token + 1) if found else None
        mention = scene.covering.get(token)
        if mention is not None and not mention.adjectival:
            addressed = media_carrier(mention) and scene.covering.get(scene.skip_forward(mention.end)) is not None
            if speaks_in(scene, mention, report):
                return replace(_whole(scene, mention, first), start=first)
            if may_speak(mention) and may_be_subject(scene, mention) and not addressed:
                return _whole(scene, mention, first)
            token = mention.end
        else:
            token += 1
    return _unknown_after(scene, report, first, token)


def _whole(scene: Scene, mention: Mention, first: int) -> Subject:
    """The mention with the words that follow it as its apposition."""
    speaker = replace(as_speaker(mention, "subject.after-verb"), label=Range(mention.start, mention.end))
    end = mention.end
    following = scene.covering.get(end)
    if following is not None and following.kind == "person" and following.actor is not None and mention.actor is None:
        # the office first, then who holds it
        speaker = replace(as_speaker(following, "subject.after-verb"), label=Range(mention.start, following.end))
        end = following.end
    elif mention.actor is None and mention.kind == "role":
        holder = _named_next(scene, mention.end)
        if holder is not None:
            speaker = replace(as_speaker(holder, "subject.after-verb"), label=Range(mention.start, holder.end))
            end = holder.end
    return Subject(speaker, min(first, mention.start), end)


def _named_next(scene: Scene, token: int) -> Mention | None:
    """The person whose name follows an office after a comma: the head of the committee, the deputy X."""
    for position in range(token, min(token + LONGEST_LABEL, scene.sentence.end)):
        if scene.is_mark(position, ","):
            holder = scene.covering.get(position + 1)
            named = holder is not None and holder.start == position + 1 and holder.kind == "person" and holder.actor
            usable = holder is not None and may_speak(holder) and may_be_subject(scene, holder)
            return holder if named and usable else None
        if scene.is_any_mark(position) or position in scene.reporting:
            return None
    return None


def _unknown_after(scene: Scene, report: Report, first: int, end: int) -> Subject | None:
    """A noun phrase after the verb that names nobody known."""
    if report.plural and scene.folded(first) in scene.grammar.in_words:
        # в штабе уточнили
        label = Range(first + 1, end)
        return Subject(Speaker(None, label, end, "source", "subject.inside"), first, end) if end > first + 1 else None
    quotation = scene.quotation_from(first)
    if quotation is not None and end > first and not scene.reader.quoted[report.start]:
        # a paper whose name nobody knows: сообщает «Вестник»
        if quotation.end - quotation.start > LONGEST_NAME:
            return None
        label = Range(quotation.start, quotation.end)
        return Subject(
            Speaker(None, label, quotation.end + 1, "source", "subject.quoted-name"), first, quotation.end + 1
        )
    if end <= first or scene.article.at("preposition", first) or not scene.is_word(first):
        return None
    holder = _named_next(scene, first)
    if holder is not None:
        return _whole(scene, holder, first)
    stop = first
    while stop < end and scene.is_word(stop) and not (stop > first and scene.article.at("preposition", stop)):
        stop += 1
    label = Range(first, stop)
    return Subject(Speaker(None, label, stop, "source", "subject.unknown"), first, stop, unknown=True)


def pronoun_subject(scene: Scene, token: int) -> Subject | None:
    """Whom a pronoun takes up: somebody of the sentence, else who spoke last or was the subject before."""
    kind = scene.grammar.pronouns[scene.folded(token)]
    if kind == AUTHOR:
        return None
    found = _taken_up(scene, token, kind)
    if found is None:
        speaker = Speaker(None, Range(token, token + 1), token + 1, "source", "subject.pronoun-unknown")
        return Subject(speaker, token, token + 1, pronoun=True)
    speaker = replace(found, label=Range(token, token + 1), end=token + 1, rule="subject.pronoun")
    return Subject(speaker, token, token + 1, pronoun=True)


def _taken_up(scene: Scene, token: int, kind: str) -> Speaker | None:
    reader = scene.reader
    found = _first_fitting(scene, scene.sentence.start, token, kind)
    if found is not None:
        return found
    last = reader.last if reader.last is not None and _suits(reader.last, kind) else None
    if last is not None and reader.last_sentence >= reader.number - 1:
        return last
    for number in range(reader.number - 1, max(-1, reader.number - 1 - PRONOUN_REACH), -1):
        if last is not None and number <= reader.last_sentence:
            return last
        sentence = reader.article.sentences[number]
        found = _first_fitting(scene, sentence.start, sentence.end, kind)
        if found is not None:
            return found
    return last


def _first_fitting(scene: Scene, start: int, end: int, kind: str) -> Speaker | None:
    for mention in scene.reader.mentions.between(start, end):
        usable = may_speak(mention) and may_be_subject(scene, mention) and not scene.reader.quoted[mention.start]
        speaker = as_speaker(mention, "subject.pronoun")
        if usable and mention.actor is not None and mention.end <= end and _suits(speaker, kind):
            return speaker
    return None


def _suits(speaker: Speaker, kind: str) -> bool:
    if speaker.kind == "source":
        return True
    person = speaker.kind in _PEOPLE
    return kind == ANY or (kind == PERSON) == person


def same_subject(scene: Scene, report: Report) -> Subject | None:
    """The subject of the report before in the sentence, for a verb that *and* joins to it; else the sentence's."""
    reader = scene.reader
    if len(reader.found) > reader.before and reader.last is not None:
        speaker = replace(reader.last, end=report.end, rule="subject.same")
        return Subject(speaker, report.start, report.end, pronoun=True)
    return main_subject(scene, report)


def main_subject(scene: Scene, report: Report) -> Subject | None:
    """Whom the sentence is about up to the report: its first mention that can be a subject."""
    for mention in scene.inside:
        if mention.end > report.start:
            break
        if may_speak(mention) and may_be_subject(scene, mention) and not scene.reader.quoted[mention.start]:
            found = as_subject(scene, mention, "subject.of-the-clause")
            return replace(found, end=report.end)
    return None


def understood(scene: Scene, report: Report) -> Subject | None:
    """Who spoke last, where the language leaves the subject out."""
    last = scene.reader.last
    if last is None:
        return None
    return Subject(replace(last, end=report.end, rule="subject.understood"), report.start, report.end, pronoun=True)
