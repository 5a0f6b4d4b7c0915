"""Stage `drafts`: every passage is put to a drafter, several at a time."""

from collections.abc import Sequence
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from types import TracebackType

from briefing.errors import InputError, ModelError, ReplyError
from briefing.ports import Drafter, Progress
from briefing.records.drafts import DraftSummary
from briefing.records.passages import Passage
from briefing.records.record import Record


class Drafted(Record):
    """What came of asking about one passage: a summary, or one line that says why there is none."""

    passage: Passage
    summary: DraftSummary | None
    failure: str | None


class _Outcome(Record):
    """`index` is the passage's place; `answered` whether the drafter gave any sign of life."""

    index: int
    drafted: Drafted
    answered: bool


_Job = tuple[int, Passage]
_Jobs = SimpleQueue[_Job | None]
_Outcomes = SimpleQueue[_Outcome | BaseException]


def draft(
    passages: Sequence[Passage],
    drafter: Drafter,
    *,
    concurrency: int,
    progress: Progress | None = None,
) -> tuple[Drafted, ...]:
    """Ask a drafter about every passage, at most `concurrency` at a time.

    A failed request fails its passage, and the others go on. Once the first `concurrency` requests
    have failed, or later twice as many in a row, the drafter gets no further passage: a wrong key
    does not become a thousand refused requests. An unusable reply counts as an answer here.
    Interrupted, it returns at once and leaves requests under way to end with the process.

    Args:
        passages: Any number, also none.
        drafter: Threads share it.
        concurrency: At least 1.
        progress: Told after every passage, from the calling thread only.

    Returns:
        One result for each passage, in the order of the passages.

    Raises:
        InputError: `concurrency` is less than 1.
        ModelError: There were passages, and none of them got a summary. Gives the first reason.
    """
    if concurrency < 1:
        raise InputError(f"concurrency must be at least 1, found {concurrency!r}")
    jobs: _Jobs = SimpleQueue()
    outcomes: _Outcomes = SimpleQueue()
    workers = min(concurrency, len(passages))
    tally = _Tally(passages, workers, progress)
    try:
        for _ in range(workers):
            _start(jobs, outcomes, drafter)
        tally.collect(jobs, outcomes)
    finally:
        for _ in range(workers):
            jobs.put(None)
    return _some_answered(tally.results())


def _start(jobs: _Jobs, outcomes: _Outcomes, drafter: Drafter) -> None:
    """Start a worker that is not awaited at exit.

    Threads of a ThreadPoolExecutor are: Ctrl-C would hang until the slowest request timed out.
    """
    Thread(target=_work, args=(jobs, outcomes, drafter), daemon=True).start()


class _Tally:
    """Hands out passages and keeps what comes back; lives in the calling thread alone.

    It hands out the next passage only after it has looked at an outcome, so workers cannot run
    ahead of the decision to stop.
    """

    def __init__(
        self, passages: Sequence[Passage], workers: int, progress: Progress | None
    ) -> None:
        self._total = len(passages)
        self._waiting = enumerate(passages)
        self._workers = workers
        self._progress = progress
        self._results: dict[int, Drafted] = {}
        self._failed = 0
        self._silent = 0
        """Requests in a row without any answer."""
        self._ever_answered = False

    def collect(self, jobs: _Jobs, outcomes: _Outcomes) -> None:
        """Wait until every passage has a result, or a worker raised what nobody expected."""
        for job in islice(self._waiting, self._workers):
            jobs.put(job)
        while len(self._results) < self._total:
            outcome = outcomes.get()
            if isinstance(outcome, BaseException):
                raise outcome
            self._note(outcome.index, outcome.drafted)
            self._ever_answered |= outcome.answered
            self._silent = 0 if outcome.answered else self._silent + 1
            if self._silent >= self._workers * (2 if self._ever_answered else 1):
                self._give_up(f"{outcome.drafted.failure}")
            for job in islice(self._waiting, 1):
                jobs.put(job)
            if self._progress is not None:
                done = len(self._results)
                self._progress.update(done=done, failed=self._failed, total=self._total)

    def results(self) -> tuple[Drafted, ...]:
        """Return the results in the order of the passages."""
        return tuple(self._results[index] for index in range(self._total))

    def _note(self, index: int, drafted: Drafted) -> None:
        self._results[index] = drafted
        self._failed += drafted.summary is None

    def _give_up(self, reason: str) -> None:
        """Fail every passage that was not handed out yet."""
        failure = f"not asked, as the model had stopped answering: {reason}"
        for index, passage in self._waiting:
            self._note(index, Drafted(passage=passage, summary=None, failure=failure))


class _HandOver:
    """Sends whatever leaves a `with` block to the thread that waits, which raises it there."""

    def __init__(self, outcomes: _Outcomes) -> None:
        self._outcomes = outcomes

    def __enter__(self) -> None:
        """Guard the block."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Hand the error over."""
        if error is not None:
            self._outcomes.put(error)
        return True


def _work(jobs: _Jobs, outcomes: _Outcomes, drafter: Drafter) -> None:
    """Read passages until told that there are no more."""
    with _HandOver(outcomes):
        for index, passage in iter(jobs.get, None):
            outcomes.put(_ask(index, passage, drafter))


def _ask(index: int, passage: Passage, drafter: Drafter) -> _Outcome:
    try:
        summary = drafter.summarize(passage)
    except ModelError as error:
        drafted = Drafted(passage=passage, summary=None, failure=str(error))
        return _Outcome(index=index, drafted=drafted, answered=isinstance(error, ReplyError))
    drafted = Drafted(passage=passage, summary=summary, failure=None)
    return _Outcome(index=index, drafted=drafted, answered=True)


def _some_answered(results: tuple[Drafted, ...]) -> tuple[Drafted, ...]:
    """Return the results, or raise `ModelError` if there are only failures."""
    if results and all(drafted.summary is None for drafted in results):
        raise ModelError(f"no passage could be read: {results[0].failure}")
    return results
