"""Stage `layout`: select, order, shorten and label for one audience; never change certainty.

`assemble` fills the sections of an audience in its order. What does not fit a section's limit is
left out whole, never cut in the middle; an empty section says so.
"""

from briefing.audiences import Audience, SectionPlan
from briefing.records.briefings import Section
from briefing.stages.layout.contents import Contents
from briefing.stages.layout.fitting import fit
from briefing.stages.layout.items import ITEMS
from briefing.stages.layout.tables import TABLES

__all__ = ["Contents", "assemble"]


def assemble(contents: Contents, audience: Audience) -> tuple[Section, ...]:
    """Lay a corpus out for an audience: one section for each plan, in order, none missing."""
    return tuple(_section(contents, audience, plan) for plan in audience.sections)


def _section(contents: Contents, audience: Audience, plan: SectionPlan) -> Section:
    if plan.content in TABLES:
        return TABLES[plan.content](contents, audience, plan)
    items = ITEMS[plan.content](contents, audience, plan)
    return Section(
        id=plan.id,
        heading=plan.heading,
        form="list",
        columns=(),
        sentences=fit(items, plan),
        rows=(),
    )
