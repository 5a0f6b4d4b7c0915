"""Stage `actors`: one actor for each set of names, with the evidence for each alias.

Names join by evidence only: the shipped table, a short form in brackets, the same sound of a full
name, a surname that only one person has. What is left apart wrongly can be joined by a reviewer;
what is joined wrongly misleads.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from briefing.records.actors import Actor, ActorType, Alias, AliasRule, SourceSpan
from briefing.records.articles import Article
from briefing.records.claims import Claim, Speaker
from briefing.records.record import Record
from briefing.tradecraft.aliases import (
    abbreviations,
    after_title,
    is_abbreviation_of,
    known_names,
    name_key,
    role_after,
    role_before,
    sound_key,
    type_of,
)
from briefing.tradecraft.names import find_names, plain_name
from briefing.tradecraft.speakers import looks_like_a_person, speaker_core

_MAX_EVIDENCE = 3  # spans per alias
_COMMON = re.compile(r"\b[a-z]{2,}\b")


class _Mention(Record):
    name: str
    key: str
    span: SourceSpan
    introduced: bool
    opens: bool
    short_forms: tuple[str, ...]


def resolve(
    articles: Sequence[Article], claims: Sequence[Claim]
) -> tuple[tuple[Actor, ...], tuple[Claim, ...]]:
    """Find the actors of a corpus, and put their ids into the claims.

    Returns:
        Actors that some claim is about or that speak in one, most mentioned first; and the claims,
        in order, with actor ids for names. A name that stands in no article's body becomes none.
    """
    speaking = _speaking(claims)
    found = tuple(m for article in articles for m in _mentions(article, speaking))
    inside = {mention.key for mention in found if not mention.opens} | known_names().keys()
    inside |= {mention.key.split()[-1] for mention in found if " " in mention.key}
    # A lone word at the start of sentences only ("Turnout", "Blame") is no name.
    mentions = tuple(m for m in found if " " in m.key or m.key in inside or m.introduced)
    sets = _join(mentions)
    wanted = _wanted(claims, sets)
    by_root: defaultdict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        by_root[sets.find(mention.key)].append(mention)
    ordered = sorted(
        (root for root in by_root if root in wanted),
        key=lambda root: (-len(by_root[root]), by_root[root][0].span.source, root),
    )
    ids = {root: f"A{place}" for place, root in enumerate(ordered, 1)}
    actors = tuple(_actor(ids[root], by_root[root], sets) for root in ordered)
    attached = tuple(_attach(claim, sets, ids) for claim in claims)
    return actors, _introduce(attached)


class _Sets:
    """Union-find over name keys that remembers why a key was joined."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}
        self.rules: dict[str, AliasRule] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._parent

    def find(self, key: str) -> str:
        root = key
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def join(self, key: str, other: str, rule: AliasRule) -> None:
        first, second = sorted((self.find(key), self.find(other)))
        if first != second:
            self._parent[second] = first
            self.rules.setdefault(other, rule)


def _speaking(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the keys of names that speak: whoever is quoted and has a person's name is one."""
    cores = (speaker_core(claim.speaker.name) for claim in claims if claim.speaker)
    return frozenset(
        name_key(name.text)
        for core in cores
        if looks_like_a_person(core)
        for name in find_names(re.split(r"\s(?:of|from|at|for|in)\s", core)[0])
    )


def _mentions(article: Article, speaking: frozenset[str]) -> Iterable[_Mention]:
    text = article.text
    body = article.body()
    common = frozenset(_COMMON.findall(" ".join(text[part.start : part.end] for part in body)))
    for part in body:
        paragraph = text[part.start : part.end]
        for name in find_names(paragraph, common):
            bare = plain_name(after_title(name.text))
            start = part.start + name.end - len(bare)
            before = paragraph[max(0, name.start - 40) : name.end - len(bare)]
            yield _Mention(
                name=bare,
                key=name_key(name.text),
                span=SourceSpan(source=article.id, start=start, end=part.start + name.end),
                introduced=bare != name.text
                or name_key(name.text) in speaking
                or role_before().search(before) is not None
                or role_after().match(paragraph, name.end) is not None,
                opens=not paragraph[: name.start].rstrip(" “\"«'‘(").rstrip()
                or paragraph[: name.start].rstrip(" “\"«'‘(")[-1] in '.!?:\n»”"',
                short_forms=abbreviations(paragraph, name.end),
            )


def _join(mentions: Sequence[_Mention]) -> _Sets:
    sets = _Sets(mention.key for mention in mentions)
    _join_known(sets, mentions)
    _join_short_forms(sets, mentions)
    _join_by_sound(sets, mentions)
    _join_surnames(sets, mentions)
    return sets


def _join_known(sets: _Sets, mentions: Sequence[_Mention]) -> None:
    first: dict[str, str] = {}
    for key in dict.fromkeys(mention.key for mention in mentions):
        if key in known_names():
            canonical = known_names()[key][0]
            sets.join(first.setdefault(canonical, key), key, "known")


def _join_short_forms(sets: _Sets, mentions: Sequence[_Mention]) -> None:
    for mention in mentions:
        shorts = [short for short in mention.short_forms if name_key(short) in sets]
        fits = [short for short in shorts if is_abbreviation_of(short, mention.name)]
        for short in shorts if fits else ():
            if _may_join(mention.key, name_key(short)):
                sets.join(mention.key, name_key(short), "abbreviation")


def _may_join(key: str, other: str) -> bool:
    """Two names of the shipped table join only if the table says they are one."""
    one, two = known_names().get(key), known_names().get(other)
    return one is None or two is None or one == two


def _join_by_sound(sets: _Sets, mentions: Sequence[_Mention]) -> None:
    first: dict[str, str] = {}
    for mention in mentions:
        sound = sound_key(mention.name)
        if sound is not None and _may_join(first.setdefault(sound, mention.key), mention.key):
            sets.join(first[sound], mention.key, "spelling")


def _join_surnames(sets: _Sets, mentions: Sequence[_Mention]) -> None:
    """Join a lone surname to the only person in the corpus who bears it."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    full: dict[str, str] = {}
    for mention in mentions:
        words = mention.key.split()
        if len(words) > 1 and type_of(mention.name, introduced=mention.introduced) == "person":
            people[words[-1]].add(sets.find(mention.key))
            full.setdefault(words[-1], mention.key)
    for key in dict.fromkeys(mention.key for mention in mentions):
        owners = {sets.find(owner) for owner in people.get(key, ())}
        if len(owners) == 1 and key not in known_names():
            sets.join(full[key], key, "surname")


def _wanted(claims: Sequence[Claim], sets: _Sets) -> set[str]:
    names = [name for claim in claims for name in claim.actors]
    names += [claim.speaker.name for claim in claims if claim.speaker]
    return {root for name in names for root in _roots(name, sets)}


def _roots(name: str, sets: _Sets) -> tuple[str, ...]:
    """Return the sets that a drafted name belongs to: itself, or the names inside it."""
    if name_key(name) in sets:
        return (sets.find(name_key(name)),)
    inside = (name_key(found.text) for found in find_names(name))
    return tuple(dict.fromkeys(sets.find(key) for key in inside if key in sets))


def _attach(claim: Claim, sets: _Sets, ids: dict[str, str]) -> Claim:
    about = dict.fromkeys(ids[root] for name in claim.actors for root in _roots(name, sets))
    speaker = claim.speaker
    if speaker is not None:
        root = _speaking_root(speaker.name, sets)
        speaker = Speaker(name=speaker.name, actor=ids.get(root) if root else None)
    return claim.model_copy(update={"actors": tuple(about), "speaker": speaker})


def _speaking_root(speaker: str, sets: _Sets) -> str | None:
    """Return the set of whoever speaks: a person with their role, or a body by its whole name.

    A name inside the phrase is not enough: "a news wire in Yemen" is not Yemen.
    """
    core = re.sub(r"\s*[\[(][^\])]*[\])]", "", speaker_core(speaker))
    core = (
        re.split(r"\s(?:of|from|at|for|in|with)\s", core)[0] if looks_like_a_person(core) else core
    )
    if looks_like_a_person(core):
        roots = _roots(core, sets)
        return roots[-1] if roots else None
    key = name_key(re.sub(r"^(?:the|an?)\s", "", core, flags=re.IGNORECASE))
    return sets.find(key) if key in sets else None


def _introduce(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give a speaker who is only called by a surname the words that introduce them elsewhere.

    "Keller said" then counts as said by "union leader Maria Keller": who speaks decides how much
    the words weigh, wherever the article first says who that is.
    """
    fullest: dict[str, str] = {}
    for claim in claims:
        if claim.speaker and claim.speaker.actor:
            known = fullest.setdefault(claim.speaker.actor, claim.speaker.name)
            fullest[claim.speaker.actor] = max(known, claim.speaker.name, key=_name_words)
    return tuple(
        claim.model_copy(
            update={
                "speaker": Speaker(name=fullest[claim.speaker.actor], actor=claim.speaker.actor)
            }
        )
        if claim.speaker and claim.speaker.actor and _name_words(claim.speaker.name) == 1
        else claim
        for claim in claims
    )


def _name_words(speaker: str) -> int:
    return len(speaker.split(",")[0].split())


def _actor(id_: str, mentions: Sequence[_Mention], sets: _Sets) -> Actor:
    spellings = Counter(mention.name for mention in mentions)
    known = next((known_names()[m.key] for m in mentions if m.key in known_names()), None)
    kind: ActorType
    if known:
        name, kind = known
    else:
        name = max(spellings, key=lambda text: (len(text.split()), spellings[text], text))
        introduced = any(m.introduced for m in mentions if m.name.split()[-1] == name.split()[-1])
        kind = type_of(name, introduced=introduced)
    return Actor(
        id=id_,
        name=name,
        type=kind,
        mentions=len(mentions),
        aliases=tuple(_alias(text, mentions, sets, known is not None) for text in spellings),
    )


def _alias(text: str, mentions: Sequence[_Mention], sets: _Sets, known: bool) -> Alias:
    spans = [mention.span for mention in mentions if mention.name == text]
    key = name_key(text)
    default: AliasRule = "known" if known else "name"
    return Alias(
        text=text, rule=sets.rules.get(key, default), evidence=tuple(spans[:_MAX_EVIDENCE])
    )
