"""Dates in running text: what is found, what is left alone, and when it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.articles import ArticleDate, Basis
from briefing.records.claims import Time
from briefing.tradecraft.dates import bounds, mentions, resolve, wording


def published(value: str = "2018-01-19", basis: Basis = "stated") -> ArticleDate:
    return ArticleDate(value=value, basis=basis, evidence=((0, 1),))


def resolved(text: str, date: ArticleDate | None) -> str | None:
    """The value of the only mention in a text."""
    (mention,) = mentions(text)
    time = resolve(mention, date)
    return None if time is None else time.value


EXPLICIT = [
    ("The bank failed on 19 January 2018.", "19 January 2018", "2018-01-19"),
    ("January 19, 2018 was cold.", "January 19, 2018", "2018-01-19"),
    ("Filed Jan. 19, 2018, in Geneva", "Jan. 19, 2018", "2018-01-19"),
    ("By: A Writer | 01-19-2018 | News", "01-19-2018", "2018-01-19"),
    ("Updated 2018-01-19 at noon", "2018-01-19", "2018-01-19"),
    ("Updated 2018/01/19", "2018/01/19", "2018-01-19"),
    ("on 13/02/2019 the court sat", "13/02/2019", "2019-02-13"),
    ("on 02/13/2019 the court sat", "02/13/2019", "2019-02-13"),
    ("Stand: 19.01.2018", "19.01.2018", "2018-01-19"),
    ("Stand: 3.4.2018", "3.4.2018", "2018-04-03"),
    ("the 03-04-2018 edition", "03-04-2018", "2018"),
    ("the 04-04-2018 edition", "04-04-2018", "2018-04-04"),
    ("signed the 1st of March 2003 in Rabat", "the 1st of March 2003", "2003-03-01"),
    ("signed on March 1st, 2003", "March 1st, 2003", "2003-03-01"),
    ("on Monday, January 15, 2018, the", "Monday, January 15, 2018", "2018-01-15"),
    ("on Monday 15 January 2018 the", "Monday 15 January 2018", "2018-01-15"),
    ("Fri., Sept. 15, 2017", "Fri., Sept. 15, 2017", "2017-09-15"),
    ("dated 12-Mar-2015", "12-Mar-2015", "2015-03-12"),
    ("about 19 January 2018", "about 19 January 2018", "2018-01-19~"),
    ("on 31 February 2018", "31 February 2018", "2018-02"),
    ("on 29 February 2016", "29 February 2016", "2016-02-29"),
    ("on 29 February 2017", "29 February 2017", "2017-02"),
    ("Vaccines arrived in January 2018.", "January 2018", "2018-01"),
    ("killed in May of 2011 by", "May of 2011", "2011-05"),
    ("In early November 2014, prices", "early November 2014", "2014-11"),
    ("by mid-November 2014", "mid-November 2014", "2014-11"),
    ("at the end of June 2016", "the end of June 2016", "2016-06"),
    ("published March, 2009", "March, 2009", "2009-03"),
    ("around June 2016", "around June 2016", "2016-06~"),
    ("the period 2016-06 in the table", "2016-06", "2016-06"),
    ("the drought of summer 2014", "summer 2014", "2014-22"),
    ("in the fall of 2014", "fall of 2014", "2014-23"),
    ("late spring 2014", "late spring 2014", "2014-21"),
    ("during winter 2014", "winter 2014", "2014-24"),
    (
        "the late summer and early fall 2014",
        "late summer and early fall 2014",
        "2014-22/2014-23",
    ),
    ("When it emerged in 2014, it", "2014", "2014"),
    ("Since at least 2016, rents", "2016", "2016"),
    ("By 2017 the firm", "2017", "2017"),
    ("Until 1999 it", "1999", "1999"),
    ("the 2017 fall of the city", "2017", "2017"),
    ("a 2016 law on water", "2016", "2016"),
    ("its 2014 report", "2014", "2014"),
    ("the elections of 2015.", "2015", "2015"),
    ("mid-2014 saw", "mid-2014", "2014"),
    ("late in 2014", "late in 2014", "2014"),
    ("the end of 2014", "the end of 2014", "2014"),
    ("about 2014 it", "about 2014", "2014~"),
    ("circa 1750", "circa 1750", "1750~"),
    ("A study (2014) found", "2014", "2014"),
    ("2014 was a bad year", "2014", "2014"),
    ("from 2014 to 2016", "2014 to 2016", "2014/2016"),
    ("between 2014 and 2016", "between 2014 and 2016", "2014/2016"),
    ("the 2014-2016 outbreak", "2014-2016", "2014/2016"),
    ("the 2014–16 outbreak", "2014–16", "2014/2016"),
    ("the 2010-12 talks", "2010-12", "2010"),
    ("(shades of the 1980s!)", "1980s", "198X"),
    ("the early 1990s", "early 1990s", "199X"),
    ("from 3-5 May 2018", "3-5 May 2018", "2018-05-03/2018-05-05"),
    ("May 3-5, 2018", "May 3-5, 2018", "2018-05-03/2018-05-05"),
    ("between 3 and 5 May 2018", "between 3 and 5 May 2018", "2018-05-03/2018-05-05"),
    ("on 3 and 4 May 2018", "3 and 4 May 2018", "2018-05-03/2018-05-04"),
    ("on 3 and 9 May 2018", "3 and 9 May 2018", "2018-05"),
    ("March and April 2017", "March and April 2017", "2017-03/2017-04"),
    ("March and June 2017", "March and June 2017", "2017"),
    ("the Sept. 14-16 summit", "Sept. 14-16", "XXXX-09"),
    ("in the late-1990s", "late-1990s", "199X"),
    ("from June 2016 to March 2017", "June 2016 to March 2017", "2016-06/2017-03"),
    ("January to March 2018", "January to March 2018", "2018-01/2018-03"),
    ("November to January 2018", "November to January 2018", "2017-11/2018-01"),
    ("lawmakers heard in July.", "July", "XXXX-07"),
    ("In a September recording he", "September", "XXXX-09"),
    ("told them in May that", "May", "XXXX-05"),
    ("since March the price", "March", "XXXX-03"),
    ("in the first week of May", "May", "XXXX-05"),
    ("in late August they", "late August", "XXXX-08"),
    ("on Sept. 3 the", "Sept. 3", "XXXX-09-03"),
    ("It ended in Sept. They left.", "Sept", "XXXX-09"),
    ("on 3 June the dam", "3 June", "XXXX-06-03"),
    ("the night of the 3rd of June", "the 3rd of June", "XXXX-06-03"),
    ("in the spring, tests", "spring", "XXXX-21"),
    ("In March 12 people died", "March", "XXXX-03"),
    ("le 19 janvier 2018", "le 19 janvier 2018", "2018-01-19"),
    ("le 1er août 1291", "le 1er août 1291", "1291-08-01"),
    ("depuis février 2016", "février 2016", "2016-02"),
    ("am 19. Januar 2018", "19. Januar 2018", "2018-01-19"),
    ("Freitag, den 19. Januar 2018", "Freitag, den 19. Januar 2018", "2018-01-19"),
    ("im März 2015", "März 2015", "2015-03"),
    ("el 19 de enero de 2018", "el 19 de enero de 2018", "2018-01-19"),
    ("en septiembre de 2017", "septiembre de 2017", "2017-09"),
    ("El 3 de mayo murió", "El 3 de mayo", "XXXX-05-03"),
    ("on 19\u00a0January\u00a02018", "19\u00a0January\u00a02018", "2018-01-19"),
    ("on 19 January\n2018", "19 January\n2018", "2018-01-19"),
]


@pytest.mark.parametrize(("text", "words", "value"), EXPLICIT)
def test_an_explicit_date_is_found_with_its_value(text: str, words: str, value: str) -> None:
    assert [(m.text, m.value) for m in mentions(text)] == [(words, value)]


RELATIVE = [
    ("as from last summer already", "last summer", "2017-22"),
    ("Last spring it took the town.", "Last spring", "2017-21"),
    ("last winter was mild", "last winter", "2016-12/2017-02"),
    ("Last August, reports claimed", "Last August", "2017-08"),
    ("last January", "last January", "2017-01"),
    ("in Niger last October—an attack", "last October", "2017-10"),
    ("last Tuesday", "last Tuesday", "2018-01-16"),
    ("last Friday", "last Friday", "2018-01-12"),
    ("late last month", "late last month", "2017-12"),
    ("last week's vote", "last week", "2018-01-08/2018-01-14"),
    ("last year", "last year", "2017"),
    ("last night", "last night", "2018-01-18"),
    ("last weekend", "last weekend", "2018-01-13/2018-01-14"),
    ("last quarter", "last quarter", "2017-10/2017-12"),
    ("This month, rents rose", "This month", "2018-01"),
    ("earlier this week", "earlier this week", "2018-01-15/2018-01-21"),
    ("so far this year", "so far this year", "2018"),
    ("this morning", "this morning", "2018-01-19"),
    ("this spring", "this spring", "2018-21"),
    ("this winter", "this winter", "2017-12/2018-02"),
    ("this decade", "this decade", "201X"),
    ("By July of this year", "July of this year", "2018-07"),
    ("in August last year", "August last year", "2017-08"),
    ("at the end of last year", "the end of last year", "2017"),
    ("next month", "next month", "2018-02"),
    ("Next week I will", "Next week", "2018-01-22/2018-01-28"),
    ("next March", "next March", "2018-03"),
    ("next Tuesday", "next Tuesday", "2018-01-23"),
    ("in the next two weeks", "in the next two weeks", "2018-01-19/2018-02-02"),
    ("yesterday", "yesterday", "2018-01-18"),
    ("today", "today", "2018-01-19"),
    ("tomorrow", "tomorrow", "2018-01-20"),
    ("tonight", "tonight", "2018-01-19"),
    ("reports that on Sunday, he", "Sunday", "2018-01-14"),
    ("He said Friday that", "Friday", "2018-01-19"),
    ("early on Sunday", "early on Sunday", "2018-01-14"),
    ("on Thursday morning", "Thursday morning", "2018-01-18"),
    ("over at the weekend.", "at the weekend", "2018-01-13/2018-01-14"),
    ("two days ago", "two days ago", "2018-01-17"),
    ("a week ago", "a week ago", "2018-01-08/2018-01-14"),
    ("seven months ago", "seven months ago", "2017-06"),
    ("13 months ago", "13 months ago", "2016-12"),
    ("two years ago", "two years ago", "2016"),
    ("twenty years ago", "twenty years ago", "1998~"),
    ("twenty-one years ago", "twenty-one years ago", "1997"),
    ("a decade ago", "a decade ago", "2008~"),
    ("over the past seven months", "over the past seven months", "2017-06/2018-01"),
    ("in the last two years", "in the last two years", "2016/2018"),
    ("during the past year", "during the past year", "2017-01/2018-01"),
    ("in the past 24 hours", "in the past 24 hours", "2018-01-18/2018-01-19"),
    ("over the past week", "over the past week", "2018-01-12/2018-01-19"),
    ("in recent months", "in recent months", None),
    ("in recent years", "in recent years", None),
    ("in the coming weeks", "in the coming weeks", None),
    ("months ago", "months ago", None),
    ("several years ago", "several years ago", None),
    ("a couple of weeks ago", "a couple of weeks ago", None),
    ("Four years later, the opposite", "Four years later", None),
    ("a year earlier", "a year earlier", None),
    ("the next day", "the next day", None),
    ("the following week", "the following week", None),
    ("That year, it", "That year", None),
    ("later the same month", "later the same month", None),
    ("in the past years", "in the past years", None),
]


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE)
def test_a_relative_date_counts_from_the_day_of_publication(
    text: str, words: str, value: str | None
) -> None:
    assert [(m.text, m.kind, m.value) for m in mentions(text)] == [(words, "relative", None)]
    assert resolved(text, published()) == value


def test_years_that_and_joins_are_two_dates() -> None:
    assert [m.value for m in mentions("the 2016 and 2020 campaigns")] == ["2016", "2020"]
    assert [m.value for m in mentions("in 2014 and 2015")] == ["2014", "2015"]


@pytest.mark.parametrize(
    "text",
    [
        "It may 2 be so, and may have been",
        "You may march in the fall of Mosul",
        "March on, said Theresa May to April",
        "An august body; a second spring",
        "2014 people and 1984 votes",
        "2,017 tonnes, $2015, 2014% and 2014.5",
        "of 2014 voters",
        "March 12 miles north",
        "the September 11 attacks",
        "the Jan. 6 riot",
        "Black Friday sales",
        "Bloody Sunday, said the Sunday Times",
        "Black September",
        "recently, currently and now",
        "in the last week of the campaign",
        "to this day",
        "on Sundays",
        "S2014 and COVID-19",
        "10:30 or 3-1",
        "He mars the planet Mars.",
        "99/99/2018",
        "",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("It fell in 2014.", "in 2014"),
        ("Since at least 2016, it", "Since at least 2016"),
        ("as of March 2014", "as of March 2014"),
        ("the heat as from last summer", "as from last summer"),
        ("he said on Sunday", "on Sunday"),
        ("during the late summer 2014", "during the late summer 2014"),
        ("It fell yesterday.", "yesterday"),
    ],
)
def test_the_lead_reaches_back_to_the_words_that_govern_the_date(text: str, lead: str) -> None:
    (mention,) = mentions(text)
    assert text[mention.lead : mention.end] == lead


@pytest.mark.parametrize(
    ("text", "attributive"),
    [
        ("In a September recording", True),
        ("the 2017 fall of", True),
        ("last year's budget", True),
        ("It fell in September", False),
        ("last year it fell", False),
    ],
)
def test_a_date_that_its_noun_needs_is_marked(text: str, attributive: bool) -> None:
    assert [m.attributive for m in mentions(text)] == [attributive]


@pytest.mark.parametrize(
    ("language", "value"), [("en", "2018"), ("de", "2018-04-03"), ("fr", "2018-04-03")]
)
def test_the_language_decides_what_figures_mean(language: str, value: str) -> None:
    assert [m.value for m in mentions("03/04/2018", language)] == [value]


WITHOUT_YEAR = [
    ("in September", "2018-01-19", "2017-09"),
    ("in January", "2018-01-19", "2018-01"),
    ("on January 19", "2018-01-19", "2018-01-19"),
    ("on January 20", "2018-01-19", "2017-01-20"),
    ("on 29 February", "2018-01-19", "2016-02-29"),
    ("in the summer", "2018-01-19", "2017-22"),
    ("over the winter", "2018-01-19", "2017-12/2018-02"),
    ("in September", "2018-10", "2018-09"),
    ("in November", "2018-10", "2017-11"),
    ("on 3 October", "2018-10", "XXXX-10-03"),
    ("in September", "2018", "XXXX-09"),
]


@pytest.mark.parametrize(("text", "date", "value"), WITHOUT_YEAR)
def test_a_date_without_a_year_is_the_latest_before_publication(
    text: str, date: str, value: str
) -> None:
    assert resolved(text, published(date)) == value


def test_no_year_is_inferred_from_an_inferred_date_of_publication() -> None:
    (mention,) = mentions("in September")
    expected = Time(text="September", value="XXXX-09", basis="stated")
    assert resolve(mention, published(basis="inferred")) == expected
    assert resolve(mention, None) == expected


def test_an_explicit_date_is_stated_whatever_the_publication() -> None:
    (mention,) = mentions("on 3 June 2016")
    expected = Time(text="3 June 2016", value="2016-06-03", basis="stated")
    assert resolve(mention, None) == expected
    assert resolve(mention, published()) == expected


def test_a_relative_date_is_inferred_even_from_an_inferred_publication() -> None:
    (mention,) = mentions("last month")
    expected = Time(text="last month", value="2017-12", basis="inferred")
    assert resolve(mention, published(basis="inferred")) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yesterday", None),
        ("last week", None),
        ("on Sunday", None),
        ("last month", "2017-09"),
        ("last August", "2017-08"),
        ("two years ago", "2015"),
        ("over the past seven months", "2017-03/2017-10"),
    ],
)
def test_a_month_of_publication_resolves_no_days(text: str, value: str | None) -> None:
    assert resolved(text, published("2017-10")) == value


@pytest.mark.parametrize("date", ["2018", "2018~", "2014-11/..", "201X", "", "2018-13", "2018-21"])
def test_without_a_month_of_publication_nothing_relative_is_resolved(date: str) -> None:
    assert resolved("last month", published(date)) is None


def test_an_approximate_publication_gives_an_approximate_time() -> None:
    assert resolved("last month", published("2017-10~")) == "2017-09~"


def test_wording_writes_a_time_as_a_page_shows_it() -> None:
    time = Time(text="last summer", value="2017-22", basis="inferred")
    assert wording(time) == "summer 2017"


@pytest.mark.parametrize("words", ["Sunday", "March 3", "September", "last year"])
def test_a_date_may_stand_at_the_very_end(words: str) -> None:
    assert [m.text for m in mentions(f"on {words} ")] == [words]


def test_two_dates_on_the_border_of_a_block_are_both_found() -> None:
    text = "in 2014. " + "word " * 20_000 + "on 3 May 2018."
    assert [m.text for m in mentions(text)] == ["2014", "3 May 2018"]
    assert all(text[m.start : m.end] == m.text for m in mentions(text))


VOCABULARY = (
    "in on the last past next this of two 3 19 2014 May March January Sunday week months ago "
    "later early late summer fall and to - , . ' s 's 1990 / ( ) 12,000 % about since today "
    "end weekend night recent le de"
)
WORDS = st.sampled_from(VOCABULARY.split())
PROSE = st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=25).map("".join)


@given(st.text() | PROSE, st.sampled_from(["en", "de", "xx", ""]))
def test_mentions_are_exact_ordered_and_apart(text: str, language: str) -> None:
    place = 0
    for mention in mentions(text, language):
        assert place <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert 0 <= mention.lead <= mention.start
        assert (mention.value is None) == (mention.kind == "relative")
        place = mention.end


DAYS = st.dates().map(lambda day: day.isoformat())


@given(PROSE, DAYS | DAYS.map(lambda day: day[:7]), st.sampled_from(["stated", "inferred"]))
def test_every_mention_resolves_without_an_exception(text: str, date: str, basis: Basis) -> None:
    for mention in mentions(text):
        time = resolve(mention, published(date, basis))
        assert time is None or (time.text == mention.text and wording(time))


PERIODS = (
    "week month quarter year decade weekend spring fall winter summer January June December "
    "Monday Friday Sunday"
)
LOOKING_BACK = st.sampled_from([text for text, _, _ in RELATIVE if " ago" in text]) | st.builds(
    "{} {}".format,
    st.sampled_from(["last", "the past"]),
    st.sampled_from(PERIODS.split()),
)


@given(LOOKING_BACK, DAYS)
def test_what_is_past_does_not_end_after_publication(text: str, date: str) -> None:
    for mention in mentions(text):
        time = resolve(mention, published(date))
        if time is not None:
            end = time.value.rpartition("/")[2].rstrip("~")
            span = bounds(time.value)
            assert span is not None
            assert span[1].isoformat() <= date or end == date[: len(end)]
