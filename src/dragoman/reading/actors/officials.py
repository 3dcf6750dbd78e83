"""A title with what completes it and the name that it introduces, in languages that write names with capitals.

*Russian Foreign Ministry spokeswoman Maria Zakharova*, *il portavoce del Cremlino, Dmitry Peskov*, *глава МИД Ирана Аббас
Аракчи*: after the title each word is taken that can belong to it; a name directly, or after a comma, ends the phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.languages.lexicon import POSSESSIVE, WORD, Hit, is_plural
from dragoman.reading.actors import mentions as plain
from dragoman.reading.actors import nounphrases
from dragoman.reading.actors.names import is_given, name_run
from dragoman.reading.actors.nominatives import name_inflection
from dragoman.reading.actors.nounphrases import Head, Reader
from dragoman.reading.actors.phrases import role_of, unknown_person
from dragoman.reading.found import Mention

LONGEST_PHRASE = 18
LONGEST_COMPLEMENT = 16
_COMPOUND = frozenset(
    (
        "acting",
        "adviser",
        "assistant",
        "deputy",
        "deputy head",
        "member",
        "presidential aide",
        "relative",
        "spokesperson",
        "representative",
        "special representative",
        "envoy",
        "special envoy",
        "personal envoy",
        "under-secretary",
        "chief of staff",
        "head",
        "director",
    )
)
_STOPS = (
    "verb",
    "participle",
    "complementizer",
    "relative",
    "break",
    "according",
    "says",
    "weekday",
    "deictic",
    "today",
    "adverbial",
    "negation",
    "month",
)


@dataclass
class Phrase:
    """What has been gathered of one person."""

    reader: Reader
    start: int
    end: int
    titles: list[Hit]
    of: str | None
    former: bool
    definite: bool
    linked: bool = False
    inner: list[Mention] = field(default_factory=list)
    person: Mention | None = None


def person_phrase(reader: Reader, head: Head) -> list[Mention]:
    """The person whom a title introduces, with the actors named inside the phrase; without a name a role."""
    hit = head.hit
    phrase = Phrase(
        reader=reader,
        start=head.start,
        end=hit.end,
        titles=[hit],
        of=head.of,
        former=head.former,
        definite=head.definite,
        inner=list(head.inner),
    )
    while phrase.end - phrase.start < LONGEST_PHRASE and phrase.person is None:
        if _take_served(phrase):
            continue
        if _take_name(phrase) or not (_take_completion(phrase) or _take_link(phrase)):
            break
    phrase.inner.extend(_within_titles(phrase))
    if phrase.person is None:
        _take_apposition(phrase) or _take_unknown_complement(phrase) or _take_joined_title(phrase)
    if phrase.person is not None and phrase.person.inflection == POSSESSIVE:
        served = nounphrases.find_head(reader, phrase.end, phrase.end)
        if served is not None and served.hit.entry.kind == "title":
            # President X's special envoy
            inner = tuple(_finish(phrase))
            return person_phrase(reader, replace(served, start=phrase.start, inner=inner, of=None, definite=True))
    return _finish(phrase)


def _within_titles(phrase: Phrase) -> list[Mention]:
    """The actors that stand inside the titles: the head of *the Pentagon*, депутат *Госдумы*."""
    reader = phrase.reader
    found = []
    for title in phrase.titles:
        for token in range(title.start, title.end):
            hit = reader.chosen.get(token)
            if hit is None or hit.end > title.end or hit.entry.kind not in ("actor", "body"):
                continue
            if hit.entry.kind == "body" and hit.entry.features["form"] != "full" and "office" in title.entry.features:
                # ministro degli Esteri: what completes the title there is not the ministry
                continue
            if hit.entry.kind == "actor":
                mention = plain.plain_mention(reader.article, hit, True)
            else:
                mention = nounphrases.body_mention(reader, hit, phrase.of, token)
                mention = replace(mention, end=min(mention.end, title.end))
            found.append(replace(mention, governed=True))
    return found


def _take_served(phrase: Phrase) -> bool:
    """The person served, in the genitive while the title is not: пресс-секретарь президента *Владимира Путина*."""
    reader = phrase.reader
    if len(phrase.titles) < 2 or not (reader.rules.inflected or phrase.linked):
        return False
    found = name_at(reader, phrase.end, introduced=phrase.linked)
    if found is None:
        return False
    if phrase.linked:
        # the envoy of President X: the name belongs to the second title
        phrase.linked = False
        phrase.inner.append(replace(found, governed=True))
        phrase.end = found.end
        return True
    case = found.inflection or name_inflection(reader.article, found.start, found.end)
    if "g" not in case or _agrees(case, phrase.titles[0].inflection):
        return False
    phrase.inner.append(replace(found, governed=True))
    phrase.end = found.end
    return True


def _take_name(phrase: Phrase) -> bool:
    """The name that follows directly."""
    if phrase.reader.article.words[phrase.end - 1].folded.endswith("'s"):
        return False
    found = name_at(phrase.reader, phrase.end, introduced=not _is_plural(phrase))
    if found is None or (_is_plural(phrase) and found.actor is None):
        return False
    if phrase.titles[-1].inflection == POSSESSIVE:
        return False
    phrase.person = found
    phrase.end = found.end
    return True


def name_at(reader: Reader, position: int, *, introduced: bool) -> Mention | None:
    """The person whose name begins at a token: of the registry, or capitalised words that may be one."""
    article = reader.article
    if position >= len(article.words):
        return None
    hit = reader.chosen.get(position)
    run = name_run(article, position, introduced=introduced)
    if hit is not None and hit.entry.kind == "actor":
        actor = reader.registry.actors.get(hit.entry.value)
        if actor is None or actor.type != "person":
            return None
        if run > hit.end and hit.entry.features.get("name") in ("surname", "short"):
            return unknown_person(article, position, run)
        return plain.plain_mention(article, hit, False)
    if run > position and (known := _nicknamed(reader, position, run)) is not None:
        return known
    if hit is not None and hit.entry.kind not in ("place", "outlet") and not is_given(article.words[position]):
        return None
    if run <= position or (hit is not None and run <= hit.end):
        return None
    return unknown_person(article, position, run)


def _nicknamed(reader: Reader, start: int, end: int) -> Mention | None:
    """The person of the registry whose short name stands in quotation marks after a longer one: Mohamed Hamdan *'Hemeti'*."""
    article = reader.article
    hit = reader.chosen.get(end + 1)
    if hit is None or not hit.entry.value.startswith("person/") or not nounphrases.is_mark(article, end, "'\"‘“«("):
        return None
    if not nounphrases.is_mark(article, hit.end, "'\"’”»)"):
        return None
    return replace(plain.plain_mention(article, hit), start=start, end=hit.end + 1, head=start)


def _is_plural(phrase: Phrase) -> bool:
    return any(is_plural(title.inflection) or "plural" in title.entry.features for title in phrase.titles)


def _take_completion(phrase: Phrase) -> bool:
    """What completes the title without a link: ministro *russo*, глава *МИД*, deputy *foreign minister*."""
    reader = phrase.reader
    hit = reader.chosen.get(phrase.end)
    qualifier = next(iter(reader.article.at("qualifier", phrase.end)), None)
    if qualifier is not None and hit is None and "qualifier" in reader.rules.completions:
        phrase.end = qualifier.end
        return True
    if hit is None:
        return False
    kind = hit.entry.kind
    if kind == "title":
        return _take_title(phrase, hit)
    if kind == "nationality" and reader.rules.inflected and "g" in hit.inflection:
        return _take_adjective(phrase, hit)
    if kind not in reader.rules.completions:
        return False
    return nounphrases.may_complete(reader, hit) and _take_complement(phrase, hit)


def _take_adjective(phrase: Phrase, hit: Hit) -> bool:
    """A state in an adjective of the genitive: пресс-секретарь *российского* президента, президент *Французской* Республики."""
    reader = phrase.reader
    words = reader.article.words
    head = nounphrases.find_head(reader, hit.start, hit.start)
    mention = plain.plain_mention(reader.article, hit, True)
    if head is not None and "g" in (head.hit.inflection or "g"):
        if head.hit.entry.kind == "body":
            _add_inner(phrase, nounphrases.body_phrase(reader, head))
        elif head.hit.entry.kind != "title" or not _take_title(phrase, head.hit):
            return False
        phrase.of = phrase.of or head.of
        phrase.inner.extend(head.inner)
        phrase.end = max(head.hit.end, phrase.end)
        return True
    if hit.end < len(words) and any(key.form in reader.rules.institutions for key in words[hit.end].keys):
        _add_inner(phrase, mention)
        phrase.end = hit.end + 1
        return True
    return False


def _take_title(phrase: Phrase, hit: Hit) -> bool:
    last = phrase.titles[-1]
    style = "style" in hit.entry.features or "style" in last.entry.features
    genitive = phrase.reader.rules.inflected and "g" in hit.inflection
    if not (style or "part" in last.entry.features or genitive or last.entry.value in _COMPOUND):
        return False
    phrase.titles.append(hit)
    phrase.end = hit.end
    return True


def _take_link(phrase: Phrase) -> bool:
    """What completes the title behind a small word: minister *of* …, portavoce *del* …, представитель *при* …."""
    reader, article = phrase.reader, phrase.reader.article
    words = article.words
    position = phrase.end
    if position >= len(words) or words[position].folded not in reader.rules.links:
        return False
    position += 1
    if position < len(words) and words[position].folded in reader.rules.articles:
        position += 1
    head = nounphrases.find_head(reader, position, position)
    if head is not None and head.hit.entry.kind == "body":
        mention = nounphrases.body_phrase(reader, head)
        _add_inner(phrase, mention)
        phrase.inner.extend(head.inner)
        phrase.end = mention.end
        return True
    if head is not None and head.hit.entry.kind == "side":
        mention = nounphrases.side_phrase(reader, head)
        _add_inner(phrase, mention)
        phrase.inner.extend(head.inner)
        phrase.end = mention.end
        return True
    if head is not None and head.hit.entry.kind == "title" and phrase.titles[-1].entry.value in _COMPOUND:
        phrase.titles.append(head.hit)
        phrase.linked = True
        phrase.of = head.of or phrase.of
        phrase.inner.extend(head.inner)
        phrase.end = head.hit.end
        return True
    hit = reader.chosen.get(position)
    return hit is not None and _take_complement(phrase, hit)


def _take_complement(phrase: Phrase, hit: Hit) -> bool:
    reader, article = phrase.reader, phrase.reader.article
    kind = hit.entry.kind
    if kind == "body":
        head = nounphrases.Head(hit=hit, start=hit.start)
        mention = nounphrases.body_phrase(reader, head)
    elif kind == "side":
        mention = nounphrases.side_phrase(reader, nounphrases.Head(hit=hit, start=hit.start))
    elif kind in ("actor", "nationality", "place"):
        mention = plain.plain_mention(article, hit, True)
        if mention.kind == "person":
            # an aide to Putin: whom he serves is no country
            if "weak" not in phrase.titles[-1].entry.features and phrase.titles[-1].entry.value not in _COMPOUND:
                return False
            phrase.inner.append(replace(mention, governed=True, inflection=hit.inflection))
            phrase.end = hit.end
            return True
    else:
        return False
    _add_inner(phrase, mention)
    phrase.end = mention.end
    return True


def _add_inner(phrase: Phrase, mention: Mention) -> None:
    phrase.inner.append(replace(mention, governed=True))
    served = mention.of
    actor = phrase.reader.registry.actors.get(mention.actor or "")
    if served is None and actor is not None:
        served = (actor.country or actor.id) if actor.type == "country" else actor.id
    if phrase.of is None:
        phrase.of = served


def _take_apposition(phrase: Phrase) -> bool:
    """After a comma or a dash only the name may follow, and a mark or a verb after it."""
    article, end = phrase.reader.article, phrase.end
    if nounphrases.is_mark(article, end, "(") and nounphrases.is_mark(article, end + 2, ")"):
        # the short name of the body in brackets
        end += 3
    if not nounphrases.is_mark(article, end, ",–—(") or _is_plural(phrase):
        return False
    return _take_distant_name(phrase, end + 1)


def _take_distant_name(phrase: Phrase, position: int) -> bool:
    """The full name at a token that is set off by marks."""
    reader, article = phrase.reader, phrase.reader.article
    found = name_at(reader, position, introduced=False)
    if found is None or found.name in ("surname", "short"):
        return False
    closed = found.end >= len(article.words) or article.words[found.end].kind != WORD
    if not closed and not article.at("verb", found.end):
        return False
    if reader.rules.inflected and found.inflection and not _agrees(found.inflection, phrase.titles[0].inflection):
        return False
    phrase.person = found
    phrase.end = found.end
    return True


def _agrees(first: str, second: str) -> bool:
    return bool(set(first or "n") & set(second or "n"))


def _take_unknown_complement(phrase: Phrase) -> bool:
    """A body that nobody knows completes the title, and then the name follows: head of *the parliamentary committee*, X."""
    reader, article = phrase.reader, phrase.reader.article
    words = article.words
    position = phrase.end
    limit = min(len(words), position + LONGEST_COMPLEMENT)
    if position >= limit or words[position].kind != WORD or _is_plural(phrase):
        return False
    linked = words[position].folded in reader.rules.links or words[position].folded in reader.rules.topics
    linked = linked or words[position - 1].folded.endswith("'s")
    if not linked and not reader.rules.inflected:
        return False
    position += 1
    inner: list[Mention] = []
    while position < limit and words[position].kind == WORD:
        if any(article.at(kind, position) for kind in _STOPS) or nounphrases.tells(reader, position):
            return False
        hit = reader.chosen.get(position)
        if hit is not None and hit.entry.kind == "title":
            return False
        if words[position].capitalised and reader.rules.inflected and _take_late_name(phrase, position, inner):
            return True
        position = position + 1 if hit is None else _note_complement(phrase, hit, inner)
        if nounphrases.is_mark(article, position, ",") and _goes_on(reader, position + 1):
            position += 1
    if nounphrases.is_mark(article, position, ",–—") and _take_distant_name(phrase, position + 1):
        phrase.inner.extend(inner)
        return True
    return False


def _goes_on(reader: Reader, position: int) -> bool:
    """True where a list goes on behind a comma, in small letters: по безопасности, *обороне и разведке*."""
    words = reader.article.words
    small = position < len(words) and words[position].kind == WORD and not words[position].capitalised
    return reader.rules.inflected and small and not any(reader.article.at(kind, position) for kind in _STOPS)


def _note_complement(phrase: Phrase, hit: Hit, inner: list[Mention]) -> int:
    """Where an entry among the words of a complement ends; its mention is added to `inner`."""
    if hit.entry.kind not in ("actor", "body", "nationality"):
        return hit.end
    if hit.entry.kind == "body":
        mention = nounphrases.body_phrase(phrase.reader, Head(hit=hit, start=hit.start))
    else:
        mention = plain.plain_mention(phrase.reader.article, hit, True)
    inner.append(replace(mention, governed=True))
    return mention.end


def _take_late_name(phrase: Phrase, position: int, inner: list[Mention]) -> bool:
    """The full name behind an unknown complement in the genitive: начальник отдела *Иван Петров*."""
    reader, article = phrase.reader, phrase.reader.article
    found = name_at(reader, position, introduced=False)
    if found is None or found.name in ("surname", "short"):
        return False
    if found.actor is None and not is_given(article.words[position]):
        after_entry = bool(inner) and inner[-1].end == position
        if article.words[position - 1].capitalised and not after_entry:
            return False
    case = found.inflection or name_inflection(article, found.start, found.end)
    if not _agrees(case, phrase.titles[0].inflection):
        return False
    phrase.person = found
    phrase.end = found.end
    phrase.inner.extend(inner)
    phrase.of = phrase.of or next((m.of for m in inner if m.of), None)
    return True


def _take_joined_title(phrase: Phrase) -> bool:
    """A second office of the same person: the prime minister *and foreign minister* X."""
    reader, article = phrase.reader, phrase.reader.article
    position = phrase.end
    if position >= len(article.words) or article.words[position].folded not in reader.rules.conjunctions:
        return False
    head = nounphrases.find_head(reader, position + 1, position + 1)
    if head is None or head.hit.entry.kind != "title" or _is_plural(phrase) or head.inner:
        return False
    trial = replace(phrase, end=head.hit.end, titles=[*phrase.titles, head.hit], inner=list(phrase.inner))
    while trial.person is None:
        if _take_name(trial) or not (_take_completion(trial) or _take_link(trial)):
            break
    if trial.person is None:
        return False
    phrase.end, phrase.titles, phrase.inner, phrase.person = trial.end, trial.titles, trial.inner, trial.person
    phrase.of = trial.of
    return True


def _finish(phrase: Phrase) -> list[Mention]:
    reader = phrase.reader
    first = phrase.titles[0]
    person = phrase.person
    if person is None and all("style" in title.entry.features for title in phrase.titles):
        # a rank alone names nobody, and is often another word: in general
        return phrase.inner
    features = [hit.entry.features for hit in phrase.titles]
    of = phrase.of or next((f[key] for key in ("org", "of") for f in features if key in f), None)
    office = next((f["office"] for f in features if "office" in f), "")
    main = Mention(
        start=phrase.start,
        end=phrase.end,
        head=person.head if person else first.start,
        kind="person" if person else "role",
        actor=person.actor if person else None,
        name=person.name if person else office,
        title=role_of(phrase.titles, phrase.former) or None,
        of=of,
        plural=_is_plural(phrase),
        inflection=first.inflection,
        definite=phrase.definite,
        rule="person.titled" if person else "role.alone",
    )
    main = replace(main, governed=nounphrases.is_governed(reader, phrase.start, first.inflection, main))
    return [main, *phrase.inner]
