"""What the words around a cue make of it: denied, hoped, conditional, to come, or true.

Invariant: nothing that is negated, hoped, proposed, conditional, denied, rumoured, asked or still to come keeps a
status that says it was achieved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.languages.lexicon import Hit
from dragoman.reading.claims.clauses import Cue, Passage
from dragoman.reading.layout.article import Article

ACHIEVED = frozenset(("agreed", "signed", "in-force", "fulfilled", "accepted"))
SHOWN = frozenset(("possibility", "future", "almost"))
UNDONE = frozenset(("stalled", "broken", "withdrawn", "suspended", "refused", "deferred"))
_VOID = ("if", "before", "question")
_LOCAL = ("mark", "contrast", "clause", "comma", "relative")
# how many words may stand between a turning word and the cue, unless its entry says otherwise
_REACH = {
    "negation": 4,
    "possibility": 4,
    "future": 3,
    "before": 3,
    "if": 12,
    "factive": 5,
    "purpose": 6,
    "effort": 6,
    "almost": 4,
}


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
    settings = passage.settings
    if _is_undone(passage, cue) or (cue.form == "noun" and cue.hit.suffix and cue.status in ACHIEVED):
        return NOTHING
    around = _turning_words(article, passage, cue, previous)
    if any(hit.entry.value == "question" and hit.start == cue.end for hit in passage.of("polarity")):
        # a particle of doubt may follow its verb: подписали ли стороны
        return NOTHING
    if not around.keys().isdisjoint(_VOID):
        return NOTHING
    if cue.has("plan") and cue.start and article.words[cue.start - 1].folded in settings["past_plan"]:
        return NOTHING
    negation = around.pop("negation", None)
    affirmed = _affirmed(article, passage, cue, around)
    if cue.has("negative"):
        return Verdict(cue.status)
    shown = [
        hit.start for value, hit in around.items() if value in SHOWN or (value == "factive" and cue.form == "noun")
    ]
    start = min(shown, default=cue.start)
    if negation is None:
        return Verdict(affirmed, _denied(settings, "any", affirmed or cue.status), start)
    start = min(start, negation.start)
    if cue.has("begin"):
        return Verdict("stalled", affirmed, start)
    if cue.form == "participle" and cue.status == "expected" and negation.end == cue.start:
        # an adverb: unexpectedly
        return NOTHING
    ahead = cue.form == "future" or ("future" in around and "voices" in settings)
    time = "future" if ahead else negation.entry.features.get("time", "present")
    denied = _denied(settings, time, cue.status)
    possible = around.get("possibility")
    if possible is not None and possible.start < negation.start:
        denied = None
    return Verdict(denied, affirmed, start)


def _denied(settings: Mapping[str, Any], time: str, status: str) -> str | None:
    turned: str | None = settings["negated"].get(time, {}).get(status) or settings["negated"]["any"].get(status)
    return turned


def _affirmed(article: Article, passage: Passage, cue: Cue, around: Mapping[str, Hit]) -> str | None:
    """The status that the cue gives where nothing denies it."""
    if "almost" in around:
        return "being-finalised" if cue.status in ACHIEVED else None
    future_prefix = passage.settings["prefixes"]["future"]
    if "future" in around or cue.form == "future" or (cue.form == "present" and future_prefix in cue.hit.prefix):
        future: str | None = passage.settings["future"].get(cue.status, cue.status)
        return future
    if cue.status in UNDONE and "possibility" in around and "factive" not in around:
        return None
    if cue.has("fact") and "factive" not in around:
        return None
    if cue.status not in ACHIEVED:
        return cue.status
    return _achieved(article, passage, cue, around)


def _achieved(article: Article, passage: Passage, cue: Cue, around: Mapping[str, Hit]) -> str | None:
    """The status of a cue of success that no word denies: a bare noun or a subjunctive needs more to be a fact."""
    if "possibility" in around and ("factive" not in around or around["factive"].start < around["possibility"].start):
        return "under-discussion" if "purpose" in around or "effort" in around else "expected"
    if cue.form == "hearsay":
        return None
    if cue.form in ("noun", "infinitive"):
        if "factive" in around and around["factive"].entry.features.get("time") != "present":
            return cue.status
        return "under-discussion" if "purpose" in around or "effort" in around else None
    if cue.form != "present":
        return cue.status
    before = article.words[cue.start - 1].surface if cue.start else ""
    if before in passage.settings["subjunctive"] or cue.hit.prefix.endswith(passage.settings["prefixes"]["purpose"]):
        return None
    present: str | None = passage.settings["present"].get(cue.status)
    return present


def _is_undone(passage: Passage, cue: Cue) -> bool:
    """True where a denial or a rumour stands before the cue in the sentence and no new clause has begun since."""
    for hit in passage.of("polarity"):
        if hit.start >= cue.start:
            break
        value = hit.entry.value
        if value == "denial" or (value == "rumour" and cue.status in ACHIEVED):
            if passage.cut_before(cue.start, ("contrast", "clause", "mark")) <= hit.start:
                return True
    return False


def _turning_words(article: Article, passage: Passage, cue: Cue, previous: Cue | None) -> dict[str, Hit]:
    """The turning words that reach the cue, the nearest of each value."""
    limit = passage.cut_before(cue.start, _LOCAL)
    clause = limit
    if previous is not None and previous.finite:
        limit = max(limit, previous.end)
    future = passage.settings["prefixes"]["future"]
    around: dict[str, Hit] = {}
    for hit in passage.of("polarity"):
        if hit.end > cue.start:
            break
        value, distance = hit.entry.value, cue.start - hit.end
        if value == "factive" and future in hit.prefix:
            value = "future"
        reach = int(hit.entry.features.get("reach", _REACH.get(value, 0)))
        low = clause if value == "if" else limit
        if value == "question" or (hit.start >= low and distance <= reach and _applies(article, passage, cue, hit)):
            around[value] = hit
    return around


def _applies(article: Article, passage: Passage, cue: Cue, hit: Hit) -> bool:
    """False for a particle that means something else here: "still", or a perfect that only looks like a doubt."""
    features = hit.entry.features
    if "weak" in features:
        return False
    following = article.words[hit.end].folded
    if hit.entry.value == "negation":
        return following not in passage.settings["still"]
    if "present" in features and cue.form != "present":
        # the particle softens a verb of the present only, which may stand before the cue
        return len(following) > 3 and following.startswith(tuple(passage.settings["present_letters"]))
    return True
