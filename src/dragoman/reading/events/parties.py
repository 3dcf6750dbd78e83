"""Who does something to whom in a clause: subject, object, the agent of a passive.

The verb may stand before its subject. A mention is a subject if nothing governs it, an object if it comes next or stands
after a preposition of the verb's frame; a place named after a preposition of place is neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import MARK, NUMBER, WORD, Hit
from dragoman.reading.events.clauses import Clause, Cut, Telling, place_country
from dragoman.reading.found import Mention
from dragoman.text.folding import fold

_VERBAL = ("event-verb", "event-light", "meets")
_NEAR, _FAR = 4, 10
# Words with which a clause may open that are no noun.
_NO_SUBJECT = (
    "preposition",
    "adverbial",
    "polarity",
    "boundary",
    "break",
    "event-light",
    "event-verb",
    "verb",
    "negation",
    "according",
    "outlook",
)


@dataclass(frozen=True, slots=True)
class Named:
    """Those who take one part in an event: their parties, their mentions and the token after the last of them."""

    parties: tuple[str, ...]
    mentions: tuple[Mention, ...]
    end: int


NOBODY = Named((), (), 0)


def doer(telling: Telling, clause: Clause, hit: Hit, thing: Hit | None) -> Named:
    """The subject of an active verb that acts upon a thing."""
    relative = clause.opening is not None and clause.opening.kind == "relative"
    # a pronoun after the verb takes up what stands before the relative: that is the object
    resumed = relative and (bool(hit.suffix) or thing is not None and thing.start < clause.start)
    before = NOBODY if is_joined(telling, hit) or resumed else doer_before(telling, clause, hit)
    if before.mentions and clause.start - before.end <= 1:
        return before
    if telling.settings.get("verb_first") and not _takes_up_speaker(telling, clause):
        transitive = "np" in frames_of(hit.entry.features.get("frame", "")) and not hit.suffix
        if (
            transitive
            and not before.mentions
            and not is_joined(telling, hit)
            and _has_unknown_subject(telling, clause, hit)
        ):
            return NOBODY
        after = doer_after(telling, clause, transitive)
        if after.mentions:
            return after
    return before


def _has_unknown_subject(telling: Telling, clause: Clause, hit: Hit) -> bool:
    """True where a noun that names nobody known is the subject: *a wave of anger sweeps the country*."""
    opening = clause.opening
    if clause.near >= clause.start:
        return opening is not None and opening.kind == "relative"
    if _is_noun(telling, clause.near):
        return True
    # a verb of the present after a noun describes it
    return hit.entry.features.get("form") == "present" and not hit.prefix and _is_noun(telling, clause.start - 1)


def _is_noun(telling: Telling, token: int) -> bool:
    """True for a word that the tables do not know as anything but a noun."""
    article = telling.article
    word = article.words[token]
    if word.kind != WORD or word.folded in telling.settings["particles"] or token in telling.time_tokens:
        return False
    return not any(article.at(kind, token) for kind in _NO_SUBJECT)


def is_joined(telling: Telling, hit: Hit) -> bool:
    """True where a conjunction ties the verb to one before it."""
    return hit.prefix.startswith(tuple(telling.settings["joining_prefixes"]))


def doer_after(telling: Telling, clause: Clause, transitive: bool) -> Named:
    """The subject that follows the verb; after a verb with a direct object a noun that acts must stand before an adjective."""
    for mention in telling.mentions.between(clause.end, min(clause.comma, clause.end + 7)):
        if mention.kind == "source" or _has_preposition(telling, clause.end, mention.start):
            return NOBODY
        gap = mention.start - clause.end
        if mention.adjectival:
            if not 1 <= gap <= 2 or not _agrees(telling, clause.end, mention):
                return NOBODY
            if transitive and not _acts(telling, clause.end):
                return NOBODY
        elif mention.governed or not _is_apposed(telling, clause.end, mention.start):
            return NOBODY
        party = telling.party(mention)
        if party is None:
            return NOBODY
        return _joined(telling, clause, mention, party)
    return NOBODY


def doer_before(telling: Telling, clause: Clause, hit: Hit) -> Named:
    """The subject that stands before the verb: at the beginning of its clause, or before a relative."""
    opening = clause.opening
    if opening is not None and opening.kind == "relative" and clause.start - opening.end <= 1:
        if not _relates(telling, opening, hit):
            return NOBODY
        for mention in reversed(telling.mentions.between(max(clause.sentence.start, opening.start - 8), opening.start)):
            party = telling.party(mention)
            if party and opening.start - mention.end <= 1:
                return Named((party,), (mention,), clause.start)
            return NOBODY
    if opening is not None and opening.kind == "that" and clause.start - opening.end <= 1:
        speaker = _speaker(telling, clause)
        if speaker.parties:
            return speaker
    found = telling.mentions.between(clause.near, clause.start)
    for mention in found:
        lead = mention.start - clause.near
        if lead > 3 or mention.governed or mention.kind == "source" or clause.start - mention.end > 6:
            return NOBODY
        if mention.adjectival and not 1 <= lead <= 2:
            return NOBODY
        if any(telling.between(kind, clause.near, clause.start) for kind in _VERBAL) or _has_preposition(
            telling, clause.near, mention.start
        ):
            return NOBODY
        party = telling.party(mention)
        return _joined(telling, clause, mention, party, clause.start) if party else NOBODY
    return NOBODY


def _relates(telling: Telling, opening: Cut, hit: Hit) -> bool:
    """True where the verb agrees in gender with the relative: else another than the antecedent does it."""
    feminine = telling.settings.get("feminine_relatives", ())
    if not feminine:
        return True
    form = fold(hit.entry.form)
    verb_feminine = form.startswith("ت") if hit.entry.features.get("form") == "present" else form.endswith("ت")
    return verb_feminine == (telling.article.words[opening.start].folded in feminine) or form.endswith(
        ("ا", "ون", "ان")
    )


def _takes_up_speaker(telling: Telling, clause: Clause) -> bool:
    opening = clause.opening
    return (
        opening is not None
        and opening.kind == "that"
        and clause.start - opening.end <= 1
        and telling.article.words[opening.start].folded in telling.settings.get("speaker_pronouns", ())
    )


def _speaker(telling: Telling, clause: Clause) -> Named:
    """The speaker whom the pronoun of the conjunction before the verb takes up."""
    opening = clause.opening
    if opening is None or telling.article.words[opening.start].folded not in telling.settings.get(
        "speaker_pronouns", ()
    ):
        return NOBODY
    index = telling.statement_at(clause.start)
    speaker = telling.statements[index].speaker if index is not None else None
    party = telling.parties.get(speaker or "")
    return Named((party,), (), clause.start) if party else NOBODY


def _joined(telling: Telling, clause: Clause, first: Mention, party: str, limit: int | None = None) -> Named:
    """The mention with those that *and* joins to it."""
    parties, group = [party], [first]
    joining = telling.settings.get("joining_prefixes", ())
    for mention in telling.mentions.between(first.end, clause.high if limit is None else limit):
        gap = mention.start - group[-1].end
        starts = (
            mention.prefix.startswith(tuple(joining))
            if mention.prefix
            else _noun_joins(telling, group[-1].end, mention)
        )
        if gap > 3 or not starts or _has_mark(telling, group[-1].end, mention.start):
            break
        other = telling.party(mention)
        if other is None:
            break
        group.append(mention)
        parties.append(other)
    return Named(tuple(dict.fromkeys(parties)), tuple(group), group[-1].end)


def _noun_joins(telling: Telling, start: int, mention: Mention) -> bool:
    """True for *and the forces of …*, where the conjunction stands before a noun and not before the name."""
    words = telling.article.words
    return (
        mention.start > start
        and words[start].folded.startswith("و")
        and mention.start - start <= 2
        and not telling.is_preposition(start)
    )


def _agrees(telling: Telling, start: int, mention: Mention) -> bool:
    """True where the words before an adjective can be the subject that it belongs to, and not an object or victims."""
    words = telling.article.words
    surface = words[mention.start].folded
    definite = surface.startswith("ال")
    if not definite and surface.endswith("ا") and len(surface) > 4 and "inhabitant" not in mention.rule:
        # an indefinite accusative: the object
        return False
    nouns = words[start : mention.start]
    if any(word.kind != WORD for word in nouns):
        return False
    # a noun in the construct state may stand before a definite one
    return nouns[-1].folded.startswith("ال") == definite or not definite and len(nouns) == 1


def _acts(telling: Telling, token: int) -> bool:
    """True for a noun for people or forces."""
    hits = telling.article.at("event-object", token)
    return any(hit.entry.value in ("own-doer", "victims", "crowd") for hit in hits) or bool(
        telling.article.at("source", token) or telling.article.at("title", token)
    )


def _is_apposed(telling: Telling, start: int, end: int) -> bool:
    """True where only times, adverbs or a word for those who act for it stand between a verb and a name: no other subject does."""
    article = telling.article
    return end - start <= 5 and all(
        token in telling.time_tokens
        or article.at("adverbial", token)
        or any(hit.entry.value == "own-doer" and not hit.prefix for hit in article.at("event-object", token))
        for token in range(start, end)
    )


def _has_preposition(telling: Telling, start: int, end: int) -> bool:
    return any(telling.is_preposition(token) for token in range(start, end))


def _has_mark(telling: Telling, start: int, end: int) -> bool:
    return any(telling.article.words[token].kind == MARK for token in range(start, end))


def governor(telling: Telling, mention: Mention, low: int) -> str:
    """The preposition, folded, under which the phrase of a mention stands; empty where there is none."""
    for letter in "بلك":
        if letter in mention.prefix.replace("ال", ""):
            return letter
    words = telling.article.words
    for token in range(mention.start - 1, max(low, mention.start - 5) - 1, -1):
        if words[token].kind == MARK:
            return ""
        if telling.is_preposition(token):
            return words[token].folded
        for hit in telling.article.at("event-object", token):
            if hit.prefix[-1:] in ("ب", "ل") and "ال" not in hit.prefix[-2:]:
                return hit.prefix[-1]
            if hit.prefix.endswith("لل"):
                return "ل"
    return ""


def undergoers(telling: Telling, clause: Clause, hit: Hit, position: int, done: Named) -> Named:
    """Those whom the verb's frame says that it is done to, looked for from `position`."""
    features = hit.entry.features
    frames = frames_of(features.get("frame", ""))
    if not frames:
        return NOBODY
    position, comma = _past_apposition(telling, clause, position, done)
    limit = min(clause.high, position + _FAR)
    met = position
    for mention in telling.mentions.between(position, limit):
        if mention in done.mentions or mention.start >= comma and not features.get("object"):
            continue
        party = telling.party(mention) or (
            place_country(mention) if "territory" in features and mention.kind == "place" else None
        )
        if party is None or mention.start - met > 7:
            continue
        if _is_framed(telling, mention, frames, position, met) and (party not in done.parties):
            if "person" in features and mention.kind not in ("person", "role"):
                continue
            return _joined(telling, clause, mention, party)
        met = mention.end
    return NOBODY


def _past_apposition(telling: Telling, clause: Clause, position: int, done: Named) -> tuple[int, int]:
    """Where to look on, and where to stop: a comma that closes the subject's apposition is no end if a name follows."""
    if clause.comma == position and done.mentions and position + 1 < clause.high:
        following = telling.mentions.between(position + 1, position + 2)
        if following and not following[0].governed and not following[0].prefix:
            return position + 1, clause.high
    return position, clause.comma


def frames_of(text: str) -> frozenset[str]:
    """The frames of a table's entry, prepositions folded."""
    known = _FRAMES.get(text)
    if known is None:
        known = _FRAMES[text] = frozenset(fold(frame) for frame in text.split(",") if frame)
    return known


_FRAMES: dict[str, frozenset[str]] = {}


def _is_framed(telling: Telling, mention: Mention, frames: frozenset[str], position: int, met: int) -> bool:
    preposition = governor(telling, mention, position)
    if preposition:
        owned = "np" in frames and preposition in telling.settings["possessive"] and 1 <= mention.start - position <= 4
        return (
            preposition in frames
            or owned
            and met == position
            and not _has_preposition(telling, position, mention.start - 1)
        )
    if "np" not in frames or met != position:
        return False
    gap = mention.start - position
    return (
        gap <= _NEAR
        and not _has_mark(telling, position, mention.start)
        and not _has_preposition(telling, position, mention.start)
    )


def is_victim_next(telling: Telling, clause: Clause) -> bool:
    """True where a number or a word for people follows the verb directly: they suffered it."""
    words = telling.article.words
    if clause.end >= len(words):
        return False
    token = clause.end
    if words[token].kind == NUMBER or telling.article.at("number", token):
        return True
    return any(
        hit.entry.value == "victims" and "ال" not in hit.prefix for hit in telling.article.at("event-object", token)
    )


def victims(telling: Telling, clause: Clause) -> Named:
    """For whom those stand who are named right after a verb of harm: *two Russian soldiers*, *five members of the group*."""
    for mention in telling.mentions.between(clause.end, min(clause.comma, clause.end + 6)):
        party = telling.party(mention)
        preposition = governor(telling, mention, clause.end)
        if party is None or preposition and preposition not in telling.settings["possessive"]:
            return NOBODY
        return _joined(telling, clause, mention, party)
    return NOBODY


def agent(telling: Telling, clause: Clause, taken: Iterable[Mention]) -> Named:
    """The doer whom a passive names after a phrase such as *at the hands of*."""
    skip: Sequence[Mention] = tuple(taken)
    for hit in telling.between("event-agent", clause.end, clause.high):
        for mention in telling.mentions.between(hit.end, min(clause.high, hit.end + 4)):
            party = telling.party(mention)
            if party and mention not in skip and not _has_preposition(telling, hit.end, mention.start):
                return Named((party,), (mention,), mention.end)
            break
    return NOBODY
