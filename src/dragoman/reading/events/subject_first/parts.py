"""Who takes part in an event: the subject before its verb, objects by preposition, case or place, the agent of a passive."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.languages.lexicon import MARK, Hit
from dragoman.reading.events.clauses import Clause, Telling, place_country
from dragoman.reading.events.parties import NOBODY, Named, frames_of
from dragoman.reading.found import Mention

_FURTHEST_SUBJECT, _FURTHEST_OBJECT, _FURTHEST_THING, _NEAR_THING, _LONGEST_JOINT, _POSSESSED = 32, 16, 9, 4, 4, 4
_BOUNDARIES = frozenset(("mark", "that", "contrast", "clause", "if"))
_CASES = {"np": "ag", "dat": "d", "ins": "i"}


def subject_before(telling: Telling, clause: Clause, start: int) -> Named:
    """The subject of a verb whose group begins at `start`: the nearest mention before it that nothing governs."""
    low, antecedent = _reach(telling, clause, start)
    if telling.article.words[start - 1].surface == "," and not antecedent and _is_interrupted(telling, low, start - 1):
        return NOBODY
    for mention in reversed(telling.mentions.between(low, start)):
        if mention.end > start:
            continue
        party = telling.party(mention)
        if party is None or not _may_act(telling, mention, start, low):
            if antecedent or mention.kind in ("person", "organization") and party is None and not mention.governed:
                return NOBODY
            continue
        return _with_joined_before(telling, mention, party, low)
    return NOBODY


def _is_interrupted(telling: Telling, low: int, comma: int) -> bool:
    """True where the comma before the verb closes a clause about another noun: the subject stands before that clause."""
    return any(cut.kind in ("relative", "contrast") for cut in telling.cuts_between(low, comma))


def _reach(telling: Telling, clause: Clause, start: int) -> tuple[int, bool]:
    """How far back the subject may stand, and whether it is the antecedent of a relative right before the verb."""
    low = max(clause.sentence.start, start - _FURTHEST_SUBJECT)
    for cut in reversed(telling.cuts_between(low, start)):
        if cut.kind == "relative":
            if start - cut.end <= 1:
                return max(clause.sentence.start, cut.start - 6), True
            continue
        if cut.kind in _BOUNDARIES and cut.end <= start:
            return cut.end, False
    return low, False


def _may_act(telling: Telling, mention: Mention, start: int, low: int) -> bool:
    if mention.kind == "source" or mention.inflection == "possessive":
        return False
    if mention.adjectival:
        # the Russian army: the noun after the adjective acts
        return start - mention.end <= 4 and not _preposition_before(telling, mention.start, low)
    if mention.governed or _is_adjunct(telling, mention.start, low):
        return False
    return mention.kind != "place" or mention.actor is not None


def _is_adjunct(telling: Telling, token: int, low: int) -> bool:
    """True where a preposition stands before the word, or before one adjective of it; not one that governs a time."""
    near = max(low, token - 1)
    if token - 1 > low and token - 1 not in telling.time_tokens and not telling.article.at("title", token - 1):
        near = max(low, token - 2)
    return bool(_preposition_before(telling, token, near))


def _preposition_before(telling: Telling, token: int, low: int) -> str:
    """The preposition under which the phrase of the word at a token stands; empty where there is none."""
    words = telling.article.words
    articulated: dict[str, str] = telling.settings["articulated"]
    if words[token].folded in articulated:
        return articulated[words[token].folded]
    for position in range(token - 1, max(low, token - 5) - 1, -1):
        word = words[position]
        if word.kind == MARK or telling.article.at("event-verb", position):
            return ""
        if word.folded in articulated:
            return articulated[word.folded]
        if telling.is_preposition(position):
            return word.folded
        if word.folded in telling.settings["joiners"]:
            return ""
    return ""


def _with_joined_before(telling: Telling, last: Mention, party: str, low: int) -> Named:
    """The mention with those that *and* or commas join to it from before."""
    parties, group = [party], [last]
    joiners = telling.settings["joiners"]
    words = telling.article.words
    for mention in reversed(telling.mentions.between(low, last.start)):
        gap = range(mention.end, group[0].start)
        if len(gap) > _LONGEST_JOINT or mention.end > group[0].start:
            break
        joined = any(words[token].folded in joiners or words[token].surface == "," for token in gap)
        other = telling.party(mention)
        apposed = not gap or other == parties[0]
        if other is None or not (joined or apposed) or any(telling.article.at("event-verb", token) for token in gap):
            break
        if mention.governed or joined and mention.adjectival and not group[0].adjectival:
            break
        group.insert(0, mention)
        parties.insert(0, other)
    return Named(tuple(dict.fromkeys(parties)), tuple(group), last.end)


def subject_after(telling: Telling, clause: Clause, taken: Sequence[Mention]) -> Named:
    """A subject that follows its verb: the first mention in the nominative, before any preposition."""
    if not telling.settings.get("subject_after"):
        return NOBODY
    for mention in telling.mentions.between(clause.end, min(clause.high, clause.end + 6)):
        party = telling.party(mention)
        if party is None or mention in taken:
            continue
        if (
            mention.governed
            or mention.inflection
            or mention.adjectival
            or _preposition_before(telling, mention.start, clause.end)
        ):
            return NOBODY
        return _with_joined_after(telling, mention, party, clause.high)
    return NOBODY


def _with_joined_after(telling: Telling, first: Mention, party: str, high: int) -> Named:
    parties, group = [party], [first]
    joiners = telling.settings["joiners"]
    words = telling.article.words
    for mention in telling.mentions.between(first.end, high):
        gap = range(group[-1].end, mention.start)
        other = telling.party(mention)
        joined = any(words[token].folded in joiners or words[token].surface == "," for token in gap)
        if other is None or len(gap) > _LONGEST_JOINT or not (joined or not gap):
            break
        if any(telling.is_preposition(token) for token in gap):
            break
        group.append(mention)
        parties.append(other)
    return Named(tuple(dict.fromkeys(parties)), tuple(group), group[-1].end)


def find_thing(telling: Telling, clause: Clause, hit: Hit, start: int) -> Hit | None:
    """The thing of the class that the verb asks for: after it, else before it as the subject of a passive."""
    wanted = hit.entry.features["object"].split(",")
    reach = _NEAR_THING if "near" in hit.entry.features else _FURTHEST_THING
    for thing in telling.between("event-object", hit.end, min(clause.high, hit.end + reach)):
        if thing.entry.value in wanted:
            return thing
    for thing in reversed(telling.between("event-object", max(clause.sentence.start, start - _FURTHEST_THING), start)):
        if thing.entry.value in wanted:
            return thing
    return None


def undergoers(telling: Telling, clause: Clause, hit: Hit, thing: Hit | None, done: Named) -> Named:
    """Those whom the verb's frame says that it is done to."""
    frames = frames_of(hit.entry.features.get("frame", ""))
    if not frames:
        return NOBODY
    near = "near" in hit.entry.features and thing is None
    limit = min(clause.high, hit.end + (_NEAR_THING if near else _FURTHEST_OBJECT))
    passed = False
    territory = "territory" in hit.entry.features
    for mention in telling.mentions.between(hit.end, limit):
        party = telling.party(mention) or (place_country(mention) if territory and mention.kind == "place" else None)
        if party is None:
            continue
        if (
            mention not in done.mentions
            and party not in done.parties
            and _is_framed(telling, mention, frames, hit, thing, passed)
        ):
            return _with_joined_after(telling, mention, party, clause.high)
        passed = passed or not _preposition_before(telling, mention.start, hit.end)
    return NOBODY


def _is_framed(
    telling: Telling, mention: Mention, frames: frozenset[str], hit: Hit, thing: Hit | None, passed: bool
) -> bool:
    preposition = _preposition_before(telling, mention.start, hit.end)
    if preposition:
        if preposition in frames:
            return True
        # prisoners of a country, positions of a group
        near = mention.start - (hit if thing is None else thing).end <= (_POSSESSED if thing is None else 2)
        return "np" in frames and near and not passed and preposition in telling.settings["possessive"]
    if thing is not None and "np" in frames:
        return mention.start < thing.end + 4
    letters = mention.inflection if mention.inflection not in ("plural", "possessive") else ""
    for frame, cases in _CASES.items():
        if frame in frames and not passed and (not letters or set(letters) & set(cases)):
            return frame == "np" or bool(letters)
    return False


def agent(telling: Telling, clause: Clause, taken: Sequence[Mention]) -> Named:
    """The doer whom a passive names: after *by*, or in the instrumental."""
    by = telling.settings["by"]
    articulated: dict[str, str] = telling.settings["articulated"]
    for mention in telling.mentions.between(clause.end, min(clause.high, clause.end + _FURTHEST_OBJECT)):
        party = telling.party(mention)
        if party is None or mention in taken:
            continue
        preposition = _preposition_before(telling, mention.start, clause.end)
        if preposition in by or articulated.get(preposition) in by or not preposition and mention.inflection == "i":
            return Named((party,), (mention,), mention.end)
    return NOBODY
