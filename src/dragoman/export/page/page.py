"""The whole page: head, article, record, and the script and style that stand inside it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from dragoman.export.evidence import LAYERS, Step, collect_marks, collect_steps
from dragoman.export.labels import label
from dragoman.export.page.article import draw_article
from dragoman.export.page.cards import Cards
from dragoman.export.page.markup import element, escape, escape_passage
from dragoman.model.record import Record

_TABS = (*LAYERS, "rule")
_TOGGLES = ("round", "statement", "claim", "time", "actor", "boilerplate")


def draw_page(record: Record, trace: Sequence[Step] = ()) -> str:
    """One HTML file with the article and its record; `trace` tells which rules were at work where."""
    style, script = _read("page.css"), _read("page.js")
    policy = f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    title = record.document.title or label("page", "untitled")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en" dir="ltr">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<link rel="icon" href="data:,">',
            f"<title>{escape(label('page', 'title').replace('{title}', title))}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            _draw_body(record, trace),
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


@lru_cache(maxsize=2)
def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The name by which the page allows this script or style, and no other, to work."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _draw_body(record: Record, trace: Sequence[Step]) -> str:
    marks = collect_marks(record) + collect_steps(trace)
    article = draw_article(record, marks)
    spoken = f'data-marked="{_say("marked")}" data-return="{_say("return")}"'
    return f"""<a class="skip" href="#record">{_say("skip")}</a>
{_draw_header(record)}
<main>
<section id="text" aria-label="{_say("article")}">
{_draw_legend(record)}
<div id="article" class="article of-{escape(record.document.language)}">
{article}
</div>
</section>
<section id="record" aria-label="{_say("record")}">
{_draw_tabs(record, trace)}
{_draw_inspector()}
</section>
</main>
<p id="said" class="unseen" role="status" aria-live="polite" {spoken}></p>"""


def _say(key: str) -> str:
    return escape(label("page", key))


def _draw_header(record: Record) -> str:
    facts = record.document
    shown = (
        ("published", facts.published or label("page", "undated")),
        ("publisher", facts.publisher or ""),
        ("language", facts.language),
        ("document", facts.id),
    )
    rows = "".join(f"<div><dt>{_say(key)}</dt><dd>{escape_passage(value)}</dd></div>" for key, value in shown if value)
    title = element(
        "h1", escape_passage(facts.title or label("page", "untitled")), dir=facts.direction, lang=facts.language
    )
    return f'<header><p class="brand" aria-hidden="true">Dragoman</p>{title}<dl class="facts">{rows}</dl></header>'


def _draw_legend(record: Record) -> str:
    present = {layer: _count(record, layer) for layer in _TOGGLES}
    boxes = "".join(
        f'<label class="key of-{layer}"><input type="checkbox" checked data-layer="{layer}">'
        f"<span>{escape(label('layers', layer))}</span></label>"
        for layer, number in present.items()
        if number
    )
    return f'<fieldset class="legend"><legend>{_say("legend")}</legend>{boxes}</fieldset>' if boxes else ""


def _count(record: Record, layer: str) -> int:
    return len(getattr(record, {"boilerplate": "boilerplate"}.get(layer, f"{layer}s")))


def _draw_tabs(record: Record, trace: Sequence[Step]) -> str:
    cards = Cards(record, trace)
    drawn = {layer: cards.draw(layer) for layer in _TABS}
    chosen = next((layer for layer in _TABS if drawn[layer]), _TABS[0])
    tabs, panels = [], []
    for layer, contents in drawn.items():
        name = escape(label("layers", layer))
        tabs.append(
            f'<button type="button" role="tab" id="tab-{layer}" aria-controls="panel-{layer}" class="of-{layer}" '
            f'aria-selected="{str(layer == chosen).lower()}" tabindex="{0 if layer == chosen else -1}"'
            f"{'' if contents else ' data-empty'}>{name} <span>{len(contents)}</span></button>"
        )
        inside = "\n".join(contents) or f'<p class="nothing">{_say("nothing")}</p>'
        panels.append(
            f'<section role="tabpanel" id="panel-{layer}" aria-labelledby="tab-{layer}">'
            f"<h2>{name}</h2>\n{inside}\n</section>"
        )
    bar = f'<div class="tabs" role="tablist" aria-label="{_say("record")}">{"".join(tabs)}</div>'
    hint = f'<p class="hint">{_say("choose")} <span class="keys">{_say("keys")}</span></p>'
    return "\n".join((bar, hint, *panels))


def _draw_inspector() -> str:
    return (
        f'<aside id="inspector" hidden aria-labelledby="inspector-title" data-nothing="{_say("nothing-here")}" '
        f'data-ask="{_say("ask")}">'
        f'<h2 id="inspector-title">{_say("read-here")}</h2>'
        f'<button type="button" id="close" aria-label="{_say("close")}">×</button>'
        f'<ul id="inspected"></ul><h3 id="steps-title">{_say("steps")}</h3><ol id="steps"></ol><p id="ask"></p></aside>'
    )
