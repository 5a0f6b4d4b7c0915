"""How much the directness of an origin counts: the points of the confidence table, in order."""

from briefing.records.findings import Directness

# docs/tradecraft.md, "Confidence", row "Directness of the best origin". An expert's point for
# a judgement is given in `confidence`.
DIRECTNESS_POINTS: dict[Directness, int] = {
    "recording": 2,
    "document": 2,
    "on-record": 2,
    "institution": 1,
    "specialist": 1,
    "agency": 1,
    "expert": 0,
    "author": 0,
    "anonymous-official": 0,
    "anonymous": -1,
    "unattributed": -1,
    "party": -2,
}
