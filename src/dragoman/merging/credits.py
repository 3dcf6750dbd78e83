"""Whose report a document passes on: the wire agency credited in its dateline, byline or footer, or by most of its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from dragoman.model.ledger import LedgerDocument
from dragoman.model.record import Record, Statement
from dragoman.registry import load_registry
from dragoman.text.folding import fold

# A caption credits a picture, not the report.
_CREDITING = frozenset(("syndication-credit", "dateline", "byline"))
_WORD = re.compile(r"[\w'’-]+")
# How much of what is said must have come through one agency for the whole to be its report.
_MOST = 0.6


def find_credit(record: Record, publisher: str | None) -> str | None:
    """The actor id of the credited agency; None where there is none, or where it published the document itself."""
    own = agency_named(publisher or "", record.document.language)
    for passage in record.boilerplate:
        if passage.kind in _CREDITING:
            agency = agency_named(passage.text, record.document.language)
            if agency is not None:
                return None if agency == own else agency
    agency = _mostly_through(record)
    return None if agency == own else agency


def agency_of(document: LedgerDocument) -> str | None:
    """The actor id of the wire agency that published the document itself."""
    return agency_named(document.publisher, document.language) if document.publisher else None


def agency_named(words: str, language: str) -> str | None:
    """The actor id of the first wire agency that the words name, in the language or in English."""
    if not words:
        return None
    folded = [fold(found.group()) for found in _WORD.finditer(words)]
    for spoken in dict.fromkeys((language, "en")):
        names = _agencies(spoken)
        for start in range(len(folded)):
            for end in range(min(len(folded), start + 5), start, -1):
                found = names.get(" ".join(folded[start:end]))
                if found:
                    return found
    return None


@cache
def _agencies(language: str) -> Mapping[str, str]:
    registry = load_registry()
    wires = {actor.id for actor in registry.actors.values() if actor.kind == "wire"}
    return {
        " ".join(fold(found.group()) for found in _WORD.finditer(name.form)): name.actor_id
        for name in registry.names(language)
        if name.actor_id in wires
    }


@cache
def agency_called(name: str) -> str | None:
    """The actor id of the wire agency with this canonical name."""
    return _by_name().get(name)


@cache
def _by_name() -> Mapping[str, str]:
    return {actor.name: actor.id for actor in load_registry().actors.values() if actor.kind == "wire"}


def _mostly_through(record: Record) -> str | None:
    through = Counter(agency for statement in record.statements for agency in _agencies_behind(statement))
    for agency, count in through.most_common(1):
        if count >= 2 and count >= _MOST * len(record.statements):
            return agency
    return None


def _agencies_behind(statement: Statement) -> set[str]:
    """The agencies that a statement came through, or that make it themselves."""
    found = {agency for name in statement.via if (agency := agency_called(name))}
    if statement.speaker in _by_name().values():
        found.add(str(statement.speaker))
    return found
