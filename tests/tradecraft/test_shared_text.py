"""Texts that share a run of words."""

import time

from briefing.tradecraft.shared_text import quoted_runs, runs, sharing_pairs

RUN = "dam above Brumado gave way after heavy rain"


def test_sharing_pairs_need_eight_words_in_a_row() -> None:
    assert sharing_pairs([f"Today the {RUN}.", f"The {RUN} fell."]) == ((0, 1),)
    seven = " ".join(RUN.split()[:7])
    assert sharing_pairs([f"Today {seven}.", f"One {seven} fell."]) == ()


def test_sharing_pairs_ignore_quotations_and_case() -> None:
    assert sharing_pairs([f"“{RUN}”", RUN]) == ()
    assert sharing_pairs([RUN.upper(), RUN]) == ((0, 1),)


def test_sharing_pairs_join_all_to_the_first() -> None:
    assert sharing_pairs([RUN, "Other words.", RUN, RUN]) == ((0, 2), (0, 3))


def test_runs_of_stop_words_tell_nothing() -> None:
    assert list(runs("that it was not to be so for us all")) == []


def test_quoted_runs_are_only_those_inside_quotation_marks() -> None:
    said = "the gates had been shut tight"
    assert set(quoted_runs(f"He said: “{said}”.")) == set(runs(said))
    assert list(quoted_runs(said)) == []


def test_sharing_pairs_take_time_in_proportion_to_a_long_text() -> None:
    start = time.perf_counter()
    sharing_pairs([f'{RUN} "' * 20_000])
    assert time.perf_counter() - start < 10
