"""Articles go into a ledger: read, compared with what is there, and written, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib import metadata

from dragoman.errors import DragomanError, InputError
from dragoman.languages import loader
from dragoman.languages.tables import read_yaml
from dragoman.merging.copies import Profile, compare, fingerprints_of, pack_profile, profile_of, unpack_profile
from dragoman.merging.credits import find_credit
from dragoman.merging.entries import collect
from dragoman.model.ledger import Arrival, Fingerprints, LedgerDocument, Likeness
from dragoman.model.record import Record
from dragoman.store.writer import Entry, Ledger
from dragoman.workflows.reading import read_text

# So many documents are written in one step: fewer steps are faster, and a killed run loses no more than one.
STEP = 40
# Candidates that share most are compared; copies of copies are found through each other.
_MOST_CANDIDATES = 16
# Two shared fingerprints make a candidate, where they are rare together or are a good part of the document's.
_LEAST_SHARED, _TELLING, _LARGE_PART = 2, 0.5, 0.2


@dataclass(frozen=True, kw_only=True)
class Added:
    """What became of one article: `is_new` is False where it was there already; `copies` are documents it is like.

    An article that could not be read has a `failure` in place of a document.
    """

    name: str
    document: LedgerDocument | None = None
    is_new: bool = False
    copies: tuple[Likeness, ...] = ()
    failure: DragomanError | None = None


@dataclass(frozen=True, kw_only=True)
class _Prepared:
    entry: Entry
    profile: Profile


def add_all(ledger: Ledger, arrivals: Iterable[Arrival]) -> Iterator[Added]:
    """Add articles, some in one step; each is told as soon as its step is written."""
    waiting: list[_Prepared] = []
    for arrival in arrivals:
        try:
            waiting.append(_prepare(arrival))
        except InputError as failure:
            yield Added(name=arrival.name, failure=failure)
        if len(waiting) >= STEP:
            yield from _write(ledger, waiting)
            waiting = []
    yield from _write(ledger, waiting)


def add_record(ledger: Ledger, record: Record, arrival: Arrival) -> Added:
    """Add one article that was read already."""
    return next(_write(ledger, [_prepared(record, arrival)]))


def add_records(ledger: Ledger, records: Iterable[tuple[Record, Arrival]]) -> Iterator[Added]:
    """Add articles that were read already, some in one step."""
    waiting: list[_Prepared] = []
    for record, arrival in records:
        waiting.append(_prepared(record, arrival))
        if len(waiting) >= STEP:
            yield from _write(ledger, waiting)
            waiting = []
    yield from _write(ledger, waiting)


def _prepare(arrival: Arrival) -> _Prepared:
    reading = read_text(arrival.text, published=arrival.published, language=arrival.language, url=arrival.url)
    return _prepared(reading.record, arrival)


def _prepared(record: Record, arrival: Arrival) -> _Prepared:
    document = describe(record, arrival)
    profile = profile_of(record, document)
    document = replace(document, length=len(profile.wording.words))
    return _Prepared(
        entry=make_entry(record, replace(profile, document=document)), profile=replace(profile, document=document)
    )


def make_entry(record: Record, profile: Profile) -> Entry:
    """All that is written of a document."""
    document = profile.document
    return Entry(
        document=document,
        text=record.document.text,
        record=record.to_dict(),
        reader=reader_version(document.language),
        contribution=collect(record, document),
        fingerprints=fingerprints_of(profile, loader.available()),
        profile=pack_profile(profile),
    )


def describe(record: Record, arrival: Arrival) -> LedgerDocument:
    """The document as a ledger knows it; what came with the article goes before what its text tells."""
    facts = record.document
    text_hash = hashlib.sha256(facts.text.encode("utf-8", "surrogatepass")).hexdigest()
    publisher = arrival.publisher or facts.publisher
    return LedgerDocument(
        id=_identify(text_hash, arrival),
        text_hash=text_hash,
        language=facts.language,
        title=facts.title,
        publisher=publisher,
        published=facts.published,
        url=arrival.url or facts.url,
        credit=find_credit(record, publisher),
        translated_from=facts.translated_from,
        name=arrival.name,
        added=now(),
    )


def _identify(text_hash: str, arrival: Arrival) -> str:
    """The id of the text, and where it came from: what two outlets print word for word are two documents."""
    known = (arrival.publisher or "", arrival.url or "", arrival.published or "")
    if not any(known):
        return text_hash[:16]
    return f"{text_hash[:16]}-{hashlib.sha256(chr(0).join(known).encode()).hexdigest()[:6]}"


def _write(ledger: Ledger, prepared: list[_Prepared]) -> Iterator[Added]:
    done: list[Added] = []
    if prepared:
        with ledger.transaction():
            done = [_write_one(ledger, item) for item in prepared]
    yield from done


def _write_one(ledger: Ledger, prepared: _Prepared) -> Added:
    document = prepared.entry.document
    if ledger.holds(document.id):
        return Added(name=document.name, document=document)
    likenesses = find_copies(ledger, prepared.profile, prepared.entry.fingerprints)
    ledger.add(prepared.entry)
    ledger.link(likenesses)
    return Added(name=document.name, document=document, is_new=True, copies=likenesses)


def find_copies(ledger: Ledger, profile: Profile, filed: Sequence[Fingerprints]) -> tuple[Likeness, ...]:
    """The documents of the ledger that hold the same report."""
    same = ledger.same_text(profile.document.text_hash)[:_MOST_CANDIDATES]
    ranked: dict[int, float] = dict.fromkeys(same, 2.0)
    for fingerprints in filed:
        own = len(fingerprints.hashes)
        for shared in ledger.sharing(fingerprints):
            part = shared.count / own
            if shared.count >= min(_LEAST_SHARED, own) and (shared.weight >= _TELLING or part >= _LARGE_PART):
                ranked[shared.number] = max(part, ranked.get(shared.number, 0.0))
    chosen = sorted(ranked, key=lambda number: (-ranked[number], number))[:_MOST_CANDIDATES]
    candidates = [item for item in ledger.documents_numbered(chosen) if item.id != profile.document.id]
    found = [compare(profile, unpack_profile(body, document)) for document, body in ledger.profiles(candidates)]
    return tuple(sorted((item for item in found if item is not None), key=lambda item: (item.first, item.second)))


def now() -> str:
    """This moment, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@cache
def reader_version(language: str) -> str:
    """The versions of the program and of the language's pack."""
    pack = read_yaml(loader.FOLDER / language / "manifest.yaml").get("version", "")
    return f"{metadata.version('dragoman')} {language} {pack}".strip()
