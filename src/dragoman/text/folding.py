"""One spelling for words that are written in several ways, for comparison only.

Folding is applied to single words whose place in the text is known, so the way back is never lost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Vowel marks, Quranic signs, tatweel and invisible characters that may stand inside a word.
_REMOVED = (
    "".join(chr(code) for code in (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD)))
    + "\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
_REPLACED = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ة": "ه",
    "ی": "ي",
    "ک": "ك",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ێ": "ي",
    "ڪ": "ك",
    "ﻻ": "لا",
    "ё": "е",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "‑": "-",
    "‐": "-",
    "٠": "0",
    "١": "1",
    "٢": "2",
    "٣": "3",
    "٤": "4",
    "٥": "5",
    "٦": "6",
    "٧": "7",
    "٨": "8",
    "٩": "9",
    "۰": "0",
    "۱": "1",
    "۲": "2",
    "۳": "3",
    "۴": "4",
    "۵": "5",
    "۶": "6",
    "۷": "7",
    "۸": "8",
    "۹": "9",
    "٫": ".",
    "٬": ",",
}
_TABLE = {**{ord(char): None for char in _REMOVED}, **{ord(old): new for old, new in _REPLACED.items()}}
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN_ACCENT = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word in lower case, without vowel marks, tatweel, accents and invisible signs, hamza seats and digits unified."""
    if word.isascii():
        return word.lower()
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    folded = word.lower().translate(_TABLE)
    if any("\u00c0" <= char <= "\u024f" or "\u0300" <= char <= "\u036f" for char in folded):
        folded = unicodedata.normalize("NFC", _LATIN_ACCENT.sub("", unicodedata.normalize("NFD", folded)))
    return folded
