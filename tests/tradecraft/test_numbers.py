"""Quantities in running text: how many, of what, how exactly, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.dates import mentions
from briefing.tradecraft.numbers import quantities

ENGLISH = [
    ("an estimated 10,000 men, women, and children", "10,000", "10000", "man"),
    ("killed four U.S. special forces in Niger", "four", "4", "force"),
    ("killed four US special forces in Niger", "four", "4", "force"),
    ("Citing two anonymous Iraqi intelligence officials, it", "two", "2", "official"),
    ("250,000 people fled", "250,000", "250000", "person"),
    ("5 police officers", "5", "5", "officer"),
    ("six sports teams", "six", "6", "team"),
    ("10 different armed opposition groups", "10", "10", "group"),
    ("12 sheep died", "12", "12", "sheep"),
    ("seven countries joined", "seven", "7", "country"),
    ("3 buses and", "3", "3", "bus"),
    ("6 losses", "6", "6", "loss"),
    ("4 houses", "4", "4", "house"),
    ("eight churches", "eight", "8", "church"),
    ("40 lives were lost", "40", "40", "life"),
    ("10 Democrats voted", "10", "10", "democrat"),
    ("two Texas officials", "two", "2", "official"),
    ("1,234,567 votes", "1,234,567", "1234567", "vote"),
    ("1,50,000 rupees", "1,50,000 rupees", "150000", "inr"),
    ("10 000 people", "10 000", "10000", "person"),
    ("10\u00a0000 people", "10\u00a0000", "10000", "person"),
    ("10\u2009000 people", "10\u2009000", "10000", "person"),
    ("2.50 litres", "2.50", "2.5", "litre"),
    ("0.5 tonnes", "0.5", "0.5", "tonne"),
    ("2.5 million people", "2.5 million", "2500000", "person"),
    ("3bn trees", "3bn", "3000000000", "tree"),
    ("40k users", "40k", "40000", "user"),
    ("1.2 trillion cells", "1.2 trillion", "1200000000000", "cell"),
    ("twenty-one soldiers", "twenty-one", "21", "soldier"),
    ("Thirty five soldiers", "Thirty five", "35", "soldier"),
    ("a dozen men", "a dozen", "12", "man"),
    ("two dozen boats", "two dozen", "24", "boat"),
    ("half a dozen boats", "half a dozen", "6", "boat"),
    ("half a million refugees", "half a million", "500000", "refugee"),
    ("two and a half million voters", "two and a half million", "2500000", "voter"),
    ("a hundred and five cows", "a hundred and five", "105", "cow"),
    ("one hundred people", "one hundred", "100", "person"),
    (
        "two hundred and fifty thousand troops",
        "two hundred and fifty thousand",
        "250000",
        "troops",
    ),
    ("one analyst said", "one", "1", "analyst"),
    ("One security analyst, speaking", "One", "1", "analyst"),
    ("rose 5%", "5%", "5", "percent"),
    ("rose 5 per cent", "5 per cent", "5", "percent"),
    ("rose five percent", "five percent", "5", "percent"),
    ("rose 5.5 percentage points", "5.5", "5.5", "percentage point"),
    ("a $3.5m deal", "$3.5m", "3500000", "usd"),
    ("a $3.5 million deal", "$3.5 million", "3500000", "usd"),
    ("US$5 million", "US$5 million", "5000000", "usd"),
    ("A$5 million", "A$5 million", "5000000", "aud"),
    ("£3bn", "£3bn", "3000000000", "gbp"),
    ("€10", "€10", "10", "eur"),
    ("USD 20", "USD 20", "20", "usd"),
    ("3.5 million euros", "3.5 million euros", "3500000", "eur"),
    ("5 million US dollars", "5 million US dollars", "5000000", "usd"),
    ("30kg of rice", "30", "30", "kg"),
    ("at 40 mph", "40", "40", "mph"),
    ("a 12-year-old boy", "12", "12", "year"),
    ("a three-day visit", "three", "3", "day"),
    ("John Smith, 34, said", "34", "34", ""),
    ("for 13 years", "13", "13", "year"),
    ("2014 people", "2014", "2014", "person"),
    ("1984 votes", "1984", "1984", "vote"),
    ("3-5 people", "3-5", "3-5", "person"),
    ("10–12 km", "10–12", "10-12", "km"),
    ("two to three million voters", "two to three million", "2000000-3000000", "voter"),
    ("$3-5 million", "$3-5 million", "3000000-5000000", "usd"),
    ("between 3 and 5 percent", "3 and 5 percent", "3-5", "percent"),
    ("30,000 to 40,000 fighters", "30,000 to 40,000", "30000-40000", "fighter"),
    ("10%-15%", "10%-15%", "10-15", "percent"),
    ("two-thirds of the voters", "two-thirds", "2/3", "voter"),
    ("a third of the population", "a third", "1/3", "population"),
    ("half of all voters", "half", "1/2", "voter"),
    ("hundreds of foreign fighters", "hundreds", "hundreds", "fighter"),
    ("thousands of «foreign fighters»", "thousands", "thousands", "fighter"),
    ("tens of thousands of protesters", "tens of thousands", "tens of thousands", "protester"),
    ("a few hundred troops", "few hundred", "hundreds", "troops"),
    ("several thousand cattle", "several thousand", "thousands", "cattle"),
    ("In March 12 people died", "12", "12", "person"),
    ("In 2014, 300 people died", "300", "300", "person"),
    ("on January 3 200 people died", "200", "200", "person"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), ENGLISH)
def test_a_quantity_is_found_with_its_value_and_unit(
    text: str, words: str, value: str, unit: str
) -> None:
    assert [(q.text, q.value, q.unit) for q in quantities(text)] == [(words, value, unit)]


ELSEWHERE = [
    ("de", "10.000 Menschen", "10.000", "10000", "menschen"),
    ("de", "2,5 Millionen Euro", "2,5 Millionen Euro", "2500000", "eur"),
    ("de", "2.500,75 Euro", "2.500,75 Euro", "2500.75", "eur"),
    ("de", "drei ausländische Kämpfer", "drei", "3", "kämpfer"),
    ("de", "5 Prozent", "5 Prozent", "5", "percent"),
    ("fr", "10 000 personnes", "10 000", "10000", "personnes"),
    ("fr", "2,5 millions d’euros", "2,5 millions d’euros", "2500000", "eur"),
    ("fr", "5 pour cent", "5 pour cent", "5", "percent"),
    ("es", "300 soldados heridos", "300", "300", "soldados"),
    ("es", "1.500 millones de dólares", "1.500 millones de dólares", "1500000000", "usd"),
]


@pytest.mark.parametrize(("language", "text", "words", "value", "unit"), ELSEWHERE)
def test_figures_are_read_as_their_language_writes_them(
    language: str, text: str, words: str, value: str, unit: str
) -> None:
    found = [(q.text, q.value, q.unit) for q in quantities(text, language)]
    assert found == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("four men", "exact"),
        ("about 400 men", "about"),
        ("an estimated 400 men", "about"),
        ("some 300 militants", "about"),
        ("nearly 400 men", "about"),
        ("hundreds of men", "about"),
        ("more than 250,000 people", "at-least"),
        ("over 3,000 men", "at-least"),
        ("at least 12 civilians", "at-least"),
        ("no fewer than 12 civilians", "at-least"),
        ("250,000+ people", "at-least"),
        ("30 or more", "at-least"),
        ("up to 40 tanks", "at-most"),
        ("fewer than ten men", "at-most"),
        ("no more than 5 men", "at-most"),
        ("more than $3bn", "at-least"),
    ],
)
def test_the_words_around_an_amount_say_how_exact_it_is(text: str, bound: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.bound == bound
    assert quantity.approximate == (bound != "exact")


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19, G7, S1, F-16, MH17, A4, 4x4, 5G",
        "9/11 and 24/7",
        "Boeing 737 and Article 5 and No. 5",
        "at 10:30, 10.30 a.m. and 5 pm",
        "call 555-123-4567 or +44 20 7946 0958",
        "version 1.2.3",
        "agent 007",
        "the 19th and the second",
        "won 3-1",
        "no one, one of them, the one, one says",
        "in 2014, since 2016 and by May 3, 2018",
        "two years ago and over the past seven months",
        "the September 11 attacks",
        "@123_user and #5",
        "1. A list\n\n2. of items",
        "9999999999999999999999",
        "",
    ],
)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert quantities(text) == ()


def test_a_falling_pair_is_two_quantities() -> None:
    assert [q.value for q in quantities("from 30 to 20 percent")] == ["30", "20"]


VOCABULARY = (
    "one two twenty a half and dozen hundred hundreds million of the to between 3 10 000 12,000 "
    "2.5 1,5 007 2014 % $ € m k bn - / : . , ( + people men percent per cent third thirds about "
    "more than US d’ kg p.m. May January S1 ' tens few or\u00a0 \n\n"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
PROSE = st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=25).map("".join)


@given(st.text() | PROSE, st.sampled_from(["en", "de", "fr", "es", "xx"]))
def test_quantities_are_exact_ordered_apart_and_no_dates(text: str, language: str) -> None:
    place = 0
    dated = {i for m in mentions(text, language) for i in range(m.start, m.end)}
    for quantity in quantities(text, language):
        assert place <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.value
        assert dated.isdisjoint(range(quantity.start, quantity.end))
        place = quantity.end
