import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from threading import Barrier, Lock, current_thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.drafters.by_model import ModelDrafter
from briefing.errors import InputError, ModelError, ReplyError
from briefing.models.openai import OpenAIModel
from briefing.ports import Material, ModelReply
from briefing.prompts import load_prompts
from briefing.records.drafts import DraftJudgements, DraftSummary
from briefing.records.passages import Passage
from briefing.settings import Settings
from briefing.stages.drafts import Drafted, draft
from tests.builders import a_passage
from tests.builders_drafting import NO_CLAIMS, a_draft_claim
from tests.model_server import Answer, Asked, ModelServer, completion, fault


class Reader:
    """A drafter that reads by a function of the passage and counts how often it is asked."""

    def __init__(self, read: Callable[[Passage], DraftSummary]) -> None:
        self._read = read
        self._lock = Lock()
        self.asked = 0

    @property
    def name(self) -> str:
        return "reader"

    @property
    def languages(self) -> None:
        return None

    @property
    def prompt_hashes(self) -> dict[str, str]:
        return {}

    def summarize(self, passage: Passage) -> DraftSummary:
        with self._lock:
            self.asked += 1
        return self._read(passage)

    def compose(self, material: Material) -> DraftJudgements:
        raise NotImplementedError

    def usage(self) -> Sequence[ModelReply]:
        return ()


class Noted:
    """Progress that keeps what it is told, and by which thread."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int, int]] = []
        self.threads: set[str] = set()

    def update(self, *, done: int, failed: int, total: int) -> None:
        self.steps.append((done, failed, total))
        self.threads.add(current_thread().name)


def passages(count: int) -> tuple[Passage, ...]:
    return tuple(a_passage(f"Text {n}.", source=f"S{n}") for n in range(1, count + 1))


def echo(passage: Passage) -> DraftSummary:
    return DraftSummary(claims=(a_draft_claim(passage.sentences[0].text),))


def gone(passage: Passage) -> DraftSummary:
    raise ModelError(f"no server for {passage.id}")


def failing(error: type[ModelError], *sources: str) -> Callable[[Passage], DraftSummary]:
    """Echo, except for passages of these sources."""

    def read(passage: Passage) -> DraftSummary:
        if passage.source not in sources:
            return echo(passage)
        raise ReplyError("nonsense", ()) if error is ReplyError else error("lost")

    return read


def over_http(
    server: ModelServer, wanted: Sequence[Passage], *, concurrency: int
) -> tuple[Drafted, ...]:
    model = OpenAIModel("m1", base_url=server.base_url, max_retries=0)
    drafter = ModelDrafter(model, load_prompts(), Settings())
    return draft(wanted, drafter, concurrency=concurrency)


@given(st.integers(0, 30), st.integers(1, 9))
def test_every_passage_has_its_own_result_in_order(count: int, concurrency: int) -> None:
    wanted = passages(count)
    drafted = draft(wanted, Reader(echo), concurrency=concurrency)
    assert [each.passage for each in drafted] == list(wanted)
    for each in drafted:
        assert each.summary is not None
        assert each.summary.claims[0].statement == each.passage.sentences[0].text
        assert each.failure is None


@given(st.sets(st.integers(1, 12)), st.integers(1, 5))
def test_unusable_replies_fail_their_passages_and_no_other(bad: set[int], concurrency: int) -> None:
    reader = Reader(failing(ReplyError, *(f"S{n}" for n in bad)))
    drafted = draft(passages(13), reader, concurrency=concurrency)
    assert [n for n, each in enumerate(drafted, 1) if each.summary is None] == sorted(bad)
    assert {each.failure for each in drafted if each.summary is None} <= {"nonsense"}
    assert reader.asked == 13


def test_results_keep_the_order_of_the_passages_when_the_first_is_slowest() -> None:
    def slow_first(passage: Passage) -> DraftSummary:
        time.sleep(0.1 if passage.source == "S1" else 0)
        return echo(passage)

    drafted = draft(passages(4), Reader(slow_first), concurrency=4)
    assert [each.passage.source for each in drafted] == ["S1", "S2", "S3", "S4"]


def test_a_lost_connection_fails_its_passage_and_the_run_goes_on() -> None:
    drafted = draft(passages(9), Reader(failing(ModelError, "S3", "S7")), concurrency=2)
    assert [each.passage.source for each in drafted if each.failure] == ["S3", "S7"]
    assert drafted[2].failure == "lost"


def test_a_model_that_never_answers_is_asked_hardly_more_often_than_the_first_round() -> None:
    reader = Reader(gone)
    with pytest.raises(ModelError, match=r"no passage could be read: no server for S1\.1"):
        draft(passages(1000), reader, concurrency=4)
    assert reader.asked == 7  # the first round, and what three failures let through


def test_a_model_that_stops_answering_is_given_up_and_the_rest_failed_with_the_reason() -> None:
    reader = Reader(failing(ModelError, *(f"S{n}" for n in range(3, 101))))
    drafted = draft(passages(100), reader, concurrency=1)
    assert reader.asked == 4
    assert [each.failure for each in drafted[:4]] == [None, None, "lost", "lost"]
    assert {each.failure for each in drafted[4:]} == {
        "not asked, as the model had stopped answering: lost"
    }


def test_a_reply_that_cannot_be_used_is_a_sign_of_life() -> None:
    def flaky(passage: Passage) -> DraftSummary:
        number = int(passage.source[1:])
        if number == 40:
            return echo(passage)
        raise ReplyError("nonsense", ()) if number % 2 else ModelError("lost")

    reader = Reader(flaky)
    draft(passages(40), reader, concurrency=1)
    assert reader.asked == 40


def test_only_unusable_replies_are_no_briefing_either() -> None:
    reader = Reader(failing(ReplyError, "S1", "S2"))
    with pytest.raises(ModelError, match="no passage could be read: nonsense"):
        draft(passages(2), reader, concurrency=2)


def test_no_passages_are_no_error() -> None:
    assert draft((), Reader(gone), concurrency=3) == ()


@pytest.mark.parametrize("concurrency", [0, -1])
def test_less_than_one_request_at_a_time_is_refused(concurrency: int) -> None:
    with pytest.raises(InputError, match=f"at least 1, found {concurrency}"):
        draft(passages(1), Reader(echo), concurrency=concurrency)


def test_progress_is_told_by_the_calling_thread_until_all_is_done() -> None:
    noted = Noted()
    draft(passages(5), Reader(failing(ReplyError, "S2")), concurrency=3, progress=noted)
    assert [done for done, _, _ in noted.steps] == [1, 2, 3, 4, 5]
    assert noted.steps[-1] == (5, 1, 5)
    assert noted.threads == {current_thread().name}


def test_progress_counts_passages_that_are_not_asked_about_any_more() -> None:
    noted = Noted()
    with pytest.raises(ModelError):
        draft(passages(50), Reader(gone), concurrency=1, progress=noted)
    assert noted.steps[-1] == (50, 50, 50)


def test_an_error_nobody_expected_reaches_the_caller_and_stops_the_rest() -> None:
    def broken(passage: Passage) -> DraftSummary:
        raise ZeroDivisionError(passage.id)

    reader = Reader(broken)
    with pytest.raises(ZeroDivisionError, match=r"S1\.1"):
        draft(passages(1000), reader, concurrency=1)
    assert reader.asked == 1


@pytest.mark.parametrize("concurrency", [1, 3, 8])
def test_as_many_requests_as_asked_for_are_in_flight(concurrency: int) -> None:
    together = Barrier(concurrency)

    def answer_when_all_are_here(_: Asked) -> Answer:
        together.wait(timeout=20)
        return completion(NO_CLAIMS)

    with ModelServer(answer_when_all_are_here) as server:
        drafted = over_http(server, passages(24), concurrency=concurrency)
        assert server.most_in_flight == concurrency
        assert len(server.asked) == 24
    assert all(each.summary is not None for each in drafted)


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_server_that_refuses_everything_is_not_hammered(status: int) -> None:
    with ModelServer(lambda _: fault(status)) as server:
        with pytest.raises(ModelError, match=rf"openai:m1: .*\(HTTP {status}\)"):
            over_http(server, passages(500), concurrency=4)
        assert len(server.asked) == 7


def test_one_bad_answer_among_good_ones_over_http() -> None:
    def answer(asked: Asked) -> Answer:
        return completion("{" if asked.passage == "S2.1" else NO_CLAIMS)

    with ModelServer(answer) as server:
        drafted = over_http(server, passages(3), concurrency=2)
        assert len(server.asked) == 4
    assert [each.summary is None for each in drafted] == [False, True, False]
    assert "no usable answer on passage S2.1" in (drafted[1].failure or "")


INTERRUPTED = """
import sys
from tests.stages.test_drafts import *

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
all_here = Barrier(8, action=lambda: print("all eight are here", flush=True))

def never(_):
    all_here.wait()
    return completion(NO_CLAIMS, wait_s=600)

with ModelServer(never) as server:
    model = OpenAIModel("m1", base_url=server.base_url)
    try:
        draft(passages(50), ModelDrafter(model, load_prompts(), Settings()), concurrency=8)
    except KeyboardInterrupt:
        print("asked", len(server.asked), flush=True)
        sys.exit(130)
"""


def test_an_interrupt_ends_the_process_at_once_with_requests_under_way() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, text=True
    )
    with process, ExitStack() as cleaning:
        cleaning.callback(process.kill)
        assert process.stdout is not None
        assert process.stdout.readline() == "all eight are here\n"
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
        assert said == "asked 8\n"
        assert process.returncode == 130
