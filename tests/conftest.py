"""Fixtures and options for recorded exchanges with a model; see `cassettes/README.md`.

That no test reaches beyond this machine is pytest-socket's business, by `addopts` in
`pyproject.toml`.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Protocol

import pytest
from vcr.cassette import Cassette

from tests.model_server import Answering, ModelServer, from_files, from_model
from tests.recording import cassette_path, open_cassette

_NOBODY = "http://127.0.0.1:9/v1"


class Serving(Protocol):
    """Starts whoever answers, when recording, and returns the address to ask in either case."""

    def __call__(self, answering: str | Answering) -> str: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("cassettes")
    group.addoption("--record", action="store_true", help="Record the cassettes of these tests.")
    group.addoption(
        "--record-from",
        metavar="BASE_URL",
        help="With --record: a real model to record instead of the answers in tests/answers. "
        "Needs --record-model, and --force-enable-socket if it is not on this machine; the key "
        "is read from OPENAI_API_KEY.",
    )
    group.addoption("--record-model", metavar="NAME", help="The real model to record.")


def pytest_configure(config: pytest.Config) -> None:
    asked = [bool(config.getoption(name)) for name in ("--record-from", "--record-model")]
    if any(asked) and not (all(asked) and config.getoption("--record")):
        raise pytest.UsageError("--record-from and --record-model need each other and --record")


@pytest.fixture
def cassette(request: pytest.FixtureRequest) -> Iterator[Cassette]:
    """The recording of this test: nothing else answers while it is in use."""
    path = cassette_path(request.path, request.node.name)
    with open_cassette(path, record=request.config.getoption("--record")) as tape:
        yield tape


@pytest.fixture
def serving(request: pytest.FixtureRequest, cassette: Cassette) -> Iterator[Serving]:
    """Give the address of a model: of a server when recording, else one where nobody listens.

    `serving("seeds")` answers from `tests/answers/seeds`; a function answers by itself.
    """
    real_url, real_model = map(request.config.getoption, ("--record-from", "--record-model"))
    with ExitStack() as servers:

        def serve(answering: str | Answering) -> str:
            if not request.config.getoption("--record"):
                return _NOBODY
            if not isinstance(answering, str):
                chosen = answering
            elif real_url:
                key = os.environ.get("OPENAI_API_KEY", "none")
                chosen = from_model(real_url, real_model, key)
            else:
                chosen = from_files(answering)
            return servers.enter_context(ModelServer(chosen)).base_url

        yield serve
