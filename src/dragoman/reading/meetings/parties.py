"""For whom an actor stands at a table: the country, group or body that a mention belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.speech.cues import is_mark
from dragoman.registry import load_registry

_INTERNATIONAL = frozenset(("igo", "ngo", "un-body", "court"))
_OF_STATE = frozenset(("government", "ministry", "military", "parliament"))


def party_of(mention: Mention) -> str | None:
    """The party that a mention belongs to: a country code, or the id of a group or another actor."""
    registry = load_registry()
    if mention.actor is None:
        return mention.of if mention.kind == "role" and mention.of and len(mention.of) == 2 else None
    actor = registry.actors.get(mention.actor)
    if mention.actor.startswith("country/"):
        return mention.actor.removeprefix("country/")
    if mention.kind == "person" or actor is not None and actor.type == "person":
        return _party_of_person(mention)
    if mention.actor.startswith("org/") and mention.of and len(mention.of) == 2:
        return mention.of
    if actor is not None and actor.type == "group":
        return actor.id
    if actor is not None and actor.country and actor.kind in _OF_STATE:
        return actor.country
    return actor.id if actor is not None and actor.kind in _INTERNATIONAL else None


def _party_of_person(mention: Mention) -> str | None:
    if mention.of and (len(mention.of) == 2 or mention.of.startswith("group/")):
        return mention.of
    posts = load_registry().posts_of(mention.actor or "")
    served = [post.of for post in reversed(posts) if len(post.of) == 2 or post.of.startswith("group/")]
    return served[0] if served else (posts[-1].of if posts else mention.of)


def coordinated(article: Article, mentions: Sequence[Mention]) -> Iterable[list[Mention]]:
    """Groups of two and more mentions that *and* joins."""
    group: list[Mention] = []
    for mention in mentions:
        if mention.kind == "source" or group and mention.start < group[-1].end:
            continue
        if group and _joins(article, group[-1], mention):
            group.append(mention)
            continue
        if len(group) > 1:
            yield group
        group = [mention]
    if len(group) > 1:
        yield group


def _joins(article: Article, first: Mention, second: Mention) -> bool:
    gap = second.start - first.end
    if second.prefix.startswith("و"):
        return (
            gap <= 1
            or gap <= 4
            and not any(is_mark(article, token, "،,؛:") for token in range(first.end, second.start))
        )
    return first.adjectival and second.adjectival and gap <= 1 and (gap == 0 or is_mark(article, first.end, "-–"))


def party_list(group: Iterable[Mention]) -> tuple[list[str], dict[str, str]]:
    """The distinct parties of a group of mentions, and the person who stands for each."""
    parties: list[str] = []
    heads: dict[str, str] = {}
    for mention in group:
        party = party_of(mention)
        if party is None:
            continue
        if party not in parties:
            parties.append(party)
        if mention.kind == "person" and mention.actor:
            heads.setdefault(party, mention.actor)
    return parties, heads
