from briefing.records.actors import Actor
from briefing.records.claims import Speaker
from briefing.stages.actors import resolve
from tests.builders import an_article
from tests.builders_findings import a_claim, numbered


def actors_of(text: str, *names: str, speaker: str | None = None) -> dict[str, Actor]:
    claim = a_claim("x").model_copy(
        update={"actors": names, "speaker": Speaker(name=speaker) if speaker else None}
    )
    actors, _ = resolve([an_article(text)], numbered([claim]))
    return {actor.name: actor for actor in actors}


def spellings(actor: Actor) -> set[str]:
    return {alias.text for alias in actor.aliases}


def test_a_short_form_in_brackets_is_an_alias_with_its_evidence() -> None:
    text = "The Dalen Port Authority (DPA) closed. The DPA gave no reason."
    found = actors_of(text, "DPA")
    (actor,) = found.values()
    assert actor.name == "Dalen Port Authority"
    short = next(alias for alias in actor.aliases if alias.text == "DPA")
    assert short.rule == "abbreviation"
    span = short.evidence[0]
    assert text[span.start : span.end] == "DPA"


def test_brackets_that_hold_something_else_are_no_alias() -> None:
    found = actors_of(
        "In Dalen, Norland (Reuters) fell, and it was Reuters that said so.", "Norland", "Reuters"
    )
    assert set(found) == {"Norland", "Reuters"}


def test_a_surname_belongs_to_the_only_person_who_bears_it() -> None:
    text = "Union leader Maria Keller spoke. Keller resigned."
    (actor,) = actors_of(text, "Keller").values()
    assert (actor.name, actor.type, actor.mentions) == ("Maria Keller", "person", 2)


def test_a_surname_of_two_people_stays_apart() -> None:
    text = "Leader Maria Keller met minister Tom Keller. Keller resigned."
    assert len(actors_of(text, "Maria Keller", "Tom Keller", "Keller")) == 3


def test_a_surname_never_joins_a_body_that_ends_in_it() -> None:
    text = "The Bank of Keller Group fell, and Group rose."
    assert len(actors_of(text, "Bank of Keller Group", "Group")) == 2


def test_transliterations_of_a_full_name_are_one() -> None:
    text = "Leader Usama Bin Laden fled. Osama bin Laden was found."
    assert len(actors_of(text, "Usama Bin Laden", "Osama bin Laden")) == 1


def test_short_names_that_sound_alike_stay_apart() -> None:
    assert len(actors_of("Iran and Oran met. Iran left Oran.", "Iran", "Oran")) == 2


def test_names_that_lost_their_space_are_no_actor() -> None:
    assert actors_of("The DalenNorland pact held.", "DalenNorland") == {}


def test_a_name_that_stands_in_no_body_is_no_actor() -> None:
    assert actors_of("Rain fell on the port.", "Karl Marlowe") == {}


def test_the_shipped_table_joins_what_it_lists_and_nothing_else() -> None:
    text = "Britain and the UK agree. Ukraine does not."
    found = actors_of(text, "Britain", "Ukraine")
    assert set(found) == {"United Kingdom", "Ukraine"}
    assert spellings(found["United Kingdom"]) == {"Britain", "UK"}


def test_claims_carry_the_ids_of_actors_and_speakers() -> None:
    claim = a_claim("x").model_copy(
        update={"actors": ("Norland",), "speaker": Speaker(name="union leader Maria Keller")}
    )
    text = "Norland shut. Union leader Maria Keller spoke of Norland."
    actors, (attached,) = resolve([an_article(text)], numbered([claim]))
    ids = {actor.name: actor.id for actor in actors}
    assert attached.actors == (ids["Norland"],)
    assert attached.speaker is not None
    assert attached.speaker.actor == ids["Maria Keller"]


def test_a_lone_word_that_only_opens_sentences_is_no_actor() -> None:
    assert actors_of("Turnout rose in Dalen. Turnout fell in Oster.", "Turnout") == {}
