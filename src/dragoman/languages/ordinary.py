"""The common words of a language, by which an unknown name is told from an ordinary word."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path


@cache
def common_words(code: str) -> frozenset[str]:
    """The folded common words of a language; empty where its folder has no list."""
    path = Path(__file__).parent / code / "data" / "common_words.txt.gz"
    if not path.exists():
        return frozenset()
    return frozenset(gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"))
