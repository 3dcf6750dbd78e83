"""What an article is about, for the clauses that speak of "the talks" or "an agreement" and name no issue."""

from __future__ import annotations

from collections import Counter

from dragoman.reading.article import Article


def main_issue(article: Article) -> str | None:
    """The issue named most often, the headline counted twice; where none stands out the pack's default, if it is named."""
    weights: Counter[str] = Counter()
    excluded = article.pack.rules["claims"]["no_topics"]
    for hit in article.hits_of("issue"):
        features = hit.entry.features
        if "meeting" in features or "generic" in features or hit.entry.value in excluded:
            continue
        weight = 1 if features.get("weak") or features.get("topic") else 3
        weights[hit.entry.value] += weight * (2 if hit.start < article.title_end else 1)
    default: str = article.pack.rules["claims"]["default_issue"]
    if not weights:
        return None
    best, weight = weights.most_common(1)[0]
    if weight >= 6 and weight * 2 > sum(weights.values()) - weights[default] * 0.5:
        return best
    return default if default in weights else None
