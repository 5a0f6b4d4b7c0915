"""A model that says what it was told to say: for tests of code that uses this library."""

from collections import deque
from collections.abc import Iterable
from threading import Lock

from briefing.errors import ModelError
from briefing.ports import ModelReply, ModelRequest


class ScriptedModel:
    """Answers from a queue and remembers what it was asked; threads may share it.

    ```python
    model = ScriptedModel(['{"claims": []}'])
    drafter = ModelDrafter(model, load_prompts(), Settings())
    ```
    """

    def __init__(self, replies: Iterable[str | ModelReply | ModelError]) -> None:
        """Queue the replies.

        Args:
            replies: One for each request, in order. A string is a complete answer without token
                counts; an error is raised instead of answering.
        """
        self._replies = deque(replies)
        self._requests: list[ModelRequest] = []
        self._lock = Lock()

    @property
    def name(self) -> str:
        """Return `scripted:replies`."""
        return "scripted:replies"

    @property
    def requests(self) -> tuple[ModelRequest, ...]:
        """Return the requests so far, in the order they came."""
        with self._lock:
            return tuple(self._requests)

    def complete(self, request: ModelRequest) -> ModelReply:
        """Return the next reply.

        Raises:
            ModelError: The next reply is an error, or none is left.
        """
        with self._lock:
            self._requests.append(request)
            if not self._replies:
                raise ModelError("the scripted model has no reply left: give it one per request")
            reply = self._replies.popleft()
        if isinstance(reply, ModelError):
            raise reply
        if isinstance(reply, str):
            return ModelReply(text=reply, ended="stop", prompt_tokens=None, completion_tokens=None)
        return reply
