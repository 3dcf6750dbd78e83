"""How a record shows itself in a notebook: a short summary in HTML that needs no script and no style sheet.

Direction is a fact about each passage: every one is isolated and carries its own.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.text.direction import show

_CELL = 'style="text-align:start;vertical-align:top;padding:.2em .8em"'


def draw_summary(record: Mapping[str, Any]) -> str:
    """Tables of rounds, statements and claims from the plain values of a record (`Record.to_dict`)."""
    facts = record["document"]
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    said = {statement["id"]: _speaker(statement, names) for statement in record["statements"]}
    title = facts["title"] or facts["id"]
    about = " · ".join(filter(None, (facts["publisher"], facts["published"], facts["language"])))
    parts = [f"<h4>{_passage(title, facts)}</h4><p>{_text(about)}</p>"]
    parts.append(_table("Rounds", (_round(meeting, names, facts) for meeting in record["rounds"])))
    parts.append(_table("Statements", (_statement(statement, names, facts) for statement in record["statements"])))
    parts.append(_table("Claims", (_claim(claim, said, facts) for claim in record["claims"])))
    counts = ", ".join(f"{len(record[part])} {part}" for part in ("actors", "times", "events", "boilerplate"))
    return f"<div>{''.join(parts)}<p>{_text(counts)}</p></div>"


def _text(text: object) -> str:
    return html.escape(show(str(text)))


def _passage(text: str, facts: Mapping[str, Any]) -> str:
    return f'<bdi dir="{_text(facts["direction"])}" lang="{_text(facts["language"])}">{_text(text)}</bdi>'


def _table(title: str, rows: Iterable[Sequence[str]]) -> str:
    drawn = "".join(f"<tr>{''.join(f'<td {_CELL}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    caption = f'<caption style="text-align:start;padding:.6em .8em .2em">{title}</caption>'
    return f"<table>{caption}{drawn}</table>" if drawn else ""


def _speaker(statement: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if statement["speaker"] is not None:
        return names.get(statement["speaker"], str(statement["speaker"]))
    return str(statement["label"]["text"]) if statement["label"] else "unnamed speaker"


def _round(meeting: Mapping[str, Any], names: Mapping[str, str], facts: Mapping[str, Any]) -> Sequence[str]:
    parties = " – ".join(names.get(party) or names.get(f"country/{party}", party) for party in meeting["parties"])
    date, place = meeting["date"], meeting["place"]
    told = filter(None, (meeting["status"], date and date["value"], place and place["name"]))
    words = "<br>".join(_passage(span["text"], facts) for span in meeting["evidence"])
    return (f"<b>{_text(parties)}</b>", _text(" · ".join(told)), words)


def _statement(statement: Mapping[str, Any], names: Mapping[str, str], facts: Mapping[str, Any]) -> Sequence[str]:
    via = "".join(f"<br>via {_text(names.get(carrier, carrier))}" for carrier in statement["via"])
    speaker = f"<bdi><b>{_text(_speaker(statement, names))}</b></bdi>"
    told = f"{statement['mode']} · {statement['certainty']}"
    return (speaker + via, _text(told), _passage(statement["content"]["text"], facts))


def _claim(claim: Mapping[str, Any], said: Mapping[str, str], facts: Mapping[str, Any]) -> Sequence[str]:
    source = said.get(claim["statement"] or "", "the article itself")
    words = "<br>".join(_passage(span["text"], facts) for span in claim["evidence"])
    return (f"<b>{_text(claim['issue'])}</b>: {_text(claim['status'])}", f"<bdi>{_text(source)}</bdi>", words)
