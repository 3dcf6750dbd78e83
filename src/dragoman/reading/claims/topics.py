"""What an article is about, for the clauses that speak of "the talks" or "an agreement" and name no issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.languages.lexicon import Hit
from dragoman.reading.claims.clauses import HARD, NO_ISSUE, Cue, Issue, Passage, is_definite, is_locative
from dragoman.reading.claims.encounters import NEXT_ROUND, SUMMIT
from dragoman.reading.claims.polarity import ACHIEVED, Verdict
from dragoman.reading.layout.article import Article
from dragoman.reading.notebook import Grounds, Notebook

PROCESS = frozenset(("stalled", "suspended", "broken", "doubted"))
_OF_TALKS = frozenset(("refused", "demanded", "offered", "proposed", "accepted", "withdrawn"))
_OF_AGREEMENTS = (PROCESS | {"refused", "accepted", "agreed", "signed", "being-finalised", "expected", "in-force"}) | {
    "fulfilled",
    "conditional",
    "demanded",
    "under-discussion",
    "offered",
}
_SETTLED = frozenset(("agreed", "proposed", "offered", "signed"))
# kinds of words that stand for what is negotiated
_STANDING_FOR = frozenset(("talks", "agreement", "proposal"))
_SILENT = ("weak", "only", "threat", "impossible", "hope")
_REACH = 7
# how many words may part the talks from what they are about
_ABOUT = 4


def main_issue(article: Article) -> str | None:
    """The issue named most often, the headline counted twice; in doubt the pack's default, if it is named at all."""
    weights: Counter[str] = Counter()
    settings = article.pack.rules["claims"]
    excluded, default = settings["no_topics"], settings["default_issue"]
    talked = {hit.end for hit in article.hits_of("talks")}
    for hit in article.hits_of("issue"):
        features = hit.entry.features
        if "meeting" in features or "generic" in features or hit.entry.value in excluded or hit.entry.value == NO_ISSUE:
            continue
        weight = 1 if features.get("weak") or features.get("topic") else 3
        if not talked.isdisjoint(range(hit.start - _ABOUT, hit.start + 1)):
            weight *= 2
        weights[hit.entry.value] += weight * (2 if hit.start < article.title_end else 1)
    if not weights:
        return None
    best, weight = weights.most_common(1)[0]
    if weight >= 6 and weight * 2 > sum(weights.values()) - weights[default] * 0.5:
        return best
    return default if default in weights else best


def claim_topic(notebook: Notebook, article: Article, passage: Passage, cue: Cue, verdict: Verdict) -> int:
    """Enter what the cue says of "the talks" or "the agreement"; gives the token up to which it rules."""
    if passage.hits.keys().isdisjoint(_STANDING_FOR) and not cue.has("topical"):
        return cue.end
    limit = _limit(passage, cue)
    following = [other for other in passage.cues if cue.end <= other.start < limit]
    status = _status(passage, verdict, following)
    is_resumed = cue.end < passage.end and passage.words[cue.end].folded in passage.settings["resumptive"]
    if status is None or cue.status == "provides" or any(cue.has(feature) for feature in _SILENT):
        return cue.end
    issue = (
        _resumed(notebook, passage, cue, status)
        if is_resumed and status == "agreed"
        else _talks_as_process(notebook, passage, cue, status, limit)
        or _talks_as_object(article, passage, cue, status, min([limit, *(o.start for o in following if o.finite)]))
        or _settled(notebook, passage, cue, status, limit)
        or _agreement(notebook, passage, cue, replace(verdict, status=status), limit)
        or _topical(notebook, cue)
    )
    if issue is None:
        return cue.end
    start = cue.start if verdict.start is None else verdict.start
    notebook.add(passage, issue, status, Grounds(start, cue.end, "claim.topic"))
    return max(cue.end, issue.end)


def _resumed(notebook: Notebook, passage: Passage, cue: Cue, status: str) -> Issue | None:
    """The agreement named before "was agreed upon"."""
    low = max(passage.cut_before(cue.start, HARD), cue.start - _REACH)
    return _issue(
        [hit for hit in passage.between("agreement", low, cue.start) if is_definite(passage, hit)], notebook.topic
    )


def _topical(notebook: Notebook, cue: Cue) -> Issue | None:
    """The topic itself, for words that can only be of it: a deadlock, a disagreement, headway."""
    return Issue(cue.start, cue.end, notebook.topic) if cue.has("topical") and notebook.topic is not None else None


def _limit(passage: Passage, cue: Cue) -> int:
    """How far the cue's own phrase can reach: to the next clause or conjunction."""
    limit = min(passage.cut_after(cue.end, (*HARD, "comma")), cue.end + _REACH)
    conjunctions = (*passage.settings["subjunctive"], *passage.settings["reporting"])
    return next((token for token in range(cue.end, limit) if passage.words[token].surface in conjunctions), limit)


def _status(passage: Passage, verdict: Verdict, following: Sequence[Cue]) -> str | None:
    """The cue's status, turned where the next cue is denied: no hope of an agreement is a doubt."""
    if following and any(
        hit.entry.value == "negation" and hit.end == following[0].start for hit in passage.of("polarity")
    ):
        return "doubted" if verdict.status == "expected" else None
    return verdict.status


def _talks_as_process(notebook: Notebook, passage: Passage, cue: Cue, status: str, limit: int) -> Issue | None:
    """The talks that have stalled, broken down or made progress."""
    if status not in PROCESS and not cue.has("progress"):
        return None
    close = min(limit, cue.end + (3 if cue.frame == "object" else 5))
    low = max(passage.cut_before(cue.start, HARD), cue.start - 16)
    nearby = [*passage.between("talks", cue.start, close), *passage.between("talks", low, cue.start)]
    path = NEXT_ROUND if cue.has("encounter") or status == "doubted" else notebook.topic
    return _issue(nearby, path)


def _talks_as_object(article: Article, passage: Passage, cue: Cue, status: str, limit: int) -> Issue | None:
    """Talks that are refused, demanded or offered: whether the sides meet."""
    if status not in _OF_TALKS:
        return None
    close = min(
        limit, passage.cut_after(cue.end - 1, ("adjunct", "relative")), cue.end + (3 if cue.has("wish") else _REACH)
    )
    nearby = [hit for hit in passage.between("talks", cue.end, close) if not is_locative(article, hit.start)]
    return _issue(nearby, NEXT_ROUND)


def _settled(notebook: Notebook, passage: Passage, cue: Cue, status: str, limit: int) -> Issue | None:
    """What "this proposal" or "the agreement", accepted or refused, stands for."""
    if status not in ("accepted", "refused", "agreed") or cue.form == "participle":
        return None
    settings = passage.settings
    resumed = bool(cue.hit.suffix) or passage.words[min(cue.end, passage.end - 1)].folded in settings["resumptive"]
    low = passage.cut_before(cue.start, HARD) if cue.frame != "object" or resumed else cue.end
    proposals = [
        hit for hit in passage.between("proposal", low, limit) if resumed or hit.suffix or is_definite(passage, hit)
    ]
    if proposals:
        return _issue(proposals, _last_settled(notebook, encounters=True))
    definite = [hit for hit in _agreements(passage, cue, limit)[:1] if is_definite(passage, hit)]
    return _issue(definite, _last_settled(notebook, encounters=False) or notebook.topic)


def _agreement(notebook: Notebook, passage: Passage, cue: Cue, verdict: Verdict, limit: int) -> Issue | None:
    """An agreement whose subject the clause does not name."""
    status = verdict.status
    if status not in _OF_AGREEMENTS or cue.has("meeting"):
        return None
    if cue.form == "participle":
        return _issue(passage.between("agreement", cue.start - 1, cue.start), notebook.topic)
    if cue.has("begin"):
        return None
    agreements = _agreements(passage, cue, limit)
    if status in ACHIEVED:
        # "after an agreement" and "any agreement" tell of none
        void = passage.settings["any"]
        agreements = [hit for hit in agreements if passage.words[hit.start - 1].folded not in void]
        if verdict.start in {cut.token for cut in passage.cuts if cut.kind == "adjunct"}:
            agreements = [hit for hit in agreements if is_definite(passage, hit)]
    return _issue(agreements, notebook.topic)


def _agreements(passage: Passage, cue: Cue, limit: int) -> list[Hit]:
    found = passage.between("agreement", cue.end, limit)
    if cue.frame != "object":
        low = max(passage.cut_before(cue.start, HARD), cue.start - 6)
        found.extend(passage.between("agreement", low, cue.start))
    return found


def _issue(hits: Sequence[Hit], path: str | None) -> Issue | None:
    return Issue(hits[0].start, hits[0].end, path) if hits and path is not None else None


def _last_settled(notebook: Notebook, encounters: bool) -> str | None:
    """The issue of the last claim that "the proposal" or "the agreement" can stand for."""
    for claim in reversed(notebook.found):
        if claim.status in _SETTLED and (encounters or claim.issue not in (NEXT_ROUND, SUMMIT)):
            return claim.issue
    return None
