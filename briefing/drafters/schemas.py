"""JSON schemas of draft records, in the dialect that servers enforce strictly."""

import json
from collections.abc import Mapping
from functools import cache

from pydantic import JsonValue, TypeAdapter

from briefing.records.record import Record

_SCHEMA = TypeAdapter(dict[str, JsonValue])
_NOT_FOR_MODELS = ("title", "default")
_DEFINITION = "#/$defs/"


@cache
def schema_text(record: type[Record]) -> str:
    """Return the JSON schema of a record as strict mode wants it, the same text every time.

    Hosted strict mode refuses keywords beside a `$ref`, and wants every object closed and every
    property required. So definitions are written out where they are used, titles and defaults
    dropped, and bounds kept. Fields stand in the record's order, which is the order in which a
    model fills them in. Only the descriptions of fields remain: docstrings speak to programmers.

    Args:
        record: A record whose fields nest records, tuples, literals and plain values only, and
            that does not contain itself.
    """
    schema = _SCHEMA.validate_python(record.model_json_schema())
    definitions = schema.get("$defs", {})
    if not isinstance(definitions, dict):
        raise TypeError(f"the schema of {record.__name__} has no definitions to look up")
    return json.dumps(_strict(schema, definitions), ensure_ascii=False, separators=(",", ":"))


def _strict(schema: JsonValue, definitions: Mapping[str, JsonValue]) -> JsonValue:
    """Return a schema with its references written out and its objects closed."""
    if isinstance(schema, list):
        return [_strict(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        target = definitions[reference.removeprefix(_DEFINITION)]
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        resolved = _strict(target, definitions)
        return {**resolved, **siblings} if isinstance(resolved, dict) else resolved
    properties = schema.get("properties")
    if isinstance(properties, dict):
        return {
            "type": "object",
            "properties": {name: _strict(each, definitions) for name, each in properties.items()},
            "required": list(properties),
            "additionalProperties": False,
        }
    return {
        key: _strict(value, definitions)
        for key, value in schema.items()
        if key not in _NOT_FOR_MODELS
    }
