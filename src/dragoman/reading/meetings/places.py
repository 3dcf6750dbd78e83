"""Where a meeting is held: the town or country that its clause names after a preposition, or to which somebody travels for it."""

from __future__ import annotations

from dragoman.languages.lexicon import MARK, Hit
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.meetings.parties import outermost
from dragoman.reading.meetings.scenes import Scene
from dragoman.registry import load_registry

FURTHEST_CITY = 16
FURTHEST_COUNTRY = 5
FURTHEST_BEFORE = 5
_FURTHEST_GOAL, _FURTHEST_HOST, _BESIDE, _DIRECT = 18, 4, 2, 8


def find_place(scene: Scene) -> Mention | None:
    """The place of a meeting, or None where the clause names none."""
    return _named_place(scene) or _hosted(scene) or _goal(scene)


def _named_place(scene: Scene) -> Mention | None:
    anchor = scene.anchor
    best: tuple[int, Mention] | None = None
    for mention in scene.near:
        after = mention.start - anchor.end
        distance = after if after >= 0 else anchor.start - mention.end
        city = is_town(mention)
        if mention.adjectival or mention.kind not in ("place", "country"):
            continue
        # a region is no place of talks, unless it is said right away that they are there
        city = city or mention.kind == "place" and 0 <= after <= _BESIDE and mention.governed
        if mention.kind == "place" and not city:
            continue
        if city and after == 0 and not mention.prefix and anchor.entry.kind == "encounter":
            return mention
        preposition = where_from(scene.article, mention)
        if preposition is None or _is_barred(scene, mention, preposition):
            continue
        country = mention.kind == "country" and 0 <= after <= FURTHEST_COUNTRY
        if not (city and distance <= (FURTHEST_CITY if after >= 0 else FURTHEST_BEFORE)) and not country:
            continue
        rank = distance + (0 if city else 100)
        if best is None or rank < best[0]:
            best = (rank, mention)
    return best[1] if best else None


def _hosted(scene: Scene) -> Mention | None:
    """The town that hosts the meeting."""
    for hit in scene.hits("hosts", scene.low, scene.high):
        for mention in scene.mentions.between(hit.end, min(scene.high, hit.end + _FURTHEST_HOST + 1)):
            if mention.kind == "place" and is_town(mention):
                return mention
    return None


def _goal(scene: Scene) -> Mention | None:
    """The place to which somebody travels in the same clause, before the meeting is told."""
    anchor = scene.anchor
    for hit in reversed(scene.hits("travels", scene.floor, anchor.start)):
        goal = goal_of(scene.article, scene.mentions.between(hit.end, hit.end + _FURTHEST_GOAL), hit)
        if goal is not None:
            return goal
    return None


def goal_of(article: Article, mentions: list[Mention], journey: Hit) -> Mention | None:
    """The first town or country to which a journey leads."""
    rules = article.pack.rules["rounds"]
    for mention in outermost(mentions):
        if mention.kind not in ("place", "country") or mention.adjectival or not is_goal(mention):
            continue
        before = article.words[mention.start - 1].folded
        if before in rules.get("to", ()) or mention.prefix.endswith(tuple(rules.get("to_prefixes", ()))):
            return mention
        if mention.kind == "place" and not mention.governed and not mention.prefix and _is_visited(mention, journey):
            return mention
    return None


def _is_visited(mention: Mention, journey: Hit) -> bool:
    """True for the town right after a verb of visiting, which needs no preposition."""
    return journey.entry.value == "visit" and mention.start <= journey.end + _DIRECT


def is_goal(mention: Mention) -> bool:
    """True for towns and countries, not for regions and seas, nor for a delegation that stands for its country."""
    return is_town(mention) or mention.kind == "country" and not mention.rule.startswith("side.")


def is_town(mention: Mention) -> bool:
    """True for towns and venues, and for countries that are a town; a region or a sea is no place of talks."""
    registry = load_registry()
    if mention.kind == "country":
        return not mention.adjectival and is_city_state(mention.actor)
    if mention.kind != "place":
        return False
    place = registry.place_index.get(mention.name)
    return place is None or place.kind != "region"


def is_city_state(actor: str | None) -> bool:
    """True for a country that bears the name of its capital."""
    registry = load_registry()
    if actor is None or actor not in registry.actors:
        return False
    capital = registry.capital_of(actor)
    return capital is not None and capital.name == registry.actors[actor].name


def _is_barred(scene: Scene, mention: Mention, preposition: int) -> bool:
    """True where a conjunction, a denial or another matter stands between the meeting and the place."""
    article, anchor = scene.article, scene.anchor
    low, high = sorted((anchor.start, mention.start))
    if scene.borders.opens_clause(low, high):
        return True
    denials = scene.hits("negation", anchor.end, mention.start)
    if any(hit.entry.value == "" for hit in denials):
        return True
    noun = preposition - 1
    if noun < anchor.end or article.words[noun].folded in scene.rule("site_nouns"):
        return False
    return any(article.at(kind, noun) for kind in ("issue", "event-noun"))


def where_from(article: Article, mention: Mention) -> int | None:
    """The token of the preposition that says in or at before the place, perhaps with *the city of* between."""
    rules = article.pack.rules["rounds"]
    if mention.prefix.endswith(tuple(rules["in_prefixes"]) or "\0"):
        return mention.start
    for token in range(mention.start - 1, max(-1, mention.start - 6), -1):
        word = article.words[token]
        if (
            word.folded in rules["in"]
            or word.folded[:1] in rules["in_prefixes"]
            and word.folded[1:] in rules["site_nouns"]
        ):
            return token
        between = (
            word.kind == MARK
            and word.surface not in ".؛:()"
            or word.folded in rules["site_nouns"]
            or word.folded.startswith("ال")
            and mention.start - token <= 2
        )
        if not between:
            return None
    return None
