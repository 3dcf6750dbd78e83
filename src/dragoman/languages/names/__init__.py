"""Person names: their Latin forms, what is known of their words, and whether two spellings sound alike."""

from functools import lru_cache

from dragoman.languages.names.arabic import romanise_arabic
from dragoman.languages.names.comparison import Comparison, quick_skeleton, sounds_alike
from dragoman.languages.names.cyrillic import romanise_cyrillic
from dragoman.languages.names.keys import is_arabic_script, is_cyrillic_script
from dragoman.languages.names.knowledge import is_given_name, is_name_word, is_ordinary_word, name_counts

__all__ = [
    "Comparison",
    "is_given_name",
    "is_name_word",
    "is_ordinary_word",
    "name_counts",
    "quick_skeleton",
    "romanise",
    "sounds_alike",
]


@lru_cache(maxsize=20_000)
def romanise(name: str, lang: str) -> str:
    """The usual Latin form of a person's name; a name already in Latin letters comes back with single spaces.

    The script decides how the name is read; `lang` says which document it stood in.
    """
    if is_arabic_script(name):
        return romanise_arabic(name)
    if is_cyrillic_script(name):
        return romanise_cyrillic(name)
    return " ".join(name.split()) if any(letter.isalpha() for letter in name) else ""
