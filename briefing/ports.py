"""The few things the pipeline needs from outside, and what it hands across."""

from collections.abc import Sequence
from typing import Literal, Protocol

from briefing.records.claims import AssessedClaim
from briefing.records.drafts import DraftJudgements, DraftSummary
from briefing.records.findings import Conflict, Finding
from briefing.records.passages import Passage
from briefing.records.record import Record


class Message(Record):
    """One turn of a conversation with a language model."""

    role: Literal["system", "user", "assistant"]
    content: str


class ModelRequest(Record):
    """A question to a language model. Its fields and the model's name are its identity.

    `schema_text` is the JSON schema of the answer, as JSON text; `name` labels it.
    """

    name: str
    messages: tuple[Message, ...]
    schema_text: str
    max_tokens: int
    temperature: int = 0
    seed: int = 1


class ModelReply(Record):
    """An answer. Token counts are `None` where the server does not say."""

    text: str
    ended: Literal["stop", "length", "refusal"]
    prompt_tokens: int | None
    completion_tokens: int | None


class LanguageModel(Protocol):
    """The least the pipeline needs of a language model."""

    @property
    def name(self) -> str:
        """Return `provider:model`, without path or address."""
        ...

    def complete(self, request: ModelRequest) -> ModelReply:
        """Answer one request.

        Raises:
            ModelError: The model could not be reached, or refused the request itself.
        """
        ...


class Material(Record):
    """What a drafter composes from: findings with their claims, and open conflicts.

    `matters` groups finding ids by what they are about, the largest matter first; every finding is
    in exactly one.
    """

    question: str | None
    claims: tuple[AssessedClaim, ...]
    findings: tuple[Finding, ...]
    matters: tuple[tuple[str, ...], ...]
    conflicts: tuple[Conflict, ...]
    actor_names: dict[str, str]
    source_names: dict[str, str]
    """Source id to how prose names it: author, publisher, or `source 2`."""
    citation_sources: dict[str, str]
    """Citation id to source id."""


class Drafter(Protocol):
    """Whoever drafts: rules, or a language model behind prompts."""

    @property
    def name(self) -> str:
        """Return what the briefing says it was drafted by: `extractive` or `openai:NAME`."""
        ...

    @property
    def languages(self) -> frozenset[str] | None:
        """Return the ISO 639-1 codes it can read, or `None` if it can try any."""
        ...

    @property
    def prompt_hashes(self) -> dict[str, str]:
        """Return the SHA-256 of each prompt it asks with, by name; empty for rules."""
        ...

    def summarize(self, passage: Passage) -> DraftSummary:
        """Read one passage.

        Raises:
            ReplyError: The drafter answered, but nothing usable.
            ModelError: The drafter could not be reached.
        """
        ...

    def compose(self, material: Material) -> DraftJudgements:
        """Compose judgements from findings.

        Raises:
            ReplyError: The drafter answered, but nothing usable.
            ModelError: The drafter could not be reached.
        """
        ...

    def usage(self) -> Sequence[ModelReply]:
        """Return the replies so far, in no particular order; empty for rules."""
        ...


class Progress(Protocol):
    """Told how far long work has come."""

    def update(self, *, done: int, failed: int, total: int) -> None:
        """Take note that `done` of `total` passages ended, `failed` of them without a draft."""
        ...
