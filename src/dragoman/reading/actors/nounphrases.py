"""Who is named where, in languages that write names with capital letters.

A phrase is read around its head — a title, a body of state, a side, a source —: what stands before it (*the former US
special envoy*), then what completes it (*of the Foreign Ministry*) and, after a title, the name (see `officials`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.languages.lexicon import MARK, WORD, Hit, Word, is_indeclinable, is_oblique, is_plural
from dragoman.reading.actors import mentions as plain
from dragoman.reading.actors.settings import NameRules
from dragoman.reading.actors.slugs import slug
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.registry.register import Registry

_HEADS = frozenset(("title", "body", "side", "source"))
LONGEST_SOURCE = 9
MOST_MODIFIERS = 6


@dataclass(frozen=True, kw_only=True)
class Reader:
    """An article with what the reading of its noun phrases needs."""

    article: Article
    chosen: dict[int, Hit]
    rules: NameRules
    registry: Registry
    # where each qualifier that ends at a token begins, with its value
    qualifiers: dict[int, Hit]


@dataclass(frozen=True, kw_only=True)
class Head:
    """The head of a phrase and what stood before it: the mentions inside, and the country or actor that they name."""

    hit: Hit
    start: int
    inner: tuple[Mention, ...] = ()
    of: str | None = None
    former: bool = False
    definite: bool = False


def find_head(reader: Reader, start: int, floor: int) -> Head | None:
    """The head that the modifiers from `start` lead to; None where they lead to none."""
    position = start
    inner: list[Mention] = []
    of: str | None = None
    former = False
    for _ in range(MOST_MODIFIERS):
        hit = reader.chosen.get(position)
        qualifier = next(iter(reader.article.at("qualifier", position)), None)
        if qualifier is not None and (hit is None or qualifier.end > hit.end):
            former = former or qualifier.entry.value == "former"
            position = qualifier.end
            continue
        if hit is None:
            return None
        kind = hit.entry.kind
        if kind in _HEADS and not (kind == "body" and _is_modifier(reader, hit)):
            opening, was, definite = _opening(reader, start, floor)
            return Head(
                hit=hit,
                start=opening,
                inner=tuple(inner),
                of=of,
                former=former or was,
                definite=definite or opening == start and (of is not None or reader.rules.inflected),
            )
        if kind not in reader.rules.modifiers:
            return None
        mention = _modifier(reader, hit, of)
        if mention.kind == "person" and not _leads_to_title(reader, mention.end):
            return None
        inner.append(mention)
        of = _served(reader, mention) or of
        position = mention.end
    return None


def _is_modifier(reader: Reader, hit: Hit) -> bool:
    """True for a body before another head: *Foreign Ministry* spokesman, *government* officials."""
    if "body" not in reader.rules.modifiers:
        return False
    return _leads_to_title(reader, hit.end, ("title", "source"))


def _leads_to_title(reader: Reader, position: int, kinds: tuple[str, ...] = ("title", "body", "side")) -> bool:
    for _ in range(3):
        following = reader.chosen.get(position)
        if following is not None and following.entry.kind in kinds:
            return True
        qualifier = next(iter(reader.article.at("qualifier", position)), None)
        if qualifier is None:
            return False
        position = qualifier.end
    return False


def _modifier(reader: Reader, hit: Hit, of: str | None) -> Mention:
    if hit.entry.kind == "body":
        return replace(body_mention(reader, hit, of, hit.start), governed=True)
    if hit.entry.kind == "outlet":
        mention = plain.plain_mention(reader.article, hit)
        return replace(mention, kind="organization", actor=hit.entry.value, governed=True)
    return plain.plain_mention(reader.article, hit, True)


def _served(reader: Reader, mention: Mention) -> str | None:
    """The country code, or the id, of whom a modifier or complement names as the one served."""
    if mention.of:
        return mention.of
    actor = reader.registry.actors.get(mention.actor or "")
    if actor is None or actor.type == "person":
        return None
    return actor.country or actor.id if actor.type == "country" else actor.id


def _opening(reader: Reader, start: int, floor: int) -> tuple[int, bool, bool]:
    """Where the phrase begins with qualifiers, numbers and article; whether *former* and whether an article is among them."""
    article = reader.article
    former = False
    while start > floor:
        qualifier = reader.qualifiers.get(start)
        if qualifier is not None and qualifier.start >= floor:
            former = former or qualifier.entry.value == "former"
            start = qualifier.start
        elif article.at("number", start - 1) or article.at("several", start - 1):
            start -= 1
        elif article.words[start - 1].folded in reader.rules.articles:
            return start - 1, former, article.words[start - 1].folded not in reader.rules.indefinite
        else:
            break
    return start, former, False


def is_governed(reader: Reader, start: int, inflection: str, mention: Mention | None = None) -> bool:
    """True where a preposition or a case shows that the words are no subject.

    A body in a place where somebody speaks (*в Кремле* заявили) may be one.
    """
    article = reader.article
    if start > 0 and article.at("preposition", start - 1):
        return not (
            article.words[start - 1].folded in reader.rules.speaking_places
            and mention is not None
            and (mention.kind in ("organization", "source") or mention.name in ("seat", "body"))
        )
    return is_oblique(inflection)


def body_phrase(reader: Reader, head: Head) -> Mention:
    """A ministry or another body, with the country before or after it."""
    mention = body_mention(reader, head.hit, head.of, head.start)
    governed = is_governed(reader, head.start, head.hit.inflection, mention)
    return replace(mention, governed=governed, inflection=head.hit.inflection)


def body_mention(reader: Reader, hit: Hit, of: str | None, start: int) -> Mention:
    """The mention of a body from `start`, of the country before it (`of`) or after it, if one is named."""
    form = hit.entry.features["form"]
    own = hit.entry.features.get("country")
    end = hit.end
    country = own if form == "own" else of if of is not None and len(of) == 2 else None
    if country is None:
        beside = country_after(reader, hit.end)
        if beside is not None and (own is None or own == beside[0]):
            country, end = beside
    actor = plain.body_actor(hit.entry.value, country) if country is not None else None
    if country is not None and actor is None and (seat := _host_after(reader, hit, end)) is not None:
        body = reader.registry.office_body(hit.entry.value, country)
        name, end = seat
        return Mention(
            start=start,
            end=end,
            head=hit.start,
            kind="organization",
            actor=body.actor_id(country, slug(name)) if body else None,
            name=hit.entry.value,
            title=name,
            of=country,
            rule="body.with-host",
        )
    state = actor is not None and actor.startswith("country/")
    return Mention(
        start=start,
        end=end,
        head=hit.start,
        kind="country" if state else "organization",
        actor=actor,
        name="body" if state else hit.entry.value if form not in ("short", "construct") or actor else "",
        plural=is_plural(hit.inflection),
        of=country,
        rule="body.with-country" if actor else "body.alone",
    )


def _host_after(reader: Reader, hit: Hit, position: int) -> tuple[str, int] | None:
    """The English name of the place where an embassy stands, and where it ends: the US embassy *in Belgrade*."""
    article = reader.article
    if position < len(article.words) and article.at("preposition", position):
        position += 1
    place = reader.chosen.get(position)
    if place is None or place.entry.kind not in ("place", "actor"):
        return None
    if place.entry.kind == "place":
        known = reader.registry.place_index.get(place.entry.value)
        return (known.name, place.end) if known is not None else None
    actor = reader.registry.actors.get(place.entry.value)
    if actor is None or actor.type != "country":
        return None
    seat = reader.registry.capital_of(actor.id) if place.entry.features.get("name") == "capital" else None
    return (seat.name if seat is not None else actor.name), place.end


def country_after(reader: Reader, position: int) -> tuple[str, int] | None:
    """The country whose name or adjective completes what ends at `position`, and where it ends."""
    article, rules = reader.article, reader.rules
    linked = False
    if position < len(article.words) and article.words[position].folded in rules.links:
        linked = True
        position += 1
        if position < len(article.words) and article.words[position].folded in rules.articles:
            position += 1
    hit = reader.chosen.get(position)
    if hit is None or hit.entry.kind not in ("nationality", "actor"):
        return None
    if not linked and (hit.entry.kind not in rules.completions or not may_complete(reader, hit)):
        return None
    actor = reader.registry.actors.get(hit.entry.value)
    if actor is None or actor.type != "country":
        return None
    return actor.country or actor.id.removeprefix("country/"), hit.end


def side_phrase(reader: Reader, head: Head) -> Mention:
    """A side, delegation or government, standing for the country or group beside it."""
    hit, end = head.hit, head.hit.end
    country = head.of if head.of is not None and len(head.of) == 2 else None
    actor = f"country/{country}" if country else head.of
    if actor is None:
        beside = country_after(reader, hit.end)
        following = reader.chosen.get(hit.end)
        if beside is not None:
            actor, end = f"country/{beside[0]}", beside[1]
        elif following is not None and following.entry.value.startswith("group/"):
            actor, end = following.entry.value, following.end
    kind = "country"
    if actor is not None and not actor.startswith("country/"):
        kind = "group" if actor.startswith("group/") else "organization"
    mention = Mention(
        start=head.start,
        end=end,
        head=hit.start,
        kind=kind,
        actor=actor,
        name=hit.entry.value,
        of=country,
        plural=hit.entry.value == "both",
        inflection=hit.inflection,
        rule="side.with-country" if actor else "side.alone",
    )
    return replace(mention, governed=is_governed(reader, head.start, hit.inflection, mention))


def source_phrase(reader: Reader, head: Head) -> list[Mention]:
    """A speaker without a name, with the words that describe it; a named outlet where its name follows."""
    article, hit = reader.article, head.hit
    if "media" in hit.entry.features:
        outlet = plain.outlet_after(article, hit)
        if outlet is not None:
            mention = replace(outlet, start=head.start, inflection=hit.inflection)
            return [replace(mention, governed=is_governed(reader, head.start, hit.inflection, mention)), *head.inner]
    end = source_end(reader, hit.end)
    features = hit.entry.features
    mention = Mention(
        start=head.start,
        end=end,
        head=hit.start,
        kind="source",
        actor=None,
        name=hit.entry.value,
        of=head.of,
        inflection=hit.inflection,
        title=next((flag for flag in ("media", "paper", "anaphor") if flag in features), None),
        plural="anaphor" in features and (is_plural(hit.inflection) or _has_plural_adjective(reader, head)),
        definite=head.definite or reader.rules.inflected,
        rule="source.unnamed",
    )
    mention = replace(mention, governed=is_governed(reader, head.start, hit.inflection, mention))
    return [mention, *head.inner, *inside_source(reader, hit.end, end)]


def _has_plural_adjective(reader: Reader, head: Head) -> bool:
    """True where an adjective before the head shows the number that the head does not: внешнеполитические ведомства."""
    endings = reader.rules.plural_endings
    words = reader.article.words[head.start : head.hit.end]
    return bool(endings) and any(word.folded.endswith(endings) for word in words)


def source_end(reader: Reader, position: int) -> int:
    """Where the words that describe a source end: *close to the talks*, *в переговорной группе*."""
    article = reader.article
    words = article.words
    start = position
    limit = min(len(words), position + LONGEST_SOURCE)
    if position < limit and words[position].kind == WORD and words[position].folded in reader.rules.source_openers:
        position += 1
    elif position not in reader.chosen or not _completes(reader, position):
        return start
    while position < limit and words[position].kind == WORD and not _ends_source(article, position):
        if words[position].folded in reader.rules.auxiliaries or tells(reader, position):
            break
        position += 1
    while position > start and (
        article.at("preposition", position - 1) or words[position - 1].folded in reader.rules.articles
    ):
        position -= 1
    return position


def _completes(reader: Reader, position: int) -> bool:
    hit = reader.chosen[position]
    return hit.entry.kind in reader.rules.completions and hit.entry.kind != "title" and may_complete(reader, hit)


def may_complete(reader: Reader, hit: Hit) -> bool:
    """True where the entry may stand in the genitive: by its ending, or because it never has one (США, НАТО, Баку)."""
    if not reader.rules.inflected or "g" in hit.inflection:
        return True
    return not hit.inflection and _never_declined(reader.article.words[hit.end - 1])


def _never_declined(word: Word) -> bool:
    return word.surface.isupper() or is_indeclinable(word.folded) or not word.folded[-1:].isalpha()


def tells(reader: Reader, token: int) -> bool:
    """True at a verb that tells an event; the same word after an article or a preposition is a noun: the *talks*."""
    article = reader.article
    if not (article.at("event-verb", token) or article.at("meets", token)):
        return False
    before = article.words[token - 1].folded if token else ""
    return before not in reader.rules.articles and not (token and article.at("preposition", token - 1))


def _ends_source(article: Article, token: int) -> bool:
    return any(
        article.at(kind, token)
        for kind in (
            "complementizer",
            "verb",
            "participle",
            "relative",
            "break",
            "says",
            "according",
            "weekday",
            "deictic",
            "today",
            "adverbial",
            "negation",
        )
    )


def inside_source(reader: Reader, start: int, end: int) -> list[Mention]:
    """The actors named among the words that describe a source."""
    found: list[Mention] = []
    token = start
    while token < end:
        hit = reader.chosen.get(token)
        if hit is not None and hit.entry.kind in ("actor", "nationality", "body") and hit.end <= end:
            mention = (
                body_mention(reader, hit, None, token)
                if hit.entry.kind == "body"
                else plain.plain_mention(reader.article, hit, True)
            )
            found.append(replace(mention, governed=True))
            token = max(mention.end, token + 1)
        else:
            token += 1
    return found


def is_mark(article: Article, token: int, marks: str) -> bool:
    """True where one of these marks stands at a token."""
    return token < len(article.words) and article.words[token].kind == MARK and article.words[token].surface in marks
