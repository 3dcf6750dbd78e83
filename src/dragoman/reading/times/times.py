"""Finds time expressions and resolves them from the day of publication.

Everything starts at a word that can begin such an expression; a text without one costs nothing. At each, the longest
pattern of the language's grammar is taken (`times:` in its rules), and the maker that the pattern names gives the
value.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.languages.loader import Pack
from dragoman.reading.found import FoundTime
from dragoman.reading.layout.article import Article
from dragoman.reading.times import dates, lengths, periods
from dragoman.reading.times.board import TimeBoard, compile_literals
from dragoman.reading.times.grammar import Grammar, Match, compile_rules
from dragoman.reading.times.outlook import Cues, compile_cues, outlook
from dragoman.reading.times.timex import Frame, Maker

AGE_REACH = 4
# more tokens than any expression has
REACH = 12
_ASIDE = frozenset("(),،")


MAKERS: dict[str, Maker] = {
    "date": dates.make_date,
    "months": dates.make_months,
    "day": dates.make_day,
    "numeric": dates.make_numeric,
    "weekday": dates.make_weekday,
    "deictic": dates.make_deictic,
    "night": dates.make_night,
    "clock": dates.make_clock,
    "ranked": dates.make_ranked,
    "holiday": dates.make_holiday,
    "hijri": dates.make_hijri,
    "year": dates.make_year,
    "relative": periods.make_relative,
    "season": periods.make_season,
    "decade": periods.make_decade,
    "century": periods.make_century,
    "quarter": periods.make_quarter,
    "same": periods.make_same,
    "duration": lengths.make_duration,
    "fixed": lengths.make_fixed,
    "distance": lengths.make_distance,
    "set": lengths.make_set,
}


class _Language:
    """The compiled time section of a language's rules."""

    def __init__(self, pack: Pack) -> None:
        section = pack.rules.get("times", {})
        words = section.get("words", {})
        self.literals = compile_literals(words, section.get("joiners", ()))
        self.grammar: Grammar = compile_rules(section.get("rules", []), section.get("phrases", {}), words)
        self.cues: Cues = compile_cues(section.get("outlook", {}))


_languages: dict[str, _Language] = {}


def _language(pack: Pack) -> _Language:
    found = _languages.get(pack.code)
    if found is None:
        found = _languages[pack.code] = _Language(pack)
    return found


def find_times(article: Article, prefer: str = "past") -> tuple[FoundTime, ...]:
    """All time expressions, in order; `prefer` says where a bare weekday or month lies when nothing else tells."""
    language = _language(article.pack)
    board = TimeBoard(article, language.literals)
    if not board.items:
        return ()
    # at the ends of the calendar there is no last year or next week to count to
    published = article.published if article.published and 1000 <= article.published.year <= 9000 else None
    frame = Frame(published, lambda start, end: outlook(article, language.cues, start, end), prefer)
    found: list[FoundTime] = []
    reached = 0
    tokens = sorted(board.items)
    reaches = _reaches(board, tokens, language.grammar.bits)
    for token in tokens:
        if token < reached:
            continue
        for match in language.grammar.matches(board, token, reaches[token]):
            if match.rule.make == "skip":
                reached = match.end
                break
            made = () if _is_age(article, match) else tuple(MAKERS[match.rule.make](match, frame))
            if made:
                found.extend(made)
                reached = match.end
                _remember(frame, match, made)
                break
    return tuple(found)


def _reaches(board: TimeBoard, tokens: list[int], bits: Mapping[str, int]) -> dict[int, int]:
    """For each token with items, the bits of all items that stand there or up to REACH tokens later."""
    here: list[int] = []
    for token in tokens:
        mask = 0
        for name in board.items[token]:
            mask |= bits.get(name, 0)
        here.append(mask)
    reaches: dict[int, int] = {}
    count = len(tokens)
    for index, token in enumerate(tokens):
        mask = 0
        later = index
        while later < count and tokens[later] <= token + REACH:
            mask |= here[later]
            later += 1
        reaches[token] = mask
    return reaches


def _remember(frame: Frame, match: Match, made: tuple[FoundTime, ...]) -> None:
    """Let what follows lean on the month just named; a year given or taken over keeps the tale there."""
    for time in made:
        if match.rule.make == "year":
            frame.year = int(time.value)
            continue
        year = time.value[:4]
        published = frame.published
        told = (
            year.isdecimal()
            and (published is None or int(year) < published.year)
            and ("year" in match.slots or frame.told)
        )
        frame.remember(time, told)


def _is_age(article: Article, match: Match) -> bool:
    """True for the years that somebody is old: a word of age stands close by, or two commas enclose them."""
    if match.rule.make == "decade":
        unit = "year"
    elif match.rule.make == "duration" and "unit" in match.slots:
        unit = str(match.slots["unit"].value)
    else:
        return False
    if unit not in ("year", "month"):
        return False
    if any(
        article.at("age", token)
        for token in range(max(0, match.start - AGE_REACH), min(len(article.words), match.end + 2))
    ):
        return True
    words = article.words
    before = words[match.start - 1].surface if match.start else ""
    after = words[match.end].surface if match.end < len(words) else ""
    return unit == "year" and before in _ASIDE and after in _ASIDE
