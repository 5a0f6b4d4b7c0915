"""Pick what matters from the findings, and put it into sentences of the sources' own words.

Nothing is summed up in words that no source used: a judgement of the extractive drafter is the
best-placed claim of a matter, with its speaker, shortened where that changes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.drafters.by_rules.weighing import Weighed, quoted_share, weigh
from briefing.ports import Material
from briefing.records.claims import AssessedClaim
from briefing.records.drafts import DraftJudgement, DraftJudgements, DraftSentence
from briefing.tradecraft.wording import told

# Words an item may have, so that its confidence still fits beside it: see the audiences.
_HEADLINE = 18
_BOTTOM_LINE = 30
_SO_WHAT = 22
_JUDGEMENT = 25
_CONSEQUENCE = 28
_INDICATOR = 22
_MAX_JUDGEMENTS = 6
_MOSTLY_QUOTED = 0.35  # of a statement: a voice then, and no main point
_ANOTHER_SOURCE = 0.2
_MOST = 0.45  # of an entry's content words: it then repeats what the page has
_NEAR = 2  # content words shared with a sentence of the page
_COUNTERFACTUAL = re.compile(
    r"(?<![\w-])(?:would have|could have|might have|would be having|had (?:it|he|she|they|we) |"
    r"hoped)(?![\w-])",
    re.IGNORECASE,
)
_WORTH_A_HEADLINE = 0.7
_WORTH_JUDGING = 0.4  # of the weight of the heaviest finding, as above
_MAX_FROM_ONE_SOURCE = 2


def compose(material: Material) -> DraftJudgements:
    """Compose from findings alone; empty lists where nothing fits, never a filler.

    The headline and the bottom line come from the largest matters, one judgement from each matter
    in turn, consequences and indicators from what the sources themselves expect or warn of.
    """
    weighed = weigh(material)
    picker = _Picker(material, weighed)
    told_plainly = [e for e in weighed if quoted_share(e.claim.statement) <= _MOSTLY_QUOTED]
    headline = _headline(picker, told_plainly)
    bottom_line = _bottom_line(picker, told_plainly)
    judgements = tuple(_judgements(picker, material, weighed))
    ahead = [entry for entry in _ahead(weighed) if picker.is_near(entry)]
    consequences = tuple(picker.sentences(ahead, _CONSEQUENCE, 2))
    return DraftJudgements(
        headline=headline or DraftSentence(text="", claims=()),
        bottom_line=bottom_line,
        judgements=judgements,
        consequences=consequences,
        indicators=tuple(_indicators(picker, weighed)),
        assumptions=(),
    )


class _Picker:
    """Hands out each finding once, and spreads the page over the sources."""

    def __init__(self, material: Material, weighed: Sequence[Weighed]) -> None:
        self._material = material
        self._used: set[str] = set()
        self._sources: Counter[str] = Counter()
        self._words = {entry.finding: entry.words for entry in weighed}
        self._said: list[frozenset[str]] = []

    def sentence(self, entries: Sequence[Weighed], max_words: int) -> DraftSentence | None:
        """Return the best entry that fits, or `None`; it is then used."""
        for entry in sorted(entries, key=self._rank):
            if entry.finding in self._used or self._repeats(entry):
                continue
            text = self._text(entry.claim, max_words)
            if text is not None:
                self._take(entry)
                return DraftSentence(text=text, claims=(entry.claim.id,))
        return None

    def sentences(
        self, entries: Sequence[Weighed], max_words: int, count: int
    ) -> Iterator[DraftSentence]:
        """Yield up to `count` sentences."""
        for _ in range(count):
            found = self.sentence(entries, max_words)
            if found is None:
                return
            yield found

    def is_near(self, entry: Weighed) -> bool:
        """Tell whether an entry is about what the page already says."""
        return any(len(entry.words & said) >= _NEAR for said in self._said)

    def _text(self, claim: AssessedClaim, max_words: int) -> str | None:
        source = self._material.citation_sources[claim.citations[0]]
        return told(claim, self._material.source_names[source], max_words)

    def _take(self, entry: Weighed) -> None:
        self._used.add(entry.finding)
        self._sources[entry.source] += 1
        self._said.append(entry.words)

    def _rank(self, entry: Weighed) -> tuple[int, float, str]:
        crowded = self._sources[entry.source] // _MAX_FROM_ONE_SOURCE
        return (crowded, -entry.weight, entry.claim.id)

    def _repeats(self, entry: Weighed) -> bool:
        """Tell whether most of what an entry says stands on the page already."""
        if not entry.words:
            return True
        overlap = max((len(entry.words & said) for said in self._said), default=0)
        return overlap >= _MOST * len(entry.words)


def _headline(picker: _Picker, weighed: Sequence[Weighed]) -> DraftSentence | None:
    """Return the heaviest finding that fits, from the heavy ones before the middling."""
    for share in (_WORTH_A_HEADLINE, _WORTH_JUDGING):
        enough = [entry for entry in weighed if entry.weight >= share * weighed[0].weight]
        found = picker.sentence(enough, _HEADLINE)
        if found is not None:
            return found
    return None


def _bottom_line(picker: _Picker, weighed: Sequence[Weighed]) -> tuple[DraftSentence, ...]:
    what = picker.sentence(weighed, _BOTTOM_LINE)
    so_what = picker.sentence(_ahead(weighed), _SO_WHAT)
    return tuple(sentence for sentence in (what, so_what) if sentence is not None)


def _ahead(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return what somebody expects, warns of or makes of it; an article's own musing is neither."""
    return [
        entry
        for entry in weighed
        if entry.claim.kind in {"forecast", "assessment"}
        and entry.claim.speaker is not None
        and not _COUNTERFACTUAL.search(entry.claim.statement)
    ]


def _judgements(
    picker: _Picker, material: Material, weighed: Sequence[Weighed]
) -> Iterator[DraftJudgement]:
    """Yield one judgement for each matter, the largest first, then whatever weighs most."""
    made = 0
    for entries in [*_matters(material, weighed), weighed, weighed]:
        found = picker.sentence(entries, _JUDGEMENT)
        if found is None:
            continue
        yield DraftJudgement(text=found.text, claims=found.claims, alternative=None)
        made += 1
        if made == _MAX_JUDGEMENTS:
            return


def _matters(material: Material, weighed: Sequence[Weighed]) -> list[list[Weighed]]:
    """Return the matters that more than one finding is about, the weightiest first.

    A matter weighs what its heaviest finding does, and more for each further source that tells of
    it; findings that weigh little beside the heaviest of all do not make a judgement.
    """
    enough = _WORTH_JUDGING * weighed[0].weight if weighed else 0.0
    by_finding = {entry.finding: entry for entry in weighed if entry.weight >= enough}
    told = [
        sorted((by_finding[f] for f in matter if f in by_finding), key=lambda e: -e.weight)
        for matter in material.matters
        if len(matter) > 1
    ]
    ranked = [entries for entries in told if entries]
    return sorted(ranked, key=lambda e: (-_matter_weight(e), int(e[0].claim.id[1:])))


def _matter_weight(entries: Sequence[Weighed]) -> float:
    sources = {entry.source for entry in entries}
    return entries[0].weight + _ANOTHER_SOURCE * (len(sources) - 1)


def _indicators(picker: _Picker, weighed: Sequence[Weighed]) -> Iterator[DraftSentence]:
    """Yield what the sources say may come, as things to watch for."""
    forecasts = [entry for entry in weighed if entry.claim.kind == "forecast"]
    for found in picker.sentences(forecasts, _INDICATOR, 3):
        yield DraftSentence(text=f"Watch: {found.text}", claims=found.claims)
