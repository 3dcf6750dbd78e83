"""A record as a table for a terminal that shows Arabic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.export.labels import label
from dragoman.export.names import Names, duration_of, place_of, with_bound
from dragoman.export.terminal import Cell, lay_out, paint, width_of
from dragoman.model.record import Actor, Claim, Record, Round, Span, Statement

_NARROW = 100


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """How wide a table may be, and whether it may use colours."""

    width: int = 80
    colour: bool = False


def draw_table(record: Record, sheet: Sheet | None = None, name: str = "") -> str:
    """The sections of a record, one below the other: what was read, by whom it was said, in which words."""
    return "\n".join(_Table(record, sheet or Sheet(), name).lines()) + "\n"


class _Table:
    """Draws one record; a passage stands beside its facts on a wide sheet and below them on a narrow one."""

    def __init__(self, record: Record, sheet: Sheet, name: str) -> None:
        self._record = record
        self._sheet = sheet
        self._name = name
        self._names = Names(record)
        self._direction = record.document.direction

    def lines(self) -> Iterator[str]:
        yield from self._heading()
        record = self._record
        yield from self._section("round", [self._round(meeting) for meeting in record.rounds])
        yield from self._section("statement", [self._statement(statement) for statement in record.statements])
        yield from self._section("claim", [self._claim(claim) for claim in record.claims])
        yield from self._section("event", [self._event(number) for number in range(len(record.events))])
        yield from self._section("time", self._times())
        yield from self._section("actor", [self._actor(actor) for actor in record.actors])
        yield from self._section("boilerplate", self._boilerplate())

    def _heading(self) -> Iterator[str]:
        facts = self._record.document
        yield from self._row(
            Cell(text=facts.title or label("page", "untitled"), direction=self._direction, style="bold")
        )
        shown = (
            self._name,
            facts.language,
            facts.publisher or "",
            facts.published or label("page", "undated"),
            facts.id,
        )
        yield from self._row(Cell(text=_join(*shown), style="dim"))

    def _section(self, layer: str, rows: Sequence[list[str]]) -> Iterator[str]:
        if not rows:
            return
        yield ""
        title = f"{label('layers', layer)} ({len(rows)})"
        rule = "─" * max(0, self._sheet.width - width_of(title) - 1)
        yield f"{paint(title, 'head', self._sheet.colour)} {paint(rule, 'dim', self._sheet.colour)}"
        apart = layer in ("statement", "claim", "round")
        for number, row in enumerate(rows):
            if number and apart:
                yield ""
            yield from row

    def _row(self, *cells: Cell, indent: int = 0, widths: Sequence[int] = ()) -> list[str]:
        """One line of cells; the last takes what the widths of the others leave."""
        return self._stacks(*([cell] for cell in cells), indent=indent, widths=widths)

    def _stacks(self, *columns: Sequence[Cell], indent: int = 0, widths: Sequence[int] = ()) -> list[str]:
        rest = self._sheet.width - indent - sum(widths) - 2 * len(widths)
        return lay_out(columns, (*widths, max(16, rest)), self._sheet.colour, indent)

    def _facts_and_words(self, identifier: str, facts: Sequence[Cell], spans: Sequence[Span]) -> list[str]:
        """Facts one below the other, and the words they stand on: beside them, or below on a narrow sheet."""
        mark = [Cell(text=identifier, style="dim")]
        said = [Cell(text=span.text, direction=self._direction) for span in spans]
        if self._sheet.width >= _NARROW:
            return self._stacks(mark, facts, said, widths=(4, self._sheet.width * 2 // 5))
        lines = self._stacks(mark, facts, widths=(4,))
        return lines + (self._stacks(said, indent=6) if said else [])

    def _round(self, meeting: Round) -> list[str]:
        date = meeting.date.value if meeting.date else ""
        where = ", ".join(filter(None, (place_of(meeting), meeting.venue)))
        facts = [Cell(text=" – ".join(map(self._names.of, meeting.parties)) or "?", style="bold")]
        facts.append(Cell(text=_join(meeting.status, date, where, duration_of(meeting))))
        if meeting.mediators:
            facts.append(Cell(text=f"{label('fields', 'mediators')}: {self._names.all_of(meeting.mediators)}"))
        for delegation in meeting.delegations:
            people = self._names.all_of(tuple(filter(None, (delegation.head, *delegation.members))))
            facts.append(Cell(text=f"{self._names.of(delegation.party)}: {people}"))
        return self._facts_and_words(meeting.id, facts, meeting.evidence)

    def _statement(self, statement: Statement) -> list[str]:
        facts = [Cell(text=self._names.speaker_of(statement), style="bold")]
        if statement.label is not None:
            facts.append(Cell(text=statement.label.text, direction=self._direction, style="accent"))
        if statement.via:
            facts.append(Cell(text=f"{label('fields', 'via')} {' ← '.join(map(self._names.of, statement.via))}"))
        told = (label("mode", statement.mode), label("certainty", statement.certainty), statement.date or "")
        facts.append(Cell(text=_join(*told), style="dim"))
        return self._facts_and_words(statement.id, facts, [statement.content])

    def _claim(self, claim: Claim) -> list[str]:
        facts = [Cell(text=f"{claim.issue}: {claim.status}", style="bold")]
        statement = self._names.statement(claim.statement)
        source = self._names.speaker_of(statement) + (f" ({claim.statement})" if claim.statement else "")
        facts.append(Cell(text=_join(source, self._names.all_of(claim.parties))))
        lines = self._facts_and_words(claim.id, facts, claim.evidence)
        if claim.condition:
            words = Cell(text=claim.condition, direction=self._direction)
            title = f"{label('fields', 'condition')}:"
            lines += self._row(Cell(text=title, style="dim"), words, widths=(len(title),), indent=6)
        return lines

    def _event(self, number: int) -> list[str]:
        event = self._record.events[number]
        kind = "/".join(filter(None, (event.event_type, event.event_mode)))
        who = f"{self._names.all_of(event.actor) or '?'} → {self._names.all_of(event.recipient) or '?'}"
        told = (label("reality", event.reality), event.date or "", event.place or "")
        text = f"{kind}  {event.cameo or ''}".rstrip()
        cells = (Cell(text=event.id, style="dim"), Cell(text=text, style="bold"))
        return self._row(*cells, Cell(text=f"{who} · {_join(*told)}"), widths=(4, 22))

    def _times(self) -> list[list[str]]:
        rows = []
        for time in self._record.times:
            value = with_bound(time.value, time.mod)
            words = Cell(text=time.span.text, direction=self._direction)
            rows.append(
                self._row(Cell(text=value, style="bold"), Cell(text=time.type, style="dim"), words, widths=(26, 8))
            )
        return rows

    def _actor(self, actor: Actor) -> list[str]:
        roles = "; ".join(f"{role.title}{f' ({self._names.of(role.of)})' if role.of else ''}" for role in actor.roles)
        told = _join(f"{len(actor.mentions)}×", roles or actor.type)
        spellings = " ، ".join(dict.fromkeys(" ".join(span.text.split()) for span in actor.mentions[:40]))
        words = Cell(text=spellings, direction=self._direction)
        if self._sheet.width < _NARROW:
            return self._row(Cell(text=actor.name, style="bold"), Cell(text=told), widths=(30,)) + self._row(
                words, indent=6
            )
        return self._row(Cell(text=actor.name, style="bold"), Cell(text=told), words, widths=(32, 36))

    def _boilerplate(self) -> list[list[str]]:
        rows = []
        for passage in self._record.boilerplate:
            kind = Cell(text=label("boilerplate", passage.kind), style="dim")
            rows.append(self._row(kind, Cell(text=passage.text, direction=self._direction, style="dim"), widths=(18,)))
        return rows


def _join(*facts: str) -> str:
    """The facts that there are, with dots between them."""
    return " · ".join(filter(None, facts))
