"""What belongs to the page and not to the report: promotions, credits, captions, navigation, bylines, datelines.

A line is judged as a whole by phrases that the language pack lists, then its sentences, then pieces inside them, since
feeds run the furniture of a page into the text. What is found is kept as provenance: a syndication credit tells the title
and the publisher of the original.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.languages.lexicon import LINE, MARK, Hit
from dragoman.reading.found import Furniture
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.layout.captions import find_caption, find_section, find_shortcodes, find_token, is_site
from dragoman.reading.layout.credits import Credit, find_credit, source_language
from dragoman.reading.layout.datelines import find_dateline
from dragoman.reading.layout.lines import find_bylines, find_captions, find_menus, find_repeats

DEFAULT_LIMIT = 30
# Features under which a phrase says nothing about the line or sentence that holds it.
_PIECES = frozenset(("credit", "link", "marker", "token", "section", "owner", "mark"))


def find_furniture(article: Article) -> tuple[tuple[Furniture, ...], Credit]:
    """All furniture in order, and what the credits tell."""
    found: list[Furniture] = []
    credit = Credit()
    lines = split_lines(article)
    hits = article.hits_of("furniture")
    starts = [hit.start for hit in hits]
    after_rule = False
    for line in lines:
        own = hits[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        judged = _judge(article, line, _of_first_sentence(article, line, own), whole=True, doubted=after_rule)
        after_rule = judged is not None and judged.rule == "furniture.rule-line"
        if judged is not None:
            found.append(judged)
        else:
            pieces, told = _pieces(article, line, own)
            found.extend(pieces)
            credit = told or credit
        credit = _with_language(article, line, own, credit)
    for find in (find_bylines, find_captions, find_menus, find_repeats):
        found.extend(find(article, lines, {piece.start for piece in found}))
    return _apart(found), credit


def _of_first_sentence(article: Article, line: Range, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits by which a line is judged: what a later sentence says makes the first one furniture only in a caption."""
    if not hits:
        return hits
    first = next(_sentences(article, line), line)
    return [hit for hit in hits if hit.start < first.end or hit.entry.value == "caption"]


def split_lines(article: Article) -> list[Range]:
    """The lines of the text as ranges of tokens, empty ones left out; a line broken inside a sentence goes on."""
    lines = []
    begin = 0
    ends = {sentence.end for sentence in article.sentences}
    for index, word in enumerate(article.words):
        if word.kind == LINE:
            if index > begin and index not in ends:
                continue
            if index > begin:
                lines.append(Range(begin, index))
            begin = index + 1
    if begin < len(article.words):
        lines.append(Range(begin, len(article.words)))
    return lines


def _judge(
    article: Article, unit: Range, hits: Sequence[Hit], *, whole: bool, doubted: bool = False
) -> Furniture | None:
    """The line (`whole`) or sentence as furniture, if its phrases say so; `doubted`: a ruled line stands before it."""
    counted: dict[str, int] = {}
    for hit in hits:
        kind, features = hit.entry.value, hit.entry.features
        if features.keys() & _PIECES or "line" in features and not whole:
            continue
        if unit.end - unit.start > int(features.get("limit", DEFAULT_LIMIT)):
            continue
        opens = hit.start - unit.start <= 1
        alone = opens and unit.end - hit.end <= 2
        opens = opens and ("names" not in features or _only_names(article, hit.end, unit.end))
        if "sure" in features or "opens" in features and opens or "alone" in features and alone or doubted:
            return Furniture(start=unit.start, end=unit.end, kind=kind, rule=f"furniture.{kind}")
        if not {"opens", "alone"} & features.keys():
            counted[kind] = counted.get(kind, 0) + 1
    for kind, count in counted.items():
        if count >= 2:
            return Furniture(start=unit.start, end=unit.end, kind=kind, rule=f"furniture.{kind}")
    return _rule_line(article, unit)


def _only_names(article: Article, start: int, end: int) -> bool:
    """True where nothing but capitalised words, marks and short joining words follow."""
    words = article.words[start:end]
    return bool(words) and all(word.kind == MARK or word.capitalised or len(word.surface) <= 3 for word in words)


def _rule_line(article: Article, unit: Range) -> Furniture | None:
    """A line of dashes or stars."""
    if unit.end - unit.start < 3 or any(article.words[token].kind != MARK for token in range(unit.start, unit.end)):
        return None
    return Furniture(start=unit.start, end=unit.end, kind="navigation", rule="furniture.rule-line")


def _pieces(article: Article, line: Range, hits: Sequence[Hit]) -> tuple[list[Furniture], Credit | None]:
    """The furniture inside a line that is no furniture as a whole, and what a credit at its end tells."""
    found: list[Furniture] = []
    credit = find_credit(article, line, hits) if hits else None
    if credit is not None:
        start, told = credit
        found.append(Furniture(start=start, end=line.end, kind="syndication-credit", rule="furniture.credit"))
        line = Range(line.start, start)
        hits = [hit for hit in hits if hit.start < start]
    # a report without a headline may look like one to its first line
    if line.start >= article.title_end or article.words[line.end - 1].surface == ".":
        dateline = find_dateline(article, line)
        if dateline is not None:
            found.append(dateline)
        written = article.text[article.starts[line.start] : article.ends[line.end - 1]]
        if "[[" in written or "{{" in written:
            found.extend(find_shortcodes(article, line))
    for sentence in _sentences(article, line):
        found.extend(_pieces_of_sentence(article, sentence, line, hits))
    return found, credit[1] if credit else None


def _sentences(article: Article, line: Range) -> Iterator[Range]:
    first = bisect_left(article.sentences, line.start, key=lambda sentence: sentence.start)
    for sentence in article.sentences[first:]:
        if sentence.start >= line.end:
            return
        yield sentence if sentence.end <= line.end else Range(sentence.start, line.end)


def _pieces_of_sentence(article: Article, sentence: Range, line: Range, hits: Sequence[Hit]) -> Iterator[Furniture]:
    own = [hit for hit in hits if sentence.start <= hit.start < sentence.end]
    if is_site(article.words[sentence.start].surface):
        yield Furniture(start=sentence.start, end=sentence.start + 1, kind="navigation", rule="furniture.site")
        sentence = Range(sentence.start + 1, sentence.end)
    if own and sentence != line:
        judged = _judge(article, sentence, own, whole=False)
        if judged is not None:
            yield judged
            return
    for hit in own:
        features = hit.entry.features
        piece = None
        if "section" in features:
            piece = find_section(article, sentence, hit)
        elif "token" in features:
            piece = find_token(article, hit)
        elif hit.entry.value == "caption":
            piece = find_caption(article, sentence, line, hit)
        if piece is not None:
            yield piece
            sentence = Range(piece.end, sentence.end)


def _with_language(article: Article, line: Range, hits: Sequence[Hit], credit: Credit) -> Credit:
    if not any("translation" in hit.entry.features for hit in hits):
        return credit
    return replace(credit, language=source_language(article, line) or credit.language)


def _apart(found: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """The pieces in order; what lies inside a larger piece, or begins inside one, is left out."""
    kept: list[Furniture] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if kept and piece.start < kept[-1].end:
            if piece.end > kept[-1].end:
                kept.append(replace(piece, start=kept[-1].end))
            continue
        kept.append(piece)
    return tuple(kept)


def body_sentences(article: Article, skipped: bytearray) -> tuple[Range, ...]:
    """The sentences of the report without what is furniture; a piece inside a sentence parts it."""
    kept = []
    for sentence in article.sentences:
        start = sentence.start
        while start < sentence.end:
            if skipped[start]:
                start += 1
                continue
            end = start
            while end < sentence.end and not skipped[end]:
                end += 1
            kept.append(sentence if (start, end) == (sentence.start, sentence.end) else Range(start, end))
            start = end
    return tuple(kept)


def mark_skipped(article: Article, furniture: tuple[Furniture, ...]) -> bytearray:
    """For each token 1 where it is furniture, so that the report's stages pass over it."""
    skipped = bytearray(len(article.words) + 1)
    for piece in furniture:
        skipped[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
    return skipped
