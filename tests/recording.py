"""Recordings of what went over the wire: how they are made, matched and kept small."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import vcr
from vcr.cassette import Cassette
from vcr.request import Request

from tests import cassette_format

ROOT = Path(__file__).parent.parent
CASSETTES = ROOT / "cassettes"
KEPT_HEADERS = frozenset({"content-type"})
RECORDED_HOST = "http://model.invalid"
_RETRIED = frozenset({408, 409, 429})


def cassette_path(module: Path, test: str) -> Path:
    """Where the recording of a test lies: `cassettes/<path of the module>/<test>.yaml`."""
    folder = module.relative_to(ROOT / "tests").with_suffix("")
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in test)
    return CASSETTES / folder / f"{safe}.yaml"


@contextmanager
def open_cassette(path: Path, *, record: bool) -> Iterator[Cassette]:
    """Record into a file, or let nothing but the file answer.

    Replaying, every request must stand in the recording byte for byte, and every recorded exchange
    must be asked for once.
    """
    if record:
        path.unlink(missing_ok=True)
    recorder = vcr.VCR(
        record_mode="all" if record else "none",
        before_record_request=_keep_little_of_request,
        before_record_response=_keep_little_of_response,
        decode_compressed_response=True,
        ignore_localhost=False,
        # A server in this process may pass requests on by urllib: only ours are to be recorded.
        skip_patchers=("httplib",) if record else (),
    )
    recorder.register_serializer("readable", cassette_format)
    recorder.serializer = "readable"
    recorder.register_matcher("same_call", _is_same_call)
    recorder.match_on = ["same_call"]
    with recorder.use_cassette(path) as cassette:
        yield cassette
    unplayed = len(cassette) - len(cassette.play_counts)
    if unplayed and not record:
        raise AssertionError(f"{unplayed} exchanges of {path.name} were not asked for: record anew")


def _is_same_call(asked: Request, recorded: Request) -> bool:
    """Compare method, path and body; host and port of a local server differ every time.

    The matcher for bodies that comes with vcrpy words the difference for every recording that
    does not match, which is quadratic.
    """
    return (asked.method, asked.path, asked.body) == (
        recorded.method,
        recorded.path,
        recorded.body,
    )


def _keep_little_of_request(request: Request) -> Request:
    request.uri = RECORDED_HOST + request.path
    request.headers = {
        name: value for name, value in request.headers.items() if name.lower() in KEPT_HEADERS
    }
    return request


def _keep_little_of_response(response: dict[str, object]) -> dict[str, object] | None:
    """Drop headers that are not kept, and answers after which the client only tries again."""
    status = response["status"]
    headers = response["headers"]
    if not isinstance(status, dict) or not isinstance(headers, dict):
        raise TypeError(f"vcrpy hands over responses in another form: {response!r}")
    if status["code"] in _RETRIED or status["code"] >= 500:
        return None
    kept = {name: value for name, value in headers.items() if name.lower() in KEPT_HEADERS}
    return {**response, "headers": kept}
