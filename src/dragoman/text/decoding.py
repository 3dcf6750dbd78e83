"""The text that bytes hold, whatever encoding they are in, or an error that says what to do.

A mark at the beginning (BOM) or strict UTF-8 settles it. Older encodings are decided by decoding with each and asking
which result looks like a language: words of grammar speak for it, words that mix scripts or cases speak against it.
Nothing is ever replaced: a text is decoded wholly, or refused.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dragoman.errors import BinaryInputError, EncodingError
from dragoman.text.script import UNKNOWN, recognise_language

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# With the script that each was made for. The earlier wins a tie: ISO stands before Mac, because their Arabic letters
# have the same places and Mac allows more.
_LEGACY = {
    "windows-1256": "Arabic",
    "iso-8859-6": "Arabic",
    "mac-arabic": "Arabic",
    "windows-1251": "Cyrillic",
    "koi8-r": "Cyrillic",
    "iso-8859-5": "Cyrillic",
    "cp866": "Cyrillic",
    "mac-cyrillic": "Cyrillic",
    "windows-1252": "Latin",
    "mac-roman": "Latin",
}
_NAMES = {"mac-arabic": "mac_arabic", "mac-cyrillic": "mac_cyrillic", "mac-roman": "mac_roman"}
_FORMATS = (
    (b"%PDF", "a PDF file", "extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, odt, epub)", "save it as plain text in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old office document (doc, xls)", "save it as plain text in UTF-8"),
    (b"{\\rtf", "an RTF document", "save it as plain text in UTF-8"),
    (b"\x89PNG", "a PNG picture", "give the text, not a picture of it"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text, not a picture of it"),
    (b"GIF8", "a GIF picture", "give the text, not a picture of it"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"\x7fELF", "a program", "give a text file"),
    (b"SQLite format 3", "a database", "export the article as plain text"),
)
_SAMPLE = 65_536
_CONTROLS = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MIXED = re.compile(
    "[a-z\u00df-\u024f][A-Z\u00c0-\u00de]|[\u0430-\u045f][\u0400-\u042f]"  # capitals inside a word
    "|[A-Za-z\u00c0-\u024f][\u0400-\u06ff]|[\u0400-\u06ff][A-Za-z\u00c0-\u024f]"  # two scripts in one word
    "|[\u0400-\u04ff][\u0600-\u06ff]|[\u0600-\u06ff][\u0400-\u04ff]"
    "|[^\\W\\d_]"  # signs inside a word
    "[\u00a1-\u00a9\u00ac-\u00b6\u00b8\u00b9\u00bc-\u00bf\u00d7\u00f7\u02c6\u02dc\u2020-\u2022\u2030\u2122\u2500-\u25ff][^\\W\\d_]"
    "|[\u0080-\u009f\u2500-\u259f\ue000-\uf8ff]"  # controls, frames and private characters that no article has
)
# Letters by how often they stand in running text: often, sometimes; the rest are rare.
_OFTEN = frozenset("اليمنتروهب" + "оеаинтсрвл")
_SOMETIMES = frozenset("عدفسقكحةجأى" + "кмдпуяыьгз")
_ENOUGH = 0.1
# What the old Macintosh encodings, seldom met, must be better by.
_RARITY = 0.04


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """A text and the name of the encoding that its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text that the bytes hold and their encoding.

    Raises BinaryInputError for what is no text, EncodingError for text in no encoding that is recognised.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(text=_decode_marked(data[len(mark) :], encoding), encoding=encoding)
    for beginning, name, advice in _FORMATS:
        if data.startswith(beginning):
            raise BinaryInputError(f"this is {name}, not text; {advice}")
    wide = _guess_wide(data)
    if wide is not None:
        return wide
    controls = len(_CONTROLS.findall(data[:_SAMPLE]))
    if controls * 100 > len(data[:_SAMPLE]) or b"\x00" in data:
        raise BinaryInputError("this is binary data, not text; give the article as plain text, best in UTF-8")
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as failure:
        return _decode_legacy(data, failure)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as failure:
        raise EncodingError(
            f"the file says that it is {encoding.upper()}, but byte {failure.start} does not fit ({failure.reason}); "
            "it is damaged or cut off: fetch it again or save it as UTF-8"
        ) from failure


def _guess_wide(data: bytes) -> Decoded | None:
    """The text of UTF-16 without a mark: every second byte is one of few values, and the words make a language."""
    head = data[:4000]
    if len(data) < 4 or len(data) % 2:
        return None
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if sum(high.count(value) for value in (0, 4, 6)) < 0.9 * len(high):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if recognise_language(text).language != UNKNOWN and sum(map(str.isprintable, text)) > 0.9 * len(text):
            return Decoded(text=text, encoding=encoding)
    return None


def _decode_legacy(data: bytes, failure: UnicodeDecodeError) -> Decoded:
    if _is_damaged(data):
        raise EncodingError(
            f"the text is UTF-8, but byte {failure.start} (0x{data[failure.start]:02X}) is broken ({failure.reason}); "
            "fetch it again, or repair it with: iconv -f utf-8 -t utf-8 -c"
        )
    best, best_score = None, 0.0
    for name, script in _LEGACY.items():
        try:
            text = data[:_SAMPLE].decode(_NAMES.get(name, name))
        except UnicodeDecodeError:
            continue
        score = _plausibility(text, script) - (_RARITY if name.startswith("mac") else 0.0)
        if score > best_score:
            best, best_score = name, score
    if best is None or best_score < _ENOUGH:
        raise EncodingError(
            f"the text is not UTF-8 (byte {failure.start} is 0x{data[failure.start]:02X}) and no words appear when it "
            f"is read as {', '.join(_LEGACY)}; convert it with: iconv -f ITS-ENCODING -t utf-8"
        )
    try:
        return Decoded(text=data.decode(_NAMES.get(best, best)), encoding=best)
    except UnicodeDecodeError as late:
        raise EncodingError(
            f"the text looks like {best}, but byte {late.start} (0x{data[late.start]:02X}) is no character of it; "
            "save it as UTF-8"
        ) from late


def _is_damaged(data: bytes) -> bool:
    """True for UTF-8 with a few broken bytes: far more of its characters fit than do not."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return whole >= 4 * broken


def _plausibility(text: str, script: str) -> float:
    """How much a text looks like a language of a script: words of grammar, usual letters, less what cannot be."""
    recognition = recognise_language(text)
    if recognition.script != script:
        return -1.0
    impossible = len(_MIXED.findall(text)) / max(1, len(text.split()))
    return recognition.share + 0.4 * _usual_letters(text) - 2 * impossible


def _usual_letters(text: str) -> float:
    """How usual the letters beyond ASCII are, 1 at best; in Latin script they should be few."""
    letters = [char for char in text if char.isalpha()]
    beyond = [char for char in letters if char > "\x7f"]
    if sum(char < "\u0250" for char in beyond) * 2 > len(beyond):
        return 0.0 if len(beyond) * 3 < len(letters) else -1.0
    return sum(1.0 if char in _OFTEN else 0.4 if char in _SOMETIMES else -0.5 for char in beyond) / len(letters or "-")
