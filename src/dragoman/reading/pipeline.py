"""The reader: the order of the stages, and the record that comes of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.record import Actor, Boilerplate, Claim, Delegation, DocumentFacts, Event, Record, Role, Round, RoundDate, RoundDuration, RoundPlace, Span, Statement, Time
from dragoman.reading.article import Article
from dragoman.reading.claims import find_claims
from dragoman.reading.found import FoundClaim, FoundRound, FoundStatement, FoundTime, Mention
from dragoman.reading.furniture import Credit, Furniture, body_sentences, find_furniture, mark_skipped
from dragoman.reading.lexicons import reading_pack
from dragoman.reading.prepare import prepare
from dragoman.reading.references import find_mentions
from dragoman.reading.rounds import find_rounds
from dragoman.reading.statements import find_statements
from dragoman.reading.times import find_times
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
    furniture, credit = find_furniture(article)
    skipped = mark_skipped(article, furniture)
    article = replace(article, sentences=body_sentences(article, skipped))
    times = find_times(article)
    mentions = find_mentions(article)
    statements = find_statements(article, mentions, skipped)
    rounds = find_rounds(article, mentions, times, statements, skipped)
    claims = find_claims(article, mentions, statements, skipped)
    record = Record(
        document=_facts(article, credit, url),
        boilerplate=tuple(_boilerplate(article, piece) for piece in furniture),
        actors=_actors(article, mentions, skipped),
        times=tuple(_time(article, time) for time in times),
        statements=tuple(_statement(article, index, statement) for index, statement in enumerate(statements)),
        rounds=tuple(_round(article, index, found) for index, found in enumerate(rounds)),
        claims=tuple(_claim(article, index, found) for index, found in enumerate(claims)),
    )
    return Reading(record=record, trace=())


def _facts(article: Article, credit: Credit, url: str | None) -> DocumentFacts:
    text = article.text
    headline = text[: article.starts[article.title_end]].strip() if article.title_end else None
    return DocumentFacts(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        language=article.pack.code,
        direction=article.pack.direction,
        title=credit.title or headline,
        publisher=credit.publisher,
        published=article.published.isoformat() if article.published else None,
        url=url,
    )


def _boilerplate(article: Article, piece: Furniture) -> Boilerplate:
    span = article.span(piece.start, piece.end)
    return Boilerplate(start=span.start, end=span.end, text=span.text, kind=piece.kind, rule=piece.rule)


def _round(article: Article, index: int, found: FoundRound) -> Round:
    return Round(
        id=f"r{index + 1}",
        parties=found.parties,
        mediators=found.mediators,
        date=RoundDate(value=found.date_value, span=article.span(found.date.start, found.date.end)) if found.date and found.date_value else None,
        place=_round_place(article, found.place) if found.place else None,
        venue=None,
        duration=RoundDuration(value=found.duration.value, mod=found.duration.mod, span=article.span(found.duration.start, found.duration.end)) if found.duration else None,
        delegations=tuple(Delegation(party=party, head=head) for party, head in found.heads),
        status=found.status,
        evidence=tuple(article.span(start, end) for start, end in found.evidence),
        rule=found.rule,
    )


def _claim(article: Article, index: int, found: FoundClaim) -> Claim:
    condition = None
    if found.condition_start is not None and found.condition_end is not None:
        condition = article.span(found.condition_start, found.condition_end).text
    return Claim(
        id=f"c{index + 1}",
        issue=found.issue,
        status=found.status,
        parties=found.parties,
        statement=f"s{found.statement + 1}" if found.statement is not None else None,
        condition=condition,
        evidence=(article.span(found.start, found.end),),
        rule=found.rule,
    )


def _round_place(article: Article, mention: Mention) -> RoundPlace:
    registry = load_registry()
    span = article.span(mention.start, mention.end)
    if mention.kind == "place":
        place = registry.place_index.get(mention.name) or (registry.capital_of(mention.actor) if mention.actor else None)
        if place is not None:
            return RoundPlace(name=place.name, country=place.country, span=span)
    actor = registry.actors.get(mention.actor or "")
    return RoundPlace(name=actor.name if actor else span.text, country=actor.country if actor else None, span=span)


def _time(article: Article, time: FoundTime) -> Time:
    return Time(span=article.span(time.start, time.end), type=time.type, value=time.value, mod=time.mod, rule=time.rule)


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


def _actors(article: Article, mentions: tuple[Mention, ...], skipped: bytearray) -> tuple[Actor, ...]:
    registry = load_registry()
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.actor and not skipped[mention.start]:
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
