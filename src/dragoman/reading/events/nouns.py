"""Events that a noun of action tells: only where a word says that the action took place, is planned, or did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dragoman.languages.lexicon import Hit
from dragoman.reading.events.clauses import Clause, Telling
from dragoman.reading.events.parties import NOBODY, Named, agent, doer, undergoers, victims
from dragoman.reading.events.reality import HYPOTHETICAL, OCCURRED, composed, is_open, reality_of, told
from dragoman.reading.events.types import cameo_of, parse_code
from dragoman.reading.events.verbs import extent, is_finite, sharpen
from dragoman.reading.found import FoundEvent

_REACH = 6


def events_of_nouns(telling: Telling, verbal: list[FoundEvent]) -> list[FoundEvent]:
    """An event for each noun of action that something asserts and no verb has told."""
    found: list[FoundEvent] = []
    covered = 0
    for _, group in groupby(telling.article.by_kind.get("event-noun", ()), key=lambda noun: noun.start):
        hit = _choose(telling, list(group))
        if hit.start < telling.article.title_end or telling.skipped[hit.start] or hit.start < covered:
            continue
        if any(event.start <= hit.start < event.end for event in verbal):
            continue
        clause = telling.clause(hit.start, hit.end)
        governed = _governing(telling, clause, hit)
        if governed is None:
            continue
        reality, subject = governed
        event = _read(telling, clause, hit, reality, subject)
        if event is not None:
            found.append(event)
            covered = event.end
    return found


def _choose(telling: Telling, hits: Sequence[Hit]) -> Hit:
    """The reading of a noun: the one whose object follows, else the one that asks for none."""
    for hit in hits:
        wanted = hit.entry.features.get("object")
        if wanted and any(
            thing.entry.value == wanted for thing in telling.between("event-object", hit.end, hit.end + 7)
        ):
            return hit
    return next((hit for hit in hits if "object" not in hit.entry.features), hits[0])


def _governing(telling: Telling, clause: Clause, hit: Hit) -> tuple[str, Named] | None:
    """What says whether the action took place, and who does it where that is the subject of a verb; None: nothing says so."""
    report = telling.statement_at(hit.start)
    for light in reversed(telling.between("event-light", max(clause.region, hit.start - _REACH), hit.start)):
        own = telling.clause(light.start, light.end)
        if (
            hit.start >= own.high
            or light.entry.value == "result"
            and hit.start - light.end > 2
            or not is_finite(telling, own, light)
        ):
            continue
        base = reality_of(telling, own, light, report)
        if light.entry.value == "result":
            return base, NOBODY
        return composed(base, light.entry.value), doer(telling, own, light, None)
    factive = _factive(telling, hit)
    if factive is not None:
        own = telling.clause(factive.start, factive.end)
        reality = reality_of(telling, own, factive, report)
        return (HYPOTHETICAL if reality == OCCURRED and is_open(telling, own) else reality), NOBODY
    for result in telling.between("event-light", hit.end, min(clause.comma, hit.end + 5)):
        if (
            result.entry.value == "result"
            and result.entry.features.get("form") == "past"
            and "ال" in hit.prefix + telling.article.words[hit.start].folded[:2]
        ):
            return told(telling, OCCURRED, report), NOBODY
    return None


def _factive(telling: Telling, hit: Hit) -> Hit | None:
    """The word right before the noun that says that the action took place."""
    for turn in reversed(telling.between("polarity", hit.start - 4, hit.start)):
        if turn.entry.value == "factive" and "time" not in turn.entry.features and turn.end == hit.start:
            return turn
    return None


def _read(telling: Telling, clause: Clause, hit: Hit, reality: str, subject: Named) -> FoundEvent | None:
    features = hit.entry.features
    takes = features.get("takes", "actor")
    suffered = NOBODY
    position = clause.end
    if takes == "recipient":
        suffered = (
            undergoers(telling, clause, hit, clause.end, subject) if subject.parties else victims(telling, clause)
        )
        subject = subject if subject.parties else agent(telling, clause, suffered.mentions)
    else:
        if not subject.parties:
            subject = _owner(telling, clause)
        position = max(
            position, subject.end if subject.mentions and subject.mentions[0].start >= clause.end else position
        )
        suffered = undergoers(telling, clause, hit, position, subject)
    actors, recipients = subject.parties, tuple(p for p in suffered.parties if p not in subject.parties)
    if not actors and not recipients:
        return None
    if takes == "both":
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    code, mode = parse_code(hit.entry.value)
    start, end = extent(clause, None, suffered, subject)
    sharper = sharpen(telling, code, mode, clause.start, max(end, min(clause.high, end + 5)))
    date = telling.date_near(clause)
    own = features.get("cameo")
    event = FoundEvent(
        start=start,
        end=end,
        event_type=code,
        event_mode=sharper,
        cameo=own if own and sharper == mode else cameo_of(code, sharper),
        actors=actors,
        recipients=recipients,
        date=date.value if date else None,
        place=telling.place_near(clause, (*subject.mentions, *suffered.mentions)),
        reality=reality,
        statement=telling.statement_at(hit.start),
        rule="event.noun",
    )
    return replace(event, rule="event.noun-passive") if not actors else event


def _owner(telling: Telling, clause: Clause) -> Named:
    """The doer named right after the noun: *Israel's raids*, *an Israeli raid*."""
    for mention in telling.mentions.between(clause.end, min(clause.comma, clause.end + 3)):
        gap = mention.start - clause.end
        party = telling.party(mention)
        if party is None or mention.governed or gap > (1 if mention.adjectival else 0):
            return NOBODY
        return Named((party,), (mention,), mention.end)
    return NOBODY
