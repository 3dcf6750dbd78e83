"""Events that a finite verb tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dragoman.languages.lexicon import MARK, WORD, Hit
from dragoman.reading.events.clauses import Clause, Telling
from dragoman.reading.events.parties import (
    NOBODY,
    Named,
    agent,
    doer,
    frames_of,
    governor,
    is_joined,
    is_victim_next,
    undergoers,
    victims,
)
from dragoman.reading.events.reality import reality_of
from dragoman.reading.events.types import cameo_of, parse_code
from dragoman.reading.found import FoundEvent, Mention
from dragoman.text.folding import fold

_OBJECT_REACH, _OBJECT_NEAR, _REQUIRED_REACH = 12, 5, 8
_DIRECT = frozenset(("np",))
_UNSPECIFIC = frozenset((None, "heavy-weapons"))


def events_of_verbs(telling: Telling, taken: frozenset[int]) -> list[FoundEvent]:
    """An event for each verb that tells one; verbs at the tokens in `taken` are already read."""
    found: list[FoundEvent] = []
    inherited: tuple[int, Named] = (-1, NOBODY)
    for start, group in groupby(telling.article.by_kind.get("event-verb", ()), key=lambda hit: hit.start):
        if start < telling.article.title_end or telling.skipped[start] or start in taken:
            continue
        hits = list(group)
        clause = telling.clause(start, hits[0].end)
        chosen = choose(telling, clause, hits)
        if chosen is None:
            continue
        hit, thing = chosen
        event, subject = _read(
            telling, clause, hit, thing, inherited[1] if inherited[0] == clause.sentence.start else NOBODY
        )
        if subject.parties:
            inherited = (clause.sentence.start, subject)
        if event is not None:
            found.append(event)
    return found


def is_finite(telling: Telling, clause: Clause, hit: Hit) -> bool:
    """False where the spelling is a noun or a name here."""
    features = hit.entry.features
    past = features.get("form") == "past"
    if hit.suffix and (hit.suffix not in telling.settings.get("verb_suffixes", ()) or not _takes_object(hit)):
        return False
    if (
        past
        and ("س" in hit.prefix or "ل" in hit.prefix)
        or telling.is_covered(hit.start)
        or hit.start in telling.time_tokens
    ):
        return False
    before = hit.start - 1
    if before >= clause.sentence.start and telling.is_preposition(before) and not telling.article.at("break", before):
        return False
    twin = features.get("twin")
    if twin is None or fold(hit.entry.form) != fold(twin):
        return True
    if any(
        turn.entry.features.get("time") == "noun" or turn.entry.value == "factive"
        for turn in telling.between("polarity", before, before + 1)
    ):
        return False
    if clause.near == hit.start:
        return True
    named = telling.mentions.between(clause.near, hit.start)
    return (
        bool(named)
        and named[-1].end == hit.start
        and not named[-1].governed
        and _opens(telling, clause.near, named[-1])
    )


def _takes_object(hit: Hit) -> bool:
    features = hit.entry.features
    return "object" in features or "np" in frames_of(features.get("frame", "")) or hit.entry.kind != "event-verb"


def _opens(telling: Telling, near: int, mention: Mention) -> bool:
    """True where the clause begins with the mention, or with its noun: what follows is its verb."""
    if mention.start == near:
        return True
    verbal = any(telling.article.at(kind, near) for kind in ("event-light", "event-verb", "verb", "meets"))
    return mention.adjectival and mention.start - near == 1 and not verbal


def choose(telling: Telling, clause: Clause, hits: Sequence[Hit]) -> tuple[Hit, Hit | None] | None:
    """The reading of a verb whose object, if it asks for one, stands nearest; else one that asks for none."""
    best: tuple[int, Hit, Hit | None] | None = None
    for hit in hits:
        if not is_finite(telling, clause, hit) or not _has_required(telling, clause, hit):
            continue
        classes = hit.entry.features.get("object")
        thing = _thing(telling, clause, hit, classes) if classes else None
        if classes and thing is None:
            continue
        rank = abs(thing.start - hit.end) if thing else 99
        if best is None or rank < best[0]:
            best = (rank, hit, thing)
    return (best[1], best[2]) if best else None


def _thing(telling: Telling, clause: Clause, hit: Hit, classes: str) -> Hit | None:
    """The thing acted upon: after the verb, or before the relative that the verb follows."""
    wanted = classes.split(",")
    reach = _OBJECT_NEAR if "near" in hit.entry.features else _OBJECT_REACH
    for thing in telling.between("event-object", hit.end, min(clause.high, hit.end + reach)):
        if thing.entry.value in wanted and ("oblique" in hit.entry.features or not _is_governed(telling, thing)):
            return thing
    if clause.opening is not None and clause.opening.kind == "relative" and clause.near == hit.start:
        for thing in reversed(
            telling.between("event-object", max(clause.sentence.start, clause.opening.start - 4), clause.opening.start)
        ):
            if thing.entry.value in wanted:
                return thing
    return None


def _is_governed(telling: Telling, thing: Hit) -> bool:
    """True where a preposition stands before the thing: it is not what the verb acts upon."""
    if any(letter in thing.prefix.replace("ال", "") for letter in telling.settings["prepositional_prefixes"]):
        return True
    return (
        telling.is_preposition(thing.start - 1)
        or telling.is_preposition(thing.start - 2)
        and not telling.article.at("number", thing.start - 1)
    )


def _has_required(telling: Telling, clause: Clause, hit: Hit) -> bool:
    """True where the preposition follows without which the verb means something else."""
    required = hit.entry.features.get("requires")
    if required is None:
        return True
    wanted = fold(required)
    words = telling.article.words
    for token in range(hit.end, min(clause.high + 1, hit.end + _REQUIRED_REACH, len(words))):
        folded = words[token].folded
        if folded == wanted or len(wanted) == 1 and folded.startswith(wanted) and len(folded) > 3:
            return True
    return False


def _read(
    telling: Telling, clause: Clause, hit: Hit, thing: Hit | None, inherited: Named
) -> tuple[FoundEvent | None, Named]:
    """The event of one verb, and its subject."""
    features = hit.entry.features
    subject = doer(telling, clause, hit, thing)
    if "passive" in features or "victim" in features and _is_passive(telling, clause, hit, subject):
        suffered = subject if subject.parties else victims(telling, clause)
        subject = agent(telling, clause, suffered.mentions)
        return _event(telling, clause, hit, thing, subject, suffered), NOBODY
    if not subject.parties and inherited.parties and is_joined(telling, hit) and not hit.suffix:
        subject = Named(inherited.parties, (), clause.end)
    position = max(clause.end, subject.end)
    if thing is not None and "np" not in frames_of(features.get("frame", "")):
        position = max(position, min(thing.start, clause.high)) if thing.start >= clause.end else position
    suffered = undergoers(telling, clause, hit, position, subject)
    blind = not subject.parties and suffered.mentions and not governor(telling, suffered.mentions[0], position)
    if blind and not (suffered.mentions[0].adjectival and hit.entry.value.startswith("ASSAULT")):
        # an object without a known subject: an earthquake may have struck
        suffered = NOBODY
    if not suffered.parties and _lacks_object(telling, clause, hit, position):
        return None, subject
    if ("requires-recipient" in features or "met" in features) and not suffered.parties:
        return None, subject
    if (
        "person" in features
        and not features.get("frame")
        and not any(m.kind in ("person", "role") for m in subject.mentions)
    ):
        return None, subject
    return _event(telling, clause, hit, thing, subject, suffered), subject


def _is_passive(telling: Telling, clause: Clause, hit: Hit, subject: Named) -> bool:
    """True for a verb of harm whose subject suffered it: victims come next, or nothing that it was done to follows."""
    before = bool(subject.parties) and subject.end <= clause.start
    if is_victim_next(telling, clause):
        return not before
    if hit.suffix or not subject.mentions or not _may_suffer(telling, subject):
        return False
    return not _object_follows(telling, clause, max(clause.end, subject.end))


def _may_suffer(telling: Telling, subject: Named) -> bool:
    """True for people; authorities and forces act."""
    first = subject.mentions[0]
    acts = any(thing.entry.value == "own-doer" for thing in telling.article.at("event-object", first.start - 1))
    return first.adjectival and not acts or first.kind in ("role", "person")


def _object_follows(telling: Telling, clause: Clause, position: int) -> bool:
    """True where a noun stands next, times and adverbs between commas passed over."""
    article = telling.article
    while position < clause.high:
        word = article.words[position]
        if not (word.kind == MARK or position in telling.time_tokens or article.at("adverbial", position)):
            joined = (
                word.folded.startswith(tuple(telling.settings["joining_prefixes"]))
                and word.kind == WORD
                and len(word.folded) > 3
            )
            return not (
                telling.is_preposition(position)
                or joined
                or any(
                    letter and word.folded.startswith(letter + "ال")
                    for letter in telling.settings["prepositional_prefixes"]
                )
            )
        position += 1
    return False


def _lacks_object(telling: Telling, clause: Clause, hit: Hit, position: int) -> bool:
    """True where a verb of violence or force asks for a direct object and has none: who did it to whom is unsure."""
    features = hit.entry.features
    if not hit.entry.value.startswith(("ASSAULT", "COERCE")) or features.get("object") or hit.suffix:
        return False
    return (
        frames_of(features.get("frame", "")) <= _DIRECT
        and bool(features.get("frame"))
        and not _object_follows(telling, clause, position)
    )


def _event(
    telling: Telling, clause: Clause, hit: Hit, thing: Hit | None, subject: Named, suffered: Named
) -> FoundEvent | None:
    actors, recipients = subject.parties, tuple(p for p in suffered.parties if p not in subject.parties)
    if not actors and not recipients:
        return None
    features = hit.entry.features
    if "reciprocal" in features:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    code, mode = parse_code(hit.entry.value)
    start, end = extent(clause, thing, subject, suffered)
    reach = max(end, min(clause.high, end + 6))
    code = "THREATEN" if is_threat(telling, code, start, reach) else code
    sharper = sharpen(telling, code, mode, start, reach)
    report = telling.statement_at(hit.start)
    date = telling.date_near(clause)
    return FoundEvent(
        start=start,
        end=end,
        event_type=code,
        event_mode=sharper,
        cameo=_cameo(code, mode, sharper, features.get("cameo"), thing),
        actors=actors,
        recipients=recipients,
        date=date.value if date else None,
        place=telling.place_near(clause, (*subject.mentions, *suffered.mentions)),
        reality=reality_of(telling, clause, hit, report),
        statement=report,
        rule="event.verb",
    )


def _cameo(code: str, mode: str | None, sharper: str | None, own: str | None, thing: Hit | None) -> str:
    special = thing.entry.features.get(code) if thing else None
    if special:
        return special
    return own if own and sharper == mode else cameo_of(code, sharper)


def extent(clause: Clause, thing: Hit | None, *named: Named) -> tuple[int, int]:
    """The tokens from the first to the last word that the event stands on."""
    starts = [clause.start, *(mention.start for each in named for mention in each.mentions)]
    ends = [clause.end, *(mention.end for each in named for mention in each.mentions)]
    if thing is not None:
        starts.append(thing.start)
        ends.append(thing.end)
    low = max(clause.sentence.start, min(starts))
    return low, min(clause.sentence.end, max(ends))


def is_threat(telling: Telling, code: str, start: int, end: int) -> bool:
    """True where what is promised is violence."""
    return code == "AGREE" and sharpen(telling, "THREATEN", None, start, end) == "violence"


def sharpen(telling: Telling, code: str, mode: str | None, start: int, end: int) -> str | None:
    """The mode that the words around give to a type whose verb leaves it open."""
    if mode not in _UNSPECIFIC or mode is not None and code != "ASSAULT":
        return mode
    for hit in telling.between("event-mode", start, end):
        for value in hit.entry.value.split(","):
            name, sharper = parse_code(value)
            if name == code:
                return sharper
    return mode
