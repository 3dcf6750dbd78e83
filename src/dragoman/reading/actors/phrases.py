"""A title with what belongs to it: office, body, country, qualifiers, and the name it introduces.

*The spokeswoman of the Foreign Ministry, Maria Zakharova*: title, body, comma, name. What belongs to the title is consumed
word by word; the first word that cannot belong to it ends the phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.languages.lexicon import MARK, WORD, Hit
from dragoman.reading.actors import mentions as plain
from dragoman.reading.actors.names import name_run
from dragoman.reading.actors.spellings import same_sound
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.registry import load_registry

LONGEST_PHRASE = 16
_LINKING = frozenset(("باسم", "لدي", "في", "الي", "من", "عن", "لشؤون", "للشؤون", "لحقوق", "مع", "of", "for", "to"))
# Prepositions of place do not go on with these titles: the minister in Washington is on a visit.
_PLACING = frozenset(("في", "من", "مع", "الي"))
_NOT_PLACED = frozenset(
    (
        "foreign minister",
        "minister",
        "president",
        "prime minister",
        "king",
        "defence minister",
        "leader",
        "crown prince",
    )
)
_TOPIC = frozenset(("لشؤون", "للشؤون", "لحقوق", "المكلف", "المكلفه"))
# Titles that are completed by a further title: deputy + foreign minister.
_COMPOUND = frozenset(
    (
        "deputy",
        "assistant",
        "adviser",
        "senior adviser",
        "spokesperson",
        "member",
        "acting",
        "representative",
        "under-secretary",
        "special representative",
        "envoy",
        "special envoy",
        "personal envoy",
        "chief of staff",
        "director",
        "brother",
        "son",
    )
)


@dataclass
class Phrase:
    """What has been gathered of one person: titles, whom they serve, the name."""

    article: Article
    chosen: dict[int, Hit]
    start: int
    end: int
    titles: list[Hit]
    of: str | None = None
    topic: str | None = None
    former: bool = False
    inner: list[Mention] = field(default_factory=list)
    person: Mention | None = None
    complements: int = 0
    complete: bool = False


def person_phrase(article: Article, chosen: dict[int, Hit], title: Hit) -> list[Mention]:
    """The person whom a title introduces, with the countries and bodies named inside the phrase.

    Without a name after it the mention is a role, to be filled by the rest of the document or by the registry.
    """
    phrase = Phrase(article, chosen, title.start, title.end, [title])
    while phrase.person is None and phrase.end - phrase.start < LONGEST_PHRASE and _extend(phrase):
        pass
    if phrase.person is None and not phrase.complete:
        _take_name(phrase)
    return _finish(phrase)


def _extend(phrase: Phrase) -> bool:
    """Take the next word into the phrase; False where it does not belong."""
    article, position = phrase.article, phrase.end
    if position >= len(article.words):
        return False
    word = article.words[position]
    hit = phrase.chosen.get(position)
    qualifiers = article.at("qualifier", position)
    if qualifiers and (hit is None or hit.end <= qualifiers[0].end):
        phrase.former = phrase.former or qualifiers[0].entry.value == "former"
        if qualifiers[0].entry.value.startswith("org/") and phrase.of is None:
            phrase.of = qualifiers[0].entry.value
        phrase.end = qualifiers[0].end
        return not qualifiers[0].prefix.startswith(("و", "ف")) or hit is not None
    if hit is not None and not _starts_anew(phrase, hit):
        return _take_hit(phrase, hit)
    if word.kind == MARK:
        return _take_apposition(phrase)
    if word.kind != WORD:
        return False
    if word.folded in _TOPIC:
        phrase.end = _topic_end(article, phrase.chosen, position + 1)
        return True
    if word.folded in _LINKING:
        if _linked(phrase, position + 1) and not (
            word.folded in _PLACING and phrase.titles[-1].entry.value in _NOT_PLACED
        ):
            phrase.end = position + 1
            return True
        phrase.complete = True
        return False
    return _take_complement(phrase)


def _starts_anew(phrase: Phrase, hit: Hit) -> bool:
    """True where a conjunction makes the entry a second person or side, not part of this one."""
    return hit.prefix.startswith(("و", "ف")) and hit.entry.kind not in ("nationality",)


def _linked(phrase: Phrase, position: int) -> bool:
    following = phrase.chosen.get(position)
    return (
        following is not None
        and following.entry.kind in ("actor", "body", "place", "nationality", "side", "title")
        and not following.prefix
    )


def _take_hit(phrase: Phrase, hit: Hit) -> bool:
    article = phrase.article
    kind = hit.entry.kind
    if kind == "title":
        if (
            phrase.titles[-1].entry.value not in _COMPOUND
            and "style" not in phrase.titles[-1].entry.features
            and "style" not in hit.entry.features
            and article.words[hit.start - 1].folded != "باسم"
            and hit.prefix != "ل"
        ):
            return False
        phrase.titles.append(hit)
        phrase.end = hit.end
        return True
    if kind == "nationality":
        if hit.prefix.startswith(("و", "ف")):
            return False
        phrase.of = (
            load_registry().actors[hit.entry.value].country
            if phrase.of is None or phrase.of.startswith("org/") and not phrase.inner
            else phrase.of
        )
        phrase.inner.append(plain.plain_mention(article, hit))
        phrase.end = hit.end
        return True
    if kind == "body":
        mention = plain.body_mention(article, phrase.chosen, hit)
        phrase.inner.append(mention)
        phrase.of = mention.of or phrase.of
        phrase.end = mention.end
        return True
    if kind in ("actor", "place"):
        return _take_actor(phrase, hit)
    if kind == "side" and hit.entry.value == "own":
        # the foreign minister of his country
        phrase.end = hit.end
        return True
    if kind == "side":
        mention = plain.side_mention(article, phrase.chosen, hit)
        phrase.inner.append(mention)
        phrase.of = phrase.of or _country_of(mention.actor)
        phrase.end = mention.end
        return True
    return False


def _take_actor(phrase: Phrase, hit: Hit) -> bool:
    actor = load_registry().actors.get(hit.entry.value) if hit.entry.kind == "actor" else None
    mention = plain.plain_mention(phrase.article, hit)
    if actor is not None and actor.type == "person":
        if hit.prefix:
            return False
        run = name_run(phrase.article, hit.start, introduced=True) if mention.name == "surname" else hit.end
        longer = run > hit.end
        phrase.person = unknown_person(phrase.article, hit.start, run) if longer else mention
        phrase.end = run if longer else hit.end
        return True
    if phrase.complements and phrase.article.words[hit.start - 1].kind != WORD:
        return False
    phrase.inner.append(mention)
    if actor is not None and phrase.of is None:
        phrase.of = actor.country if actor.type == "country" else actor.id
    phrase.complements += 1
    phrase.end = hit.end
    return True


def _take_apposition(phrase: Phrase) -> bool:
    """After a comma, dash or quotation mark only the name may follow."""
    article, position = phrase.article, phrase.end
    if article.words[position].surface not in '،,–-«"(“':
        return False
    following = phrase.chosen.get(position + 1)
    if following is not None and following.entry.kind == "actor" and not following.prefix:
        actor = load_registry().actors.get(following.entry.value)
        if actor is not None and actor.type == "person":
            phrase.person = plain.plain_mention(article, following)
            phrase.end = following.end
        return False
    if (
        following is not None
        and following.entry.kind == "title"
        and "style" in following.entry.features
        and not following.prefix
    ):
        phrase.titles.append(following)
        phrase.end = following.end
        return True
    end = name_run(article, position + 1, introduced=False)
    if end > position + 1:
        phrase.person = unknown_person(article, position + 1, end)
        phrase.end = end
    return False


def _take_complement(phrase: Phrase) -> bool:
    """A noun that completes a title in the construct state: head of *the council*."""
    article, position = phrase.article, phrase.end
    word = article.words[position]
    definite = word.folded.startswith("ال") and len(word.folded) > 4
    construct = (
        phrase.complements == 0
        and phrase.end == phrase.titles[-1].end
        and not article.words[phrase.end - 1].folded.lstrip("وفبلك").startswith("ال")
    )
    following = article.words[position + 1] if position + 1 < len(article.words) else None
    # head of *a body of pilgrims*: an unknown noun that a definite one completes
    opening = (
        construct
        and not word.active
        and following is not None
        and following.folded.startswith("ال")
        and name_run(article, position, introduced=False) == position
    )
    if not (definite or opening) or phrase.complements >= 4 or "style" in phrase.titles[-1].entry.features:
        return False
    if any(
        article.at(kind, position)
        for kind in (
            "verb",
            "participle",
            "complementizer",
            "weekday",
            "month",
            "relative",
            "meeting",
            "time-unit",
            "deictic",
            "today",
            "encounter",
        )
    ):
        return False
    if (
        article.words[phrase.titles[-1].end - 1].folded.startswith("ال")
        and phrase.complements == 0
        and name_run(article, position, introduced=True) > position
    ):
        return False
    phrase.complements += 1
    phrase.end = position + 1
    return True


def _topic_end(article: Article, chosen: dict[int, Hit], position: int) -> int:
    """Where the field of an office ends: for European and Eurasian affairs."""
    limit = min(len(article.words), position + 5)
    while position < limit and article.words[position].kind == WORD:
        hit = chosen.get(position)
        word = article.words[position]
        if hit is not None and hit.entry.kind not in ("nationality", "place", "actor"):
            break
        if hit is not None and hit.entry.kind == "actor" and hit.entry.value.startswith("person/"):
            break
        if not (word.folded.startswith(("ال", "وال")) or hit is not None):
            break
        position += 1
    return position


def _take_name(phrase: Phrase) -> None:
    """The unknown name that follows directly."""
    sounded = end_of_sounded_name(phrase.article, phrase.end)
    if sounded > phrase.end:
        phrase.person = unknown_person(phrase.article, phrase.end, sounded)
        phrase.end = sounded
        return
    weak = "weak" in phrase.titles[-1].entry.features and phrase.end == phrase.titles[-1].end
    end = name_run(phrase.article, phrase.end, introduced=not weak)
    if end > phrase.end and not any("plural" in title.entry.features for title in phrase.titles):
        phrase.person = unknown_person(phrase.article, phrase.end, end)
        phrase.end = end


def end_of_sounded_name(article: Article, start: int) -> int:
    """Where a registered name in another spelling ends, or `start`."""
    if article.pack.code != "ar":
        return start
    for length in (4, 3, 2):
        end = start + length
        if end <= len(article.words) and all(word.kind == WORD for word in article.words[start:end]):
            if same_sound(article.span(start, end).text, "ar", None):
                return end
    return start


def unknown_person(article: Article, start: int, end: int) -> Mention:
    """The mention of a person whom no registry knows; `actor` is given when the name is romanised."""
    return Mention(
        start=start,
        end=end,
        head=start,
        kind="person",
        actor=None,
        name=article.span(start, end).text,
        rule="name.unknown",
    )


def _country_of(actor: str | None) -> str | None:
    known = load_registry().actors.get(actor) if actor else None
    return known.country if known else None


def role_of(titles: list[Hit], former: bool) -> str:
    """The English role that a chain of titles names."""
    named = [title.entry.value for title in titles if "style" not in title.entry.features]
    if not named:
        return ""
    role = named[0]
    if len(named) > 1 and role in _COMPOUND:
        joint = " of the " if role in ("spokesperson", "member", "adviser") else " "
        role = role + joint + named[1]
    return f"former {role}" if former else role


def _finish(phrase: Phrase) -> list[Mention]:
    article = phrase.article
    title = role_of(phrase.titles, phrase.former)
    first = phrase.titles[0]
    governed = plain.is_governed(article, phrase.start, first.prefix)
    org = next((hit.entry.features["org"] for hit in phrase.titles if "org" in hit.entry.features), None)
    of = (
        phrase.of
        or org
        or next((hit.entry.features["of"] for hit in phrase.titles if "of" in hit.entry.features), None)
    )
    person = phrase.person
    plural = any("plural" in hit.entry.features for hit in phrase.titles)
    main = Mention(
        start=phrase.start,
        end=phrase.end,
        head=person.head if person else phrase.start,
        kind="person" if person else "role",
        actor=person.actor if person else None,
        name=person.name
        if person and person.actor is None
        else (
            next((h.entry.features["office"] for h in phrase.titles if "office" in h.entry.features), "")
            if person is None
            else person.name
        ),
        prefix=first.prefix,
        governed=governed,
        title=title or None,
        of=of,
        plural=plural,
        rule="person.titled" if person else "role.alone",
    )
    return [main, *phrase.inner]
