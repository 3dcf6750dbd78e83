"""Verbs that say where an issue stands, in every form: entries of kind `status` from a pack's table of such verbs.

The table has the columns of the pack's verbs of reporting; instead of the act of speech it gives the status, instead of the
frames the features of the entry. Which auxiliary stands before a form is for the reader to see, so compound forms are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.languages.lexicon import Entry
from dragoman.languages.tables import read_features

TABLE = "status-verbs.tsv"
# where one spelling is several forms, the first of these is kept: what stands around it decides
_ORDER = ("past", "present", "future", "infinitive", "participle", "gerund")


def standing_entries(verbs: Iterable[Entry]) -> Iterator[Entry]:
    """One entry of kind `status` for each spelling of each verb; feature `form` says which form it is."""
    known: dict[tuple[str, str, str], Entry] = {}
    for verb in verbs:
        features = verb.features
        if "compound" in features:
            continue
        form = _form(features)
        given = read_features(features["frames"].strip("-"))
        entry = Entry(
            "status",
            verb.form,
            features["act"],
            {**given, **_passive(features, given), "form": form, "verb": "1", "bare": "1"},
        )
        key = (verb.form, verb.value, features["act"] + features["frames"])
        other = known.get(key)
        if other is None or _ORDER.index(form) < _ORDER.index(other.features["form"]):
            known[key] = entry
    yield from known.values()


def _form(features: Mapping[str, str]) -> str:
    form = features.get("form", "")
    if form == "gerund":
        return "gerund"
    if form in ("passive", "active"):
        return "past" if "short" in features else "participle"
    if form == "base":
        return "infinitive"
    tense = features.get("tense", "present")
    # what would be is no more a fact than what will be
    return "future" if tense == "conditional" else tense


def _passive(features: Mapping[str, str], given: Mapping[str, str]) -> Mapping[str, str]:
    """The subject of a short passive participle is the issue, before it or after it."""
    return {"frame": given.get("passive", "clause")} if "short" in features else {}
