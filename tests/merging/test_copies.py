"""Copies are found however they were cut, respelt or mixed, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest

from copies import KINDS, find_copies, make_copies
from dragoman.store import open_ledger


@pytest.mark.parametrize("seed", (1, 7))
def test_every_made_copy_is_found_and_no_false_pair(examples: dict[str, tuple[str, date]], seed: int) -> None:
    articles = [("ar", text) for text, _ in examples.values()]
    ledger = open_ledger(":memory:", create=True)
    found = find_copies(ledger, make_copies(articles, seed))
    ledger.close()
    assert found.by_kind == {kind: (len(articles), len(articles)) for kind in KINDS}
    assert found.false_pairs == ()
