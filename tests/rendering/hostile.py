"""Text that tries to be more than text, and briefings full of it."""

from briefing.records.articles import Segment
from briefing.records.briefings import Briefing
from tests.rendering.samples import a_policymaker_sample, an_analyst_sample

BENIGN = "word"
PAYLOADS = (
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 1</script>",
    "</style><script>window.pwned = 1</script>",
    "</title><img src=x onerror=window.pwned=1>",
    "<img src=x onerror='window.pwned=1'>",
    "<svg onload=window.pwned=1></svg>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<a href='javascript:window.pwned=1'>open</a>",
    "<style>body { display: none }</style>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example/'><button>Send</button></form>",
    '" autofocus onfocus="window.pwned=1" x="',
    "' onmouseover='window.pwned=1",
    '"><script>window.pwned = 1</script>',
    "--><script>window.pwned = 1</script><!--",
    "<!-- ",
    "]]><script>window.pwned = 1</script>",
    "{{ 7 * 7 }}{% raw %}{# #}",
    "&lt;script&gt;window.pwned = 1&lt;/script&gt; &#60;b&#62;",
    "javascript:window.pwned=1",
    "[open](https://evil.example/)",
    "![picture](https://evil.example/x.png)",
    "[note]: https://evil.example/",
    "<https://evil.example/>",
    "https://evil.example/ www.evil.example http://evil.example",
    "someone@evil.example @someone :tada:",
    "# heading",
    "- bullet",
    "1. number",
    "> quotation",
    "```\ncode\n```",
    "~~~ code",
    "    indented code",
    "*bold* **bolder** __under__ _line_ ~~struck~~",
    "`code`",
    "| a | b |\n| --- | --- |\n| c | d |",
    "Heading\n===\nand\n---\nmore",
    "a\n\n***\n\nb",
    "$x^2$ $$y$$",
    "\\[x](y)",
    "\u202egnp.exe\u2066 \u2069\u202c",
    "null\x00 bell\x07 escape\x1b[31m",
    "line\r\nbreak\u2028and\u2029more",
    "S1] [S2 C4](https://evil.example/)",
)

_NOT_TEXT = {
    "format", "status", "marking", "kind", "type", "directness", "basis", "match", "level", "cap",
    "polarity", "certainty", "form", "state", "grade",
}  # fmt: skip
_IDS = {
    "id", "refs", "source", "sources", "claims", "citations", "lead", "origins", "actors",
    "findings", "judgements", "actor", "subject", "object", "finding", "origin",
}  # fmt: skip


def a_hostile_briefing(payload: str, *, in_ids: bool = False) -> tuple[Briefing, dict[str, str]]:
    """Return a sample with a payload in every text field, and its texts.

    Args:
        payload: What each field says.
        in_ids: Whether the ids hold it too; they stay distinct and consistent.
    """
    samples = (a_policymaker_sample(), an_analyst_sample())
    sections = samples[0].sections + tuple(
        section for section in samples[1].sections if section.id in {"conflicts", "claims"}
    )
    sample = samples[0].model_copy(update={"sections": sections})
    poisoned = _poisoned(sample.model_dump(mode="json"), "", payload, in_ids=in_ids)
    briefing = Briefing.model_validate(poisoned)
    texts = {source.id: f"{payload}\n\n{payload} {payload}" for source in briefing.sources}
    start = len(payload) + 2
    segments = (Segment(start=0, end=3 * len(payload) + 3, kind="body"),)
    return briefing.model_copy(
        update={
            "sources": tuple(
                source.model_copy(update={"segments": segments}) for source in briefing.sources
            ),
            "citations": tuple(
                citation.model_copy(update={"start": start, "end": start + len(payload)})
                for citation in briefing.citations
            ),
        }
    ), texts


def _poisoned(value: object, key: str, payload: str, *, in_ids: bool) -> object:
    if isinstance(value, dict):
        return {
            name: part
            if name == "rule" and "evidence" in value
            else _poisoned(part, name, payload, in_ids=in_ids)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_poisoned(part, key, payload, in_ids=in_ids) for part in value]
    if not isinstance(value, str) or key in _NOT_TEXT:
        return value
    if key in _IDS:
        special = value in {"status", "headline", "sources"}
        return value + payload if in_ids and not special else value
    return payload
