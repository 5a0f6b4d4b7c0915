import pytest

from briefing.tradecraft.absolute_dates import make_absolute
from tests.builders import a_date


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She led in Sunday's vote.", "She led in the 3 March 2019 (inferred) vote."),
        ("Sunday’s vote was calm.", "The 3 March 2019 (inferred) vote was calm."),
        ("He left last week.", "He left during 25 February to 3 March 2019 (inferred)."),
    ],
)
def test_a_relative_date_becomes_one_that_fits_the_sentence(sentence: str, expected: str) -> None:
    assert make_absolute(sentence, a_date("2019-03-04")).text == expected


def test_before_the_weekend_may_mean_one_to_come() -> None:
    sentence = 'She hoped it would be done "before the weekend".'
    assert make_absolute(sentence, a_date("2019-03-05")).unresolved == "before the weekend"
