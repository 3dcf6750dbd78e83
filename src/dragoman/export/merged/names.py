"""How documents, actors, values and blanks of a merged record are called when they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.export.labels import label
from dragoman.model.merged import DocumentLine, HistoryEntry, MergedRecord, PartyWord, SlotValue
from dragoman.registry import load_registry


class MergedNames:
    """Looks up what to call the things of one merged record."""

    def __init__(self, record: MergedRecord) -> None:
        """Remember the actors' names and the documents."""
        self._actors = {actor.id: actor.name for actor in record.actors}
        self._documents = {document.id: document for document in record.documents}

    def party(self, party: str) -> str:
        """The name behind a country code or an actor id."""
        if party in self._actors:
            return self._actors[party]
        actors = load_registry().actors
        known = actors.get(f"country/{party}") or actors.get(party)
        return known.name if known else party

    def parties(self, parties: Iterable[str]) -> str:
        """The names of several parties."""
        return " – ".join(map(self.party, parties)) or label("ledger", "no-parties")

    def document(self, identifier: str) -> str:
        """A document by its publisher, or its title, and its day."""
        held = self._documents.get(identifier)
        if held is None:
            return identifier
        return " ".join(filter(None, (held.publisher or held.title or held.id, held.published)))

    def line(self, identifier: str) -> DocumentLine | None:
        """What is known of a document."""
        return self._documents.get(identifier)

    def value(self, slot: str, value: SlotValue) -> str:
        """A slot's value in words."""
        if slot == "duration":
            shown = " ".join(filter(None, (label("mod", value.mod) if value.mod else "", value.value)))
        elif slot in ("delegations", "mediators"):
            shown = self.party(value.value)
        elif slot == "status":
            shown = value.value
        else:
            shown = f"{value.value} ({value.country})" if value.country else value.value
        return f"{self.party(value.party)}: {shown}" if value.party else shown

    def support(self, value: SlotValue) -> str:
        """How many independent sources, in how many documents, give a value; or who decided it."""
        counted = f"{count(value.sources, 'source')}, {count(len(value.documents), 'document')}"
        if value.decided_by:
            return f"{label('ledger', 'decided')} {value.decided_by}" + (f"; {counted}" if value.documents else "")
        return counted

    def voice(self, entry: HistoryEntry) -> str:
        """Whose word an entry is."""
        if entry.name and entry.by:
            return entry.name
        if entry.name:
            return f"{label('speaker', 'unnamed')} “{entry.name}”"
        return f"{label('ledger', 'itself')} {self.document(entry.document)}"

    def word(self, word: PartyWord) -> str:
        """A party's latest word, or what kind of blank it is."""
        if word.status is None:
            return label("blank", word.blank or "not-mentioned")
        who = self.party(word.by) if word.by else ""
        return " · ".join(filter(None, (word.status, word.date, who)))


def count(number: int, what: str) -> str:
    """A number with its noun."""
    return f"{number} {label('ledger', what if number == 1 else f'{what}s')}"
