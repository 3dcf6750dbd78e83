"""Pieces of HTML, escaped. Nothing from an article reaches a page by any other way."""

from __future__ import annotations

import html
import re

from dragoman.text.direction import UNSAFE, name_control

# UNSAFE has the line ends left out that HTML treats as spaces anyway.
_CARRIAGE_RETURN = re.compile("\r\n?")


def escape(text: str) -> str:
    """The text for an attribute or a label: escaped, its control characters written out."""
    return html.escape(UNSAFE.sub(lambda found: f"‹{name_control(found.group())}›", _CARRIAGE_RETURN.sub("\n", text)))


def escape_passage(text: str) -> str:
    """Words of an article: escaped, each control character shown as a small sign that names it and does nothing."""
    pieces: list[str] = []
    position = 0
    text = _CARRIAGE_RETURN.sub("\n", text)
    for found in UNSAFE.finditer(text):
        pieces.append(html.escape(text[position : found.start()]))
        name = name_control(found.group())
        pieces.append(f'<bdi class="control" title="U+{ord(found.group()):04X}">{html.escape(name)}</bdi>')
        position = found.end()
    pieces.append(html.escape(text[position:]))
    return "".join(pieces)


def element(tag: str, content: str, **attributes: str | None) -> str:
    """An element around content that is HTML already; attributes are escaped, `_` in their names becomes `-`."""
    written = "".join(
        f' {name.strip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>"
