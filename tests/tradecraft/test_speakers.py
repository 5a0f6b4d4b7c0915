import pytest

from briefing.records.findings import Directness
from briefing.tradecraft.speakers import directness, is_agency, looks_like_a_person


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("The Associated Press (AP)", "agency"),
        ("Reuters", "agency"),
        ("two anonymous Iraqi intelligence officials", "anonymous-official"),
        ("Two officials who asked not to be named", "anonymous-official"),
        ("a senior White House official", "anonymous-official"),
        ("Some experts", "anonymous"),
        ("Analysts", "anonymous"),
        ("residents of Port Harcourt", "anonymous"),
        ("union leader Maria Keller", "on-record"),
        ("Prime Minister Anna Berg", "on-record"),
        ("Mr Keller", "on-record"),
        ("economist Dana Fry", "expert"),
        ("Lea Marsh from the Institute for Ports", "expert"),
        ("the Ministry of Health", "institution"),
        ("Police", "institution"),
        ("the Soufan Group security consultancy", "specialist"),
        ("Karel Dvorak in a video", "recording"),
        ("a pro-Norland news wire", "party"),
    ],
)
def test_a_speaker_is_classed_by_the_words_used_for_them(
    speaker: str, expected: Directness
) -> None:
    assert directness(speaker, (), "said") == expected


def test_nobody_named_is_unattributed_or_whoever_passed_it_on() -> None:
    assert directness(None, (), "reports") == "unattributed"
    assert directness(None, ("AFP",), "reports") == "agency"


def test_an_agency_is_known_with_and_without_its_article() -> None:
    assert is_agency("AP")
    assert is_agency("the Associated Press")
    assert not is_agency("Associated Foods")


@pytest.mark.parametrize(
    "phrase", ["Maria Keller", "counter-terrorism expert David Otto", "Dr. Ruiz"]
)
def test_a_persons_name_is_seen(phrase: str) -> None:
    assert looks_like_a_person(phrase)


@pytest.mark.parametrize(
    "phrase", ["the government", "Police", "World Bank", "SITE Intelligence Group"]
)
def test_a_body_is_no_person(phrase: str) -> None:
    assert not looks_like_a_person(phrase)
