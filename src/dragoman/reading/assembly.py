"""The record of an article, made of what the stages found."""

from __future__ import annotations

import hashlib

from dragoman.model.record import (
    Actor,
    Boilerplate,
    Claim,
    Delegation,
    DocumentFacts,
    Event,
    Record,
    Role,
    Round,
    RoundDate,
    RoundDuration,
    RoundPlace,
    Statement,
    Time,
)
from dragoman.reading.found import (
    Findings,
    FoundClaim,
    FoundEvent,
    FoundRound,
    FoundStatement,
    FoundTime,
    Furniture,
    Mention,
)
from dragoman.reading.layout.article import Article, within
from dragoman.registry import load_registry


def make_record(article: Article, found: Findings, url: str | None) -> Record:
    """The record with every span cut from the text."""
    return Record(
        document=_facts(article, found, url),
        boilerplate=tuple(_boilerplate(article, piece) for piece in found.furniture),
        actors=_actors(article, found),
        times=tuple(_time(article, time) for time in found.times),
        statements=tuple(
            _statement(article, index, statement, found) for index, statement in enumerate(found.statements)
        ),
        rounds=tuple(_round(article, index, told) for index, told in enumerate(found.rounds)),
        claims=tuple(_claim(article, index, claim) for index, claim in enumerate(found.claims)),
        events=tuple(_event(article, index, event) for index, event in enumerate(found.events)),
    )


def _facts(article: Article, found: Findings, url: str | None) -> DocumentFacts:
    text = article.text
    headline = text[: article.starts[article.title_end]].strip() if article.title_end else None
    return DocumentFacts(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        language=article.pack.code,
        direction=article.pack.direction,
        title=found.title or headline,
        publisher=found.publisher,
        published=article.published.isoformat() if article.published else None,
        url=url,
        translated_from=found.translated_from,
    )


def _boilerplate(article: Article, piece: Furniture) -> Boilerplate:
    span = article.span(piece.start, piece.end)
    return Boilerplate(start=span.start, end=span.end, text=span.text, kind=piece.kind, rule=piece.rule)


def _round(article: Article, index: int, found: FoundRound) -> Round:
    return Round(
        id=f"r{index + 1}",
        parties=found.parties,
        mediators=found.mediators,
        date=RoundDate(value=found.date_value, span=article.span(found.date.start, found.date.end))
        if found.date and found.date_value
        else None,
        place=_round_place(article, found.place) if found.place else None,
        venue=None,
        duration=RoundDuration(
            value=found.duration.value,
            mod=found.duration.mod,
            span=article.span(found.duration.start, found.duration.end),
        )
        if found.duration
        else None,
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
        place = registry.place_index.get(mention.name) or (
            registry.capital_of(mention.actor) if mention.actor else None
        )
        if place is not None:
            return RoundPlace(name=place.name, country=place.country, span=span)
    actor = registry.actors.get(mention.actor or "")
    return RoundPlace(name=actor.name if actor else span.text, country=actor.country if actor else None, span=span)


def _time(article: Article, time: FoundTime) -> Time:
    return Time(span=article.span(time.start, time.end), type=time.type, value=time.value, mod=time.mod, rule=time.rule)


def _statement(article: Article, index: int, found: FoundStatement, findings: Findings) -> Statement:
    names = load_registry().actors
    label = (
        article.span(found.label_start, found.label_end)
        if found.label_start is not None and found.label_end is not None
        else None
    )
    cue = (
        article.span(found.cue_start, found.cue_end)
        if found.cue_start is not None and found.cue_end is not None
        else None
    )
    return Statement(
        id=f"s{index + 1}",
        speaker=found.speaker,
        label=label,
        via=tuple(names[carrier].name if carrier in names else _name_of(carrier, findings) for carrier in found.via),
        cue=cue,
        content=article.span(found.start, found.end),
        mode=found.mode,
        certainty=found.certainty,
        date=_date_of_saying(found, findings),
        rule=found.rule,
    )


def _date_of_saying(found: FoundStatement, findings: Findings) -> str | None:
    """The date that stands between the verb of saying and what is said."""
    if found.cue_end is None:
        return None
    said = [time.value for time in within(findings.times, found.cue_end, found.start) if time.type in ("DATE", "TIME")]
    return said[0] if said else None


def _actors(article: Article, found: Findings) -> tuple[Actor, ...]:
    """Everybody named in the report, in order of first mention."""
    furniture = {token for piece in found.furniture for token in range(piece.start, piece.end)}
    grouped: dict[str, list[Mention]] = {}
    for mention in found.mentions:
        if mention.actor and mention.start not in furniture:
            grouped.setdefault(mention.actor, []).append(mention)
    return tuple(_actor(article, actor_id, group) for actor_id, group in grouped.items())


def _actor(article: Article, actor_id: str, group: list[Mention]) -> Actor:
    known = load_registry().actors.get(actor_id)
    country = next((mention.of for mention in group if mention.of and len(mention.of) == 2), None)
    return Actor(
        id=actor_id,
        name=known.name if known else _body_name(group) or _written_name(group),
        type=known.type if known else "person" if actor_id.startswith("person/") else "organization",
        country=known.country if known else country,
        roles=_roles(article, group),
        mentions=tuple(
            article.span(mention.head if mention.kind == "person" else mention.start, mention.end) for mention in group
        ),
        repaired=tuple(
            article.span(mention.head, mention.end)
            for mention in group
            if mention.name == "slip" or mention.rule in ("name.slip", "name.by-sound")
        ),
    )


def _name_of(carrier: str, findings: Findings) -> str:
    """The name of a carrier that the registry does not know: an actor of this article, or words as they stand."""
    group = [mention for mention in findings.mentions if mention.actor == carrier]
    return _body_name(group) or _written_name(group) if group else carrier


def _written_name(group: list[Mention]) -> str:
    """The name that a mention bears; a role that stands for a person bears none."""
    named = (mention.name for mention in group if mention.name and not mention.rule.startswith("role."))
    return next(named, group[0].name)


def _roles(article: Article, group: list[Mention]) -> tuple[Role, ...]:
    """The roles that the text gives, each with all places that give it."""
    told: dict[tuple[str, str | None], list[Mention]] = {}
    for mention in group:
        if mention.title:
            told.setdefault((mention.title, mention.of), []).append(mention)
    return tuple(
        Role(title=title, of=of, evidence=tuple(article.span(mention.start, mention.end) for mention in mentions))
        for (title, of), mentions in told.items()
    )


def _body_name(group: list[Mention]) -> str | None:
    registry = load_registry()
    for mention in group:
        if mention.kind == "organization" and mention.of:
            body = registry.office_body(mention.name, mention.of)
            country = registry.actors.get(f"country/{mention.of}")
            if body and country:
                return body.actor_name(country.name, mention.title or "")
    return None


def _event(article: Article, index: int, found: FoundEvent) -> Event:
    return Event(
        id=f"e{index + 1}",
        event_type=found.event_type,
        event_mode=found.event_mode,
        cameo=found.cameo,
        actor=found.actors,
        recipient=found.recipients,
        date=found.date,
        place=found.place,
        reality=found.reality,
        statement=f"s{found.statement + 1}" if found.statement is not None else None,
        evidence=tuple(article.span(start, end) for start, end in ((found.start, found.end), *found.further)),
        rule=found.rule,
    )
