"""Who meets whom: the parties of one meeting, as its clause names them.

The ways of naming them are tried in order, the plainest first: those said to take part, those named after *between*, the
adjectives of the meeting (the Russian-Turkish talks), those joined by *and*, those on either side of *with*, a counterpart,
the subject and the object of a verb of meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.languages.lexicon import MARK
from dragoman.reading.found import Mention
from dragoman.reading.meetings.pairs import Company, pair_at, rank_of, resolve, told_here
from dragoman.reading.meetings.parties import (
    COUNTERPART,
    coordinated,
    is_mediator,
    joins,
    may_lead,
    outermost,
    party_list,
    party_of,
)
from dragoman.reading.meetings.scenes import Scene, is_subject, loose_words, quotation_around, subjects

# how far from the word of meeting those may stand who are named after a preposition, and adjectives before it
_GOVERNED, _ADJECTIVE = 6, 3
_FURTHEST_BETWEEN, _FURTHEST_WITH, _FURTHEST_LIST, _LOOSE = 12, 18, 4, 3
_PLACES, _NO_PREFIX = ("place", "country"), ("\0",)
_ALONE = 10
_PAIR_BEFORE, _PAIR_AFTER = 6, 5
_FURTHEST_LISTED = 14
_FURTHEST_TAKING_PART, _FURTHEST_SUBJECT, _FURTHEST_COUNTERPART = 30, 12, 16


@dataclass
class Attendance:
    """Who meets: parties, the people who stand for them, who mediates, and the rule that told."""

    parties: list[str] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    mediators: list[str] = field(default_factory=list)
    rule: str = ""

    @property
    def is_known(self) -> bool:
        """True where two sides are known, a mediator counting as one."""
        return len(self.parties) >= 2 or bool(self.parties and self.mediators)


def find_attendance(scene: Scene, company: Company) -> Attendance:
    """The parties of a meeting; empty, or with one head, where the clause does not name two sides."""
    if not scene.mentions.between(scene.sentence.start, scene.ceiling) and not scene.hits(
        "pair", scene.floor, scene.ceiling
    ):
        # his meeting with nobody named: only who spoke before could be meant, and that is not said
        return Attendance()
    partial: Attendance | None = None
    for way in _WAYS:
        found = way(scene, company)
        if found is not None and found.is_known:
            _name_leaders(scene, company, found)
            return found
        if found is not None and found.parties and way is _taking_part:
            partial = found
    return partial or _alone(scene)


def _name_leaders(scene: Scene, company: Company, found: Attendance) -> None:
    """A summit of countries is one of their leaders, where the article names these."""
    if scene.anchor.entry.value != "summit" or found.heads:
        return
    found.heads = {party: head for party in found.parties if (head := company.head(party, "leader")) is not None}


def gather(rule: str, mentions: Iterable[Mention], company: Company) -> Attendance:
    """The attendance that some mentions make: envoys of international bodies mediate, all others are parties.

    Offices without names (the foreign ministers of X and Y) stand for those whom the article names with the office.
    """
    listed = list(mentions)
    sides = [m for m in listed if not is_mediator(m)]
    parties, heads = party_list(sides)
    title = None
    for mention in sides:
        if mention.kind != "country" or mention.adjectival:
            title = mention.title if mention.kind == "role" else None
        party = party_of(mention)
        if title and title != COUNTERPART and party is not None and party not in heads:
            holder = company.head(party, rank_of(title))
            if holder is not None:
                heads[party] = holder
    mediators = list(dict.fromkeys(m.actor for m in listed if m.actor and is_mediator(m)))
    return Attendance(parties, heads, mediators, f"round.{rule}")


def list_from(scene: Scene, start: int, reach: int = _FURTHEST_LIST) -> list[Mention]:
    """The mentions joined into one list, the first of which begins at most `reach` tokens after `start`."""
    mentions = outermost(scene.mentions.between(start, scene.ceiling))
    found: list[Mention] = []
    for mention in mentions:
        if mention.start < start:
            continue
        if not found:
            if mention.start > start + reach:
                break
            if party_of(mention) is not None or mention.kind == "source":
                found.append(mention)
            continue
        if mention.kind == "source" or not joins(scene.article, found[-1], mention):
            break
        found.append(mention)
    if found and found[0].kind == "source":
        inside = _inside(scene, found[0])
        return [inside] if inside is not found[0] else []
    return found


def _inside(scene: Scene, mention: Mention) -> Mention:
    """The country in the description of somebody unnamed: Russian officials."""
    for inner in scene.mentions.between(mention.start, min(mention.end, mention.start + 5)):
        if inner is not mention and party_of(inner) is not None:
            return inner
    return mention


def _taking_part(scene: Scene, company: Company) -> Attendance | None:
    """The talks in which X and Y took part."""
    anchor = scene.anchor
    found: list[Mention] = []
    for hit in scene.hits("participation", max(scene.floor, anchor.start - 3), anchor.start):
        goers = [m for m in subjects(outermost(scene.mentions.between(scene.floor, hit.start))) if m.kind != "place"]
        found.extend(goers[-1:])
    for hit in scene.hits("takes-part", anchor.start + 1, min(scene.high, anchor.end + _FURTHEST_TAKING_PART)):
        found.extend(list_from(scene, hit.end, _FURTHEST_LISTED))
    return gather("participants", found, company)


def _between(scene: Scene, company: Company) -> Attendance | None:
    """Talks between X and Y, between the two countries."""
    anchor = scene.anchor
    for hit in scene.hits("between", anchor.end, min(scene.ceiling, anchor.end + _FURTHEST_BETWEEN)):
        if loose_words(scene, anchor.end, hit.start) > _FURTHEST_SUBJECT - 3:
            break
        pair = pair_at(scene, company, hit.end)
        if pair is not None:
            return Attendance(pair.parties, pair.heads, [], "round.between")
        listed = list_from(scene, hit.end)
        if len(listed) >= 2:
            return gather("between", listed, company)
    return None


def _described(scene: Scene, company: Company) -> Attendance | None:
    """The Russian-Turkish talks; the Russian talks with Turkey."""
    anchor = scene.anchor
    if anchor.entry.kind == "meets":
        return None
    following = outermost(scene.mentions.between(anchor.end, anchor.end + 3))
    adjectives = [m for m in following if m.adjectival and party_of(m)]
    if not adjectives or adjectives[0].start > anchor.end + 1:
        return None
    if adjectives[0].start > anchor.end and any(
        scene.article.at(kind, anchor.end) for kind in ("sponsor", "preposition")
    ):
        return None
    group = list_from(scene, adjectives[0].start, 0)
    if len({party_of(m) for m in group}) < 2:
        group = [*group, *_after_with(scene)]
    return gather("described", group, company)


def _joined(scene: Scene, company: Company) -> Attendance | None:
    """X and Y met, the talks of X and Y."""
    anchor, first = scene.anchor, bool(scene.rule("subject_first"))
    attending = [hit.end for hit in scene.hits("attends", scene.sentence.start, scene.sentence.end)]
    ranked: list[tuple[int, list[Mention]]] = []
    for group in coordinated(scene.article, scene.near):
        if any(0 <= group[0].start - end <= 2 for end in attending):
            continue
        distance = min(abs(group[0].start - anchor.end), abs(anchor.start - group[-1].end))
        if group[0].adjectival:
            before = first and 0 <= anchor.start - group[-1].end <= _ADJECTIVE
            if not (before or 0 <= group[0].start - anchor.end <= 1):
                continue
        elif distance > ((_GOVERNED if first else -1) if group[0].governed else _FURTHEST_SUBJECT):
            continue
        elif not first and loose_words(scene, anchor.end, group[0].start) > _LOOSE:
            continue
        ranked.append((distance, group))
    for _, group in sorted(ranked, key=lambda pair: pair[0]):
        found = gather("coordinated", group, company)
        if found.is_known and (first or _in_clause(scene, group)):
            return found
    return None


def _in_clause(scene: Scene, group: list[Mention]) -> bool:
    return scene.floor <= group[0].start and group[-1].start < scene.ceiling


def _with(scene: Scene, company: Company) -> Attendance | None:
    """X held talks with Y; his talks with Y."""
    others = _after_with(scene)
    if not others:
        return None
    subject = subject_of(scene, others[0].start, party_of(others[0]))
    return gather("with", [*subject, *others], company) if subject else None


def _after_with(scene: Scene) -> list[Mention]:
    """Those named after *with*, where little parts it from the word of meeting."""
    anchor = scene.anchor
    for hit in scene.hits(
        "together", max(scene.floor, anchor.start - 10), min(scene.ceiling, anchor.end + _FURTHEST_WITH)
    ):
        after = hit.start >= anchor.end
        if after and loose_words(scene, anchor.end, hit.start) > _LOOSE:
            break
        listed = list_from(scene, hit.end)
        if listed and (after or _leads_to(scene, listed[-1].end)):
            return listed
    return []


def _paired(scene: Scene, company: Company) -> Attendance | None:
    """The two leaders met; their meeting."""
    anchor = scene.anchor
    low, high = max(scene.floor, anchor.start - _PAIR_BEFORE), min(scene.ceiling, anchor.end + _PAIR_AFTER)
    for hit in (*scene.hits("pair", anchor.end, high), *scene.hits("pair", low, anchor.start)):
        if hit.start < anchor.start and hit.prefix.endswith(("ب", "ل", "ك")):
            continue
        pair = resolve(scene, company, hit)
        if pair is not None:
            return Attendance(pair.parties, pair.heads, [], "round.paired")
    if anchor.entry.kind == "meets" and anchor.suffix:
        sides = told_here(scene, anchor.start, 2)
        return Attendance(sides, {}, [], "round.paired") if sides else None
    if anchor.suffix in scene.rule("pair_suffixes"):
        for hit in scene.hits("pair", scene.sentence.start, low):
            pair = resolve(scene, company, hit)
            if pair is not None:
                return Attendance(pair.parties, pair.heads, [], "round.paired")
        pair = company.just_named(scene.sentence.start, anchor.start)
        if pair is not None:
            return Attendance(pair.parties, pair.heads, [], "round.paired")
    return None


def _leads_to(scene: Scene, token: int) -> bool:
    """True where little, and no comma, parts a token from the word of meeting after it."""
    start = scene.anchor.start
    if token > start or any(scene.article.words[between].kind == MARK for between in range(token, start)):
        return False
    return loose_words(scene, token, start) <= _LOOSE


def _counterpart(scene: Scene, company: Company) -> Attendance | None:
    """A minister and whoever is called his counterpart in the same clause."""
    anchor = scene.anchor
    low, high = (
        max(scene.floor, anchor.start - _FURTHEST_COUNTERPART),
        min(scene.ceiling, anchor.end + _FURTHEST_COUNTERPART),
    )
    for mention in scene.mentions.between(low, high):
        if mention.title == COUNTERPART:
            before = [m for m in subjects(scene.mentions.between(scene.floor, mention.start)) if m.kind == "person"]
            if before:
                return gather("counterpart", [before[-1], *list_from(scene, mention.start, 0)], company)
    return None


def _met(scene: Scene, company: Company) -> Attendance | None:
    """X met Y: the subject of a verb of meeting and its object, which a preposition may bring."""
    anchor = scene.anchor
    if anchor.entry.kind != "meets":
        return _received(scene, company)
    found = outermost(scene.mentions.between(anchor.end, min(scene.ceiling, anchor.end + _FURTHEST_SUBJECT + 4)))
    prefixes = tuple(scene.rule("object_prefixes")) or _NO_PREFIX
    objects = [m for m in found if m.prefix.endswith(prefixes) and party_of(m) and m.kind not in _PLACES]
    if objects:
        subject = subject_of(scene, objects[0].start)
        return gather("met", [*subject, *list_from(scene, objects[0].start, 0)], company) if subject else None
    after = [m for m in subjects(found) if m.kind in ("person", "group", "country") or m.of]
    if len(after) >= 2 and not scene.rule("subject_first") and not joins(scene.article, after[0], after[1]):
        if loose_words(scene, after[0].end, after[1].start) <= 1:
            return gather("met", [after[0], *list_from(scene, after[1].start, 0)], company)
    if after and after[0].start <= anchor.end + _FURTHEST_LIST:
        before = subjects(outermost(scene.mentions.between(scene.floor, anchor.start)))
        if before:
            nearest = [m for m in before if m.kind == "person"][-1:] or before[-1:]
            return gather("met", [*nearest, *list_from(scene, after[0].start, 0)], company)
    return None


def _received(scene: Scene, company: Company) -> Attendance | None:
    """His meeting X, to meet X: the noun of meeting with an object that a preposition brings."""
    prefixes = tuple(scene.rule("object_prefixes"))
    listed = list_from(scene, scene.anchor.end, 1) if prefixes else []
    if not listed or not listed[0].prefix.endswith(prefixes) or listed[0].kind in _PLACES:
        return None
    return gather("met", [*subject_of(scene, scene.anchor.start), *listed], company)


def subject_of(scene: Scene, limit: int, other: str | None = None) -> list[Mention]:
    """Who meets, as told beside the word of meeting, after a verb, before it, or in the sentence around.

    other: a party that is met; the subject is of another one.
    """
    anchor = scene.anchor
    after = _subjects(scene, scene.mentions.between(anchor.end, limit))
    if anchor.entry.kind != "meets":
        # those right after the noun, or in *the talks that X held*
        reach = _FURTHEST_LIST if any(scene.article.at("relative", anchor.end + step) for step in (0, 1)) else 1
        after = [m for m in after if m.start <= anchor.end + reach and m.kind != "place"]
    if after and after[0].kind != "place":
        return _with_joined(scene, after[0], limit)
    before = _subjects(scene, scene.mentions.between(scene.floor, anchor.start))
    if other is not None and before and party_of(before[0]) == other:
        before = [m for m in reversed(before) if party_of(m) != other]
    if not before and _takes_up(scene):
        before = _earlier(scene)
    return _with_joined(scene, before[0], anchor.start) if before else []


def _with_joined(scene: Scene, mention: Mention, limit: int) -> list[Mention]:
    return [m for m in list_from(scene, mention.start, 0) if m.start < max(limit, mention.end)]


def _takes_up(scene: Scene) -> bool:
    """True where the clause leaves its subject to what was said before: in speech it does not, for *we* are unknown."""
    return quotation_around(scene.article, scene.anchor.start) is None


def _earlier(scene: Scene) -> list[Mention]:
    """Those the sentence is about, or the one before it."""
    here = _subjects(scene, scene.mentions.between(scene.sentence.start, scene.floor))
    if here or not scene.anchor.suffix:
        return here[:1]
    return _subjects(scene, scene.mentions.between(scene.before.start, scene.before.end))[:1] if scene.before else []


def _subjects(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """Those who may meet somebody; for officials without names, the country or group that describes them."""
    found = []
    for mention in outermost(mentions):
        side = _inside(scene, mention) if mention.kind == "source" else mention
        if is_subject(mention) and party_of(side) is not None and may_lead(mention):
            found.append(side)
    return found


def _alone(scene: Scene) -> Attendance:
    """Somebody held talks, with whom is not said here: the person heads that side."""
    anchor = scene.anchor
    people = [m for m in subject_of(scene, anchor.end + 6) if m.kind == "person" and m.actor]
    if not people or is_mediator(people[0]) or people[0].start < max(scene.floor, anchor.start - _ALONE):
        return Attendance()
    if scene.hits("invites", scene.floor, anchor.start):
        return Attendance()
    party = party_of(people[0])
    return Attendance(heads={party: people[0].actor or ""}) if party is not None else Attendance()


_Way = Callable[[Scene, Company], Attendance | None]
_WAYS: Sequence[_Way] = (_taking_part, _between, _described, _with, _joined, _counterpart, _met, _paired)
