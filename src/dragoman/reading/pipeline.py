"""The reader: the order of the stages, and the record that comes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.record import Record
from dragoman.reading.actors.references import find_mentions
from dragoman.reading.assembly import make_record
from dragoman.reading.claims.claims import find_claims
from dragoman.reading.events.events import find_events
from dragoman.reading.found import Findings
from dragoman.reading.layout.article import Article
from dragoman.reading.layout.furniture import body_sentences, find_furniture, mark_skipped
from dragoman.reading.layout.lexicons import reading_pack
from dragoman.reading.layout.prepare import prepare
from dragoman.reading.meetings.rounds import find_rounds
from dragoman.reading.speech.statements import find_statements
from dragoman.reading.times.times import find_times
from dragoman.reading.tracing import Trace, trace_findings

__all__ = ["Reading", "Trace", "find_all", "read_article"]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The record of a document and what it was made of; the decisions behind it are told on demand."""

    record: Record
    article: Article
    findings: Findings

    @property
    def trace(self) -> tuple[Trace, ...]:
        """Every decision of the stages, in order of place."""
        return trace_findings(self.article, self.findings)


def read_article(text: str, *, published: date | None = None, language: str = "ar", url: str | None = None) -> Reading:
    """The record of one text in a language that a pack reads; see `workflows` for what may be handed in."""
    article = prepare(text, reading_pack(language), published)
    findings = find_all(article)
    return Reading(record=make_record(article, findings, url), article=article, findings=findings)


def find_all(article: Article) -> Findings:
    """What the stages find, each building on those before it: page furniture, times, names, speech, meetings, claims, events."""
    furniture, credit = find_furniture(article)
    skipped = mark_skipped(article, furniture)
    body = replace(article, sentences=body_sentences(article, skipped))
    times = find_times(body)
    mentions = find_mentions(body)
    statements = find_statements(body, mentions, skipped)
    rounds = find_rounds(body, mentions, times, statements, skipped)
    claims = find_claims(body, mentions, statements, skipped)
    events = find_events(body, mentions, times, statements, rounds, skipped)
    return Findings(
        furniture=furniture,
        title=credit.title,
        publisher=credit.publisher,
        translated_from=credit.language,
        mentions=mentions,
        times=times,
        statements=statements,
        rounds=rounds,
        claims=claims,
        events=events,
    )
