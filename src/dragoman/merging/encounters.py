"""Which mentions of rounds mean one meeting.

Mentions of the same parties are taken in a fixed order, so that the order of adding plays no part: first those that
tell the day, then those that recall or announce a round without one. Two rounds of one document stay two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.merging.anchoring import find_anchored
from dragoman.merging.ranges import Days, days_of, is_day
from dragoman.merging.slots import places_agree
from dragoman.merging.unions import Unions
from dragoman.model.ledger import Comparison, Decision, RoundMention
from dragoman.model.merged import Joining

HAPPENED = frozenset(("held", "under-way"))
RECENT, RECALLED, AHEAD, SAME_NEWS = 10, 400, 150, 5
_FAR = date(9999, 1, 1)


@dataclass
class Encounter:
    """The mentions of one meeting, and why each was taken for it."""

    mentions: list[RoundMention]
    joinings: list[Joining] = field(default_factory=list)

    @property
    def days(self) -> Days | None:
        """The days that most mentions tell."""
        told: dict[str, int] = {}
        for mention in self.mentions:
            if mention.date and is_day(mention.date):
                told[mention.date] = told.get(mention.date, 0) + 1
        return days_of(min(told, key=lambda value: (-told[value], value))) if told else None

    @property
    def has_happened(self) -> bool:
        """True where somebody reports that it was held."""
        return any(mention.status in HAPPENED for mention in self.mentions)

    def joins(self, mention: RoundMention, rule: str, *compared: Comparison) -> None:
        """Take the mention in."""
        self.mentions.append(mention)
        self.joinings.append(_joining(mention, rule, *compared))


def _joining(mention: RoundMention, rule: str, *compared: Comparison) -> Joining:
    return Joining(document=mention.document, mention=mention.id, by=rule, comparisons=compared)


def group_mentions(mentions: Iterable[RoundMention], decisions: Sequence[Decision] = ()) -> list[Encounter]:
    """The meetings of one set of parties, in order of time."""
    ordered = sorted(mentions, key=lambda mention: (mention.published or "9999", mention.document, mention.id))
    rulings = _Rulings(ordered, decisions)
    dated = [mention for mention in ordered if is_day(mention.date)]
    encounters = _group_dated(dated, rulings)
    for mention in ordered:
        if not is_day(mention.date):
            _place_vague(mention, encounters, rulings)
    for encounter in encounters:
        rulings.sign(encounter)
    return sorted(encounters, key=_when)


def _when(encounter: Encounter) -> tuple[date, str, str]:
    first = encounter.mentions[0]
    days = encounter.days
    published = days_of(first.published)
    return (days.first if days else published.last if published else _FAR), first.document, first.id


class _Rulings:
    """What persons decided about these mentions, and what one document keeps apart."""

    def __init__(self, mentions: Sequence[RoundMention], decisions: Sequence[Decision]) -> None:
        self.together: list[tuple[RoundMention, RoundMention, Decision]] = []
        self._apart: set[tuple[tuple[str, str], tuple[str, str]]] = set()
        self._one: list[set[tuple[str, str]]] = []
        self._signed: dict[tuple[str, str], Decision] = {}
        for decision in decisions:
            if decision.layer == "round":
                self._read(decision, mentions)

    def _read(self, decision: Decision, mentions: Sequence[RoundMention]) -> None:
        here = _mentions(find_anchored(decision.anchors, mentions))
        there = _mentions(find_anchored(decision.others, mentions))
        if decision.kind == "split":
            for one in here:
                for other in there:
                    self._apart.update(((_key(one), _key(other)), (_key(other), _key(one))))
        elif decision.kind in ("join", "accept"):
            everyone = [*here, *there]
            self._one.append({_key(mention) for mention in everyone})
            self.together.extend((one, other, decision) for one, other in zip(everyone, everyone[1:], strict=False))
        if decision.kind != "correct":
            self._signed.update((_key(mention), decision) for mention in (*here, *there))

    def may_share(self, mention: RoundMention, others: Iterable[RoundMention]) -> bool:
        """False where a person or a document tells the mention from one of the others."""
        return not any(self.tells_apart(mention, other) for other in others)

    def tells_apart(self, one: RoundMention, other: RoundMention) -> bool:
        """True where the two are known to be two rounds."""
        if (_key(one), _key(other)) in self._apart:
            return True
        if one.document != other.document or one.id == other.id:
            return False
        if any(_key(one) in joined and _key(other) in joined for joined in self._one):
            return False
        return one.date != other.date or not places_agree(one, other) or one.date is None

    def pairs_apart(self, mentions: Sequence[RoundMention]) -> list[tuple[int, int]]:
        """The places in the list of all pairs that are known to be two rounds."""
        pairs: list[tuple[int, int]] = []
        by_document: dict[str, list[int]] = {}
        for index, mention in enumerate(mentions):
            by_document.setdefault(mention.document, []).append(index)
        places = {_key(mention): index for index, mention in enumerate(mentions)}
        for indexes in by_document.values():
            for position, one in enumerate(indexes):
                pairs.extend(
                    (one, other)
                    for other in indexes[position + 1 :]
                    if self.tells_apart(mentions[one], mentions[other])
                )
        pairs.extend((places[one], places[other]) for one, other in self._apart if one in places and other in places)
        return pairs

    def sign(self, encounter: Encounter) -> None:
        """Write the person's name under what the person decided."""
        for index, joining in enumerate(encounter.joinings):
            decision = self._signed.get((joining.document, joining.mention))
            if decision is not None:
                told = Comparison(
                    name=f"decision {decision.number}: {decision.kind}",
                    first=decision.reason or "no reason given",
                    second=decision.made,
                    agrees=decision.kind != "split",
                )
                encounter.joinings[index] = Joining(
                    document=joining.document,
                    mention=joining.mention,
                    by=f"person {decision.person}".strip(),
                    comparisons=(told, *joining.comparisons),
                )


def _mentions(entries: Iterable[object]) -> list[RoundMention]:
    return [entry for entry in entries if isinstance(entry, RoundMention)]


def _key(mention: RoundMention) -> tuple[str, str]:
    return mention.document, mention.id


def _group_dated(mentions: Sequence[RoundMention], rulings: _Rulings) -> list[Encounter]:
    """Mentions that share a day are one meeting; those a day apart too, where both name the same place."""
    unions = Unions(range(len(mentions)), rulings.pairs_apart(mentions))
    places = {_key(mention): index for index, mention in enumerate(mentions)}
    for one, other, _ in rulings.together:
        if _key(one) in places and _key(other) in places:
            unions.join(places[_key(one)], places[_key(other)])
    by_day: dict[date, list[int]] = {}
    for index, mention in enumerate(mentions):
        days = days_of(mention.date)
        assert days is not None
        for offset in range(days.length):
            day = days.first + timedelta(days=offset)
            for earlier in by_day.get(day, ()):
                if unions.join(earlier, index):
                    break
            else:
                by_day.setdefault(day, []).append(index)
    _join_neighbours(by_day, mentions, unions)
    return [_encounter([mentions[index] for index in members]) for members in unions.sets()]


def _join_neighbours(by_day: dict[date, list[int]], mentions: Sequence[RoundMention], unions: Unions[int]) -> None:
    """A day's difference between reports from one place is an outlet's mistake or its time zone."""
    for day in sorted(by_day):
        for one in by_day[day]:
            for other in by_day.get(day + timedelta(days=1), ()):
                mine, theirs = unions.set_of(one), unions.set_of(other)
                places = {mentions[index].place for index in mine} & {mentions[index].place for index in theirs}
                if places - {None}:
                    unions.join(one, other)


def _encounter(mentions: list[RoundMention]) -> Encounter:
    encounter = Encounter(mentions[:1], [_joining(mentions[0], "first report")])
    for mention in mentions[1:]:
        near = min(encounter.mentions, key=lambda other: _gap(other, mention))
        rule = "same days" if _gap(near, mention) == 0 else "neighbouring day, same place"
        encounter.joins(mention, rule, *_compare(near, mention))
    return encounter


def _gap(one: RoundMention, other: RoundMention) -> int:
    first, second = days_of(one.date), days_of(other.date)
    return first.gap(second) if first and second else 9999


def _compare(one: RoundMention, other: RoundMention) -> tuple[Comparison, ...]:
    """The named comparisons of two mentions; `parties` is the one on which all others rest."""
    days = days_of(one.date), days_of(other.date)
    compared = [
        Comparison(name="parties", first=", ".join(one.parties), second=", ".join(other.parties), agrees=True),
        Comparison(
            name="days",
            first=one.date or f"open, reported {one.published or '?'}",
            second=other.date or f"open, reported {other.published or '?'}",
            agrees=not (days[0] and days[1]) or days[0].meets(days[1]),
        ),
    ]
    if one.place or other.place:
        compared.append(
            Comparison(
                name="place",
                first=one.place or "not told",
                second=other.place or "not told",
                agrees=places_agree(one, other),
            )
        )
    compared.append(Comparison(name="status", first=one.status, second=other.status, agrees=True))
    return tuple(compared)


def _place_vague(mention: RoundMention, encounters: list[Encounter], rulings: _Rulings) -> None:
    """Put a mention that tells no day to the meeting that it means, or make it one of its own."""
    for one, other, _ in rulings.together:
        partner = other if _key(one) == _key(mention) else one if _key(other) == _key(mention) else None
        home = next((item for item in encounters if partner and partner in item.mentions), None)
        if home is not None:
            home.joins(mention, "person")
            return
    fitting = [
        (rank, number)
        for number, encounter in enumerate(encounters)
        if rulings.may_share(mention, encounter.mentions) and (rank := _fit(mention, encounter, encounters)) is not None
    ]
    if not fitting:
        encounters.append(Encounter([mention], [_joining(mention, "first report")]))
        return
    home = encounters[min(fitting)[1]]
    rule = {"planned": "announced", "cancelled": "called off"}.get(mention.status, "recalled")
    nearest = next((item for item in home.mentions if item.date), home.mentions[0])
    home.joins(mention, rule, *_compare(nearest, mention))


def _fit(mention: RoundMention, encounter: Encounter, encounters: Sequence[Encounter]) -> tuple[int, int, int] | None:
    """How well a meeting fits a mention without a day, smallest best; None where it cannot be meant."""
    if not _places_fit(mention, encounter):
        return None
    told = days_of(mention.date)
    days = encounter.days
    same_place = any(mention.place and mention.place == other.place for other in encounter.mentions)
    if days is None:
        return _fit_undated(mention, encounter, encounters, same_place)
    if told is not None and not told.meets(days):
        return None
    published = days_of(mention.published)
    if published is None:
        return (0, 0 if same_place else 1, 0) if told or same_place else None
    wait = (days.first - published.first).days
    if mention.status in HAPPENED:
        fits = -RECALLED <= wait <= 1 if told or same_place else -RECENT <= wait <= 1
        # An interval of days that has not ended is no past round; a day's grace is for time zones.
    elif mention.status == "cancelled":
        fits = not encounter.has_happened and wait >= -SAME_NEWS
    else:
        fits = -1 <= wait <= AHEAD
    if not fits:
        return None
    return 0 if told else 1, 0 if same_place else 1, abs(wait)


def _places_fit(mention: RoundMention, encounter: Encounter) -> bool:
    placed = [other for other in encounter.mentions if other.place]
    return not mention.place or not placed or any(places_agree(mention, other) for other in placed)


def _fit_undated(
    mention: RoundMention, encounter: Encounter, encounters: Sequence[Encounter], same_place: bool
) -> tuple[int, int, int] | None:
    """Two reports without a day mean one meeting if they come together, with no other meeting held between them."""
    published = days_of(mention.published)
    gaps = [
        abs((days.first - published.first).days)
        for other in encounter.mentions
        if published and (days := days_of(other.published))
    ]
    told, other_told = (
        days_of(mention.date),
        next((days_of(item.date) for item in encounter.mentions if item.date), None),
    )
    if told and other_told and not told.meets(other_told):
        return None
    held = mention.status in HAPPENED
    if held != encounter.has_happened:
        return None
    if not gaps:
        return (2, 0 if same_place else 1, 0) if same_place else None
    gap = min(gaps)
    if gap > (SAME_NEWS if held else AHEAD) or (not held and _held_between(mention, encounter, encounters)):
        return None
    return 2, 0 if same_place else 1, gap


def _held_between(mention: RoundMention, encounter: Encounter, encounters: Sequence[Encounter]) -> bool:
    published = days_of(mention.published)
    others = [days.first for other in encounter.mentions if (days := days_of(other.published))]
    if published is None or not others:
        return False
    low, high = min(published.first, *others), max(published.first, *others)
    return any(
        other.has_happened and (days := other.days) is not None and low < days.first < high for other in encounters
    )
