"""The history of one thing for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.export.table import Sheet
from dragoman.export.terminal import Cell, lay_out
from dragoman.text.direction import direction_of


def draw_history(history: Mapping[str, Any], sheet: Sheet | None = None) -> str:
    """The steps that made a thing, then the decisions of persons."""
    return "\n".join(_lines(history, sheet or Sheet())) + "\n"


def _lines(history: Mapping[str, Any], sheet: Sheet) -> Iterator[str]:
    yield from _row(sheet, Cell(text=str(history["id"]), style="bold"))
    for event in history["events"]:
        facts = Cell(text=f"{event['what']} — {event['by']}" if event["by"] else event["what"])
        yield from _row(
            sheet, Cell(text=event["date"] or "", style="dim"), facts, widths=(25 if _is_long(event) else 10,)
        )
        for ground in event["grounds"]:
            text = " ".join(ground.split())
            yield from _row(sheet, Cell(text=text, direction=direction_of(text, "ltr"), style="dim"), indent=12)
    if not history["decisions"]:
        return
    yield ""
    yield from _row(sheet, Cell(text="Decisions", style="head"))
    for decision in history["decisions"]:
        yield from _row(sheet, Cell(text=_decision(decision, history["withdrawn"])))


def _is_long(event: Mapping[str, Any]) -> bool:
    return len(event["date"] or "") > 10


def _decision(decision: Mapping[str, Any], withdrawn: Sequence[int]) -> str:
    changes = ", ".join(f"{slot}={value}" for slot, value in decision["changes"] if not slot.endswith(":before"))
    by = f" by {decision['person']}" if decision["person"] else ""
    reason = f": {decision['reason']}" if decision["reason"] else ""
    gone = " (withdrawn)" if decision["number"] in withdrawn else ""
    subject = f"decision {decision['subject']}" if decision["kind"] == "undo" else decision["subject"]
    return " ".join(
        filter(
            None,
            (f"{decision['number']}.", decision["kind"], subject, changes, f"{decision['made']}{by}{reason}{gone}"),
        )
    )


def _row(sheet: Sheet, *cells: Cell, widths: Sequence[int] = (), indent: int = 0) -> list[str]:
    rest = sheet.width - indent - sum(widths) - 2 * len(widths)
    return lay_out([[cell] for cell in cells], (*widths, max(16, rest)), sheet.colour, indent)
