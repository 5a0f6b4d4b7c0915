import pytest

from briefing.tradecraft.support import differences

QUOTE = (
    "Two officials said on 4 March 2024 that about 300 dockers at Dalen may join the strike, which "
    "Norland has not called illegal."
)

ADDS = [
    ("Officials said that 400 dockers may join the strike.", "number"),
    ("Officials said on 5 March 2024 that dockers may join the strike.", "date"),
    ("Officials said that dockers at Rotterdam may join the strike.", "name"),
    ("Dockers at Dalen join the strike, officials said.", "hedge"),
    ("Norland has called the strike illegal.", "negation"),
]

KEEPS = [
    QUOTE,
    "About 300 dockers at Dalen may join the strike, two officials said.",
    "In March 2024, two officials said that about 300 dockers may join.",
    "Norland has not called the strike illegal.",
]


@pytest.mark.parametrize(("statement", "kind"), ADDS)
def test_what_a_statement_adds_or_loses_is_found(statement: str, kind: str) -> None:
    assert kind in [difference.kind for difference in differences(statement, [QUOTE])]


@pytest.mark.parametrize("statement", KEEPS)
def test_a_statement_in_the_quotations_own_terms_is_supported(statement: str) -> None:
    assert differences(statement, [QUOTE]) == ()


def test_an_added_negation_is_found() -> None:
    found = differences("The port did not close.", ["The port closed."])
    assert [difference.kind for difference in found] == ["negation"]


def test_the_articles_own_name_for_an_actor_adds_nothing() -> None:
    quote = ["The WHO approved the drug."]
    statement = "The World Health Organization approved the drug."
    assert differences(statement, quote) != ()
    assert differences(statement, quote, names=["World Health Organization"]) == ()


def test_a_resolved_date_adds_nothing() -> None:
    statement = "The port closed in August 2017."
    assert differences(statement, ["The port closed last August."]) != ()
    assert differences(statement, ["The port closed last August."], dates=["2017-08"]) == ()
