import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tradecraft.attribution import quotation_spans, read_attribution

SPOKEN = [
    ("“We will not negotiate,” union leader Maria Keller told reporters on Monday.",
     "union leader Maria Keller", "told", ()),
    ("The port authority said on Tuesday that 14 ships were waiting.",
     "The port authority", "said", ()),
    ("Two officials who asked not to be named said the talks had collapsed.",
     "Two officials who asked not to be named", "said", ()),
    ("The drug cut deaths by 12 percent, the agency said in a statement.",
     "the agency", "said", ()),
    ("Reuters, citing two people familiar with the matter, reported that the deal was off.",
     "two people familiar with the matter", "said", ("Reuters",)),
    ("Citing a senior diplomat, AFP reports that the border will reopen.",
     "a senior diplomat", "said", ("AFP",)),
    ("Police said three people were hurt.", "Police", "said", ()),
    ("Prime Minister Anna Berg announced a new budget on Friday.",
     "Prime Minister Anna Berg", "announced", ()),
    ("The ministry’s spokesman, Jan Novak, denied the report.",
     "The ministry’s spokesman, Jan Novak", "denied", ()),
    ("According to the World Bank, growth slowed to 2.1 percent.",
     "the World Bank", "according to", ()),
    ("Growth slowed to 2.1 percent, according to the World Bank.",
     "the World Bank", "according to", ()),
    ("Shares fell 3 percent, data showed.", "data", "showed", ()),
    ("“This is wrong,” says Dr. Lena Ortiz, a virologist, who was not involved in the study.",
     "Dr. Lena Ortiz, a virologist", "says", ()),
    ("The report found that costs had doubled.", "The report", "found", ()),
    ("Residents told Reuters that the dam had burst before dawn.",
     "Residents", "told", ("Reuters",)),
    ("In a statement, the union said members had voted to strike.", "the union", "said", ()),
    ("Critics say the law is unclear.", "Critics", "say", ()),
    ("Some experts believe that prices have peaked.", "Some experts", "believe", ()),
    ("The bridge is safe, insisted the mayor.", "the mayor", "insisted", ()),
    ("Since May, the army has conceded that the road was mined.", "the army", "conceded", ()),
    ("The Post reports that on Sunday, party chair Olu Ade called for unity.",
     "party chair Olu Ade", "called for", ("The Post",)),
    ("«Es ist vorbei,» chancellor Eva Kurz said.", "chancellor Eva Kurz", "said", ()),
    ("“It is over,” he said.", "he", "said", ()),
]  # fmt: skip

OWN_VOICE = [
    "Rain fell on Monday.",
    "The company reported a loss of $3m.",
    "After initial reports that the dam had held, the valley flooded.",
    "One of the banks, Norland, is also said to have sold its shares.",
    "Referring to an estimated 10,000 voters who moved, the paper closed its list.",
    "The senator pledged allegiance to the flag in 2015.",
    "In 2015, the town declared bankruptcy.",
    "The claims were paid and the reports were filed.",
    "",
]


@pytest.mark.parametrize(("sentence", "speaker", "verb", "via"), SPOKEN)
def test_the_speaker_of_a_sentence_is_read(
    sentence: str, speaker: str, verb: str, via: tuple[str, ...]
) -> None:
    found = read_attribution(sentence)
    assert found is not None
    assert (found.speaker, found.verb, found.via) == (speaker, verb, via)


@pytest.mark.parametrize("sentence", OWN_VOICE)
def test_a_sentence_in_the_articles_own_voice_has_no_speaker(sentence: str) -> None:
    assert read_attribution(sentence) is None


def test_a_verb_inside_a_quotation_is_nobodys() -> None:
    assert read_attribution("The sign “the mayor said that we may” hung in the hall.") is None


def test_quotation_spans_take_marks_of_any_shape() -> None:
    text = 'He said «one» and “two” and "three".'
    assert [text[a:b] for a, b in quotation_spans(text)] == ["one", "two", "three"]


@given(st.text())
def test_any_string_can_be_read(text: str) -> None:
    found = read_attribution(text)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert all(a <= b for a, b in quotation_spans(text))
