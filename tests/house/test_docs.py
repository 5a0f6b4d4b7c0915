"""Rules are written down once, and what points to them points at something."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tradecraft.md"
REFERENCE = re.compile(r"docs/tradecraft\.md`?,[\s#]*((?:\"[^\"]+\"(?:,| and)?[\s#]*)+)")
SUFFIXES = {".py", ".toml", ".md"}


def headings() -> set[str]:
    return set(re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))


def pointed_to() -> dict[str, str]:
    """Return each section that a file names, and the last file that does."""
    found: dict[str, str] = {}
    for folder in ("briefing", "prompts", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES and path != Path(__file__):
                for reference in REFERENCE.findall(path.read_text(encoding="utf-8")):
                    for name in re.findall(r'"([^"]+)"', reference):
                        # A reference may be broken over two comment lines.
                        found[" ".join(name.replace("#", "").split())] = path.name
    return found


def test_every_section_that_is_pointed_to_is_there() -> None:
    assert pointed_to()
    assert {name: file for name, file in pointed_to().items() if name not in headings()} == {}


def test_links_within_the_page_lead_to_its_headings() -> None:
    targets = set(re.findall(r"\]\(#([^)]+)\)", PAGE.read_text(encoding="utf-8")))
    anchors = {heading.lower().replace(" ", "-") for heading in headings()}
    assert targets <= anchors
