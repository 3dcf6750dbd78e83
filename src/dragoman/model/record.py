"""The record of one document: every value, and the words that it stands on.

The shapes and names are those of the public record format; `to_dict` gives them as plain JSON values. Offsets are
Unicode code points of `document.text`, end not included.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from dragoman.model.notebook import draw_summary


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A passage of the document: `text` is always `document.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentFacts:
    """The text that was read and what it tells about itself."""

    id: str
    text: str
    language: str
    direction: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    translated_from: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Boilerplate:
    """A passage that belongs to the page and not to the report; `kind` as in the record format."""

    start: int
    end: int
    text: str
    kind: str
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """What an actor is, in whose service, and where the text says so; `of` is a country code or an actor id."""

    title: str
    of: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Somebody whom the document names; `type` is country, organization, person or group.

    repaired: the mentions that are no name of the actor but what a translation made of it, or a spelling by ear.
    """

    id: str
    name: str
    type: str
    country: str | None
    roles: tuple[Role, ...]
    mentions: tuple[Span, ...]
    repaired: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Time:
    """A TIMEX3 expression: `type` DATE, TIME, DURATION or SET, with `value` and `mod`."""

    span: Span
    type: str
    value: str
    mod: str | None = None
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What somebody is reported to have said; certainty is FactBank's, `via` runs from the speaker to the reader."""

    id: str
    speaker: str | None
    label: Span | None
    via: tuple[str, ...]
    cue: Span | None
    content: Span
    mode: str
    certainty: str
    date: str | None
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundDate:
    """When a round took place: a TIMEX3 value or an interval, and its words."""

    value: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundPlace:
    """Where a round took place: English name, ISO 3166-1 alpha-2 code where known, and its words."""

    name: str
    country: str | None
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundDuration:
    """How long a round took: a TIMEX3 duration with its bound, and its words."""

    value: str
    mod: str | None
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Delegation:
    """Who came for one party: `head` and `members` are actor ids."""

    party: str
    head: str | None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """One meeting of the parties: held, under-way, planned or cancelled."""

    id: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    date: RoundDate | None
    place: RoundPlace | None
    venue: str | None
    duration: RoundDuration | None
    delegations: tuple[Delegation, ...]
    status: str
    evidence: tuple[Span, ...]
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Where one issue stands on somebody's word: a statement's id, or None for the article's own voice."""

    id: str
    issue: str
    status: str
    parties: tuple[str, ...]
    statement: str | None
    condition: str | None
    evidence: tuple[Span, ...]
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER and CAMEO terms; `reality` is occurred, planned, hypothetical or negated."""

    id: str
    event_type: str
    event_mode: str | None
    cameo: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: str | None
    place: str | None
    reality: str
    statement: str | None
    evidence: tuple[Span, ...]
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """All that was read in one document."""

    document: DocumentFacts
    boilerplate: tuple[Boilerplate, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    rounds: tuple[Round, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dictionaries, lists and strings, ready for `json.dumps`."""
        plain: dict[str, Any] = _plain(self)
        return plain

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return draw_summary(self.to_dict())


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names_of(type(value))}
    return value


_NAMES: dict[type, tuple[str, ...]] = {}


def _names_of(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, looked up once for each kind: a record has hundreds of values of few kinds."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind))
    return _NAMES[kind]
