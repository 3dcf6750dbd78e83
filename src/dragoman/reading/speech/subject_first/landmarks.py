"""Where times and adverbials stand in an article, worked out once for all of its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.layout.article import Article

_TIMES = ("weekday", "month", "deictic", "today", "time-unit", "day-part", "time-direction")


@dataclass(frozen=True, slots=True)
class Landmarks:
    """times: from the first token of an expression of time to its end; time_starts, adverbial_starts: from the last token
    of a time or an adverbial to its first."""

    times: dict[int, int]
    time_starts: dict[int, int]
    adverbial_starts: dict[int, int]


def find_landmarks(article: Article) -> Landmarks:
    """The landmarks of an article; of times that begin together the longest counts."""
    times: dict[int, int] = {}
    for kind in _TIMES:
        for hit in article.by_kind.get(kind, ()):
            times[hit.start] = max(hit.end, times.get(hit.start, 0))
    return Landmarks(
        times=times,
        time_starts={end - 1: start for start, end in times.items()},
        adverbial_starts={hit.end - 1: hit.start for hit in article.by_kind.get("adverbial", ())},
    )
