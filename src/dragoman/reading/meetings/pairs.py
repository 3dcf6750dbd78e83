"""Words that stand for several parties at once: both sides, the two presidents, the three countries, the two Koreas."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.languages.lexicon import Hit
from dragoman.reading.found import Mention
from dragoman.reading.layout.article import Article
from dragoman.reading.meetings.parties import COUNTERPART, coordinated, may_lead, party_list, party_of
from dragoman.reading.meetings.scenes import Scene

_RANKS = {
    "leader": frozenset(
        ("president", "king", "leader", "prime minister", "chancellor", "emir", "sultan", "crown prince")
    ),
    "minister": frozenset(("foreign minister", "minister", "defence minister", "secretary of state")),
}
_NUMBERED = "numbered"
_FURTHEST = 3


@dataclass
class Pair:
    """The parties that such words stand for, and the people who stand for those."""

    parties: list[str]
    heads: dict[str, str] = field(default_factory=dict)


class Company:
    """Who was named together in the article so far, and who holds which office for whom."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self.groups: list[tuple[int, list[str]]] = []
        self.heads_of: dict[int, dict[str, str]] = {}
        self.people: dict[tuple[str, str], str] = {}
        for group in coordinated(article, mentions):
            self._rank(group)
            parties, heads = party_list(group)
            if len(parties) >= 2:
                self.groups.append((group[0].start, parties))
                self.heads_of[group[0].start] = heads
        for hit in article.by_kind.get("pair", ()):
            if hit.entry.value.isupper():
                self.note(hit.start, hit.entry.value.split("-"))
        for mention in mentions:
            if mention.kind == "person" and mention.actor and mention.title and may_lead(mention):
                party = party_of(mention)
                if party is not None:
                    self.people.setdefault((party, rank_of(mention.title)), mention.actor)

    def _rank(self, group: Sequence[Mention]) -> None:
        """Those joined to somebody with a title hold the same office: the Russian foreign minister X and the Turkish Y."""
        title: str | None = None
        for mention in group:
            if mention.title and mention.title != COUNTERPART:
                title = mention.title
            party = party_of(mention)
            if title and party and mention.kind == "person" and mention.actor:
                self.people.setdefault((party, rank_of(title)), mention.actor)

    def note(self, token: int, parties: list[str]) -> None:
        """Remember that these parties were told together at a token."""
        if len(parties) >= 2:
            place = bisect_left(self.groups, token, key=lambda group: group[0])
            self.groups.insert(place, (token, parties))

    def latest(self, token: int, count: int, rank: str) -> list[str] | None:
        """The parties, so many as asked for, that are most often named together, those before a token first.

        rank: where it is one of leaders or ministers, parties for which the article names somebody of that rank come first.
        """
        place = bisect_left(self.groups, token, key=lambda group: group[0])
        fitting = [
            parties
            for _, parties in (*reversed(self.groups[:place]), *self.groups[place:])
            if len(parties) == count and (rank not in _RANKS or all(map(_is_country, parties)))
        ]
        named = [parties for parties in fitting if all(self.head(party, rank) for party in parties)] or fitting
        told = Counter(frozenset(parties) for parties in named)
        # of those told equally often the latest, for they come first
        return max(named, key=lambda parties: told[frozenset(parties)], default=None)

    def just_named(self, start: int, end: int) -> Pair | None:
        """The parties named together from `start` to before `end`, with the people named for them."""
        place = bisect_left(self.groups, end, key=lambda group: group[0])
        if place == 0 or self.groups[place - 1][0] < start:
            return None
        return Pair(list(self.groups[place - 1][1]), dict(self.heads_of.get(self.groups[place - 1][0], {})))

    def head(self, party: str, rank: str) -> str | None:
        """The person of a rank whom the article names for a party."""
        return self.people.get((party, rank))


def rank_of(title: str) -> str:
    """The rank that a title gives: leader, minister, or the title itself."""
    return next((rank for rank, titles in _RANKS.items() if title in titles), title)


def pair_at(scene: Scene, company: Company, token: int) -> Pair | None:
    """The parties that a word at a token, or soon after it, stands for."""
    for hit in scene.hits("pair", token, token + _FURTHEST):
        return resolve(scene, company, hit)
    return None


def resolve(scene: Scene, company: Company, hit: Hit) -> Pair | None:
    """The parties of a word such as *both sides*: its own where it names them, else those told together elsewhere."""
    value, features = hit.entry.value, hit.entry.features
    count = features.get("count", "2")
    if value == _NUMBERED:
        # the 12 countries
        count = scene.article.words[hit.end].folded if hit.end < len(scene.article.words) else ""
    parties: list[str] | None = None
    if value.isupper():
        parties = value.split("-")
    elif count.isdecimal():
        parties = told_here(scene, hit.start, int(count)) or company.latest(hit.start, int(count), value)
        if parties is None and scene.before is not None:
            parties = _named_parties(scene.mentions.between(scene.before.start, scene.before.end), int(count))
            if parties is not None and not all(map(_is_country, parties)):
                parties = None
    if parties is None:
        return None
    heads: dict[str, str] = {}
    if value in _RANKS:
        heads = {party: head for party in parties if (head := company.head(party, value))}
    return Pair(list(parties), heads)


def _is_country(party: str) -> bool:
    """True for the code of a country."""
    return len(party) == 2


def told_here(scene: Scene, token: int, count: int) -> list[str] | None:
    """The parties that the sentence names before a word, where they are just so many."""
    return _named_parties(scene.mentions.between(scene.sentence.start, token), count)


def _named_parties(mentions: Sequence[Mention], count: int) -> list[str] | None:
    parties = dict.fromkeys(
        party
        for m in mentions
        if m.kind in ("country", "group", "person") and not m.adjectival and (party := party_of(m)) is not None
    )
    return list(parties) if len(parties) == count else None
