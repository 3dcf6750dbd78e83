"""The merged record as JSON; the same record always gives the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from dragoman.model.merged import MergedRecord

PARTS = ("documents", "sources", "rounds", "tracks", "actors")
# Half characters that no encoding can write; JSON can spell them.
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_merged_json(record: MergedRecord, parts: Sequence[str] = PARTS) -> str:
    """The record, or those parts of it, as one indented JSON object with a line end."""
    plain = record.to_dict()
    return dump({part: plain[part] for part in PARTS if part in parts})


def dump(values: Any) -> str:
    """Plain values as indented JSON with a line end."""
    text = json.dumps(values, ensure_ascii=False, indent=2)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"
