"""Events that a report of speech or a round of talks is by itself: demanding, accusing, threatening, promising, meeting."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.languages.lexicon import Entry, Hit
from dragoman.reading.events.clauses import Clause, Telling, place_name
from dragoman.reading.events.parties import NOBODY, Named, governor
from dragoman.reading.events.reality import NEGATED, OCCURRED, PLANNED, reality_of, told
from dragoman.reading.events.subject_first.predicates import reality_of_cue
from dragoman.reading.events.types import cameo_of, parse_code
from dragoman.reading.events.verbs import choose, is_finite, is_threat, sharpen
from dragoman.reading.found import FoundEvent, FoundRound, FoundStatement, Mention

_ADDRESSEE, _TARGET, _SHARPENING = 3, 7, 9
_STATUS = {"held": OCCURRED, "under-way": OCCURRED, "planned": PLANNED, "cancelled": NEGATED}
# Types whose recipient is addressed, and not spoken about.
_ADDRESSED = frozenset(("REQUEST",))
_DIRECTED = frozenset(("REQUEST", "ACCUSE", "THREATEN", "SUPPORT"))


def events_of_statements(telling: Telling) -> list[FoundEvent]:
    """An event for each report whose act is one (*accused*, *demanded*); saying alone is none."""
    found = []
    for index, statement in enumerate(telling.statements):
        code = telling.settings["acts"].get(statement.act)
        actor = telling.parties.get(statement.speaker or "")
        if code is None or actor is None or statement.cue_start is None or statement.cue_end is None:
            continue
        if telling.skipped[statement.cue_start] or statement.cue_start < telling.article.title_end:
            continue
        if not _tells(telling, statement.cue_start, statement.cue_end):
            continue
        found.append(_act(telling, index, statement, code, actor))
    return found


def _tells(telling: Telling, token: int, end: int) -> bool:
    """False where the verb means this act only with an object or a preposition that is missing (to *carry* and to *blame*)."""
    if not telling.settings.get("verb_first"):
        return not telling.article.at("event-verb", end - 1)
    hits = telling.article.at("event-verb", token)
    verbs = telling.article.at("verb", token)
    if verbs and not any(is_finite(telling, telling.clause(token, verb.end), verb) for verb in verbs):
        return False
    return not hits or choose(telling, telling.clause(token, hits[0].end), hits) is not None


def _act(telling: Telling, index: int, statement: FoundStatement, code: str, actor: str) -> FoundEvent:
    name, mode = parse_code(code)
    cue = _cue(telling, statement)
    clause = telling.clause(cue.start, cue.end)
    other = _other_side(telling, statement, name, actor) if name in _DIRECTED else NOBODY
    report = telling.statement_at(cue.start, without=index)
    limit = min(statement.end, statement.start + _SHARPENING)
    name = "THREATEN" if is_threat(telling, name, statement.start, min(limit, statement.start + 4)) else name
    sharper = sharpen(telling, name, mode, statement.start, limit)
    date = telling.date_near(clause)
    ends = [cue.end, limit, *(mention.end for mention in other.mentions)]
    return FoundEvent(
        start=min(cue.start, statement.start),
        end=max(ends),
        event_type=name,
        event_mode=sharper,
        cameo=cameo_of(name, sharper),
        actors=(actor,),
        recipients=other.parties,
        date=date.value if date else None,
        reality=_reality(telling, clause, cue, report),
        statement=report,
        rule=f"event.{statement.act}",
    )


def _reality(telling: Telling, clause: Clause, cue: Hit, report: int | None) -> str:
    if telling.settings.get("verb_first"):
        return reality_of(telling, clause, cue, report)
    return told(telling, reality_of_cue(telling, clause, cue.start), report)


def _cue(telling: Telling, statement: FoundStatement) -> Hit:
    """The verb that reports, as found in the text."""
    start, end = statement.cue_start or 0, statement.cue_end or 0
    for verb in telling.article.at("verb", start):
        form = {"form": verb.entry.features.get("tense", "past")}
        return Hit(start, end, verb.prefix, Entry("verb", verb.entry.form, verb.entry.value, form), verb.suffix)
    return Hit(start, end, "", Entry("participle", "", "", {"form": "past"}))


def _other_side(telling: Telling, statement: FoundStatement, name: str, actor: str) -> Named:
    """Who is addressed or spoken about: the first party of the content, or one between the verb and the content."""
    low = min(statement.cue_end or statement.start, statement.start)
    reach = _ADDRESSEE if name in _ADDRESSED else _TARGET
    for mention in telling.mentions.between(low, min(statement.end, statement.start + reach + 1)):
        party = telling.party(mention)
        if party is None or party == actor:
            continue
        inside = mention.start >= statement.start
        preposition = governor(telling, mention, low)
        if not inside and not _is_addressed(mention, preposition, telling.settings["asked"]):
            continue
        asked = ("", *telling.settings["asked"])
        if name in _ADDRESSED and preposition not in asked:
            continue
        if mention.kind == "place" and preposition not in asked:
            continue
        return Named((party,), (mention,), mention.end)
    return NOBODY


def _is_addressed(mention: Mention, preposition: str, asked: Sequence[str]) -> bool:
    """True for an object between the verb and what was said."""
    return not mention.adjectival and not preposition and not mention.governed or preposition in asked


def events_of_rounds(telling: Telling, rounds: tuple[FoundRound, ...]) -> list[FoundEvent]:
    """A consultation for each round of talks."""
    found = []
    for meeting in rounds:
        mode = "third-party" if meeting.mediators else "multilateral" if len(meeting.parties) > 2 else None
        start, end = meeting.evidence[0]
        found.append(
            FoundEvent(
                start=start,
                end=end,
                event_type="CONSULT",
                event_mode=mode,
                cameo=cameo_of("CONSULT", mode) if mode else "046",
                actors=meeting.parties,
                recipients=(),
                date=meeting.date_value,
                place=place_name(meeting.place) if meeting.place else None,
                reality=_STATUS[meeting.status],
                further=meeting.evidence[1:],
                rule="event.round",
            )
        )
    return found
