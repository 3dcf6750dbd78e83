"""How an issue stands between its parties: whose word it rests on, how far it got, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from dragoman.merging.ranges import days_of
from dragoman.model.merged import Axes, Dispute, HistoryEntry, PartyWord

AGREED = frozenset(("agreed", "accepted", "signed", "in-force", "fulfilled"))
AGAINST = frozenset(("refused", "off-agenda", "withdrawn", "broken", "doubted", "stalled", "suspended"))
STRENGTH = {
    "raised": 1,
    "on-agenda": 1,
    "deferred": 1,
    "demanded": 1,
    "proposed": 1,
    "offered": 1,
    "expected": 2,
    "conditional": 2,
    "under-discussion": 2,
    "being-finalised": 3,
    "accepted": 3,
    "agreed": 4,
    "signed": 5,
    "in-force": 6,
    "fulfilled": 7,
}
_DONE = {"signed": 1, "in-force": 2, "fulfilled": 3, "suspended": 1, "broken": 0, "withdrawn": 0}
# A spokesman's words and the ministry's are held side by side when they come within a week.
_SAME_OCCASION = 7


def latest_words(
    history: Sequence[HistoryEntry], parties: Iterable[str], heard: frozenset[str]
) -> dict[str, PartyWord]:
    """Each party's latest word, or the blank that stands for it; `heard` are the parties whose voice the documents hold."""
    words: dict[str, PartyWord] = {}
    unnamed = any(entry.by is None and entry.name for entry in history)
    for party in parties:
        own = [entry for entry in history if entry.party == party]
        if own:
            last = own[-1]
            words[party] = PartyWord(status=last.status, date=last.date, by=last.by, document=last.document)
        else:
            blank = "not-yet-read" if party not in heard else "unclear" if unnamed else "not-mentioned"
            words[party] = PartyWord(status=None, blank=blank)
    return words


def judge(history: Sequence[HistoryEntry], words: Mapping[str, PartyWord]) -> str:
    """On whose word the track rests: `mutual`, `one-sided`, `reported`, or `open` where nothing is said to be agreed."""
    agreeing = [party for party, word in words.items() if word.status in AGREED]
    if agreeing:
        return "mutual" if len(agreeing) == len(words) else "one-sided"
    return "reported" if any(entry.status in AGREED for entry in history) else "open"


def measure(history: Sequence[HistoryEntry], words: Mapping[str, PartyWord]) -> Axes:
    """How far the issue is declared, agreed and implemented: 1 on others' word, 2 on one party's, 3 on all parties'."""
    speaking = [party for party, word in words.items() if STRENGTH.get(word.status or "", 0) >= 2]
    agreeing = [party for party, word in words.items() if word.status in AGREED]
    near = any(entry.status in AGREED or entry.status == "being-finalised" for entry in history)
    told = any(STRENGTH.get(entry.status, 0) >= 2 for entry in history)
    implemented = 0
    for entry in history:
        implemented = _DONE.get(entry.status, implemented)
    return Axes(
        declared=_level(len(speaking), len(words), told),
        agreed=_level(len(agreeing), len(words), near),
        implemented=implemented,
    )


def _level(parties: int, all_parties: int, told: bool) -> int:
    if parties and parties == all_parties:
        return 3
    return 2 if parties else int(told)


def find_disputes(
    history: Sequence[HistoryEntry],
    words: Mapping[str, PartyWord],
    ranks: Mapping[str, str],
    within: int | None = None,
) -> tuple[Dispute, ...]:
    """What is disputed: between the parties, between two voices of one party, or by one voice with itself.

    within: words of two parties that lie more days apart than this are about different things.
    """
    found = [*_between_parties(words, within), *_within_parties(history, words, ranks), *_changed(history, words)]
    return tuple(found)


def _between_parties(words: Mapping[str, PartyWord], within: int | None) -> Iterable[Dispute]:
    for one, other in permutations(sorted(words), 2):
        mine, theirs = words[one], words[other]
        kind = _opposition(mine, theirs)
        if within is not None and _apart(mine, theirs) > within:
            continue
        if kind is None or (kind == "opposed" and one > other and _opposition(theirs, mine) == "opposed"):
            continue
        what = f"{one}: {mine.status}; {other}: {theirs.status or theirs.blank}"
        documents = [word.document for word in (mine, theirs) if word.document]
        yield Dispute(kind=kind, what=what, by=(one,), against=(other,), documents=tuple(documents))


def _apart(mine: PartyWord, theirs: PartyWord) -> int:
    first, second = days_of(mine.date), days_of(theirs.date)
    return first.gap(second) if first and second else 0


def _opposition(mine: PartyWord, theirs: PartyWord) -> str | None:
    """How the other party's latest word stands to this one's; None where it does not contradict it."""
    if mine.status is None or mine.status in AGAINST:
        return None
    if theirs.status is None:
        return "one-sided" if mine.status in AGREED else None
    if theirs.status in AGAINST:
        return "denied" if STRENGTH.get(mine.status, 0) >= 3 else "opposed"
    if mine.status in AGREED and theirs.status not in AGREED:
        return "ahead"
    return None


def _within_parties(
    history: Sequence[HistoryEntry], words: Mapping[str, PartyWord], ranks: Mapping[str, str]
) -> Iterable[Dispute]:
    """A person who goes further than the institution spoken for, on the same occasion."""
    for party in sorted(words):
        own = [entry for entry in history if entry.party == party and entry.by]
        official = [entry for entry in own if ranks.get(entry.by or "") == "institution"]
        for entry in own:
            if ranks.get(entry.by or "") == "institution":
                continue
            bolder = [
                other
                for other in official
                if STRENGTH.get(entry.status, 0) > max(2, STRENGTH.get(other.status, 0))
                and _distance(entry, other) <= _SAME_OCCASION
            ]
            if bolder:
                other = min(bolder, key=lambda item: ((item.by or "").startswith("country/"), _distance(entry, item)))
                yield Dispute(
                    kind="bolder-voice",
                    what=f"{entry.name}: {entry.status}; {other.name}: {other.status}",
                    by=(entry.by or "",),
                    against=(other.by or "",),
                    documents=(entry.document, other.document),
                )
                break


def _distance(one: HistoryEntry, other: HistoryEntry) -> int:
    first, second = days_of(one.date), days_of(other.date)
    return first.gap(second) if first and second else 0


def _changed(history: Sequence[HistoryEntry], words: Mapping[str, PartyWord]) -> Iterable[Dispute]:
    """A party whose later word reverses an earlier one; it may be telling what the other side did."""
    for party in sorted(words):
        own = [entry for entry in history if entry.party == party]
        before = [entry for entry in own if STRENGTH.get(entry.status, 0) >= 3]
        if before and own[-1].status in AGAINST and (own[-1].date or "") > (before[-1].date or ""):
            last = own[-1]
            yield Dispute(
                kind="changed",
                what=f"{party}: {before[-1].status} on {before[-1].date}, {last.status} on {last.date}",
                by=(party,),
                against=(party,),
                documents=(before[-1].document, last.document),
            )
