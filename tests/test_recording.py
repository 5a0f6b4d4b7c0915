import re
import socket
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pytest_socket import SocketConnectBlockedError

from briefing.models.openai import OpenAIModel
from tests import cassette_format
from tests.builders_drafting import a_request
from tests.model_server import Answer, ModelServer, completion, fault, from_files, from_model
from tests.recording import CASSETTES, ROOT, cassette_path, open_cassette

KEY = "sk-very-secret-0123456789"
MAX_BYTES = 1_000_000
# Shapes of keys and tokens that services hand out, and headers that carry them.
SECRET = re.compile(
    r"sk-[\w-]{8}|gh[pousr]_\w{8}|AKIA\w{8}|eyJ[\w-]{16}|(?i:bearer |authorization|set-cookie)"
)
QUOTED = "“Ça” said:\nyes – \u2028\x85 'no'  \n \tend\n"


def recorded(path: Path, *answers: Answer, questions: tuple[str, ...] = ("one",)) -> list[str]:
    """Record one answer for each question and return what came."""
    queue = iter(answers)
    with ModelServer(lambda _: next(queue)) as server, open_cassette(path, record=True):
        model = OpenAIModel("handwritten", base_url=server.base_url, key=KEY)
        return [model.complete(a_request(question)).text for question in questions]


def replayed(path: Path, *questions: str) -> list[str]:
    with open_cassette(path, record=False):
        model = OpenAIModel("handwritten", base_url="http://127.0.0.1:9/v1", key=KEY)
        return [model.complete(a_request(question)).text for question in questions]


def test_a_replay_gives_what_was_recorded_without_a_server(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    answers = recorded(path, completion(QUOTED), completion("two"), questions=("one", QUOTED))
    assert answers == [QUOTED, "two"]
    assert replayed(path, "one", QUOTED) == answers


def test_a_recording_holds_no_key_no_address_and_no_header_but_the_type(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    headers = {"Set-Cookie": "session=abcdef", "X-Request-Id": "r-123"}
    recorded(path, Answer(completion("one").body, headers=headers))
    text = path.read_text(encoding="utf-8")
    assert SECRET.search(text) is None
    assert re.findall(r"127\.0\.0\.1|session|r-123|(?i:user-agent|x-stainless)", text) == []
    assert "Bearer " not in text


def test_a_question_that_was_not_recorded_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    recorded(path, completion("one"))
    with pytest.raises(Exception, match="nothing similar to it"):
        replayed(path, "another")


def test_a_recording_that_is_not_replayed_to_its_end_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    recorded(path, completion("one"), completion("two"), questions=("one", "two"))
    with pytest.raises(AssertionError, match=r"1 exchanges of a\.yaml were not asked for"):
        replayed(path, "two")


def test_attempts_that_were_tried_again_are_not_recorded(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    recorded(path, fault(429), fault(503), completion("one"))
    assert path.read_text(encoding="utf-8").count("- request:") == 1
    assert replayed(path, "one") == ["one"]


def test_the_order_of_the_requests_does_not_show_in_the_file(tmp_path: Path) -> None:
    one, two = completion("one"), completion("two")
    recorded(tmp_path / "a.yaml", one, two, questions=("one", "two"))
    recorded(tmp_path / "b.yaml", two, one, questions=("two", "one"))
    assert (tmp_path / "a.yaml").read_bytes() == (tmp_path / "b.yaml").read_bytes()


def test_a_real_model_is_recorded_under_the_name_the_test_uses(tmp_path: Path) -> None:
    with ModelServer(lambda _: completion("real")) as real:
        passed_on = from_model(real.base_url, "vendor/m9", KEY)
        with ModelServer(passed_on) as server, open_cassette(tmp_path / "a.yaml", record=True):
            OpenAIModel("handwritten", base_url=server.base_url).complete(a_request())
        (asked,) = real.asked
    assert (asked.model, asked.headers["authorization"]) == ("vendor/m9", f"Bearer {KEY}")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8").count("- request:") == 1
    assert replayed(tmp_path / "a.yaml", "Passage S1.1") == ["real"]


BODIES = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    [QUOTED, "", "null", '{"a":1}', '{"a": 1}', "2018-01-19", '{"a":"2018-01-19\\n\\u2028"}', "1e5"]
)


@given(BODIES, BODIES)
@example("\x85", " \n\u2028 \n")
def test_bodies_survive_being_written_and_read(asked: str, answered: str) -> None:
    headers = {"content-type": ["application/json"]}
    cassette = {
        "version": 1,
        "interactions": [
            {
                "request": {
                    "method": "POST",
                    "uri": "http://h/",
                    "headers": headers,
                    "body": asked,
                },
                "response": {
                    "status": {"code": 200, "message": "OK"},
                    "headers": headers,
                    "body": {"string": answered},
                },
            }
        ],
    }
    assert cassette_format.deserialize(cassette_format.serialize(cassette)) == cassette


def test_every_recording_belongs_to_a_test_is_small_and_holds_no_secret() -> None:
    for file in sorted(CASSETTES.rglob("*.yaml")):
        module = ROOT / "tests" / file.parent.relative_to(CASSETTES).with_suffix(".py")
        assert module.is_file(), f"{file} belongs to no test"
        tests = re.findall(r"^def (test_\w+)", module.read_text(encoding="utf-8"), re.MULTILINE)
        assert file.stem.partition("-")[0] in tests, f"{file} belongs to no test"
        assert file.stat().st_size < MAX_BYTES, f"{file} is too large to be reviewed"
        assert SECRET.search(file.read_text(encoding="utf-8")) is None, f"{file} holds a secret"


def test_a_parametrized_test_has_a_recording_of_a_safe_name() -> None:
    path = cassette_path(ROOT / "tests" / "stages" / "test_x.py", "test_a[b/../c]")
    assert path == CASSETTES / "stages" / "test_x" / "test_a-b-..-c-.yaml"


def test_no_test_reaches_beyond_this_machine() -> None:
    with (
        pytest.warns(UserWarning, match="tried to use socket"),
        pytest.raises(SocketConnectBlockedError),
        socket.socket() as outward,
    ):
        outward.connect(("192.0.2.1", 80))


def test_answers_from_files_do_not_leave_their_folder() -> None:
    with ModelServer(from_files("port")) as server:
        model = OpenAIModel("handwritten", base_url=server.base_url, max_retries=0)
        with pytest.raises(Exception, match="HTTP 404"):
            model.complete(a_request("Passage ../../port/compose"))
