"""The questions put to a language model: one Markdown file each, loaded and filled here.

A file has three parts, divided by lines of three dashes:

```
---
name: summarize
variables: passage
returns: DraftSummary
---
What the model is told, word for word the same in every request.
---
Passage {{ passage.id }}: a Jinja template, filled anew for every request.
```

The constant part comes first so that a server can reuse its work on it, the document last.
Whatever a template prints is folded by `one_line`, so no text from outside can start a line, close
a frame or speak as somebody else.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.ports import Message
from briefing.records.record import Record

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_DIVIDER = "---"
_HEADER_KEYS = ("name", "variables", "returns")

_UNSEEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # control characters, line ends among them
    "\u2028\u2029"  # line and paragraph separator
    "\u202a-\u202e\u2066-\u2069"  # changes of writing direction: text that reads otherwise
    "\ud800-\udfff"  # half a character, which UTF-8 cannot carry
    "\U000e0000-\U000e007f"  # letters that are never displayed
    "]+"
)
_TAG_START = re.compile(r"<(?=[/|!?A-Za-z\uff5c])")
_TURN_NAME = re.compile(r"\[(?=/?(?:INST|SYSTEM_PROMPT|TOOL_CALLS|AVAILABLE_TOOLS|TOOL_RESULTS)\])")


class Prompt(Record):
    """A question to a language model, as its file states it."""

    name: str
    text: str
    """Everything below the header."""
    sha256: str
    """Of the file's bytes."""
    variables: tuple[str, ...]
    """What the document part needs, in the order the header lists it."""
    returns: str
    """Name of the record the answer must validate as."""

    def fill(self, variables: Mapping[str, object]) -> tuple[Message, Message]:
        """Return the constant part as system message and the filled document as user message.

        Args:
            variables: Exactly those the header names. Text in them may be hostile.

        Raises:
            ValueError: A variable is missing, or the prompt does not know it.
        """
        missing = sorted(set(self.variables) - set(variables))
        unknown = sorted(set(variables) - set(self.variables))
        if missing or unknown:
            raise ValueError(f"prompt {self.name!r}: missing {missing!r}, unknown {unknown!r}")
        constant, document = _halves(self.text)
        return (
            Message(role="system", content=constant.strip()),
            Message(role="user", content=_template(document).render(variables).strip()),
        )


def load_prompts(root: Traversable | None = None) -> dict[str, Prompt]:
    """Load every prompt of a folder, by name.

    Args:
        root: The folder; by default the one that came with the program.

    Raises:
        InputError: A file is not a prompt, or the folder holds none.
    """
    folder = _root() if root is None else root
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".md"))
    if not names:
        raise InputError("no prompts found: install briefing again")
    return {prompt.name: prompt for prompt in (_read(folder / name) for name in names)}


def load_prompt(name: str, root: Traversable | None = None) -> Prompt:
    """Load one prompt.

    Raises:
        InputError: There is no prompt of that name, or its file is not a prompt.
    """
    prompts = load_prompts(root)
    if name not in prompts:
        raise InputError(f"no prompt is named {name!r}; there are {', '.join(prompts)}")
    return prompts[name]


def one_line(text: str) -> str:
    """Return a text as it may stand in a prompt: one line, without the marks that end a turn.

    Line ends, control characters and characters that are never displayed become a space, runs of
    white space one. An angle bracket that opens a tag, and a bracket that opens a chat turn, are
    parted from the word they open (`</passage>` becomes `< /passage>`, `[INST]` becomes `[ INST]`):
    servers turn such marks into the tokens that divide a conversation. Quotations are not cut
    from what is shown here, so nothing is lost.
    """
    folded = " ".join(_UNSEEN.sub(" ", text).split())
    return _TURN_NAME.sub("[ ", _TAG_START.sub("< ", folded))


def _root() -> Traversable:
    """Return the folder of prompts: packaged in a wheel, at the top level in a checkout."""
    packaged = files("briefing") / "_prompts"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parent.parent / "prompts"


def _read(file: Traversable) -> Prompt:
    data = file.read_bytes()
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
        opening, header, body = text.split(f"{_DIVIDER}\n", 2)
        _halves(body)
    except ValueError as error:
        raise InputError(
            f"prompt file {file.name!r}: wanted UTF-8 text in three parts divided by "
            f"lines of {_DIVIDER!r}; put them there"
        ) from error
    if opening:
        raise InputError(f"prompt file {file.name!r} must begin with a line of {_DIVIDER!r}")
    fields = _header(header, file.name)
    prompt = Prompt(
        name=fields["name"],
        text=body,
        sha256=hashlib.sha256(data).hexdigest(),
        variables=tuple(name.strip() for name in fields["variables"].split(",")),
        returns=fields["returns"],
    )
    _require_declared(prompt, file.name)
    return prompt


def _header(header: str, file_name: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in header.splitlines() if line.strip())
    fields = {key.strip(): value.strip() for key, _, value in pairs}
    if tuple(sorted(fields)) != tuple(sorted(_HEADER_KEYS)) or not all(fields.values()):
        raise InputError(
            f"prompt file {file_name!r}: the header must give {', '.join(_HEADER_KEYS)}, "
            f"it gives {', '.join(fields) or 'nothing'}"
        )
    return fields


def _halves(text: str) -> tuple[str, str]:
    constant, document = text.split(f"\n{_DIVIDER}\n", 1)
    return constant, document


def _require_declared(prompt: Prompt, file_name: str) -> None:
    """Raise `InputError` unless the template uses exactly the variables of the header."""
    from jinja2 import TemplateSyntaxError, meta  # noqa: PLC0415 - 60 ms that rules do not need

    try:
        syntax = _environment().parse(_halves(prompt.text)[1])
    except TemplateSyntaxError as error:
        raise InputError(f"prompt file {file_name!r} is no template: {error}") from error
    used = meta.find_undeclared_variables(syntax)
    if used != set(prompt.variables):
        raise InputError(
            f"prompt file {file_name!r} declares the variables {sorted(prompt.variables)!r} "
            f"and uses {sorted(used)!r}; make them the same"
        )


@cache
def _template(document: str) -> "Template":
    return _environment().from_string(document)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - see _require_declared

    return Environment(
        autoescape=False,  # the output is text for a model, not HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: one_line(str(value)),
    )
