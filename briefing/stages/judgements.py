"""Stage `judgements`: check what was composed, and say by rule how sure it is and what is open.

A drafter writes sentences that name claims. Here each is held against those claims; what adds
anything, judges likelihood by itself or gives advice is refused with a reason. Confidence, gaps and
assumptions come from rules only.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from briefing.records.claims import AssessedClaim, Citation, Confidence
from briefing.records.drafts import DraftJudgement, DraftJudgements, DraftSentence
from briefing.records.findings import Finding
from briefing.records.judgements import (
    Assumption,
    Composition,
    Indicator,
    Judgement,
    Supported,
)
from briefing.records.record import Record
from briefing.tradecraft.likelihood import brought_in
from briefing.tradecraft.support import Difference, differences

# How the program itself names an article without author: its number is no figure.
_OUTLET = re.compile(r",? according to source \d+")
Judge = Callable[[Sequence[AssessedClaim]], Confidence]


class Grounds(Record):
    """What composed sentences are held against."""

    claims: tuple[AssessedClaim, ...]
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    names: tuple[str, ...]
    """Every alias of every actor, and what prose calls the sources."""


def compose(draft: DraftJudgements, grounds: Grounds, judge: Judge) -> Composition:
    """Keep the composed sentences that their claims bear out.

    Returns:
        The composition without gaps; each refused sentence leaves one reason in `refused`.
    """
    checker = _Checker(grounds)
    headline = checker.sentence(draft.headline) if draft.headline.text else None
    judgements = tuple(_judgements(draft.judgements, checker, grounds, judge))
    return Composition(
        headline=headline,
        bottom_line=checker.sentences(draft.bottom_line),
        judgements=judgements,
        consequences=checker.sentences(draft.consequences),
        gaps=(),
        indicators=tuple(
            Indicator(id=f"I{n}", text=found.text, judgements=_touched(found, judgements))
            for n, found in enumerate(checker.conditions(draft.indicators), 1)
        ),
        assumptions=tuple(
            Assumption(id=f"U{n}", text=found.text, judgements=_touched(found, judgements))
            for n, found in enumerate(checker.conditions(draft.assumptions), 1)
        ),
        refused=tuple(checker.refused),
    )


class _Checker:
    def __init__(self, grounds: Grounds) -> None:
        self._claims = {claim.id: claim for claim in grounds.claims}
        self._quotations = {citation.id: citation.exact for citation in grounds.citations}
        self._names = grounds.names
        self.refused: list[str] = []

    def sentences(self, drafts: Sequence[DraftSentence]) -> tuple[Supported, ...]:
        checked = (self.sentence(draft) for draft in drafts)
        return tuple(found for found in checked if found is not None)

    def conditions(self, drafts: Sequence[DraftSentence]) -> tuple[Supported, ...]:
        """Return the indicators or assumptions that pass: by nature they may say "if"."""
        checked = (self.sentence(draft, may_hedge=True) for draft in drafts)
        return tuple(found for found in checked if found is not None)

    def sentence(
        self, draft: DraftSentence | DraftJudgement, *, may_hedge: bool = False
    ) -> Supported | None:
        """Return the sentence if its claims bear it out; else note why not."""
        reason = self._reason(draft.text, draft.claims, may_hedge=may_hedge)
        if reason:
            self.refused.append(f"{draft.text!r}: {reason}")
            return None
        return Supported(
            text=" ".join(draft.text.split()), claims=tuple(dict.fromkeys(draft.claims))
        )

    def _reason(self, text: str, ids: Sequence[str], *, may_hedge: bool) -> str | None:
        if not text.strip():
            return "it is empty"
        unknown = [id_ for id_ in ids if id_ not in self._claims]
        if unknown or not ids:
            return f"it names {unknown[0]}, which is no claim" if unknown else "it names no claim"
        claims = [self._claims[id_] for id_ in ids]
        evidence = [claim.statement for claim in claims]
        evidence += [self._quotations[q] for claim in claims for q in claim.citations]
        spoken = [claim.speaker.name for claim in claims if claim.speaker]
        dates = [claim.time.value for claim in claims if claim.time]
        own = _OUTLET.sub("", text)
        found = differences(own, [*evidence, *spoken], names=self._names, dates=dates)
        added = [d for d in found if d.kind not in {"hedge", "negation"}]
        if not added and not may_hedge:
            added = _changed(own, claims)
        if added:
            return f"it {added[0]}"
        words = brought_in(text, "\n".join(evidence))
        return f"it says {words[0]!r}, which no claim does" if words else None


def _changed(text: str, claims: Sequence[AssessedClaim]) -> list[Difference]:
    """Return hedges and negations that a sentence adds to its claims, or loses from all of them.

    A sentence that rests on several claims owes a hedge only if none of them says it plainly.
    """
    kinds = {"hedge", "negation"}
    together = differences(text, [claim.statement for claim in claims])
    changed = [d for d in together if d.kind in kinds and not d.is_loss]
    alone = [[d for d in differences(text, [claim.statement]) if d.is_loss] for claim in claims]
    if alone and all(alone):
        changed += alone[0]
    return changed


def _judgements(
    drafts: Sequence[DraftJudgement], checker: _Checker, grounds: Grounds, judge: Judge
) -> Iterator[Judgement]:
    claims = {claim.id: claim for claim in grounds.claims}
    found_in = {claim: finding.id for finding in grounds.findings for claim in finding.claims}
    members = {finding.id: finding.claims for finding in grounds.findings}
    made = 0
    for draft in drafts:
        supported = checker.sentence(draft)
        if supported is None:
            continue
        made += 1
        findings = tuple(dict.fromkeys(found_in[claim] for claim in supported.claims))
        behind = [claims[claim] for finding in findings for claim in members[finding]]
        other = checker.sentence(draft.alternative) if draft.alternative else None
        yield Judgement(
            id=f"J{made}",
            text=supported.text,
            findings=findings,
            claims=supported.claims,
            confidence=judge(behind),
            alternative=other,
            dissent=(),
        )


def _touched(sentence: Supported, judgements: Sequence[Judgement]) -> tuple[str, ...]:
    claims = set(sentence.claims)
    return tuple(judgement.id for judgement in judgements if claims & set(judgement.claims))
