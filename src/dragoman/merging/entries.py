"""What one document brings to a ledger: its rounds, its claims with who speaks for whom, and who appears in it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.merging.ranges import is_day
from dragoman.model.ledger import Appearance, ClaimEntry, Contribution, LedgerDocument, RoundMention, Words
from dragoman.model.record import Actor, Claim, Record, Round, Span, Statement
from dragoman.registry import load_registry

_SPOKESMEN = ("spokesperson", "spokesman", "spokeswoman", "press secretary")
_LONGEST_NAMES = 12


def collect(record: Record, document: LedgerDocument) -> Contribution:
    """The document's contribution, in terms that can be compared across documents and languages."""
    voices = _Voices(record)
    rounds = [meeting for meeting in record.rounds if len(meeting.parties) > 1]
    return Contribution(
        mentions=tuple(_mention(meeting, document) for meeting in rounds),
        claims=tuple(_claim(claim, document, record, voices) for claim in record.claims),
        appearances=tuple(_appearance(actor, document, voices) for actor in voices.actors.values()),
    )


def party_of(country_or_id: str) -> str:
    """How a party is told everywhere: a country by its code, others by their actor id."""
    return country_or_id.removeprefix("country/")


class _Voices:
    """Who speaks for which party in one document."""

    def __init__(self, record: Record) -> None:
        self.actors = {actor.id: actor for actor in record.actors}
        self.statements = {statement.id: statement for statement in record.statements}
        self.speakers = {statement.speaker for statement in record.statements if statement.speaker}
        self.rounds = [meeting for meeting in record.rounds if len(meeting.parties) > 1]
        self._heads = {
            person: party_of(delegation.party)
            for meeting in record.rounds
            for delegation in meeting.delegations
            for person in (delegation.head, *delegation.members)
            if person
        }

    def party(self, speaker: str | None) -> str | None:
        """The party that a speaker speaks for: as the registry knows, as delegate, by office, or by being the party."""
        if speaker is None:
            return None
        known_of = load_registry().actors.get(speaker)
        if known_of and known_of.country and any(known_of.country in meeting.parties for meeting in self.rounds):
            return known_of.country
        if speaker in self._heads:
            return self._heads[speaker]
        actor = self.actors.get(speaker)
        if actor is None:
            known = load_registry().actors.get(speaker)
            return (known.country or party_of(known.id)) if known else None
        if actor.type == "group":
            return actor.id
        served = next((role.of for role in actor.roles if role.of), None)
        return _state_of(served, self.actors) or actor.country or (actor.id if actor.type == "country" else None)

    def rank(self, speaker: str | None) -> str:
        """Whether the speaker is an institution, its spokesperson, the head of a delegation, or somebody else."""
        actor = self.actors.get(speaker or "")
        if actor is None:
            return "other"
        if actor.type in ("organization", "country", "group"):
            return "institution"
        if any(word in role.title for role in actor.roles for word in _SPOKESMEN):
            return "spokesperson"
        return "head" if actor.id in self._heads else "person"

    def between(self, claim: Claim, speaker: str | None) -> tuple[str, ...]:
        """The parties between whom an issue stands: as told, else those who negotiate in the document."""
        told = tuple(sorted({party_of(party) for party in claim.parties} - self._mediators()))
        sets = [tuple(sorted(map(party_of, meeting.parties))) for meeting in self.rounds]
        if not sets:
            return told if len(told) > 1 else self._completed({*told, self.party(speaker)} - {None})
        holding = [parties for parties in sets if set(told) <= set(parties)]
        if len(told) > 1 and not holding:
            return told
        party = self.party(speaker)
        return next((parties for parties in holding if party in parties), (holding or sets)[0])

    def _completed(self, parties: set[str | None]) -> tuple[str, ...]:
        """The parties with the countries that the document is about, where these are two that stand out."""
        counts = sorted(((len(actor.mentions), actor.country or "") for actor in self._countries), reverse=True)
        about = {country for _, country in counts[:2]}
        clear = len(counts) == 2 or (len(counts) > 2 and counts[1][0] >= 2 * counts[2][0])
        whole = parties | about if clear and parties <= about else parties
        return tuple(sorted(party for party in whole if party))

    @property
    def _countries(self) -> list[Actor]:
        return [actor for actor in self.actors.values() if actor.type == "country"]

    def _mediators(self) -> set[str]:
        return {party_of(mediator) for meeting in self.rounds for mediator in meeting.mediators}


def _state_of(served: str | None, actors: dict[str, Actor]) -> str | None:
    if served is None or len(served) == 2:
        return served
    actor = actors.get(served) or load_registry().actors.get(served)
    return actor.country if actor else None


def _mention(meeting: Round, document: LedgerDocument) -> RoundMention:
    people = [(party_of(item.party), item) for item in meeting.delegations]
    return RoundMention(
        document=document.id,
        id=meeting.id,
        parties=tuple(sorted({party_of(party) for party in meeting.parties})),
        status=meeting.status,
        mediators=tuple(sorted(map(party_of, meeting.mediators))),
        date=meeting.date.value if meeting.date else None,
        place=meeting.place.name if meeting.place else None,
        country=meeting.place.country if meeting.place else None,
        venue=meeting.venue,
        duration=meeting.duration.value if meeting.duration else None,
        bound=meeting.duration.mod if meeting.duration else None,
        heads=tuple(sorted((party, item.head) for party, item in people if item.head)),
        members=tuple(sorted((party, member) for party, item in people for member in item.members)),
        evidence=_words(_with_slots(meeting)),
        published=document.published,
    )


def _with_slots(meeting: Round) -> Iterable[Span]:
    """The round's evidence, and the words of slots that stand outside it."""
    spans = list(meeting.evidence)
    for slot in (meeting.date, meeting.place, meeting.duration):
        if slot and not any(span.start <= slot.span.start < span.end for span in spans):
            spans.append(slot.span)
    return spans


def _claim(claim: Claim, document: LedgerDocument, record: Record, voices: _Voices) -> ClaimEntry:
    statement = voices.statements.get(claim.statement or "")
    speaker = statement.speaker if statement else None
    return ClaimEntry(
        document=document.id,
        id=claim.id,
        issue=claim.issue,
        parties=voices.between(claim, speaker),
        status=claim.status,
        by=speaker,
        label=statement.label.text if statement and statement.label else None,
        said=statement is not None,
        party=voices.party(speaker),
        rank=voices.rank(speaker),
        via=statement.via if statement else (),
        certainty=statement.certainty if statement else None,
        date=_said_on(statement, document),
        condition=claim.condition,
        evidence=_words(claim.evidence),
    )


def _said_on(statement: Statement | None, document: LedgerDocument) -> str | None:
    if statement is not None and is_day(statement.date):
        return statement.date
    return document.published


def _words(spans: Iterable[Span]) -> tuple[Words, ...]:
    return tuple(Words(start=span.start, end=span.end, text=span.text) for span in spans)


def _appearance(actor: Actor, document: LedgerDocument, voices: _Voices) -> Appearance:
    spellings = dict.fromkeys(" ".join(span.text.split()) for span in actor.mentions)
    return Appearance(
        document=document.id,
        actor=actor.id,
        name=actor.name,
        type=actor.type,
        country=voices.party(actor.id) if actor.type == "person" else actor.country,
        language=document.language,
        names=tuple(spellings)[:_LONGEST_NAMES],
        speaks=actor.id in voices.speakers,
    )
