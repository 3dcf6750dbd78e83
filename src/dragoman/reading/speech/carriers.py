"""Those who carry another's words: the agency that quotes, the channel that was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.layout.lexicons import MEDIA_CLASSES
from dragoman.reading.speech.contents import Bounds, Content, clause_end
from dragoman.reading.speech.cues import Cue, announces, is_mark
from dragoman.reading.speech.speakers import Mentions, Speaker, as_speaker
from dragoman.registry import load_registry

_FROM = frozenset(("عن", "ل", "الي", "from", "to"))


@dataclass(frozen=True, slots=True)
class Carried:
    """Words that somebody brought from somebody else."""

    content: Content
    speaker: Speaker
    via: tuple[str, ...]


def is_medium(actor: str | None) -> bool:
    """True for news agencies, newspapers, channels and the like."""
    known = load_registry().actors.get(actor or "")
    return known is not None and known.kind in MEDIA_CLASSES


def media_carrier(mention: Mention) -> bool:
    """True where the mention is a medium, named or not."""
    return is_medium(mention.actor) or mention.kind == "source" and mention.title == "media"


def reporting_media(article: Article, mentions: Mentions, cue: Cue, sentence: Range) -> Mention | None:
    """Whom an *according to* names: the first mention right after it."""
    for mention in mentions.between(cue.end, min(sentence.end, cue.end + 6)):
        if any(is_mark(article, token, "،,") for token in range(cue.end, mention.start)):
            return None
        if not mention.adjectival:
            return mention
    return None


def told_to(article: Article, mentions: Mentions, cue: Cue, start: int, end: int) -> tuple[str, ...]:
    """The medium to which something was told: *told Axios*, *in an interview with the channel*."""
    for mention in mentions.between(min(cue.end, start), end):
        if mention.governed and is_medium(mention.actor) and mention.actor:
            return (mention.actor,)
    return ()


def carrier_name(article: Article, mentions: Mentions, carrier: Mention) -> str:
    """The id of a medium, or of the body whose it is (*the site of the presidency*), else the words."""
    if carrier.actor is not None:
        return carrier.actor
    bodies = [m.actor for m in mentions.between(carrier.start + 1, carrier.end) if m.actor and m.kind == "organization"]
    return bodies[0] if bodies else article.span(carrier.start, carrier.end).text


def is_carrying(article: Article, cue: Cue, end: int) -> bool:
    """True where the one whose words are carried is named after the verb: *quoted from X*."""
    return any(article.words[token].folded in _FROM for token in range(cue.end, min(end, cue.end + 12)))


def carried_content(article: Article, mentions: Mentions, cue: Cue, bounds: Bounds) -> Carried | None:
    """What a medium quotes from somebody: medium, *from*, speaker, then the words."""
    sentence = bounds.sentence
    source = next(
        (token for token in range(cue.end, min(sentence.end, cue.end + 25)) if article.words[token].folded in _FROM),
        None,
    )
    if source is None:
        return None
    carriers = [m for m in mentions.between(cue.end, source) if not m.adjectival and (m.actor or media_carrier(m))]
    if not carriers:
        carriers = [m for m in mentions.between(sentence.start, cue.start) if is_medium(m.actor)]
    speakers = [m for m in mentions.between(source + 1, min(sentence.end, source + 14)) if not m.adjectival]
    if not speakers:
        return None
    speaker = as_speaker(_author(speakers), "carried")
    start = _words_start(article, speaker.end, sentence)
    if start is None:
        return None
    position, quoted = start
    if quoted:
        quotation = next((q for q in bounds.quotations if q.depth == 0 and q.start == position), None)
        content = Content(position, quotation.end if quotation else sentence.end, "quote", quotation)
    else:
        content = Content(position, clause_end(article, cue, bounds, position), "that")
    via = tuple(carrier_name(article, mentions, m) for m in carriers[:1])
    return Carried(content, speaker, via)


def _author(speakers: Sequence[Mention]) -> Mention:
    """The first speaker, or of a document the body whose it is: *a statement of the Kremlin*."""
    first = speakers[0]
    if first.title == "paper":
        inner = next((m for m in speakers[1:] if m.end <= first.end and m.actor and m.kind != "person"), None)
        return replace(inner, end=first.end) if inner is not None else first
    return first


def _words_start(article: Article, position: int, sentence: Range) -> tuple[int, bool] | None:
    """Where the carried words begin, and whether between marks."""
    for token in range(position, min(sentence.end, position + 20)):
        if announces(article, token):
            if is_mark(article, token + 1, '"«“”'):
                return token + 2, True
            return token, False
        if is_mark(article, token, '"«“”') and token + 3 < sentence.end:
            return token + 1, True
    return None
