"""Each place where the text speaks of a meeting, with what stands near it: parties, date, place, length, heads.

The clause is searched from the meeting word outwards. What is not there is left open; `rounds` joins what belongs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dragoman.languages.lexicon import MARK, Hit
from dragoman.reading.found import FoundTime, Mention
from dragoman.reading.layout.article import Article, Range, within
from dragoman.reading.meetings.parties import coordinated, party_list, party_of
from dragoman.reading.speech.cues import is_mark
from dragoman.reading.speech.speakers import Mentions
from dragoman.registry import load_registry

FURTHEST_CITY = 16
FURTHEST_COUNTRY = 5
DATE_BEFORE, DATE_AFTER = 12, 16
# how far from the word of meeting those may stand who are named after a preposition, and adjectives before it
_GOVERNED, _ADJECTIVE, _GOES_ON = 6, 3, 8


@dataclass
class Encounter:
    """A meeting as one sentence tells it."""

    anchor: Hit
    sentence: Range
    number: int
    parties: list[str] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    mediators: list[str] = field(default_factory=list)
    date: FoundTime | None = None
    place: Mention | None = None
    duration: FoundTime | None = None
    status: str = "held"
    again: bool = False
    others: set[str] = field(default_factory=set)
    rule: str = ""

    @property
    def weight(self) -> int:
        """How much is known: the number of slots filled."""
        return (
            len(self.parties)
            + len(self.heads)
            + sum(slot is not None for slot in (self.date, self.place, self.duration))
        )


def find_encounters(
    article: Article, mentions: Mentions, times: Sequence[FoundTime], skipped: bytearray
) -> list[Encounter]:
    """The encounters of the body, in order."""
    found = []
    for number, sentence in enumerate(article.sentences):
        if sentence.end <= article.title_end or skipped[sentence.start]:
            continue
        anchors = _anchors(article, sentence)
        if not anchors:
            continue
        here = within(times, sentence.start, sentence.end)
        taken: set[int] = set()
        for anchor in anchors:
            encounter = Encounter(anchor, sentence, number)
            _fill(article, mentions, here, encounter, anchors, taken)
            found.append(encounter)
            found.extend(_further_dates(article, encounter, here, taken))
    return found


def _further_dates(
    article: Article, encounter: Encounter, times: Sequence[FoundTime], taken: set[int]
) -> list[Encounter]:
    """The same meeting words told of two dates: the talks in January and April are two meetings."""
    first = encounter.date
    if first is None:
        return []
    found = []
    for time in times:
        joint = article.words[time.start - (time.start - first.end > 0)].folded
        joined = time.start - first.end in (0, 1) and (
            joint.startswith("و") or joint in article.pack.rules["rounds"].get("joints", ())
        )
        apart = time.value[:7] != first.value[:7]
        if joined and apart and time.type == "DATE" and len(time.value) == len(first.value):
            taken.add(time.start)
            found.append(
                replace(
                    encounter,
                    date=time,
                    parties=list(encounter.parties),
                    heads=dict(encounter.heads),
                    mediators=list(encounter.mediators),
                )
            )
    return found


def _anchors(article: Article, sentence: Range) -> list[Hit]:
    """The meeting words of a sentence, one for each clause: a verb and its noun are one meeting."""
    found = [hit for kind in ("encounter", "meets") for hit in article.hits_within(kind, sentence.start, sentence.end)]
    hits = sorted(found, key=lambda hit: hit.start)
    kept: list[Hit] = []
    for hit in hits:
        if kept and not _apart(article, kept[-1].end, hit.start):
            continue
        kept.append(hit)
    return kept


def _apart(article: Article, start: int, end: int) -> bool:
    """True where a turn of the sentence or many words separate two meeting words."""
    if end - start > 22:
        return True
    for token in range(start, end):
        if any(hit.entry.value in ("", "soft", "but", "turn") for hit in article.at("break", token)) or is_mark(
            article, token, "؛;"
        ):
            return True
        if is_mark(article, token, "،,.") and end - start > 6:
            return True
    return False


def _fill(
    article: Article,
    mentions: Mentions,
    times: Sequence[FoundTime],
    encounter: Encounter,
    anchors: list[Hit],
    taken: set[int],
) -> None:
    low, high = _territory(encounter, anchors)
    near = mentions.between(low, high)
    encounter.date = _date(times, encounter, low, high, taken)
    encounter.duration = _duration(article, times, low, high)
    encounter.place = _place(article, near, encounter)
    _parties(article, near, encounter)
    encounter.mediators = _mediators(article, near, low, high)
    encounter.parties = [party for party in encounter.parties if party not in encounter.mediators]
    encounter.status = _status(article, encounter, low, high)
    encounter.others = {
        party
        for m in near
        if (party := party_of(m)) is not None and m.kind in ("group", "country") and not m.governed and not m.adjectival
    }
    encounter.again = any(abs(hit.start - encounter.anchor.end) <= 3 for hit in article.hits_within("again", low, high))
    published = article.published.isoformat() if article.published else ""
    if (
        encounter.again
        and encounter.date is not None
        and encounter.date.value[:10] < published
        and not _is_past(article, encounter)
    ):
        # a further meeting lies ahead: the date is that of the invitation
        encounter.date, encounter.status = None, "planned"


def _is_past(article: Article, encounter: Encounter) -> bool:
    """True where a verb says that the meeting took place."""
    anchor = encounter.anchor
    return any(
        hit.entry.features.get("form") == "past" and abs(hit.start - anchor.start) <= 6
        for hit in article.by_kind.get("status", ())
    )


def _territory(encounter: Encounter, anchors: list[Hit]) -> tuple[int, int]:
    """The tokens that belong to this meeting: halfway to the next one on either side."""
    index = anchors.index(encounter.anchor)
    low = encounter.sentence.start if index == 0 else (anchors[index - 1].end + encounter.anchor.start) // 2
    high = (
        encounter.sentence.end if index + 1 == len(anchors) else (encounter.anchor.end + anchors[index + 1].start) // 2
    )
    return low, high


def _parties(article: Article, near: list[Mention], encounter: Encounter) -> None:
    """Who meets: named after *between*, joined near the word, or on either side of *with*."""
    anchor = encounter.anchor
    reach = (near[0].start - 8, near[-1].end) if near else (0, 0)
    attending = [hit.end for hit in article.hits_within("attends", *reach)]
    groups = [
        group for group in coordinated(article, near) if not any(0 <= group[0].start - end <= 2 for end in attending)
    ]
    if _participants(article, near, encounter):
        return
    between = next(iter(article.hits_within("between", anchor.end, anchor.end + 10)), None)
    if between is not None:
        for group in groups:
            if between.end <= group[0].start <= between.end + 3 and _take(encounter, group, "between"):
                return
    ranked = sorted(groups, key=lambda group: min(abs(group[0].start - anchor.end), abs(anchor.start - group[-1].end)))
    for group in ranked:
        distance = min(abs(group[0].start - anchor.end), abs(anchor.start - group[-1].end))
        adjoining = group[0].adjectival and _adjoins(article, group, anchor)
        subject = not group[0].adjectival and distance <= (_reach_governed(article) if group[0].governed else 12)
        if (adjoining or subject) and _take(encounter, group, "coordinated"):
            return
    _with(article, near, encounter)
    if not encounter.parties and anchor.entry.kind == "meets" and _is_subject_first(article):
        _met(near, encounter)
    if not encounter.parties:
        _alone(near, encounter)


def _is_subject_first(article: Article) -> bool:
    return bool(article.pack.rules["rounds"].get("subject_first"))


def _reach_governed(article: Article) -> int:
    """How far from the meeting those may stand who are named after a preposition."""
    return _GOVERNED if _is_subject_first(article) else -1


def _adjoins(article: Article, group: list[Mention], anchor: Hit) -> bool:
    """True for adjectives that describe the meeting: after it, or before it where the language puts them there."""
    if _is_subject_first(article):
        return group[0].start - anchor.end in (0, 1) or 0 <= anchor.start - group[-1].end <= _ADJECTIVE
    return 0 <= group[0].start - anchor.end <= 1


def _met(near: list[Mention], encounter: Encounter) -> None:
    """Who met whom: the subject before the verb and the object right after it."""
    anchor = encounter.anchor
    subjects = [m for m in near if m.end <= anchor.start and not m.governed and m.kind != "place" and party_of(m)]
    objects = [m for m in near if anchor.end <= m.start <= anchor.end + 4 and m.kind != "place" and party_of(m)]
    if subjects and objects:
        nearest = [m for m in subjects if m.kind == "person"][-1:] or subjects[-1:]
        _take(encounter, [*nearest, objects[0]], "met")


def _participants(article: Article, near: list[Mention], encounter: Encounter) -> bool:
    """Who took part: the mentions after each *in which … took part*."""
    taking: list[Mention] = []
    for hit in article.by_kind.get("takes-part", ()):
        if encounter.anchor.start < hit.start <= encounter.anchor.end + 30:
            taking.extend(
                m
                for m in near
                if hit.end <= m.start <= hit.end + 14
                and m.kind in ("country", "group", "organization")
                and not m.adjectival
            )
    return _take(encounter, taking, "participants")


def _with(article: Article, near: list[Mention], encounter: Encounter) -> None:
    """The parties on either side of *with*."""
    anchor = encounter.anchor
    together = next(iter(article.hits_within("together", anchor.start - 1, anchor.end + 15)), None)
    if together is not None:
        others = [m for m in near if together.end <= m.start <= together.end + 4 and party_of(m)]
        subjects = [m for m in near if m.end <= together.start and not m.governed and m.kind != "place" and party_of(m)]
        if others and subjects:
            _take(encounter, [subjects[0], *others], "with")


def _alone(near: list[Mention], encounter: Encounter) -> None:
    """Somebody held talks, with whom is not said here: the person heads that side."""
    anchor = encounter.anchor
    people = [
        m for m in near if m.kind == "person" and m.actor and not m.governed and abs(m.start - anchor.start) <= 10
    ]
    party = party_of(people[0]) if people else None
    if party is not None and people[0].actor:
        encounter.heads = {party: people[0].actor}


def _take(encounter: Encounter, group: Iterable[Mention], rule: str) -> bool:
    parties, heads = party_list(group)
    if len(parties) < 2:
        return False
    encounter.parties, encounter.heads, encounter.rule = parties, heads, f"round.{rule}"
    return True


def _date(times: Sequence[FoundTime], encounter: Encounter, low: int, high: int, taken: set[int]) -> FoundTime | None:
    anchor = encounter.anchor
    dated = [
        time
        for time in times
        if time.type in ("DATE", "TIME")
        and len(time.value) > 4
        and "X" not in time.value
        and not time.value.startswith("P")
    ]
    inside = [
        time
        for time in dated
        if low <= time.start < high
        and time.start not in taken
        and -DATE_BEFORE <= time.start - anchor.start <= DATE_AFTER
    ]
    if not inside:
        return None
    best = min(inside, key=lambda time: min(abs(time.start - anchor.end), abs(anchor.start - time.end)))
    taken.add(best.start)
    return best


def _duration(article: Article, times: Sequence[FoundTime], low: int, high: int) -> FoundTime | None:
    for time in times:
        if time.type != "DURATION" or not low <= time.start < high:
            continue
        for hit in article.by_kind.get("lasts", ()):
            if (
                low <= hit.start <= time.start
                and time.start - hit.end <= 4
                and ("T" in time.value or time.value.endswith(("D", "W")))
            ):
                return time
    return None


def _place(article: Article, near: list[Mention], encounter: Encounter) -> Mention | None:
    anchor = encounter.anchor
    best: tuple[int, Mention] | None = None
    for mention in near:
        after = mention.start - anchor.end
        distance = after if after >= 0 else anchor.start - mention.end
        city = mention.kind == "place"
        if city and not _is_site(mention):
            continue
        if city and after == 0 and not mention.prefix:
            return mention
        if mention.adjectival or not _stands_in(article, mention):
            continue
        country = mention.kind == "country" and 0 <= after <= FURTHEST_COUNTRY
        if not (city and distance <= FURTHEST_CITY) and not country:
            continue
        rank = distance + (0 if city else 100)
        if best is None or rank < best[0]:
            best = (rank, mention)
    if best is None:
        hosted = [
            m
            for m in near
            if m.kind == "place" and any(hit.end <= m.start <= hit.end + 4 for hit in article.by_kind.get("hosts", ()))
        ]
        return hosted[0] if hosted else None
    return best[1]


def _is_site(mention: Mention) -> bool:
    """True for towns and venues; a region or a sea is no place of talks."""
    place = load_registry().place_index.get(mention.name)
    return place is None or place.kind != "region"


def _stands_in(article: Article, mention: Mention) -> bool:
    """True where a preposition that says in or at stands before the place, perhaps with *the city of* between."""
    if mention.prefix.endswith("ب"):
        return True
    rules = article.pack.rules["rounds"]
    for token in range(mention.start - 1, max(-1, mention.start - 6), -1):
        word = article.words[token]
        if (
            word.folded in rules["in"]
            or word.folded[:1] in rules["in_prefixes"]
            and word.folded[1:] in rules["site_nouns"]
        ):
            return True
        between = (
            word.kind == MARK
            and word.surface not in ".؛:()"
            or word.folded in rules["site_nouns"]
            or word.folded.startswith("ال")
            and mention.start - token <= 2
        )
        if not between:
            return False
    return False


def _mediators(article: Article, near: list[Mention], low: int, high: int) -> list[str]:
    found = []
    for hit in article.by_kind.get("sponsor", ()):
        if low <= hit.start < high:
            for mention in near:
                if hit.end <= mention.start <= hit.end + 3 and mention.actor and not mention.adjectival:
                    found.append(
                        mention.actor.removeprefix("country/")
                        if mention.actor.startswith("country/")
                        else mention.actor
                    )
                    break
    return found


def _status(article: Article, encounter: Encounter, low: int, high: int) -> str:
    """held, planned, under-way or cancelled, by the words around and by the date."""
    published = article.published.isoformat() if article.published else None
    value = encounter.date.value[:10] if encounter.date else None
    for hit in article.by_kind.get("called-off", ()):
        if low <= hit.start < high and abs(hit.start - encounter.anchor.start) <= 8:
            return "cancelled"
    if published and value and len(value) == 10 and value[4] == "-" and "W" not in value:
        if value > published:
            return "planned"
        if value < published:
            return "held"
    ahead = any(
        low <= hit.start < high and abs(hit.start - encounter.anchor.start) <= 12
        for hit in article.by_kind.get("ahead", ())
    )
    starts = tuple(article.pack.rules["rounds"].get("future_starts", ()))
    future = bool(starts) and any(
        article.words[token].folded.lstrip("وف").startswith(starts) and article.words[token].active
        for token in range(low, high)
    )
    if ahead or future:
        return "planned"
    if any(
        low <= hit.start < high and _goes_on(article, hit, encounter.anchor)
        for hit in article.by_kind.get("begins", ())
    ):
        return "under-way"
    return "held"


def _goes_on(article: Article, hit: Hit, anchor: Hit) -> bool:
    """True for a verb of beginning that tells of the present; without letters that show the present, one near the meeting."""
    letters = article.pack.rules["rounds"].get("present_letters")
    if letters:
        return hit.prefix in ("", "و") and article.words[hit.start].folded.lstrip("و")[:1] in letters
    return abs(hit.start - anchor.end) <= _GOES_ON
