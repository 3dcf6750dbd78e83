"""When a meeting is or was, how long it took, and whether it lies ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.languages.lexicon import Hit
from dragoman.reading.found import FoundTime
from dragoman.reading.layout.article import Article
from dragoman.reading.meetings.scenes import Scene

DATE_BEFORE, DATE_AFTER = 12, 16
_GOES_ON, _AHEAD, _FUTURE, _OFF, _YEAR_AFTER = 8, 12, 6, 8, 12
_DAY, _WEEK, _SINCE = 10, 7, 4
# meetings that a bare year may date
_DATED_BY_YEAR = frozenset(("round", "meeting", "summit"))


def find_date(scene: Scene, taken: set[int]) -> FoundTime | None:
    """The date told nearest to the word of meeting, in the same clause; a date that another meeting took is left out."""
    anchor = scene.anchor
    inside = [
        time
        for time in scene.times
        if scene.low <= time.start < scene.high
        and time.start not in taken
        and is_date(time)
        and -DATE_BEFORE <= time.start - anchor.start <= DATE_AFTER
        and not _is_barred(scene, time)
    ]
    if not inside:
        inside = _year(scene, taken)
    if not inside:
        return None
    best = min(inside, key=lambda time: min(abs(time.start - anchor.end), abs(anchor.start - time.end)))
    taken.add(best.start)
    return _ahead(scene, best)


def _ahead(scene: Scene, time: FoundTime) -> FoundTime:
    """The date; a bare day of the week is the coming one where the meeting is what something is done for."""
    published = scene.article.published
    if time.rule != "time.weekday" or published is None or len(time.value) < _DAY or time.start < scene.anchor.end:
        return time
    if not _is_purpose(scene):
        return time
    day = date.fromisoformat(time.value[:_DAY])
    if not 0 < (published - day).days < _WEEK:
        return time
    return replace(time, value=f"{day + timedelta(days=_WEEK)}{time.value[_DAY:]}")


def is_date(time: FoundTime) -> bool:
    """True for a month, week or day of a known year."""
    return (
        time.type in ("DATE", "TIME")
        and len(time.value) > 4
        and "X" not in time.value
        and not time.value.startswith("P")
    )


def _year(scene: Scene, taken: set[int]) -> list[FoundTime]:
    """A bare year after the word for one meeting."""
    anchor = scene.anchor
    if anchor.entry.value not in _DATED_BY_YEAR:
        return []
    return [
        time
        for time in scene.times
        if anchor.end <= time.start < min(scene.ceiling, scene.high, anchor.end + _YEAR_AFTER)
        and time.start not in taken
        and time.type == "DATE"
        and len(time.value) == 4
        and time.value.isdigit()
        and not _is_barred(scene, time)
    ]


def _is_barred(scene: Scene, time: FoundTime) -> bool:
    """True where a conjunction parts the date from the meeting, or the date is that of something else."""
    article, anchor = scene.article, scene.anchor
    low, high = (time.end, anchor.start) if time.start < anchor.start else (anchor.end, time.start)
    if scene.borders.opens_clause(low, high):
        return True
    barred = scene.rule("not_its_date")
    before = range(max(scene.sentence.start, time.start - (1 if time.start < anchor.start else _SINCE)), time.start)
    if any(article.words[token].folded in barred for token in before):
        return True
    return time.start < anchor.start and (_is_told_then(scene, time) or _is_after(scene, time))


def _is_told_then(scene: Scene, time: FoundTime) -> bool:
    """True where somebody asked for the meeting or spoke of it on that day, which comes before the word for it."""
    floor = max((hit.end for hit in scene.hits("complementizer", scene.sentence.start, time.start)), default=0)
    floor = max(floor, scene.sentence.start, scene.floor)
    if scene.hits("travels", floor, time.start) or scene.hits("meets", floor, time.start):
        return False
    return bool(scene.hits("invites", floor, scene.anchor.start))


def _is_after(scene: Scene, time: FoundTime) -> bool:
    """True where what happened that day came after the meeting, or before it."""
    words = scene.article.words
    return any(words[token].folded in scene.rule("apart") for token in range(time.end, scene.anchor.start))


def find_duration(scene: Scene) -> FoundTime | None:
    """How long the meeting took: after a verb of lasting, or before the meeting (five hours of talks)."""
    article, anchor = scene.article, scene.anchor
    for time in scene.times:
        if time.type != "DURATION" or not ("T" in time.value or time.value.endswith(("D", "W"))):
            continue
        if time.end == anchor.start - 1 and article.words[time.end].folded in scene.rule("of"):
            if not _is_distance(scene, time):
                return time
            continue
        if not scene.low <= time.start < scene.high:
            continue
        if any(time.start - hit.end <= 4 for hit in scene.hits("lasts", max(scene.low, time.start - 8), time.start)):
            return time
    return None


def _is_distance(scene: Scene, time: FoundTime) -> bool:
    """True for what has passed since one meeting (two days after the summit), not for how long several took."""
    words, anchor = scene.article.words, scene.anchor
    before = any(words[token].folded in scene.rule("apart") for token in range(max(0, time.start - 2), time.start))
    many = anchor.entry.value == "talks" or words[anchor.start].folded.endswith(tuple(scene.rule("plural_endings")))
    return before and not many


def find_status(scene: Scene, day: FoundTime | None) -> str:
    """held, planned, under-way or cancelled, by the words around and by the date; empty where nothing tells."""
    article, anchor = scene.article, scene.anchor
    low, high = max(scene.low, scene.floor - 4), min(scene.high, scene.ceiling)
    value = day.value[:_DAY] if day else None
    if scene.hits("called-off", max(low, anchor.start - _OFF), min(high, anchor.start + _OFF + 1)):
        return "cancelled"
    if article.published and value:
        today = f"{article.published:%G-W%V}" if "W" in value else article.published.isoformat()
        if value[: len(today)] > today[: len(value)]:
            return "planned"
        if value[: len(today)] < today[: len(value)]:
            return "held"
    ahead = [
        hit
        for hit in scene.hits("ahead", max(low, anchor.start - _AHEAD), min(high, anchor.start + _AHEAD + 1))
        if hit.entry.value != "adjective" or anchor.start - 2 <= hit.start <= anchor.end + 2
    ]
    near = max(low, anchor.start - _FUTURE), min(high, anchor.end + _FUTURE)
    if ahead or _is_purpose(scene) or _is_future(article, scene.rule("future_starts"), *near):
        return "planned"
    if any(_goes_on(scene, hit) for hit in scene.hits("begins", low, high)):
        return "under-way"
    return ""


def _is_purpose(scene: Scene) -> bool:
    """True where the meeting is what something is done for: to hold talks, for a summit."""
    anchor, prefixes = scene.anchor, tuple(scene.rule("purpose_prefixes"))
    if not prefixes:
        return False
    before = [hit for hit in scene.hits("holding", anchor.start - 2, anchor.start) if hit.end == anchor.start]
    return any(hit.prefix.endswith(prefixes) for hit in (anchor, *before))


def _is_future(article: Article, starts: Sequence[str], low: int, high: int) -> bool:
    """True where a verb begins as verbs of the future do."""
    if not starts:
        return False
    beginnings = tuple(starts)
    words = article.words
    return any(
        words[token].active and words[token].folded.lstrip("وف").startswith(beginnings) for token in range(low, high)
    )


def _goes_on(scene: Scene, hit: Hit) -> bool:
    """True for a verb of beginning that tells of the present; without letters that show it, for one near the meeting."""
    letters = scene.rule("present_letters")
    if letters:
        return hit.prefix in ("", "و") and scene.article.words[hit.start].folded.lstrip("و")[:1] in letters
    return abs(hit.start - scene.anchor.end) <= _GOES_ON
