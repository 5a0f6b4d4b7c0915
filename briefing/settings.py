"""What shapes a run. Read and filled in by `cli`; nothing here reads the environment."""

from briefing.records.record import Record


class Settings(Record):
    """How articles are cut and how many questions are in flight.

    `passage_tokens` bounds the sentences of one passage, counted as code points divided by four,
    which overestimates English news by about a fifth; a longer sentence gets a passage of its own.
    """

    passage_tokens: int = 1200
    concurrency: int = 8
    max_answer_tokens: int = 6000


class Request(Record):
    """What the user asked for. Dates are ISO days; `as_of` is always given."""

    audience: str
    as_of: str
    title: str | None = None
    question: str | None = None
    language: str = "en"
    since: str | None = None
    until: str | None = None
