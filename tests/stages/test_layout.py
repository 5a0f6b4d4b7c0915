from briefing.audiences import SectionPlan, audience_names, load_audience
from briefing.records.claims import Confidence
from briefing.stages.layout.fitting import fit, process
from briefing.stages.layout.phrases import confidence_sentence, day, grade
from briefing.tradecraft.shortening import words


def a_plan(**limits: int) -> SectionPlan:
    return SectionPlan.model_validate(
        {"id": "x", "heading": "X", "content": "sources", "empty": "Nothing here.", **limits}
    )


def texts(*items: str, **limits: int) -> list[str]:
    return [s.text for s in fit([(process(item),) for item in items], a_plan(**limits))]


def test_items_are_taken_whole_while_they_fit() -> None:
    assert texts("one two", "three four", "five", max_words=4) == ["one two", "three four"]


def test_an_item_too_long_is_passed_over_and_a_shorter_one_taken() -> None:
    assert texts("one two three", "four", max_words=2) == ["four"]
    assert texts("one two three", "four", max_item_words=2) == ["four"]


def test_no_more_items_than_asked_for() -> None:
    assert texts("one", "two", "three", max_items=2) == ["one", "two"]


def test_an_empty_section_says_so() -> None:
    assert texts() == ["Nothing here."]
    assert texts("far too long", max_words=1) == ["Nothing here."]


LOW = Confidence(level="low", points=-1, reasons=("one origin", "unnamed officials", "no date"))


def test_confidence_is_a_sentence_of_its_own_with_the_reasons_that_fit() -> None:
    assert confidence_sentence(LOW, 40) == (
        "Confidence is low: one origin, unnamed officials, no date."
    )
    assert confidence_sentence(LOW, 6) == "Confidence is low: one origin."
    assert confidence_sentence(LOW, 3, "Sourcing") == "Sourcing is low."


def test_for_a_speech_act_the_level_covers_only_that_it_was_said() -> None:
    said = LOW.model_copy(update={"reasons": ("that it was said", "one origin")})
    assert confidence_sentence(said, 20) == "Confidence that it was said is low: one origin."


def test_what_caps_a_level_comes_before_the_other_reasons() -> None:
    capped = LOW.model_copy(update={"cap": "conflict"})
    assert confidence_sentence(capped, 7) == "Confidence is low: sources conflict, one origin."


def test_a_grade_is_printed_with_its_words() -> None:
    assert grade(3, "F") == "F3 (source not assessed; possibly true)"
    assert grade(2, "B") == "B2 (probably true)"


def test_a_day_is_written_out() -> None:
    assert day("2026-11-20") == "20 November 2026"


def test_every_shipped_audience_loads_with_an_empty_text_for_each_section() -> None:
    assert set(audience_names()) >= {"analyst", "policymaker"}
    for name in audience_names():
        audience = load_audience(name)
        assert audience.name == name
        for plan in audience.sections:
            assert plan.empty or plan.content in {"status", "making"}
            assert plan.max_words is None or words(plan.empty) <= plan.max_words
