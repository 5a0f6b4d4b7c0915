"""A claim reduced to what can be compared with another: words, names, parties and amounts.

Who says a claim is taken out of its words: two speakers may say the same, and one speaker two
things.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefing.records.actors import Actor
from briefing.records.claims import Claim
from briefing.tradecraft.amounts import Amount, read_amounts
from briefing.tradecraft.content_words import Word, fold, plain_words, read_word, tokenize
from briefing.tradecraft.roles import agent_marker

# A statement is a sentence; what is longer is a list or a table and is compared by its start.
_MAX_CHARS = 2000
_OPENS_A_SENTENCE = frozenset('"“„«‘:.!?([')

Names = Mapping[str, tuple[tuple[str, ...], ...]]


class Reading(NamedTuple):
    """What a claim says, for comparison.

    `sequence` holds the stems of all words of the statement in order; an actor's name stands
    there as one `@` and the actor's id. `words` are those that say what it is about, names and
    actors included, without the speaker, hedges, dates and numbers. `parties` are the names
    among them: `@` ids, and words of names that are no actor's. `numbers` are its numbers, each
    after a `#`, `calendar` its weekdays and months. `by` is where in the sequence the "by" of
    a passive stands.
    """

    claim: Claim
    sequence: tuple[str, ...]
    words: frozenset[str]
    parties: frozenset[str]
    numbers: frozenset[str]
    calendar: frozenset[str]
    amounts: tuple[Amount, ...]
    by: int | None

    def features(self) -> frozenset[str]:
        """Return words and numbers together; a number cannot be taken for a word."""
        return self.words | self.numbers


class Cased(NamedTuple):
    """Words that a corpus writes with a capital inside a sentence, and those it never does."""

    names: frozenset[str]
    common: frozenset[str]


def read_claims(claims: Sequence[Claim], actors: Sequence[Actor] = ()) -> tuple[Reading, ...]:
    """Read claims for comparison, in their order.

    Args:
        claims: Any claims; what begins a sentence is a name if another claim shows it to be.
        actors: Whose names stand for one another; without them names are compared as written.
    """
    names = {actor.id: _spellings(actor) for actor in actors}
    cased = _cased(plain_words(claim.statement[:_MAX_CHARS]) for claim in claims)
    return tuple(_read(claim, cased, names) for claim in claims)


def said_by(claim: Claim) -> str | None:
    """Return what stands for the speaker of a claim in comparisons, `None` for the article."""
    if claim.speaker is None:
        return None
    return claim.speaker.actor or fold(claim.speaker.name)


def _spellings(actor: Actor) -> tuple[tuple[str, ...], ...]:
    """Return an actor's names as folded words, longest first."""
    texts = (actor.name, *(alias.text for alias in actor.aliases))
    spelled = {tuple(map(fold, plain_words(text))) for text in texts}
    return tuple(sorted(spelled - {()}, key=lambda words: (-len(words), words)))


def _cased(statements: Iterable[Sequence[str]]) -> Cased:
    names: set[str] = set()
    common: set[str] = set()
    for statement in statements:
        for position, text in enumerate(statement):
            word = read_word(text)
            if not word.is_capitalised:
                common.add(word.folded)
            elif position:
                names.add(word.folded)
    return Cased(frozenset(names - common), frozenset(common))


def _read(claim: Claim, cased: Cased, names: Names) -> Reading:
    text = claim.statement[:_MAX_CHARS]
    tokens = tokenize(text)
    amounts = read_amounts(text)
    left_out = _left_out(claim)
    words = [read_word(word) for word, _ in tokens]
    marks = _marks(claim, words, names)
    sequence = _sequence(words, marks)
    counted = {
        i for a in amounts for i, (_, start) in enumerate(tokens) if a.start <= start < a.end
    }
    plain = [(i, w) for i, w in enumerate(words) if i not in marks and i not in counted]
    said = [(p, w) for p, w in plain if w.folded not in left_out and not w.is_calendar]
    parties = {mark for mark in marks.values() if mark not in left_out}
    actors = (f"@{actor}" for actor in claim.actors if f"@{actor}" not in left_out)
    told = {w.stem for _, w in said if not w.is_stop and not w.is_number}
    return Reading(
        claim=claim,
        sequence=tuple(read_word(word).stem if word[0] != "@" else word for word in sequence),
        words=frozenset({*told, *actors, *parties, *(a.unit for a in amounts if a.unit)}),
        parties=frozenset(
            parties
            | {w.stem for p, w in said if _is_name(text[: tokens[p][1]], words[p : p + 2], cased)}
        ),
        numbers=frozenset(
            f"#{number}"
            for number in (*(a.value for a in amounts), *(w.folded for _, w in said if w.is_number))
        ),
        calendar=frozenset(w.folded for _, w in plain if w.is_calendar),
        amounts=amounts,
        by=agent_marker(sequence),
    )


def _left_out(claim: Claim) -> frozenset[str]:
    """Return the folded words that say who speaks, how firmly and when, and not what."""
    phrases = [claim.verb, *claim.via, *claim.hedges]
    out: set[str] = set()
    if claim.speaker is not None:
        phrases.append(claim.speaker.name)
        out.add(f"@{claim.speaker.actor}")
    if claim.time is not None:
        phrases.append(claim.time.text)
    for phrase in phrases:
        out.update(map(fold, plain_words(phrase[:_MAX_CHARS])))
    return frozenset(out)


def _marks(claim: Claim, said: Sequence[Word], names: Names) -> dict[int, str]:
    """Return the positions of words that belong to an actor's name, with the actor's mark."""
    known = [(actor, names[actor]) for actor in claim.actors if actor in names]
    if not known:
        return {}
    folded = tuple(word.folded for word in said)
    present = frozenset(folded)
    spelled = sorted(
        ((words, f"@{actor}") for actor, spellings in known for words in spellings),
        key=lambda pair: -len(pair[0]),
    )
    marks: dict[int, str] = {}
    for words, mark in spelled:
        if words[0] not in present:
            continue
        for start in range(len(folded) - len(words) + 1):
            places = range(start, start + len(words))
            if folded[start : start + len(words)] == words and marks.keys().isdisjoint(places):
                marks.update(dict.fromkeys(places, mark))
    return marks


def _sequence(words: Sequence[Word], marks: Mapping[int, str]) -> tuple[str, ...]:
    """Return the folded words with each actor's name drawn together to one mark."""
    if not marks:
        return tuple(word.folded for word in words)
    drawn: list[str] = []
    for position, word in enumerate(words):
        mark = marks.get(position)
        if mark is None:
            drawn.append(word.folded)
        elif marks.get(position - 1) != mark:
            drawn.append(mark)
    return tuple(drawn)


def _is_name(before: str, words: Sequence[Word], cased: Cased) -> bool:
    """Tell a name from a word that has its capital from the start of a sentence.

    Args:
        before: The statement up to the word.
        words: The word, and the one after it if there is one.
        cased: How the corpus writes words.
    """
    word, *after = words
    if not word.is_capitalised or word.is_stop or word.folded in cased.common:
        return False
    last = before.rstrip()[-1:]
    if last and last not in _OPENS_A_SENTENCE:
        return True
    return word.folded in cased.names or any(next_one.is_capitalised for next_one in after)
