"""The record's side of the page: a card for each part, its fields as buttons that show their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.export.evidence import Step, key_of
from dragoman.export.labels import label
from dragoman.export.names import Names, duration_of, place_of, with_bound
from dragoman.export.page.markup import element, escape, escape_passage
from dragoman.model.record import Actor, Boilerplate, Claim, Event, Record, Round, Span, Statement, Time


class Cards:
    """Draws the parts of one record; each method gives the cards of one layer, in order."""

    def __init__(self, record: Record, trace: Sequence[Step]) -> None:
        """Keep the record, and the steps by the words that they were taken at."""
        self._record = record
        self._names = Names(record)
        self._trace = trace
        self._numbers = {statement.id: number for number, statement in enumerate(record.statements, 1)}

    def draw(self, layer: str) -> list[str]:
        """The cards of a layer."""
        record = self._record
        drawers: dict[str, Iterable[str]] = {
            "round": (self._round(meeting, number) for number, meeting in enumerate(record.rounds, 1)),
            "statement": (self._statement(statement, number) for number, statement in enumerate(record.statements, 1)),
            "claim": (self._claim(claim, number) for number, claim in enumerate(record.claims, 1)),
            "time": (self._time(time, number) for number, time in enumerate(record.times, 1)),
            "actor": (self._actor(actor, number) for number, actor in enumerate(record.actors, 1)),
            "event": (self._event(event, number) for number, event in enumerate(record.events, 1)),
            "boilerplate": (self._boilerplate(passage, number) for number, passage in enumerate(record.boilerplate, 1)),
            "rule": (self._step(step, number) for number, step in enumerate(self._trace, 1)),
        }
        return list(drawers[layer])

    def _card(self, layer: str, number: int, title: str, body: Iterable[str], rule: str = "") -> str:
        key = key_of(layer, number)
        why = (
            f'<p class="rule"><span>{escape(label("fields", "rule"))}</span> <code>{escape(rule)}</code></p>'
            if rule
            else ""
        )
        summary = f"{label('one', layer)}: {title}"
        return element(
            "article",
            f"<h3>{escape(title)}</h3>{''.join(body)}{why}",
            id=f"card-{key}",
            class_=f"card of-{layer}",
            tabindex="-1",
            data_title=summary,
            data_rule=rule or None,
        )

    def _words(self, span: Span, key: str, field: str, kind: str = "words") -> str:
        facts = self._record.document
        shown = element("bdi", escape_passage(span.text), dir=facts.direction, lang=facts.language)
        name = f"{label('fields', field)}: {span.text[:80]}"
        return element("button", shown, type="button", class_=kind, data_show=key, aria_label=name)

    def _go(self, text: str, key: str, kind: str = "value") -> str:
        return element("button", escape(text), type="button", class_=kind, data_show=key)

    def _rows(self, *rows: tuple[str, str]) -> str:
        """Fields with content that is HTML already; those without content are left out."""
        drawn = "".join(f"<dt>{escape(label('fields', field))}</dt><dd>{value}</dd>" for field, value in rows if value)
        return f"<dl>{drawn}</dl>" if drawn else ""

    def _quotes(self, spans: Sequence[Span], key: str, field: str = "evidence") -> str:
        return "".join(
            f'<blockquote dir="{escape(self._record.document.direction)}">{self._words(span, key, field)}</blockquote>'
            for span in spans
        )

    def _round(self, meeting: Round, number: int) -> str:
        key = key_of("round", number)
        fields = (
            ("date", meeting.date, meeting.date.value if meeting.date else ""),
            ("place", meeting.place, place_of(meeting)),
            ("duration", meeting.duration, duration_of(meeting)),
        )
        rows = [
            (
                name,
                f"{self._go(text, f'{key}-{name}')} {self._words(value.span, f'{key}-{name}', name, 'inline')}"
                if value
                else "",
            )
            for name, value, text in fields
        ]
        people = "<br>".join(self._delegation(item.party, item.head, item.members) for item in meeting.delegations)
        rows += [
            ("venue", escape(meeting.venue or "")),
            ("delegations", people),
            ("mediators", escape(self._names.all_of(meeting.mediators))),
        ]
        title = " – ".join(map(self._names.of, meeting.parties)) or label("one", "round")
        return self._card(
            "round",
            number,
            title,
            [_badges(meeting.status), self._rows(*rows), self._quotes(meeting.evidence, key)],
            meeting.rule,
        )

    def _delegation(self, party: str, head: str | None, members: tuple[str, ...]) -> str:
        people = self._names.all_of(tuple(filter(None, (head, *members))))
        return f"{escape(self._names.of(party))}: {escape(people)}"

    def _statement(self, statement: Statement, number: int) -> str:
        key = key_of("statement", number)
        via = " ← ".join(map(self._names.of, statement.via))
        rows = (
            ("label", self._words(statement.label, f"{key}-label", "label", "inline") if statement.label else ""),
            ("cue", self._words(statement.cue, f"{key}-cue", "cue", "inline") if statement.cue else ""),
            ("via", escape(via)),
            ("date", escape(statement.date or "")),
        )
        badges = _badges(label("mode", statement.mode), label("certainty", statement.certainty))
        body = [badges, self._quotes((statement.content,), key, "content"), self._rows(*rows)]
        return self._card("statement", number, self._names.speaker_of(statement), body, statement.rule)

    def _claim(self, claim: Claim, number: int) -> str:
        key = key_of("claim", number)
        source = self._names.statement(claim.statement)
        said = escape(self._names.speaker_of(source))
        if claim.statement in self._numbers:
            said = self._go(self._names.speaker_of(source), key_of("statement", self._numbers[claim.statement]))
        condition = escape_passage(claim.condition or "")
        rows = (
            ("statement", said),
            ("parties", escape(self._names.all_of(claim.parties))),
            ("condition", element("bdi", condition, dir=self._record.document.direction) if condition else ""),
        )
        body = [_badges(claim.status), self._quotes(claim.evidence, key), self._rows(*rows)]
        return self._card("claim", number, claim.issue, body, claim.rule)

    def _time(self, time: Time, number: int) -> str:
        words = self._quotes((time.span,), key_of("time", number), "span")
        return self._card("time", number, with_bound(time.value, time.mod), [_badges(time.type), words], time.rule)

    def _actor(self, actor: Actor, number: int) -> str:
        key = key_of("actor", number)
        roles = "".join(
            self._role(role.title, role.of, role.evidence, f"{key}-role{position}")
            for position, role in enumerate(actor.roles, 1)
        )
        spellings = {" ".join(span.text.split()): span for span in reversed(actor.mentions)}
        shown = " ".join(self._words(span, key, "mention", "inline") for span in reversed(spellings.values()))
        body = [
            _badges(actor.type, actor.id, f"{len(actor.mentions)}×"),
            self._rows(("role", roles), ("mention", shown)),
        ]
        return self._card("actor", number, actor.name, body)

    def _role(self, title: str, of: str | None, evidence: Sequence[Span], key: str) -> str:
        service = f" ({self._names.of(of)})" if of else ""
        words = " ".join(self._words(span, key, "role", "inline") for span in evidence)
        return f"<div>{escape(title + service)} {words}</div>"

    def _event(self, event: Event, number: int) -> str:
        title = " / ".join(filter(None, (event.event_type, event.event_mode)))
        rows = (
            ("actor", escape(self._names.all_of(event.actor))),
            ("recipient", escape(self._names.all_of(event.recipient))),
            ("date", escape(event.date or "")),
            ("place", escape(event.place or "")),
        )
        cameo = f"CAMEO {event.cameo}" if event.cameo else ""
        body = [
            _badges(label("reality", event.reality), cameo),
            self._rows(*rows),
            self._quotes(event.evidence, key_of("event", number)),
        ]
        return self._card("event", number, title, body, event.rule)

    def _boilerplate(self, passage: Boilerplate, number: int) -> str:
        span = Span(start=passage.start, end=passage.end, text=passage.text)
        words = self._quotes((span,), key_of("boilerplate", number), "span")
        return self._card("boilerplate", number, label("boilerplate", passage.kind), [words], passage.rule)

    def _step(self, step: Step, number: int) -> str:
        key = key_of("rule", number)
        note = f" <span>{escape(step.note)}</span>" if step.note else ""
        shown = f"<small>{escape(step.stage)}</small> <code>{escape(step.rule)}</code>{note}"
        title = f"{step.stage}: {step.note}" if step.note else step.stage
        return element(
            "button",
            shown,
            type="button",
            class_="step",
            id=f"card-{key}",
            data_show=key,
            data_title=title,
            data_rule=step.rule,
        )


def _badges(*texts: str) -> str:
    return f'<p class="badges">{"".join(f"<span>{escape(text)}</span>" for text in texts if text)}</p>'
