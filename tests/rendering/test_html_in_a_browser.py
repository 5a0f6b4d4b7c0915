"""The HTML page in a real browser: what it asks for, how it is used, how it looks to measure."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from briefing.records.briefings import Briefing
from briefing.rendering.html import render_html
from tests.rendering.hostile import BENIGN, PAYLOADS, a_hostile_briefing
from tests.rendering.samples import TEXTS, a_policymaker_sample, an_analyst_sample

_CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(_CHROMIUM is None, reason="no chromium here: the page was not tried in one"),
]

_SHAPE = """() => {
  const shape = {};
  for (const node of document.querySelectorAll("*")) {
    const key = node.tagName + " " + node.getAttributeNames().sort().join(" ");
    shape[key] = (shape[key] || 0) + 1;
  }
  return shape;
}"""

# Relative luminance and contrast as WCAG 2.2 defines them; text needs 4.5, large text 3.
_LOW_CONTRAST = """() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const color = parse(getComputedStyle(node).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility()) continue;
    if (node.closest("script")) continue;
    const style = getComputedStyle(node);
    const [a, b] = [light(parse(style.color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) found.push([node.className, ratio, walk.currentNode.data]);
  }
  return found;
}"""

_SMALL_TARGETS = """() => [...document.querySelectorAll("a, button")]
  .filter((node) => node.checkVisibility() && !node.matches(".skip"))
  .map((node) => [node.textContent, node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([text, box]) => [text, box.width, box.height])"""


# What a reader's mouse and keyboard would set off, all at once.
_POKE_EVERYTHING = """() => {
  for (const node of document.querySelectorAll("*")) {
    for (const name of ["focus", "mouseover", "load", "error"]) node.dispatchEvent(new Event(name));
  }
  document.querySelector("a[data-notes]").click();
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must ask for nothing but its own file and complain about nothing."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("dialog", lambda dialog: said.append(dialog.message))
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert len(set(asked)) <= 1
    assert said == []


@pytest.fixture
def sample(tmp_path: Path) -> str:
    return _written(tmp_path, a_policymaker_sample(), TEXTS)


def _written(folder: Path, briefing: Briefing, texts: dict[str, str]) -> str:
    path = folder / "briefing.html"
    path.write_text(render_html(briefing, texts), encoding="utf-8")
    return path.as_uri()


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_citation_opens_by_key_closes_by_escape_and_gives_the_focus_back(
    page: Page, sample: str, key: str
) -> None:
    page.goto(sample)
    link = page.get_by_role("link", name="S1 ¶3 C2: source 1, paragraph 3, claim C2")
    link.focus()
    page.keyboard.press(key)
    panel = page.get_by_role("dialog", name="Quotation")
    expect(panel).to_be_visible()
    expect(panel.locator("mark")).to_have_text("the closure may last until June")
    expect(panel.locator("blockquote")).to_contain_text("who asked not to be named, told")
    expect(panel.get_by_role("button", name="Close")).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "false")


def test_the_keyboard_alone_reaches_a_citation(page: Page, sample: str) -> None:
    page.goto(sample)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the briefing"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert _focused(page).startswith("S1 ¶1 ¶3 C1 C2: source 1")


def test_the_focus_is_seen(page: Page, sample: str) -> None:
    page.goto(sample)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_link_for_several_claims_shows_all_their_quotations(page: Page, sample: str) -> None:
    page.goto(sample)
    page.locator("#section-key-judgements a[data-notes='C1 C2']").click()
    panel = page.get_by_role("dialog")
    expect(panel.locator("h4")).to_have_count(2)
    expect(panel.locator("h3")).to_have_count(1)
    assert page.evaluate("document.querySelectorAll('[id=C1]').length") == 1


def test_one_click_goes_from_one_citation_to_the_next(page: Page, sample: str) -> None:
    page.goto(sample)
    links = page.locator("#section-key-judgements a[data-notes]")
    links.nth(0).click()
    links.nth(2).click()
    panel = page.get_by_role("dialog")
    expect(panel).to_be_visible()
    expect(panel.locator("h4").first).to_contain_text("C6")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    expect(links.nth(2)).to_be_focused()


@pytest.mark.parametrize("width", [320, 1000])
def test_the_panel_does_not_cover_the_citation_it_explains(
    page: Page, sample: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(sample)
    link = page.locator("#section-how-it-developed a[data-notes]").last
    link.click()
    panel, opener = page.get_by_role("dialog").bounding_box(), link.bounding_box()
    assert panel is not None
    assert opener is not None
    assert opener["y"] >= 0
    assert opener["y"] + opener["height"] <= panel["y"]


def test_a_link_inside_the_panel_leads_to_the_section(page: Page, sample: str) -> None:
    page.goto(sample)
    page.locator("a[data-notes='C2']").first.click()
    page.get_by_role("dialog").get_by_role("link", name="Key judgements").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url.endswith("#section-key-judgements")


def test_a_link_to_a_source_leads_to_the_source_list(page: Page, tmp_path: Path) -> None:
    page.goto(_written(tmp_path, an_analyst_sample(), TEXTS))
    page.get_by_role("link", name="S1: source 1 in the source list").first.click()
    assert page.url.endswith("#S1")
    expect(page.locator("#S1")).to_be_in_viewport()


def test_without_scripts_a_citation_leads_to_its_quotation(browser: Browser, sample: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sample)
    page.locator("a[data-notes='C2']").first.click()
    assert page.url.endswith("#C2")
    expect(page.locator("#C2 mark")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("width", [320, 375, 768, 1000, 1440])
def test_nothing_scrolls_sideways(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for briefing in (a_policymaker_sample(), an_analyst_sample()):
        page.goto(_written(tmp_path, briefing, TEXTS))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("a[data-notes]").first.click()
        box = page.get_by_role("dialog").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_without_end_do_not_scroll_sideways(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    briefing, texts = a_hostile_briefing("verylong" * 100)
    page.goto(_written(tmp_path, briefing, texts))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 1000])
def test_targets_are_large_enough(page: Page, sample: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(sample)
    page.locator("a[data-notes]").first.click()
    assert page.evaluate(_SMALL_TARGETS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("audience", ["policymaker", "analyst"])
def test_contrast_is_enough(browser: Browser, tmp_path: Path, scheme: str, audience: str) -> None:
    briefing = a_policymaker_sample() if audience == "policymaker" else an_analyst_sample()
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(_written(tmp_path, briefing, TEXTS))
    page.locator("a[data-notes]").first.click()
    assert page.evaluate(_LOW_CONTRAST) == []
    context.close()


def test_the_marking_is_twelve_points_and_at_the_right(page: Page, sample: str) -> None:
    page.goto(sample)
    for mark in page.locator(".mark").all():
        size = mark.locator(".tlp").evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
        assert size >= 16  # CSS pixels: 12 points
        box, label = mark.bounding_box(), mark.locator(".status").bounding_box()
        assert box is not None
        assert label is not None
        assert abs(box["x"] + box["width"] - label["x"] - label["width"]) < 2


def test_print_shows_the_quotations_and_no_panel(page: Page, sample: str) -> None:
    page.goto(sample)
    page.emulate_media(media="print")
    expect(page.locator("#evidence")).to_be_hidden()
    expect(page.locator(".skip")).to_be_hidden()
    expect(page.locator("#C8 mark")).to_be_visible()
    expect(page.locator(".mark").first).to_be_hidden()  # the page margins carry it instead
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize("in_ids", [False, True])
def test_hostile_text_neither_runs_nor_becomes_elements(
    page: Page, tmp_path: Path, in_ids: bool
) -> None:
    page.goto(_written(tmp_path, *a_hostile_briefing(BENIGN, in_ids=in_ids)))
    benign = page.evaluate(_SHAPE)
    for payload in PAYLOADS:
        page.goto(_written(tmp_path, *a_hostile_briefing(payload, in_ids=in_ids)))
        assert page.evaluate(_SHAPE) == benign, payload
        page.evaluate(_POKE_EVERYTHING)
        assert page.evaluate("'pwned' in window") is False, payload


def test_the_hostile_page_is_not_merely_broken(page: Page, tmp_path: Path) -> None:
    payload = "<script>window.pwned = 1</script>"
    page.goto(_written(tmp_path, *a_hostile_briefing(payload)))
    expect(page.locator("h1")).to_contain_text(payload)
    page.locator("a[data-notes]").first.click()
    expect(page.get_by_role("dialog").locator("mark").first).to_have_text(payload)
