"""Whether a text may be read, and as what: its length, its language, its date of publication.

Each check gives back a value that can be relied on, or raises an InputError that says what to do.
"""

from __future__ import annotations

from datetime import date, datetime

from dragoman.errors import DateError, EmptyTextError, LanguageError, TextTooLongError
from dragoman.languages import loader
from dragoman.text.script import NAMES, UNKNOWN, recognise_language

LONGEST_TEXT = 20_000_000


def check_text(text: str) -> None:
    """Nothing, if the text holds words and is not too long to be one document."""
    if len(text) > LONGEST_TEXT:
        raise TextTooLongError(
            f"the text has {len(text):,} characters; one document may have {LONGEST_TEXT:,}. "
            "Split it into its articles and read them one by one"
        )
    if not any(map(str.isalnum, text[:10_000])) and not any(map(str.isalnum, text)):
        what = "has nothing but marks and spaces" if text.strip() else "is empty"
        raise EmptyTextError(f"the text {what}; give the words of an article")


def choose_language(text: str, language: str | None = None) -> str:
    """The code of a language that a pack reads: the one asked for, else the one recognised in the text."""
    if language is not None:
        return check_language(language)
    packs = loader.available()
    recognition = recognise_language(text)
    if recognition.language in packs:
        return recognition.language
    if recognition.language == UNKNOWN:
        raise LanguageError(
            f"the language of the text was not recognised (script: {recognition.script}); "
            f"name it: --language CODE, or language= in Python. Packs: {_list_packs(packs)}"
        )
    raise LanguageError(
        f"the text is in {recognition.name} ({recognition.language}), which no pack reads yet. "
        f"Packs: {_list_packs(packs)}. If it is in one of these, say so: --language CODE, or language= in Python"
    )


def check_language(language: str) -> str:
    """The code of the pack that a user asks for by code or by English name."""
    packs = loader.available()
    code = language.strip().lower()
    if code in packs:
        return code
    by_name = {name.lower(): known for known, name in NAMES.items()}
    if by_name.get(code) in packs:
        return by_name[code]
    named = f"{NAMES[code]} ({code})" if code in NAMES else f"{language!r}"
    raise LanguageError(f"no pack reads {named}. Packs: {_list_packs(packs)}; see also: dragoman languages")


def _list_packs(packs: tuple[str, ...]) -> str:
    return ", ".join(f"{code} ({NAMES.get(code, code)})" for code in packs) or "none"


def parse_published(published: date | str | None) -> date | None:
    """The day of publication, from a date, a moment, or ISO 8601 words for either."""
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    words = published.strip()
    try:
        return datetime.fromisoformat(words).date()
    except ValueError as failure:
        raise DateError(
            f"{published!r} is no date ({failure}); write year-month-day, for example 2025-04-10"
        ) from failure
