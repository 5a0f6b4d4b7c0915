"""How recordings are written: JSON bodies as YAML, so that a prompt or an answer can be read.

A body is stored this way only if writing its JSON anew gives the same text; any other body stays a
string. Exchanges are sorted by their request, so that the order in which threads were served does
not show.
"""

import json
import re
from collections.abc import Mapping
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, JsonValue

_WIDTH = 100
_ODD = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\U0010ffff]")


class _Body(BaseModel):
    """A body: parsed if it is JSON that can be written anew without a change, else as it is."""

    model_config = ConfigDict(extra="forbid")

    parsed: JsonValue = None
    string: str | None = None

    @classmethod
    def read(cls, text: str) -> "_Body":
        try:
            parsed = json.loads(text)
        except ValueError:
            return cls(string=text)
        return cls(parsed=parsed) if _compact(parsed) == text else cls(string=text)

    def text(self) -> str:
        return _compact(self.parsed) if self.string is None else self.string


class _Request(BaseModel):
    method: str
    uri: str
    headers: dict[str, list[str]]
    body: _Body


class _Status(BaseModel):
    code: int
    message: str


class _Response(BaseModel):
    status: _Status
    headers: dict[str, list[str]]
    body: _Body


class _Exchange(BaseModel):
    request: _Request
    response: _Response


class _Recording(BaseModel):
    version: Literal[1]
    interactions: list[_Exchange]


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as such."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    if _ODD.search(text):
        style = '"'  # the other styles would turn these into line ends and spaces
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def serialize(cassette: Mapping[str, object]) -> str:
    """Write a recording that vcrpy hands over."""
    interactions = cassette["interactions"]
    if not isinstance(interactions, list):
        raise TypeError("vcrpy hands over recordings in another form")
    exchanges = [
        _Exchange.model_validate(
            {
                "request": {**each["request"], "body": _Body.read(each["request"]["body"])},
                "response": {
                    **each["response"],
                    "body": _Body.read(each["response"]["body"]["string"]),
                },
            }
        )
        for each in interactions
    ]
    exchanges.sort(key=lambda each: (each.request.uri, each.request.body.text()))
    recording = _Recording(version=1, interactions=exchanges)
    return yaml.dump(
        recording.model_dump(exclude_defaults=True, mode="json") | {"version": 1},
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
    )


def deserialize(text: str) -> dict[str, object]:
    """Read a recording as vcrpy wants it."""
    recording = _Recording.model_validate(
        yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    )
    return {
        "version": recording.version,
        "interactions": [
            {
                "request": {
                    **each.request.model_dump(exclude={"body"}),
                    "body": each.request.body.text(),
                },
                "response": {
                    **each.response.model_dump(exclude={"body"}),
                    "body": {"string": each.response.body.text()},
                },
            }
            for each in recording.interactions
        ],
    }


def _compact(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
