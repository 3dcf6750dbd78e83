"""Bytes become text only if it is certain which."""

import codecs

import pytest

from dragoman.errors import BinaryInputError, EncodingError
from dragoman.text.decoding import decode

ARABIC = "قال الوزير إن المفاوضات في جنيف استمرت خمس ساعات، وأضاف أن الطرفين اتفقا على جولة أخرى."
RUSSIAN = "Министр заявил, что переговоры в Женеве продолжались пять часов и стороны договорились о новом раунде."
ITALIAN = "Il ministro ha detto che i colloqui sono durati più di cinque ore e che la trattativa è già finita."
LEGACY = [
    (ARABIC, "windows-1256"),
    (ARABIC, "iso-8859-6"),
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "iso-8859-5"),
    (RUSSIAN, "cp866"),
    (ITALIAN, "windows-1252"),
    (ITALIAN, "mac-roman"),
]


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_older_encodings_are_recognised(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding.replace("mac-", "mac_")))
    assert decoded.text == text
    assert decoded.encoding == encoding


@pytest.mark.parametrize("encoding", ["mac_arabic", "mac_cyrillic"])
def test_mac_encodings_give_the_right_letters(encoding: str) -> None:
    text = "«" + (ARABIC if encoding == "mac_arabic" else RUSSIAN) + "»"
    data = text.encode(encoding)
    assert decode(data).text == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, ITALIAN])
def test_byte_order_marks_decide_and_are_no_part_of_the_text(text: str, encoding: str) -> None:
    marks = {
        "utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE, "utf-32-be": codecs.BOM_UTF32_BE,
    }  # fmt: skip
    assert decode(marks[encoding] + text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, ITALIAN])
def test_utf16_is_recognised_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_line_ends_and_spaces_stay_as_they_are() -> None:
    text = "قال\r\nالوزير\u00a0 إن\n\n"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"PK\x03\x04abc", b"\x89PNG\r\n", b"\x7fELF\x02", bytes(range(256)) * 9, b"\x00" * 64]
)
def test_binary_data_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(BinaryInputError, match="text"):
        decode(data)


def test_damaged_utf8_is_refused_and_the_place_is_named() -> None:
    before, after = ARABIC[:20].encode(), ARABIC[20:].encode()
    with pytest.raises(EncodingError, match=rf"byte {len(before)} .*iconv"):
        decode(before + b"\xff" + after)


def test_cut_utf8_is_refused() -> None:
    with pytest.raises(EncodingError, match="broken"):
        decode(ARABIC.encode()[:-2])


@pytest.mark.parametrize("data", [b"\x80\x81\x82\x83", "。。。谈判".encode("gb18030")])
def test_unknown_encodings_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(EncodingError, match="iconv"):
        decode(data)


def test_damaged_utf16_is_refused() -> None:
    with pytest.raises(EncodingError, match="UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x41")


def test_empty_bytes_are_an_empty_text() -> None:
    assert decode(b"").text == ""
