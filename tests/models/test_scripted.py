import pytest

from briefing.errors import ModelError
from briefing.models.scripted import ScriptedModel
from tests.builders_drafting import a_reply, a_request


def test_replies_come_in_order_and_requests_are_remembered() -> None:
    model = ScriptedModel(["one", a_reply("two")])
    asked = (a_request("first"), a_request("second"))
    assert [model.complete(request).text for request in asked] == ["one", "two"]
    assert model.requests == asked


def test_an_error_in_the_queue_is_raised() -> None:
    model = ScriptedModel([ModelError("gone"), "back"])
    with pytest.raises(ModelError, match="gone"):
        model.complete(a_request())
    assert model.complete(a_request()).text == "back"


def test_one_request_too_many_is_an_error() -> None:
    with pytest.raises(ModelError, match="no reply left"):
        ScriptedModel([]).complete(a_request())
