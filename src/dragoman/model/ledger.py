"""What a ledger holds: documents with where they came from, what each contributes, and what was decided about them.

Everything here is a value; nothing is changed once made. `body_of` and the `*_from` functions turn the values into
plain JSON and back, for a store to keep.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """A text on its way into a ledger, with what is known of it from outside the text."""

    text: str
    name: str = ""
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerDocument:
    """A document as the ledger knows it; the text and its reading are kept beside it.

    `credit` is the wire agency whose report the document passes on, an actor id. `component` numbers the documents
    that are linked by likenesses, directly or through others.
    """

    id: str
    text_hash: str
    language: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    credit: str | None = None
    translated_from: str | None = None
    length: int = 0
    name: str = ""
    added: str = ""
    component: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A passage of a document: `text` is what stands there from `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundMention:
    """One document's report of one round; its merged round is decided among mentions."""

    document: str
    id: str
    status: str
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    country: str | None = None
    venue: str | None = None
    duration: str | None = None
    bound: str | None = None
    heads: tuple[tuple[str, str], ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Words, ...] = ()
    published: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimEntry:
    """One document's claim where an issue between parties stands, and on whose word.

    `by` is the speaker's actor id, None for the article's own voice or an unnamed speaker (then `label` has the
    words); `party` is the party that the speaker speaks for.
    """

    document: str
    id: str
    issue: str
    status: str
    parties: tuple[str, ...] = ()
    by: str | None = None
    label: str | None = None
    said: bool = False
    party: str | None = None
    rank: str = "other"
    via: tuple[str, ...] = ()
    certainty: str | None = None
    date: str | None = None
    condition: str | None = None
    evidence: tuple[Words, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Appearance:
    """An actor in one document, with the spellings met there."""

    document: str
    actor: str
    name: str
    type: str
    country: str | None
    language: str
    names: tuple[str, ...] = ()
    speaks: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """One named comparison of two things: the values compared, and whether they speak for the same thing."""

    name: str
    first: str
    second: str
    agrees: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """Two documents that hold the same report, by which relation, and the comparisons that showed it.

    `first` is the document with the smaller id; `share` is how much of the shorter is in the longer.
    """

    first: str
    second: str
    relation: str
    share: float
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What a person decided: never overwritten, only withdrawn by a later one.

    `kind` is accept, split, join, correct, or undo, whose `subject` is the number of the decision withdrawn; `anchors`
    and `others` are the things meant, told so that a new reading finds them again (see merging.anchoring); `changes`
    are the corrected slots.
    """

    number: int
    kind: str
    layer: str
    subject: str
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    person: str = ""
    reason: str = ""
    made: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """A document, or a passage of it that something was read from."""

    document: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Contribution:
    """All that one document brings to a ledger beside its text and its reading."""

    mentions: tuple[RoundMention, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    appearances: tuple[Appearance, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Fingerprints:
    """Numbers by which copies of a text find each other.

    They are filed under a kind and a season, and sought under kinds and seasons, None standing for all seasons.
    """

    kind: str
    hashes: tuple[int, ...]
    season: int
    kinds: tuple[str, ...]
    seasons: tuple[int, ...] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """Which part of a ledger is asked for; None leaves a question open."""

    issue: str | None = None
    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reread:
    """What a new reading of one document changed: counts of things gone and things new, by layer."""

    document: str
    name: str
    gone: dict[str, int] = field(default_factory=dict)
    new: dict[str, int] = field(default_factory=dict)


def body_of(value: Any) -> dict[str, Any]:
    """The value as plain JSON, without what is empty."""
    return {name: _plain(held) for name in _names(type(value)) if (held := getattr(value, name))}


_NAMES: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, looked up once for each kind."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(item.name for item in fields(kind))
    return _NAMES[kind]


def _plain(held: Any) -> Any:
    if isinstance(held, str | int | float) or held is None:
        return held
    if isinstance(held, tuple):
        return [_plain(item) for item in held]
    return {name: _plain(getattr(held, name)) for name in _names(type(held))}


def mention_from(body: dict[str, Any]) -> RoundMention:
    """The round mention that `body_of` wrote down."""
    return _built(
        RoundMention,
        body,
        heads=tuple((party, head) for party, head in body.get("heads", ())),
        members=tuple((party, member) for party, member in body.get("members", ())),
        evidence=_words(body),
    )


def claim_from(body: dict[str, Any]) -> ClaimEntry:
    """The claim that `body_of` wrote down."""
    return _built(ClaimEntry, body, evidence=_words(body))


def appearance_from(body: dict[str, Any]) -> Appearance:
    """The appearance that `body_of` wrote down."""
    return _built(Appearance, body, country=body.get("country"))


def likeness_from(body: dict[str, Any]) -> Likeness:
    """The likeness that `body_of` wrote down."""
    return _built(Likeness, body, comparisons=_comparisons(body))


def decision_from(body: dict[str, Any]) -> Decision:
    """The decision that `body_of` wrote down."""
    anchors = {name: tuple(Anchor(**anchor) for anchor in body.get(name, ())) for name in ("anchors", "others")}
    changes = tuple((slot, value) for slot, value in body.get("changes", ()))
    return _built(Decision, body, changes=changes, **anchors)


def _words(body: dict[str, Any]) -> tuple[Words, ...]:
    return tuple(Words(**words) for words in body.get("evidence", ()))


def _comparisons(body: dict[str, Any]) -> tuple[Comparison, ...]:
    return tuple(
        Comparison(name=item["name"], first=item["first"], second=item["second"], agrees=item["agrees"])
        for item in body.get("comparisons", ())
    )


def _built(kind: type[Value], body: dict[str, Any], **ready: Any) -> Value:
    known = _names(kind)
    plain = {
        name: tuple(held) if isinstance(held, list) else held
        for name, held in body.items()
        if name in known and name not in ready
    }
    return kind(**plain, **ready)
