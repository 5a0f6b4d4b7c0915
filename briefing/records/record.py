"""What every record is: frozen, and closed to keys it does not know."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A value that travels between stages; never changed, only copied with `model_copy`."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Span(Record):
    """Half-open range of 0-based code points in a source's stored text."""

    start: int
    end: int
