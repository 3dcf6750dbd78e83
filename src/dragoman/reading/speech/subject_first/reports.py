"""The verbs and participles of a sentence that report speech, told apart from the same spellings in other uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.languages.lexicon import MARK, NUMBER, Hit
from dragoman.reading.layout.article import Article, Range
from dragoman.reading.speech.cues import ACCORDING, PARTICIPLE, SAYS, VERB, Cue, is_mark
from dragoman.reading.speech.subject_first.grammar import AUTHOR, BE, DO, HAVE, MODAL, TO, Grammar

FINITE, GERUND, PASSIVE, ACTIVE = "finite", "gerund", "passive", "active"
# a denial of one of these is itself what somebody thinks
_DENIABLE = frozenset(("judge", "expect", "hope", "doubt"))
QUOTES = '"«“”„»'


@dataclass(frozen=True, kw_only=True, slots=True)
class Report(Cue):
    """A verb that reports: its form (finite, gerund, passive or active participle) and whether it is plural."""

    form: str = FINITE
    plural: bool | None = None
    denied: bool = False
    reference: str = ""


def find_reports(
    article: Article, grammar: Grammar, sentence: Range, hits: Sequence[Hit], quoted: bytearray, named: frozenset[int]
) -> list[Report]:
    """The reports of one sentence in order, none inside another; what stands between quotation marks is left out."""
    options: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.start not in named and (not quoted[hit.start] or interrupts(article, grammar, hit)):
            options.setdefault(hit.start, []).append(hit)
    found: list[Report] = []
    for start in sorted(options):
        if found and start < found[-1].end:
            continue
        report = _choose(article, grammar, sentence, options[start])
        if report is not None:
            found.append(report)
    return found


def interrupts(article: Article, grammar: Grammar, hit: Hit) -> bool:
    """True for a cue set between dashes in the middle of what is quoted: «We are ready, — he said. — But …»."""
    before = hit.start - 1
    while before > 0 and grammar.auxiliary(article.words[before]) is not None:
        before -= 1
    return hit.entry.kind == VERB and is_mark(article, before, "—–-−")


def _choose(article: Article, grammar: Grammar, sentence: Range, hits: Sequence[Hit]) -> Report | None:
    """The reading of one spelling in its place, if it reports anything."""
    longest = max(hit.end for hit in hits)
    hits = [hit for hit in hits if hit.end == longest]
    verbs = [hit for hit in hits if hit.entry.kind == VERB and hit.entry.features.get("tense") != "infinitive"]
    participles = [hit for hit in hits if hit.entry.kind == PARTICIPLE]
    nominal = next((hit for hit in hits if hit.entry.kind in (ACCORDING, SAYS)), None)
    carries = any("carry" in hit.entry.features.get("frames", "") for hit in verbs)
    if nominal is not None and not carries:
        before = hits[0].start - 1
        inside = before >= sentence.start and article.words[before].folded in grammar.determiners
        if inside or before >= sentence.start and article.at("preposition", before) and nominal.entry.kind == ACCORDING:
            # un secondo ciclo
            return None
        return _make([nominal], FINITE, denied=False)
    start = hits[0].start
    before, denied = step_back(article, grammar, sentence, start - 1)
    helper = grammar.auxiliary(article.words[before]) if before >= sentence.start else None
    if helper is None and denied and before < sentence.start - 1:
        return None
    if helper is not None:
        return _with_helper(article, grammar, helper, verbs, participles, denied)
    gerunds = [hit for hit in participles if hit.entry.features.get("form") == GERUND]
    if verbs and _is_finite(article, grammar, sentence, verbs, before):
        passive = bool(participles) and _is_reduced(article, grammar, longest)
        if denied and not passive and verbs[0].entry.features["act"] not in _DENIABLE:
            return None
        if verbs[0].entry.features.get("tense") == "future":
            return None
        return _make(participles if passive else verbs, PASSIVE if passive else FINITE, denied=denied)
    if denied or not participles:
        return None
    if gerunds:
        return None if _is_noun(article, grammar, before) else _make(gerunds, GERUND, denied=False)
    form = participles[0].entry.features.get("form", PASSIVE)
    if form == PASSIVE and not _is_reduced(article, grammar, longest) and "short" not in participles[0].entry.features:
        return None
    return _make(participles, form, denied=False)


def _with_helper(
    article: Article, grammar: Grammar, helper: str, verbs: list[Hit], participles: list[Hit], denied: bool
) -> Report | None:
    """The report after an auxiliary: has said, was quoted, is urging, does not believe."""
    forms = {hit.entry.features.get("form", ""): hit for hit in participles}
    if helper == BE:
        if PASSIVE in forms and not denied:
            return _make(
                [hit for hit in participles if hit.entry.features.get("form") == PASSIVE], PASSIVE, denied=False
            )
        return _make([forms[GERUND]], FINITE, denied=denied) if GERUND in forms and not denied else None
    if helper == HAVE:
        used = participles or verbs
        ok = used and (not denied or used[0].entry.features["act"] in _DENIABLE)
        return _make(used, FINITE, denied=denied) if ok else None
    if helper == DO and verbs:
        return (
            _make(verbs, FINITE, denied=denied) if not denied or verbs[0].entry.features["act"] in _DENIABLE else None
        )
    return None


def _make(hits: Sequence[Hit], form: str, *, denied: bool) -> Report:
    hit = hits[0]
    features = hit.entry.features
    number = features.get("number")
    frames = frozenset(frame for one in hits for frame in one.entry.features.get("frames", "").split(",") if frame)
    return Report(
        start=hit.start,
        end=hit.end,
        kind=hit.entry.kind if hit.entry.kind in (ACCORDING, SAYS) else VERB if form == FINITE else PARTICIPLE,
        act=features.get("act", "say"),
        frames=frames,
        lemma=hit.entry.value,
        tense=features.get("tense", ""),
        features=frozenset(features),
        form=form,
        plural=None if number is None else number == "plural",
        denied=denied,
    )


def step_back(article: Article, grammar: Grammar, sentence: Range, token: int) -> tuple[int, bool]:
    """The first token before that is neither an adverb nor a negation, and whether one of these denies."""
    denied = False
    while token >= sentence.start:
        word = article.words[token]
        if word.folded in grammar.negations:
            denied = True
        elif word.folded.endswith("n't"):
            return token, True
        elif not is_adverb(grammar, word.folded):
            break
        token -= 1
    return token, denied


def is_adverb(grammar: Grammar, folded: str) -> bool:
    """True for a word that may stand between subject and verb: also, later, repeatedly."""
    if folded in grammar.adverbs:
        return True
    return len(folded) > 4 and folded.endswith(grammar.adverb_endings) if grammar.adverb_endings else False


def _is_finite(article: Article, grammar: Grammar, sentence: Range, verbs: Sequence[Hit], before: int) -> bool:
    """True where a spelling that may be a noun or an adjective is the verb of its clause."""
    hit = verbs[0]
    features = hit.entry.features
    if before < sentence.start:
        return features.get("form") != "base"
    word = article.words[before]
    if "compound" in features and word.folded in grammar.about_this:
        # lo ha detto
        return True
    if word.folded in grammar.determiners or word.folded in grammar.possessives or word.kind == NUMBER:
        return False
    if (
        article.at("preposition", before)
        and word.folded not in grammar.conjunctions
        and word.folded not in grammar.as_words
    ):
        return False
    if word.folded.endswith(("'s", "s'")) and word.kind != MARK and word.folded not in grammar.pronouns:
        return False
    if word.folded in grammar.pronouns:
        return grammar.pronouns[word.folded] != AUTHOR
    if hit.entry.value in grammar.nouns and features.get("tense") == "present":
        return _follows_subject(article, grammar, before) or _brings_content(article, grammar, hit.end)
    return True


def _follows_subject(article: Article, grammar: Grammar, before: int) -> bool:
    """True right after a name, a relative or a closed parenthesis."""
    if is_mark(article, before, ",)—–") or article.words[before].folded in grammar.relatives:
        return True
    return any(
        hit.end == before + 1 and hit.entry.kind in ("actor", "source", "body")
        for hit in _hits_before(article, before + 1)
    )


def _hits_before(article: Article, end: int) -> Iterable[Hit]:
    for start in range(max(0, end - 5), end):
        for kind in ("actor", "source", "body"):
            yield from article.at(kind, start)


def _brings_content(article: Article, grammar: Grammar, position: int) -> bool:
    if position >= len(article.words):
        return False
    return article.words[position].folded in grammar.that or is_mark(article, position, ":" + QUOTES)


def _is_reduced(article: Article, grammar: Grammar, position: int) -> bool:
    """True where the doer follows: *criticised by*, *citato da*."""
    return position < len(article.words) and article.words[position].folded in grammar.by


def _is_noun(article: Article, grammar: Grammar, before: int) -> bool:
    """True for a gerund used as a noun: *the warning*, *his saying so*."""
    if before < 0:
        return False
    word = article.words[before]
    if word.folded in grammar.into_gerund:
        return False
    return (
        word.folded in grammar.determiners
        or word.folded in grammar.possessives
        or bool(article.at("preposition", before))
    )


__all__ = [
    "ACTIVE",
    "FINITE",
    "GERUND",
    "MODAL",
    "PASSIVE",
    "QUOTES",
    "TO",
    "Report",
    "find_reports",
    "interrupts",
    "is_adverb",
    "step_back",
]
