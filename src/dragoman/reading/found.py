"""What the stages hand to one another: things noticed, as ranges of tokens of one article.

Every found thing names the rule that decided (`rule`), so that a reader can be told why.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundTime:
    """A time expression: TIMEX3 type, value and mod; `deixis` marks one that only surrounds other things (a duration)."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """Words that name somebody, or that point at somebody without a name.

    start, end: all the words, title and apposition included; head: the first token of the bare name.
    actor: an actor id, or None where nobody is identified (a label: "sources", "regional media").
    kind: person, country, organization, group, place (a city or a capital, which may stand for a government: `actor`
    is then the country), source (an unnamed speaker), role (a title that the text has not yet filled).
    prefix: the proclitics before it (و, ب, ل…); governed: True where a preposition stands before it.
    title: English role, such as "foreign minister"; of: country code or actor id that the role serves.
    adjectival: a nationality adjective (the Russian side), not a name.
    inflection: what the ending of its first word tells (see `lexicon.Key`); definite: an article stands before it.
    """

    start: int
    end: int
    head: int
    kind: str
    actor: str | None
    name: str = ""
    prefix: str = ""
    governed: bool = False
    title: str | None = None
    of: str | None = None
    adjectival: bool = False
    plural: bool = False
    inflection: str = ""
    definite: bool = False
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundStatement:
    """A report of speech: content and cue as tokens, who said it, through whom.

    speaker: actor id or None; label: the tokens that name an unnamed speaker; via: actor ids or names of the carriers,
    nearest to the speaker first; mode: direct, indirect, mixed; act: what kind of saying (say, ask, accuse, promise, deny,
    hope, expect, propose, welcome, warn, judge …); certainty: FactBank value.
    """

    start: int
    end: int
    cue_start: int | None
    cue_end: int | None
    speaker: str | None
    label_start: int | None = None
    label_end: int | None = None
    via: tuple[str, ...] = ()
    mode: str = "indirect"
    act: str = "say"
    certainty: str = "CT+"
    sentence: int = 0
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundClaim:
    """Where an issue stands: evidence as tokens, issue path, status, on whose word.

    parties: country codes or actor ids named in the evidence; statement: index of the statement that it rests on, or None
    where the article says it; condition_start, condition_end: the words of the condition, if any.
    """

    start: int
    end: int
    issue: str
    status: str
    parties: tuple[str, ...] = ()
    statement: int | None = None
    condition_start: int | None = None
    condition_end: int | None = None
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundRound:
    """A meeting of parties: parties and mediators as country codes or actor ids, date and duration as times found.

    place: actor-free place id or country id, with the tokens that name it; heads: pairs (party, person); evidence: ranges of
    tokens, the sentence that introduces it first.
    """

    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    date: FoundTime | None
    date_value: str | None
    place: Mention | None
    duration: FoundTime | None
    heads: tuple[tuple[str, str], ...]
    status: str
    evidence: tuple[tuple[int, int], ...]
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundEvent:
    """What somebody did to somebody, in PLOVER's types and modes, with the nearest CAMEO code.

    actors, recipients: country codes or actor ids; where both sides do the same (they meet, they agree) all are actors.
    date: TIMEX value; place: usual English name; reality: occurred, planned, hypothetical, negated; statement: index of the
    statement inside which it is told, or None; start, end: the words that tell it; further: other places that tell it too.
    """

    start: int
    end: int
    event_type: str
    event_mode: str | None
    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None = None
    place: str | None = None
    reality: str = "occurred"
    statement: int | None = None
    further: tuple[tuple[int, int], ...] = ()
    rule: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Furniture:
    """A passage of the page: tokens and kind (of the record format's list)."""

    start: int
    end: int
    kind: str
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """All that the stages found in one article; title, publisher and language of the original are what the page tells."""

    furniture: tuple[Furniture, ...]
    title: str | None
    publisher: str | None
    translated_from: str | None
    mentions: tuple[Mention, ...]
    times: tuple[FoundTime, ...]
    statements: tuple[FoundStatement, ...]
    rounds: tuple[FoundRound, ...]
    claims: tuple[FoundClaim, ...]
    events: tuple[FoundEvent, ...]
