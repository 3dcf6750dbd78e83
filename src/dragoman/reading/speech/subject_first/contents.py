"""Where the words that a report brings begin and end."""

from __future__ import annotations

from dragoman.reading.layout.article import Quotation
from dragoman.reading.speech.contents import Content
from dragoman.reading.speech.cues import ACCORDING
from dragoman.reading.speech.subject_first.reports import ACTIVE, FINITE, GERUND, PASSIVE, Report
from dragoman.reading.speech.subject_first.scene import Scene

# so far after its verb a conjunction may bring the reported clause
THAT_REACH = 28
# so far after its verb the word may stand that makes an object what is said: accused X *of*
OBJECT_REACH = 14
# so long may a phrase be that leads to a colon and a quotation: made a statement: “…”
COLON_REACH = 12
SHORTEST_CLAUSE = 2
# a quotation of so many words after a clause and a colon is no part of the clause
LED_QUOTATION = 5
SHORTEST_QUOTATION = 2
_SIMPLE = frozenset(("that", "bare", "quote", "whether", "to", "inf", "np", "carry", ""))


def content_after(scene: Scene, report: Report, position: int) -> Content | None:
    """What is said after the verb and its subject, which ends at `position`, or None."""
    token = scene.skip_forward(position)
    for step in range(5):
        found = _content_at(scene, report, token)
        if found is not None:
            return found
        told = step == 0 and report.lemma in scene.grammar.telling
        following = scene.skip_phrase(token) if told else _skip_one(scene, token)
        following = scene.skip_forward(following)
        if following <= token or following >= scene.sentence.end:
            break
        token = following
    if "that" in report.frames or "quote" in report.frames:
        found = _announced_later(scene, report, scene.skip_forward(position))
        if found is not None:
            return found
    if "bare" in report.frames and scene.grammar.bare_clause:
        return _bare_clause(scene, report, position)
    return None


def _skip_one(scene: Scene, token: int) -> int:
    """The token after one prepositional phrase or a comma, else the token itself."""
    prepositions = scene.article.at("preposition", token)
    if prepositions:
        end = max(hit.end for hit in prepositions)
        timed = scene.is_timed(end)
        return timed if timed is not None else scene.skip_phrase(end)
    if scene.is_mark(token, "(") and not scene.is_quote_mark(token):
        return scene.closing_bracket(token)
    return token + 1 if scene.is_mark(token, ",") else token


def _content_at(scene: Scene, report: Report, token: int) -> Content | None:
    """The content that begins right here; where a phrase only leads to a quotation, the quotation."""
    found = _phrase_at(scene, report, token)
    if found is not None and found.frame in ("np", "about") and "quote" in report.frames:
        for position in range(found.start, min(found.end, found.start + COLON_REACH)):
            quotation = scene.quotation_from(position + 1) if scene.is_mark(position, ":") else None
            if quotation is not None:
                return Content(quotation.start, quotation.end, "quote", quotation)
    return found


def _phrase_at(scene: Scene, report: Report, token: int) -> Content | None:
    """The content that begins right here."""
    if token >= scene.sentence.end:
        return None
    announced = _announced_at(scene, report, token)
    if announced is not None:
        return announced
    if scene.is_any_mark(token) and not scene.is_quote_mark(token):
        return None
    frames = report.frames
    folded = scene.folded(token)
    if "to" in frames and folded == "to" or "inf" in frames and is_infinitive(scene, token):
        return Content(token, clause_end(scene, report, token, nominal=True), "to")
    if any(_is_preposition(scene, token, frame) for frame in frames if frame not in _SIMPLE and "+" not in frame):
        return _after_preposition(scene, report, token)
    objects = [frame[3:] for frame in frames if frame.startswith("np+")]
    if objects and not scene.article.at("preposition", token) and _object_goes_on(scene, token, objects):
        return Content(token, clause_end(scene, report, token, nominal=True), "object")
    bare = "bare" in frames and scene.grammar.bare_clause
    if (
        "np" in frames
        and not bare
        and not scene.article.at("preposition", token)
        and folded not in scene.grammar.relatives
    ):
        if token in scene.reporting or folded in scene.grammar.pronouns or folded in scene.grammar.conjunctions:
            return None
        return Content(token, clause_end(scene, report, token, nominal=True), "np")
    return None


def _after_preposition(scene: Scene, report: Report, token: int) -> Content:
    """*о том, что …*: the clause; else the phrase with its preposition."""
    for position in range(token + 1, min(token + 4, scene.sentence.end)):
        if scene.folded(position) in scene.grammar.that:
            return _clause(scene, report, position)
    quotation = scene.quotation_from(token + 1)
    end = clause_end(scene, report, token, nominal=True)
    if quotation is not None and end - quotation.end <= 2:
        return Content(quotation.start, quotation.end, "quote", quotation)
    return Content(token, end, "about")


def _is_preposition(scene: Scene, token: int, frame: str) -> bool:
    folded = scene.folded(token)
    if folded == frame:
        return True
    forms = scene.article.pack.rules["statements"].get("preposition_forms", {}).get(frame)
    return forms is not None and folded in forms


def is_infinitive(scene: Scene, token: int) -> bool:
    """True at a word that looks like an infinitive."""
    endings = scene.grammar.infinitives
    return bool(endings) and scene.is_word(token) and scene.folded(token).endswith(endings)


def _object_goes_on(scene: Scene, token: int, objects: list[str]) -> bool:
    """True where the word follows that makes the object what is said: X *of*, X *to*."""
    for position in range(token + 1, min(token + OBJECT_REACH, scene.sentence.end)):
        if scene.is_any_mark(position) and not scene.is_quote_mark(position) or position in scene.reporting:
            return False
        if scene.folded(position) in scene.grammar.that:
            return False
        for wanted in objects:
            if (
                wanted == "inf"
                and is_infinitive(scene, position)
                or wanted != "inf"
                and _is_preposition(scene, position, wanted)
            ):
                return True
    return False


def _announced_at(scene: Scene, report: Report, token: int) -> Content | None:
    """A clause after its conjunction, a quotation, or what follows a colon."""
    frames = report.frames
    spoken = "quote" in frames or "that" in frames or "carry" in frames
    if scene.is_mark(token, ",") and scene.folded(token + 1) in scene.grammar.that | scene.grammar.whether:
        token += 1
    folded = scene.folded(token)
    if scene.is_mark(token - 1, ",") and folded in scene.grammar.relatives and not _reopens(scene, report, token - 1):
        # …, che avrebbe …: a relative clause
        return None
    if folded in scene.grammar.that and ("that" in frames or "carry" in frames):
        return _clause(scene, report, token)
    if folded in scene.grammar.whether and ("whether" in frames or "that" in frames):
        return Content(token, clause_end(scene, report, token), "that")
    if scene.is_mark(token, ":") and spoken:
        quotation = scene.quotation_from(token + 1) or scene.quotation_from(token + 2)
        if quotation is not None:
            return Content(quotation.start, quotation.end, "quote", quotation)
        return Content(token + 1, scene.sentence.end, "colon") if token + 2 < scene.sentence.end else None
    quotation = scene.quotation_from(token)
    if quotation is not None and spoken and quotation.end - quotation.start >= SHORTEST_QUOTATION:
        return _quoted(scene, report, quotation)
    return None


def _reopens(scene: Scene, report: Report, comma: int) -> bool:
    """True where the comma closes a remark set between the verb and its clause."""
    return any(scene.is_mark(token, ",") for token in range(report.end, comma))


def _quoted(scene: Scene, report: Report, quotation: Quotation) -> Content:
    """The quotation, or the clause that begins with it where the sentence goes on after its marks."""
    after = quotation.end + 1
    goes_on = scene.is_word(after) and not scene.word(after).capitalised and after not in scene.reporting
    joined = scene.folded(after) in scene.grammar.conjunctions | scene.grammar.contrasts | scene.grammar.subordinators
    if goes_on and not joined and not scene.article.at("preposition", after) and "bare" in report.frames:
        return Content(quotation.start, clause_end(scene, report, quotation.end), "bare", quotation)
    return Content(quotation.start, quotation.end, "quote", quotation)


def _clause(scene: Scene, report: Report, start: int) -> Content:
    """A reported clause; only the quotation where it is nothing else."""
    end = clause_end(scene, report, start)
    quotation = scene.quotation_from(start + 1)
    if quotation is not None and end - quotation.end <= 2:
        return Content(quotation.start, quotation.end, "quote", quotation)
    return Content(start, end, "that")


def _announced_later(scene: Scene, report: Report, token: int) -> Content | None:
    """A conjunction, colon or quotation further on, past whom and when it was told."""
    if scene.grammar.bare_clause and "bare" in report.frames:
        phrase = (
            scene.article.at("preposition", token)
            or scene.is_mark(token, ",(")
            or report.lemma in scene.grammar.telling
        )
        if not phrase:
            return None
    for position in range(token, min(token + THAT_REACH, scene.sentence.end)):
        other = scene.reporting.get(position)
        if other is not None and other.form != PASSIVE and other.kind != ACCORDING:
            return None
        found = None if scene.folded(position) in scene.grammar.whether else _announced_at(scene, report, position)
        if found is not None:
            # a quoted word or two in a phrase is no speech
            short = (
                found.quotation is not None and found.end - found.start < 4 and not scene.is_mark(found.start - 2, ":,")
            )
            if short and found.frame == "quote":
                continue
            return found
        if scene.is_mark(position, ";") or scene.is_dash(position) and not scene.grammar.free_subject:
            return None
    return None


def _bare_clause(scene: Scene, report: Report, position: int) -> Content | None:
    """A clause without conjunction, right after the verb, or after whom and when it was told."""
    token = scene.skip_forward(position)
    if report.lemma in scene.grammar.telling:
        token = scene.skip_phrase(token)
    token = scene.skip_adverbials(token) if scene.article.at("preposition", token) or scene.is_timed(token) else token
    if scene.is_any_mark(token) or token in scene.reporting and scene.reporting[token].form != GERUND:
        return None
    if scene.folded(token) in scene.grammar.conjunctions | scene.grammar.subordinators | scene.grammar.contrasts:
        return None
    end = clause_end(scene, report, token)
    return Content(token, end, "bare") if end - token >= SHORTEST_CLAUSE else None


def clause_end(scene: Scene, report: Report, start: int, *, nominal: bool = False) -> int:
    """Where reported words end: at the sentence's end, or where the text leaves them for another report.

    nominal: the report is a phrase and no clause, so that a relative clause after a comma does not belong to it.
    """
    token = start
    # a relative clause ends at the next comma: Tehran, which called the step small, …; so does a gerund that opens a sentence
    relative = nominal and scene.folded(scene.skip_back(report.start - 1)) in scene.grammar.relatives
    relative = (
        relative or report.form == GERUND and report.start <= scene.sentence.start + 1 and report.kind != ACCORDING
    )
    while token < scene.sentence.end:
        quotation = scene.quotation_from(token)
        if quotation is not None and quotation.end < scene.sentence.end:
            token = quotation.end + 1
            if relative and scene.is_mark(quotation.end - 1, ","):
                return token
            continue
        if relative and token > start and scene.is_mark(token, ","):
            return token
        if token > start and _turns(scene, report, token, start=start, nominal=nominal):
            return token
        token += 1
    return scene.sentence.end


def _turns(scene: Scene, report: Report, token: int, *, start: int, nominal: bool) -> bool:
    """True where the text leaves the reported words at the token."""
    named = scene.reporting.get(token if not scene.is_mark(token, ",") else token + 1)
    if token in scene.turns or named is not None and named.kind == ACCORDING and named.start > report.start:
        return True
    if scene.is_mark(token, ":") and not nominal:
        led = scene.quotation_from(token + 1)
        # …, he explained: “…”: the quotation is a statement of its own
        return led is not None and led.end - led.start >= LED_QUOTATION
    folded = scene.folded(token)
    grammar = scene.grammar
    comma = scene.is_mark(token, ",;") or scene.is_dash(token) or scene.is_quote_mark(token - 1)
    joined = folded in grammar.conjunctions or folded in grammar.contrasts
    if not comma and not joined:
        return False
    after_quotation = scene.is_quote_mark(token - 1) and not scene.is_any_mark(token)
    following = token if joined or after_quotation else token + 1
    contrasted = scene.folded(following) in grammar.contrasts
    joined = joined or scene.folded(following) in grammar.conjunctions
    if joined or contrasted:
        following += 1
    following = scene.skip_forward(following)
    if joined and scene.folded(following) in grammar.that:
        # that … and that …: one report; where the first clause has no conjunction, the second is another
        return scene.folded(start) not in grammar.that
    if comma and nominal and scene.folded(following) in grammar.relatives:
        return True
    while (
        following < scene.sentence.end
        and grammar.auxiliary(scene.word(following)) is not None
        and following not in scene.reporting
    ):
        following += 1
    found = scene.reporting.get(following)
    if found is not None and found.start > report.start:
        return _joins(scene, found, after_comma=comma, joined=joined or contrasted)
    pronoun = scene.folded(following) in grammar.pronouns and (joined or contrasted)
    if pronoun or contrasted:
        later = _next_finite(scene, following + 1, 3 if pronoun else 12)
        return later is not None and later.start > report.start
    return False


def _joins(scene: Scene, found: Report, *, after_comma: bool, joined: bool) -> bool:
    """True where the report that follows is the reporter's, with the same subject."""
    if found.form == GERUND:
        return (after_comma or joined) and content_follows(scene, found)
    if found.form == FINITE:
        return joined and content_follows(scene, found)
    return found.form == ACTIVE and after_comma


def _next_finite(scene: Scene, token: int, reach: int) -> Report | None:
    for position in range(token, min(token + reach, scene.sentence.end)):
        found = scene.reporting.get(position)
        if found is not None and found.form == FINITE:
            return found
    return None


def content_follows(scene: Scene, report: Report) -> bool:
    """True where after the verb stands what its frames ask for."""
    token = scene.skip_forward(report.end)
    frames = report.frames
    if any(_is_preposition(scene, token, frame) for frame in frames if frame not in _SIMPLE and "+" not in frame):
        return True
    if "to" in frames and scene.folded(token) == "to" or "inf" in frames and is_infinitive(scene, token):
        return True
    token = scene.skip_adverbials(report.end)
    if token >= scene.sentence.end:
        return False
    if _announced_at(scene, report, token) is not None or scene.is_mark(token, ":"):
        return True
    if scene.is_any_mark(token):
        return scene.is_quote_mark(token)
    return bool({"np", "bare"} & frames) or any(frame.startswith("np+") for frame in frames)
