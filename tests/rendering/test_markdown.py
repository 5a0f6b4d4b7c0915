# ruff: noqa: E501 - a snapshot has the lines of the page
import re
import time
from collections import Counter
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from briefing.rendering.display import shown
from briefing.rendering.markdown import escaped, quoted, render_markdown
from tests.builders_rendering import a_briefing, a_large_briefing, a_section, a_sentence
from tests.rendering.hostile import BENIGN, PAYLOADS, a_hostile_briefing
from tests.rendering.samples import a_policymaker_sample, an_analyst_sample

# The constructs of GitHub's dialect that this parser knows; bare addresses, mentions and emoji
# it does not know are asserted on the text.
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LIVE_ON_GITHUB = re.compile(
    r"(?<!\\)://|\bwww\.\w|@\w|:tada:"
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)
_ACTIVE = st.text(alphabet="\\`*_{}[]()<>#+-.!|~=&;:/@$1a \n\t", max_size=40)


def _census(markdown: str) -> Counter[str]:
    tokens = _PARSER.parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    shape = Counter(token.type for token in (*tokens, *inline))
    # A quotation of several lines breaks softly; how long the text is cut is not its shape.
    for harmless in ("inline", "text", "text_special", "softbreak", "paragraph_open"):
        del shape[harmless]
    del shape["paragraph_close"]
    return shape


def _bare(text: str) -> str:
    return " ".join(shown(text).replace("\u2060", "").split())


def test_a_whole_page() -> None:
    assert render_markdown(a_briefing()) == snapshot("""\
**TLP:AMBER** · **DRAFT, NOT REVIEWED**

Policymaker briefing, as of 2021-03-08.

# It rained on Monday

*Reported*, ●●○ sourcing moderate [S1 C1]

## Bottom line

- *Reported*, ●●○ sourcing moderate: It rained. [S1 C1]

> **How to read this.**
> *Reported*: a source says so;
> *Judgement*: drawn from reports;
> *Conflict*: sources disagree;
> *Gap*: not known;
> *Withheld*: left out, and why;
> *Note*: about the work.
> Confidence rates sourcing, not likelihood:
> ●●● *high*, several good sources agree;
> ●●○ *moderate*, plausible, thinly sourced;
> ●○○ *low*, scant, hedged or disputed.
> F means not assessed, not bad. S1 C4: source 1, claim 4.

## Sources

- **S1** “Rain”. No author.

## Quotations

Each claim with the exact words it rests on, by source and in reading order.
Characters are counted from 0 in the stored text; the second number is the first one after the quotation.

### S1: “Rain”, author not stated, date not stated

articles/s1.txt; text sha256 7d793037a076…

#### C1

It rained on Monday.

> It rained on Monday.

S1, Q1, characters 6 to 26.
From the article’s own voice; put as certain. Sourcing moderate: one origin (limited by: one origin only). F3 (source not assessed; possibly true).

---

Drafted without a language model, by the rules of briefing 1.2.3; quotations checked by program; not reviewed.
As of 2021-03-08; content id 6ea7037912f0.

**TLP:AMBER** · **DRAFT, NOT REVIEWED**

[S1 C1]: #c1
""")


def test_every_kind_of_sentence_is_named_in_words() -> None:
    text = render_markdown(a_policymaker_sample())
    assert (
        "- **Judgement J2**, ●○○ low confidence: Inland bakeries feel it first. Confidence is low: "
        "a forecast. [S2 C6] [S3 C7]\n"
    ) in text
    assert "- *Reported*, ●○○ sourcing low: The Coastal Wire, citing two unnamed" in text
    assert "- **Conflict D2**: Source 1 counts about 40 ships, source 2 some 65. [S1 C3]" in text
    assert "- **Gap G1**: When will the terminal reopen?" in text
    assert "- **Withheld**: One claim about a named person" in text
    assert "- *Note*: First issue, no comparison.\n" in text


def test_every_reference_is_defined_and_leads_to_a_quotation() -> None:
    for briefing in (a_policymaker_sample(), an_analyst_sample()):
        text = render_markdown(briefing)
        body, _, definitions = text.rpartition("**TLP:AMBER**")
        used = set(re.findall(r"\[(S\d+ C[^\]]+)\]", body))
        defined = dict(re.findall(r"^\[(.+)\]: #(c\d+)$", definitions, re.MULTILINE))
        assert used == set(defined)
        assert all(f"\n#### {target.upper()}\n" in text for target in defined.values())


def test_marking_and_status_stand_at_both_ends() -> None:
    text = render_markdown(a_briefing())
    mark = "**TLP:AMBER** · **DRAFT, NOT REVIEWED**"
    assert text.startswith(f"{mark}\n")
    assert text.count(mark) == 2


def test_refused_inputs_are_named_before_the_headline() -> None:
    text = render_markdown(a_policymaker_sample())
    notice = text.index("> **This briefing is incomplete: 1 input refused and 1 of 9 passages")
    assert notice < text.index("articles/scan_07.txt: it holds NUL bytes") < text.index("\n# ")


def test_a_table_has_as_many_cells_in_every_line() -> None:
    text = render_markdown(an_analyst_sample())
    table = text[text.index("| Conflict |") : text.index("## Withheld")].strip().split("\n")
    assert [line.count("|") for line in table] == [5, 5, 5, 5]
    assert _census(text)["table_open"] == 2


def test_ordinary_prose_is_not_touched() -> None:
    prose = (
        "In 2019 (spring), AT&T paid $5 million - 3.5% more - to the UN's C# team; see file_name. "
        "“Why?” he said: it's 10:30:15 now!"
    )
    assert escaped(prose) == prose


@given(_ACTIVE)
@example("1. one")
@example("12) twelve")
@example("+ plus")
@example("# heading #")
@example("&amp; &#35;")
@example("a_b_ _c_")
def test_escaped_text_reads_as_itself_and_as_nothing_else(text: str) -> None:
    html = _PARSER.render(escaped(text))
    if not _bare(text):
        assert html == ""
        return
    assert html.startswith("<p>")
    assert html.endswith("</p>\n")
    assert "<" not in html[3:-5]
    assert _bare(unescape(html[3:-5])) == _bare(text)


@given(_ACTIVE)
def test_a_quotation_is_one_block_and_nothing_else(text: str) -> None:
    html = _PARSER.render(quoted(text))
    inner = html.removeprefix("<blockquote>").removesuffix("</blockquote>\n")
    assert re.sub(r"</?p>", "", inner).count("<") == 0
    assert _bare(unescape(re.sub(r"</?p>", " ", inner))) == _bare(text)


@given(_ACTIVE)
def test_escaped_text_is_inert_in_a_table(text: str) -> None:
    tokens = _PARSER.parse(f"| a |\n| --- |\n| {escaped(text)} |\n")
    assert sum(token.type == "td_open" for token in tokens) == 1


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_changes_nothing_but_text(payload: str) -> None:
    benign, _ = a_hostile_briefing(BENIGN)
    hostile, _ = a_hostile_briefing(payload)
    text = render_markdown(hostile)
    assert _census(text) == _census(render_markdown(benign))
    assert not _LIVE_ON_GITHUB.search(text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_ids_make_nothing_but_fewer_links(payload: str) -> None:
    benign, _ = a_hostile_briefing(BENIGN, in_ids=True)
    hostile, _ = a_hostile_briefing(payload, in_ids=True)
    text = render_markdown(hostile)
    assert _census(text) <= _census(render_markdown(benign))
    assert not _LIVE_ON_GITHUB.search(text)
    assert "](" not in text.replace("\\](", "")


def test_a_line_that_would_be_a_list_in_a_quotation_stays_text() -> None:
    assert quoted("1. first\n# second\n- third") == "> 1\\. first\n> \\# second\n> \\- third"


def test_sections_without_sentences_or_rows_are_a_heading() -> None:
    briefing = a_briefing(
        sections=(
            a_section("x", "Nothing here", columns=("A",)),
            a_section("y", "More", a_sentence("process", "Text.")),
        )
    )
    assert "## Nothing here\n\n" in render_markdown(briefing)


def test_two_thousand_claims_take_less_than_a_second() -> None:
    briefing, _ = a_large_briefing(2_000)
    render_markdown(a_briefing())
    start = time.perf_counter()
    render_markdown(briefing)
    assert time.perf_counter() - start < 1
