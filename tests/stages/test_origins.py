"""Where claims come from: articles are not origins."""

import pytest

from briefing.records.actors import SourceSpan
from briefing.records.articles import Article
from briefing.records.claims import Claim
from briefing.records.findings import Origin, Traced
from briefing.stages.origins import trace
from tests.builders import a_date, an_article
from tests.builders_findings import a_citation, a_claim, cited, numbered

STORY = "The dam above Brumado gave way at noon after three days of heavy rain in the valley."


def _trace(claims: tuple[Claim, ...], *articles: Article) -> Traced:
    """One claim for each article, in order."""
    return trace(claims, cited(claims, [article.id for article in articles]), articles)


def _articles(*texts: str) -> tuple[Article, ...]:
    return tuple(an_article(text, id=f"S{n}") for n, text in enumerate(texts, start=1))


def _only(traced: Traced) -> Origin:
    (origin,) = traced.origins
    return origin


def _count(*claims: Claim, texts: tuple[str, ...] = ("One.", "Two.", "Three.")) -> int:
    ordered = numbered(claims)
    return len(_trace(ordered, *_articles(*texts[: len(ordered)])).origins)


def test_trace_takes_one_named_speaker_in_two_articles_for_one_origin() -> None:
    assert (
        _count(
            a_claim("The dam was sound, Ana Lima said.", speaker="Ana Lima", verb="said"),
            a_claim("Dr Ana Lima told reporters of cracks.", speaker="Dr Ana Lima", verb="told"),
            a_claim("ANA LIMA resigned, she said.", speaker="ANA LIMA", verb="said"),
        )
        == 1
    )


def test_trace_goes_by_the_actor_where_names_differ() -> None:
    assert (
        _count(
            a_claim("Lima said it.", speaker="Lima", speaker_actor="A1", verb="said"),
            a_claim(
                "The engineer Ana Lima said it.",
                speaker="Ana Lima",
                speaker_actor="A1",
                verb="said",
            ),
        )
        == 1
    )


def test_trace_joins_a_name_and_its_initials() -> None:
    assert (
        _count(
            a_claim(
                "The World Meteorological Organization said so.",
                speaker="World Meteorological Organization",
            ),
            a_claim("The WMO said so.", speaker="WMO", verb="said"),
        )
        == 1
    )


def test_trace_keeps_two_speakers_in_one_article_apart() -> None:
    claims = numbered(
        [
            a_claim("Ana Lima said it held.", speaker="Ana Lima", verb="said"),
            a_claim("Jo Park said it broke.", speaker="Jo Park", verb="said"),
        ]
    )
    (article,) = _articles("One.")
    assert len(trace(claims, cited(claims, ["S1", "S1"]), [article]).origins) == 2


def test_trace_gives_unnamed_officials_to_the_agency_that_relays_them() -> None:
    claims = numbered(
        [
            a_claim(
                "Two officials told Reuters it fell.", speaker="two officials", via=("Reuters",)
            ),
            a_claim("The dam fell, Reuters reported.", via=("Reuters",), verb="reported"),
        ]
    )
    origin = _only(_trace(claims, *_articles("One.", "Two.")))
    assert origin.name == "Reuters"
    assert origin.sources == ("S1", "S2")
    assert origin.directness == "agency"


def test_trace_keeps_a_named_speaker_who_told_an_agency() -> None:
    claims = (
        a_claim(
            "Ana Lima told Reuters it fell.", speaker="Ana Lima", via=("Reuters",), verb="told"
        ),
    )
    assert _only(_trace(claims, *_articles("One."))).name == "Ana Lima"


@pytest.mark.parametrize("speaker", ["experts", "some analysts", "two senior officials"])
def test_trace_knows_no_name_for_those_nobody_names(speaker: str) -> None:
    claims = numbered(
        [
            a_claim("It may fall again.", speaker=speaker, verb="said"),
            a_claim("The valley floods each spring.", speaker=speaker, verb="said"),
        ]
    )
    traced = _trace(claims, *_articles("One.", "Two."))
    assert [origin.name for origin in traced.origins] == [None, None]


def test_trace_sees_the_same_unnamed_officials_behind_the_same_words() -> None:
    words = "a senior official said the old spillway gates had been left shut"
    assert (
        _count(
            a_claim(f"On Friday {words}.", speaker="a senior official", verb="said"),
            a_claim(f"According to the Post, {words}.", speaker="a senior official", verb="said"),
        )
        == 1
    )


def test_trace_follows_a_quotation_to_the_speaker_another_article_names() -> None:
    quotation = "“The gates had been shut for a month”"
    claims = numbered(
        [
            a_claim(f"{quotation}, Ana Lima said.", speaker="Ana Lima", verb="said"),
            a_claim(f"{quotation}, an official said.", speaker="an official", verb="said"),
            a_claim(f"{quotation}, it emerged."),
        ]
    )
    assert _only(_trace(claims, *_articles("One.", "Two.", "Three."))).name == "Ana Lima"


def test_trace_gives_the_own_voice_of_an_article_to_its_author() -> None:
    claims = (a_claim("The dam fell."),)
    article = an_article("By Ana Lima. The dam fell.", author="Ana Lima")
    origin = _only(_trace(claims, article))
    assert (origin.name, origin.directness) == ("Ana Lima", "author")
    assert origin.cues == (SourceSpan(source="S1", start=0, end=8),)


def test_trace_gives_an_agency_report_to_the_agency() -> None:
    article = an_article("The dam fell.", author="Ana Lima", publisher="Associated Press")
    origin = _only(_trace((a_claim("The dam fell."),), article))
    assert (origin.name, origin.directness) == ("Associated Press", "agency")


def test_trace_leaves_an_unsigned_article_without_a_name() -> None:
    claims = numbered([a_claim("The dam fell."), a_claim("The dam fell.")])
    traced = _trace(claims, *_articles("One.", "Two."))
    assert [(o.name, o.directness) for o in traced.origins] == [(None, "unattributed")] * 2


def test_trace_gives_articles_that_share_text_one_origin() -> None:
    claims = numbered([a_claim("The dam fell."), a_claim("The dam broke.")])
    first = an_article(
        f"{STORY} The mayor wept.", id="S1", author="Jo Park", date=a_date("2019-05-02")
    )
    second = an_article(
        f"Late news. {STORY}", id="S2", author="Ana Lima", date=a_date("2019-05-01")
    )
    origin = _only(_trace(claims, first, second))
    assert origin.name == "Ana Lima"
    assert origin.sources == ("S1", "S2")


def test_trace_does_not_take_a_shared_quotation_for_a_shared_text() -> None:
    claims = numbered([a_claim("The dam fell."), a_claim("The dam broke.")])
    first = an_article(f"“{STORY}” The mayor wept.", id="S1", author="Jo Park")
    second = an_article(f"Late news. “{STORY}”", id="S2", author="Ana Lima")
    assert len(_trace(claims, first, second).origins) == 2


def test_trace_does_not_take_a_stock_phrase_for_a_shared_text() -> None:
    phrase = "It is one of those that we have had for some of the time."
    claims = numbered([a_claim("The dam fell."), a_claim("The port shut.")])
    assert len(_trace(claims, *_articles(f"Rain. {phrase}", f"Wind. {phrase}")).origins) == 2


def test_trace_shows_where_the_text_names_the_origin() -> None:
    claim = a_claim("The gates were shut, Ana Lima said.", speaker="Ana Lima", verb="said")
    citation = a_citation(claim.statement, start=40)
    traced = trace((claim,), {"Q1": citation}, _articles("One."))
    assert _only(traced).cues == (SourceSpan(source="S1", start=61, end=69),)


def test_trace_knows_no_origin_without_a_citation() -> None:
    traced = trace((a_claim("The dam fell."),), {}, ())
    assert traced == Traced(origins=(), of={"C1": None})


def test_trace_names_every_claim_and_no_origin_without_one() -> None:
    claims = numbered(
        [
            a_claim("It fell.", speaker="he", verb="said"),
            a_claim("It held.", speaker="Ana Lima", verb="said"),
            a_claim("It rained."),
        ]
    )
    traced = _trace(claims, *_articles("One.", "Two.", "Three."))
    assert set(traced.of) == {"C1", "C2", "C3"}
    assert {origin.id for origin in traced.origins} == set(traced.of.values())
    assert [origin.id for origin in traced.origins] == ["O1", "O2", "O3"]


def test_trace_takes_a_last_name_for_the_one_person_it_can_mean() -> None:
    full = a_claim("Ana Lima said it fell.", speaker="Ana Lima", verb="said")
    short = a_claim("Lima said it fell.", speaker="Lima", verb="said")
    other = a_claim("Rui Lima said it held.", speaker="Rui Lima", verb="said")
    assert _count(full, short) == 1
    assert _count(full, short, other) == 3
    origin = _only(_trace(numbered([full, short]), *_articles("One.", "Two.")))
    assert (origin.name, origin.directness) == ("Ana Lima", "on-record")
