"""JSON is the record of the public format."""

import json

from dragoman.export.plain import to_json, to_json_line
from dragoman.model.record import DocumentFacts, Record

PARTS = ["document", "boilerplate", "actors", "times", "statements", "rounds", "claims", "events"]


def test_json_has_all_parts_of_the_record(record: Record) -> None:
    read = json.loads(to_json(record))
    assert list(read) == PARTS
    assert read == record.to_dict()


def test_json_line_is_one_line_and_names_its_file(record: Record) -> None:
    line = to_json_line(record, file="a.txt")
    assert line.count("\n") == 1
    assert json.loads(line)["file"] == "a.txt"
    assert list(json.loads(to_json_line(record))) == PARTS


def test_lone_surrogates_are_spelt_out() -> None:
    record = Record(document=DocumentFacts(id="0", text="a\ud800b", language="ar", direction="rtl"))
    to_json(record).encode("utf-8")
    assert json.loads(to_json(record))["document"]["text"] == "a\ud800b"
