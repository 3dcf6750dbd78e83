"""The reader: the order of the stages, and the record that comes of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from dragoman.model.record import Actor, Boilerplate, Claim, Delegation, DocumentFacts, Event, Record, Role, Round, RoundDate, RoundDuration, RoundPlace, Span, Statement, Time
from dragoman.reading.article import Article
from dragoman.reading.found import FoundStatement, FoundTime, Mention
from dragoman.reading.lexicons import reading_pack
from dragoman.reading.prepare import prepare
from dragoman.reading.references import find_mentions
from dragoman.reading.statements import find_statements
from dragoman.registry import load_registry


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """One decision of a stage: the rule, the characters it is about, and a note for the curious."""

    stage: str
    rule: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The record of a document and the decisions behind it."""

    record: Record
    trace: tuple[Trace, ...]


def read_article(text: str, *, published: date | None = None, language: str = "ar", url: str | None = None) -> Reading:
    """The record of one text in a language that a pack reads; see `workflows` for what may be handed in."""
    article = prepare(text, reading_pack(language), published)
    mentions = find_mentions(article)
    skipped = bytearray(len(article.words) + 1)
    try:
        from dragoman.reading.times import find_times
        times = find_times(article)
    except ImportError:
        times = ()
    statements = find_statements(article, mentions, skipped)
    actors = _actors(article, mentions)
    record = Record(
        document=DocumentFacts(id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16], text=text, language=language, direction=article.pack.direction,
                               published=published.isoformat() if published else None, url=url),
        actors=actors,
        times=tuple(Time(span=article.span(t.start, t.end), type=t.type, value=t.value, mod=t.mod, rule=t.rule) for t in times),
        statements=tuple(_statement(article, index, s) for index, s in enumerate(statements)),
    )
    return Reading(record=record, trace=())


def _statement(article: Article, index: int, s: FoundStatement) -> Statement:
    names = load_registry().actors
    return Statement(
        id=f"s{index + 1}",
        speaker=s.speaker,
        label=article.span(s.label_start, s.label_end) if s.label_start is not None and s.label_end is not None else None,
        via=tuple(names[v].name if v in names else v for v in s.via),
        cue=article.span(s.cue_start, s.cue_end) if s.cue_start is not None and s.cue_end is not None else None,
        content=article.span(s.start, s.end),
        mode=s.mode,
        certainty=s.certainty,
        date=None,
        rule=s.rule,
    )


def _actors(article: Article, mentions: tuple[Mention, ...]) -> tuple[Actor, ...]:
    registry = load_registry()
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.actor:
            grouped.setdefault(mention.actor, []).append(mention)
    actors = []
    for actor_id, group in grouped.items():
        known = registry.actors.get(actor_id)
        name = known.name if known else _body_name(group) or group[0].name
        actors.append(Actor(id=actor_id, name=name, type=known.type if known else ("person" if actor_id.startswith("person/") else "organization"),
                            country=known.country if known else next((m.of for m in group if m.of and len(m.of) == 2), None),
                            roles=tuple(Role(title=m.title, of=m.of, evidence=(article.span(m.start, m.end),)) for m in group if m.title)[:1],
                            mentions=tuple(article.span(m.head if m.kind == "person" else m.start, m.end) for m in group)))
    return tuple(actors)


def _body_name(group: list[Mention]) -> str | None:
    registry = load_registry()
    for mention in group:
        if mention.kind == "organization" and mention.of:
            body = registry.office_body(mention.name, mention.of)
            country = registry.actors.get(f"country/{mention.of}")
            if body and country:
                return body.actor_name(country.name)
    return None
