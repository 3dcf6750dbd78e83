"""The values of a slot as documents give them: best supported first, and whether they exclude one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dragoman.merging.ranges import can_all_be_true, days_of, hours_of
from dragoman.merging.sources import Witnesses
from dragoman.model.ledger import RoundMention
from dragoman.model.merged import SlotValue
from dragoman.registry import load_registry

Key = tuple[str, str | None, str | None, str | None]  # value, mod, country, party
_HAPPENED = frozenset(("held", "under-way"))


def collect_values(
    mentions: Sequence[RoundMention], keys: Callable[[RoundMention], Iterable[Key]], witnesses: Witnesses
) -> tuple[SlotValue, ...]:
    """The distinct values that `keys` finds in the mentions, each with its documents."""
    documents: dict[Key, dict[str, str | None]] = {}
    for mention in mentions:
        for key in keys(mention):
            documents.setdefault(key, {})[mention.document] = mention.published
    values = [_value(key, held, witnesses) for key, held in documents.items()]
    return tuple(sorted(values, key=_by_support))


def _by_support(value: SlotValue) -> tuple[object, ...]:
    return (
        value.party or "",
        -value.sources,
        -len(value.documents),
        value.first_reported or "9999",
        value.value,
        value.mod or "",
    )


def _value(key: Key, held: dict[str, str | None], witnesses: Witnesses) -> SlotValue:
    dates = [published for published in held.values() if published]
    return SlotValue(
        value=key[0],
        mod=key[1],
        country=key[2],
        party=key[3],
        documents=tuple(sorted(held, key=lambda item: (held[item] or "9999", item))),
        sources=witnesses.count(held),
        first_reported=min(dates) if dates else None,
    )


def dates_told(mention: RoundMention) -> list[Key]:
    """The date of a mention."""
    return [(mention.date, None, None, None)] if mention.date else []


def places_told(mention: RoundMention) -> list[Key]:
    """The place of a mention."""
    return [(mention.place, None, mention.country, None)] if mention.place else []


def venues_told(mention: RoundMention) -> list[Key]:
    """The venue of a mention."""
    return [(mention.venue, None, None, None)] if mention.venue else []


def durations_told(mention: RoundMention) -> list[Key]:
    """The duration of a mention."""
    return [(mention.duration, mention.bound, None, None)] if mention.duration else []


def heads_told(mention: RoundMention) -> list[Key]:
    """Who led each delegation."""
    return [(head, None, None, party) for party, head in mention.heads]


def mediators_told(mention: RoundMention) -> list[Key]:
    """The mediators of a mention."""
    return [(mediator, None, None, None) for mediator in mention.mediators]


def statuses_told(mention: RoundMention) -> list[Key]:
    """Whether it was held, is planned, or was called off."""
    return [(mention.status, None, None, None)]


def dates_conflict(values: Sequence[SlotValue]) -> bool:
    """True where two dates share no day."""
    days = [found for value in values if (found := days_of(value.value))]
    return any(not one.meets(other) for one in days for other in days)


def places_conflict(values: Sequence[SlotValue]) -> bool:
    """True where two places exclude each other: two cities, or a city and a country that it does not lie in."""
    return any(not places_agree(one, other) for one in values for other in values)


def places_agree(one: SlotValue | RoundMention, other: SlotValue | RoundMention) -> bool:
    """True where both places can be one: the same, or a city and its country."""
    first, second = _place_name(one), _place_name(other)
    if first is None or second is None or first == second:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return bool(one.country and other.country and (_is_country(first, one) or _is_country(second, other)))


def _place_name(holder: SlotValue | RoundMention) -> str | None:
    return holder.place if isinstance(holder, RoundMention) else holder.value


def _is_country(name: str, holder: SlotValue | RoundMention) -> bool:
    actor = load_registry().actors.get(f"country/{holder.country}")
    return actor is not None and actor.name == name


def durations_conflict(values: Sequence[SlotValue]) -> bool:
    """True where no length satisfies all: *more than five hours*, *5½* and *about six* do not exclude each other."""
    return not can_all_be_true([hours for value in values if (hours := hours_of(value.value, value.mod))])


def heads_conflict(values: Sequence[SlotValue]) -> bool:
    """True where two people are said to have led the same delegation."""
    parties = [value.party for value in values]
    return len(parties) != len(set(parties))


def statuses_conflict(values: Sequence[SlotValue]) -> bool:
    """True where a round is said to have been held and to have been called off."""
    told = {value.value for value in values}
    return "cancelled" in told and bool(told & _HAPPENED)
