"""The mentions of an article in a language that writes names with capital letters, phrase by phrase from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.languages.lexicon import POSSESSIVE, WORD, Hit, is_oblique
from dragoman.reading.actors import mentions as plain
from dragoman.reading.actors.names import is_given, name_run
from dragoman.reading.actors.nominatives import end_of_initials, name_inflection
from dragoman.reading.actors.nounphrases import (
    Head,
    Reader,
    body_phrase,
    find_head,
    inside_source,
    is_governed,
    side_phrase,
    source_end,
    source_phrase,
)
from dragoman.reading.actors.officials import person_phrase
from dragoman.reading.actors.phrases import unknown_person
from dragoman.reading.actors.settings import name_rules
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.registry import load_registry

MOST_NAMES = 4
SHORTEST_PART = 2


def collect_named(article: Article) -> list[Mention]:
    """The mentions of an article before anything is known of the document as a whole."""
    qualifiers = {hit.end: hit for hit in article.by_kind.get("qualifier", ())}
    reader = Reader(
        article=article,
        chosen=plain.choose_hits(article),
        rules=name_rules(article.pack),
        registry=load_registry(),
        qualifiers=qualifiers,
    )
    found: list[Mention] = []
    position = 0
    covered = _adverbial_words(article)
    for start in sorted(reader.chosen):
        if start < position or start in covered:
            continue
        for mention in _read(reader, start, position):
            found.append(mention)
            position = max(position, mention.end)
    found.extend(_compounds(reader, found))
    return _share_government(reader, sorted(found, key=lambda mention: mention.start))


def _adverbial_words(article: Article) -> frozenset[int]:
    """The tokens inside phrases that name nobody: со своей *стороны*, on *his part*."""
    phrases = (hit for kind in ("adverbial", "says") for hit in article.by_kind.get(kind, ()))
    return frozenset(token for hit in phrases if hit.end - hit.start > 1 for token in range(hit.start, hit.end))


def _read(reader: Reader, start: int, floor: int) -> list[Mention]:
    """The mentions of the phrase that begins with the entry at `start`; none of its words lies before `floor`."""
    head = find_head(reader, start, floor)
    if head is None:
        hit = reader.chosen[start]
        if hit.entry.kind == "nationality" and (joined := _joined_bodies(reader, hit)):
            return joined
        return [] if hit.entry.kind == "outlet" and not plain.is_quoted(reader.article, hit) else _plain(reader, hit)
    kind = head.hit.entry.kind
    if kind == "title":
        return _described(reader, head, person_phrase(reader, head))
    if kind == "body":
        return [body_phrase(reader, head), *head.inner]
    if kind == "side":
        side = side_phrase(reader, head)
        if side.actor is None and "weak" in head.hit.entry.features:
            return list(head.inner)
        return [side, *head.inner]
    return source_phrase(reader, head)


def _described(reader: Reader, head: Head, found: list[Mention]) -> list[Mention]:
    """With the words that describe a role of many bearers; several of them are a source: diplomats *close to the talks*."""
    if not found or found[0].kind != "role":
        return found
    main, *inner = found
    if "weak" not in head.hit.entry.features or main.end != head.hit.end:
        return found
    end = source_end(reader, main.end)
    if main.plural:
        main = replace(main, kind="source", rule="source.unnamed")
    return [replace(main, end=end), *inner, *inside_source(reader, main.end, end)]


def _plain(reader: Reader, hit: Hit) -> list[Mention]:
    article = reader.article
    if hit.entry.kind == "outlet":
        return plain.quoted_outlet(article, hit)
    mention = plain.plain_mention(article, hit, False)
    if not is_governed(reader, hit.start, hit.inflection, mention):
        return [mention]
    # in Brussels: the city
    city = mention.kind == "place" and (mention.actor or "").startswith("org/")
    return [replace(mention, governed=True, actor=None if city else mention.actor)]


def _compounds(reader: Reader, found: list[Mention]) -> Iterator[Mention]:
    """The states joined in one word: *Russia-Ukraine* talks, *US*-brokered, *российско-украинские*, *russo-ucraini*."""
    article = reader.article
    taken = {mention.start for mention in found}
    for index, word in enumerate(article.words):
        if (
            word.kind != WORD
            or "-" not in word.folded
            or index in taken
            or any(e.kind == "actor" for _, e in word.singles)
        ):
            continue
        for part in word.surface.replace("‑", "-").split("-"):
            hit = _state_of(reader, part, index)
            if hit is not None:
                mention = plain.plain_mention(article, hit)
                yield replace(mention, governed=True, adjectival=True, rule="name.compound")


def _state_of(reader: Reader, part: str, index: int) -> Hit | None:
    """The entry of a state that a part of a compound is, as it stands or in its adjective."""
    lexicon = reader.article.pack.lexicon
    if len(part) < SHORTEST_PART:
        return None
    spellings = [part]
    if part.endswith("о") and reader.rules.inflected:
        spellings.append(part[:-1] + "ий")
    for spelling in spellings:
        for _, entry in lexicon.word(spelling).singles:
            wanted = entry.kind == "actor" and entry.features.get("name") != "surname" or entry.kind == "nationality"
            if wanted and entry.value.startswith(("country/", "org/", "group/")):
                return Hit(index, index + 1, "", entry)
    return None


def _joined_bodies(reader: Reader, hit: Hit) -> list[Mention]:
    """The first of two states before one plural head: the *Russian* and Ukrainian foreign ministries."""
    words = reader.article.words
    if hit.end >= len(words) or words[hit.end].folded not in reader.rules.conjunctions:
        return []
    head = find_head(reader, hit.end + 1, hit.end + 1)
    if head is None or head.of is None or head.hit.entry.kind != "body":
        return []
    country = reader.registry.actors[hit.entry.value].country
    mention = plain.plain_mention(reader.article, hit)
    governed = is_governed(reader, hit.start, hit.inflection)
    if country:
        actor = plain.body_actor(head.hit.entry.value, country)
        state = actor is not None and actor.startswith("country/")
        kind = "country" if state else "organization"
        body = replace(mention, kind=kind, actor=actor, name=head.hit.entry.value, of=country, adjectival=False)
        return [replace(body, governed=governed, rule="body.joined"), replace(mention, governed=True)]
    return []


def _share_government(reader: Reader, found: list[Mention]) -> list[Mention]:
    """With what is said of the first of two joined names said of the second: between Russia *and Ukraine*."""
    words = reader.article.words
    done: list[Mention] = []
    for mention in found:
        before = mention.start - 1
        previous = next((m for m in reversed(done[-3:]) if m.end == before), None)
        if (
            not mention.governed
            and previous is not None
            and previous.governed
            and previous.inflection != POSSESSIVE
            and (words[before].folded in reader.rules.conjunctions or words[before].surface == ",")
            and not reader.rules.inflected
        ):
            mention = replace(mention, governed=True)
        done.append(mention)
    return done


def bare_people(article: Article, mentions: list[Mention]) -> Iterator[Mention]:
    """People named without a title: a given name and what follows it, initials, or capitals beside a verb of saying."""
    covered = bytearray(len(article.words) + 1)
    for mention in mentions:
        single = mention.end - mention.start == 1
        weak = mention.kind == "person" and not mention.title and mention.name in ("surname", "short")
        if not (weak or mention.kind == "place" and single and is_given(article.words[mention.start])):
            covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    spoken = {hit.end for hit in article.hits_of("verb")}
    speaking = {hit.start for hit in article.hits_of("verb")}
    # a role behind a comma: X Y, director of …
    speaking.update(
        mention.start - 1
        for mention in mentions
        if mention.kind == "role" and mention.start and article.words[mention.start - 1].surface == ","
    )
    position = 0
    while position < len(article.words):
        word = article.words[position]
        if covered[position] or word.kind != WORD or not word.capitalised:
            position += 1
            continue
        end = _bare_end(article, position, spoken, speaking)
        if end > position and not any(covered[position:end]):
            person = unknown_person(article, position, end)
            inflection = name_inflection(article, position, end)
            governed = bool(position and article.at("preposition", position - 1)) or is_oblique(inflection)
            yield replace(person, governed=governed, inflection=inflection)
        position = max(end, position + 1)


def _bare_end(article: Article, position: int, spoken: set[int], speaking: set[int]) -> int:
    words = article.words
    initials = end_of_initials(article, position)
    if initials > position:
        end = name_run(article, initials, introduced=True)
        return end if end > initials else position
    given = is_given(words[position])
    if not given and words[position].folded in name_rules(article.pack).particles and position + 1 < len(words):
        given = is_given(words[position + 1])
    if not given and position not in spoken and not words[position].capitalised:
        return position
    end = name_run(article, position, introduced=True)
    count = sum(word.kind == WORD for word in words[position:end])
    if count < 2 or count > MOST_NAMES:
        return position
    if given:
        return end
    beside = position in spoken or end in speaking
    known = any(entry.kind in ("actor", "place", "body") for word in words[position:end] for _, entry in word.singles)
    return end if beside and not known and not any(word.surface.isupper() for word in words[position:end]) else position
