"""Everything about a scenario that hearing needs, made once per timeline and kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from scenarios.core.patterns import patterns_of
from scenarios.core.public import Rumour
from scenarios.core.timeline import Fact, Timeline
from scoring.core.hearing.clauses import cut_clauses
from scoring.core.hearing.copying import Wording, make_wording
from scoring.core.hearing.framing import find_frames
from scoring.core.hearing.sayings import prepare_pattern
from scoring.core.hearing.signatures import Signature, deny, sign_texts, sign_wording
from scoring.core.hearing.touching import Subject, make_subjects
from scoring.core.lexicon.house import HouseLexicon, compile_house
from scoring.core.lexicon.library import HEARING
from scoring.core.patterns import find_matches
from scoring.core.text import Text, analyse

KEPT = 64
PART = 5
"""Letters that a part of a compound has at least: "Signal" in "Signalstörung", "Ausgang" in "Südausgang"."""


class Claim(NamedTuple):
    """A fact or a rumour. With `patterns` (their numbers) those recognise it, else the first signature does.

    The second one is that of a fact's approved wording, or of the denial of a rumour.
    `carries` is everything that it says, as marks; `denies`: it says that something is not so. `wording` are its words
    as they stand.
    """

    key: str
    patterns: tuple[int, ...]
    signatures: tuple[Signature, ...]
    carries: frozenset[str]
    denies: bool
    wording: Wording


@dataclass(frozen=True, slots=True, eq=False)
class Ears:
    """`facts` and `rumours` in the order of the timeline. `heads` and `tails` are the stems that begin or end so.

    `subjects` are what each thread is about, `house` the words of the brand's name, which say nothing of that.
    `lexicon` is what the brand adds to the words that rules look for.
    """

    timeline: Timeline
    language: str
    patterns: tuple[Any, ...]
    facts: tuple[Claim, ...]
    rumours: tuple[Claim, ...]
    heads: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    subjects: Mapping[str, Subject]
    house: frozenset[str]
    lexicon: HouseLexicon | None = None


_ears: dict[int, Ears] = {}


def ears_of(timeline: Timeline) -> Ears:
    """The ears for `timeline`, made once; those that were used last are kept."""
    ears = _ears.pop(id(timeline), None)
    if ears is None or ears.timeline is not timeline:
        ears = make_ears(timeline)
    _ears[id(timeline)] = ears
    for oldest in list(_ears)[:-KEPT]:
        _ears.pop(oldest, None)
    return ears


def make_ears(timeline: Timeline) -> Ears:
    language, patterns = timeline.language, patterns_of(timeline)
    numbers = {pattern: number for number, pattern in enumerate(patterns)}
    facts = _make_claims(
        [(fact, f"{fact.text} {fact.approved or ''}", fact.approved) for fact in timeline.facts], numbers, language
    )
    told = _make_claims([(rumour, rumour.claim, None) for rumour in timeline.public.rumours], numbers, language)
    rumours = tuple(claim._replace(signatures=(claim.signatures[0], deny(claim.signatures[0]))) for claim in told)
    stems = {
        mark.removeprefix("w:")
        for claim in (*facts, *rumours)
        for signature in claim.signatures
        for mark in signature.marks
        if mark.startswith("w:") and len(mark) >= PART + 2
    }
    return Ears(
        timeline=timeline,
        language=language,
        patterns=tuple(prepare_pattern(pattern) for pattern in patterns),
        facts=facts,
        rumours=rumours,
        heads=_index((stem[:PART], stem) for stem in sorted(stems)),
        tails=_index((stem[-PART:], stem) for stem in sorted(stems)),
        subjects=make_subjects(timeline),
        house=frozenset(token.norm for token in analyse(timeline.brand.name).tokens),
        lexicon=compile_house(timeline.brand.lexicon, language=language),
    )


def list_valid(ears: Ears, known: frozenset[str]) -> frozenset[str]:
    """The facts among those `known` that none of them has replaced."""
    return known - {fact.replaces for fact in ears.timeline.facts if fact.key in known}


def _make_claims(
    said: Sequence[tuple[Fact | Rumour, str, str | None]],
    numbers: Mapping[str, int],
    language: str,
) -> tuple[Claim, ...]:
    signed = sign_texts([text for _, text, _ in said], language=language)
    claims = []
    for (speaker, text, wording), signature in zip(said, signed, strict=True):
        exact = (sign_wording(wording, language=language),) if wording else ()
        clauses = cut_clauses(analyse(text), language=language)
        denies = any(clause.kind == "denied" for clause in clauses)
        patterns = tuple(sorted(numbers[pattern] for pattern in speaker.says))
        worded = _word(speaker, wording, language) if isinstance(speaker, Fact) else make_wording(())
        claims.append(Claim(speaker.key, patterns, (signature, *exact), frozenset(signature.marks), denies, worded))
    return tuple(claims)


def _word(fact: Fact, wording: str | None, language: str) -> Wording:
    """The words of a fact. Rows of it take nothing back where it denies or asks something itself: whoever repeats such
    a fact word for word tells it."""
    texts = [fact.text, wording or ""]
    worded = make_wording(texts)
    is_framed = any(_is_framed(analyse(text), language) for text in texts)
    return worded._replace(rows=frozenset()) if is_framed else worded


def _is_framed(text: Text, language: str) -> bool:
    matches = find_matches(HEARING[language], text.tokens, text.sentences)
    return bool(find_frames(text, cut_clauses(text, language=language), matches).taken_back)


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part, stem in pairs:
        found[part] = (*found.get(part, ()), stem)
    return found
