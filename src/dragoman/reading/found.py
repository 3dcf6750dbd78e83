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
