"""Reports without a verb of their own: *according to the minister*, *as the agency reported*."""

from __future__ import annotations

from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.speech.carriers import carrier_name, media_carrier, reporting_media
from dragoman.reading.speech.contents import Bounds, Content, clause_end
from dragoman.reading.speech.cues import (
    PARTICIPLE,
    VERB,
    Cue,
    announces,
    is_mark,
)
from dragoman.reading.speech.reader import Reader
from dragoman.reading.speech.speakers import (
    Speaker,
    as_speaker,
    main_subject,
)


def read_according(reader: Reader, cue: Cue, clause_cues: set[int]) -> None:
    """*according to X*, *as X reported*: X said the clause, or carried what another said in it."""
    article, sentence = reader.article, reader.bounds.sentence
    verb = next((other for other in reader.bounds.cues if other.kind == VERB and 0 <= other.start - cue.end <= 1), None)
    if "clause" in cue.features and (verb is None or verb.start not in clause_cues):
        return
    named = reporting_media(article, reader.mentions, verb or cue, sentence)
    if (
        named is not None
        and media_carrier(named)
        and (len(reader.found) > reader.before or _speaks_later(reader.bounds, verb or cue))
    ):
        reader.carriers.append(carrier_name(article, reader.mentions, named))
        return
    if named is not None and _carries_what_precedes(reader, cue, named):
        reader.carriers.append(named.actor or "")
        return
    end = (verb or cue).end
    if named is not None and named.actor is None and named.kind not in ("source", "role"):
        return
    if named is not None:
        speaker: Speaker | None = as_speaker(named, "according-to")
        end = named.end
    elif verb is not None or "own-words" in cue.features:
        speaker = main_subject(reader.mentions, sentence.start, cue) or reader.last
    else:
        return
    if "source" in cue.features and speaker is not None and _read_quoted_from(reader, cue, speaker):
        return
    content = _according_content(article, reader.bounds, cue, end)
    if content is not None and speaker is not None and not _already(reader, content):
        reader.add(content, cue, speaker, "according-to")


def _read_quoted_from(reader: Reader, cue: Cue, speaker: Speaker) -> bool:
    """*The agency said, quoting X, that …*: X says the clause, the agency carries it."""
    article, bounds = reader.article, reader.bounds
    start = next((token for token in range(speaker.end, speaker.end + 5) if announces(article, token)), None)
    verb = next((other for other in reversed(bounds.cues) if other.start < cue.start and other.kind == VERB), None)
    if start is None or verb is None or start >= bounds.sentence.end:
        return False
    media = [m for m in reader.mentions.between(bounds.sentence.start, cue.start) if media_carrier(m) and m.actor]
    content = Content(start, clause_end(article, cue, bounds, start), "that")
    reader.add(content, cue, speaker, "quoted-from", tuple(m.actor or "" for m in media[:1]))
    return True


def _carries_what_precedes(reader: Reader, cue: Cue, named: Mention) -> bool:
    """True where the body made known what another has just said: *the spokesman said …, the ministry reported*."""
    if named.kind != "organization" or named.actor is None or len(reader.found) == reader.before:
        return False
    said = reader.found[-1]
    return cue.start - said.end <= 2 and said.speaker != named.actor and said.speaker is not None


def _speaks_later(bounds: Bounds, cue: Cue) -> bool:
    """True where a report follows in the sentence that the agency only carries."""
    return any(other.start > cue.end and other.kind in (VERB, PARTICIPLE) for other in bounds.cues)


def _already(reader: Reader, content: Content) -> bool:
    return any(content.start < other.end and other.start < content.end for other in reader.found[reader.before :])


def _according_content(article: Article, bounds: Bounds, cue: Cue, named_end: int) -> Content | None:
    """The clause that is said: after the attribution where that opens it, else before it, or around it."""
    sentence = bounds.sentence
    for quotation in bounds.quotations:
        if quotation.depth == 0 and 0 <= cue.start - quotation.end <= 2:
            return Content(quotation.start, quotation.end, "quote", quotation)
    opening = _last_comma(article, sentence.start, cue.start)
    start = sentence.start
    if cue.start - opening <= 1 and (opening == sentence.start or not is_mark(article, cue.start - 1, "،,")):
        return _after_attribution(article, bounds, cue, named_end)
    if cue.start - start < 3 and not is_mark(article, named_end, "،,"):
        return None
    goes_on = (
        is_mark(article, named_end, "،,") and sentence.end - named_end > 5 and not article.at("relative", named_end + 1)
    )
    return Content(start, _first_turn(article, bounds, cue, named_end) if goes_on else cue.start, "clause")


def _first_turn(article: Article, bounds: Bounds, cue: Cue, start: int) -> int:
    return clause_end(article, cue, bounds, start)


def _last_comma(article: Article, start: int, end: int) -> int:
    for token in range(end - 1, start, -1):
        if is_mark(article, token, "،,؛"):
            return token + 1
    return start


def _after_attribution(article: Article, bounds: Bounds, cue: Cue, named_end: int) -> Content | None:
    sentence = bounds.sentence
    start = named_end
    for token in range(named_end, min(named_end + 14, sentence.end)):
        if is_mark(article, token, "،,:"):
            start = token + 1
            break
        if announces(article, token):
            start = token
            break
    while start < sentence.end and article.at("nationality", start) and start == named_end:
        start += 1
    if start + 2 >= sentence.end:
        return None
    return Content(start, clause_end(article, cue, bounds, start), "clause")
