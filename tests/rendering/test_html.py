# ruff: noqa: E501 - a snapshot has the lines of the page
import base64
import hashlib
import re
import time
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from inline_snapshot import snapshot

from briefing.rendering.html import render_html
from tests.builders_rendering import a_briefing, a_large_briefing, a_section, a_sentence
from tests.rendering.hostile import BENIGN, PAYLOADS, a_hostile_briefing
from tests.rendering.samples import TEXTS, a_policymaker_sample, an_analyst_sample


class _Census(HTMLParser):
    """Counts elements and their attribute names, and collects addresses and headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.shape: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = " ".join(sorted(name for name, _ in attrs))
        self.shape[f"{tag} {names}"] += 1
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


def _item(html: str, start: str) -> str:
    """Return the list item that begins with a marker, without runs of white space."""
    found = html[html.index(start) :]
    return re.sub(r"\s+", " ", found[: found.index("</li>")])


def test_an_item_says_its_kind_its_confidence_and_its_sources() -> None:
    html = render_html(a_policymaker_sample(), TEXTS)
    item = re.sub(r"<svg.*?</svg>", "▮", _item(html, '<li class="item is-claim">'))
    assert re.sub(r"(?<=>) ?(?=<)", "\n", item.strip()) == snapshot("""\
<li class="item is-claim">
<div class="label">
<span class="kind kind-claim">
<span class="glyph" aria-hidden="true">❝</span>Reported</span>
<span class="rating">▮ sourcing low</span>
</div>
<p class="text">
<span class="run run-claim">
<bdi dir="ltr">The Coastal Wire, citing two unnamed shipping agents, reported that the closure may last until June.</bdi>
</span>
<span class="references">
<a href="#C2" data-notes="C2" aria-label="S1 ¶3 C2: source 1, paragraph 3, claim C2">
<bdi>S1</bdi> ¶3 <span class="claims">
<bdi>C2</bdi>
</span>
</a>
</span>
</p>\
""")


def test_a_quotation_stands_in_its_paragraph() -> None:
    html = render_html(a_policymaker_sample(), TEXTS)
    assert (
        "told the Coastal Wire that <mark>the closure may last until June</mark>. About 40 ships"
    ) in html
    assert "S1</bdi> ¶3, <bdi>Q2</bdi>, characters 356 to 387" in html


def test_without_texts_a_quotation_stands_between_prefix_and_suffix() -> None:
    html = render_html(a_policymaker_sample(), {})
    assert "told the Coastal Wire that <mark>the closure may last until June</mark>. About" in html
    assert "¶" not in html[html.index("<body>") :]


def test_foreign_quotations_carry_their_language_and_direction() -> None:
    html = render_html(a_policymaker_sample(), TEXTS)
    assert '<blockquote lang="es" dir="ltr">' in html
    assert '<blockquote lang="ar" dir="rtl">' in html


def test_the_policy_allows_this_style_and_script_only() -> None:
    html = render_html(a_briefing(), {})
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    hashes = {}
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        hashes[tag] = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert policy[1].replace("&#39;", "'").replace("&#34;", '"') == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; "
        f"script-src 'sha256-{hashes['script']}'; base-uri 'none'; form-action 'none'"
    )


def test_the_page_points_nowhere_but_into_itself() -> None:
    html = render_html(a_policymaker_sample(), TEXTS)
    addresses = _Census(html).addresses
    assert addresses
    assert all(address.startswith("#") for address in addresses)
    assert all(f'id="{address[1:]}"' in html for address in addresses)
    assert "url(" not in html
    assert "@import" not in html
    assert "style=" not in html[html.index("<body>") :]


@pytest.mark.parametrize("sample", [a_policymaker_sample(), an_analyst_sample(), a_briefing()])
def test_there_is_one_first_heading_and_no_level_is_skipped(sample: object) -> None:
    html = render_html(sample, TEXTS)  # type: ignore[arg-type]
    levels = _Census(html).headings
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(following <= level + 1 for level, following in pairwise(levels))


def test_ids_are_distinct() -> None:
    for sample in (a_policymaker_sample(), an_analyst_sample()):
        ids = re.findall(r'\sid="([^"]*)"', render_html(sample, TEXTS))
        assert len(ids) == len(set(ids))


def test_marking_and_status_stand_at_both_ends_and_in_the_margins_of_print() -> None:
    html = render_html(a_briefing(marking="TLP:AMBER+STRICT"), {})
    mark = '<span class="tlp">TLP:AMBER+STRICT</span> <span class="status">DRAFT, NOT REVIEWED'
    assert html.count(mark) == 2
    assert html.index(mark) < html.index("<h1")
    assert html.rindex(mark) > html.index('<footer class="colophon"')
    label = r'content: "TLP\3a AMBER\2b STRICT \b7  DRAFT\2c  NOT REVIEWED"; font: 700 12pt'
    assert f"@top-right {{ {label}" in html
    assert f"@bottom-right {{ {label}" in html


def test_the_colophon_says_how_it_was_made_and_which_content_it_is() -> None:
    briefing = a_briefing()
    html = render_html(briefing, {})
    assert "Drafted without a language model, by the rules of briefing 1.2.3" in html
    assert f"As of 2021-03-08. Content id <code>{briefing.id[:12]}</code>" in html


def test_refused_inputs_are_named_before_the_first_section() -> None:
    html = render_html(a_policymaker_sample(), TEXTS)
    assert html.index("This briefing is incomplete") < html.index('<section class="block"')
    assert "articles/scan_07.txt" in html
    assert "This briefing is incomplete" not in render_html(a_briefing(), {})


def test_tables_have_headers_with_scope() -> None:
    html = render_html(an_analyst_sample(), TEXTS)
    assert html.count('scope="col"') == 9
    assert html.count('scope="row"') == 10


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("in_ids", [False, True])
def test_hostile_text_changes_nothing_but_text(payload: str, in_ids: bool) -> None:
    benign = _Census(render_html(*a_hostile_briefing(BENIGN, in_ids=in_ids)))
    html = render_html(*a_hostile_briefing(payload, in_ids=in_ids))
    hostile = _Census(html)
    assert hostile.shape == benign.shape
    assert all(address.startswith("#") for address in hostile.addresses)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


def test_a_section_with_neither_sentences_nor_rows_is_a_heading() -> None:
    html = render_html(
        a_briefing(
            sections=(
                a_section("x", "Nothing here", columns=("A",)),
                a_section("y", "More", a_sentence("process", "Text.")),
            )
        ),
        {},
    )
    assert "Nothing here" in html
    assert "<table" not in html


def test_the_same_briefing_gives_the_same_page() -> None:
    briefing = a_policymaker_sample()
    assert render_html(briefing, TEXTS) == render_html(briefing, dict(reversed(TEXTS.items())))


def test_two_thousand_claims_take_less_than_a_second() -> None:
    briefing, texts = a_large_briefing(2_000)
    render_html(a_briefing(), {})
    start = time.perf_counter()
    render_html(briefing, texts)
    assert time.perf_counter() - start < 1
