import json
from pathlib import Path

import pytest

from briefing.drafters.by_model import ModelDrafter
from briefing.errors import ModelError, ReplyError
from briefing.models.openai import OpenAIModel
from briefing.models.scripted import ScriptedModel
from briefing.ports import Drafter, LanguageModel, ModelReply
from briefing.prompts import load_prompts
from briefing.records.drafts import DraftSummary
from briefing.settings import Settings
from tests.builders import a_passage
from tests.builders_drafting import (
    NO_CLAIMS,
    a_material,
    a_summary_text,
    an_assessed_claim,
    some_judgements_text,
)
from tests.conftest import Serving
from tests.model_server import Answer, Asked, ModelServer, completion, fault

PROMPTS = load_prompts()
PORT = a_passage("The port of Velan closed on Friday.", "Okoro said ships may wait for weeks.")
CUT = ModelReply(text='{"claims": [', ended="length", prompt_tokens=9, completion_tokens=9)
REFUSAL = ModelReply(text="I cannot.", ended="refusal", prompt_tokens=9, completion_tokens=9)


def a_drafter(model: LanguageModel, max_answer_tokens: int = 600) -> ModelDrafter:
    return ModelDrafter(model, PROMPTS, Settings(max_answer_tokens=max_answer_tokens))


def over_http(base_url: str) -> ModelDrafter:
    return a_drafter(OpenAIModel("handwritten", base_url=base_url, max_retries=0))


def test_a_drafter_is_what_the_pipeline_asks_for() -> None:
    drafter: Drafter = a_drafter(ScriptedModel([]))
    assert drafter.name == "scripted:replies"
    assert drafter.languages is None
    assert drafter.usage() == ()
    assert drafter.prompt_hashes == {
        name: PROMPTS[name].sha256 for name in ("summarize", "compose")
    }


def test_a_good_answer_is_taken_at_once() -> None:
    model = ScriptedModel([a_summary_text("The port closed.", 1)])
    drafter = a_drafter(model)
    assert drafter.summarize(PORT).claims[0].statement == "The port closed."
    (request,) = model.requests
    assert (request.name, request.max_tokens) == ("summarize", 600)
    assert "[1] The port of Velan closed on Friday." in request.messages[-1].content
    assert json.loads(request.schema_text)["required"] == ["claims"]


def test_evidence_that_does_not_exist_is_not_the_drafters_business() -> None:
    summary = a_drafter(ScriptedModel([a_summary_text("The port closed.", 77)])).summarize(PORT)
    assert summary.claims[0].evidence == (77,)


def test_claims_that_do_not_exist_are_not_the_drafters_business() -> None:
    material = a_material([an_assessed_claim("C1")])
    draft = a_drafter(ScriptedModel([some_judgements_text("C99")])).compose(material)
    assert draft.headline.claims == ("C99",)


@pytest.mark.parametrize(
    ("first", "problem"),
    [
        ("Here are the claims:", "did not fit the schema: answer: Invalid JSON"),
        ('{"claims": [{"statement": "x"}]}', "claims.0.evidence: Field required"),
        ('{"claims": [], "confidence": "high"}', "confidence: Extra inputs are not permitted"),
        (a_summary_text().replace("[1]", '["1"]'), "claims.0.evidence.0: Input should be a valid"),
        (
            a_summary_text("STATED").replace("STATED", "x" * 401),
            "claims.0.statement: String should have at most 400",
        ),
        ("```json\n" + NO_CLAIMS + "\n```", "Invalid JSON"),
        (CUT, "was cut off at the limit"),
        (REFUSAL, "was a refusal"),
    ],
)
def test_a_problem_goes_back_to_the_model_once(first: str | ModelReply, problem: str) -> None:
    model = ScriptedModel([first, NO_CLAIMS])
    drafter = a_drafter(model)
    assert drafter.summarize(PORT) == DraftSummary(claims=())
    asked, again = model.requests
    text = first if isinstance(first, str) else first.text
    assert again.messages[:2] == asked.messages
    assert [message.role for message in again.messages[2:]] == ["assistant", "user"]
    assert again.messages[2].content == text
    assert problem in again.messages[3].content
    assert len(drafter.usage()) == 2


def test_an_answer_without_any_text_is_sent_back_as_such() -> None:
    model = ScriptedModel(["", NO_CLAIMS])
    a_drafter(model).summarize(PORT)
    assert model.requests[1].messages[2].content == "(no answer)"


def test_an_answer_that_is_whole_at_the_limit_is_taken() -> None:
    whole = CUT.model_copy(update={"text": NO_CLAIMS})
    assert a_drafter(ScriptedModel([whole])).summarize(PORT).claims == ()


@pytest.mark.parametrize("second", ["nonsense", CUT, REFUSAL])
def test_a_second_failure_is_the_last_and_keeps_both_replies(second: str | ModelReply) -> None:
    model = ScriptedModel(["garbage", second, NO_CLAIMS])
    with pytest.raises(ReplyError, match=r"no usable answer on passage S1\.1 in two att") as caught:
        a_drafter(model).summarize(PORT)
    text = second if isinstance(second, str) else second.text
    assert caught.value.replies == ("garbage", text)
    assert len(model.requests) == 2


def test_a_composition_that_fails_says_so() -> None:
    material = a_material([an_assessed_claim()])
    with pytest.raises(ReplyError, match="no usable answer on the judgements"):
        a_drafter(ScriptedModel(["{}", "{}"])).compose(material)


def test_a_failure_is_told_in_one_short_line_whatever_the_model_wrote() -> None:
    keys = {f"\x1b[31m\n{'k' * 500}{number}": 1 for number in range(100)}
    evil = json.dumps({"claims": [], **keys})
    with pytest.raises(ReplyError) as caught:
        a_drafter(ScriptedModel([evil, evil])).summarize(PORT)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 1600
    assert message.endswith("; and 92 more")


def test_a_lost_connection_is_not_repaired() -> None:
    model = ScriptedModel([ModelError("gone"), NO_CLAIMS])
    with pytest.raises(ModelError, match="gone"):
        a_drafter(model).summarize(PORT)
    assert len(model.requests) == 1


def test_a_lost_connection_in_the_second_attempt_keeps_the_first_reply_in_the_usage() -> None:
    drafter = a_drafter(ScriptedModel([CUT, ModelError("gone")]))
    with pytest.raises(ModelError, match="gone"):
        drafter.summarize(PORT)
    assert drafter.usage() == (CUT,)


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_faults_of_a_server_come_through(status: int) -> None:
    with (
        ModelServer(lambda _: fault(status)) as server,
        pytest.raises(ModelError, match=rf"HTTP {status}"),
    ):
        over_http(server.base_url).summarize(PORT)


def test_over_http_an_answer_is_repaired_on_the_second_try() -> None:
    def answer(asked: Asked) -> Answer:
        return completion(NO_CLAIMS if asked.is_second else "{")

    with ModelServer(answer) as server:
        drafter = over_http(server.base_url)
        assert drafter.summarize(PORT).claims == ()
        assert [asked.is_second for asked in server.asked] == [False, True]
    assert [reply.completion_tokens for reply in drafter.usage()] == [0, 3]


# Each kind of reply once as a recording of the wire; the answers lie in tests/answers/port.


def test_recorded_good_answers(serving: Serving) -> None:
    drafter = over_http(serving("port"))
    summary = drafter.summarize(PORT)
    assert [claim.evidence for claim in summary.claims] == [(1,), (2,)]
    claims = [
        an_assessed_claim(f"C{n}", each.statement) for n, each in enumerate(summary.claims, 1)
    ]
    draft = drafter.compose(a_material(claims))
    assert (
        draft.headline.text == "The port of Velan closed, and Okoro said ships may wait for weeks"
    )
    assert sum(reply.completion_tokens or 0 for reply in drafter.usage()) > 100


def test_recorded_answer_that_is_repaired(serving: Serving) -> None:
    passage = PORT.model_copy(update={"id": "S1.2"})
    drafter = over_http(serving("port"))
    assert drafter.summarize(passage).claims[0].statement == "The port of Velan closed."
    assert len(drafter.usage()) == 2


def test_recorded_answer_that_stays_invalid(serving: Serving) -> None:
    passage = PORT.model_copy(update={"id": "S1.3"})
    with pytest.raises(ReplyError, match="Invalid JSON"):
        over_http(serving("port")).summarize(passage)


def test_recorded_refusal(serving: Serving) -> None:
    base_url = serving(lambda _: completion(None, refusal="I cannot help with that."))
    with pytest.raises(ReplyError, match="was a refusal") as caught:
        over_http(base_url).summarize(PORT)
    assert caught.value.replies == ("I cannot help with that.",) * 2


def test_recorded_answer_that_is_cut_off(serving: Serving) -> None:
    base_url = serving(lambda _: completion('{"claims": [{"statem', finish="length"))
    with pytest.raises(ReplyError, match="was cut off"):
        over_http(base_url).summarize(PORT)


def test_answers_that_are_served_all_have_a_request() -> None:
    folder = Path(__file__).parent.parent / "answers" / "port"
    assert sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.json")) == [
        "compose.json",
        "summarize/S1.1.json",
        "summarize/S1.2.again.json",
        "summarize/S1.2.json",
        "summarize/S1.3.json",
    ]
