"""Events that a verb tells in a language whose verbs follow their subjects."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dragoman.languages.lexicon import Hit
from dragoman.reading.events.clauses import Clause, Telling
from dragoman.reading.events.parties import NOBODY, Named, frames_of
from dragoman.reading.events.reality import told
from dragoman.reading.events.subject_first.parts import agent, find_thing, subject_after, subject_before, undergoers
from dragoman.reading.events.subject_first.predicates import Predicate, read_predicate
from dragoman.reading.events.types import cameo_of, parse_code
from dragoman.reading.events.verbs import extent, is_threat, sharpen
from dragoman.reading.found import FoundEvent

_REQUIRED_REACH = 3


def events_of_deeds(telling: Telling) -> list[FoundEvent]:
    """An event for each verb that tells one."""
    found: list[FoundEvent] = []
    inherited: tuple[int, Named] = (-1, NOBODY)
    for start, group in groupby(telling.article.by_kind.get("event-verb", ()), key=lambda hit: hit.start):
        if start < telling.article.title_end or telling.skipped[start] or _is_name(telling, start):
            continue
        hits = list(group)
        clause = telling.clause(start, max(hit.end for hit in hits))
        chosen = choose(telling, clause, hits)
        if chosen is None:
            continue
        predicate, thing = chosen
        subject = subject_before(telling, clause, predicate.start)
        if not subject.parties and inherited[0] == clause.sentence.start and _is_joined(telling, predicate.start):
            subject = Named(inherited[1].parties, (), clause.end)
        event = _read(telling, clause, predicate, thing, subject)
        if subject.parties and not predicate.passive:
            inherited = (clause.sentence.start, subject)
        if event is not None:
            found.append(event)
    return found


def _is_name(telling: Telling, token: int) -> bool:
    """True where the word is part of a name, and no auxiliary before it shows a verb."""
    classes = telling.settings["auxiliary_words"]
    return telling.is_covered(token) and (token == 0 or telling.article.words[token - 1].folded not in classes)


def choose(telling: Telling, clause: Clause, hits: Sequence[Hit]) -> tuple[Predicate, Hit | None] | None:
    """The reading of a verb whose object, if it asks for one, stands nearest; else one that asks for none."""
    best: tuple[int, Predicate, Hit | None] | None = None
    for hit in hits:
        if not _has_required(telling, clause, hit):
            continue
        predicate = read_predicate(telling, clause, hit)
        if predicate is None:
            continue
        thing = find_thing(telling, clause, hit, predicate.start) if "object" in hit.entry.features else None
        if "object" in hit.entry.features and thing is None:
            continue
        rank = abs(thing.start - hit.end) if thing else 99
        if best is None or rank < best[0]:
            best = (rank, predicate, thing)
    return (best[1], best[2]) if best else None


def _has_required(telling: Telling, clause: Clause, hit: Hit) -> bool:
    required = hit.entry.features.get("requires")
    if required is None:
        return True
    wanted = frames_of(required)
    articulated: dict[str, str] = telling.settings["articulated"]
    words = telling.article.words[hit.end : min(clause.sentence.end, hit.end + _REQUIRED_REACH)]
    if any(word.folded in wanted or articulated.get(word.folded) in wanted for word in words):
        return True
    # an infinitive without a mark of its own
    return not telling.settings["infinitive_marks"] and any(
        "infinitive" in entry.features.get("forms", "") for word in words for _, entry in word.singles
    )


def _is_joined(telling: Telling, start: int) -> bool:
    """True where *and* or a comma ties the verb to one before it."""
    word = telling.article.words[start - 1] if start else None
    return word is not None and (word.folded in telling.settings["joiners"] or word.surface == ",")


def _read(
    telling: Telling, clause: Clause, predicate: Predicate, thing: Hit | None, subject: Named
) -> FoundEvent | None:
    hit = predicate.hit
    features = hit.entry.features
    if not predicate.finite and not _follows_subject(predicate, subject):
        return None
    if predicate.passive:
        suffered = subject
        if not suffered.parties and thing is not None:
            suffered = undergoers(telling, clause, hit, thing, NOBODY)
        return _event(telling, clause, predicate, thing, agent(telling, clause, suffered.mentions), suffered)
    if not subject.parties:
        subject = subject_after(telling, clause, ())
    if not subject.parties:
        return None
    suffered = undergoers(telling, clause, hit, thing, subject)
    if "person" in features and not any(m.kind in ("person", "role") for m in subject.mentions):
        return None
    if "met" in features and not suffered.parties and ("reciprocal" not in features or len(subject.parties) < 2):
        return None
    return _event(telling, clause, predicate, thing, subject, suffered)


def _follows_subject(predicate: Predicate, subject: Named) -> bool:
    """True where the subject stands right before a form that may be a noun as well."""
    return bool(subject.mentions) and predicate.start == subject.end and not subject.mentions[-1].adjectival


def _event(
    telling: Telling, clause: Clause, predicate: Predicate, thing: Hit | None, subject: Named, suffered: Named
) -> FoundEvent | None:
    hit = predicate.hit
    actors, recipients = subject.parties, tuple(p for p in suffered.parties if p not in subject.parties)
    if not actors and not recipients:
        return None
    if "reciprocal" in hit.entry.features:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    code, mode = parse_code(hit.entry.value)
    start, end = extent(clause, thing, subject, suffered)
    reach = max(end, min(clause.high, end + 6))
    code = "THREATEN" if is_threat(telling, code, start, reach) else code
    sharper = sharpen(telling, code, mode, start, reach)
    own = hit.entry.features.get("cameo")
    report = telling.statement_at(hit.start)
    date = telling.date_near(clause)
    # what somebody plans or refuses is reported by the very verb that says so
    cue = telling.statements[report].cue_start if report is not None else None
    is_own = cue is not None and predicate.start <= cue < hit.start
    return FoundEvent(
        start=start,
        end=end,
        event_type=code,
        event_mode=sharper,
        cameo=own if own and sharper == mode else cameo_of(code, sharper),
        actors=actors,
        recipients=recipients,
        date=date.value if date else None,
        place=telling.place_near(clause, (*subject.mentions, *suffered.mentions)),
        reality=predicate.reality if is_own else told(telling, predicate.reality, report),
        statement=report,
        rule="event.verb-passive" if predicate.passive else "event.verb",
    )
