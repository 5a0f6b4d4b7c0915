from briefing.records.articles import Article
from briefing.records.judgements import Gap, Judgement
from briefing.stages.gaps import Ground, find_assumptions, find_gaps
from tests.builders import a_date, an_article
from tests.builders_drafting import a_confidence, a_conflict, a_finding, an_assessed_claim
from tests.builders_findings import an_origin

JUDGEMENT = Judgement(
    id="J1", text="x", findings=("F1",), claims=("C1",), confidence=a_confidence(),
    alternative=None, dissent=(),
)  # fmt: skip


def ground(*articles: Article, **changes: object) -> Ground:
    plain = Ground(
        articles=articles or (an_article(date=a_date()),),
        claims=(an_assessed_claim("C1"),),
        findings=(a_finding("C1", origins=("O1", "O2")),),
        origins=(),
        conflicts=(),
        judgements=(),
    )
    return plain.model_copy(update=changes)


def questions(found: tuple[Gap, ...]) -> list[str]:
    return [gap.text for gap in found]


def test_nothing_open_gives_no_gap() -> None:
    assert find_gaps(ground()) == ()


def test_undated_articles_are_asked_for() -> None:
    found = find_gaps(ground(an_article(id="S1"), an_article(id="S2", date=a_date())))
    assert questions(found) == ["When was S1 published?"]


def test_a_conflict_is_the_first_question_and_says_what_would_settle_it() -> None:
    found = find_gaps(ground(an_article(), conflicts=(a_conflict("C1", "C2"),)))
    assert "D1" in found[0].text
    assert found[0].closed_by == "a log"
    assert [gap.id for gap in found] == ["G1", "G2"]


def test_a_judgement_on_one_origin_asks_for_another_by_name() -> None:
    one = {"judgements": (JUDGEMENT,), "findings": (a_finding("C1", origins=("O1",)),)}
    named = find_gaps(ground(**one, origins=(an_origin("O1", "Norland"),)))
    assert questions(named) == ["Is there any origin besides Norland for J1?"]
    unnamed = find_gaps(ground(**one, origins=(an_origin("O1", None),)))
    assert "unnamed origin of J1" in unnamed[0].text


def test_assumptions_name_the_effect_if_they_are_wrong_and_are_at_most_three() -> None:
    found = find_assumptions(ground(an_article(id="S1"), an_article(id="S2")))
    assert 0 < len(found) <= 3
    assert all(" if " in assumption.text for assumption in found)
