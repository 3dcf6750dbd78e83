"""The same story in another language is found to be a translation; independent reports of one event are not."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import yaml

from dragoman.merging.copies import Profile, compare, profile_of
from dragoman.model.ledger import Arrival
from dragoman.workflows.adding import describe
from dragoman.workflows.reading import read_text

PARALLEL = Path(__file__).parents[1] / "stories" / "parallel"
STORY = Path(__file__).parents[2] / "examples" / "story"
RECALL, PRECISION = 0.9, 0.95


@cache
def parallel() -> list[tuple[str, Profile]]:
    """The parallel stories: each in several languages, with the story's name."""
    return [
        (path.stem, profile(text, str(told["published"]), language))
        for path in sorted(PARALLEL.glob("*.yaml"))
        for told in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        for language, text in told["articles"].items()
    ]


@cache
def story() -> list[tuple[str, Profile]]:
    """The bundled story: articles with the name of the cluster that each is of."""
    about = yaml.safe_load((STORY / "articles.yaml").read_text(encoding="utf-8"))
    expected = yaml.safe_load((STORY / "expected.yaml").read_text(encoding="utf-8"))
    cluster = {number: str(source["original"]) for source in expected["sources"] for number in source["documents"]}
    return [
        (
            cluster[int(name[:2])],
            profile((STORY / name).read_text(encoding="utf-8"), str(facts["published"]), name[-6:-4]),
        )
        for name, facts in about.items()
    ]


def profile(text: str, published: str, language: str) -> Profile:
    """A profile without publisher: nothing but the text may tell."""
    record = read_text(text, published=published, language=language).record
    return profile_of(record, describe(record, Arrival(text=text, published=published)))


def test_translations_are_found_and_independent_reports_left_alone() -> None:
    found = wanted = right = 0
    for articles in (parallel(), story()):
        for (one, first), (other, second) in combinations(articles, 2):
            if first.document.language == second.document.language:
                continue
            # A lead is too little to be told from an independent report; it joins through the report that it is of.
            sizes = sorted((len(first.wording.words), len(second.wording.words)))
            is_copy = one == other and sizes[0] > sizes[1] / 2
            is_found = compare(first, second) is not None
            wanted += is_copy
            found += is_found
            right += is_copy and is_found
    assert right >= RECALL * wanted
    assert right >= PRECISION * found
