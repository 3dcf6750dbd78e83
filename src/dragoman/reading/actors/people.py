"""The people of a document: who is named in full, under which forms they are met again, and their ids."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.languages.names import romanise
from dragoman.reading.actors.names import surname_forms
from dragoman.reading.actors.nominatives import nominative_words, repeated_forms
from dragoman.reading.actors.settings import name_rules
from dragoman.reading.actors.slugs import slug
from dragoman.reading.actors.spellings import same_sound
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.registry import load_registry


@dataclass
class Introduced:
    """A person of this document: id, name, roles met, and the forms under which the text names the person again."""

    id: str
    name: str
    first: int
    titles: list[tuple[str, str | None]] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)


def introduce(article: Article, mentions: list[Mention]) -> dict[str, Introduced]:
    """Everybody whom the document names in full; unknown people get their id here."""
    people: dict[str, Introduced] = {}
    registry = load_registry()
    for index, mention in enumerate(mentions):
        if mention.kind != "person":
            continue
        head_end = _name_end(mention)
        if mention.actor is None:
            mention = mentions[index] = identify(article, mention, people)
        elif mention.rule == "name.surname" or mention.name == "surname":
            if not _title_fits(mention):
                continue
        actor = mention.actor
        if actor is None:
            continue
        known = registry.actors.get(actor)
        person = people.get(actor)
        if person is None:
            name = known.name if known else mention.name
            person = people[actor] = Introduced(actor, name, mention.start)
        if name_rules(article.pack).capitalised:
            person.forms |= repeated_forms(article, mention)
        else:
            person.forms |= surname_forms(article, mention.head, head_end)
        if mention.title:
            person.titles.append((mention.title, mention.of))
    return people


def _name_end(mention: Mention) -> int:
    return mention.end


def identify(article: Article, mention: Mention, people: dict[str, Introduced]) -> Mention:
    """The mention with an id: of somebody met before under a longer form of the name, else a new one."""
    title = mention.inflection if mention.title else ""
    folded = " ".join(nominative_words(article, mention.head, mention.end, title))
    for person in people.values():
        if folded in person.forms or folded.replace(" ", "") in person.forms:
            return replace(mention, actor=person.id, name=person.name)
    written = article.span(mention.head, mention.end).text
    if name_rules(article.pack).inflected:
        written = folded
    elif name_rules(article.pack).capitalised:
        written = written.removesuffix("'s").removesuffix("’s")
    known = same_sound(written, article.pack.code, mention.of if mention.of and len(mention.of) == 2 else None)
    if known is not None:
        return replace(mention, actor=known, name=load_registry().actors[known].name, rule="name.by-sound")
    name = romanise(written, article.pack.code)
    return replace(mention, actor=f"person/{slug(name)}", name=name)


def _title_fits(mention: Mention) -> bool:
    """True where a registry person named by the surname alone has held an office like the title beside it."""
    if not mention.title or mention.actor is None:
        return False
    head = mention.title.removeprefix("former ").split(" of the ")[0]
    for post in load_registry().posts_of(mention.actor):
        same_service = mention.of is None or post.of == mention.of or mention.of.startswith("org/")
        if same_service and (head in post.role or post.role in head):
            return True
    return False
