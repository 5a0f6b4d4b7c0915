"""Findings to judgements: composed by the drafter, checked and graded by the program."""

from collections.abc import Sequence
from functools import partial

from briefing.errors import ReplyError
from briefing.pipeline.working import Assessed, Evidence
from briefing.ports import Drafter, Material
from briefing.records.actors import Actor
from briefing.records.articles import Article
from briefing.records.drafts import DraftJudgements, DraftSentence
from briefing.records.judgements import Composition
from briefing.settings import Request
from briefing.stages import assessment
from briefing.stages import judgements as judging
from briefing.stages.gaps import Ground, find_assumptions, find_gaps

_NOTHING = DraftJudgements(
    headline=DraftSentence(text="", claims=()),
    bottom_line=(),
    judgements=(),
    consequences=(),
    indicators=(),
    assumptions=(),
)


def compose(
    articles: Sequence[Article],
    found: Evidence,
    assessed: Assessed,
    drafter: Drafter,
    request: Request,
) -> tuple[Composition, tuple[str, ...]]:
    """Have judgements composed and check them; without a usable answer the page says so."""
    material = Material(
        question=request.question,
        claims=assessed.claims,
        findings=assessed.findings,
        matters=assessed.matters,
        conflicts=assessed.conflicts,
        actor_names={actor.id: actor.name for actor in found.actors},
        source_names={article.id: _outlet(article) for article in articles},
        citation_sources={citation.id: citation.source for citation in found.citations},
    )
    drafted, notes = _draft(drafter, material)
    grounds = judging.Grounds(
        claims=assessed.claims,
        citations=found.citations,
        findings=assessed.findings,
        names=_names(articles, found.actors),
    )
    judge = partial(assessment.judge, origins=assessed.origins, findings=assessed.findings)
    composed = judging.compose(drafted, grounds, judge)
    return _with_gaps(composed, articles, assessed), notes


def _draft(drafter: Drafter, material: Material) -> tuple[DraftJudgements, tuple[str, ...]]:
    """Return the drafted judgements; without claims or a usable reply none, and a note why."""
    if not material.claims:
        return _NOTHING, ()
    try:
        return drafter.compose(material), ()
    except ReplyError as error:
        return _NOTHING, (f"no judgements were composed: {error}",)


def _with_gaps(
    composed: Composition, articles: Sequence[Article], assessed: Assessed
) -> Composition:
    ground = Ground(
        articles=tuple(articles),
        claims=assessed.claims,
        findings=assessed.findings,
        origins=assessed.origins,
        conflicts=assessed.conflicts,
        judgements=composed.judgements,
    )
    update = {
        "gaps": find_gaps(ground),
        "assumptions": composed.assumptions or find_assumptions(ground),
    }
    return composed.model_copy(update=update)


def _names(articles: Sequence[Article], actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return what composed sentences may call people and sources."""
    names = [alias.text for actor in actors for alias in actor.aliases]
    names += [actor.name for actor in actors]
    return tuple(dict.fromkeys([*names, *(_outlet(article) for article in articles)]))


def _outlet(article: Article) -> str:
    named = article.author or article.publisher
    return named.value if named else f"source {article.id[1:]}"
