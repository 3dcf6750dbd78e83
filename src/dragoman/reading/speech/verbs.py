"""Reports by a finite verb: *the minister said that …*."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.lexicon import WORD
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.speech.carriers import carried_content, is_medium, told_to
from dragoman.reading.speech.contents import Bounds, Content, content_after, has_frame_next, is_preposition
from dragoman.reading.speech.cues import (
    DEMANDING,
    Cue,
    announces,
)
from dragoman.reading.speech.reader import Reader
from dragoman.reading.speech.speakers import (
    Speaker,
    antecedent,
    as_speaker,
    clause_start,
    main_subject,
    may_speak,
    subject_adjacent,
    subject_after,
    subject_before,
)
from dragoman.text.folding import fold

# Present verbs of these acts without a named subject are impersonal, or thoughts that the reporter ascribes.
NESTED_REACH = 9
CARRIED_REACH = 30
IMPERSONAL_ACTS = frozenset(("judge", "expect", "hope", "claim", "doubt"))


def read_verb(reader: Reader, cue: Cue) -> None:
    """Take in what a verb of saying reports, with its subject before or after it, or understood."""
    article, sentence = reader.article, reader.bounds.sentence
    if "carry" in cue.frames:
        _read_carried(reader, cue)
        return
    if any(s.start <= cue.start < s.end for s in reader.found[reader.before :]):
        # told inside what somebody else is reported to have said
        _read_nested(reader, cue)
        return
    speaker = _named_subject(reader, cue)
    relative = cue.start > sentence.start and bool(article.at("relative", cue.start - 1))
    if relative:
        speaker = _relative_subject(reader, cue, speaker)
        if speaker is None:
            return
    explicit = speaker is not None
    if not explicit and _is_impersonal(article, cue):
        return
    if speaker is None:
        speaker = _implicit_subject(reader, cue)
        if speaker is not None and not _agrees(reader, cue, speaker):
            # translations mix genders up, so only a better candidate counts
            speaker = _subject_of_sentence_before(reader) or speaker
    elif speaker.kind == "person" and speaker.actor and speaker.rule == "subject.after-verb":
        reader.genders.setdefault(speaker.actor, _gender(article, cue))
    subject_end = speaker.end if explicit and speaker is not None and speaker.end > cue.end else cue.end
    if cue.suffix and not explicit and not has_frame_next(article, cue):
        # a noun with a pronoun is spelt like a verb with its object
        return
    content = content_after(article, cue, reader.bounds, subject_end)
    if content is None and "quote" in cue.frames:
        content = _content_before(reader, cue)
    if content is None:
        return
    announced = content.frame in ("that", "quote", "colon")
    if not explicit and announced and content.start > cue.end:
        before_verb = speaker is not None and sentence.start < speaker.end <= cue.start
        first = cue.start == sentence.start and not cue.prefix
        if not before_verb:
            speaker = _unknown_subject(article, cue, content, sure=speaker is None or first) or speaker
    if speaker is None or not announced and not _may_be_bare(article, cue, reader.bounds, speaker, explicit):
        return
    told = told_to(article, reader.mentions, cue, subject_end, content.start)
    reader.add(content, cue, speaker, f"verb.{content.frame}", told or _still_told(reader, speaker, explicit))


def _gender(article: Article, cue: Cue) -> str:
    """f for a verb in the third person feminine singular, m for the masculine, empty for other forms."""
    form = article.words[cue.start].folded.removeprefix(cue.prefix)
    form = form.removesuffix(cue.suffix) if cue.suffix else form
    if cue.tense == "present":
        return {"ت": "f", "ي": "m"}.get(form[:1], "") if not form.endswith(("ون", "ان", "وا")) else ""
    if form.endswith("ت") and not fold(cue.lemma).endswith("ت"):
        return "f"
    return "m" if form == fold(cue.lemma) else ""


def _agrees(reader: Reader, cue: Cue, speaker: Speaker) -> bool:
    """False where the verb is of the other gender than the person who would be its understood subject."""
    known = reader.genders.get(speaker.actor or "", "")
    return not known or _gender(reader.article, cue) in ("", known)


def _subject_of_sentence_before(reader: Reader) -> Speaker | None:
    """The state, body or group that the sentence before is about."""
    if not reader.number:
        return None
    sentence = reader.article.sentences[reader.number - 1]
    first = next((m for m in reader.mentions.between(sentence.start, sentence.end) if may_speak(m)), None)
    if first is None or first.kind not in ("country", "organization", "group"):
        return None
    return as_speaker(first, "subject.of-the-sentence-before")


def _read_nested(reader: Reader, cue: Cue) -> None:
    """*The palace said that Macron told Rouhani that …*: Macron speaks, the palace carries."""
    outer = reader.found[-1]
    carried = is_medium(outer.speaker)
    reach = NESTED_REACH if not carried else CARRIED_REACH
    if cue.tense != "past" or cue.act in IMPERSONAL_ACTS or not outer.start < cue.start <= outer.start + reach:
        return
    speaker = subject_adjacent(reader.article, reader.mentions, cue, outer.start)
    if speaker is None and carried:
        opening = reader.mentions.between(outer.start, outer.start + 2)
        named = opening and opening[0].kind in ("person", "organization") and opening[0].actor
        speaker = as_speaker(opening[0], "subject.before-verb") if named else None
    if speaker is None or speaker.actor == outer.speaker or speaker.kind == "place":
        return
    content = content_after(reader.article, cue, reader.bounds, cue.end)
    if content is None or content.frame == "np" or content.start < cue.end:
        return
    carrier = (outer.speaker,) if outer.speaker else ()
    reader.found.pop()
    reader.add(content, cue, speaker, "verb.nested", (*carrier, *outer.via))


def _named_subject(reader: Reader, cue: Cue) -> Speaker | None:
    """The subject beside the verb, or further after it where nothing that is said comes first."""
    article, sentence = reader.article, reader.bounds.sentence
    start = clause_start(article, sentence, cue.start)
    speaker = subject_adjacent(article, reader.mentions, cue, start)
    if speaker is None and _is_attributive(article, cue, start):
        return None
    if speaker is None and not has_frame_next(article, cue) and not _takes_object(reader, cue):
        if _may_be_impersonal(reader, cue):
            return None
        speaker = subject_after(article, reader.mentions, cue, sentence.end)
        if speaker is not None and "object" in cue.frames and _meets_preposition(article, cue, speaker.end):
            # he urged the powers to …: the only noun is the object
            return None
    return speaker


def _relative_subject(reader: Reader, cue: Cue, speaker: Speaker | None) -> Speaker | None:
    """Who speaks in a relative clause: the antecedent, or whoever calls the antecedent something."""
    article, sentence = reader.article, reader.bounds.sentence
    if cue.act in IMPERSONAL_ACTS and cue.tense == "present" and (speaker is None or speaker.end <= cue.start):
        return None
    if speaker is not None and not cue.suffix and reader.mentions.between(cue.end, cue.end + 1):
        # the summit, of which the minister said that …
        return speaker
    resumptive = cue.suffix in article.pack.rules["statements"]["resumptive"].get(
        article.words[cue.start - 1].folded, ()
    )
    if resumptive and speaker is not None:
        return None
    if resumptive:
        # whom they called …: the antecedent is the object, the subject that of the main clause
        found = main_subject(reader.mentions, clause_start(article, sentence, cue.start), cue)
    else:
        found = antecedent(article, reader.mentions, cue, sentence.start)
    return replace(found, end=cue.end) if found is not None else None


def _is_impersonal(article: Article, cue: Cue) -> bool:
    """True for *it is expected*, *it is believed*: nobody says so."""
    return cue.act in IMPERSONAL_ACTS and cue.tense == "present" and cue.lemma != article.words[cue.start].surface


def _meets_preposition(article: Article, cue: Cue, position: int) -> bool:
    """True where the preposition of the content comes right at the position."""
    if position >= len(article.words):
        return False
    folded = article.words[position].folded
    return any(is_preposition(folded, frame) for frame in cue.frames if len(frame) <= 3 and frame not in ("np", "-"))


def _is_attributive(article: Article, cue: Cue, start: int) -> bool:
    """True for a demand told of a noun before it: *a letter that asks Algeria to …*: what follows is the object."""
    if cue.act not in DEMANDING or cue.prefix or cue.tense != "present" or cue.start <= start:
        return False
    before = cue.start - 1
    joined = any(article.at(kind, before) for kind in ("relative", "complementizer", "break", "adverbial", "negation"))
    return not joined and article.words[before].kind == WORD and not article.at("preposition", before)


def _may_be_impersonal(reader: Reader, cue: Cue) -> bool:
    """True for a present verb of judging before a noun that is nobody: *the offer of X is considered a concession*."""
    article = reader.article
    if cue.act not in IMPERSONAL_ACTS or cue.tense != "present" or cue.end >= len(article.words):
        return False
    named = any(mention.start <= cue.end for mention in reader.mentions.between(cue.end - 1, cue.end + 1))
    word = article.words[cue.end]
    return word.kind == WORD and not named and not article.at("preposition", cue.end) and not word.singles


def _still_told(reader: Reader, speaker: Speaker, explicit: bool) -> tuple[str, ...]:
    """The media that the speaker was talking to in the statement before, where the speech goes on."""
    goes_on = not explicit and reader.found and speaker is reader.last and reader.found[-1].speaker == speaker.actor
    return reader.found[-1].via if goes_on else ()


def _takes_object(reader: Reader, cue: Cue) -> bool:
    """True where a second demand follows in the sentence: he called for talks *and called on the country to …*."""
    if cue.act not in DEMANDING or not cue.prefix.startswith("و") or len(reader.found) == reader.before:
        return False
    following = [m for m in reader.mentions.between(cue.end, cue.end + 2) if not m.governed]
    return bool(following) and following[0].kind != "person"


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
    if article.at("says", cue.end):
        # he renewed the stress that …: no subject
        return None
    return Speaker(None, Range(cue.end, end), end, "source", "subject.unknown")


def _may_be_bare(article: Article, cue: Cue, bounds: Bounds, speaker: Speaker, explicit: bool) -> bool:
    """True where a report without conjunction or marks is likely one: the subject is named, or the verb opens a sentence."""
    if explicit or speaker.rule == "subject.before-verb":
        return True
    opens = cue.start - bounds.sentence.start <= 1 or cue.prefix.startswith(("و", "ف"))
    return opens and cue.act != "say" or opens and cue.act == "say" and "np" not in cue.frames


def _implicit_subject(reader: Reader, cue: Cue) -> Speaker | None:
    """The subject of a verb that names none: before it in its clause, else who spoke last in the sentence, else at all."""
    article = reader.article
    start = clause_start(article, reader.bounds.sentence, cue.start)
    if article.words[reader.bounds.sentence.start].folded.lstrip("و") in article.pack.rules["statements"]["topics"]:
        # as for X, …: X is the subject
        return subject_before(article, reader.mentions, cue, start) or reader.last
    opens = cue.start - reader.bounds.sentence.start <= 1
    if opens:
        return reader.last
    if len(reader.found) > reader.before and start <= reader.found[-1].start:
        return reader.last
    speaker = subject_before(article, reader.mentions, cue, start)
    if speaker is not None or opens or cue.prefix.startswith(("و", "ف")):
        return speaker or reader.last
    # a verb in the midst of a sentence has its subject before it, even where we do not know it
    before_verb = max(start, cue.start - 6)
    if not any(_is_noun(article, token) for token in range(before_verb, cue.start)):
        return reader.last
    return Speaker(None, Range(before_verb, cue.start), cue.start, "source", "subject.unknown")


def _is_noun(article: Article, token: int) -> bool:
    """True for a word with the article that is no relative pronoun."""
    bare = article.words[token].folded.lstrip("وفبلك")
    return bare.startswith("ال") and not article.at("relative", token) and not article.at("break", token)


def _content_before(reader: Reader, cue: Cue) -> Content | None:
    """The quotation that a cue after it attributes: “…”, said the minister."""
    for quotation in reversed(reader.bounds.quotations):
        if (
            quotation.depth == 0
            and quotation.end < cue.start
            and cue.start - quotation.end <= 4
            and quotation.start not in reader.used
        ):
            if quotation.end - quotation.start >= 3:
                return Content(quotation.start, quotation.end, "quote", quotation)
    return None


def _read_carried(reader: Reader, cue: Cue) -> None:
    """*The agency quoted the minister as saying*: the minister speaks, through the agency."""
    carried = carried_content(reader.article, reader.mentions, cue, reader.bounds)
    if carried is not None:
        reader.add(carried.content, cue, carried.speaker, "carried", carried.via)
