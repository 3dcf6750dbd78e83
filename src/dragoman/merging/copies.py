"""Whether two documents hold the same report: identical, reprinted, cut, embedded, reworded or translated.

Every judgement is a list of named comparisons, kept with the likeness that they show.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dragoman.merging.credits import agency_of
from dragoman.merging.ranges import days_of
from dragoman.merging.shingles import Wording, shared_runs, wording_of, words_in_order
from dragoman.merging.translations import Course, Landmark, course_of, shared_course, weight_of
from dragoman.model.ledger import Comparison, Fingerprints, LedgerDocument, Likeness
from dragoman.model.record import Record

# Half of the shorter text's runs of three words: measured to find all cut, respelt and mixed copies and no other pair.
ENOUGH_RUNS, LEAST_RUNS = 0.5, 8
# A reworded copy keeps most words in their order; independent reports of one event share less than half of them.
ENOUGH_WORDS, LEAST_OF_RUNS = 0.72, 0.25
EXCERPT = 0.62
# A translation tells most of what can be compared, in the same order, in about as many words.
ENOUGH_COURSE, ENOUGH_COURSE_CREDITED, LEAST_WEIGHT = 0.72, 0.68, 10.0
LEAST_LENGTH, MOST_LENGTH = 0.6, 1.7
DAYS_APART = 5
_MONTH, _DAYS_FILED = 31, 4
_ALL_TIME = 0


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a document is compared by: its wording without page furniture, and its course."""

    document: LedgerDocument
    wording: Wording
    course: Course

    @cached_property
    def weight(self) -> float:
        """How much its landmarks tell."""
        return weight_of(self.course)


def profile_of(record: Record, document: LedgerDocument) -> Profile:
    """The profile of a document that was read."""
    return Profile(document=document, wording=report_wording(record), course=course_of(record))


def report_wording(record: Record) -> Wording:
    """The wording of a record's text, without page furniture unless nothing else is there."""
    text = record.document.text
    wording = wording_of(text, [(passage.start, passage.end) for passage in record.boilerplate])
    return wording if len(wording.words) >= LEAST_RUNS else wording_of(text)


def pack_profile(profile: Profile) -> bytes:
    """The profile as bytes that a store can keep."""
    words = profile.wording.words.tobytes()
    landmarks = json.dumps([[mark.key, mark.weight] for mark in profile.course.landmarks], ensure_ascii=False)
    return zlib.compress(len(words).to_bytes(4, "big") + words + landmarks.encode(), 3)


def unpack_profile(data: bytes, document: LedgerDocument) -> Profile:
    """The profile that was packed."""
    plain = zlib.decompress(data)
    end = 4 + int.from_bytes(plain[:4], "big")
    words = array("I")
    words.frombytes(plain[4:end])
    landmarks = tuple(Landmark(key, weight) for key, weight in json.loads(plain[end:]))
    return Profile(document=document, wording=Wording(words), course=Course(landmarks))


def fingerprints_of(profile: Profile, languages: Iterable[str]) -> tuple[Fingerprints, ...]:
    """What the document is filed under and where its copies are sought: reprints, and translations from all languages."""
    own = profile.document.language
    days = days_of(profile.document.published)
    month = days.first.toordinal() // _MONTH if days else _ALL_TIME
    span = days.first.toordinal() // _DAYS_FILED if days else _ALL_TIME
    return (
        Fingerprints(
            kind="words",
            hashes=profile.wording.fingerprints,
            season=month,
            kinds=("words",),
            # A text without a date may be a copy of any; one with a date is copied within weeks.
            seasons=(_ALL_TIME, month - 1, month, month + 1) if days else None,
        ),
        Fingerprints(
            kind=f"course/{own}",
            hashes=profile.course.fingerprints if profile.weight >= LEAST_WEIGHT else (),
            season=span,
            kinds=tuple(f"course/{language}" for language in sorted(languages) if language != own),
            seasons=tuple(range(span - 2, span + 3)) if days else (_ALL_TIME,),
        ),
    )


def compare(one: Profile, other: Profile) -> Likeness | None:
    """The likeness of two documents, None where they are two reports; the order of the two does not matter."""
    first, second = sorted((one, other), key=lambda profile: profile.document.id)
    if first.document.text_hash == second.document.text_hash:
        same = Comparison(
            name="text", first=first.document.text_hash[:12], second=second.document.text_hash[:12], agrees=True
        )
        return _likeness(first, second, "identical", 1.0, (same,))
    if first.document.language != second.document.language:
        return _compare_across(first, second)
    return _compare_words(first, second)


def _likeness(
    first: Profile, second: Profile, relation: str, share: float, comparisons: tuple[Comparison, ...]
) -> Likeness:
    return Likeness(
        first=first.document.id,
        second=second.document.id,
        relation=relation,
        share=round(share, 3),
        comparisons=comparisons,
    )


def _compare_words(first: Profile, second: Profile) -> Likeness | None:
    shorter, longer = sorted((first, second), key=lambda profile: (len(profile.wording.words), profile.document.id))
    runs = len(shorter.wording.runs)
    if runs < LEAST_RUNS:
        return None
    shared = shared_runs(shorter.wording, longer.wording)
    share = shared / min(runs, len(longer.wording.runs))
    ratio = len(shorter.wording.words) / len(longer.wording.words)
    told = [
        _measured(
            "runs of three words shared", share, ENOUGH_RUNS, (f"{shared} of {runs}", f"of {len(longer.wording.runs)}")
        )
    ]
    if share < ENOUGH_RUNS:
        if share < LEAST_OF_RUNS:
            return None
        in_order = words_in_order(shorter.wording.words, longer.wording.words)
        kept = in_order / len(shorter.wording.words)
        sizes = (f"{in_order} of {len(shorter.wording.words)}", f"of {len(longer.wording.words)}")
        told.append(_measured("words in the same order", kept, ENOUGH_WORDS, sizes))
        if kept < ENOUGH_WORDS or ratio < EXCERPT:
            return None
        share = kept
    told.append(
        _measured(
            "length of the shorter", ratio, EXCERPT, (str(len(shorter.wording.words)), str(len(longer.wording.words)))
        )
    )
    return _likeness(first, second, "near-duplicate" if ratio >= EXCERPT else "excerpt", share, tuple(told))


def _measured(name: str, share: float, enough: float, sizes: tuple[str, str]) -> Comparison:
    return Comparison(name=f"{name}: {share:.2f}", first=sizes[0], second=sizes[1], agrees=share >= enough)


def _compare_across(first: Profile, second: Profile) -> Likeness | None:
    """Compare two languages: whether both tell the same things in the same order."""
    days = days_of(first.document.published), days_of(second.document.published)
    if days[0] and days[1] and days[0].gap(days[1]) > DAYS_APART:
        return None
    weights = first.weight, second.weight
    if min(weights) < LEAST_WEIGHT:
        return None
    sizes = len(first.wording.words), len(second.wording.words)
    ratio = sizes[0] / sizes[1]
    share = shared_course(first.course, second.course)
    credited = is_credited(first.document, second.document)
    enough = ENOUGH_COURSE_CREDITED if credited else ENOUGH_COURSE
    if share < enough or not LEAST_LENGTH <= ratio <= MOST_LENGTH:
        return None
    told = (
        _measured(
            "actors, days, numbers and quotations in the same order",
            share,
            enough,
            (f"{weights[0]:.0f}", f"{weights[1]:.0f}"),
        ),
        Comparison(name=f"length: {ratio:.2f}", first=str(sizes[0]), second=str(sizes[1]), agrees=True),
        Comparison(
            name="credit",
            first=first.document.credit or first.document.publisher or "none",
            second=second.document.credit or second.document.publisher or "none",
            agrees=credited,
        ),
    )
    return _likeness(first, second, "translation", share, told)


def is_credited(first: LedgerDocument, second: LedgerDocument) -> bool:
    """True where one says that it is a translation from the other's language, or both rest on one agency or publisher."""
    if first.translated_from == second.language or second.translated_from == first.language:
        return True
    if first.publisher and first.publisher == second.publisher:
        return True
    agencies = [document.credit or agency_of(document) for document in (first, second)]
    return agencies[0] is not None and agencies[0] == agencies[1]
