"""What a source hands over: a page that could be read, or a refusal that says why not."""

from briefing.records.record import Record


class Page(Record):
    """One document as it was read, before anyone knows what in it is the article.

    `text` is the stored text that all offsets refer to: the bytes decoded, otherwise untouched
    (byte order mark and line ends kept).
    """

    location: str
    """A path relative to the working folder; outside it the file's name. Never a machine path."""
    sha256: str
    """Of the bytes."""
    text_sha256: str
    """Of `text` as UTF-8."""
    text: str
    charset: str = "utf-8"


class Refusal(Record):
    """An input that gave no article. `reason` is one line that says what to do about it."""

    location: str
    reason: str


class Intake(Record):
    """What the sources gave: each input is a page or a refusal."""

    pages: tuple[Page, ...]
    refused: tuple[Refusal, ...]
