"""For whom an actor stands at a table: the country, group or body that a mention belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.languages.lexicon import WORD
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.speech.cues import is_mark
from dragoman.registry import load_registry

_FURTHEST_JOINED = 6
_INTERNATIONAL = frozenset(("igo", "ngo", "un-body", "court"))
_OF_STATE = frozenset(("government", "ministry", "military", "parliament"))
# words of a title that leads no delegation
_NO_HEADS = frozenset(("spokesperson", "journalist", "correspondent", "reporter", "editor", "academic", "former"))
COUNTERPART = "counterpart"


def party_of(mention: Mention) -> str | None:
    """The party that a mention belongs to: a country code, or the id of a group or another actor."""
    registry = load_registry()
    if mention.actor is None:
        return mention.of if mention.kind == "role" and mention.of and _is_party(mention.of) else None
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


def _is_party(owner: str) -> bool:
    """True for the code of a country and the id of a group."""
    return len(owner) == 2 or owner.startswith("group/")


def _party_of_person(mention: Mention) -> str | None:
    body = sender_of(mention)
    if body is not None:
        return body
    if mention.of and _is_party(mention.of):
        return mention.of
    return _served(mention.actor or "") or mention.of


@cache
def _served(person: str) -> str | None:
    """Whom a person of the registry has served, the country or group served last first."""
    posts = load_registry().posts_of(person)
    parties = [post.of for post in reversed(posts) if _is_party(post.of)]
    return parties[0] if parties else (posts[-1].of if posts else None)


@cache
def _body_of(person: str) -> str | None:
    """The international body that a person of the registry serves who serves no country or group besides."""
    registry = load_registry()
    posts = registry.posts_of(person)
    bodies = [post.of for post in posts if (body := registry.actors.get(post.of)) and body.kind in _INTERNATIONAL]
    return bodies[-1] if bodies and not any(_is_party(post.of) for post in posts) else None


def sender_of(mention: Mention) -> str | None:
    """The international body that somebody was sent by, though the title names the country that he was sent to."""
    body = _body_of(mention.actor or "")
    if body is not None:
        return body
    return "org/united-nations" if (mention.title or "").startswith("united nations") else None


def is_mediator(mention: Mention) -> bool:
    """True for the envoy of an international body: he brings sides together and is none."""
    return mention.kind == "person" and mention.actor is not None and sender_of(mention) is not None


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those that stand inside another: the country in *the president of X*."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def coordinated(article: Article, mentions: Sequence[Mention]) -> Iterable[list[Mention]]:
    """Groups of two and more mentions that *and* joins, a comma before; a compound (Russian-Ukrainian) is a group too."""
    group: list[Mention] = []
    listed = False
    for mention in mentions:
        if mention.kind == "source" or group and mention.start < group[-1].end and not _is_compound(group[-1], mention):
            continue
        if group and joins(article, group[-1], mention):
            group.append(mention)
            listed = False
            continue
        if group and _lists(article, group[-1], mention):
            group.append(mention)
            listed = True
            continue
        if len(group) > 1 and not listed:
            yield group
        group, listed = [mention], False
    if len(group) > 1 and not listed:
        yield group


def _is_compound(first: Mention, second: Mention) -> bool:
    """True for two actors named in one word."""
    return first.start == second.start and first.end == second.end and first.actor != second.actor


def joins(article: Article, first: Mention, second: Mention) -> bool:
    """True where the second of two mentions goes on with a list that the first belongs to."""
    if _is_compound(first, second):
        return True
    gap = second.start - first.end
    if gap > _FURTHEST_JOINED:
        return False
    rules = article.pack.rules["rounds"]
    between = article.words[first.end : max(first.end, second.start)]
    joints = rules.get("joints", ())
    if joints and between and any(word.folded in joints for word in between):
        return gap <= _FURTHEST_JOINED and all(word.kind == WORD for word in between)
    if gap == 1 and between[0].surface in rules.get("hyphens", ()):
        return True
    if second.prefix.startswith("و"):
        return (
            gap <= 1
            or gap <= 4
            and not any(is_mark(article, token, "،,؛:") for token in range(first.end, second.start))
        )
    return first.adjectival and second.adjectival and gap <= 1 and (gap == 0 or is_mark(article, first.end, "-–"))


def _lists(article: Article, first: Mention, second: Mention) -> bool:
    """True where only a comma, and perhaps an article, parts two members of a list."""
    gap = second.start - first.end
    return bool(article.pack.rules["rounds"].get("joints")) and 1 <= gap <= 2 and is_mark(article, first.end, ",")


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
        if mention.kind == "person" and mention.actor and may_lead(mention):
            heads.setdefault(party, mention.actor)
    return parties, heads


def may_lead(mention: Mention) -> bool:
    """False for those who only speak for a side, or write about it."""
    return not any(word in _NO_HEADS for word in (mention.title or "").split())
