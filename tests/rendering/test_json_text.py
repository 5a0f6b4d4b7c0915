import json

from briefing.records.briefings import Briefing
from briefing.rendering.json_text import render_json
from tests.rendering.samples import a_policymaker_sample


def test_the_file_reads_back_as_the_same_briefing() -> None:
    briefing = a_policymaker_sample()
    assert Briefing.model_validate_json(render_json(briefing)) == briefing


def test_keys_stand_in_the_order_of_the_record() -> None:
    keys = list(json.loads(render_json(a_policymaker_sample())))
    assert keys == list(Briefing.model_fields)


def test_text_is_indented_unescaped_and_ends_in_one_line_feed() -> None:
    text = render_json(a_policymaker_sample())
    assert text.startswith('{\n  "format": "briefing/1",\n  "id": "')
    assert "قالت وزارة النقل" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_the_content_id_can_be_computed_from_the_file_alone() -> None:
    briefing = a_policymaker_sample()
    assert Briefing.model_validate_json(render_json(briefing)).content_id() == briefing.id
