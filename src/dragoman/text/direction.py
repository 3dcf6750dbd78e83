"""Which way a passage runs, and how to show it safely among passages that run the other way.

Invariant: what `show` returns holds no active bidirectional control and no control character of a terminal, so that
hostile text can neither reorder what stands around it nor move the cursor.
"""

from __future__ import annotations

import re
import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"
LEFT_TO_RIGHT_MARK = "\u200e"

# The usual short names of the characters that change direction, as the Unicode bidirectional algorithm gives them.
BIDI_CONTROLS = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
# Characters that are dangerous or invisible where they are shown: direction, C0 and C1 controls, lone surrogates.
UNSAFE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_STRONG_RIGHT = frozenset(("R", "AL"))


def direction_of(text: str, default: str = "ltr") -> str:
    """`rtl` or `ltr`, whichever most letters of the text ask for; `default` where it has no letters."""
    right = left = 0
    for char in text[:2000]:
        kind = unicodedata.bidirectional(char)
        right += kind in _STRONG_RIGHT
        left += kind == "L"
    if right == left:
        return default
    return "rtl" if right > left else "ltr"


def name_control(char: str) -> str:
    """A short visible name for a control character: `RLO`, `ESC`-like pictures, `U+DC80` for the rest."""
    if char in BIDI_CONTROLS:
        return BIDI_CONTROLS[char]
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"U+{code:04X}"


def show(text: str) -> str:
    """The text with each control character written out, such as `‹RLO›`, instead of acting."""
    return UNSAFE.sub(lambda found: f"‹{name_control(found.group())}›", text)


def isolate(text: str, direction: str | None = None) -> str:
    """The text shown safely and isolated, so that it can stand in a line of another direction.

    A piece whose first letter runs against `direction` is given a mark in front, so that the isolate starts rightly.
    """
    safe = show(text)
    mark = ""
    if direction is not None and _first_direction(safe) not in (direction, None):
        mark = RIGHT_TO_LEFT_MARK if direction == "rtl" else LEFT_TO_RIGHT_MARK
    return f"{FIRST_STRONG_ISOLATE}{mark}{safe}{POP_DIRECTIONAL_ISOLATE}"


def _first_direction(text: str) -> str | None:
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _STRONG_RIGHT:
            return "rtl"
        if kind == "L":
            return "ltr"
    return None
