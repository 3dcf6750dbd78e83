"""Why the record says what it says: every decision of the stages, at its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reading.found import Findings, FoundStatement
from dragoman.reading.layout.article import Article


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """One decision of a stage: the rule, the characters it is about, and what was decided."""

    stage: str
    rule: str
    start: int
    end: int
    note: str = ""


def trace_findings(article: Article, found: Findings) -> tuple[Trace, ...]:
    """The decisions behind a record, in order of place; earlier stages first where they share one."""
    steps = [*_names(article, found), *_speech(article, found), *_conclusions(article, found)]
    return tuple(sorted(steps, key=lambda step: (step.start, _ORDER.index(step.stage))))


_ORDER = ("furniture", "actors", "times", "cues", "statements", "rounds", "claims", "events")


def _step(article: Article, stage: str, rule: str, tokens: tuple[int, int], note: str = "") -> Trace:
    span = article.span(*tokens)
    return Trace(stage=stage, rule=rule, start=span.start, end=span.end, note=note)


def _names(article: Article, found: Findings) -> Iterator[Trace]:
    for piece in found.furniture:
        yield _step(article, "furniture", piece.rule, (piece.start, piece.end), piece.kind)
    for mention in found.mentions:
        named = mention.actor or "nobody identified"
        yield _step(
            article,
            "actors",
            mention.rule,
            (mention.start, mention.end),
            f"{named} ({mention.title})" if mention.title else named,
        )
    for time in found.times:
        yield _step(
            article,
            "times",
            time.rule,
            (time.start, time.end),
            f"{time.type} {time.value}{f' {time.mod}' if time.mod else ''}",
        )


def _speech(article: Article, found: Findings) -> Iterator[Trace]:
    for statement in found.statements:
        if statement.cue_start is not None and statement.cue_end is not None:
            yield _step(
                article, "cues", f"cue.{statement.act}", (statement.cue_start, statement.cue_end), statement.act
            )
        yield _step(
            article, "statements", statement.rule, (statement.start, statement.end), _said_by(article, statement)
        )


def _said_by(article: Article, statement: FoundStatement) -> str:
    label = ""
    if statement.label_start is not None and statement.label_end is not None:
        label = article.span(statement.label_start, statement.label_end).text
    carried = f" via {', '.join(statement.via)}" if statement.via else ""
    return f"{statement.speaker or label or 'unnamed'}{carried}, {statement.mode}, {statement.certainty}"


def _conclusions(article: Article, found: Findings) -> Iterator[Trace]:
    for meeting in found.rounds:
        for tokens in meeting.evidence:
            yield _step(article, "rounds", meeting.rule, tokens, f"{', '.join(meeting.parties)}: {meeting.status}")
    for claim in found.claims:
        yield _step(article, "claims", claim.rule, (claim.start, claim.end), f"{claim.issue}: {claim.status}")
    for event in found.events:
        yield _step(article, "events", event.rule, (event.start, event.end), f"{event.event_type} {event.reality}")
