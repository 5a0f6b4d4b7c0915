from briefing.drafters.sheet import MAX_CHARS, lay_out
from briefing.prompts import load_prompt
from briefing.records.claims import Speaker, Time
from tests.builders_drafting import a_conflict, a_finding, a_material, an_assessed_claim


def test_a_claim_is_shown_with_speaker_sources_origins_and_date() -> None:
    claim = an_assessed_claim(
        speaker=Speaker(name="Okoro", actor="A1"),
        via=("Seamark",),
        time=Time(text="last month", value="2017-09", basis="inferred"),
        citations=("Q1", "Q2", "Q1"),
        actors=("A1",),
    )
    sheet = lay_out(
        a_material(
            [claim],
            findings=[a_finding("C1", origins=("O1", "O2"))],
            actor_names={"A1": "Ines Okoro", "A2": "Nobody"},
        )
    )
    assert sheet.names == ("Ines Okoro",)
    ((shown,),) = sheet.matters
    assert shown.note == (
        "said by: Ines Okoro, via Seamark; sources: source 1, Mara Lind; "
        "independent origins: 2; when: 2017-09 (inferred)"
    )


def test_nothing_of_the_grades_is_shown() -> None:
    document = load_prompt("compose").fill({"sheet": lay_out(a_material([an_assessed_claim()]))})[1]
    assert "said by: the article itself; sources: source 1; independent origins: unknown" in (
        document.content
    )
    assert "low" not in document.content


def test_matters_keep_their_order_and_are_parted() -> None:
    claims = [an_assessed_claim(f"C{n}", f"Matter {n}.") for n in (1, 2, 3)]
    material = a_material(claims, matters=[("F3", "F1"), ("F2",)], question="Who pays?")
    document = load_prompt("compose").fill({"sheet": lay_out(material)})[1].content
    lines = [line for line in document.splitlines() if not line.startswith("    ")]
    assert lines == [
        "Question to answer: Who pays?", "", "<claims>", "[C3] Matter 3.", "[C1] Matter 1.", "",
        "[C2] Matter 2.", "</claims>", "", "<conflicts>", "</conflicts>",
    ]  # fmt: skip


def test_a_claim_that_only_a_conflict_names_is_shown_last() -> None:
    claims = [an_assessed_claim(f"C{n}") for n in (1, 2, 3)]
    findings = [a_finding("C1", "C2"), a_finding("C3")]
    sheet = lay_out(a_material(claims, findings=findings, conflicts=[a_conflict("C2", "C3")]))
    assert [[claim.id for claim in matter] for matter in sheet.matters] == [["C1", "C3"], ["C2"]]
    assert [conflict.claims for conflict in sheet.conflicts] == [("C2", "C3")]


def test_what_does_not_fit_is_counted_and_no_matter_is_lost_to_a_larger_one() -> None:
    long = "x" * (MAX_CHARS // 10)
    claims = [an_assessed_claim(f"C{n}", long) for n in range(1, 31)]
    matters = [tuple(f"F{n}" for n in range(1, 30)), ("F30",)]
    sheet = lay_out(a_material(claims, matters=matters))
    assert [len(matter) for matter in sheet.matters] == [8, 1]
    assert sheet.left_out == 21
    document = load_prompt("compose").fill({"sheet": sheet})[1].content
    assert "There are 21 more claims" in document


def test_a_conflict_whose_claims_do_not_fit_is_left_out_with_them() -> None:
    claims = [an_assessed_claim("C1", "x" * MAX_CHARS), an_assessed_claim("C2")]
    sheet = lay_out(a_material(claims, conflicts=[a_conflict("C1", "C2")]))
    assert sheet.conflicts == ()
    assert sheet.left_out == 2
