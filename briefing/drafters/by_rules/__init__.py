"""The extractive drafter: no language model, only rules. English for now.

`reading` takes sentences apart, `composing` picks what matters. It is the floor of quality when no
model is there, so it prefers saying less to saying what the text does not.
"""

from collections.abc import Sequence

from briefing.drafters.by_rules.composing import compose
from briefing.drafters.by_rules.reading import read
from briefing.ports import Material, ModelReply
from briefing.records.drafts import DraftJudgements, DraftSummary
from briefing.records.passages import Passage


class RulesDrafter:
    """A `Drafter` that needs nothing but the text."""

    name = "extractive"
    languages: frozenset[str] | None = frozenset({"en"})

    @property
    def prompt_hashes(self) -> dict[str, str]:
        """Return nothing: no prompt is used."""
        return {}

    def summarize(self, passage: Passage) -> DraftSummary:
        """Read every sentence of a passage that makes a statement."""
        return DraftSummary(claims=read(passage))

    def compose(self, material: Material) -> DraftJudgements:
        """Pick a headline, a bottom line, judgements and consequences from the findings."""
        return compose(material)

    def usage(self) -> Sequence[ModelReply]:
        """Return nothing: no model is asked."""
        return ()
