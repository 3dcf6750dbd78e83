"""Whether what a verb tells took place: occurred, planned, hypothetical or negated.

Invariant: nothing that is denied, conditional, asked, wished, merely possible or still to come is said to have occurred.
"""

from __future__ import annotations

from dragoman.languages.lexicon import Hit
from dragoman.reading.events.clauses import Clause, Telling

OCCURRED, PLANNED, HYPOTHETICAL, NEGATED = "occurred", "planned", "hypothetical", "negated"
DENIALS = frozenset(("denial", "almost"))
OPEN = frozenset(("rumour", "accusation", "question", "if", "unless"))
CONDITIONS = frozenset(("if", "unless"))


def reality_of(telling: Telling, clause: Clause, hit: Hit, report: int | None) -> str:
    """The reality of what a finite verb tells, `report` being the statement inside which it stands."""
    own = _own_reality(telling, clause, hit)
    return told(telling, own, report)


def told(telling: Telling, own: str, report: int | None) -> str:
    """What becomes of a reality inside a report: what is only hoped, asked or threatened did not occur."""
    if report is None:
        return own
    statement = telling.statements[report]
    outer = telling.settings["told"].get(statement.act)
    if statement.certainty == "CT-" and outer is None:
        outer = NEGATED
    if outer is None or own == NEGATED:
        return own
    if outer == HYPOTHETICAL or own == OCCURRED:
        return str(outer)
    return own


def composed(base: str, value: str) -> str:
    """The reality of an action under a verb that took place (or not) itself."""
    if base == OCCURRED:
        return value
    if base == NEGATED:
        return HYPOTHETICAL if value in (NEGATED, HYPOTHETICAL) else NEGATED
    return HYPOTHETICAL if value in (NEGATED, HYPOTHETICAL) else base


def _own_reality(telling: Telling, clause: Clause, hit: Hit) -> str:
    words = telling.article.words
    if words[clause.sentence.end - 1].surface in "؟?":
        return HYPOTHETICAL
    values = _turning(telling, clause, hit)
    if "negation" in values:
        return (
            HYPOTHETICAL if "unless" in values or _condition_after(telling, clause, frozenset(("unless",))) else NEGATED
        )
    if values & DENIALS:
        return NEGATED
    if values & OPEN or "possibility" in values or _is_conditional(telling, hit):
        return HYPOTHETICAL
    if hit.entry.features.get("form") != "present":
        return OCCURRED
    return _of_present(telling, clause, hit, values)


def _of_present(telling: Telling, clause: Clause, hit: Hit, values: frozenset[str]) -> str:
    """The reality of a verb of the present, which may be a plan, a wish or a fact."""
    settings = telling.settings
    if is_subjunctive(telling, hit):
        return _of_subjunctive(telling, clause, hit)
    if _condition_after(telling, clause, CONDITIONS):
        return HYPOTHETICAL
    if hit.prefix in settings["future_prefixes"] or "future" in values:
        return PLANNED
    if "before" in values or "purpose" in values:
        return HYPOTHETICAL
    published = telling.article.published
    date = telling.date_near(clause)
    if published and date and date.value[:10] > published.isoformat() and "W" not in date.value:
        return PLANNED
    return PLANNED if telling.between("ahead", clause.near, clause.end) else OCCURRED


def is_subjunctive(telling: Telling, hit: Hit) -> bool:
    """True for a verb of the present after a conjunction of wish or purpose: it tells no fact."""
    if hit.entry.features.get("form") != "present":
        return False
    before = telling.article.words[hit.start - 1].surface if hit.start else ""
    return before in telling.settings["subjunctive"] or hit.prefix in telling.settings["purpose_prefixes"]


def _of_subjunctive(telling: Telling, clause: Clause, hit: Hit) -> str:
    low = max(clause.region, hit.start - 14)
    lights = [light.entry.value for light in telling.between("event-light", low, hit.start - 1)]
    if "negated" in lights:
        return NEGATED
    if "hypothetical" in lights or _has_act(telling, low, hit.start - 1):
        return HYPOTHETICAL
    if "planned" in lights or telling.between("outlook", low, hit.start):
        return PLANNED
    return HYPOTHETICAL


def _has_act(telling: Telling, low: int, high: int) -> bool:
    """True where a verb of wishing, asking or doubting governs the words."""
    open_acts = telling.settings["told"]
    return any(
        open_acts.get(verb.entry.features.get("act", "")) == HYPOTHETICAL for verb in telling.between("verb", low, high)
    )


def _is_conditional(telling: Telling, hit: Hit) -> bool:
    """True where *if* stands right before the verb."""
    return bool(hit.start) and telling.article.words[hit.start - 1].surface in telling.settings["conditional"]


def _condition_after(telling: Telling, clause: Clause, kinds: frozenset[str]) -> bool:
    """True where the sentence goes on with a condition."""
    return any(
        turn.entry.value in kinds and "weak" not in turn.entry.features
        for turn in telling.between("polarity", clause.end, min(clause.sentence.end, clause.end + 30))
    )


def is_open(telling: Telling, clause: Clause) -> bool:
    """True where the sentence looks ahead or sets conditions, so that *after* some action may be a time to come."""
    sentence = clause.sentence
    for turn in telling.between("polarity", sentence.start, sentence.end):
        if turn.entry.value in ("if", "unless", "future") or turn.entry.features.get("time") == "future":
            return True
    settings = telling.settings
    verbs = (
        hit
        for kind in ("event-verb", "event-light", "verb", "meets")
        for hit in telling.between(kind, sentence.start, sentence.end)
    )
    return any(verb.prefix in settings["future_prefixes"] for verb in verbs)


def _turning(telling: Telling, clause: Clause, hit: Hit) -> frozenset[str]:
    """The kinds of turning words that reach the verb."""
    words = telling.article.words
    found: set[str] = set()
    for turn in telling.between("polarity", clause.region, hit.start):
        value, features = turn.entry.value, turn.entry.features
        distance = hit.start - turn.end
        if distance < 0 or "weak" in features:
            continue
        if value == "negation":
            if (
                features.get("time") != "noun"
                and distance <= 1
                and not (distance == 1 and words[turn.end].folded in telling.settings["still"])
                and words[turn.start].folded != "غير"
            ):
                found.add(value)
        elif value == "almost":
            if distance <= 3:
                found.add(value)
        elif value in OPEN or value == "denial":
            found.add(value)
        elif value == "possibility":
            present = hit.entry.features.get("form") == "present"
            if distance <= 4 and ("present" not in features or present and distance == 0):
                found.add(value)
        elif value in ("future", "before", "purpose") and distance <= 2:
            found.add(value)
    return frozenset(found)
