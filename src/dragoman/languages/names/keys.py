"""Keys under which spellings of one name word meet: folded letters, nothing that a reader would ever show."""

from __future__ import annotations

import re
import unicodedata

_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u06d6-\u06ed]")
_ARABIC_SAME = {ord(a): b for a, b in zip("أإآٱىةکیےہھۀۃ", "اااايهكييهههه", strict=True)}
_NOT_ARABIC = re.compile("[^\u0621-\u06ff]")
_LATIN_SAME = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ə": "a"}
)


def strip_marks(word: str) -> str:
    """The Arabic word without vowel signs, tatweel and invisible joiners; its letters stay as written."""
    return _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", word))


def fold_arabic(word: str) -> str:
    """The key of one Arabic-script name word: one alif, one ya, one ha, no marks, letters only."""
    return _NOT_ARABIC.sub("", strip_marks(word).translate(_ARABIC_SAME))


def fold_cyrillic(word: str) -> str:
    """The key of one Cyrillic name word: lower case, е for ё, letters only."""
    lowered = unicodedata.normalize("NFC", word).lower().replace("ё", "е")
    return re.sub("[^а-яіїєґў]", "", lowered)


def fold_latin(text: str) -> str:
    """The Latin text in lower-case ASCII letters and single spaces; hyphens divide words, apostrophes vanish."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LATIN_SAME)).encode("ascii", "ignore").decode()
    return " ".join(re.sub("[^a-z -]", "", plain).replace("-", " ").split())


def is_arabic_script(text: str) -> bool:
    """Whether the text has a letter of the Arabic script."""
    return any("\u0620" <= letter <= "\u06ff" for letter in text)


def is_cyrillic_script(text: str) -> bool:
    """Whether the text has a letter of the Cyrillic script."""
    return any("\u0400" <= letter <= "\u04ff" for letter in text)
