"""The merged record as a table for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.export.labels import label
from dragoman.export.merged.names import MergedNames, count
from dragoman.export.merged.plain import PARTS
from dragoman.export.table import Sheet
from dragoman.export.terminal import Cell, lay_out, paint, width_of
from dragoman.model.merged import HistoryEntry, MergedRecord, MergedRound, Source, Track
from dragoman.text.direction import direction_of

SLOTS = ("status", "date", "place", "venue", "duration", "delegations", "mediators")
_SHOWN_ENTRIES = 12


def draw_merged_table(record: MergedRecord, sheet: Sheet | None = None, parts: Sequence[str] = PARTS) -> str:
    """The parts of the record, one below the other."""
    return "\n".join(_MergedTable(record, sheet or Sheet()).lines(parts)) + "\n"


class _MergedTable:
    def __init__(self, record: MergedRecord, sheet: Sheet) -> None:
        self._record = record
        self._sheet = sheet
        self._names = MergedNames(record)

    def lines(self, parts: Sequence[str]) -> Iterator[str]:
        record = self._record
        copies = sum(len(source.documents) - 1 for source in record.sources)
        facts = (count(len(record.documents), "document"), count(len(record.sources), "source"))
        yield paint(f"{', '.join(facts)} ({copies} copies)", "dim", self._sheet.colour)
        if "rounds" in parts:
            yield from self._section("rounds", [list(self._round(meeting)) for meeting in record.rounds])
        if "tracks" in parts:
            yield from self._section("tracks", [list(self._track(track)) for track in record.tracks])
        if "sources" in parts:
            yield from self._section("all-sources", [list(self._source(source)) for source in record.sources])
        if "actors" in parts:
            yield from self._section("actors", [list(self._actor(number)) for number in range(len(record.actors))])

    def _section(self, name: str, rows: Sequence[list[str]]) -> Iterator[str]:
        title = f"{label('ledger', name)} ({len(rows)})"
        rule = "─" * max(0, self._sheet.width - width_of(title) - 1)
        yield ""
        yield f"{paint(title, 'head', self._sheet.colour)} {paint(rule, 'dim', self._sheet.colour)}"
        if not rows:
            yield label("ledger", "empty")
        for number, row in enumerate(rows):
            if number and name in ("rounds", "tracks"):
                yield ""
            yield from row

    def _row(self, *cells: Cell, widths: Sequence[int] = (), indent: int = 0) -> list[str]:
        rest = self._sheet.width - indent - sum(widths) - 2 * len(widths)
        return lay_out([[cell] for cell in cells], (*widths, max(16, rest)), self._sheet.colour, indent)

    def _round(self, meeting: MergedRound) -> Iterator[str]:
        yield from self._row(Cell(text=self._names.parties(meeting.parties), style="bold"))
        yield from self._row(Cell(text=meeting.id, style="dim"))
        for slot in SLOTS:
            values = getattr(meeting, slot)
            for number, value in enumerate(values):
                mark = ""
                if len(values) > 1 and slot in ("date", "place", "duration", "delegations", "status"):
                    mark = "≠ " if slot in meeting.conflict else ""
                shown = f"{mark}{self._names.value(slot, value)}"
                name = Cell(text=label("slots", slot) if number == 0 else "", style="dim")
                support = Cell(text=self._names.support(value), style="dim")
                width = max(20, min(44, self._sheet.width - 52))
                yield from self._row(name, Cell(text=shown), support, widths=(10, width), indent=2)
            if len(values) > 1 and slot == "duration" and slot not in meeting.conflict:
                yield from self._row(Cell(text=label("ledger", "agree"), style="accent"), indent=14)
        if meeting.conflict:
            slots = ", ".join(label("slots", slot) for slot in meeting.conflict)
            yield from self._row(Cell(text=f"≠ {slots}: {label('ledger', 'conflict')}", style="accent"), indent=2)

    def _track(self, track: Track) -> Iterator[str]:
        standing = label("standing", track.standing)
        yield from self._row(
            Cell(text=f"{track.issue}: {track.status} — {self._names.parties(track.parties)}", style="bold")
        )
        axes = label("ledger", "axes")
        for name in ("declared", "agreed", "implemented"):
            axes = axes.replace(f"{{{name}}}", str(getattr(track.axes, name)))
        yield from self._row(Cell(text=f"{track.id} · {standing} · {axes}", style="dim"))
        for party, word in track.by_party.items():
            yield from self._row(
                Cell(text=self._names.party(party)), Cell(text=self._names.word(word)), widths=(16,), indent=2
            )
        for dispute in track.disagreement or ():
            text = f"≠ {label('dispute', dispute.kind)} — {dispute.what}"
            yield from self._row(Cell(text=text, style="accent"), indent=2)
        for entry in track.history[-_SHOWN_ENTRIES:]:
            yield from self._entry(entry)

    def _entry(self, entry: HistoryEntry) -> Iterator[str]:
        via = f" ← {' ← '.join(entry.via)}" if entry.via else ""
        support = count(entry.sources, "source")
        facts = f"{self._names.voice(entry)}{via} ({support})"
        cells = (Cell(text=entry.date or "?", style="dim"), Cell(text=entry.status, style="bold"), Cell(text=facts))
        yield from self._row(*cells, widths=(10, 16), indent=4)
        for words in entry.evidence[:1]:
            direction = direction_of(words.text, "ltr")
            yield from self._row(Cell(text=" ".join(words.text.split()), direction=direction, style="dim"), indent=16)

    def _source(self, source: Source) -> Iterator[str]:
        relay = f" · {label('ledger', 'relay')} {self._names.party(source.relay_of)}" if source.relay_of else ""
        told = f"{source.id} · {count(len(source.documents), 'document')}{relay}"
        yield from self._row(Cell(text=told))
        if len(source.documents) > 1:
            for document in source.documents:
                relation = source.relation.get(document, f"{label('ledger', 'original')} ({source.grounds})")
                yield from self._row(
                    Cell(text=relation, style="dim"), Cell(text=self._names.document(document)), widths=(22,), indent=4
                )

    def _actor(self, number: int) -> Iterator[str]:
        actor = self._record.actors[number]
        names = " · ".join(f"{language}: {', '.join(found[:3])}" for language, found in actor.names.items())
        cells = (Cell(text=actor.name, style="bold"), Cell(text=count(len(actor.documents), "document"), style="dim"))
        yield from self._row(*cells, Cell(text=names), widths=(32, 14))
