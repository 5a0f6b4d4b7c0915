import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.records.articles import Article, SegmentKind
from briefing.stages.articles import extract
from tests.builders import a_page

ARTICLES = Path(__file__).parents[1] / "articles"
EXPECTED = sorted(ARTICLES.glob("*.expect.toml"))

BODY = (
    "The ferry between Aldo and Senn was cancelled on Friday because of ice, the company said.\n\n"
    "It did not say when the service would resume. Passengers waited for up to six hours.\n\n"
    "The mayor of Senn called the decision premature and asked for an independent inquiry.\n\n"
    "Two captains said that they had sailed in worse, but neither wished to be named.\n\n"
)


def read(text: str) -> Article:
    return extract(a_page(text), "S1")


def parts(article: Article, *kinds: SegmentKind) -> str:
    return "".join(
        article.text[segment.start : segment.end]
        for segment in article.segments
        if segment.kind in kinds
    )


def body(text: str) -> str:
    return parts(read(text), "body")


def kind_of(text: str, line: str) -> SegmentKind:
    article = read(text)
    position = text.index(line)
    return next(s.kind for s in article.segments if s.start <= position < s.end)


def value(text: str) -> str | None:
    date = read(text).date
    return date.value if date else None


# --- The corpus of articles in many styles, each with what must and must not be its body ---


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name.removesuffix(".expect.toml"))
def test_article_of_the_corpus_is_read_as_its_author_meant_it(path: Path) -> None:
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    name = path.name.removesuffix(".expect.toml")
    source = next(p for p in ARTICLES.glob(f"{name}.*") if p.suffix in {".txt", ".md"})
    text = source.read_text(encoding="utf-8")
    article = read(text)
    article_body = parts(article, "body")

    for snippet in (*expected["must_be_body"], *expected["must_not_be_body"]):
        assert snippet in text, f"the article does not hold {snippet!r}"
    assert [s for s in expected["must_be_body"] if s not in article_body] == []
    assert [s for s in expected["must_not_be_body"] if s in article_body] == []
    assert article.language == expected["language"]
    found = {
        "title": article.title.value if article.title else None,
        "author": article.author.value if article.author else None,
        "publisher": article.publisher.value if article.publisher else None,
        "date": article.date.value if article.date else None,
    }
    assert found == {key: expected.get(key) for key in found}


def test_corpus_has_an_expectation_for_every_article() -> None:
    names = {path.name.removesuffix(".expect.toml") for path in EXPECTED}
    assert names == {path.stem for path in ARTICLES.iterdir() if path.suffix in {".txt", ".md"}}
    assert len(names) >= 12


# --- Invariants ---

lines = st.sampled_from([
    "8 Responses", "Comments", "Reply", "Jane Doe says:", "By Jane Doe", "Photo: Jane Doe", "###",
    "1. I think you are wrong.", "  2. Paul,", "Recent News", "About the author", "Q: Why?",
    "Jane Doe is a reporter based in Senn.", "The ferry sailed on Friday, 3 May 2019.", "# Title",
    "19 January 2018", "---", "\ufeff", "[Home](https://example.org)", "14:32", "Related:", "(",
    "Title: The ferry", "AFP/File Jane", "ENDS", "“Yes.”", "", "\r", "\x0b", "\u2028", "- item",
])  # fmt: skip
pages = st.one_of(
    st.text(),
    st.lists(st.one_of(lines, st.text(max_size=40)), max_size=25).map("\n".join),
    st.lists(lines, max_size=25).map("\n\n".join),
)


@given(pages)
@example("")
@example("\ufeff")
@example(" \n\t ")
@example("\ud800 lone")
def test_segments_cover_any_text_without_gap_or_overlap(text: str) -> None:
    segments = read(text).segments
    assert "".join(text[s.start : s.end] for s in segments) == text
    assert all(s.start < s.end for s in segments)
    assert [s.start for s in segments[1:]] == [s.end for s in segments[:-1]]


@given(pages)
def test_metadata_is_what_its_evidence_says(text: str) -> None:
    article = read(text)
    for metadatum in (article.title, article.author, article.publisher):
        if metadatum is not None:
            assert [text[s.start : s.end] for s in metadatum.evidence] == [metadatum.value]
    if article.date is not None:
        assert all(0 <= start < end <= len(text) for start, end in article.date.evidence)


@given(st.lists(st.text(max_size=60), max_size=12))
def test_nothing_behind_a_comment_heading_is_body(comments: list[str]) -> None:
    tail = "\n\n".join(comments)
    article = read(f"{BODY}{BODY.replace('Senn', 'Aldo')}12 Comments\n\n{tail}")
    heading = article.text.index("12 Comments")
    assert all(segment.end <= heading for segment in article.body())


# --- The head of a page ---


def test_section_label_is_no_title() -> None:
    assert read(f"# Nautica\n\n{BODY}").title is None


def test_missing_title_stays_missing() -> None:
    assert read(BODY).title is None


def test_title_is_the_line_a_trail_of_links_ends_with() -> None:
    text = f"Home / News / Ice on the Senn\n\nWeather at sea today\n\nIce on the Senn\n\n{BODY}"
    title = read(text).title
    assert title is not None
    assert title.value == "Ice on the Senn"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# Ferry halted by ice", "Ferry halted by ice"),
        ("**Ferry halted by ice**", "Ferry halted by ice"),
        ("Title: Ferry halted by ice", "Ferry halted by ice"),
        ("Ferry halted by ice\n===================", "Ferry halted by ice"),
        ("Ferry halted by ice | The Senn Gazette", "Ferry halted by ice"),
        ("Is the ferry ever coming back?", "Is the ferry ever coming back?"),
        ("Skip to main content\n\nFerry halted by ice", "Ferry halted by ice"),
    ],
)
def test_title_is_read_without_what_decorates_it(line: str, expected: str) -> None:
    title = read(f"{line}\n\n{BODY}").title
    assert title is not None
    assert title.value == expected


def test_name_of_the_site_above_the_headline_is_no_title() -> None:
    title = read(f"Senn Area Community News\n\nIce stops the Senn ferry\n\n{BODY}").title
    assert title is not None
    assert title.value == "Ice stops the Senn ferry"


def test_headline_with_a_full_stop_is_the_title_above_a_byline() -> None:
    article = read(f"Ice stops the ferry for a third day.\n\nBy Jane Doe\n\n{BODY}")
    assert article.title is not None
    assert article.title.value == "Ice stops the ferry for a third day."
    assert parts(article, "body").strip() == BODY.strip()


def test_short_article_of_one_paragraph_is_body() -> None:
    text = "The ferry was cancelled on Friday."
    assert body(text) == text


def test_link_to_the_comments_above_the_article_hides_nothing() -> None:
    text = (
        f"Ferry halted by ice\n\nBy Jane Doe\n\n12 Comments\n\n{BODY}{BODY.replace('ice', 'fog')}"
    )
    assert "Two captains" in body(text)


def test_front_matter_is_read_and_is_not_body() -> None:
    text = f"---\ntitle: Ice\nauthor: Jane Doe\ndate: 2019-05-03\nlayout: post\n---\n\n{BODY}"
    article = read(text)
    assert article.author is not None
    assert (article.author.value, value(text)) == ("Jane Doe", "2019-05-03")
    assert parts(article, "body").strip() == BODY.strip()


# --- Bylines and publishers ---


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By: Jane Doe | 01-19-2018 | News", "Jane Doe"),
        ("By  Jane van der Doe", "Jane van der Doe"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By Jane Doe, John Roe and Ann Poe", "Jane Doe, John Roe and Ann Poe"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("*By Jane Doe*", "Jane Doe"),
        ("Posted by Jane Doe on March 3, 2019", "Jane Doe"),
        ("Written by Jane O’Doe", "Jane O’Doe"),
        ("Von Jana Dörfler", "Jana Dörfler"),
        ("Por Lucía de la Fuente", "Lucía de la Fuente"),
        ("Par Hélène Roy", "Hélène Roy"),
        ("Author: Jane Doe", "Jane Doe"),
    ],
)
def test_author_is_the_name_in_the_byline(line: str, author: str) -> None:
    article = read(f"Ferry halted by ice again\n\n{line}\n\n{BODY}")
    assert article.author is not None
    assert article.author.value == author
    assert line not in parts(article, "body")


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the ferry had been out of service for three days in all.",
        "By Friday, the ferry was back.",
        "By Senn standards it was a mild winter, and nobody had expected so much ice.",
        "Von Senn aus fährt seit Freitag kein Schiff mehr nach Aldo.",
    ],
)
def test_sentence_that_begins_like_a_byline_is_body(line: str) -> None:
    text = f"{BODY}{line}\n\n{BODY.replace('Senn', 'Aldo')}"
    assert kind_of(text, line) == "body"
    assert read(text).author is None


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Ice again on the lake\n\nBy Jane Doe | (Lake Comment) | – –\n\n{BODY}", "Lake Comment"),
        (f"Ice again on the lake\n\nBy Jane Doe, The Senn Gazette\n\n{BODY}", "The Senn Gazette"),
        (
            f"Ice again on the lake\n\nBy Jane Doe for The Senn Gazette\n\n{BODY}",
            "The Senn Gazette",
        ),
        (f"Ice again on the lake | The Senn Gazette\n\n{BODY}", "The Senn Gazette"),
        (f"SENN (Reuters) - {BODY}", "Reuters"),
        (f"SENN, May 3 (Lake Wire) — {BODY}", "Lake Wire"),
        (f"Ice again on the lake\n\nBy AFP\n\n{BODY}", "AFP"),
    ],
)
def test_publisher_is_named_where_the_text_names_it(text: str, publisher: str) -> None:
    found = read(text).publisher
    assert found is not None
    assert found.value == publisher


def test_dateline_stays_in_the_body() -> None:
    assert body(f"SENN (Reuters) - {BODY}").startswith("SENN (Reuters) - The ferry")


def test_person_in_brackets_is_no_publisher() -> None:
    assert read(f"Ann Roe (Green Party) said so. {BODY}").publisher is None
    assert read(f"Ice again on the lake\n\nBy Jane Doe (@jane)\n\n{BODY}").publisher is None


# --- Dates ---


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By: Jane Doe | 01-19-2018 | News", "2018-01-19"),
        ("19 January 2018", "2018-01-19"),
        ("Jan. 19, 2018", "2018-01-19"),
        ("Published: 2018-01-19T08:30:00Z", "2018-01-19"),
        ("Friday, January 19th, 2018 at 4:15 pm", "2018-01-19"),
        ("19. Januar 2018, 14:05 Uhr", "2018-01-19"),
        ("Publié le 19 janvier 2018 à 9h12", "2018-01-19"),
        ("19 de enero de 2018", "2018-01-19"),
        ("Senn, 19 January 2018", "2018-01-19"),
        ("By Jane Doe | 03-04-2018", "2018"),
        ("Updated: 20 January 2018 | Published: 19 January 2018", "2018-01-20"),
    ],
)
def test_stated_date_is_the_one_beside_the_byline(line: str, expected: str) -> None:
    article = read(f"Ferry halted by ice again\n\n{line}\n\n{BODY}")
    assert article.date is not None
    assert (article.date.value, article.date.basis) == (expected, "stated")
    assert line not in parts(article, "body")


def test_publication_goes_before_update_and_comments_do_not_count() -> None:
    text = (
        f"Ferry halted by ice again\n\nUpdated 5 May 2019\n\n{BODY}Published 3 May 2019\n\n"
        "2 Comments\n\nJane says:\n9 June 2020 at 10:00\nNonsense.\n"
    )
    assert value(text) == "2019-05-03"
    assert value(text.replace("Published 3 May 2019", "")) == "2019-05-05"


def test_dateline_with_a_year_states_the_date() -> None:
    assert value(f"SENN, May 3, 2019 (Lake Wire) - {BODY}") == "2019-05-03"
    assert value(f"SENN, May 3 (Lake Wire) - {BODY}") is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dam broke in June 2016.", "2016-06/.."),
        ("The dam broke in 2014 and again on 3 May 2015.", "2015-05-03/.."),
        ("It was built in 1999. It will be replaced by 2030.", "1999/.."),
        ("It was built in 1999, and the goal is to replace it in 2027.", None),
        ("The mayor, who took office in 2015, will resign in 2027.", None),
        ("It lasted until 2015, having begun in 2013.", "2013/.."),
        ("The dam broke in 2014, four years ago.", "2018~"),
        ("The dam broke in 2014. Four years later it is still a ruin.", "2018~"),
        ("The dam broke in 1990. Four years later it was rebuilt.", "1990/.."),
        ("It broke in May of 2011.", "2011-05/.."),
        ("Nothing was dated, last August least of all.", None),
    ],
)
def test_inferred_date_is_no_more_than_a_lower_bound(sentence: str, expected: str | None) -> None:
    article = read(f"{BODY}{sentence}\n")
    assert value(article.text) == expected
    assert article.date is None or article.date.basis == "inferred"


# --- Comments ---

COMMENT = "I was there and you are wrong about the ice, it was barely two fingers thick."


@pytest.mark.parametrize(
    "heading",
    [
        "8 Responses", "Comments", "0 comment/s", "COMMENTS (12)", "1,204 Comments", "## Comments",
        "12 Responses to “Ice”", "Leave a Reply", "Comments are closed.", "Join the conversation",
        "Kommentare", "3 Kommentare", "Comentarios (2)", "Deja un comentario", "Commentaires",
        "Laisser un commentaire", "2 commentaires", "3 reacties", "Commenti",
        "コメント", "Комментарии", "Yorumlar",
    ],
)  # fmt: skip
def test_comments_under_a_heading_are_not_body(heading: str) -> None:
    text = f"{BODY}{heading}\n\n{COMMENT}\n\nThe company is lying. Everyone in Senn knows it.\n"
    assert body(text).strip() == BODY.strip()
    assert kind_of(text, "The company is lying") == "comment"


@pytest.mark.parametrize(
    "comments",
    [
        f"  1. {COMMENT}\n\n    • The company was warned in March.\n\n  2. It will sink one day.",
        f"1. {COMMENT}\n\n2. Thanks, Jane. I agree.\n\n3. The mayor sold it to you for a song.",
        f"1. {COMMENT}\n\n2. Nobody was warned.\n\nComments are closed.",
        f"Jane Doe says:\nMarch 3, 2015 at 4:15 pm\n{COMMENT}\n\nJohn says:\nIt sank.",
        f"Jane Doe\nMarch 3, 2015 at 4:15 pm\n{COMMENT}\nReply\n\nIt sank once before.",
        f"jane_d • 3 years ago\n{COMMENT}\nReply\nLike\n\nIt sank once before.",
        f"  • Jane Doe\n\n    {COMMENT}\n\n    It sank once before.\n\n  • John\n\n    No.",
        f"hafen schreibt:\n6. März 2019, 20:14 Uhr\n{COMMENT}\nAntworten",
    ],
)
def test_comments_without_a_heading_are_not_body(comments: str) -> None:
    assert body(f"{BODY}{comments}\n").strip() == BODY.strip()


@pytest.mark.parametrize(
    "listing",
    [
        "The company named three reasons:\n\n1. The ice was thick.\n\n2. The crew was ill.",
        "## Three reasons\n\n1. You cannot sail through ice.\n\n2. You need a crew for it.",
        "1. The ice was too thick for the hull.\n\n2. The crew of the second ship was ill.",
    ],
)
def test_numbered_list_of_the_article_is_body(listing: str) -> None:
    assert "2. " in body(f"{BODY}{listing}\n")


def test_page_of_nothing_but_comments_has_no_body() -> None:
    text = "3 Comments\n\n1. I think you are all wrong here.\n\n2. Thanks, you said it.\n"
    assert body(text) == ""


def test_page_of_nothing_but_boilerplate_has_no_body() -> None:
    text = "Home / News\n\nShare this article\n\nWe use cookies to improve this site.\n\n© 2019\n"
    assert body(text) == ""


# --- What stands around and between ---


@pytest.mark.parametrize(
    "line",
    [
        "AFP/File Jane Doe", "Photo credit: @jane | Twitter", "(Reuters/Jane Doe)",
        "Ice_on_the_Senn Ice on the Senn: h/t Wikipedia", "IMG_2231.jpg", "Foto: Jana Dörfler",
        "Workers clear ice from a quay in Senn. Photo by Jane Doe",
        "Workers clear ice from a quay in Senn on Friday. (AP Photo/Jane Doe)",
        "Workers clear ice from a quay in Senn on Friday.JANE DOE/AFP/GETTY IMAGES",
        "[In the above map, ice is blue and the ferry's usual route is red.]",
        "In this photo taken on Friday, workers clear ice from a quay in Senn.",
        "![Ice on the quay](ice.jpg)", "Imagen de archivo del puerto de Senn",
        "It did not say when the service would resume.",
    ],
)  # fmt: skip
def test_captions_credits_and_repetitions_are_not_body(line: str) -> None:
    text = f"{BODY}{line}\n\n{BODY.replace('Senn', 'Aldo').replace('resume', 'begin')}"
    position = text.index(line, len(BODY))
    found = next(s for s in read(text).segments if s.start <= position < s.end)
    assert found.kind == "caption"


def test_line_above_a_credit_and_label_above_a_caption_are_captions() -> None:
    text = f"Ice on the Senn\n\nWorkers at the quay in Senn\nAFP/File Jane Doe\n\n{BODY}"
    assert kind_of(text, "Workers at the quay") == "caption"
    assert kind_of(text, "Ice on the Senn") == "title"
    text = f"{BODY}Old quay\nThe quay seen from above. (Reuters/Jane Doe)\n\n{BODY.upper()}"
    assert kind_of(text, "Old quay") == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Share this article", "Facebook | Twitter | Email", "Print Friendly, PDF & Email", "* * *",
        "Sign up for our newsletter to get the news first.", "We use cookies on this site.",
        "All rights reserved.", "Advertisement", "Follow us on Twitter.",
        "Alle Rechte vorbehalten.",
        "Subscribe to our newsletter", "© 2019 The Senn Gazette", "Tags: ice, ferry",
        "Home > News > Lake", "https://example.org/ice", "Abonnez-vous à notre lettre",
    ],
)  # fmt: skip
def test_furniture_of_a_site_is_boilerplate(line: str) -> None:
    text = f"{BODY}{line}\n\n{BODY.replace('Senn', 'Aldo').replace('resume', 'begin')}"
    assert kind_of(text, line) == "boilerplate"
    assert "the decision premature" in body(text)[len(BODY) :]


def test_lists_of_other_articles_are_related_and_the_text_goes_on() -> None:
    second = BODY.replace("Senn", "Aldo").replace("resume", "begin")
    text = f"{BODY}Related stories\n\nFog on the lake\n\nA winter without fish\n\n{second}"
    assert kind_of(text, "Fog on the lake") == "related"
    assert body(text).count("the decision premature") == 2


def test_teasers_at_the_end_are_related() -> None:
    text = (
        f"{BODY}Most read\n\nFog on the lake\n\nA bank of fog has closed the airport.\n\n"
        "A winter without fish\n\nThe fishermen of Aldo blame the dam.\n"
    )
    assert body(text).strip() == BODY.strip()


def test_single_pointer_to_another_article_is_related() -> None:
    text = f"{BODY}Read more: Fog on the lake\n\n{BODY.replace('Senn', 'Aldo')}"
    assert kind_of(text, "Read more") == "related"


@pytest.mark.parametrize(
    "bio",
    [
        "Jane Doe is a freelance journalist based in Senn.",
        "Jane Doe covers the lake for The Senn Gazette.",
        "*John Roe is professor of law at the University of Senn and a regular contributor.*",
        "The author is a former captain.",
        "Ann Poe\nAnn Poe is a reporter for the Senn Gazette.",
        "Ann Poe ist Redakteurin und schreibt über Schifffahrt.",
        "Ana Ruiz es periodista y escribe sobre el agua.",
        "Anne Roy est journaliste et écrit sur la mer.",
    ],
)
def test_biography_at_the_end_is_not_body(bio: str) -> None:
    text = f"Ice on the lake again\n\nBy Jane Doe\n\n{BODY}{bio}\n\nShare this article\n"
    assert kind_of(text, bio.splitlines()[-1]) == "bio"


@pytest.mark.parametrize(
    "ending",
    [
        "Ann Poe, the director of the ferry company, said that she would sail on Monday.",
        "Ann Poe is the director of the ferry company.",
        "The company is based in Aldo and has eleven ships.",
    ],
)
def test_last_paragraph_about_a_person_in_the_news_is_body(ending: str) -> None:
    assert kind_of(f"{BODY}{ending}\n", ending) == "body"


def test_what_follows_the_end_of_a_press_release_is_not_body() -> None:
    text = (
        f"FOR IMMEDIATE RELEASE\n\nContact: Jane Doe\njane@example.org\n\nFerry halted by ice\n\n"
        f"{BODY}###\n\nAbout Lake Ferries\n\nLake Ferries was founded in 1911 and has 11 ships.\n"
    )
    article = read(text)
    assert article.title is not None
    assert article.title.value == "Ferry halted by ice"
    assert parts(article, "body").strip() == BODY.strip()


def test_name_of_the_site_at_the_end_is_boilerplate() -> None:
    assert kind_of(f"{BODY}Lake Intel Group\n", "Lake Intel Group") == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Q: How thick was the ice?", "A: Two fingers.", "Ann Poe: It was thicker than that.",
        "> We would have sailed.", "- eleven ships and forty captains", "Ice  12.50  -0.4%",
        "He refused.", "The reasons were these:", "14.32 The ferry has left Senn after all.",
        "Help us keep our ferry, the banner said, and so did everyone who walked behind it.",
        "Comments on the decision were mixed, and the mayor's were the sharpest of all.",
        "Share prices of both ferry companies fell by more than a tenth in early trading.",
    ],
)  # fmt: skip
def test_short_and_odd_paragraphs_of_the_main_flow_are_body(line: str) -> None:
    text = f"{BODY}{line}\n\n{BODY.replace('Senn', 'Aldo').replace('resume', 'begin')}"
    assert kind_of(text, line) == "body"


def test_headings_and_times_between_paragraphs_are_headings() -> None:
    text = f"{BODY}What happens next\n\n14:32\n\n{BODY.replace('Senn', 'Aldo')}"
    assert kind_of(text, "What happens next") == "heading"
    assert kind_of(text, "14:32") == "heading"


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    text = (
        "The ferry between Aldo and Senn was cancelled on Friday because of\n"
        "ice, the company said. It did not say when the service would resume\n"
        "and passengers waited for up to six hours.\n"
    )
    assert [segment.kind for segment in read(text).segments] == ["body"]


def test_language_of_a_few_letters_is_unknown() -> None:
    assert read("The ferry sank on Friday.").language is None
    assert read(BODY).language == "en"
