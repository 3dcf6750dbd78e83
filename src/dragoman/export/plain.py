"""Records as JSON: one object, or one object a line. The same record always gives the same bytes."""

from __future__ import annotations

import json
import re
from typing import Any

from dragoman.model.record import Record

# Half characters that no encoding can write; JSON can spell them.
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(record: Record) -> str:
    """The record as one indented JSON object with a line end."""
    return _dump(record.to_dict(), indent=2) + "\n"


def to_json_line(record: Record, file: str | None = None) -> str:
    """The record as one JSON object on one line; `file` says where the article came from."""
    values = record.to_dict() if file is None else {"file": file, **record.to_dict()}
    return _dump(values, indent=None) + "\n"


def _dump(values: dict[str, Any], indent: int | None) -> str:
    text = json.dumps(values, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
