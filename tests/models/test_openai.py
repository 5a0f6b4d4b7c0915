import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from briefing.errors import InputError, ModelError
from briefing.models.openai import OpenAIModel
from tests.builders_drafting import NO_CLAIMS, a_request
from tests.model_server import Answer, Answering, Asked, ModelServer, completion, fault

KEY = "sk-very-secret-0123456789"
HTML = Answer(b"<html><body>Bad gateway</body></html>", status=502, content_type="text/html")


def always(answer: Answer) -> Answering:
    return lambda _: answer


def ask(answering: Answering, **options: float) -> tuple[str, tuple[Asked, ...]]:
    """Put one request to a server; return the fault or the text, and what the server got."""
    with ModelServer(answering) as server:
        model = OpenAIModel(
            "m1",
            base_url=server.base_url,
            key=KEY,
            timeout_s=options.get("timeout_s", 5),
            max_retries=int(options.get("max_retries", 0)),
        )
        try:
            return model.complete(a_request()).text, server.asked
        except ModelError as error:
            return str(error), server.asked


def test_a_request_is_a_chat_completion_with_a_strict_schema() -> None:
    text, (asked,) = ask(always(completion(NO_CLAIMS)))
    assert text == NO_CLAIMS
    assert asked.path == "/v1/chat/completions"
    assert (asked.model, asked.max_tokens, asked.temperature, asked.seed) == ("m1", 100, 0, 1)
    assert [(message.role, message.content) for message in asked.messages] == [
        ("user", "Passage S1.1")
    ]
    assert asked.response_format.type == "json_schema"
    schema = asked.response_format.json_schema
    assert (schema.name, schema.strict, schema.structure) == ("summarize", True, {"type": "object"})
    assert asked.headers["authorization"] == f"Bearer {KEY}"


def test_the_reply_says_what_it_took() -> None:
    with ModelServer(always(completion("x" * 40))) as server:
        reply = OpenAIModel("m1", base_url=server.base_url).complete(a_request())
    assert (reply.ended, reply.prompt_tokens, reply.completion_tokens) == ("stop", 100, 10)


def test_a_server_that_counts_no_tokens_will_do() -> None:
    with ModelServer(always(completion("x", usage=False))) as server:
        reply = OpenAIModel("m1", base_url=server.base_url).complete(a_request())
    assert (reply.text, reply.prompt_tokens, reply.completion_tokens) == ("x", None, None)


@pytest.mark.parametrize(
    ("answer", "ended", "text"),
    [
        (completion('{"cla', finish="length"), "length", '{"cla'),
        (completion(None, refusal="I cannot."), "refusal", "I cannot."),
        (completion(None, finish="content_filter"), "refusal", ""),
        (fault(400, "filtered", code="content_filter"), "refusal", ""),
        (completion(None), "stop", ""),
    ],
)
def test_a_refusal_and_a_cut_are_replies_and_no_errors(
    answer: Answer, ended: str, text: str
) -> None:
    with ModelServer(always(answer)) as server:
        reply = OpenAIModel("m1", base_url=server.base_url).complete(a_request())
    assert (reply.ended, reply.text) == (ended, text)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (fault(401, f"Incorrect API key provided: {KEY}"), "set OPENAI_API_KEY"),
        (fault(403, KEY), "another key or another model"),
        (fault(404, "The model `m1` does not exist"), "check the model's name"),
        (fault(413), "longer context"),
        (fault(429), "lower --concurrency"),
        (fault(500), "the server failed (HTTP 500)"),
        (HTML, "the server failed (HTTP 502)"),
        (fault(307), "redirects (HTTP 307)"),
        (Answer(b"<html>hello</html>", content_type="text/html"), "not a chat completion"),
        (Answer(b'{"choices": [', content_type="application/json"), "not a chat completion"),
        (Answer(b'{"choices": null}'), "not a chat completion"),
        (Answer(b'{"choices": [{"message": {"content": 7}}]}'), "not a chat completion"),
        (Answer(b"\xff\xfe"), "not a chat completion"),
        (Answer(b""), "not a chat completion"),
        (Answer(b'{"choices": []}'), "no answer at all"),
        (Answer(b"[]", status=400), "refused the request (HTTP 400): use another model"),
    ],
)
def test_every_fault_is_one_line_that_names_the_model_and_the_remedy(
    answer: Answer, says: str
) -> None:
    message, asked = ask(always(answer))
    assert message.startswith("openai:m1: ")
    assert says in message
    assert len(message.splitlines()) == 1
    assert KEY not in message
    assert len(asked) == 1


def test_what_the_server_says_is_quoted_short_and_without_the_key() -> None:
    message, _ = ask(always(fault(400, f"context\n\x1b[31mtoo long for {KEY} " + "x" * 999)))
    assert "(HTTP 400), saying 'context [31mtoo long for *** xxx" in message
    assert KEY not in message
    assert len(message) < 320


def test_a_server_that_is_down_is_named_without_its_address() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    model = OpenAIModel("m1", base_url=f"http://127.0.0.1:{port}/v1", max_retries=0)
    with pytest.raises(ModelError, match=r"openai:m1: the server cannot be reached") as caught:
        model.complete(a_request())
    assert str(port) not in str(caught.value)


def test_a_connection_that_breaks_in_the_middle_is_an_unreachable_server() -> None:
    cut = Answer(b'{"cho', headers={"Content-Length": "900", "Connection": "close"})
    assert "cannot be reached" in ask(always(cut))[0]


def test_a_slow_server_is_given_up_with_the_time_it_had() -> None:
    message, asked = ask(always(completion("x", wait_s=9)), timeout_s=0.2)
    assert "no answer within 0.2 seconds" in message
    assert len(asked) == 1


def test_a_fault_that_passes_is_tried_again() -> None:
    answers = iter([fault(429), fault(503), completion(NO_CLAIMS)])
    text, asked = ask(lambda _: next(answers), max_retries=2)
    assert text == NO_CLAIMS
    assert len(asked) == 3


def test_a_redirect_is_not_followed() -> None:
    with ModelServer(always(completion(NO_CLAIMS))) as elsewhere:
        target = f"{elsewhere.base_url}/chat/completions"
        message, _ = ask(always(Answer(b"", status=307, headers={"Location": target})))
        assert "redirects" in message
        assert elsewhere.asked == ()


def choosy(*refused: str) -> Callable[[Asked], Answer]:
    """A model that takes none of these parameters."""

    def answer(asked: Asked) -> Answer:
        for name in refused:
            if getattr(asked, name) is not None:
                return fault(400, f"Unsupported value: {name}", param=name)
        return completion(NO_CLAIMS)

    return answer


def test_a_model_is_asked_without_the_parameters_it_refuses_from_then_on() -> None:
    with ModelServer(choosy("temperature", "max_tokens")) as server:
        model = OpenAIModel("m1", base_url=server.base_url, max_retries=0)
        assert [model.complete(a_request()).text for _ in range(2)] == [NO_CLAIMS] * 2
        assert len(server.asked) == 4
        last = server.asked[-1]
    assert (last.temperature, last.max_tokens, last.max_completion_tokens) == (None, None, 100)
    assert last.seed == 1


def test_threads_learn_at_the_same_time_which_parameters_are_refused() -> None:
    with ModelServer(choosy("temperature", "seed")) as server:
        model = OpenAIModel("m1", base_url=server.base_url, max_retries=0)
        with ThreadPoolExecutor(8) as pool:
            replies = list(pool.map(model.complete, [a_request()] * 16))
    assert [reply.text for reply in replies] == [NO_CLAIMS] * 16


def test_a_model_that_refuses_a_parameter_by_either_name_is_not_asked_for_ever() -> None:
    names = ("max_tokens", "max_completion_tokens", "temperature", "seed")
    refuse_all = always(fault(400, "no", param="temperature"))
    assert ask(choosy(*names))[0] == NO_CLAIMS
    assert "refused the request" in ask(refuse_all)[0]


def test_the_name_shows_no_address() -> None:
    assert OpenAIModel("org/m1", base_url="http://127.0.0.1:1/v1").name == "openai:org/m1"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.9.9.9"])
def test_no_key_is_needed_on_loopback(host: str) -> None:
    assert OpenAIModel("m1", base_url=f"http://{host}:8080/v1").name == "openai:m1"


@pytest.mark.parametrize("base_url", [None, "https://models.example/v1", "http://10.0.0.1/v1"])
def test_elsewhere_a_key_is_asked_for(base_url: str | None) -> None:
    with pytest.raises(InputError, match="set OPENAI_API_KEY"):
        OpenAIModel("m1", base_url=base_url, key="")


@pytest.mark.parametrize("key", [f"{KEY}\n", f"{KEY} x", f"{KEY}é"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(InputError, match="set OPENAI_API_KEY again") as caught:
        OpenAIModel("m1", key=key)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    "base_url",
    ["", "m1", "ftp://h/v1", "http://", "http://[::1", "http://h:99999/v1", "http://a..b/v1",
     "http://a b/v1", "http://☃.example/v1", "http://h/v1\n"],
)  # fmt: skip
def test_what_is_no_address_is_refused(base_url: str) -> None:
    with pytest.raises(InputError, match=r"such as http://127\.0\.0\.1:8080/v1"):
        OpenAIModel("m1", base_url=base_url, key=KEY)


def test_a_model_without_a_name_is_refused() -> None:
    with pytest.raises(InputError, match="openai:NAME"):
        OpenAIModel("", base_url="http://127.0.0.1:1/v1")


@pytest.mark.parametrize("module", ["briefing.models.openai", "briefing.drafters.by_model"])
def test_importing_costs_neither_openai_nor_jinja(module: str) -> None:
    code = f"import sys, {module}; print(sorted({{'openai', 'jinja2'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_proxy_and_an_organization_of_the_environment_do_not_reach_a_local_server() -> None:
    with ModelServer(always(completion(NO_CLAIMS))) as server:
        code = (
            "from briefing.models.openai import OpenAIModel; from tests.builders_drafting import *;"
            f"print(OpenAIModel('m1', base_url='{server.base_url}').complete(a_request()).text)"
        )
        environment = {
            "HTTP_PROXY": "http://127.0.0.1:9",
            "OPENAI_API_KEY": KEY,
            "OPENAI_ORG_ID": "org-secret",
            "OPENAI_PROJECT_ID": "project-secret",
        }
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, text=True, check=True, env=environment,
        )  # fmt: skip
        (asked,) = server.asked
    assert done.stdout.strip() == NO_CLAIMS
    assert [value for value in asked.headers.values() if "secret" in value] == []
