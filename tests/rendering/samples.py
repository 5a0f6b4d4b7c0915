"""A rich invented briefing for each audience, from four sources in three languages."""

from briefing.records.actors import Actor, Alias, SourceSpan
from briefing.records.articles import ArticleDate
from briefing.records.briefings import Briefing, Generator, Withheld
from briefing.records.claims import Citation, Time
from briefing.records.findings import Conflict, Development, Finding, Origin, TimelineEntry
from briefing.records.judgements import Assumption, Gap, Indicator, Judgement
from briefing.records.pages import Refusal
from tests.builders_rendering import (
    a_briefing,
    a_citation,
    a_claim,
    a_confidence,
    a_ledger,
    a_section,
    a_sentence,
    a_source,
)

TEXTS = {
    "S1": """Dockers vote to strike at Varna Point

The port of Varna Point closed its container terminal on 3 March 2021 after dockers voted to \
strike, the harbour authority said in a statement.

“We will reopen when it is safe,” said Ilse Brandt, the authority’s director. She gave no date.

Two shipping agents, who asked not to be named, told the Coastal Wire that the closure may last \
until June. About 40 ships were waiting outside the harbour on Thursday.

Photo: Coastal Wire
""",
    "S2": """COASTAL WIRE, 5 March 2021

The dockers’ union denied that it had closed the terminal. “The gates were locked before our \
vote,” its chairman, Pavel Ondar, told reporters.

Some 65 ships were at anchor off Varna Point on Friday, according to the pilots’ association.

Grain importers warned that bakeries inland have flour for three weeks.
""",
    "S3": """El puerto cerrado encarece el trigo

El precio del trigo subió un 12 % en una semana, según la bolsa de cereales. Los importadores \
buscan otros puertos, pero «no hay capacidad», dijo su portavoz, Marta Ríos.
""",
    "S4": """الميناء مغلق

قالت وزارة النقل إن الميناء سيبقى مغلقا حتى إشعار آخر.

The ministry of transport has asked the army to keep one berth open for medicine.
""",
}


def a_policymaker_sample() -> Briefing:
    """Return a full brief with every kind of sentence, four sources and a refused input."""
    return a_briefing(**_corpus(), sections=_POLICYMAKER, audience="policymaker")


def an_analyst_sample() -> Briefing:
    """Return a brief with tables, from the same claims."""
    return a_briefing(
        **_corpus(),
        sections=_ANALYST,
        audience="analyst",
        generator=Generator(
            version="1.2.3", model="openai:writer-1", prompts={"summarize": "ab" * 32}, settings={}
        ),
    )


def _corpus() -> dict[str, object]:
    return {
        "title": "Varna Point’s container terminal is shut",
        "sources": (
            a_source(
                "S1",
                TEXTS["S1"],
                publisher="Harbour Gazette",
                date=ArticleDate(value="2021-03-04", basis="stated", evidence=((0, 9),)),
            ),
            a_source(
                "S2",
                TEXTS["S2"],
                title=None,
                publisher="Coastal Wire",
                date=ArticleDate(value="2021-03-05", basis="stated", evidence=((14, 26),)),
            ),
            a_source(
                "S3",
                TEXTS["S3"],
                language="es",
                author="Lucía Peña",
                date=ArticleDate(value="2021-03~", basis="inferred", evidence=()),
            ),
            a_source("S4", TEXTS["S4"], language="ar"),
        ),
        "refused": (
            Refusal(
                location="articles/scan_07.txt",
                reason="it holds NUL bytes, so it is not text: give the text, not the scan",
            ),
        ),
        "origins": (
            Origin(
                id="O1",
                name="Harbour authority",
                directness="institution",
                sources=("S1",),
                cues=(SourceSpan(source="S1", start=0, end=9),),
            ),
        ),
        "actors": (
            Actor(
                id="A1",
                name="Dockers’ union",
                type="organization",
                mentions=4,
                aliases=(Alias(text="dockers", rule="name", evidence=()),),
            ),
        ),
        "citations": _CITATIONS,
        "claims": _CLAIMS,
        "findings": (
            Finding(
                id="F1",
                key="k",
                lead="C1",
                claims=("C1", "C8"),
                origins=("O1",),
                confidence=a_confidence("moderate", "two origins"),
            ),
        ),
        "conflicts": (
            Conflict(
                id="D1",
                claims=("C1", "C4"),
                type="who",
                text="Who closed the terminal",
                settled_by="the terminal’s gate log for 3 March 2021",
            ),
            Conflict(
                id="D2",
                claims=("C3", "C5"),
                type="how-many",
                text="How many ships wait",
                settled_by="pilots’ records by day",
            ),
        ),
        "developments": (
            Development(id="V1", claims=("C3", "C5"), text="More ships wait each day."),
        ),
        "judgements": (
            Judgement(
                id="J1",
                text="The terminal is shut.",
                findings=("F1",),
                claims=("C1", "C2", "C8"),
                confidence=a_confidence("moderate", "two origins", "one of them on record"),
                alternative=None,
                dissent=(),
            ),
            Judgement(
                id="J2",
                text="Bread is next.",
                findings=(),
                claims=("C6", "C7"),
                confidence=a_confidence("low", "a forecast", cap="possibility"),
                alternative=None,
                dissent=(),
            ),
        ),
        "timeline": (
            TimelineEntry(
                id="T1",
                time=Time(text="3 March 2021", value="2021-03-03", basis="stated"),
                text="The terminal closed.",
                claims=("C1",),
            ),
            TimelineEntry(
                id="T2",
                time=Time(text="on Friday", value="2021-03-05", basis="inferred"),
                text="Some 65 ships were at anchor.",
                claims=("C5",),
            ),
        ),
        "gaps": (Gap(id="G1", text="When will it reopen?", why="supply", closed_by="a date"),),
        "indicators": (Indicator(id="I1", text="A ship is berthed.", judgements=("J1",)),),
        "assumptions": (Assumption(id="U1", text="One berth stays shut.", judgements=("J1",)),),
        "withheld": (
            Withheld(
                id="W1",
                source="S1",
                statement="A named docker broke the crane.",
                reason="names a private person on one anonymous source",
                rule="private-person",
            ),
        ),
        "ledger": a_ledger(passages_failed=1),
    }


def _a_citation(id_: str, source: str, exact: str) -> Citation:
    return a_citation(id_, source, exact, TEXTS[source])


_CITATIONS = (
    _a_citation(
        "Q1",
        "S1",
        "The port of Varna Point closed its container terminal on 3 March 2021 after dockers "
        "voted to strike, the harbour authority said in a statement.",
    ),
    _a_citation("Q2", "S1", "the closure may last until June"),
    _a_citation("Q3", "S1", "About 40 ships were waiting outside the harbour on Thursday."),
    _a_citation("Q4", "S2", "The dockers’ union denied that it had closed the terminal."),
    _a_citation("Q5", "S2", "Some 65 ships were at anchor off Varna Point on Friday"),
    _a_citation(
        "Q6", "S2", "Grain importers warned that bakeries inland have flour for three weeks."
    ),
    _a_citation("Q7", "S3", "El precio del trigo subió un 12 % en una semana"),
    _a_citation("Q8", "S4", "قالت وزارة النقل إن الميناء سيبقى مغلقا حتى إشعار آخر."),
)
_CLAIMS = (
    a_claim(
        "C1",
        "The harbour authority said the terminal closed on 3 March 2021 after a strike vote.",
        "Q1",
        speaker="harbour authority",
        via=("Harbour Gazette",),
    ),
    a_claim(
        "C2",
        "Two unnamed shipping agents told the Coastal Wire the closure may last until June.",
        "Q2",
        speaker="two shipping agents, unnamed",
        via=("Coastal Wire", "Harbour Gazette"),
        hedges=("may",),
        certainty="possible",
        confidence=a_confidence("low", "anonymous", "strong hedge", points=-3, cap="possibility"),
        credibility=6,
    ),
    a_claim("C3", "About 40 ships were waiting on 4 March 2021.", "Q3"),
    a_claim(
        "C4",
        "The dockers’ union denied that it had closed the terminal.",
        "Q4",
        speaker="dockers’ union",
        confidence=a_confidence("low", "one origin", "an open conflict", cap="conflict"),
        credibility=4,
    ),
    a_claim(
        "C5",
        "The pilots’ association counted some 65 ships at anchor on 5 March 2021.",
        "Q5",
        speaker="pilots’ association",
    ),
    a_claim(
        "C6",
        "Grain importers warned that bakeries inland have flour for three weeks.",
        "Q6",
        speaker="grain importers",
        confidence=a_confidence("low", "a forecast", cap="possibility"),
        credibility=6,
    ),
    a_claim("C7", "The price of wheat rose 12 % in a week.", "Q7", speaker="bolsa de cereales"),
    a_claim(
        "C8",
        "The ministry of transport said the port stays closed until further notice.",
        "Q8",
        speaker="وزارة النقل",
    ),
)
_SOURCES = a_section(
    "sources",
    "Sources",
    a_sentence(
        "process",
        "S1: “Dockers vote to strike at Varna Point”, Harbour Gazette, 4 March 2021. News report "
        "from the place, quotes an authority and unnamed agents; not assessed (F).",
        "S1",
    ),
    a_sentence(
        "process",
        "S2: Untitled, Coastal Wire, 5 March 2021. Agency report with both sides; F.",
        "S2",
    ),
    a_sentence(
        "process",
        "S3: “El puerto cerrado encarece el trigo”, Lucía Peña, date not stated; estimated March "
        "2021 from the text. Trade report in Spanish; not assessed (F).",
        "S3",
    ),
    a_sentence(
        "process",
        "S4: “الميناء مغلق”, author not stated, date not stated. Government statement relayed; "
        "not assessed (F).",
        "S4",
    ),
)
_POLICYMAKER = (
    a_section(
        "status",
        "Status",
        a_sentence(
            "process",
            "TLP:AMBER. As of 8 March 2021. First issue. DRAFT, NOT REVIEWED. 4 articles.",
        ),
    ),
    a_section(
        "headline",
        "Headline",
        a_sentence(
            "judgement",
            "Varna Point’s container terminal is shut, both sides deny closing it, and no "
            "reopening date is known",
            "J1",
        ),
    ),
    a_section(
        "bottom-line",
        "Bottom line",
        a_sentence(
            "judgement",
            "The terminal has been shut since 3 March 2021 and the authority names no date for "
            "reopening; flour inland is the first thing to run short.",
            "J1",
        ),
        a_sentence(
            "process", "Confidence is moderate: two origins agree, one of them on record.", "J1"
        ),
    ),
    a_section(
        "key-judgements",
        "Key judgements",
        a_sentence("judgement", "The terminal stays shut until the authority acts.", "J1"),
        a_sentence("judgement", "Confidence is moderate: two origins, one on record.", "J1"),
        a_sentence("judgement", "Inland bakeries feel it first.", "J2"),
        a_sentence("judgement", "Confidence is low: a forecast.", "J2"),
        a_sentence(
            "claim",
            "The Coastal Wire, citing two unnamed shipping agents, reported that the closure may "
            "last until June.",
            "C2",
        ),
    ),
    a_section(
        "what-changed",
        "What changed",
        a_sentence("process", "First issue, no comparison."),
    ),
    a_section(
        "how-it-developed",
        "How it developed",
        a_sentence("claim", "3 March 2021 (stated): the terminal closed.", "T1"),
        a_sentence("claim", "5 March 2021 (inferred): some 65 ships were at anchor.", "T2"),
    ),
    a_section(
        "why-it-matters",
        "Why it matters",
        a_sentence(
            "claim", "Importers warned that flour lasts three weeks; wheat rose 12 %.", "C6", "C7"
        ),
    ),
    a_section(
        "disagreements",
        "Where sources disagree",
        a_sentence(
            "conflict",
            "Source 1 says the terminal closed after the dockers’ vote. Source 2 reports the "
            "union’s denial: the gates were locked before. Not resolved.",
            "D1",
        ),
        a_sentence("conflict", "Source 1 counts about 40 ships, source 2 some 65.", "D2"),
    ),
    a_section(
        "gaps",
        "Gaps and what to watch",
        a_sentence("gap", "When will the terminal reopen? A dated notice would settle it.", "G1"),
        a_sentence("judgement", "A ship at berth 4 would lower judgement 1.", "I1"),
    ),
    a_section(
        "sourcing",
        "Sourcing",
        a_sentence(
            "process",
            "Four articles rest on six origins. The weakest link is the two unnamed agents. F "
            "means not assessed, not bad.",
        ),
        a_sentence(
            "withheld",
            "One claim about a named person was withheld (one anonymous source). No judgement "
            "would change.",
        ),
    ),
    _SOURCES,
)
_ANALYST = (
    a_section(
        "scope",
        "Question and scope",
        a_sentence("process", "Four articles of 3 to 5 March 2021; two carry no date."),
    ),
    a_section(
        "key-judgements",
        "Key judgements",
        a_sentence("judgement", "The terminal stays shut until the authority acts.", "J1"),
        a_sentence("judgement", "Inland bakeries feel it first.", "J2"),
    ),
    a_section(
        "evidence",
        "Evidence by theme",
        *(a_sentence("claim", claim.statement, claim.id) for claim in _CLAIMS),
    ),
    a_section(
        "conflicts",
        "Conflicts and alternatives",
        columns=("Conflict", "One side", "Other side", "What would decide"),
        rows=(
            (
                ("D1: who closed the terminal", ("D1",)),
                ("Closed after the dockers’ vote", ("C1",)),
                ("Locked before the vote", ("C4",)),
                ("The terminal’s gate log for 3 March 2021", ()),
            ),
            (
                ("D2: how many ships wait", ("D2",)),
                ("About 40", ("C3",)),
                ("Some 65", ("C5",)),
                ("Pilots’ records by day", ()),
            ),
        ),
    ),
    a_section(
        "withheld",
        "Withheld",
        a_sentence(
            "withheld",
            "W1, S1, withheld: “A named docker broke the crane.” One anonymous source.",
            "W1",
        ),
    ),
    a_section(
        "claims",
        "Annex: claims",
        columns=("Claim", "Statement", "Speaker", "Grade", "Source"),
        rows=tuple(
            (
                (claim.id, (claim.id,)),
                (claim.statement, (claim.id,)),
                (claim.speaker.name if claim.speaker else "the article itself", ()),
                ("F3", ()),
                ("S1", ("S1",)),
            )
            for claim in _CLAIMS
        ),
    ),
    _SOURCES,
)
