"""Verbs that tell an event, in every form: entries of kinds `event-verb` and `event-light` from a pack's table of them.

The table has the columns of the pack's verbs of reporting; instead of the act of speech it gives the type of event (or
`light.REALITY` for a verb that says what becomes of the action named after it), instead of the frames the features of the
entry. Compound forms are left out: which auxiliary stands before a form is for the reader to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.languages.lexicon import Entry
from dragoman.languages.tables import read_features

TABLE = "event-verbs.tsv"
LIGHT = "light."


def deed_entries(verbs: Iterable[Entry]) -> Iterator[Entry]:
    """One entry for each spelling and reading of each verb; feature `forms` lists which forms the spelling is."""
    found: dict[tuple[str, str, str, str], tuple[Entry, list[str]]] = {}
    for verb in verbs:
        if "compound" in verb.features or verb.features.get("form") == "active":
            continue
        code, given = verb.features["act"], verb.features["frames"]
        known = found.setdefault((verb.form, verb.value, code, given), (verb, []))
        form = _form(verb.features)
        if form not in known[1]:
            known[1].append(form)
    for (spelt, lemma, code, given), (_, forms) in found.items():
        features = {**read_features(given.strip("-")), "forms": ",".join(forms), "lemma": lemma, "bare": "1"}
        if code.startswith(LIGHT):
            yield Entry("event-light", spelt, code.removeprefix(LIGHT), features)
        else:
            yield Entry("event-verb", spelt, code, features)


def _form(features: Mapping[str, str]) -> str:
    """One of base, infinitive, present, past, future, gerund, participle, and short (passive participle)."""
    form = features.get("form", "")
    if form in ("base", "gerund"):
        return form
    if form == "passive":
        return "short" if "short" in features else "participle"
    return features.get("tense", "present")
