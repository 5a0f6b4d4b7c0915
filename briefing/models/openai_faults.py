"""What went wrong with a chat completion, in one line that says what to do.

Imports the `openai` package, which takes half a second, and is itself imported late.
"""

import openai
from pydantic import BaseModel, ValidationError

_MAX_DETAIL = 200
_ADJUSTABLE = frozenset({"temperature", "seed", "max_tokens", "max_completion_tokens"})
_BY_STATUS = {
    401: "the server refused the key (HTTP 401): set OPENAI_API_KEY to a valid one",
    403: "the key may not use this model (HTTP 403): use another key or another model",
    404: (
        "the server knows no such model or address (HTTP 404): check the model's name, and that "
        "--base-url is complete, usually ending in /v1"
    ),
    413: "the request is too large for the server (HTTP 413): use a model with a longer context",
    429: (
        "too many requests, or the quota is used up (HTTP 429): wait, lower --concurrency, "
        "or check the account"
    ),
}


class _Detail(BaseModel):
    """The inner object of an error as OpenAI words it, which the package hands over."""

    message: str


def explain(error: openai.OpenAIError, model: str, timeout_s: float, key: str | None) -> str:
    """Return one line that names the model, the fault and the remedy; never a key or an address.

    Args:
        error: What the package raised.
        model: `openai:NAME`.
        timeout_s: Seconds that each attempt was given.
        key: Blotted out wherever the server repeats it.
    """
    if isinstance(error, openai.APITimeoutError):
        fault = (
            f"no answer within {timeout_s:g} seconds: try again, lower --concurrency, "
            "or use a faster model"
        )
    elif isinstance(error, openai.APIConnectionError):
        fault = "the server cannot be reached: start it, or check --base-url and the network"
    elif isinstance(error, openai.APIStatusError):
        fault = _explain_status(error, key)
    else:
        fault = f"the request could not be made ({type(error).__name__}): try another model"
    return f"{model}: {fault}"


def refused_parameter(error: openai.OpenAIError) -> str | None:
    """Return the parameter a model does not take, if it is one that can be left out or renamed."""
    if isinstance(error, openai.BadRequestError) and error.param in _ADJUSTABLE:
        return error.param
    return None


def is_refusal(error: openai.OpenAIError) -> bool:
    """Return whether a filter in front of the model turned the text down, as Azure's does."""
    return isinstance(error, openai.BadRequestError) and error.code == "content_filter"


def _explain_status(error: openai.APIStatusError, key: str | None) -> str:
    status = error.status_code
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 300 <= status < 400:
        return f"the address redirects (HTTP {status}): give --base-url where it leads"
    if status >= 500:
        return f"the server failed (HTTP {status}): try again later or use another model"
    detail = _detail(error.body, key)
    return f"the server refused the request (HTTP {status}){detail}: use another model"


def _detail(body: object, key: str | None) -> str:
    """Return what the server says, bounded to one short line, or nothing if it says nothing."""
    try:
        message = _Detail.model_validate(body).message
    except ValidationError:
        return ""
    words = " ".join((message.replace(key, "***") if key else message).split())
    readable = "".join(letter for letter in words if letter.isprintable())
    return f", saying {readable[:_MAX_DETAIL]!r}" if readable else ""
