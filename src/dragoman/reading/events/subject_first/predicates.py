"""What a form of a verb with its auxiliaries says: active or passive, and whether the action took place.

Invariant: a form that could as well be a noun or a bare participle is no predicate unless something shows that it is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import WORD, Hit
from dragoman.reading.events.clauses import Clause, Telling
from dragoman.reading.events.reality import (
    CONDITIONS,
    DENIALS,
    HYPOTHETICAL,
    NEGATED,
    OCCURRED,
    OPEN,
    PLANNED,
    composed,
)

_FURTHEST_AUXILIARY, _FURTHEST_LIGHT = 7, 5
_POSSIBLE = 4
_QUESTIONS = frozenset("?؟")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb in its clause: `start` is the first of its auxiliaries; `finite`: it needs no word to show that it is a verb."""

    hit: Hit
    start: int
    passive: bool
    reality: str
    finite: bool = True


def read_predicate(telling: Telling, clause: Clause, hit: Hit, *, nested: bool = False) -> Predicate | None:
    """The predicate that a verb form makes; None where it is a noun, a bare participle or nothing tells its time."""
    forms = hit.entry.features["forms"].split(",")
    start, kinds = auxiliaries(telling, clause, hit.start)
    read = _compound(telling, hit, forms, kinds) or _simple(telling, hit, forms, kinds)
    if read is None:
        if "infinitive" in forms or "base" in forms or "gerund" in forms:
            return None if nested else _governed(telling, clause, hit, start, forms)
        return None
    passive, reality, finite = read
    reality = _turned(telling, clause, start, "not" in kinds, reality)
    return Predicate(hit, start, passive, reality, finite)


def reality_of_cue(telling: Telling, clause: Clause, token: int) -> str:
    """Whether an act of speech took place whose verb stands at a token."""
    start, kinds = auxiliaries(telling, clause, token)
    return _turned(telling, clause, start, "not" in kinds, _tensed(kinds))


def auxiliaries(telling: Telling, clause: Clause, token: int) -> tuple[int, frozenset[str]]:
    """Where the auxiliaries, negations and adverbs before a verb begin, and the classes of those found."""
    words = telling.article.words
    classes: dict[str, str] = telling.settings["auxiliary_words"]
    found: set[str] = set()
    start = position = token
    while position > max(clause.sentence.start, token - _FURTHEST_AUXILIARY):
        word = words[position - 1]
        if word.kind != WORD:
            break
        known = classes.get(word.surface.lower().replace("’", "'"))
        if known is not None:
            found.update(known.split(","))
            start = position - 1
        elif telling.article.at("negation", position - 1):
            found.add("not")
            start = position - 1
        elif not telling.article.at("adverbial", position - 1) or position - 1 in telling.time_tokens:
            break
        position -= 1
    return start, frozenset(found)


def _compound(telling: Telling, hit: Hit, forms: Sequence[str], kinds: frozenset[str]) -> tuple[bool, str, bool] | None:
    """Voice and reality of a participle, a base form or an infinitive with an auxiliary."""
    nominal = "participle" in forms or "short" in forms
    if nominal and "be" in kinds:
        active = hit.entry.features["lemma"] in telling.settings["with_be"] or hit.entry.features["lemma"].endswith(
            "si"
        )
        return not active, _tensed(kinds), True
    if nominal and "have" in kinds:
        return False, HYPOTHETICAL if "modal" in kinds else OCCURRED, True
    if "gerund" in forms and "be" in kinds:
        return False, _tensed(kinds), True
    if ("base" in forms or "infinitive" in forms) and kinds & {"will", "modal", "do"} and "to" not in kinds:
        return False, OCCURRED if "do" in kinds else _tensed(kinds), True
    return None


def _simple(telling: Telling, hit: Hit, forms: Sequence[str], kinds: frozenset[str]) -> tuple[bool, str, bool] | None:
    """Voice and reality of a form that stands by itself."""
    if "short" in forms:
        return True, _tensed(kinds), True
    if "past" in forms:
        if _is_nominal(telling, hit.start):
            return None
        after = telling.article.words[hit.end].folded if hit.end < len(telling.article.words) else ""
        reduced = "participle" in forms and after in telling.settings["by"]
        return None if reduced else (False, HYPOTHETICAL if "modal" in kinds else OCCURRED, True)
    if "future" in forms:
        return False, PLANNED, True
    if "present" in forms or "base" in forms and "to" not in kinds:
        if _is_nominal(telling, hit.start) or "to" in kinds:
            return None
        return False, HYPOTHETICAL if "modal" in kinds else OCCURRED, False
    return None


def _tensed(kinds: frozenset[str]) -> str:
    if "modal" in kinds:
        return HYPOTHETICAL
    return PLANNED if "will" in kinds else OCCURRED


def _is_nominal(telling: Telling, token: int) -> bool:
    """True where an article, an adjective of nationality or a preposition before it shows that the word is a noun."""
    if token == 0:
        return False
    before = telling.article.words[token - 1]
    return before.folded in telling.settings["before_nouns"] or telling.is_preposition(token - 1)


def _governed(telling: Telling, clause: Clause, hit: Hit, start: int, forms: Sequence[str]) -> Predicate | None:
    """An infinitive or gerund under a verb that says what becomes of the action."""
    words = telling.article.words
    position = start
    while position > clause.sentence.start and words[position - 1].folded in telling.settings["infinitive_marks"]:
        position -= 1
    marked = position < start or "infinitive" in forms or "to" in auxiliaries(telling, clause, hit.start)[1]
    wanted = "to" if marked and "gerund" not in forms else "gerund"
    for light in reversed(
        telling.between("event-light", max(clause.sentence.start, position - _FURTHEST_LIGHT), position)
    ):
        if wanted not in light.entry.features or position - light.end > 2:
            continue
        own = telling.clause(light.start, light.end)
        outer = read_predicate(telling, own, light, nested=True)
        if outer is not None and not outer.passive:
            return Predicate(hit, outer.start, False, composed(outer.reality, light.entry.value))
    return None


def _turned(telling: Telling, clause: Clause, start: int, negated: bool, reality: str) -> str:
    """The reality of the verb under what stands around it: negations, conditions, doubts, questions."""
    words = telling.article.words
    if words[clause.sentence.end - 1].surface in _QUESTIONS:
        return HYPOTHETICAL
    values = _values_before(telling, clause, start)
    if reality == OCCURRED:
        # what went on until something else is no condition of it
        values -= {"unless"}
    later = {
        turn.entry.value
        for turn in telling.between("polarity", clause.end, min(clause.sentence.end, clause.end + 30))
        if "weak" not in turn.entry.features
    }
    if negated:
        return HYPOTHETICAL if "unless" in values | later else NEGATED
    if values & DENIALS:
        return NEGATED
    if values & OPEN or "possibility" in values or _has_condition(telling, clause, start):
        return HYPOTHETICAL
    if reality == PLANNED and (later & CONDITIONS or _has_condition(telling, clause, clause.end, after=True)):
        return HYPOTHETICAL
    return reality


def _values_before(telling: Telling, clause: Clause, start: int) -> set[str]:
    """The kinds of turning words before a verb that reach it: conditions from the larger clause, possibilities from near."""
    found = set()
    for turn in telling.between("polarity", clause.region, start):
        value, distance = turn.entry.value, start - turn.end
        if "weak" in turn.entry.features or distance < 0:
            continue
        if value in CONDITIONS or value in DENIALS and turn.start >= clause.near:
            found.add(value)
        elif value == "possibility" and distance <= _POSSIBLE or value in OPEN and turn.start >= clause.near:
            found.add(value)
    return found


def _has_condition(telling: Telling, clause: Clause, token: int, *, after: bool = False) -> bool:
    """True where a conjunction of condition stands before the verb in its clause, or in the rest of the sentence."""
    conditions = telling.settings["conditional"]
    low, high = (token, min(clause.sentence.end, token + 30)) if after else (clause.region, token)
    return any(telling.article.words[position].folded in conditions for position in range(low, high))
