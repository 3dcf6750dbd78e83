"""Words that announce a report of speech: verbs and participles of saying, `according to`, `his words`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import MARK, Hit
from dragoman.reading.layout.article import Article, Quotation, Range

VERB, PARTICIPLE, ACCORDING, SAYS = "verb", "participle", "according", "says"
# a noun for a report with what it says: reports that …
REPORT = "source"
# Acts by which the speaker moves somebody: the one addressed belongs to the content.
DEMANDING = frozenset(("demand", "accuse", "threaten"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """One announcing expression: its tokens, its kind, the act, and the frames in which its content may stand."""

    start: int
    end: int
    kind: str
    act: str
    frames: frozenset[str]
    prefix: str = ""
    lemma: str = ""
    tense: str = ""
    suffix: str = ""
    features: frozenset[str] = frozenset()


def find_cues(
    article: Article, sentence: Range, quoted: bytearray, hits: Sequence[Hit], named: frozenset[int] = frozenset()
) -> list[Cue]:
    """The cues of one sentence in order; those inside quotations are part of what is quoted and are left out."""
    found: dict[int, Cue] = {}
    for hit in hits:
        if quoted[hit.start] or hit.start in named or not _may_be_cue(article, sentence, hit):
            continue
        cue = _make(hit)
        known = found.get(hit.start)
        if known is None or cue.end > known.end:
            found[hit.start] = cue
        elif cue.end == known.end and cue.kind == known.kind:
            found[hit.start] = _merge(known, cue)
        elif cue.end == known.end and known.kind == PARTICIPLE:
            found[hit.start] = cue
    ordered = [found[start] for start in sorted(found)]
    return [cue for index, cue in enumerate(ordered) if index == 0 or cue.start >= ordered[index - 1].end]


def _make(hit: Hit) -> Cue:
    features = hit.entry.features
    kind = hit.entry.kind
    flags = set(features) | {hit.entry.value} if kind == ACCORDING else set(features)
    return Cue(
        start=hit.start,
        end=hit.end,
        kind=kind,
        act=features.get("act", "say"),
        frames=frozenset(features.get("frames", "that,quote").split(",")),
        prefix=hit.prefix,
        lemma=hit.entry.value,
        tense=features.get("tense", ""),
        suffix=hit.suffix,
        features=frozenset(flags),
    )


def _merge(first: Cue, second: Cue) -> Cue:
    """One cue for a spelling that two verbs share, the first giving the act."""
    return Cue(
        start=first.start,
        end=first.end,
        kind=first.kind,
        act=first.act,
        frames=first.frames | second.frames,
        prefix=first.prefix,
        lemma=first.lemma,
        tense=first.tense,
        suffix=first.suffix,
        features=first.features,
    )


def _may_be_cue(article: Article, sentence: Range, hit: Hit) -> bool:
    """False where the words around show that the spelling is another word here, or that nothing was said."""
    if hit.entry.kind == REPORT:
        return _is_report(article, sentence, hit)
    if hit.entry.kind != VERB and hit.entry.kind != PARTICIPLE:
        return True
    before = hit.start - 1
    if hit.suffix and any("paper" in paper.entry.features for paper in article.at("source", before)):
        # a statement that it published
        return False
    if article.at("impersonal", hit.start) or article.at("adverbial", hit.start):
        return False
    if article.at("preposition", hit.start) and not announces(article, hit.end):
        # بين is "between" unless a clause follows
        return False
    if hit.entry.kind == PARTICIPLE:
        return "ال" not in hit.prefix and not (before >= sentence.start and article.at("preposition", before))
    if before < sentence.start:
        return True
    if "س" in hit.prefix:
        # what will be said has not been said
        return False
    word = article.words[before]
    if article.at("preposition", before) and not article.at("break", before):
        return False
    if any(negation.entry.value != "weak" for negation in article.at("negation", before)):
        return hit.entry.features["act"] in ("doubt", "judge", "expect") and article.at("complementizer", hit.end) != []
    # a subjunctive: that he announce, before announcing
    subjunctive = (
        article.at("complementizer", before)
        and hit.entry.features.get("tense") == "present"
        and not word.surface.startswith("إ")
    )
    return not subjunctive


def _is_report(article: Article, sentence: Range, hit: Hit) -> bool:
    """True for *reports that*, *it says in a statement of X that*; not where the noun is the subject or place of a saying."""
    before = hit.start - 1
    words, rules = article.words, article.pack.rules["statements"]
    if before >= sentence.start and article.at("verb", before):
        return False
    if hit.entry.value == "report":
        inside = before >= 0 and words[before].folded in article.pack.rules["rounds"]["in"] or "ب" in hit.prefix
        return not inside and _says_that(article, hit.end)
    if hit.entry.value == "document":
        told = (
            before > sentence.start
            and words[before].folded in article.pack.rules["rounds"]["in"]
            and words[before - 1].folded.lstrip("و") in rules["stands_in"]
        )
        return told and any(announces(article, token) for token in range(hit.end, min(hit.end + 9, sentence.end)))
    return False


def announces(article: Article, token: int) -> bool:
    """True at a conjunction that brings in a reported clause: *that*, and not *after that*, *without that*."""
    if not article.at("complementizer", token):
        return False
    return token == 0 or article.words[token - 1].folded not in article.pack.rules["statements"]["not_before_that"]


def _says_that(article: Article, position: int) -> bool:
    """True where a conjunction follows, at once or after a preposition that reports take."""
    if announces(article, position):
        return True
    return (
        position + 1 < len(article.words)
        and article.words[position].folded in article.pack.rules["statements"]["report_links"]
        and announces(article, position + 1)
    )


def mark_quoted(article: Article, shortest: int = 4) -> bytearray:
    """For each token 1 where it stands inside a closed quotation of at least `shortest` tokens."""
    inside = bytearray(len(article.words) + 1)
    for quotation in article.quotations:
        if quotation.end - quotation.start >= shortest:
            inside[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    return inside


def quotation_at(article: Article, token: int, quotations: Sequence[Quotation]) -> Quotation | None:
    """The outermost quotation whose opening mark stands at `token`."""
    for quotation in quotations:
        if quotation.start == token + 1:
            return quotation
    return None


def is_mark(article: Article, token: int, marks: str) -> bool:
    """True where one of the marks stands at the token."""
    return (
        0 <= token < len(article.words) and article.words[token].kind == MARK and article.words[token].surface in marks
    )
