"""Language models behind the chat completions of OpenAI, or of any server that speaks them."""

import json
from collections.abc import Mapping
from ipaddress import ip_address
from threading import Lock
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit
from weakref import finalize

from pydantic import BaseModel, JsonValue, ValidationError

from briefing.errors import InputError, ModelError
from briefing.ports import Message, ModelReply, ModelRequest

if TYPE_CHECKING:
    import openai
    from openai.types.chat import ChatCompletionMessageParam

HOSTED_URL = "https://api.openai.com/v1"
_CONNECT_TIMEOUT_S = 10.0
_NO_KEY = "none"
_LIMIT_NAMES = ("max_tokens", "max_completion_tokens")


class OpenAIModel:
    """A model reached over HTTP, one request at a time; threads may share it.

    Its connections are kept for the next request, and closed when nobody holds the model any more.
    Redirects are not followed, and on a loopback address no proxy is used: what is asked goes to
    the given address and nowhere else.

    Args:
        name: The model, as the server knows it.
        base_url: Address up to and including `/v1`; `None` for OpenAI's own.
        key: May be `None` on a loopback address.
        timeout_s: For each attempt, until the answer begins. The whole answer is awaited, and a
            small machine, at 20 tokens a second, writes 6,000 of them in five minutes.
        max_retries: Further attempts after a lost connection, a timeout, or an answer of 408, 409,
            429 or 5xx, with growing pauses or as long as the server asks for.

    Raises:
        InputError: The name is empty, the address is none, or the key is missing or holds
            characters that cannot be sent.
    """

    def __init__(
        self,
        name: str,
        *,
        base_url: str | None = None,
        key: str | None = None,
        timeout_s: float = 600.0,
        max_retries: int = 3,
    ) -> None:
        address = HOSTED_URL if base_url is None else base_url
        host = _host(address)
        if not name:
            raise InputError("a model needs a name: openai:NAME")
        _require_key(key, name, needed=not _is_loopback(host))
        self._name = name
        self._timeout_s = timeout_s
        self._hosted = host == urlsplit(HOSTED_URL).hostname
        self._key = key
        self._left_out: frozenset[str] = frozenset()
        self._lock = Lock()
        self._client = _open_client(
            address,
            key or _NO_KEY,
            timeout_s=timeout_s,
            max_retries=max_retries,
            use_proxy=not _is_loopback(host),
        )
        finalize(self, self._client.close)
        if not self._hosted:
            # The package reads these from the environment; they are nobody else's business.
            self._client.organization = self._client.project = None

    @property
    def name(self) -> str:
        """Return `openai:NAME`."""
        return f"openai:{self._name}"

    def complete(self, request: ModelRequest) -> ModelReply:
        """Answer one request.

        A model that knows no `temperature` or `seed`, or only the other name for the limit of
        tokens, says so once and is asked without from then on.

        Raises:
            ModelError: Nothing answered, the server refused, or what it sent is no completion.
        """
        import openai  # noqa: PLC0415 - half a second that only who asks a model should pay

        from briefing.models import openai_faults  # noqa: PLC0415 - imports openai

        left_out = self._left_out
        try:
            return self._ask(request, left_out)
        except openai.OpenAIError as error:
            if openai_faults.is_refusal(error):
                return ModelReply(
                    text="", ended="refusal", prompt_tokens=None, completion_tokens=None
                )
            parameter = openai_faults.refused_parameter(error)
            if parameter is None or parameter in left_out:
                fault = openai_faults.explain(error, self.name, self._timeout_s, self._key)
                raise ModelError(fault) from error
        with self._lock:
            self._left_out |= {parameter}
        return self.complete(request)

    def _ask(self, request: ModelRequest, left_out: frozenset[str]) -> ModelReply:
        response = self._client.chat.completions.with_raw_response.create(
            model=self._name,
            messages=[_message(message) for message in request.messages],
            response_format={
                "type": "json_schema",
                "json_schema": {
                    "name": request.name,
                    "strict": True,
                    "schema": json.loads(request.schema_text),
                },
            },
            extra_body=self._parameters(request, left_out),
        )
        return _reply(response.content, self.name)

    def _parameters(
        self, request: ModelRequest, left_out: frozenset[str]
    ) -> Mapping[str, JsonValue]:
        """Return what models differ in. OpenAI's own want the newer name for the limit."""
        renamed = not left_out.isdisjoint(_LIMIT_NAMES)
        limit = _LIMIT_NAMES[self._hosted != renamed]
        wanted: dict[str, JsonValue] = {
            limit: request.max_tokens,
            "temperature": request.temperature,
            "seed": request.seed,
        }
        return {name: value for name, value in wanted.items() if name not in left_out}


class _Answer(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Answer
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Completion(BaseModel):
    """The part of a chat completion that is read; servers add much else."""

    choices: tuple[_Choice, ...]
    usage: _Usage | None = None


def _reply(body: bytes, model: str) -> ModelReply:
    """Read the body of an answer that the server called a success."""
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError as error:
        raise ModelError(
            f"{model}: the server's answer is not a chat completion; "
            "check that --base-url leads to an OpenAI-compatible address, usually ending in /v1"
        ) from error
    if not completion.choices:
        raise ModelError(f"{model}: the server sent no answer at all; try again or another model")
    choice = completion.choices[0]
    usage = completion.usage or _Usage()
    return ModelReply(
        text=choice.message.refusal or choice.message.content or "",
        ended=_ended(choice),
        prompt_tokens=usage.prompt_tokens,
        completion_tokens=usage.completion_tokens,
    )


def _ended(choice: _Choice) -> Literal["stop", "length", "refusal"]:
    if choice.message.refusal or choice.finish_reason == "content_filter":
        return "refusal"
    return "length" if choice.finish_reason == "length" else "stop"


def _message(message: Message) -> "ChatCompletionMessageParam":
    match message.role:
        case "system":
            return {"role": "system", "content": message.content}
        case "user":
            return {"role": "user", "content": message.content}
        case "assistant":
            return {"role": "assistant", "content": message.content}


def _open_client(
    address: str, key: str, *, timeout_s: float, max_retries: int, use_proxy: bool
) -> "openai.OpenAI":
    import openai  # noqa: PLC0415 - see complete

    timeout = openai.Timeout(timeout_s, connect=min(timeout_s, _CONNECT_TIMEOUT_S))
    return openai.OpenAI(
        base_url=address,
        api_key=key,
        timeout=timeout,
        max_retries=max_retries,
        http_client=openai.DefaultHttpxClient(
            timeout=timeout, trust_env=use_proxy, follow_redirects=False
        ),
    )


def _host(address: str) -> str:
    """Return the host of an address, or raise `InputError`. The address may hold a password."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
        if parts.scheme in ("http", "https") and host and _is_plain(address):
            host.encode("idna")  # refuses what name look-up would stumble over: `a..b`
            return host
    except ValueError:
        pass
    raise InputError(
        "the base URL of a model must be an http or https address, such as http://127.0.0.1:8080/v1"
    )


def _is_plain(address: str) -> bool:
    return address.isascii() and address.isprintable() and " " not in address


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _require_key(key: str | None, name: str, *, needed: bool) -> None:
    """Raise `InputError` unless the key can be sent. The message never shows it."""
    if needed and not key:
        raise InputError(f"openai:{name} needs a key: set OPENAI_API_KEY")
    if key and not _is_plain(key):
        raise InputError(
            f"the key for openai:{name} holds a space, a line end or another character that no "
            "key has: set OPENAI_API_KEY again"
        )
