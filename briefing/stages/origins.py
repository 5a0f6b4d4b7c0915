"""Stage `origins`: where claims come from. Articles are not origins; two of them may rest on one.

The rules are in `docs/tradecraft.md`, "Origins": who is named as the source of a claim is its
origin; what two articles share word for word has one origin; an origin that nobody names is known
to exist and corroborates nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing.records.articles import Article
from briefing.records.claims import Citation, Claim
from briefing.records.findings import Directness, Origin, Traced
from briefing.tradecraft.blocking import Clusters
from briefing.tradecraft.content_words import fold, plain_words
from briefing.tradecraft.dates_edtf import sort_key
from briefing.tradecraft.roots import PEOPLE, Root, root_of
from briefing.tradecraft.shared_text import quoted_runs, runs, sharing_pairs, sharing_runs
from briefing.tradecraft.speakers import is_agency
from briefing.tradecraft.standing import DIRECTNESS_POINTS

_FEWEST_INITIALS = 2


def trace(
    claims: Sequence[Claim], citations: Mapping[str, Citation], articles: Sequence[Article]
) -> Traced:
    """Find the origin of each claim.

    Args:
        claims: Claims whose speakers have their actors.
        citations: By id; all that the claims cite.
        articles: The articles that were read, in the order of their ids.

    Returns:
        Origins in the order of their first claims. A claim whose citation is not given has
        none. The cues of an origin are the words of a quotation or byline that name it.
    """
    quoted = {
        claim.id: citations[claim.citations[0]]
        for claim in claims
        if claim.citations and claim.citations[0] in citations
    }
    by_id = {article.id: article for article in articles}
    cited = [claim for claim in claims if claim.id in quoted]
    roots = [root_of(c, quoted[c.id], by_id.get(quoted[c.id].source)) for c in cited]
    texts = [quoted[claim.id].exact for claim in cited]
    roots = _share_sentences(_follow_quotations(roots, texts), texts)
    joined = _Joined(roots)
    joined.join_all(_same_names(roots))
    joined.join_all(_same_anonymous(roots, cited, texts))
    joined.join_all(_copies(roots, articles))
    return _traced(claims, cited, roots, joined, by_id)


class _Joined:
    """Which keys of roots are one origin."""

    def __init__(self, roots: Sequence[Root]) -> None:
        self._numbers = {key: n for n, key in enumerate(dict.fromkeys(r.key for r in roots))}
        self._clusters = Clusters(len(self._numbers))

    def join_all(self, pairs: Iterable[tuple[str, str]]) -> None:
        for one, other in pairs:
            self._clusters.join(self._numbers[one], self._numbers[other])

    def origin(self, key: str) -> int:
        return self._clusters.find(self._numbers[key])


def _follow_quotations(roots: Sequence[Root], texts: Sequence[str]) -> list[Root]:
    """Give a claim that quotes what a named speaker is quoted with elsewhere to that speaker."""
    speakers: dict[int, Root] = {}
    for root, text in zip(roots, texts, strict=True):
        if root.kind == "named":
            for run in quoted_runs(text):
                speakers.setdefault(run, root)
    followed = []
    for root, text in zip(roots, texts, strict=True):
        known = None if root.kind == "named" else _first(speakers, quoted_runs(text))
        if known is not None and known.source != root.source:
            root = known._replace(source=root.source, cues=root.cues)
        followed.append(root)
    return followed


def _share_sentences(roots: Sequence[Root], texts: Sequence[str]) -> list[Root]:
    """Give claims that two articles tell in the same words an origin of their own.

    One copied sentence says nothing about the rest of either article.
    """
    voices = [place for place, root in enumerate(roots) if root.kind == "voice"]
    clusters = Clusters(len(roots))
    for one, other in sharing_runs([texts[place] for place in voices]):
        if roots[voices[one]].source != roots[voices[other]].source:
            clusters.join(voices[one], voices[other])
    sizes = Counter(clusters.find(place) for place in voices)
    return [
        root._replace(key=f"shared {clusters.find(place)}")
        if root.kind == "voice" and sizes[clusters.find(place)] > 1
        else root
        for place, root in enumerate(roots)
    ]


def _first(speakers: Mapping[int, Root], found: Iterable[int]) -> Root | None:
    return next((speakers[run] for run in found if run in speakers), None)


def _same_names(roots: Sequence[Root]) -> list[tuple[str, str]]:
    """Return keys that name one speaker: by actor, by initials, or by a person's last name.

    A short name stands for a longer one only if there is no other that it could stand for.
    """
    pairs: list[tuple[str, str]] = []
    by_actor: dict[str, str] = {}
    longer: dict[str, set[str]] = {}
    for root in roots:
        if root.actor is not None:
            pairs.append((by_actor.setdefault(root.actor, root.key), root.key))
        for short in _short_names(root):
            longer.setdefault(short, set()).add(root.key)
    for root in roots:
        meant = longer.get(root.name, set()) if root.name else set()
        if len(meant) == 1:
            pairs.append((next(iter(meant)), root.key))
    return pairs


def _short_names(root: Root) -> tuple[str, ...]:
    """Return what a name of several words may be shortened to."""
    words = plain_words(root.name or "")
    if len(words) < _FEWEST_INITIALS:
        return ()
    initials = "".join(word[0] for word in words if word[0].isupper())
    is_person = root.directness in PEOPLE or root.kind == "voice"
    shorter = (initials, words[-1]) if is_person else (initials,)
    return tuple(short for short in shorter if len(short) > 1)


def _same_anonymous(
    roots: Sequence[Root], claims: Sequence[Claim], texts: Sequence[str]
) -> list[tuple[str, str]]:
    """Return keys of unnamed speakers who say the same in two articles.

    The same five words in quotation marks will do; outside them the speakers must also be
    called the same.
    """
    pairs: list[tuple[str, str]] = []
    first: dict[tuple[str, int], str] = {}
    for root, claim, text in zip(roots, claims, texts, strict=True):
        if root.kind != "anonymous" or claim.speaker is None:
            continue
        called = fold(claim.speaker.name)
        marks = [("", run) for run in quoted_runs(text)] + [(called, run) for run in runs(text)]
        pairs.extend((first.setdefault(mark, root.key), root.key) for mark in marks)
    return [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]


def _copies(roots: Sequence[Root], articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Return keys of articles' own voices where the articles share text."""
    voices = {
        root.source: root.key
        for root in roots
        if root.kind == "voice" and not root.key.startswith("shared ")
    }
    speaking = [article for article in articles if article.id in voices]
    bodies = ["\n".join(a.text[s.start : s.end] for s in a.body()) for a in speaking]
    return [
        (voices[speaking[one].id], voices[speaking[other].id])
        for one, other in sharing_pairs(bodies)
    ]


def _traced(
    claims: Sequence[Claim],
    cited: Sequence[Claim],
    roots: Sequence[Root],
    joined: _Joined,
    articles: Mapping[str, Article],
) -> Traced:
    members: dict[int, list[Root]] = {}
    for root in roots:
        members.setdefault(joined.origin(root.key), []).append(root)
    ids = {origin: f"O{number}" for number, origin in enumerate(members, start=1)}
    of: dict[str, str | None] = dict.fromkeys(claim.id for claim in claims)
    of.update(
        (claim.id, ids[joined.origin(root.key)]) for claim, root in zip(cited, roots, strict=True)
    )
    return Traced(
        origins=tuple(_origin(ids[key], found, articles) for key, found in members.items()), of=of
    )


def _origin(id_: str, roots: Sequence[Root], articles: Mapping[str, Article]) -> Origin:
    name = _name(roots, articles)
    return Origin(
        id=id_,
        name=name,
        directness=_best(roots),
        sources=tuple(dict.fromkeys(root.source for root in roots)),
        cues=tuple(dict.fromkeys(cue for root in roots for cue in root.cues)),
    )


def _name(roots: Sequence[Root], articles: Mapping[str, Article]) -> str | None:
    """Choose the name of an origin: an agency, else the fullest name, else the first to write."""
    named = [root for root in roots if root.name is not None]
    agency = next((root.name for root in named if is_agency(root.name or "")), None)
    if agency is not None or not named:
        return agency
    spoken = [root.name or "" for root in named if root.kind == "named"]
    if spoken:
        return max(dict.fromkeys(spoken), key=len)
    return min(named, key=lambda root: _written(articles.get(root.source))).name


def _written(article: Article | None) -> str:
    """Return when an article was written, as text that orders; undated ones come last."""
    return sort_key(article.date.value if article is not None and article.date else "")


def _best(roots: Sequence[Root]) -> Directness:
    """Return the best directness; a person's last name alone reads like that of a body."""
    people = [root.directness for root in roots if root.directness in PEOPLE]
    given = people or [root.directness for root in roots]
    return max(given, key=DIRECTNESS_POINTS.__getitem__)
