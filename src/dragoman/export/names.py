"""How the parts of a record are called when they are shown: actors, places and times in words."""

from __future__ import annotations

from dragoman.export.labels import label
from dragoman.model.record import Record, Round, Statement


class Names:
    """Looks up what to call the actors of one record."""

    def __init__(self, record: Record) -> None:
        """Remember the names that the record gives to ids and to country codes."""
        self._names = {actor.id: actor.name for actor in record.actors}
        self._names.update(
            {actor.country: actor.name for actor in record.actors if actor.type == "country" and actor.country}
        )
        self._statements = {statement.id: statement for statement in record.statements}

    def of(self, actor: str | None) -> str:
        """The name behind an actor id or a country code; the id itself where the record names nobody."""
        return "" if actor is None else self._names.get(actor) or self._names.get(f"country/{actor}") or actor

    def all_of(self, actors: tuple[str, ...]) -> str:
        """The names of several actors, separated by commas."""
        return ", ".join(map(self.of, actors))

    def speaker_of(self, statement: Statement | None) -> str:
        """Who speaks: a name, the words that stand for one, or who it is that is not named."""
        if statement is None:
            return label("speaker", "article")
        if statement.speaker is not None:
            return self.of(statement.speaker)
        return label("speaker", "unnamed")

    def statement(self, identifier: str | None) -> Statement | None:
        """The statement of an id, if the record has it."""
        return self._statements.get(identifier) if identifier else None


def place_of(meeting: Round) -> str:
    """The place of a round in words: city and country code."""
    if meeting.place is None:
        return ""
    country = meeting.place.country
    return f"{meeting.place.name} ({country})" if country else meeting.place.name


def duration_of(meeting: Round) -> str:
    """The length of a round with its bound: `more than PT5H`."""
    if meeting.duration is None:
        return ""
    return with_bound(meeting.duration.value, meeting.duration.mod)


def with_bound(value: str, mod: str | None) -> str:
    """A TIMEX3 value after the words for its modifier."""
    return f"{label('mod', mod)} {value}".strip()
