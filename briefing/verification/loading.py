"""Read a briefing file as strictly as its format is written down."""

import json
from collections import Counter
from pathlib import Path

from pydantic import ValidationError

from briefing.errors import InputError
from briefing.records.briefings import Briefing


def load_briefing(path: Path) -> Briefing:
    """Read the JSON of a briefing.

    Raises:
        InputError: The file cannot be read, is not JSON, or is not format `briefing/1` to the
            key.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        briefing = Briefing.model_validate_json(text, strict=True)
        written = json.loads(text, object_pairs_hook=_without_repeats)
    except OSError as error:
        raise InputError(f"cannot read {str(path)!r}: {error.strerror}") from error
    except ValidationError as error:
        first, number = error.errors()[0], error.error_count()
        place = ".".join(map(str, first["loc"])) or "the top"
        raise InputError(
            f"{str(path)!r} is not a briefing file (format briefing/1): "
            f"at {place}: {first['msg']}; {number} such faults; name the .json of a briefing"
        ) from error
    except ValueError as error:
        raise InputError(f"{str(path)!r} is not a briefing file: {error}") from error
    if written != briefing.model_dump(mode="json"):
        raise InputError(f"{str(path)!r} is not a briefing file: keys are missing from it")
    return briefing


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse an object that says two things under one key; readers differ in which they take."""
    values = dict(pairs)
    if len(values) < len(pairs):
        name = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise ValueError(f"the key {name!r} stands twice in one object")
    return values
