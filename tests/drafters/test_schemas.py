import json
from collections.abc import Iterator

import pytest
from pydantic import JsonValue

from briefing.drafters.schemas import schema_text
from briefing.records.drafts import DraftJudgements, DraftSummary
from briefing.records.record import Record

# What hosted strict mode takes, and what every level needs: the schema of an object is closed and
# lists all its properties as required.
ALLOWED = {
    "type", "properties", "required", "additionalProperties", "items", "enum", "anyOf",
    "description", "maxLength", "maxItems",
}  # fmt: skip


def schemas(node: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """Every schema in a schema; names of properties are no keywords."""
    assert isinstance(node, dict)
    yield node
    properties, items, options = (node.get(key) for key in ("properties", "items", "anyOf"))
    if isinstance(properties, dict):
        for each in properties.values():
            yield from schemas(each)
    if items is not None:
        yield from schemas(items)
    if isinstance(options, list):
        for each in options:
            yield from schemas(each)


@pytest.mark.parametrize("record", [DraftSummary, DraftJudgements])
def test_the_schema_keeps_to_what_strict_mode_takes(record: type[Record]) -> None:
    for schema in schemas(json.loads(schema_text(record))):
        assert set(schema) <= ALLOWED
        assert "anyOf" in schema or schema["type"] in {
            "object", "array", "string", "integer", "null",
        }  # fmt: skip
        if schema.get("type") == "object":
            properties = schema["properties"]
            assert isinstance(properties, dict)
            assert schema["additionalProperties"] is False
            assert schema["required"] == list(properties)


@pytest.mark.parametrize("record", [DraftSummary, DraftJudgements])
def test_every_list_is_bounded(record: type[Record]) -> None:
    lists = [each for each in schemas(json.loads(schema_text(record))) if "items" in each]
    assert lists
    assert [each for each in lists if "maxItems" not in each] == []


def test_definitions_are_written_out_where_they_are_used() -> None:
    text = schema_text(DraftJudgements)
    assert "$ref" not in text
    assert "$defs" not in text
    assert text.count("The ids of the claims it rests on, such as C12.") == 6


def test_fields_are_asked_for_in_the_order_of_the_record() -> None:
    claim = json.loads(schema_text(DraftSummary))["properties"]["claims"]["items"]
    assert claim["required"][:3] == ["statement", "evidence", "kind"]


def test_a_field_may_be_called_title() -> None:
    class Named(Record):
        title: str
        default: int

    assert json.loads(schema_text(Named))["properties"] == {
        "title": {"type": "string"},
        "default": {"type": "integer"},
    }
