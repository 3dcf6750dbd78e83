"""A sentence as the claims stage sees it: cues, issues, encounters, turning words and the places where clauses part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from dragoman.languages.lexicon import MARK, WORD, Hit, Word
from dragoman.reading.claims.voices import FINITE, voice_of
from dragoman.reading.layout.article import Article
from dragoman.text.folding import fold

KINDS = ("status", "issue", "talks", "agreement", "proposal", "next", "meeting", "about", "polarity", "boundary")
_MARKS = {**dict.fromkeys(";؛:.!?؟…", "mark"), **dict.fromkeys(",،", "comma")}
_COMMAS = frozenset(",،;؛")
_SUBJECTS = frozenset(("issue", "talks", "agreement", "proposal", "meeting"))
NO_ISSUE = "-"
# words that bind one clause to another as its condition
BINDING = ("if", "unless", "exchange")
HARD = frozenset(("mark", "contrast", "clause"))
# with the article before it, a participle with one of these only describes
ATTRIBUTES = frozenset(("expected", "under-discussion", "signed", "agreed", "in-force", "accepted"))

# a text without full stops is read in pieces of so many words
_LONGEST = 300
# how far from a cue the word may stand that it needs
_NEEDED_BEFORE, _NEEDED_AFTER = 12, 8


class Cut(NamedTuple):
    """A place where a clause may end: the token at which the next one begins and what parts them."""

    token: int
    kind: str


class Cue(NamedTuple):
    """Words that give a status, with their place in the sentence."""

    start: int
    end: int
    status: str
    form: str
    frame: str
    hit: Hit
    subordinate: bool = False

    @property
    def finite(self) -> bool:
        """True for a verb that carries a clause."""
        return self.form in FINITE

    def has(self, feature: str) -> bool:
        """True where the table gives the cue this feature."""
        return feature in self.hit.entry.features


class Issue(NamedTuple):
    """A subject of negotiation named in the sentence; a meeting is an encounter that may be planned or refused; an
    unnamed one is an agreement that may be on anything."""

    start: int
    end: int
    path: str
    strength: str = ""
    meeting: bool = False
    future: bool = False
    prefix: str = ""
    unnamed: bool = False


@dataclass(slots=True)
class Passage:
    """One sentence: its tokens and what was found there."""

    start: int
    end: int
    words: Sequence[Word]
    settings: Mapping[str, Any]
    hits: dict[str, list[Hit]] = field(default_factory=dict)
    cues: list[Cue] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)

    def of(self, kind: str) -> Sequence[Hit]:
        """The hits of a kind, in order of start."""
        return self.hits.get(kind, ())

    def between(self, kind: str, start: int, end: int) -> list[Hit]:
        """The hits of a kind that begin in a range of tokens."""
        return [hit for hit in self.hits.get(kind, ()) if start <= hit.start < end]

    def cut_before(self, token: int, kinds: Iterable[str]) -> int:
        """Where the clause around the token begins, counting only cuts of these kinds."""
        found = self.start
        for cut in self.cuts:
            if cut.token > token:
                break
            if cut.kind in kinds:
                found = cut.token
        return found

    def cut_after(self, token: int, kinds: Iterable[str]) -> int:
        """Where the clause around the token ends, counting only cuts of these kinds."""
        for cut in self.cuts:
            if cut.token > token and cut.kind in kinds:
                return cut.token
        return self.end


def find_passages(article: Article) -> list[Passage]:
    """The sentences of the body that may hold a claim, with what was found in them."""
    settings = article.pack.rules["claims"]
    passages = [
        Passage(start, min(start + _LONGEST, sentence.end), article.words, settings)
        for sentence in article.sentences
        if sentence.start >= article.title_end
        for start in range(sentence.start, sentence.end, _LONGEST)
    ]
    for kind in KINDS:
        _hand_out(article.by_kind.get(kind, ()), kind, passages)
    kept = [passage for passage in passages if _may_claim(passage)]
    marks = {**_MARKS, **dict.fromkeys(settings["reporting"], "report")}
    for passage in kept:
        passage.issues = _issues(article, passage)
        passage.cues = _cues(article, passage)
        passage.cuts = _cuts(passage, marks)
    return kept


def _hand_out(hits: Iterable[Hit], kind: str, passages: Sequence[Passage]) -> None:
    """Give each sentence its hits of one kind."""
    rest = iter(passages)
    passage = next(rest, None)
    for hit in hits:
        start = hit.start
        while passage is not None and passage.end <= start:
            passage = next(rest, None)
        if passage is None:
            return
        if passage.start <= start:
            passage.hits.setdefault(kind, []).append(hit)


def _may_claim(passage: Passage) -> bool:
    """True where the sentence holds a status or an encounter, or an issue that talks or a condition may bear on."""
    hits = passage.hits
    if "status" in hits or "meeting" in hits:
        return bool(hits.keys() & _SUBJECTS) or any("implies" in hit.entry.features for hit in hits.get("status", ()))
    return "issue" in hits and ("talks" in hits or "polarity" in hits)


def _issues(article: Article, passage: Passage) -> list[Issue]:
    """The issues named, the longer of two that overlap."""
    found: list[Issue] = []
    for hit in passage.of("issue"):
        features = hit.entry.features
        strength = "topic" if "topic" in features else "weak" if "weak" in features else ""
        if "meeting" in features and is_locative(article, hit.start):
            continue
        issue = Issue(
            hit.start,
            hit.end,
            hit.entry.value,
            strength,
            "meeting" in features,
            prefix=hit.prefix,
            unnamed="unnamed" in features,
        )
        if found and found[-1].end > issue.start:
            if (issue.strength == "", issue.end - issue.start) <= (
                found[-1].strength == "",
                found[-1].end - found[-1].start,
            ):
                continue
            found.pop()
        found.append(issue)
    return [issue for issue in found if issue.path != NO_ISSUE]


def is_locative(article: Article, token: int) -> bool:
    """True where the word before makes of an encounter a mere place or time."""
    locative = article.pack.rules["claims"]["locative"]
    return any(token >= back and article.words[token - back].folded in locative for back in (1, 2))


def _cues(article: Article, passage: Passage) -> list[Cue]:
    """The cues, one for each place: of two that overlap the first, of two with one start the longer or likelier."""
    found: list[Cue] = []
    for hit in passage.of("status"):
        voice = voice_of(article, hit)
        if voice is None or not _stands(article, passage, hit, voice.form):
            continue
        cue = Cue(hit.start, hit.end, hit.entry.value, voice.form, voice.frame, hit, voice.subordinate)
        if not found or found[-1].end <= cue.start:
            found.append(cue)
        elif found[-1].start == cue.start and (
            cue.end > found[-1].end or (cue.end == found[-1].end and _better(article, passage, cue, found[-1]))
        ):
            found[-1] = cue
    return [cue for cue in found if cue.status != NO_ISSUE]


def _stands(article: Article, passage: Passage, hit: Hit, form: str) -> bool:
    """True where the hit is a cue: with its partner, not inside other words, not a mere attribute."""
    features = hit.entry.features
    if "initial" in features and not _is_initial(article, hit):
        return False
    if "adjacent" in features and not _is_adjacent(passage, hit):
        return False
    if form == "participle" and hit.entry.value in ATTRIBUTES and passage.settings["prefixes"]["article"] in hit.prefix:
        return False
    if form == "participle" and "verb" in features and _describes(passage, hit):
        return False
    if not (_has_partner(article, hit) and _has_needed(passage, hit)):
        return False
    if any(longer.start < hit.start < longer.end for longer in passage.of("polarity")):
        return False
    return "implies" in features or not any(
        issue.start <= hit.start < issue.end and (hit.end <= issue.end or issue.start < hit.start)
        for issue in passage.issues
    )


def _describes(passage: Passage, hit: Hit) -> bool:
    """True for a participle that tells nothing: a negotiated agreement, the agreed date, the deal negotiated by …"""
    if hit.entry.value in ("under-discussion", "expected"):
        return True
    determiners = passage.settings["voices"]["determiners"]
    return hit.entry.value in ATTRIBUTES and hit.start > 0 and passage.words[hit.start - 1].folded in determiners


def _is_initial(article: Article, hit: Hit) -> bool:
    """True where a verb may stand: at the head of a clause."""
    settings = article.pack.rules["claims"]
    if hit.prefix:
        return hit.prefix in settings["prefixes"]["before_verb"]
    if hit.start == 0:
        return True
    before = article.words[hit.start - 1]
    if before.kind != WORD:
        return before.surface not in settings.get("quotation_ends", ())
    return before.folded in settings["verb_openers"]


def _is_adjacent(passage: Passage, hit: Hit) -> bool:
    """True where what is done follows at once: was done the exchange of prisoners."""
    article = passage.settings["prefixes"]["article"]
    return any(
        issue.start == hit.end
        and issue.prefix in ("", article)
        and not (issue.meeting or issue.strength or issue.unnamed)
        for issue in passage.issues
    )


def _better(article: Article, passage: Passage, cue: Cue, other: Cue) -> bool:
    """True where a word that may be verb or noun is likelier the first: a verb at the head of a clause, else a noun."""
    if cue.status == NO_ISSUE or (cue.has("next") and not other.has("next")):
        return True
    verb_expected = cue.hit.prefix in passage.settings["prefixes"]["before_verb"] or (
        not cue.hit.prefix and cue.start > passage.start and article.words[cue.start - 1].surface in _COMMAS
    )
    return cue.finite == verb_expected and other.finite != verb_expected


@cache
def _partners(required: str) -> frozenset[str]:
    """The words, folded, any of which a cue requires."""
    return frozenset(map(fold, required.split(",")))


def _has_partner(article: Article, hit: Hit) -> bool:
    """True where the words that the cue requires stand nearby (features `next`, `within`)."""
    features = hit.entry.features
    required, reach = features.get("next") or features.get("within"), 8
    if required is None:
        return True
    limit = min(hit.end + reach, len(article.words))
    if len(required) > 1:
        wanted = _partners(required)
        return any(
            word.folded in wanted or not wanted.isdisjoint(word.tails) for word in article.words[hit.end : limit]
        )
    following = [word.folded for word in article.words[hit.end : limit] if word.kind != MARK]
    return any(word.startswith(required) for word in following[: 3 if features.get("form") in FINITE else 1])


def _has_needed(passage: Passage, hit: Hit) -> bool:
    """True where a word of the kind that the cue needs (feature `needs`) stands in its clause."""
    kind = hit.entry.features.get("needs")
    if kind is None:
        return True
    return any(
        other.end <= hit.start or other.start >= hit.end
        for other in passage.between(kind, hit.start - _NEEDED_BEFORE, hit.end + _NEEDED_AFTER)
    )


def is_definite(passage: Passage, hit: Hit) -> bool:
    """True for a noun with an article or a demonstrative: it takes up something named before."""
    if passage.settings["prefixes"]["article"] in hit.prefix:
        return True
    return hit.start > passage.start and passage.words[hit.start - 1].folded in passage.settings.get("articles", ())


def _cuts(passage: Passage, marks: Mapping[str, str]) -> list[Cut]:
    """Where clauses part, in order."""
    # what is reported begins with its conjunction, other clauses after their mark
    found = [
        Cut(index, "clause") if marks[word.surface] == "report" else Cut(index + 1, marks[word.surface])
        for index, word in enumerate(passage.words[passage.start : passage.end], passage.start)
        if word.surface in marks
    ]
    boundaries = passage.hits.get("boundary")
    if boundaries:
        found.extend(Cut(hit.start, hit.entry.value) for hit in boundaries)
        found.sort(key=lambda cut: cut.token)
    return found
