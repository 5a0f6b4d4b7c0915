"""Read a page: its parts, its language, and what it says about itself."""

from briefing.records.articles import Article
from briefing.records.pages import Page
from briefing.stages.articles import metadata
from briefing.stages.articles.dating import inferred_date, stated_date
from briefing.stages.articles.paragraphs import read_paragraphs
from briefing.stages.articles.segments import classify, cover
from briefing.tradecraft.languages import detect

_LANGUAGE_SAMPLE = 2000


def extract(page: Page, id: str) -> Article:  # noqa: A002 - the name of the field it fills
    """Divide a page into segments and read its metadata.

    Args:
        page: A page of any site, as text. It may hold no article at all.
        id: What the article is called in this briefing: `S1`, `S2`, …

    Returns:
        The article; its body may be empty. Metadata is `None` where the page does not say; a date
        may be inferred, as `basis` then tells.
    """
    paragraphs = read_paragraphs(page.text)
    kinds = classify(paragraphs)
    body = (
        p.text[:_LANGUAGE_SAMPLE] for p, k in zip(paragraphs, kinds, strict=True) if k == "body"
    )
    language = detect(" ".join(body))
    return Article(
        id=id,
        key=page.text_sha256,
        location=page.location,
        sha256=page.sha256,
        text_sha256=page.text_sha256,
        text=page.text,
        language=language,
        title=metadata.title(paragraphs, kinds),
        author=metadata.author(paragraphs, kinds),
        publisher=metadata.publisher(paragraphs, kinds),
        date=stated_date(paragraphs, kinds, language) or inferred_date(paragraphs, kinds, language),
        segments=cover(page.text, paragraphs, kinds),
    )
