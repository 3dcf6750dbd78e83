"""Gives every mention its actor, from what the whole document says.

A surname belongs to whoever bears it in this document; a role (the minister, the Ethiopian spokesman) to the person whom
the text gave that role, else to the holder of the office on the day of publication; a ministry without a country to
the country that the context speaks of; *the agency* to the agency named last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.languages.lexicon import PLURAL, WORD, Word, is_oblique
from dragoman.languages.names import is_given_name
from dragoman.reading.actors.antecedents import is_definite_phrase, resolve
from dragoman.reading.actors.capitalised import bare_people, collect_named
from dragoman.reading.actors.mentions import collect_mentions, is_governed
from dragoman.reading.actors.names import SURE, name_run, surely_name
from dragoman.reading.actors.people import Introduced, identify, introduce
from dragoman.reading.actors.phrases import unknown_person
from dragoman.reading.actors.settings import name_rules
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """All mentions of the article in order of start, each with its actor where one can be told."""
    capitalised = name_rules(article.pack).capitalised
    collected = collect_named(article) if capitalised else collect_mentions(article)
    bare = list(bare_people(article, collected) if capitalised else _bare_names(article, collected))
    named = {token for name in bare for token in range(name.start, name.end)}
    collected = [m for m in collected if m.start not in named]
    collected = sorted([*collected, *bare], key=lambda mention: mention.start)
    people = introduce(article, collected)
    collected = _join_appositions(article, collected, people)
    mentions = _drop_stray_surnames(article, collected, people)
    mentions.extend(_repeated_surnames(article, mentions, people))
    mentions.extend(_repeated_heads(article, mentions))
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return tuple(resolve(article, mentions, people))


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
    if end - start < 2 and _is_given_and_family(article, start):
        return start + 2
    if end - start < 2 or article.words[start].active and article.words[start].folded.startswith("ال"):
        return start
    if end >= len(article.words) or article.words[end].kind != WORD:
        return end
    word = article.words[end]
    to_somebody = word.folded == "ل" or any(key.prefix in ("ل", "لل") for key in word.keys)
    return end if article.at("complementizer", end) or article.at("preposition", end) or to_somebody else start


def _join_appositions(article: Article, mentions: list[Mention], people: dict[str, Introduced]) -> list[Mention]:
    """Roles that stand beside a name are that person's: *Ibrahim al-Jabawi, the spokesman of …*."""
    joined = list(mentions)
    capitalised = name_rules(article.pack).capitalised
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
            and (not capitalised or _is_set_off(article, previous, mention))
            and not mention.prefix
        ):
            person = previous
        elif (
            not capitalised
            and following is not None
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


def _is_set_off(article: Article, person: Mention, role: Mention) -> bool:
    """True where a comma, dash or bracket, and nothing else, stands between a name and the role after it."""
    return role.start - person.end == 1 and article.words[person.end].surface in ",–—(" and not person.adjectival


def _completes_title(article: Article, role: Mention, name: int) -> bool:
    """True where only what completes the title stands between it and the name: the minister *responsible for the talks*, X."""
    if name - role.end > 4 or not (role.of or is_definite_phrase(article, role)):
        return False
    for token in range(role.end, name):
        word = article.words[token]
        if word.kind != WORD and not (token == name - 1 and word.surface in "،,"):
            return False
        if (
            token == role.end
            and word.kind == WORD
            and not (word.folded.startswith(("ال", "لل")) or article.at("preposition", token))
        ):
            return False
        if article.at("complementizer", token) or article.at("verb", token):
            return False
    return True


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
            kept.append(identify(article, person, people))
    return kept


def _is_given_and_family(article: Article, start: int) -> bool:
    """True for a given name and a word with the article before a comma and a title: *Mustapha al-Khalfi, the spokesman*."""
    words = article.words
    if start + 3 >= len(words) or (is_given_name(words[start].surface) or 0.0) < SURE:
        return False
    family, comma = words[start + 1], words[start + 2]
    titled = article.at("title", start + 3) or article.at("source", start + 3)
    return family.kind == WORD and family.folded.startswith("ال") and comma.surface in "،," and bool(titled)


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
    capitalised = name_rules(article.pack).capitalised
    for index, word in enumerate(article.words):
        if word.kind != WORD or covered[index] or forms.keys().isdisjoint(word.stems):
            continue
        if capitalised and not word.capitalised:
            continue
        for key in word.keys:
            if key.suffix or "ال" in key.prefix or key.form not in forms or key.inflection == PLURAL:
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
                    governed=is_governed(article, index, key.prefix) or is_oblique(key.inflection),
                    inflection=key.inflection,
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
        if covered[index] or word.kind != WORD or heads.keys().isdisjoint(word.stems):
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


def _reads(word: Word, form: str) -> bool:
    return word.folded == form or any(key.form == form and key.inflection for key in word.keys)


def _longest_form(article: Article, index: int, first: str, people: list[Introduced]) -> tuple[Introduced, int] | None:
    best: tuple[Introduced, int] | None = None
    for person in people:
        for form in person.forms:
            parts = form.split(" ")
            end = index + len(parts)
            if parts[0] != first or end > len(article.words):
                continue
            if all(_reads(article.words[index + offset], part) for offset, part in enumerate(parts) if offset):
                later = best is not None and end == best[1] and best[0].first < person.first <= index
                if best is None or end > best[1] or later:
                    best = (person, end)
    return best
