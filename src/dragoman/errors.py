"""Everything that Dragoman can raise, as one family.

DragomanError
├── InputError (ValueError)
│   ├── EmptyTextError
│   ├── BinaryInputError
│   ├── EncodingError
│   ├── TextTooLongError
│   ├── LanguageError
│   └── DateError
├── LedgerError
│   ├── LedgerMissingError (LookupError)
│   ├── LedgerVersionError (ValueError)
│   ├── LedgerDamagedError (ValueError)
│   ├── LedgerBusyError (TimeoutError)
│   ├── LedgerAccessError (PermissionError)
│   ├── LedgerFullError (OSError)
│   ├── UnknownThingError (LookupError)
│   ├── DecisionError (ValueError)
│   └── MissingExtraError (ImportError)
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


class LedgerError(DragomanError):
    """A ledger that cannot do what was asked."""


class LedgerMissingError(LedgerError, LookupError):
    """There is no ledger at this place."""


class LedgerVersionError(LedgerError, ValueError):
    """The ledger was made by another version of the program."""


class LedgerDamagedError(LedgerError, ValueError):
    """The file is no ledger, or its contents are damaged."""


class LedgerBusyError(LedgerError, TimeoutError):
    """Somebody else has been writing to the ledger for too long."""


class LedgerAccessError(LedgerError, PermissionError):
    """The ledger may not be opened or written."""


class LedgerFullError(LedgerError, OSError):
    """There is no room left to write to."""


class UnknownThingError(LedgerError, LookupError):
    """No document, source, round, track or decision bears this id."""


class DecisionError(LedgerError, ValueError):
    """A decision that cannot be made as told."""


class MissingExtraError(LedgerError, ImportError):
    """A part that is installed only on demand."""
