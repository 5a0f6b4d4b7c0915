"""EDTF values: what they cover, their order, and their words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.dates_edtf import bounds, in_words, is_valid, latest, month_text, sort_key

COVERED = [
    ("2018-01-19", date(2018, 1, 19), date(2018, 1, 19)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2014", date(2014, 1, 1), date(2014, 12, 31)),
    ("2014~", date(2014, 1, 1), date(2014, 12, 31)),
    ("198X", date(1980, 1, 1), date(1989, 12, 31)),
    ("2017-21", date(2017, 3, 1), date(2017, 5, 31)),
    ("2017-23", date(2017, 9, 1), date(2017, 11, 30)),
    ("2017-24", date(2017, 1, 1), date(2018, 2, 28)),
    ("9999-24", date(9999, 1, 1), date.max),
    ("2014/2016", date(2014, 1, 1), date(2016, 12, 31)),
    ("2017-06/2018-01", date(2017, 6, 1), date(2018, 1, 31)),
    ("2014-11/..", date(2014, 11, 1), date.max),
    ("../2016", date.min, date(2016, 12, 31)),
]


@pytest.mark.parametrize(("value", "first", "last"), COVERED)
def test_bounds_are_the_first_and_last_day_a_value_may_mean(
    value: str, first: date, last: date
) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["XXXX-07", "2016/2014", "last month", "", "2018-02-30"])
def test_a_value_without_a_year_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "",
        "..",
        "../..",
        "2018-00",
        "2018-13",
        "2018-25",
        "2018-21-01",
        "2017-02-29",
        "201X-05",
        "0000",
        "XXXX",
        "18",
        "2018/2019/2020",
        "/",
        "2018/",
        "٢٠١٨",
    ],
)
def test_what_is_not_edtf_is_refused(value: str) -> None:
    assert not is_valid(value)


def test_a_leap_day_without_a_year_is_valid() -> None:
    assert is_valid("XXXX-02-29")


def test_values_are_ordered_by_their_earliest_day_and_unknown_years_come_last() -> None:
    ordered = ["198X", "2014/2016", "2016-06", "2017-01-01", "2017", "2017-22", "XXXX-07", "when"]
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_latest_is_what_reaches_furthest() -> None:
    assert latest(["2014", "2018-01-19", "XXXX-12", "2017-06/2018-01"]) == "2017-06/2018-01"
    assert latest(["2014-11/..", "2016"]) == "2016"
    assert latest(["XXXX-07"]) is None
    assert latest([]) is None


WRITTEN = [
    ("2017-08", "August 2017"),
    ("2018-01-19", "19 January 2018"),
    ("2017-22", "summer 2017"),
    ("2014", "2014"),
    ("2016-06/..", "June 2016 or later"),
    ("../2016-06", "June 2016 or earlier"),
    ("2018~", "about 2018"),
    ("XXXX-07", "July (year not stated)"),
    ("XXXX-07-02", "2 July (year not stated)"),
    ("198X", "the 1980s"),
    ("2017-06/2018-01", "June 2017 to January 2018"),
    ("2017-06/2017-08", "June to August 2017"),
    ("2018-01-08/2018-01-14", "8 to 14 January 2018"),
    ("2018-01-29/2018-02-04", "29 January to 4 February 2018"),
    ("2014/2016", "2014 to 2016"),
    ("2017-07~/2017-09~", "about July to September 2017"),
    ("2014-22/2014-23", "summer to autumn 2014"),
    ("some day", "some day"),
]


@pytest.mark.parametrize(("value", "words"), WRITTEN)
def test_a_value_is_written_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("year", "number", "month"),
    [(2018, 1, "2018-01"), (2018, 0, "2017-12"), (2018, 13, "2019-01"), (2018, -12, "2016-12")],
)
def test_months_count_across_years(year: int, number: int, month: str) -> None:
    assert month_text(year, number) == month


@given(st.text(alphabet="0123456789X-~/.") | st.text())
def test_any_text_can_be_ordered_and_written(value: str) -> None:
    assert sort_key(value)
    assert in_words(value) == value or is_valid(value)
    span = bounds(value)
    assert span is None or span[0] <= span[1]
