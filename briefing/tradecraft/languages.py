"""Which language a text is in."""

from itertools import islice

# Twice as much changes no verdict on news and takes twice as long.
_SAMPLE = 2000
_FEWEST_LETTERS = 40


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, judged by its beginning.

    Args:
        text: Any text; its first 2,000 code points decide.

    Returns:
        `en`, `de`, …; `None` for fewer than 40 letters, on which the classifier guesses.
    """
    sample = text[:_SAMPLE]
    letters = islice(filter(str.isalpha, sample), _FEWEST_LETTERS)
    if len(tuple(letters)) < _FEWEST_LETTERS:
        return None
    # Reading its model takes half a second that only a run with articles should pay.
    import py3langid  # noqa: PLC0415

    code, _ = py3langid.classify(sample)
    return str(code)
