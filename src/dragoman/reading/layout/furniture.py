"""What belongs to the page and not to the report: promotions, credits, captions, navigation, bylines, datelines.

A line is judged as a whole, by phrases that the language pack lists; only a dateline is a part of a line. What is found
is kept as provenance: a syndication credit tells the title and the publisher of the original.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.lexicon import LINE, MARK, NUMBER, WORD, Hit
from dragoman.reading.found import Furniture
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.speech.cues import is_mark
from dragoman.registry import load_registry

DEFAULT_LIMIT = 30
_DASHES = "-–—"


@dataclass(frozen=True, kw_only=True, slots=True)
class Credit:
    """What a syndication credit says of the original."""

    title: str | None
    publisher: str | None


def find_furniture(article: Article) -> tuple[tuple[Furniture, ...], Credit]:
    """All furniture in order, and what the credits tell."""
    found: list[Furniture] = []
    credit = Credit(title=None, publisher=None)
    lines = split_lines(article)
    for number, line in enumerate(lines):
        judged, line_credit = _judge(article, line, number)
        if judged is not None:
            found.append(judged)
            if line_credit is not None:
                credit = line_credit
        elif line.start >= article.title_end:
            dateline = _dateline(article, line)
            if dateline is not None:
                found.append(dateline)
    found.extend(_menus(article, lines, found))
    return tuple(sorted(found, key=lambda furniture: furniture.start)), credit


def split_lines(article: Article) -> list[Range]:
    """The lines of the text as ranges of tokens, empty ones left out."""
    lines = []
    begin = 0
    for index, word in enumerate(article.words):
        if word.kind == LINE:
            if index > begin:
                lines.append(Range(begin, index))
            begin = index + 1
    if begin < len(article.words):
        lines.append(Range(begin, len(article.words)))
    return lines


def _judge(article: Article, line: Range, number: int) -> tuple[Furniture | None, Credit | None]:
    hits = [hit for hit in article.hits_of("furniture") if line.start <= hit.start < line.end]
    length = line.end - line.start
    if hits and hits[0].start - line.start <= 1 and "credit" in hits[0].entry.features:
        credit = _credit(article, line, hits)
        if credit is not None:
            return Furniture(start=line.start, end=line.end, kind="syndication-credit", rule="furniture.credit"), credit
    counted: dict[str, int] = {}
    for hit in hits:
        features = hit.entry.features
        if "credit" in features or "link" in features:
            continue
        if length > int(features.get("limit", DEFAULT_LIMIT)):
            continue
        opens = hit.start - line.start <= 1
        alone = opens and line.end - hit.end <= 2
        if "sure" in features or "opens" in features and opens or "alone" in features and alone:
            return Furniture(
                start=line.start, end=line.end, kind=hit.entry.value, rule=f"furniture.{hit.entry.value}"
            ), None
        if not {"opens", "alone"} & features.keys():
            counted[hit.entry.value] = counted.get(hit.entry.value, 0) + 1
    for kind, count in counted.items():
        if count >= 2:
            return Furniture(start=line.start, end=line.end, kind=kind, rule=f"furniture.{kind}"), None
    if _is_byline(article, line, number):
        return Furniture(start=line.start, end=line.end, kind="byline", rule="furniture.byline"), None
    if length and all(article.words[token].kind == MARK for token in range(line.start, line.end)) and length >= 3:
        return Furniture(start=line.start, end=line.end, kind="navigation", rule="furniture.rule-line"), None
    return None, None


def _credit(article: Article, line: Range, hits: list[Hit]) -> Credit | None:
    """Title and publisher of *The article … comes from …*."""
    link = next((hit for hit in hits if "link" in hit.entry.features and hit.start > line.start), None)
    if link is None:
        return None
    title = _words(article, hits[0].end, link.start)
    publisher = _publisher(article, link.end, line.end)
    return Credit(title=title or None, publisher=publisher)


def _words(article: Article, start: int, end: int) -> str:
    while start < end and article.words[start].kind == MARK:
        start += 1
    while end > start and article.words[end - 1].kind == MARK:
        end -= 1
    return article.span(start, end).text if end > start else ""


def _publisher(article: Article, start: int, end: int) -> str | None:
    """The registry's name of the publisher, else the words."""
    registry = load_registry()
    for kind in ("actor", "outlet"):
        for token in range(start, end):
            for hit in article.at(kind, token):
                actor = registry.actors.get(hit.entry.value)
                if actor is not None and actor.type == "organization":
                    return actor.name
    return _words(article, start, end) or None


def _is_byline(article: Article, line: Range, number: int) -> bool:
    """True for a short line of nothing but agencies, places and marks: France24 / AFP."""
    if line.end - line.start > 9:
        return False
    media = 0
    token = line.start
    while token < line.end:
        if article.words[token].kind in (MARK, NUMBER):
            token += 1
            continue
        hit = next((hit for kind in ("actor", "outlet", "place", "source") for hit in article.at(kind, token)), None)
        if hit is None:
            return False
        actor = load_registry().actors.get(hit.entry.value)
        media += int(
            actor is not None
            and actor.type == "organization"
            and actor.kind in ("wire", "state-medium", "independent-press")
        )
        token = hit.end
    return media > 0


def _dateline(article: Article, line: Range) -> Furniture | None:
    """The opening *CITY, DATE (AGENCY) –* of a wire report."""
    limit = min(line.end, line.start + 14)
    if not article.at("place", line.start) and not any(
        hit.entry.features.get("name") == "capital" for hit in article.at("actor", line.start)
    ):
        return None
    for token in range(line.start + 1, limit):
        if is_mark(article, token, _DASHES) and _is_dateline_opening(article, line.start, token):
            return Furniture(start=line.start, end=token + 1, kind="dateline", rule="furniture.dateline")
        if (
            is_mark(article, token, ":")
            and _is_dateline_opening(article, line.start, token)
            and token - line.start <= 8
        ):
            return Furniture(start=line.start, end=token + 1, kind="dateline", rule="furniture.dateline")
    return None


def _is_dateline_opening(article: Article, start: int, end: int) -> bool:
    """True where only places, dates, agencies and marks stand, with an agency or a bracket among them."""
    named = False
    token = start
    while token < end:
        word = article.words[token]
        if word.kind in (MARK, NUMBER):
            named = named or word.surface in "(（"
            token += 1
            continue
        hit = next(
            (
                hit
                for kind in ("actor", "outlet", "place", "month", "weekday", "source")
                for hit in article.at(kind, token)
            ),
            None,
        )
        if hit is None:
            if word.kind == WORD and named:
                token += 1
                continue
            return False
        actor = load_registry().actors.get(hit.entry.value)
        named = named or (actor is not None and actor.type == "organization")
        token = hit.end
    return named


def _menus(article: Article, lines: list[Range], found: list[Furniture]) -> list[Furniture]:
    """Four or more short lines in a row without a verb or a full stop: navigation."""
    taken = {furniture.start for furniture in found}
    run: list[Range] = []
    menus: list[Furniture] = []
    for line in [*lines, None]:
        if line is not None and _is_menu_line(article, line) and line.start >= article.title_end:
            run.append(line)
            continue
        if len(run) >= 4:
            menus.extend(
                Furniture(start=r.start, end=r.end, kind="navigation", rule="furniture.menu")
                for r in run
                if r.start not in taken
            )
        run = []
    return menus


def _is_menu_line(article: Article, line: Range) -> bool:
    if line.end - line.start > 4:
        return False
    return not any(
        article.words[token].kind == MARK and article.words[token].surface in '.؟!:»”"،' or article.at("verb", token)
        for token in range(line.start, line.end)
    )


def body_sentences(article: Article, skipped: bytearray) -> tuple[Range, ...]:
    """The sentences of the report: without those that are furniture, and without a dateline before the first word."""
    kept = []
    for sentence in article.sentences:
        start = sentence.start
        while start < sentence.end and skipped[start]:
            start += 1
        if start < sentence.end:
            kept.append(sentence if start == sentence.start else Range(start, sentence.end))
    return tuple(kept)


def mark_skipped(article: Article, furniture: tuple[Furniture, ...]) -> bytearray:
    """For each token 1 where it is furniture, so that the report's stages pass over it."""
    skipped = bytearray(len(article.words) + 1)
    for piece in furniture:
        skipped[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
    return skipped
