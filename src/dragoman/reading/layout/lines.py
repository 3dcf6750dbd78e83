"""Whole lines of the page that no phrase gives away: bylines, menus, a headline or a caption told twice."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dragoman.languages.lexicon import LINE, MARK, NUMBER, WORD
from dragoman.reading.found import Furniture
from dragoman.reading.layout.article import Article, Range
from dragoman.registry import load_registry

_LONGEST_BYLINE, _LONGEST_ENTRY, _SHORTEST_MENU, _SHORTEST_REPEAT, _LONGEST_CAPTION = 10, 4, 4, 4, 40
_MEDIA = frozenset(("wire", "state-medium", "independent-press"))
_BARS = frozenset("|–—-»>·")
_ENDINGS = frozenset('.!?؟…:»”"')
_NO_ENTRY = frozenset('.؟!:»”"،')


def find_bylines(article: Article, lines: Sequence[Range], taken: AbstractSet[int]) -> list[Furniture]:
    """Short lines of nothing but agencies, places, dates and marks: France24 / AFP; Feb 27, 2026 6:40 pm."""
    return [
        Furniture(start=line.start, end=line.end, kind="byline", rule="furniture.byline")
        for line in lines
        if line.start not in taken
        and line.end - line.start <= _LONGEST_BYLINE
        and not _is_inside(article, line)
        and _is_byline(article, line)
    ]


def _is_inside(article: Article, line: Range) -> bool:
    """True for a line that a page has broken out of a sentence: a small letter follows it."""
    following = line.end + 1
    return following < len(article.words) and article.words[following].surface[:1].islower()


def _is_byline(article: Article, line: Range) -> bool:
    media = dates = 0
    if all(article.words[token].kind in (MARK, NUMBER) for token in range(line.start, line.end)):
        # 16:15 02.05.2020, or how often the page was seen
        return any(article.words[token].kind == NUMBER for token in range(line.start, line.end))
    token = line.start
    while token < line.end:
        word = article.words[token]
        if word.kind in (MARK, NUMBER):
            token += 1
            continue
        date = next((hit for kind in ("month", "weekday", "time-unit") for hit in article.at(kind, token)), None)
        if date is not None or word.folded in ("am", "pm"):
            dates += int(date is not None and date.entry.kind == "month")
            token = date.end if date is not None else token + 1
            continue
        hit = next((hit for kind in ("actor", "outlet", "place", "source") for hit in article.at(kind, token)), None)
        if hit is None:
            return False
        actor = load_registry().actors.get(hit.entry.value)
        media += int(actor is not None and actor.type == "organization" and actor.kind in _MEDIA)
        token = hit.end
    return media > 0 or dates > 0 and line.end - line.start >= 3


def find_captions(article: Article, lines: Sequence[Range], taken: AbstractSet[int]) -> list[Furniture]:
    """Lines without a full stop right before the credit of a picture: © Agency / Name."""
    found = []
    for line, credit in zip(lines[1:], lines[2:], strict=False):
        length = line.end - line.start
        if line.start in taken or credit.start not in taken or not 3 <= length <= _LONGEST_CAPTION:
            continue
        words = article.words
        named = any(
            article.at(kind, token) for kind in ("actor", "outlet") for token in range(credit.start, credit.end)
        )
        ended = words[line.end - 1].surface in _ENDINGS
        if words[credit.start].surface == "©" and named and not ended and words[line.end].kind == LINE:
            found.append(Furniture(start=line.start, end=line.end, kind="caption", rule="furniture.caption-above"))
    return found


def find_menus(article: Article, lines: Sequence[Range], taken: AbstractSet[int]) -> list[Furniture]:
    """Four or more short lines in a row without a verb or a full stop: navigation."""
    run: list[Range] = []
    menus: list[Furniture] = []
    for line in [*lines, None]:
        if (
            line is not None
            and line.start >= article.title_end
            and (_is_menu_line(article, line) or line.start in taken and line.end - line.start <= 8)
        ):
            run.append(line)
            continue
        if len(run) >= _SHORTEST_MENU:
            menus.extend(
                Furniture(start=r.start, end=r.end, kind="navigation", rule="furniture.menu")
                for r in run
                if r.start not in taken
            )
        run = []
    return menus


def _is_menu_line(article: Article, line: Range) -> bool:
    if line.end - line.start > _LONGEST_ENTRY:
        return False
    return not any(
        article.words[token].kind == MARK and article.words[token].surface in _NO_ENTRY or article.at("verb", token)
        for token in range(line.start, line.end)
    )


def find_repeats(article: Article, lines: Sequence[Range], taken: AbstractSet[int]) -> list[Furniture]:
    """The page's own title before the headline, the headline once more at the end, a caption told twice."""
    if len(lines) < 2:
        return []
    found = []
    first = _folded(article, lines[0])
    second = _folded(article, lines[1])
    if len(second) >= _SHORTEST_REPEAT and len(first) > len(second) and first[: len(second)] == second:
        if article.words[lines[0].start + _length(article, lines[0], len(second))].surface in _BARS:
            found.append(_repeat(lines[0], "navigation"))
        first = second
    for number, line in enumerate(lines[1:], 1):
        if line.start in taken:
            continue
        words = _folded(article, line) if line.end - line.start <= 60 else []
        if len(words) < _SHORTEST_REPEAT:
            continue
        if words == first and number == len(lines) - 1:
            found.append(_repeat(line, "navigation"))
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is not None and following.start in taken and words == _folded(article, following)[: len(words)]:
            found.append(_repeat(line, "caption"))
    if lines[1].start in taken and lines[0].start not in taken and first == second[: len(first)]:
        found.append(_repeat(lines[0], "caption"))
    return found


def _repeat(line: Range, kind: str) -> Furniture:
    return Furniture(start=line.start, end=line.end, kind=kind, rule="furniture.repeat")


def _folded(article: Article, line: Range) -> list[str]:
    return [word.folded for word in article.words[line.start : line.end] if word.kind in (WORD, NUMBER)]


def _length(article: Article, line: Range, count: int) -> int:
    """How many tokens the first `count` words of a line take."""
    for offset, word in enumerate(article.words[line.start : line.end]):
        if count == 0:
            return offset
        count -= int(word.kind in (WORD, NUMBER))
    return line.end - line.start - 1
