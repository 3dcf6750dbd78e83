"""Quotations that no verb brings: they go on with whoever spoke last, or follow a name and a colon."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.lexicon import LINE
from dragoman.reading.layout.article import Quotation, Range
from dragoman.reading.speech.contents import Content, trimmed
from dragoman.reading.speech.speakers import Speaker, as_speaker
from dragoman.reading.speech.subject_first.scene import Scene
from dragoman.reading.speech.subject_first.subjects import may_speak

SHORTEST_QUOTATION = 4
LONGEST_LABEL = 12


def continue_quotation(scene: Scene) -> None:
    """“A,” he said. “B.”: a quotation interrupted only by its own report is one statement."""
    reader = scene.reader
    if not reader.found or scene.reports and scene.reports[0].start < scene.sentence.start + 3:
        return
    quotation = scene.quotation_from(scene.sentence.start)
    before = reader.found[-1]
    if quotation is None or not quotation.closed or scene.sentence.end - quotation.end > 2:
        return
    closed = before.rule.startswith("closing.quote") and before.sentence == reader.number - 1
    if not closed or before.cue_start is None or before.end > before.cue_start or _apart(scene, before.end):
        return
    if any(scene.article.words[token].surface in ",;" for token in range(before.cue_start, scene.sentence.start)):
        return
    start, end = trimmed(scene.article, before.start, quotation.end)
    reader.found[-1] = replace(before, start=start, end=end, sentence=reader.number)
    reader.used.add(quotation.start)
    reader.last_sentence = reader.number


def _apart(scene: Scene, start: int) -> bool:
    """True where a line ends between."""
    return any(scene.article.words[token].kind == LINE for token in range(start, scene.sentence.start))


def read_loose_quotations(scene: Scene) -> None:
    """Take in the quotations of the sentence that stand like speech and that no report has taken."""
    reader, sentence = scene.reader, scene.sentence
    for quotation in scene.quotations:
        if quotation.depth or quotation.end - quotation.start < SHORTEST_QUOTATION or quotation.start in reader.used:
            continue
        if any(s.start < quotation.end and quotation.start < s.end for s in reader.found):
            continue
        after_colon = scene.is_mark(quotation.start - 2, ":")
        opens = quotation.start - sentence.start <= 2
        alone = opens and sentence.end - quotation.end <= 3
        before_colon = opens and scene.is_mark(quotation.end + 1, ":")
        if after_colon:
            goes_on = len(reader.found) > reader.before and reader.found[-1].end <= quotation.start
            speaker = reader.last if goes_on else _named_before(scene, quotation) or reader.last
            speaker = speaker or _phrase_before(scene, quotation)
        elif before_colon:
            speaker = _named(scene, quotation.end + 2, sentence.end) or reader.last
        elif alone:
            speaker = reader.last
        else:
            continue
        if speaker is not None:
            content = Content(quotation.start, quotation.end, "quote", quotation)
            reader.add(content, None, speaker, "quotation.loose")


def read_colon(scene: Scene) -> None:
    """*And again: …*: after nothing but adverbs and a colon whoever spoke last goes on."""
    reader = scene.reader
    token = scene.sentence.start
    if scene.folded(token) in scene.grammar.conjunctions:
        token += 1
    colon = scene.skip_forward(token)
    mention = scene.covering.get(token)
    speaker = reader.last
    heading = (
        mention is None
        or mention.adjectival
        or mention.kind in ("place", "country")
        and not scene.quotation_from(mention.end + 1)
    )
    if mention is not None and scene.is_mark(mention.end, ":") and not heading:
        # Lavrov: the talks go on
        colon = mention.end
        speaker = replace(as_speaker(mention, "colon.named"), label=Range(mention.start, mention.end))
    if colon == token or not scene.is_mark(colon, ":") or speaker is None or len(reader.found) > reader.before:
        _read_headline(scene)
        return
    quotation = scene.quotation_from(colon + 1)
    content = Content(colon + 1, scene.sentence.end, "colon")
    if quotation is not None and scene.sentence.end - quotation.end <= 2:
        content = Content(quotation.start, quotation.end, "quote", quotation)
    reader.add(content, None, speaker, "colon")


def _read_headline(scene: Scene) -> None:
    """*Cease-fire agreed: UN*: a line without a full stop that ends in a colon and a name."""
    reader = scene.reader
    mention = scene.covering.get(scene.sentence.end - 1)
    if mention is None or mention.end != scene.sentence.end or len(reader.found) > reader.before:
        return
    if scene.is_mark(mention.start - 1, ":") and mention.kind != "place" and mention.start - scene.sentence.start > 3:
        speaker = replace(as_speaker(mention, "colon.named"), label=Range(mention.start, mention.end))
        reader.add(Content(scene.sentence.start, mention.start - 1, "colon"), None, speaker, "headline")


def _named_before(scene: Scene, quotation: Quotation) -> Speaker | None:
    """Whom the words right before the colon name, else the first named in the sentence."""
    end = quotation.start - 2
    mention = scene.covering.get(end - 1)
    if mention is not None and may_speak(mention):
        return replace(as_speaker(mention, "quotation.named"), label=Range(mention.start, mention.end))
    return _named(scene, scene.sentence.start, end)


def _phrase_before(scene: Scene, quotation: Quotation) -> Speaker | None:
    """The words before the colon as a label, where they name nobody we know: an appeal of the family: “…”."""
    start, end = trimmed(scene.article, scene.sentence.start, quotation.start - 2)
    if not 0 < end - start <= LONGEST_LABEL:
        return None
    return Speaker(None, Range(start, end), end, "source", "quotation.phrase")


def _named(scene: Scene, start: int, end: int) -> Speaker | None:
    for mention in scene.reader.mentions.between(start, end):
        if mention.actor and may_speak(mention) and mention.kind in ("person", "organization", "country", "group"):
            return replace(as_speaker(mention, "quotation.named"), label=Range(mention.start, mention.end))
    return None
