"""Numbers in figures and words, put together from the words of a language.

The parts of a numeral are entries of kind `number` and `ordinal`, each with its value; how they add up is the same in
the languages we read: three and twenty, twenty three, three ten, three hundred and four.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.languages.lexicon import Hit, Word
from dragoman.reading.layout.article import Article
from dragoman.reading.times.grammar import Item

LONGEST = 6


def numerals(article: Article, joiners: frozenset[str]) -> list[Item]:
    """Every number and ordinal in words, the longest at each start; none begins inside another."""
    found: list[Item] = []
    reached = 0
    for hit in article.hits_of("number", "ordinal"):
        if hit.start < reached:
            continue
        item = _longest(article, hit, joiners)
        reached = item.end
        found.append(item)
    return found


def _longest(article: Article, hit: Hit, joiners: frozenset[str]) -> Item:
    whole, last = 0, int(hit.entry.value)
    end = hit.end
    ordinal = hit.entry.kind == "ordinal"
    for _ in range(LONGEST):
        following, joined = _following(article, end, joiners)
        if following is None:
            break
        more = int(following.entry.value)
        total = add(last, more, joined)
        if total is None:
            break
        # two thousand and five and ten: the ten belongs to the five
        whole, last = (whole + last, more) if last >= 100 > more else (whole, total)
        end = following.end
        ordinal = ordinal or following.entry.kind == "ordinal"
    return Item(
        "ordinal" if ordinal else "number",
        hit.start,
        end,
        whole + last,
        "ال" in hit.prefix or hit.prefix.endswith("لل"),
    )


def _following(article: Article, token: int, joiners: frozenset[str]) -> tuple[Hit | None, bool]:
    joined = token < len(article.words) and article.words[token].folded in joiners
    token += joined
    for kind in ("number", "ordinal"):
        for hit in article.at(kind, token):
            return hit, joined or hit.prefix.startswith("و")
    return None, False


def add(value: int, more: int, joined: bool) -> int | None:
    """What two parts make together, None where they are two numbers."""
    if value < 10 and more == 10 and not joined:
        return value + 10
    if value < 10 and 20 <= more < 100 and joined:
        return value + more
    if 20 <= value < 100 and value % 10 == 0 and more < 10 and not joined:
        return value + more
    if value >= 100 and value % 100 == 0 and more < 100 and (joined or value < 1000):
        return value + more
    if more >= 100 and value < more and not joined:
        return value * more
    return None


def figures(words: Sequence[Word], tokens: Sequence[int]) -> list[Item]:
    """What the numbers in figures can be: `number`, `day`, `year`, `clock` and dates with slashes or dots."""
    found: list[Item] = []
    for token in tokens:
        folded = words[token].folded
        if folded.isdecimal():
            found.extend(_whole(folded, token))
        elif ":" in folded:
            found.extend(_clock(folded, token, ":"))
        elif "/" in folded:
            found.append(Item("slashed", token, token + 1, folded))
            if folded.count("/") == 1:
                found.append(Item("day-month", token, token + 1, folded))
        elif folded.count(".") == 2:
            found.append(Item("slashed", token, token + 1, folded.replace(".", "/")))
        else:
            found.extend(_decimal(folded, token))
    return found


def _whole(folded: str, token: int) -> list[Item]:
    if len(folded) > 12:
        return []
    value = int(folded)
    items = [Item("number", token, token + 1, value)]
    if 1 <= value <= 31 and len(folded) <= 2:
        items.append(Item("day", token, token + 1, value))
    if 1 <= value <= 12:
        items.append(Item("month-number", token, token + 1, value))
    if len(folded) == 4 and 1500 <= value <= 2199:
        items.append(Item("year", token, token + 1, value))
        # a round number counts things more often than it names a year
        if 1900 <= value <= 2099 and value % 100:
            items.append(Item("plain-year", token, token + 1, value))
    if len(folded) == 4 and 1300 <= value <= 1500:
        items.append(Item("hijri-year", token, token + 1, value))
    return items


def _decimal(folded: str, token: int) -> list[Item]:
    if folded.count(",") and all(len(part) == 3 for part in folded.split(",")[1:]):
        plain = folded.replace(",", "").replace(".", "")
        return [Item("number", token, token + 1, int(plain))] if len(plain) <= 12 else []
    try:
        value = float(folded.replace(",", "."))
    except ValueError:
        return []
    separator = "," if "," in folded else "."
    clock = [item._replace(name="doubtful-clock") for item in _clock(folded, token, separator)]
    whole, _, part = folded.partition(separator)
    if whole.isdecimal() and part.isdecimal() and 1 <= int(whole) <= 31 and 1 <= int(part) <= 12 and len(part) <= 2:
        clock.append(Item("day-month", token, token + 1, f"{whole}/{part}"))
    return [Item("number", token, token + 1, value), *clock]


def _clock(folded: str, token: int, separator: str) -> list[Item]:
    parts = folded.split(separator)
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) <= 2 for part in parts) or len(parts[1]) != 2:
        return []
    numbers = [int(part) for part in parts]
    if numbers[0] > 24 or any(number > 59 for number in numbers[1:]):
        return []
    return [Item("clock", token, token + 1, ":".join(f"{number:02d}" for number in numbers))]
