"""Everything that Dragoman can raise, as one family.

DragomanError
├── InputError (ValueError)
│   ├── EmptyTextError
│   ├── BinaryInputError
│   ├── EncodingError
│   ├── TextTooLongError
│   ├── LanguageError
│   └── DateError
├── PackError (ValueError)
└── RegistryError (ValueError)
"""

from __future__ import annotations


class DragomanError(Exception):
    """Any failure that Dragoman explains: what happened, where, and what to do."""


class InputError(DragomanError, ValueError):
    """An article or an option that cannot be read as given."""


class EmptyTextError(InputError):
    """The article holds no words."""


class BinaryInputError(InputError):
    """The article is not text."""


class EncodingError(InputError):
    """The bytes are text in no encoding that we recognise."""


class TextTooLongError(InputError):
    """The article is longer than one document may be."""


class LanguageError(InputError):
    """No pack reads the language of the text."""


class DateError(InputError):
    """A date that is none."""


class PackError(DragomanError, ValueError):
    """A language pack that contradicts itself or lacks what its manifest names."""


class RegistryError(DragomanError, ValueError):
    """A registry table that is damaged or refers to nobody."""
