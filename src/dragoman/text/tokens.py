"""Where the words, numbers, marks and line ends of a text stand.

Offsets are Unicode code points, end not included. White space other than line ends is no token.
"""

from __future__ import annotations

import re

# Marks that may stand inside an Arabic word: vowel signs, superscript alef, zero-width joiners, soft hyphen.
_INSIDE = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0640\u200c\u200d\u00ad"
_LETTER = r"[^\W\d_\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefe]"
_FORMS = "\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefe"
_ARABIC = f"[\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06e5-\u06e6\u06ee-\u06ef\u06fa-\u06ff{_FORMS}{_INSIDE}]"

# A full stop between a small and a capital letter joins no word: feeds drop the space between two sentences.
_JOINER = "(?!(?<=[a-zß-öø-ÿа-яё])[.][A-ZÀ-ÖØ-ÞА-ЯЁ])[-‑‐'’ʼ.&]"

# Articles and prepositions that Romance languages shorten before a vowel: l'Iran and dell'Onu are two words each.
_ELIDED = "(?:[ldcsnmt]|un|all?|dall?|dell?|nell?|sull?|coll?|quell?|quest|anch|cos|sant|tutt)"

TOKEN = re.compile(
    rf"{_ARABIC}+"
    rf"|(?i:{_ELIDED})['’ʼ](?={_LETTER}|\s|$)"
    rf"|{_LETTER}(?:{_LETTER}|[\u0300-\u036f]|{_JOINER}(?={_LETTER}))*"
    r"|\d+(?:[.,٫٬:/]\d+)*"
    r"|\n"
    # hash signs and underscores only join words: #ceasefire_talks
    r"|[^\s#_\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
