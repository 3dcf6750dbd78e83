"""Each place where the text speaks of a meeting, with what stands near it: parties, date, place, length, heads.

The clause is searched from the meeting word outwards. What is not there is left open; `rounds` joins what belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.languages.lexicon import Hit
from dragoman.reading.found import FoundTime, Mention
from dragoman.reading.layout.article import Article, Range, within
from dragoman.reading.meetings.attendance import find_attendance
from dragoman.reading.meetings.journeys import Journey, find_journeys
from dragoman.reading.meetings.moments import find_date, find_duration, find_status
from dragoman.reading.meetings.pairs import Company
from dragoman.reading.meetings.parties import party_of
from dragoman.reading.meetings.places import find_place
from dragoman.reading.meetings.scenes import Borders, Scene
from dragoman.reading.speech.cues import is_mark
from dragoman.reading.speech.speakers import Mentions

# values of words that tell of a meeting only beside other words: a telephone call, a visit
_ASIDE = frozenset(("call", "visit"))
# so many words at most part a verb of meeting from the noun that goes with it
_FURTHEST = 18
_TITLE, _NEAR = 8, 6
_PAUSES = frozenset("،,.؛;")
# value of phrases that look like a meeting and are none: a press meeting
_NONE = "none"


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
    status: str = ""
    again: bool = False
    series: bool = False
    aside: bool = False
    others: set[str] = field(default_factory=set)
    rule: str = ""

    @property
    def weight(self) -> int:
        """How much is known: the number of slots filled."""
        slots = (self.date, self.place, self.duration)
        return len(self.parties) + len(self.heads) + sum(slot is not None for slot in slots)


def find_encounters(
    article: Article, mentions: Mentions, times: Sequence[FoundTime], skipped: bytearray
) -> list[Encounter]:
    """The encounters of the body, in order."""
    found: list[Encounter] = []
    anchors = _anchors(article, mentions)
    if not anchors:
        return found
    company = Company(article, mentions.all)
    journeys: list[Journey] = []
    borders = Borders(article)
    position = 0
    for number, sentence in enumerate(article.sentences):
        first = position
        while position < len(anchors) and anchors[position].start < sentence.end:
            position += 1
        if sentence.end <= article.title_end or skipped[sentence.start]:
            continue
        inside = _one_each(article, borders, [hit for hit in anchors[first:position] if hit.start >= sentence.start])
        travels = borders.hits("travels", sentence.start, sentence.end)
        if not inside and not travels:
            continue
        here = within(times, sentence.start, sentence.end)
        if travels:
            journeys.extend(find_journeys(article, borders, mentions, here, sentence, number))
        if inside:
            before = article.sentences[number - 1] if number else None
            found.extend(_told(_Telling(article, borders, mentions, here, sentence, before, number), inside, company))
    for encounter in found:
        _add_journey(encounter, journeys)
    return found


def _add_journey(encounter: Encounter, journeys: list[Journey]) -> None:
    """Give a meeting without day or place those of a journey that one of its sides makes for it, told just before or after."""
    if encounter.aside or encounter.date is not None and encounter.place is not None:
        return
    sides = {*encounter.parties, *encounter.mediators}
    for journey in journeys:
        if not -1 <= encounter.number - journey.number <= 1 or journey.traveller not in sides:
            continue
        if len(sides) < 2 or _is_elsewhere(encounter, journey):
            continue
        encounter.place = encounter.place or journey.place
        if encounter.date is None:
            encounter.date = journey.date
        return


def _is_elsewhere(encounter: Encounter, journey: Journey) -> bool:
    """True where the meeting is on another day or in another place than the journey."""
    if encounter.place is not None and encounter.place.name != journey.place.name:
        return True
    return encounter.date is not None and journey.date is not None and encounter.date.value != journey.date.value


def _anchors(article: Article, mentions: Mentions) -> list[Hit]:
    """The words of meeting, without those that belong to a phrase that means something else."""
    kept: list[Hit] = []
    closed = 0
    for hit in sorted(article.hits_of("encounter", "meets"), key=lambda hit: (hit.start, -hit.end)):
        if hit.entry.value == _NONE:
            closed = max(closed, hit.end)
        elif hit.start >= closed and not _is_in_title(mentions, hit):
            kept.append(hit)
    return kept


def _is_in_title(mentions: Mentions, hit: Hit) -> bool:
    """True for a word inside a title: the envoy for the negotiations."""
    around = mentions.between(hit.start - _TITLE, hit.start)
    return any(mention.kind == "person" and hit.end <= mention.head for mention in around)


@dataclass(frozen=True)
class _Telling:
    """A sentence that tells of meetings."""

    article: Article
    borders: Borders
    mentions: Mentions
    times: Sequence[FoundTime]
    sentence: Range
    before: Range | None
    number: int


def _told(telling: _Telling, anchors: list[Hit], company: Company) -> list[Encounter]:
    """The encounters of one sentence."""
    article, found = telling.article, []
    taken: set[int] = set()
    for index, anchor in enumerate(anchors):
        low, high = _territory(article, telling.sentence, anchors, index)
        floor, ceiling = telling.borders.clause_around(article, telling.sentence, anchor)
        scene = Scene(
            article=article,
            mentions=telling.mentions,
            times=telling.times,
            anchor=anchor,
            sentence=telling.sentence,
            before=telling.before,
            low=low,
            high=high,
            floor=floor,
            ceiling=ceiling,
            borders=telling.borders,
        )
        encounter = _encounter(scene, company, taken, telling.number)
        if encounter.date is None and _is_unreal(scene):
            continue
        if encounter.rule != "round.paired":
            company.note(anchor.start, encounter.parties)
        listed = _listed(scene, encounter, taken) if index + 1 == len(anchors) else []
        found.extend(listed or [encounter, *_further_dates(scene, encounter, taken)])
    return found


def _one_each(article: Article, borders: Borders, hits: list[Hit]) -> list[Hit]:
    """The meeting words of a sentence, one for each clause: a verb and its noun are one meeting."""
    kept: list[Hit] = []
    for hit in hits:
        if kept and (
            _is_same(article, hit)
            or not _is_other(article, kept[-1], hit)
            and not _apart(article, borders, kept[-1].end, hit.start)
        ):
            continue
        kept.append(hit)
    return kept


def _is_other(article: Article, first: Hit, second: Hit) -> bool:
    """True for two nouns of which one alone is a summit, where they do not make one name."""
    if article.pack.rules["rounds"].get("subject_first"):
        # a meeting at a summit is told as one
        return False
    nouns = first.entry.kind == second.entry.kind == "encounter"
    return nouns and (first.entry.value == "summit") != (second.entry.value == "summit") and second.start > first.end


def _is_same(article: Article, hit: Hit) -> bool:
    """True for a word that only says what the meeting just told of was: these are the talks that; in a first summit."""
    rules = article.pack.rules["rounds"]
    if article.words[hit.start - 1].folded in rules.get("same", ()):
        return True
    start = hit.start - 1
    while start > 0 and article.at("ordinal", start):
        start -= 1
    return start < hit.start - 1 and article.words[start].folded in rules["in"] and is_mark(article, start - 1, "،,")


def _apart(article: Article, borders: Borders, start: int, end: int) -> bool:
    """True where a turn of the sentence or many words separate two meeting words."""
    if end - start > _FURTHEST or article.words[end - 1].folded in article.pack.rules["rounds"].get("apart", ()):
        return True
    if borders.turns(start, end) or borders.opens_clause(start, end):
        return True
    return end - start > _NEAR and any(word.surface in _PAUSES for word in article.words[start:end])


def _territory(article: Article, sentence: Range, anchors: list[Hit], index: int) -> tuple[int, int]:
    """The tokens that belong to this meeting, up to the next one on either side."""
    anchor = anchors[index]
    low = sentence.start if index == 0 else _border(article, anchors[index - 1].end, anchor.start)
    high = sentence.end if index + 1 == len(anchors) else _border(article, anchor.end, anchors[index + 1].start)
    return low, high


def _border(article: Article, start: int, end: int) -> int:
    """Where what belongs to one meeting ends and what belongs to the next begins: at the last comma, or halfway."""
    for token in range(end - 1, start, -1):
        if article.words[token].surface in _PAUSES:
            return token
    return (start + end) // 2


def _encounter(scene: Scene, company: Company, taken: set[int], number: int) -> Encounter:
    """What one word of meeting tells."""
    article, anchor = scene.article, scene.anchor
    told = find_attendance(scene, company)
    mediators = [*told.mediators, *_sponsors(scene)]
    date, place = find_date(scene, taken), find_place(scene)
    encounter = Encounter(
        anchor,
        scene.sentence,
        number,
        parties=[party for party in told.parties if party not in mediators],
        heads=told.heads,
        mediators=list(dict.fromkeys(mediators)),
        date=date,
        place=place,
        duration=find_duration(scene),
        status=find_status(scene, date),
        again=_is_again(scene),
        series=_is_series(scene, place),
        aside=anchor.entry.value in _ASIDE,
        others=_others(scene),
        rule=told.rule if told.is_known else "",
    )
    published = article.published.isoformat() if article.published else ""
    if encounter.again and date is not None and date.value[:10] < published[: len(date.value)] and not _is_past(scene):
        # a further meeting lies ahead: the date is that of the invitation
        encounter.date, encounter.status = None, "planned"
    return encounter


def _is_unreal(scene: Scene) -> bool:
    """True for a meeting that is only asked for, or of which it is said that there is none."""
    start = scene.anchor.start
    holding = [hit for hit in scene.hits("holding", start - 2, start) if hit.end == start]
    before = (holding[0].start if holding else start) - 1
    return before >= scene.sentence.start and scene.article.words[before].folded in scene.rule("unreal")


def _is_again(scene: Scene) -> bool:
    """True for a further meeting; where adjectives follow their noun, one before it says something else (the last round)."""
    end = scene.anchor.end
    low = max(scene.low, end - 3) if scene.rule("subject_first") else end
    return bool(scene.hits("again", low, min(scene.high, end + 4)))


def _is_series(scene: Scene, place: Mention | None) -> bool:
    """True for talks called by their town, as those are that go on for years: the Geneva talks."""
    anchor = scene.anchor
    return place is not None and anchor.entry.value == "talks" and place.start == anchor.end and not place.prefix


def _others(scene: Scene) -> set[str]:
    """The groups and countries named in the clause, whether they meet or not."""
    return {
        party
        for m in scene.near
        if m.kind in ("group", "country") and not m.governed and not m.adjectival and (party := party_of(m)) is not None
    }


def _is_past(scene: Scene) -> bool:
    """True where a verb says that the meeting took place."""
    start = scene.anchor.start
    return any(hit.entry.features.get("form") == "past" for hit in scene.hits("status", start - 6, start + 7))


def _sponsors(scene: Scene) -> list[str]:
    """Those under whose care the meeting takes place."""
    found = []
    for hit in scene.hits("sponsor", scene.low, scene.high):
        for mention in scene.mentions.between(hit.end, min(scene.high, hit.end + 4)):
            if mention.actor and not mention.adjectival:
                found.append(mention.actor.removeprefix("country/"))
                break
    return found


def _further_dates(scene: Scene, encounter: Encounter, taken: set[int]) -> list[Encounter]:
    """The same meeting words told of two dates: the talks in January and April are two meetings."""
    first, article = encounter.date, scene.article
    if first is None:
        return []
    found = []
    for time in scene.times:
        gap = time.start - first.end
        if gap not in (0, 1):
            continue
        joint = article.words[time.start - gap].folded
        joined = joint.startswith("و") or joint in scene.rule("joints")
        apart = time.value[:7] != first.value[:7]
        if joined and apart and time.type == "DATE" and len(time.value) == len(first.value):
            taken.add(time.start)
            found.append(_at(encounter, time, encounter.place))
    return found


def _listed(scene: Scene, encounter: Encounter, taken: set[int]) -> list[Encounter]:
    """The meetings told one by one after the word for them: the first in X in March, the second in Y."""
    ranks = [hit for hit in scene.hits("ordinal", scene.anchor.end, scene.ceiling) if hit.entry.value.isdigit()]
    if not ranks or ranks[0].entry.value != "1" or len(ranks) < 2:
        return []
    found = []
    for index, rank in enumerate(ranks):
        high = ranks[index + 1].start if index + 1 < len(ranks) else scene.ceiling
        part = replace(scene, anchor=rank, low=rank.start, high=high)
        date, place = find_date(part, taken - ({encounter.date.start} if encounter.date else set())), find_place(part)
        if date is not None or place is not None:
            found.append(replace(_at(encounter, date, place), status=find_status(part, date)))
    return found if len(found) >= 2 else []


def _at(encounter: Encounter, date: FoundTime | None, place: Mention | None) -> Encounter:
    """Another meeting of the same parties, at its own date and place."""
    return replace(
        encounter,
        date=date,
        place=place,
        parties=list(encounter.parties),
        heads=dict(encounter.heads),
        mediators=list(encounter.mediators),
    )
