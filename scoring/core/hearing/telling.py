"""What this desk told before, as claims that a later reply can contradict: times, amounts, terms and causes.

Rules kept here: two claims contradict each other only if they name the same kind of figure, share a word of what they
are about, and have no value in common.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scoring.core.hearing.clauses import Clause
from scoring.core.hearing.listening import Said
from scoring.core.hearing.promising import Promise

FIGURES = frozenset({"time", "span", "money", "percent"})
"""Kinds of figure that one can be held to."""


CAUSE = "cause"
"""The kind of a claim that names one: its values are words, and any two are about the same."""


class Claim(NamedTuple):
    """`values` of one kind of figure, promised of what `words` (stems) name; or of a cause."""

    figure: str
    values: tuple[str, ...]
    words: frozenset[str]


class Told(NamedTuple):
    """A claim of an earlier reply: its number, when it was sent, and to whom (a handle)."""

    claim: Claim
    reply: int
    at_ms: int
    to: str


def list_claims(said: Said) -> tuple[Claim, ...]:
    """What a reply can be held to later."""
    found = (claim_of(promise, said.clauses) for promise in said.promises)
    return tuple(claim for claim in found if claim is not None)


def claim_of(promise: Promise, clauses: Sequence[Clause]) -> Claim | None:
    """The claim that a promise makes; None if it names neither a figure nor a cause."""
    if promise.kind == CAUSE:
        return Claim(CAUSE, promise.marks, frozenset({CAUSE})) if promise.marks else None
    figure = promise.marks[0].partition(":")[0] if promise.marks else ""
    if promise.kind not in {"time", "amount"} or figure not in FIGURES:
        return None
    clause = next(clause for clause in clauses if clause.first <= promise.first < clause.last)
    return Claim(figure, promise.marks, frozenset(stem for stem, _ in clause.words))


def find_contradicted(claim: Claim, told: Iterable[Told]) -> Told | None:
    """The last thing told that `claim` contradicts, unless the same was told as well."""
    contradicted = None
    for before in told:
        if before.claim.figure == claim.figure and not before.claim.words.isdisjoint(claim.words):
            if not set(before.claim.values).isdisjoint(claim.values):
                return None
            contradicted = before
    return contradicted
