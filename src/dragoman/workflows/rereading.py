"""Documents are read again by a newer reader; what changed is reported, and persons' decisions stay."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from dragoman.errors import InputError
from dragoman.merging.copies import profile_of
from dragoman.merging.credits import find_credit
from dragoman.model.ledger import LedgerDocument, Reread
from dragoman.model.record import Record
from dragoman.store.writer import Ledger
from dragoman.workflows.adding import find_copies, make_entry, now
from dragoman.workflows.reading import read_text

LAYERS = ("rounds", "claims", "statements", "actors", "times", "events", "boilerplate")


def reread_all(ledger: Ledger, documents: Iterable[LedgerDocument]) -> Iterator[Reread]:
    """Read documents again; each that gives another record is written as a new reading, and told."""
    for document in documents:
        with ledger.transaction():
            yield reread_one(ledger, document)


def reread_one(ledger: Ledger, document: LedgerDocument) -> Reread:
    """Read one document again, with the facts given; what changed."""
    text = ledger.text(document.id) or ""
    before = ledger.record(document.id) or {}
    try:
        reading = read_text(text, published=document.published, language=document.language, url=document.url)
    except InputError as failure:
        return Reread(document=document.id, name=document.name, gone={"failure": 1}, new={str(failure): 1})
    record = reading.record
    after = record.to_dict()
    gone, new = _differences(before, after)
    held = ledger.documents([document.id])[0]
    fresh = _described(record, document)
    if after != before or replace(fresh, added=held.added, component=held.component) != held:
        _write(ledger, fresh, record)
    return Reread(document=document.id, name=document.name, gone=gone, new=new)


def _described(record: Record, document: LedgerDocument) -> LedgerDocument:
    facts = record.document
    publisher = document.publisher or facts.publisher
    return replace(
        document,
        title=facts.title,
        publisher=publisher,
        credit=find_credit(record, publisher),
        translated_from=facts.translated_from,
    )


def _write(ledger: Ledger, document: LedgerDocument, record: Record) -> None:
    profile = profile_of(record, document)
    document = replace(document, length=len(profile.wording.words))
    profile = replace(profile, document=document)
    entry = make_entry(record, profile)
    ledger.reread(entry, now())
    ledger.unlink(document.id)
    ledger.link(find_copies(ledger, profile, entry.fingerprints))


def _differences(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, int], dict[str, int]]:
    gone, new = {}, {}
    for layer in LAYERS:
        # Numbers of statements and claims shift when one is found before them; what they say counts.
        old = Counter(_content(item) for item in before.get(layer, ()))
        now_there = Counter(_content(item) for item in after.get(layer, ()))
        if lost := sum((old - now_there).values()):
            gone[layer] = lost
        if found := sum((now_there - old).values()):
            new[layer] = found
    return gone, new


def _content(item: dict[str, Any]) -> str:
    kept = {key: value for key, value in item.items() if key not in ("id", "rule", "statement")}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)
