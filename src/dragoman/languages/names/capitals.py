"""Capital letters of Latin names."""

from __future__ import annotations

from collections.abc import Iterable

_SMALL_INSIDE = frozenset("al bin bint ibn ben de da di del della der den van von du la le el".split())
_SMALL_ALWAYS = frozenset(("al", "el"))


def write_name(words: Iterable[str]) -> str:
    """The lower-case words as one name with its capitals; articles and particles inside it stay small."""
    text = " ".join(word for word in words if word)
    written = []
    for at, word in enumerate(text.split()):
        parts = word.split("-")
        if word in _SMALL_INSIDE and at:
            written.append(word)
        else:
            # The article before a hyphen stays small: al-Assad.
            last = len(parts) - 1
            written.append(
                "-".join(
                    part if part in _SMALL_ALWAYS and place < last else part[:1].upper() + part[1:]
                    for place, part in enumerate(parts)
                )
            )
    return " ".join(written)
