from pathlib import Path

import click
import pytest

from briefing.cli.choices import a_day, a_folder, an_issue_day, formats, sources, unknown

CONTEXT = click.Context(click.Command("generate"))
PARAMETER = click.Option(["--as-of"])


@pytest.mark.parametrize("value", [None, "2026-11-20", "2024-02-29"])
def test_a_day_takes_days_and_nothing(value: str | None) -> None:
    assert a_day(CONTEXT, PARAMETER, value) == value


@pytest.mark.parametrize(
    "value", ["", "2026", "20261120", "2026-W47-5", "2026-02-30", "20.11.2026", "2026-11-20T00:00"]
)
def test_a_day_refuses_all_else_and_shows_it(value: str) -> None:
    with pytest.raises(click.BadParameter, match="is not a day") as raised:
        a_day(CONTEXT, PARAMETER, value)
    assert repr(value) in raised.value.message


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("md", ("md", "json")),
        ("json, HTML ,json", ("html", "json")),
        ("md,html,json", ("md", "html", "json")),
    ],
)
def test_formats_always_hold_json_and_each_only_once(value: str, named: tuple[str, ...]) -> None:
    assert formats(CONTEXT, PARAMETER, value) == named


@pytest.mark.parametrize("value", ["", " ", ",,"])
def test_formats_refuses_an_empty_list(value: str) -> None:
    with pytest.raises(click.BadParameter, match="at least one of md, html, json"):
        formats(CONTEXT, PARAMETER, value)


@pytest.mark.parametrize("value", [None, "1900-01-01", "2099-12-31"])
def test_an_issue_day_takes_days_of_our_time_and_nothing(value: str | None) -> None:
    assert an_issue_day(CONTEXT, PARAMETER, value) == value


@pytest.mark.parametrize("value", ["0001-01-01", "1899-12-31", "2100-01-01", "9999-12-31"])
def test_an_issue_day_refuses_days_far_from_our_time(value: str) -> None:
    with pytest.raises(click.BadParameter, match="name one from 1900 to 2099"):
        an_issue_day(CONTEXT, PARAMETER, value)


def test_a_folder_and_sources_are_paths() -> None:
    assert a_folder(CONTEXT, PARAMETER, "a/b") == Path("a/b")
    assert sources(CONTEXT, PARAMETER, ("a", "b.txt")) == (Path("a"), Path("b.txt"))
    assert sources(CONTEXT, PARAMETER, ()) == ()


@pytest.mark.parametrize("value", ["", " "])
def test_an_empty_path_is_not_taken_for_the_working_folder(value: str) -> None:
    with pytest.raises(click.BadParameter, match="empty"):
        a_folder(CONTEXT, PARAMETER, value)
    with pytest.raises(click.BadParameter, match="empty"):
        sources(CONTEXT, PARAMETER, ("a.txt", value))


def test_formats_names_the_known_ones_and_the_nearest() -> None:
    with pytest.raises(click.BadParameter, match=r"'htm'\. Did you mean 'html'\? Known: html, j"):
        formats(CONTEXT, PARAMETER, "md,htm")


def test_unknown_makes_no_guess_where_nothing_is_near() -> None:
    assert unknown("audience", "xyz", ("analyst",)) == "unknown audience 'xyz'. Known: analyst."
