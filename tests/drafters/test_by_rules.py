from briefing.drafters.by_rules import RulesDrafter
from briefing.records.claims import Speaker
from briefing.records.drafts import DraftClaim
from briefing.tradecraft.shortening import words
from tests.builders import a_passage
from tests.builders_drafting import a_material, an_assessed_claim

DRAFTER = RulesDrafter()


def read(*sentences: str) -> tuple[DraftClaim, ...]:
    return DRAFTER.summarize(a_passage(*sentences)).claims


def test_a_sentence_is_read_with_speaker_verb_and_hedge() -> None:
    (claim,) = read("Two officials said that Norland may close the port of Dalen.")
    assert (claim.speaker, claim.verb, claim.hedges) == ("Two officials", "said", ("may",))
    assert (claim.certainty, claim.kind, claim.evidence) == ("possible", "forecast", (1,))
    assert "Norland" in claim.actors


def test_a_pronoun_speaker_is_resolved_with_the_sentence_that_shows_it() -> None:
    first, second = read("Minister Anna Berg opened the port, she said.", "Rain fell on the town.")
    assert second.speaker is None
    said, added = read(
        "“The port is safe,” minister Anna Berg said.", "She added that Norland had paid for it."
    )
    assert added.statement == "Anna Berg added that Norland had paid for it."
    assert added.evidence == (2, 1)
    assert said.speaker == added.speaker == "minister Anna Berg"
    assert first.evidence == (1,)


def test_a_quotation_without_speaker_takes_the_one_before_it() -> None:
    _, second = read("“The port is safe,” minister Anna Berg said.", "“Norland paid for the work.”")
    assert second.statement == "Anna Berg said: “Norland paid for the work.”"
    assert second.evidence == (2, 1)


def test_another_voice_ends_the_inheritance() -> None:
    claims = read(
        "“The port is safe,” minister Anna Berg said.",
        "Norland denied the report on Monday.",
        "“We are late in Dalen this time.”",
    )
    assert claims[-1].speaker is None


def test_words_that_only_link_or_vouch_are_cut() -> None:
    (claim,) = read("However, it is clear that Norland closed the port of Dalen.")
    assert claim.statement == "Norland closed the port of Dalen."


def test_questions_fragments_and_announcements_are_no_claims() -> None:
    assert (
        read("Will Norland close the port?", "Read more here.", "Norland said the following:") == ()
    )


def test_what_somebody_reports_in_a_block_of_its_own_is_theirs() -> None:
    passage = a_passage("On the strike, Reuters reports:", "Ten ships waited at the port of Dalen.")
    lead, block = passage.sentences
    apart = passage.model_copy(
        update={"sentences": (lead, block.model_copy(update={"paragraph": 2}))}
    )
    (claim,) = DRAFTER.summarize(apart).claims
    assert claim.speaker == "Reuters"
    assert claim.evidence == (2, 1)


def test_composition_uses_each_finding_once_and_keeps_to_its_lengths() -> None:
    claims = [
        an_assessed_claim(
            f"C{n}",
            f"Norland closed pier {n} of the port of Dalen after crew {n} refused order {n}0.",
            speaker=Speaker(name="Anna Berg"),
        )
        for n in range(1, 9)
    ]
    drafted = DRAFTER.compose(a_material(claims))
    named = [*drafted.headline.claims]
    named += [claim for line in drafted.bottom_line for claim in line.claims]
    named += [claim for judgement in drafted.judgements for claim in judgement.claims]
    named += [claim for line in drafted.consequences for claim in line.claims]
    assert len(named) == len(set(named))
    assert words(drafted.headline.text) <= 18
    assert all(words(judgement.text) <= 25 for judgement in drafted.judgements)


def test_composition_of_nothing_is_empty() -> None:
    drafted = DRAFTER.compose(a_material([]))
    assert drafted.headline.text == ""
    assert drafted.judgements == ()


def test_an_accusation_takes_its_denial_with_it() -> None:
    first, *_ = read("Anna Berg is accused of fraud at Norland.", "She denies all charges.")
    assert first.statement == (
        "Anna Berg is accused of fraud at Norland (denied: “She denies all charges.”)."
    )
    assert first.evidence == (1, 2)


def test_a_verb_that_vouches_for_what_is_said_becomes_said() -> None:
    (claim,) = read("The minister confirmed that Norland had sold the port of Dalen.")
    assert claim.statement == "The minister said that Norland had sold the port of Dalen."
    assert claim.verb == "said"


def test_a_denial_of_the_same_matter_goes_with_what_is_denied() -> None:
    first, _ = read(
        "Observers said they had been denied access to the hall in Orlo.",
        "The ministry of Norland denied that observers had been turned away.",
    )
    assert first.statement.endswith(
        "(denied: “The ministry of Norland denied that observers had been turned away.”)."
    )
    assert first.evidence == (1, 2)
    apart, _ = read(
        "Rain fell on the town of Dalen all day.",
        "The ministry of Norland denied that observers had been turned away.",
    )
    assert apart.evidence == (1,)


def test_a_denial_of_all_charges_covers_what_the_prosecutor_says_next() -> None:
    *_, said = read("She denies all charges.", "Prosecutor Jan Roos said Anna Berg took the fund.")
    assert said.statement.endswith("(denied: “She denies all charges.”).")


def test_what_only_a_page_needs_is_no_part_of_a_statement() -> None:
    (claim,) = read("09:10 Mayor Anna Berg says on local radio that the strike cost Dalen much.")
    assert claim.statement.startswith("Mayor Anna Berg says")
    assert claim.speaker == "Mayor Anna Berg"
    assert read("Correction: an entry said that crews had joined the strike.") == ()
    assert read("- a review of the shift rules by an expert.") == ()
