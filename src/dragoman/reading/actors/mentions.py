"""Who is named where: people with their titles, states, bodies, groups, and speakers without a name.

One pass from left to right makes mentions of what the lexicon found; a second pass, over the whole document, gives
surnames, roles and bodies without a country the actor that the text has introduced (see `references`).
"""

from __future__ import annotations

from dragoman.languages.lexicon import LINE, MARK, WORD, Hit
from dragoman.reading.actors.phrases import person_phrase
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.layout.quotations import MARKS
from dragoman.registry import load_registry

_FAMILY = ("actor", "nationality", "body", "title", "source", "side", "place", "outlet")
# of two entries of the same length the first of these kinds is taken
_RANK = {
    kind: rank
    for rank, kind in enumerate(("title", "actor", "side", "body", "nationality", "source", "place", "outlet"))
}


def collect_mentions(article: Article) -> list[Mention]:
    """The mentions of an article before anything is known of the document as a whole."""
    chosen = choose_hits(article)
    found: list[Mention] = []
    position = 0
    for start in sorted(chosen):
        if start < position:
            continue
        for mention in _read(article, chosen, start):
            found.append(mention)
            position = max(position, mention.end)
    return found


def choose_hits(article: Article) -> dict[int, Hit]:
    """For each token where a name may begin the best entry: the longest, then the rank of its kind."""
    best: dict[int, Hit] = {}
    for kind in _FAMILY:
        for hit in article.by_kind.get(kind, ()):
            if (
                hit.entry.features.get("name") == "slip"
                and hit.end - hit.start < 2
                or kind == "outlet"
                and not is_quoted(article, hit)
            ):
                continue
            other = best.get(hit.start)
            if other is None or _order(hit) > _order(other):
                best[hit.start] = hit
    return best


def _order(hit: Hit) -> tuple[int, int, int, int]:
    weak = hit.entry.kind == "actor" and hit.entry.features.get("name") == "surname"
    return (
        hit.end,
        -int(weak),
        -len(hit.prefix) - len(hit.suffix) if hit.entry.kind != "source" else -9,
        -_RANK[hit.entry.kind],
    )


def _read(article: Article, chosen: dict[int, Hit], start: int) -> list[Mention]:
    """The mentions that begin with the entry at `start`."""
    hit = chosen[start]
    kind = hit.entry.kind
    if kind == "title":
        return person_phrase(article, chosen, hit)
    if kind == "body":
        return [body_mention(article, chosen, hit)]
    if kind == "source":
        mention = source_mention(article, chosen, hit)
        return [mention, *inner_mentions(article, chosen, mention)]
    if kind == "side":
        return [side_mention(article, chosen, hit)]
    if kind == "outlet":
        return quoted_outlet(article, hit)
    if kind == "nationality" and hit.prefix.startswith("و"):
        elliptic = elliptic_person(article, chosen, hit)
        if elliptic is not None:
            return [elliptic, plain_mention(article, hit)]
    mention = plain_mention(article, hit)
    if mention.kind in ("organization", "group"):
        return [mention, *inner_mentions(article, chosen, mention)]
    return [mention]


def elliptic_person(article: Article, chosen: dict[int, Hit], hit: Hit) -> Mention | None:
    """A person whose title stands with the one before: the Russian minister Lavrov *and the Turkish Cavusoglu*."""
    following = chosen.get(hit.end)
    actor = (
        load_registry().actors.get(following.entry.value)
        if following is not None and following.entry.kind == "actor"
        else None
    )
    if following is None or actor is None or actor.type != "person" or following.prefix:
        return None
    country = load_registry().actors[hit.entry.value].country
    return Mention(
        start=hit.start,
        end=following.end,
        head=following.start,
        kind="person",
        actor=actor.id,
        name=following.entry.features.get("name", ""),
        prefix=hit.prefix,
        of=country,
        rule="person.elliptic",
    )


def inner_mentions(article: Article, chosen: dict[int, Hit], outer: Mention) -> list[Mention]:
    """The countries and bodies named inside a longer name or label: the *South Korean* agency."""
    found: list[Mention] = []
    token = outer.start + 1
    while token < outer.end:
        hit = chosen.get(token) or next(iter(article.at("nationality", token)), None)
        if (
            hit is not None
            and hit.entry.kind in ("nationality", "body", "actor")
            and hit.end <= outer.end
            and hit.entry.value != outer.actor
        ):
            mention = body_mention(article, chosen, hit) if hit.entry.kind == "body" else plain_mention(article, hit)
            found.append(mention)
            token = max(mention.end, token + 1)
        else:
            token += 1
    return found


def plain_mention(article: Article, hit: Hit, governed: bool | None = None) -> Mention:
    """The mention that a name, an adjective or a place is by itself; `governed` is worked out where it is not given."""
    registry = load_registry()
    entry = hit.entry
    place = entry.kind == "place"
    actor = None if place else registry.actors.get(entry.value)
    name_kind = entry.features.get("name", "")
    if name_kind in ("capital", "seat") or place:
        kind = "place"
    else:
        kind = actor.type if actor else "place"
    return Mention(
        start=hit.start,
        end=hit.end,
        head=hit.start,
        kind=kind,
        actor=entry.value if actor else None,
        name=name_kind if not place else entry.value,
        prefix=hit.prefix,
        governed=is_governed(article, hit.start, hit.prefix) if governed is None else governed,
        inflection=hit.inflection,
        adjectival=entry.kind == "nationality",
        rule=f"name.{name_kind or entry.kind}",
    )


def is_governed(article: Article, start: int, prefix: str) -> bool:
    """True where a preposition stands before the words: another's complement, not a subject."""
    if any(letter in prefix.replace("ال", "") for letter in "بلك"):
        return True
    if prefix.startswith(("و", "ف")):
        return False
    return start > 0 and bool(article.at("preposition", start - 1))


def body_mention(article: Article, chosen: dict[int, Hit], hit: Hit) -> Mention:
    """A ministry or another body of state, completed by the country beside it; without one `actor` stays open."""
    form = hit.entry.features["form"]
    country = hit.entry.features.get("country")
    end = hit.end
    if form != "own":
        beside = country_beside(article, chosen, hit)
        if beside is not None:
            named, end = beside
            if country is None or named == country:
                country = named
            else:
                end, country = hit.end, None
        elif country is not None or form in ("short", "construct"):
            country = None
    actor = None
    if country is not None:
        actor = body_actor(hit.entry.value, country)
    return Mention(
        start=hit.start,
        end=end,
        head=hit.start,
        kind="organization" if actor is None or actor.startswith("org/") else "country",
        actor=actor,
        name=hit.entry.value if form not in ("short", "construct") or actor else "",
        prefix=hit.prefix,
        governed=is_governed(article, hit.start, hit.prefix),
        of=country,
        rule="body.with-country" if actor else "body.alone",
    )


def body_actor(key: str, country: str) -> str | None:
    """The id of a country's body of this kind."""
    body = load_registry().office_body(key, country)
    # an embassy is only somebody when it is said where it stands
    return body.actor_id(country) if body and "{host}" not in body.id_template else None


def country_beside(article: Article, chosen: dict[int, Hit], hit: Hit) -> tuple[str, int] | None:
    """The country whose adjective or name follows the entry, and where it ends."""
    registry = load_registry()
    position = hit.end
    for _ in range(2):
        beside = chosen.get(position)
        if beside is not None and not beside.prefix.startswith(("و", "ف")):
            actor = registry.actors.get(beside.entry.value)
            if beside.entry.kind in ("nationality", "actor") and actor is not None and actor.type == "country":
                if beside.entry.features.get("name") != "capital" or article.at("preposition", position - 1):
                    return (actor.country or actor.id.removeprefix("country/"), beside.end)
        if position < len(article.words) and (
            article.at("qualifier", position) or article.words[position].folded in ("في", "ل")
        ):
            position += 1
        else:
            break
    return None


def source_mention(article: Article, chosen: dict[int, Hit], hit: Hit) -> Mention:
    """A speaker without a name, with the words that describe it; a named outlet where its name follows."""
    end = hit.end
    outlet = outlet_after(article, hit) if "media" in hit.entry.features else None
    if outlet is not None:
        return outlet
    words = article.words
    limit = min(len(words), hit.end + 10)
    definite = words[hit.end - 1].folded.lstrip("وفبلك").startswith("ال") or "ال" in hit.prefix
    while end < limit and words[end].kind == WORD and not _ends_label(article, end):
        if definite and not (
            words[end].folded.startswith("ال") or article.at("preposition", end) or article.at("preposition", end - 1)
        ):
            break
        end += 1
    while end > hit.end and article.at("preposition", end - 1):
        end -= 1
    return Mention(
        start=hit.start,
        end=end,
        head=hit.start,
        kind="source",
        actor=None,
        name=hit.entry.value,
        prefix=hit.prefix,
        governed=is_governed(article, hit.start, hit.prefix),
        plural=False,
        title=next((flag for flag in ("media", "paper", "anaphor") if flag in hit.entry.features), None),
        rule="source.unnamed",
    )


def outlet_after(article: Article, hit: Hit) -> Mention | None:
    """The outlet that is named after a word such as agency or newspaper, with or without quotation marks."""
    words = article.words
    position = hit.end
    for _ in range(3):
        if position < len(words) and words[position].kind == MARK:
            position += 1
            continue
        for name in article.at("outlet", position) or article.at("actor", position):
            actor = load_registry().actors.get(name.entry.value)
            if actor is not None and actor.type == "organization" and not name.prefix:
                end = name.end
                if end < len(words) and words[end].kind == MARK and position > hit.end:
                    end += 1
                return Mention(
                    start=hit.start,
                    end=end,
                    head=position,
                    kind="organization",
                    actor=actor.id,
                    prefix=hit.prefix,
                    governed=is_governed(article, hit.start, hit.prefix),
                    rule="outlet.named",
                )
        if position < len(words) and (
            article.at("nationality", position) or words[position].folded in ("الانباء", "انباء", "للانباء")
        ):
            position += 1
        else:
            return None
    return None


def is_quoted(article: Article, hit: Hit) -> bool:
    """True where the words stand alone between quotation marks."""
    words = article.words
    return (
        0 < hit.start
        and hit.end < len(words)
        and words[hit.start - 1].surface in MARKS
        and words[hit.end].surface in MARKS
    )


def quoted_outlet(article: Article, hit: Hit) -> list[Mention]:
    """The outlet whose name stands alone between quotation marks."""
    governed = hit.start > 1 and (
        bool(article.at("preposition", hit.start - 2)) or article.words[hit.start - 2].folded in ("ل", "ب", "ك")
    )
    return [
        Mention(
            start=hit.start - 1,
            end=hit.end + 1,
            head=hit.start,
            kind="organization",
            actor=hit.entry.value,
            governed=governed,
            rule="outlet.quoted",
        )
    ]


def _ends_label(article: Article, token: int) -> bool:
    if article.words[token].folded in article.pack.rules["statements"]["ends_label"]:
        return True
    return any(
        article.at(kind, token)
        for kind in ("complementizer", "verb", "relative", "break", "participle", "says", "according", "weekday")
    ) or any(hit.entry.features.get("form") == "past" for hit in article.at("status", token))


def side_mention(article: Article, chosen: dict[int, Hit], hit: Hit) -> Mention:
    """A side, delegation or government, standing for the country or group beside it."""
    beside = country_beside(article, chosen, hit)
    actor: str | None = None
    end = hit.end
    of, name = None, hit.entry.value
    if beside is not None:
        actor, end = f"country/{beside[0]}", beside[1]
        if hit.entry.value == "foreign-ministry":
            actor = body_actor("ministry-of-foreign-affairs", beside[0]) or actor
            of, name = beside[0], "ministry-of-foreign-affairs"
    else:
        following = chosen.get(hit.end)
        named = (
            load_registry().actors.get(following.entry.value) if following and following.entry.kind == "actor" else None
        )
        if (
            following is not None
            and named is not None
            and named.type in ("group", "organization")
            and not following.prefix
        ):
            actor, end = named.id, following.end
        elif following is not None and named is not None and named.type == "person" and name == "government":
            # the Trump administration
            actor, end = _state_of(named.country), following.end
    return Mention(
        start=hit.start,
        end=end,
        head=hit.start,
        kind="organization"
        if actor and actor.startswith("org/")
        else "group"
        if actor and actor.startswith("group/")
        else "country",
        actor=actor,
        name=name,
        prefix=hit.prefix,
        governed=is_governed(article, hit.start, hit.prefix),
        of=of,
        plural=hit.entry.value == "both",
        rule="side.with-country" if actor else "side.alone",
    )


def _state_of(country: str | None) -> str | None:
    return f"country/{country}" if country else None


def is_line(article: Article, token: int) -> bool:
    """True at a line end."""
    return token < len(article.words) and article.words[token].kind == LINE
