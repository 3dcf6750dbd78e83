"""The words that exporters say in their own voice, from labels.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml


@lru_cache(maxsize=1)
def load_labels() -> Mapping[str, Mapping[str, str]]:
    """All labels by group and key."""
    text = Path(__file__).with_name("labels.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


def label(group: str, key: str | None) -> str:
    """The label of a value; the value itself where it has none, nothing for None."""
    if key is None:
        return ""
    return load_labels().get(group, {}).get(key, key)
