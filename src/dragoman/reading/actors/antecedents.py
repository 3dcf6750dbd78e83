"""What points back gets its actor: a role, a ministry without a country, *the agency*, *his country*."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.reading.actors.mentions import body_actor
from dragoman.reading.actors.people import Introduced
from dragoman.reading.actors.settings import name_rules
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.layout.lexicons import MEDIA_CLASSES
from dragoman.registry import load_registry

# a name may follow its title this closely, and a role be told so many words before its bearer is named
ADJACENT_NAME = 40
FURTHEST_NAME = 110


def resolve(article: Article, mentions: list[Mention], people: dict[str, Introduced]) -> Iterable[Mention]:
    """The mentions with roles, bodies and media filled from the context before them."""
    done: list[Mention] = []
    for mention in mentions:
        if mention.kind == "role" and not mention.plural:
            mention = _fill_role(article, mention, done, people)
        elif mention.plural and _is_ministry(mention) and mention.actor is None:
            done.extend(_fill_both(mention, done))
            continue
        elif mention.kind == "organization" and mention.actor is None and mention.name.startswith("ministry-of"):
            mention = _fill_body(article, mention, done, mentions)
        elif mention.kind == "group" and mention.end - mention.start == 1:
            mention = _bearer(article, mention, people)
        elif (
            mention.kind == "source"
            and mention.title == "media"
            and (mention.definite or _is_definite(article, mention))
        ):
            mention = _fill_media(mention, done)
        elif mention.kind == "source" and mention.title == "anaphor" and not mention.plural and mention.of is None:
            mention = _fill_anaphor(mention, done, whole=name_rules(article.pack).capitalised)
        elif mention.name == "own" and mention.actor is None:
            mention = _fill_own_country(mention, done)
        done.append(mention)
    return done


def _is_ministry(mention: Mention) -> bool:
    return mention.name.startswith("ministry") and mention.kind in ("organization", "source")


def _fill_both(mention: Mention, done: list[Mention]) -> list[Mention]:
    """*The foreign ministries of the two countries*: those of the two states named last."""
    states = dict.fromkeys(
        other.actor for other in reversed(done) if other.actor and other.actor.startswith("country/")
    )
    key = mention.name if mention.name != "ministry" else "ministry-of-foreign-affairs"
    owners = [state.removeprefix("country/") for state in list(states)[:2]]
    bodies = {owner: body for owner in reversed(owners) if (body := body_actor(key, owner)) is not None}
    if len(bodies) < 2:
        return [mention]
    shared = replace(mention, kind="organization", name=key, title=None, rule="body.of-both")
    return [replace(shared, actor=body, of=owner) for owner, body in bodies.items()]


def _bearer(article: Article, mention: Mention, people: dict[str, Introduced]) -> Mention:
    """The person who bears the name of a movement: *al-Houthi* after Abdul-Malik al-Houthi."""
    form = article.words[mention.start].folded.removeprefix(mention.prefix)
    for person in people.values():
        if form in person.forms and person.first < mention.start:
            return replace(mention, kind="person", actor=person.id, name=person.name, rule="name.repeated")
    return mention


def _is_definite(article: Article, mention: Mention) -> bool:
    return all(
        article.words[token].folded.lstrip("وفبلك").startswith("ال") for token in range(mention.start, mention.end)
    )


def _nearness(first: int, position: int) -> tuple[int, int]:
    """Those named before the position first, the last of them foremost; then those named later."""
    return (0, position - first) if first <= position + ADJACENT_NAME else (1, first - position)


def _fill_role(article: Article, mention: Mention, done: list[Mention], people: dict[str, Introduced]) -> Mention:
    title = (mention.title or "").removeprefix("former ")
    of = mention.of
    if title == "relative":
        return mention
    if of is None and not is_definite_phrase(article, mention) and _is_weak(article, mention):
        # the head of something that we do not know is not the head whom we know
        return mention
    if _is_indefinite(article, mention):
        # an American official is somebody new
        return mention
    for person in sorted(people.values(), key=lambda person: _nearness(person.first, mention.start)):
        if person.first > mention.start + FURTHEST_NAME:
            continue
        for known, served in person.titles:
            if _same_title(title, known.removeprefix("former ")) and (
                of is None or served is None or of == served or _serves(person.id, of)
            ):
                return replace(mention, kind="person", actor=person.id, rule="role.of-the-document")
    if (
        title in ("official", "diplomat", "negotiator", "senior member", "member")
        and of is not None
        and is_definite_phrase(article, mention)
    ):
        for person in sorted(people.values(), key=lambda person: -person.first):
            if person.first < mention.start and (
                _serves(person.id, of) or any(served == of for _, served in person.titles)
            ):
                return replace(mention, kind="person", actor=person.id, rule="role.of-the-document")
    office = mention.name
    if (
        office in ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", "secretary-general")
        and of
        and not (mention.title or "").startswith("former ")
    ):
        holders = load_registry().holders(office, of, article.published)
        if len(holders) == 1:
            return replace(mention, kind="person", actor=holders[0].person_id, rule="role.of-the-registry")
    return mention


def _is_indefinite(article: Article, mention: Mention) -> bool:
    """True for a title without article that an adjective without article follows."""
    if is_definite_phrase(article, mention) or mention.end - mention.start < 2:
        return False
    adjectives = article.at("nationality", mention.start + 1)
    return (
        bool(adjectives)
        and "ال" not in adjectives[0].prefix
        and not article.words[mention.start + 1].folded.startswith("ال")
    )


def _is_weak(article: Article, mention: Mention) -> bool:
    """True where the title needs a complement to say what its bearer heads."""
    return any("weak" in hit.entry.features for hit in article.at("title", mention.head))


def is_definite_phrase(article: Article, mention: Mention) -> bool:
    """True where the words are known to mean somebody told of: *the* minister."""
    return mention.definite or article.words[mention.start].folded.lstrip("وفبلك").startswith("ال")


def _same_title(asked: str, known: str) -> bool:
    """True where the shorter title is the head of the other: minister, foreign minister."""
    if asked == known:
        return True
    head, longer = sorted((asked, known), key=len)
    return bool(head) and (longer.startswith(head + " ") or longer.endswith(" " + head))


def _serves(person: str, of: str) -> bool:
    return any(post.of == of for post in load_registry().posts_of(person))


def _fill_body(article: Article, mention: Mention, done: list[Mention], mentions: list[Mention]) -> Mention:
    """A ministry without a country: that of the person whom it introduces, of the sentence, of the same body before."""
    if not mention.name:
        return mention
    for person in mentions:
        if person.kind == "person" and person.start < mention.start < person.end and person.actor:
            country = _country_of_person(person)
            if country:
                return _with_country(mention, country)
    for other in reversed(done):
        if mention.start - other.end > 60:
            break
        if other.kind in ("country", "place") and other.actor and other.actor.startswith("country/"):
            same_line = "\n" not in article.text[article.starts[other.start] : article.starts[mention.start]]
            if same_line and not _inside_quotation(article, other.start, mention.start):
                return _with_country(mention, other.actor.removeprefix("country/"))
    for other in reversed(done):
        if other.kind == "organization" and other.name == mention.name and other.actor:
            return replace(mention, actor=other.actor, of=other.of, rule="body.of-the-document")
    return mention


def _inside_quotation(article: Article, start: int, end: int) -> bool:
    return any(quotation.start <= start < quotation.end <= end for quotation in article.quotations)


def _with_country(mention: Mention, country: str) -> Mention:
    actor = body_actor(mention.name, country)
    return replace(mention, actor=actor, of=country, rule="body.of-the-context") if actor else mention


def _country_of_person(person: Mention) -> str | None:
    if person.of and len(person.of) == 2:
        return person.of
    posts = load_registry().posts_of(person.actor or "")
    return next((post.of for post in posts if len(post.of) == 2), None)


def _fill_media(mention: Mention, done: list[Mention]) -> Mention:
    registry = load_registry()
    for other in reversed(done):
        actor = registry.actors.get(other.actor or "")
        if actor is not None and actor.type == "organization" and actor.kind in MEDIA_CLASSES:
            return replace(mention, kind="organization", actor=actor.id, rule="media.named-before")
    return mention


def _fill_anaphor(mention: Mention, done: list[Mention], *, whole: bool) -> Mention:
    """*The ministry*, *the movement*: the body of that kind named last."""
    registry = load_registry()
    for other in reversed(done):
        actor = registry.actors.get(other.actor or "")
        if other.actor is None or other.kind not in ("organization", "group"):
            continue
        kind = (
            "ministry"
            if "-ministry-" in other.actor or actor is not None and actor.kind == "ministry"
            else actor.type
            if actor
            else "organization"
        )
        if kind == mention.name:
            return replace(
                mention,
                end=mention.end if whole else mention.start + 1,
                kind=other.kind,
                actor=other.actor,
                of=other.of,
                rule="body.named-before",
            )
    return mention


def _fill_own_country(mention: Mention, done: list[Mention]) -> Mention:
    """*His country*: that of the person named last."""
    for other in reversed(done):
        if other.kind == "person" and other.actor:
            country = _country_of_person(other)
            if country:
                return replace(mention, actor=f"country/{country}", rule="country.of-the-speaker")
    return mention
