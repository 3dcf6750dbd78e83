"""Where a ledger is kept: one interface over SQLite, in a file or in memory, and PostgreSQL.

Opening, migrating, reading and writing are four roles; only `opening` knows which database is behind a ledger.
"""

from dragoman.store.opening import open_ledger
from dragoman.store.reader import Reader
from dragoman.store.writer import Ledger

__all__ = ["Ledger", "Reader", "open_ledger"]
