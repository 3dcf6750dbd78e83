"""Gives every mention its actor, from what the whole document says.

A surname belongs to whoever bears it in this document; a role (the minister, the Ethiopian spokesman) to the person whom
the text gave that role, else to the holder of the office on the day of publication; a ministry without a country to
the country that the context speaks of; *the agency* to the agency named last.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dragoman.languages.lexicon import WORD
from dragoman.languages.names import romanise
from dragoman.reading.actors.mentions import body_actor, collect_mentions, is_governed
from dragoman.reading.actors.names import name_run, surely_name, surname_forms
from dragoman.reading.actors.phrases import unknown_person
from dragoman.reading.actors.spellings import same_sound
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.layout.lexicons import MEDIA_CLASSES
from dragoman.registry import load_registry

_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass
class Introduced:
    """A person of this document: id, name, roles met, and the forms under which the text names the person again."""

    id: str
    name: str
    first: int
    titles: list[tuple[str, str | None]] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """All mentions of the article in order of start, each with its actor where one can be told."""
    collected = collect_mentions(article)
    bare = list(_bare_names(article, collected))
    collected = [m for m in collected if not any(name.start <= m.start < name.end for name in bare)]
    collected = sorted([*collected, *bare], key=lambda mention: mention.start)
    people = _introduce(article, collected)
    collected = _join_appositions(article, collected, people)
    mentions = _drop_stray_surnames(article, collected, people)
    mentions.extend(_repeated_surnames(article, mentions, people))
    mentions.extend(_repeated_heads(article, mentions))
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return tuple(_resolve(article, mentions, people))


def _bare_names(article: Article, mentions: list[Mention]) -> Iterable[Mention]:
    """People named without a title: two words or more that are surely names."""
    covered = bytearray(len(article.words) + 1)
    for mention in mentions:
        if mention.kind != "person" or mention.name != "surname" or mention.title:
            covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    position = article.title_end
    count = len(article.words)
    spoken = {hit.end for hit in article.hits_of("verb") if "carry" not in hit.entry.features.get("frames", "")}
    while position < count:
        word = article.words[position]
        after_verb = position in spoken
        if covered[position] or word.kind != WORD or not (after_verb or surely_name(word, article.pack.code)):
            position += 1
            continue
        end = name_run(article, position, introduced=False)
        if end == position and after_verb:
            end = _named_speaker(article, position)
        if end > position and not any(covered[position:end]):
            person = unknown_person(article, position, end)
            yield replace(person, governed=is_governed(article, position, ""))
        position = max(end, position + 1)


def _named_speaker(article: Article, start: int) -> int:
    """Where an unknown name right after a verb of saying ends: two words or more, then a mark, a preposition or the words said."""
    end = name_run(article, start, introduced=True)
    if end - start < 2 or article.words[start].active and article.words[start].folded.startswith("ال"):
        return start
    if end >= len(article.words) or article.words[end].kind != WORD:
        return end
    word = article.words[end]
    to_somebody = word.folded == "ل" or any(key.prefix in ("ل", "لل") for key in word.keys)
    return end if article.at("complementizer", end) or article.at("preposition", end) or to_somebody else start


def slug(name: str) -> str:
    """The name as part of an id: lower case, ASCII, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return _SLUG.sub("-", plain).strip("-")


def _introduce(article: Article, mentions: list[Mention]) -> dict[str, Introduced]:
    """Everybody whom the document names in full; unknown people get their id here."""
    people: dict[str, Introduced] = {}
    registry = load_registry()
    for index, mention in enumerate(mentions):
        if mention.kind != "person":
            continue
        head_end = _name_end(mention)
        if mention.actor is None:
            mention = mentions[index] = _identify(article, mention, people)
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
        person.forms |= surname_forms(article, mention.head, head_end)
        if mention.title:
            person.titles.append((mention.title, mention.of))
    return people


def _join_appositions(article: Article, mentions: list[Mention], people: dict[str, Introduced]) -> list[Mention]:
    """Roles that stand beside a name are that person's: *Ibrahim al-Jabawi, the spokesman of …*."""
    joined = list(mentions)
    # from the end, so that of several titles before one name the last is joined first
    for index in reversed(range(len(joined))):
        mention = joined[index]
        if mention.kind != "role" or mention.plural or mention.prefix.startswith(("و", "ف")):
            continue
        previous = next((m for m in reversed(joined[:index]) if m.end <= mention.start and not m.adjectival), None)
        following = next((m for m in joined[index + 1 :] if m.start >= mention.end and not m.adjectival), None)
        person = None
        if (
            previous is not None
            and previous.kind == "person"
            and mention.start - previous.end <= 1
            and not mention.prefix
        ):
            person = previous
        elif (
            following is not None
            and (following.rule.startswith("name.") or following.start - mention.end <= 1)
            and following.kind == "person"
            and not following.prefix
        ):
            if _completes_title(article, mention, following.start):
                person = following
        known = people.get(person.actor or "") if person is not None else None
        if person is not None and known is not None and mention.title:
            known.titles.append((mention.title, mention.of))
            joined[index] = replace(mention, kind="person", actor=known.id, rule="role.apposition")
    return joined


def _completes_title(article: Article, role: Mention, name: int) -> bool:
    """True where only what completes the title stands between it and the name: the minister *responsible for the talks*, X."""
    if name - role.end > 4 or not _is_definite_phrase(article, role):
        return False
    for token in range(role.end, name):
        word = article.words[token]
        if word.kind != WORD and not (token == name - 1 and word.surface in "،,"):
            return False
        if (
            token == role.end
            and word.kind == WORD
            and not (word.folded.startswith("ال") or article.at("preposition", token))
        ):
            return False
        if article.at("complementizer", token) or article.at("verb", token):
            return False
    return True


def _name_end(mention: Mention) -> int:
    return mention.end


def _identify(article: Article, mention: Mention, people: dict[str, Introduced]) -> Mention:
    """The mention with an id: of somebody met before under a longer form of the name, else a new one."""
    words = article.words[mention.head : mention.end]
    folded = " ".join(word.folded for word in words if word.kind == WORD)
    for person in people.values():
        if folded in person.forms or folded.replace(" ", "") in person.forms:
            return replace(mention, actor=person.id, name=person.name)
    written = article.span(mention.head, mention.end).text
    if article.pack.code == "ar":
        known = same_sound(written, "ar", mention.of if mention.of and len(mention.of) == 2 else None)
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


def _drop_stray_surnames(article: Article, mentions: list[Mention], people: dict[str, Introduced]) -> list[Mention]:
    """Without surnames of registry people whom the document does not introduce: the word means somebody or something else."""
    kept = []
    named = {mention.actor for mention in mentions if mention.name in ("name", "short", "acronym")}
    for mention in mentions:
        if (
            mention.name == "surname"
            and mention.kind in ("organization", "group", "place", "country")
            and mention.actor not in named
        ):
            continue
        stray = mention.kind == "person" and mention.name == "surname" and mention.actor not in people
        if not stray:
            kept.append(mention)
        elif mention.title:
            person = replace(mention, actor=None, name="", rule="name.unknown")
            kept.append(_identify(article, person, people))
    return kept


def _repeated_surnames(article: Article, mentions: list[Mention], people: dict[str, Introduced]) -> Iterable[Mention]:
    """Further mentions by surname of the people introduced, where nothing else was read."""
    forms: dict[str, list[Introduced]] = {}
    for person in people.values():
        for form in person.forms:
            forms.setdefault(form.split(" ")[0], []).append(person)
    if not forms:
        return
    covered = bytearray(len(article.words) + 1)
    for mention in mentions:
        if mention.kind != "source":
            covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    for index, word in enumerate(article.words):
        if word.kind != WORD or covered[index]:
            continue
        for key in word.keys:
            if key.suffix or "ال" in key.prefix or key.form not in forms:
                continue
            match = _longest_form(article, index, key.form, forms[key.form])
            if match is not None:
                person, end = match
                yield Mention(
                    start=index,
                    end=end,
                    head=index,
                    kind="person",
                    actor=person.id,
                    name=person.name,
                    prefix=key.prefix,
                    governed=is_governed(article, index, key.prefix),
                    rule="name.repeated",
                )
                break


def _repeated_heads(article: Article, mentions: list[Mention]) -> Iterable[Mention]:
    """Bodies taken up by the first word of their name: the Syrian Observatory …, *the Observatory*."""
    heads: dict[str, list[Mention]] = {}
    covered = bytearray(len(article.words) + 1)
    for mention in mentions:
        covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
        named = mention.actor and mention.kind in ("organization", "group") and mention.end - mention.start > 1
        if named and not mention.rule.startswith("body"):
            head = article.words[mention.start].folded
            for key in article.words[mention.start].keys:
                if key.prefix == mention.prefix and not key.suffix:
                    head = key.form
            if len(head) > 4:
                heads.setdefault(head if head.startswith("ال") else "ال" + head, []).append(mention)
    if not heads:
        return
    for index, word in enumerate(article.words):
        if covered[index] or word.kind != WORD:
            continue
        for key in word.keys:
            if key.form in heads and not key.suffix and "ال" not in key.prefix:
                before = [mention for mention in heads[key.form] if mention.start < index]
                follower = article.words[index + 1].folded if index + 1 < len(article.words) else ""
                if before and (not follower.startswith("ال") or article.at("preposition", index + 1)):
                    yield replace(
                        before[-1],
                        start=index,
                        end=index + 1,
                        head=index,
                        prefix=key.prefix,
                        governed=is_governed(article, index, key.prefix),
                        rule="body.repeated",
                    )
                break


def _longest_form(article: Article, index: int, first: str, people: list[Introduced]) -> tuple[Introduced, int] | None:
    best: tuple[Introduced, int] | None = None
    for person in people:
        for form in person.forms:
            parts = form.split(" ")
            end = index + len(parts)
            if parts[0] != first or end > len(article.words):
                continue
            if all(article.words[index + offset].folded == part for offset, part in enumerate(parts) if offset):
                later = best is not None and end == best[1] and best[0].first < person.first <= index
                if best is None or end > best[1] or later:
                    best = (person, end)
    return best


def _resolve(article: Article, mentions: list[Mention], people: dict[str, Introduced]) -> Iterable[Mention]:
    """The mentions with roles, bodies and media filled from the context before them."""
    done: list[Mention] = []
    for mention in mentions:
        if mention.kind == "role" and not mention.plural:
            mention = _fill_role(article, mention, done, people)
        elif mention.kind == "organization" and mention.actor is None and mention.name.startswith("ministry-of"):
            mention = _fill_body(article, mention, done, mentions)
        elif mention.kind == "group" and mention.end - mention.start == 1:
            mention = _bearer(article, mention, people)
        elif mention.kind == "source" and mention.title == "media" and _is_definite(article, mention):
            mention = _fill_media(mention, done)
        elif mention.kind == "source" and mention.title == "anaphor":
            mention = _fill_anaphor(mention, done)
        elif mention.name == "own" and mention.actor is None:
            mention = _fill_own_country(mention, done)
        done.append(mention)
    return done


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


def _fill_role(article: Article, mention: Mention, done: list[Mention], people: dict[str, Introduced]) -> Mention:
    title = (mention.title or "").removeprefix("former ")
    of = mention.of
    if of is None and not _is_definite_phrase(article, mention) and _is_weak(article, mention):
        # the head of something that we do not know is not the head whom we know
        return mention
    if _is_indefinite(article, mention):
        # an American official is somebody new
        return mention
    for person in sorted(people.values(), key=lambda person: -person.first):
        if person.first > mention.start + 40:
            continue
        for known, served in person.titles:
            if _same_title(title, known.removeprefix("former ")) and (
                of is None or served is None or of == served or _serves(person.id, of)
            ):
                return replace(mention, kind="person", actor=person.id, rule="role.of-the-document")
    if (
        title in ("official", "diplomat", "negotiator", "senior member", "member")
        and of is not None
        and _is_definite_phrase(article, mention)
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
    if _is_definite_phrase(article, mention) or mention.end - mention.start < 2:
        return False
    adjectives = article.at("nationality", mention.start + 1)
    return (
        bool(adjectives)
        and "ال" not in adjectives[0].prefix
        and not article.words[mention.start + 1].folded.startswith("ال")
    )


def _is_weak(article: Article, mention: Mention) -> bool:
    """True where the title needs a complement to say what its bearer heads."""
    return any("weak" in hit.entry.features for hit in article.at("title", mention.start))


def _is_definite_phrase(article: Article, mention: Mention) -> bool:
    return article.words[mention.start].folded.lstrip("وفبلك").startswith("ال")


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


def _fill_anaphor(mention: Mention, done: list[Mention]) -> Mention:
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
                end=mention.start + 1,
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
