"""The briefing file itself, `briefing/1`: every other format is rendered from it."""

from briefing.records.briefings import Briefing


def render_json(briefing: Briefing) -> str:
    """Return a briefing as its file holds it.

    Indented by two spaces, keys in the order of the records, characters as they are instead of
    escapes, one line feed at the end. The same briefing gives the same text.
    """
    return briefing.model_dump_json(indent=2) + "\n"
