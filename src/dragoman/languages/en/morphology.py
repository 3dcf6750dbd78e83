"""Readings of a spelling: what may be taken off a word is a closed list; whether the rest is one, the lexicon says."""

from __future__ import annotations

from dragoman.languages.lexicon import Key


def analyse(folded: str, surface: str = "") -> tuple[Key, ...]:
    """All readings of the word, itself first."""
    return (Key(folded),)
