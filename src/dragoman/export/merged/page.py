"""The merged record as one page that asks for nothing from outside and needs no script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from dragoman.export.labels import label
from dragoman.export.merged.names import MergedNames, count
from dragoman.export.merged.plain import PARTS
from dragoman.export.merged.table import SLOTS
from dragoman.export.page.markup import element, escape, escape_passage
from dragoman.model.merged import HistoryEntry, LedgerActor, MergedRecord, MergedRound, SlotValue, Source, Track
from dragoman.text.direction import direction_of

_TITLES = {"rounds": "rounds", "tracks": "tracks", "sources": "all-sources", "actors": "actors"}


def draw_merged_page(record: MergedRecord, parts: Sequence[str] = PARTS) -> str:
    """One HTML file with the rounds, tracks, sources and actors of the record."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"
    body = _MergedPage(record)
    drawn = {part: body.draw(part) for part in _TITLES if part in parts}
    links = "".join(
        f'<a href="#{part}">{escape(label("ledger", _TITLES[part]))} ({len(held)})</a>' for part, held in drawn.items()
    )
    sections = "".join(
        f'<section id="{part}" aria-labelledby="head-{part}"><h2 id="head-{part}">'
        f"{escape(label('ledger', _TITLES[part]))} ({len(held)})</h2>"
        f"{''.join(held) or element('p', escape(label('ledger', 'empty')))}</section>"
        for part, held in drawn.items()
    )
    copies = f"{count(len(record.documents), 'document')}, {count(len(record.sources), 'source')}"
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{escape(label("ledger", "title"))}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">{escape(label("page", "skip"))}</a>
<header><h1>{escape(label("ledger", "heading"))}</h1><p class="soft">{escape(copies)}</p><nav>{links}</nav></header>
<main id="main">
{sections}
</main>
</body>
</html>
"""


@lru_cache(maxsize=1)
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def place_of_id(identifier: str) -> str:
    """An id as the name of a place on the page."""
    return re.sub(r"[^\w-]+", "-", identifier)


class _MergedPage:
    def __init__(self, record: MergedRecord) -> None:
        self._record = record
        self._names = MergedNames(record)

    def draw(self, part: str) -> list[str]:
        """The pieces of one part."""
        record = self._record
        if part == "rounds":
            return [self._round(meeting) for meeting in record.rounds]
        if part == "tracks":
            return [self._track(track) for track in record.tracks]
        if part == "sources":
            return [self._source(source) for source in record.sources]
        return [self._actor(actor) for actor in record.actors]

    def _card(self, identifier: str, title: str, *contents: str) -> str:
        head = f'<h3>{escape(title)}</h3><p class="id">{escape(identifier)}</p>'
        return element("article", head + "".join(contents), id=place_of_id(identifier))

    def _rows(self, rows: Iterable[tuple[str, str]]) -> str:
        drawn = "".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in rows if value)
        return f"<dl>{drawn}</dl>" if drawn else ""

    def _round(self, meeting: MergedRound) -> str:
        rows = [(label("slots", slot), self._values(slot, getattr(meeting, slot), meeting)) for slot in SLOTS]
        return self._card(
            meeting.id,
            self._names.parties(meeting.parties),
            self._rows(rows),
            self._quotes(meeting),
        )

    def _values(self, slot: str, values: Sequence[SlotValue], meeting: MergedRound) -> str:
        conflict = slot in meeting.conflict and len(values) > 1
        drawn = []
        for value in values:
            told = ", ".join(self._names.document(document) for document in value.documents)
            support = f'<span class="soft" title="{escape(told)}">{escape(self._names.support(value))}</span>'
            drawn.append(f"<p>{escape_passage(self._names.value(slot, value))} {support}</p>")
        if conflict:
            drawn.append(f'<p class="warn">≠ {escape(label("ledger", "conflict"))}</p>')
        elif slot == "duration" and len(values) > 1:
            drawn.append(f'<p class="soft">{escape(label("ledger", "agree"))}</p>')
        return "".join(drawn)

    def _quotes(self, meeting: MergedRound) -> str:
        quotes = "".join(
            f'<li><span class="soft">{escape(self._names.document(quote.document))}</span>'
            f"{self._words(quote.document, quote.text)}</li>"
            for quote in meeting.evidence
        )
        title = escape(f"{label('fields', 'evidence')} ({len(meeting.evidence)})")
        return f'<details><summary>{title}</summary><ol class="history">{quotes}</ol></details>'

    def _words(self, document: str, text: str) -> str:
        line = self._names.line(document)
        direction = direction_of(text, "ltr")
        return element(
            "blockquote", escape_passage(" ".join(text.split())), dir=direction, lang=line.language if line else None
        )

    def _track(self, track: Track) -> str:
        words = [(self._names.party(party), escape(self._names.word(word))) for party, word in track.by_party.items()]
        axes = "".join(
            f'<span class="soft">{escape(name)} </span>'
            f'<span class="axes" role="img" aria-label="{escape(name)} {level}/3">'
            f"{''.join(_box(number < level) for number in range(3))}</span> "
            for name, level in (
                ("declared", track.axes.declared),
                ("agreed", track.axes.agreed),
                ("implemented", track.axes.implemented),
            )
        )
        disputes = "".join(
            f'<p class="warn">≠ {escape(label("dispute", dispute.kind))}: {escape_passage(dispute.what)}</p>'
            for dispute in track.disagreement or ()
        )
        history = "".join(map(self._entry, track.history))
        return self._card(
            track.id,
            f"{track.issue}: {track.status} — {self._names.parties(track.parties)}",
            f"<p>{escape(label('standing', track.standing))} · {axes}</p>",
            self._rows(words),
            disputes,
            f'<details open><summary>{escape(label("ledger", "history"))}</summary><ol class="history">{history}</ol></details>',
        )

    def _entry(self, entry: HistoryEntry) -> str:
        via = f" ← {' ← '.join(entry.via)}" if entry.via else ""
        voice = escape_passage(f"{self._names.voice(entry)}{via}")
        facts = f"{escape(entry.date or '?')} <strong>{escape(entry.status)}</strong> {voice}"
        told = f"{self._names.document(entry.document)} · {count(entry.sources, 'source')}"
        source = f'<span class="soft">{escape(told)}</span>'
        words = "".join(self._words(entry.document, words.text) for words in entry.evidence)
        return f"<li>{facts} {source}{words}</li>"

    def _source(self, source: Source) -> str:
        rows = [
            (f"{label('ledger', 'original')} ({source.grounds})", escape_passage(self._names.document(source.original)))
        ]
        rows += [
            (relation, escape_passage(self._names.document(document))) for document, relation in source.relation.items()
        ]
        if source.relay_of:
            rows.append((label("ledger", "relay"), escape(self._names.party(source.relay_of))))
        line = self._names.line(source.original)
        return self._card(
            source.id, (line.title if line else None) or self._names.document(source.original), self._rows(rows)
        )

    def _actor(self, actor: LedgerActor) -> str:
        rows = [(language, escape_passage(", ".join(names))) for language, names in actor.names.items()]
        return self._card(actor.id, f"{actor.name} · {count(len(actor.documents), 'document')}", self._rows(rows))


def _box(full: bool) -> str:
    return '<span class="full"></span>' if full else "<span></span>"
