"""Whole briefings of the five articles in `seeds/`, drafted from answers written by hand.

The answers to `compose` name a claim by words of its own instead of its id, which changes with
every rule that lets another claim through: `reading_the_sheet` finds the ids in the request, as a
model would. Where the words fit no claim of the sheet, or several, no answer is given.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from briefing.audiences import load_audience
from briefing.drafters.by_model import ModelDrafter
from briefing.drafters.by_rules import RulesDrafter
from briefing.models.openai import OpenAIModel
from briefing.pipeline import Outcome, generate
from briefing.ports import Drafter
from briefing.prompts import load_prompts
from briefing.records.briefings import Briefing, Section
from briefing.records.drafts import DraftJudgement, DraftJudgements, DraftSentence
from briefing.records.pages import Intake
from briefing.rendering.json_text import render_json
from briefing.settings import Request, Settings
from briefing.sources.files import read
from briefing.tradecraft.shortening import words
from briefing.verification import verify
from tests.conftest import Serving
from tests.model_server import ANSWERS, Answer, Answering, Asked, completion, fault, from_files
from tests.recording import ROOT

_SHEET_CLAIM = re.compile(r"^\[(C\d+)\] (.*)$", re.MULTILINE)
_ID = re.compile(r"C\d+")


def reading_the_sheet(name: str) -> Answering:
    """Answer from `tests/answers/<name>`, with ids for the claims that `compose` names."""
    files = from_files(name)

    def answer(asked: Asked) -> Answer:
        if asked.question != "compose":
            return files(asked)
        sheet = _SHEET_CLAIM.findall(asked.document)
        text = _composition_file(name).read_text(encoding="utf-8")
        for said in _claims_named(composition(name)):
            ids = [claim for claim, statement in sheet if said in statement]
            if _ID.fullmatch(said):
                continue
            if len(ids) != 1:
                return fault(404, f"{len(ids)} claims of the sheet say {said!r}")
            text = text.replace(json.dumps(said, ensure_ascii=False), f'"{ids[0]}"')
        return completion(text.strip())

    return answer


def composition(name: str) -> DraftJudgements:
    """Return what `tests/answers/<name>` composes; `claims` are words of the claims."""
    return DraftJudgements.model_validate_json(_composition_file(name).read_text(encoding="utf-8"))


def _composition_file(name: str) -> Path:
    return ANSWERS / name / "compose.by-words.json"


def _claims_named(draft: DraftJudgements) -> list[str]:
    alternatives = [each.alternative for each in draft.judgements if each.alternative]
    sentences: tuple[DraftSentence | DraftJudgement, ...] = (
        draft.headline, *draft.bottom_line, *draft.judgements, *alternatives,
        *draft.consequences, *draft.indicators, *draft.assumptions,
    )  # fmt: skip
    return list(dict.fromkeys(said for sentence in sentences for said in sentence.claims))


def over_http(base_url: str) -> ModelDrafter:
    model = OpenAIModel("handwritten", base_url=base_url, max_retries=0)
    return ModelDrafter(model, load_prompts(), Settings())


def a_run(drafter: Drafter, audience: str) -> Outcome:
    pages, refused = read([ROOT / "seeds"], ROOT)
    request = Request(audience=audience, as_of="2026-11-20")
    return generate(Intake(pages=pages, refused=refused), drafter, request, Settings())


def problems_of(briefing: Briefing, folder: Path) -> tuple[str, ...]:
    path = folder / "briefing.json"
    path.write_text(render_json(briefing), encoding="utf-8")
    return verify(path, ROOT).problems


def printed(sections: Sequence[Section]) -> str:
    return "\n".join(sentence.text for section in sections for sentence in section.sentences)


def length(section: Section) -> int:
    cells = [cell.text for row in section.rows for cell in row]
    return sum(map(words, [*(sentence.text for sentence in section.sentences), *cells]))


def too_long(briefing: Briefing) -> list[str]:
    limits = {plan.id: plan.max_words for plan in load_audience(briefing.audience).sections}
    lengths = [(section.id, length(section), limits[section.id]) for section in briefing.sections]
    return [f"{id_}: {has} of {limit}" for id_, has, limit in lengths if limit and has > limit]


def articles_behind_judgements(briefing: Briefing) -> list[int]:
    source = {citation.id: citation.source for citation in briefing.citations}
    cited = {claim.id: {source[each] for each in claim.citations} for claim in briefing.claims}
    return [
        len(set().union(*(cited[claim] for claim in judgement.claims)))
        for judgement in briefing.judgements
    ]


def test_recorded_policymaker_page(serving: Serving, tmp_path: Path) -> None:
    base_url = serving(reading_the_sheet("seeds"))
    outcome = a_run(over_http(base_url), "policymaker")
    made, wanted = outcome.briefing, composition("seeds")

    assert (outcome.complete, outcome.notes) == (True, ())
    assert problems_of(made, tmp_path) == ()
    assert made.title == wanted.headline.text
    page = [section for section in made.sections if section.id not in {"status", "sources"}]
    assert all(judgement.text in printed(page) for judgement in wanted.judgements)
    assert all(indicator.text in printed(page) for indicator in wanted.indicators[:2])
    assert too_long(made) == []
    assert sum(map(length, page)) <= 650
    assert render_json(a_run(over_http(base_url), "policymaker").briefing) == render_json(made)


def test_recorded_analyst_page(serving: Serving, tmp_path: Path) -> None:
    outcome = a_run(over_http(serving(reading_the_sheet("seeds"))), "analyst")
    made, wanted = outcome.briefing, composition("seeds")

    assert (outcome.complete, outcome.notes) == (True, ())
    assert problems_of(made, tmp_path) == ()
    assert [each.text for each in made.judgements] == [each.text for each in wanted.judgements]
    assert [each.text for each in made.indicators] == [each.text for each in wanted.indicators]
    assert [each.text for each in made.assumptions] == [each.text for each in wanted.assumptions]
    assert "Composed and refused" not in printed(made.sections)
    alternatives = [each.alternative for each in wanted.judgements if each.alternative]
    assert all(each.text in printed(made.sections) for each in alternatives)
    assert too_long(made) == []
    counts = made.ledger.claims
    assert counts.total == counts.used + counts.merged + counts.withheld + counts.rejected
    assert counts.withheld + counts.rejected < counts.total / 10
    # What a model is for: bringing articles together. Rules quote one article at a time.
    assert articles_behind_judgements(made) == [3, 2, 1, 2]
    extracted = a_run(RulesDrafter(), "analyst").briefing
    assert set(articles_behind_judgements(extracted)) == {1}


def test_recorded_bad_answers_cost_only_what_rests_on_them(
    serving: Serving, tmp_path: Path
) -> None:
    drafter = over_http(serving(reading_the_sheet("seeds-faulty")))
    outcome = a_run(drafter, "analyst")
    made = outcome.briefing

    assert outcome.complete is False
    (note,) = outcome.notes
    assert note.startswith("passage S4.1: openai:handwritten: no usable answer on passage S4.1")
    assert (made.ledger.passages.total, made.ledger.passages.failed) == (7, 1)
    assert problems_of(made, tmp_path) == ()
    # Seven passages and the judgements; S1.1 and S4.1 were asked about twice.
    assert made.usage.replies == len(drafter.usage()) == 10
    assert {claim.statement[:20] for claim in made.claims} >= {"The Associated Press"}
    assert [(left.source, left.rule, left.reason) for left in made.withheld] == [
        ("S2", "no-such-sentence", "it names a sentence that is not there"),
        ("S3", "adds-to-its-source", "it adds the number '40'"),
        ("S5", "adds-to-its-source", "it adds the name 'Robert Fisk'"),
    ]
    assert [judgement.text for judgement in made.judgements] == [
        composition("seeds-faulty").judgements[0].text
    ]
    making = printed([section for section in made.sections if section.id == "annex-making"])
    for reason in (
        "defected from ISIS in Syria to join al-Qaeda.': it adds the number '3,000'",
        "killed four US special forces in Niger.': it lacks the hedge 'are believed to'",
        "'The Islamic State is collapsing.': it names C999, which is no claim",
        "'The U.S. should shift its attention to al-Qaeda.': it says 'should', which no claim does",
    ):
        assert reason in making
