"""What the words around a cue make of it: denied, hoped, conditional, to come, or true.

Invariant: nothing that is negated, hoped, proposed, conditional, denied, rumoured, asked or still to come keeps a status
that says it was achieved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.languages.lexicon import Hit
from dragoman.reading.article import Article
from dragoman.reading.clauses import Cue, Passage

ACHIEVED = frozenset(("agreed", "signed", "in-force", "fulfilled", "accepted"))
SHOWN = frozenset(("possibility", "future", "almost", "factive"))
UNDONE = frozenset(("stalled", "broken", "withdrawn", "suspended", "refused", "deferred"))
_LOCAL = ("mark", "contrast", "clause", "comma", "relative")
_REACH = {
    "negation": 4, "possibility": 4, "future": 3, "before": 3, "if": 12, "factive": 5, "purpose": 6, "effort": 6, "almost": 4,
    "frame": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status that a cue gives to what it governs, and the one for what is set against it ("not this but that").

    start: the first token of the words that turn the cue, where it is turned: evidence must show them.
    """

    status: str | None
    opposite: str | None = None
    start: int | None = None


NOTHING = Verdict(None)


def resolve(article: Article, passage: Passage, cue: Cue, previous: Cue | None) -> Verdict:
    """The status that the cue gives in its place."""
    settings: Mapping[str, Any] = article.pack.rules["claims"]
    if _is_undone(passage, cue) or (cue.form == "noun" and cue.hit.suffix and cue.status in ACHIEVED):
        return NOTHING
    around = _turning_words(article, passage, cue, previous)
    if "if" in around or "before" in around or "question" in around:
        return NOTHING
    if cue.has("plan") and cue.start and article.words[cue.start - 1].folded in settings["past_plan"]:
        return NOTHING
    negation = around.pop("negation", None)
    affirmed = _affirmed(article, cue, around, settings)
    if cue.has("negative"):
        return Verdict(cue.status)
    start = min((hit.start for value, hit in around.items() if value in SHOWN), default=cue.start)
    if negation is None:
        return Verdict(affirmed, _denied(settings, "any", affirmed or cue.status), start)
    start = min(start, negation.start)
    if cue.has("begin"):
        return Verdict("stalled", affirmed, start)
    if cue.form == "participle" and cue.status == "expected" and negation.end == cue.start:
        # an adverb: unexpectedly
        return NOTHING
    time = negation.entry.features.get("time", "present")
    denied = _denied(settings, time, cue.status)
    possible = around.get("possibility")
    if possible is not None and possible.start < negation.start:
        denied = None
    return Verdict(denied, affirmed, start)


def _denied(settings: Mapping[str, Any], time: str, status: str) -> str | None:
    turned: str | None = settings["negated"].get(time, {}).get(status) or settings["negated"]["any"].get(status)
    return turned


def _affirmed(article: Article, cue: Cue, around: Mapping[str, Hit], settings: Mapping[str, Any]) -> str | None:
    """The status that the cue gives where nothing denies it."""
    if "almost" in around:
        return "being-finalised" if cue.status in ACHIEVED else None
    if _is_future(cue, around):
        future: str | None = settings["future"].get(cue.status, cue.status)
        return future
    if cue.status in UNDONE and "possibility" in around and "factive" not in around:
        return None
    if cue.has("fact") and "factive" not in around:
        return None
    if cue.status not in ACHIEVED:
        return cue.status
    return _achieved(article, cue, around, settings)


def _achieved(article: Article, cue: Cue, around: Mapping[str, Hit], settings: Mapping[str, Any]) -> str | None:
    """The status of a cue of success that no word denies: a bare noun or a subjunctive needs more to be a fact."""
    if "possibility" in around and ("factive" not in around or around["factive"].start < around["possibility"].start):
        return "under-discussion" if "purpose" in around or "effort" in around else "expected"
    if cue.form == "noun":
        if "factive" in around and around["factive"].entry.features.get("time") != "present":
            return cue.status
        return "under-discussion" if "purpose" in around or "effort" in around else None
    before = article.words[cue.start - 1].surface if cue.start else ""
    if cue.form == "present":
        if before in settings["subjunctive"] or cue.hit.prefix.endswith("ل"):
            return None
        return settings["present"].get(cue.status)  # type: ignore[no-any-return]
    return cue.status


def _is_future(cue: Cue, around: Mapping[str, Hit]) -> bool:
    return (cue.form == "present" and "س" in cue.hit.prefix) or "future" in around


def _is_undone(passage: Passage, cue: Cue) -> bool:
    """True where a denial or a rumour stands before the cue in the sentence and no new clause has begun since."""
    for hit in passage.of("polarity"):
        if hit.start >= cue.start:
            break
        if hit.entry.value in ("denial", "rumour") and passage.cut_before(cue.start, ("contrast", "clause", "mark")) <= hit.start:
            if hit.entry.value == "denial" or cue.status in ACHIEVED:
                return True
    return False


def _turning_words(article: Article, passage: Passage, cue: Cue, previous: Cue | None) -> dict[str, Hit]:
    """The turning words that reach the cue, the nearest of each value."""
    limit = passage.cut_before(cue.start, _LOCAL)
    if previous is not None and previous.finite:
        limit = max(limit, previous.end)
    still = article.pack.rules["claims"]["still"]
    around: dict[str, Hit] = {}
    for hit in passage.of("polarity"):
        if hit.end > cue.start:
            break
        value, distance = hit.entry.value, cue.start - hit.end
        if value == "factive" and "س" in hit.prefix:
            value = "future"
        features = hit.entry.features
        if value == "question":
            around[value] = hit
        if hit.start < limit or distance > _REACH.get(value, 0) or "weak" in features:
            continue
        if value == "negation":
            reach = 1 if features.get("time") == "noun" else 0 if hit.entry.form == "غير" else 4
            if distance > reach or article.words[hit.end].folded in still:
                continue
        if value == "possibility" and "present" in features and cue.form != "present" and not _present_follows(article, hit):
            continue
        around[value] = hit
    return around


def _present_follows(article: Article, hit: Hit) -> bool:
    """True where the word after a particle is a verb of the present."""
    return article.words[hit.end].folded[:1] in ("ي", "ت") and len(article.words[hit.end].folded) > 3 and article.words[hit.end].folded not in ("تم",)
