"""A chat completions server for tests: real HTTP on loopback, answers from the test or from files.

```python
with ModelServer(lambda asked: completion('{"claims": []}')) as server:
    model = OpenAIModel("handwritten", base_url=server.base_url)
```
"""

import json
import re
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from pydantic import BaseModel, Field, JsonValue

ANSWERS = Path(__file__).parent / "answers"
_PASSAGE = re.compile(r"^Passage (\S+)$", re.MULTILINE)
_SAFE_NAME = re.compile(r"[A-Za-z0-9.]+")


class AskedMessage(BaseModel):
    """One turn of the conversation."""

    role: str
    content: str


class AskedSchema(BaseModel):
    """The name and the JSON schema of the answer that is wanted."""

    name: str
    strict: bool
    structure: dict[str, JsonValue] = Field(alias="schema")


class AskedFormat(BaseModel):
    """How the answer is to be formed."""

    type: str
    json_schema: AskedSchema


class Asked(BaseModel):
    """A request as it came over the wire."""

    model: str
    messages: tuple[AskedMessage, ...]
    response_format: AskedFormat
    max_tokens: int | None = None
    max_completion_tokens: int | None = None
    temperature: int | None = None
    seed: int | None = None
    path: str = ""
    headers: dict[str, str] = {}
    """Names in lower case."""
    body: bytes = b""

    @property
    def question(self) -> str:
        """`summarize` or `compose`."""
        return self.response_format.json_schema.name

    @property
    def document(self) -> str:
        """The first user message: what stands after the constant rules."""
        return next(message.content for message in self.messages if message.role == "user")

    @property
    def is_second(self) -> bool:
        """Whether a first answer was already turned down."""
        return any(message.role == "assistant" for message in self.messages)

    @property
    def passage(self) -> str | None:
        """The id of the passage, such as `S1.1`, if the question is about one."""
        found = _PASSAGE.search(self.document)
        return found.group(1) if found else None


@dataclass(frozen=True)
class Answer:
    """What goes back over the wire, after `wait_s` seconds or as soon as the server closes."""

    body: bytes
    status: int = 200
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    wait_s: float = 0.0


Answering = Callable[[Asked], Answer]


def completion(
    text: str | None,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    usage: bool = True,
    wait_s: float = 0.0,
) -> Answer:
    """A chat completion; an answer is said to have a token for every four characters."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    body: dict[str, object] = {
        "id": "chatcmpl-test",
        "object": "chat.completion",
        "created": 0,
        "model": "handwritten",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
    }
    if usage:
        tokens = len(text or "") // 4
        body["usage"] = {
            "prompt_tokens": 100,
            "completion_tokens": tokens,
            "total_tokens": 100 + tokens,
        }
    compact = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Answer(compact.encode(), wait_s=wait_s)


def fault(status: int, message: str = "no", **details: str) -> Answer:
    """An error as OpenAI words it, which asks the client to try again at once, if at all."""
    body = {"error": {"message": message, "type": "error", **details}}
    return Answer(json.dumps(body).encode(), status=status, headers={"retry-after-ms": "1"})


def from_files(name: str) -> Answering:
    """Answer with the files of `tests/answers/<name>/`, chosen by what the request holds.

    `summarize/S1.1.json` answers for passage S1.1, `compose.json` for the judgements. Where there
    is `S1.1.again.json` or `compose.again.json` too, that is the answer to the second attempt.
    What a file holds is sent as it stands, valid or not. A missing file is answered with 404.
    """
    folder = ANSWERS / name

    def answer(asked: Asked) -> Answer:
        about = (asked.passage or "") if asked.question == "summarize" else asked.question
        if not _SAFE_NAME.fullmatch(about):
            return fault(404, f"{about!r} is no name of an answer")
        stem = f"summarize/{about}" if asked.question == "summarize" else about
        names = [f"{stem}.again.json"] if asked.is_second else []
        for each in (*names, f"{stem}.json"):
            if (folder / each).is_file():
                return completion((folder / each).read_text(encoding="utf-8").strip())
        return fault(404, f"no file answers {stem} in tests/answers/{name}")

    return answer


def from_model(base_url: str, model: str, key: str) -> Answering:
    """Pass requests on to a real model under its own name: how to record against one."""

    def answer(asked: Asked) -> Answer:
        request = urllib.request.Request(
            f"{base_url.rstrip('/')}/chat/completions",
            data=json.dumps({**json.loads(asked.body), "model": model}).encode(),
            headers={"Content-Type": "application/json", "Authorization": f"Bearer {key}"},
        )
        with urllib.request.urlopen(request, timeout=600) as response:
            return Answer(response.read())

    return answer


class ModelServer:
    """Serves answers until its `with` block ends; every request gets a thread of its own."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering
        self._lock = Lock()
        self._closing = Event()
        self._asked: list[Asked] = []
        self._in_flight = 0
        self._most_in_flight = 0
        handler = type("Handler", (_Handler,), {"house": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self._http.block_on_close = False
        self._thread = Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def base_url(self) -> str:
        """Where it listens, up to and including `/v1`."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Every request so far."""
        with self._lock:
            return tuple(self._asked)

    @property
    def most_in_flight(self) -> int:
        """The largest number of requests that were open at one time."""
        with self._lock:
            return self._most_in_flight

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def answer(self, asked: Asked) -> Answer:
        """Note a request and answer it."""
        with self._lock:
            self._asked.append(asked)
            self._in_flight += 1
            self._most_in_flight = max(self._most_in_flight, self._in_flight)
        try:
            answer = self._answering(asked)
            self._closing.wait(answer.wait_s)
            return answer
        finally:
            with self._lock:
                self._in_flight -= 1


class _Handler(BaseHTTPRequestHandler):
    house: ModelServer
    protocol_version = "HTTP/1.1"
    # Headers and body leave in two writes; without this the second waits for an acknowledgement.
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = Asked.model_validate_json(body).model_copy(
            update={
                "body": body,
                "path": self.path,
                "headers": {name.lower(): value for name, value in self.headers.items()},
            }
        )
        answer = self.house.answer(asked)
        self.send_response(answer.status)
        headers = {"Content-Type": answer.content_type, "Content-Length": str(len(answer.body))}
        for name, value in {**headers, **answer.headers}.items():
            self.send_header(name, value)
        self.close_connection = "Connection" in answer.headers
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it overrides
        """Keep the test output quiet."""
