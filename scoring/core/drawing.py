"""Which replies coaches are asked to mark, and why.

Rules kept here: everything that the score calls a critical error, everything that the trainee called wrong, everything
the score is unsure about, and of all replies a random share, so that what nobody suspects is looked at too. What is
random depends on the run's own digest alone: every coach sees the same draw, on every day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

CRITICAL, OBJECTED, UNSURE, RANDOM = "critical", "objected", "unsure", "random"
REASONS = (CRITICAL, OBJECTED, UNSURE, RANDOM)
SHARE = 100
"""Per mille of all replies that are drawn at random."""
EDGE = 30
"""A value that lies no further than this, per mille, from the scenario's pass mark could as well lie beyond it."""
LITTLE = 6
"""Fewer words than this say too little to hear much in them."""
UNSURE_OF = frozenset({"tone", "individuality", "substance", "privacy"})
"""Waits are measured: of those the score is never unsure."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reply that could be drawn. `key` names it for good (the run's digest and the reply's seq); `criteria` is what
    the score gives it, per mille; `words` how many it has, `heard` how many findings but those about waits."""

    key: str
    is_critical: bool
    is_objected: bool
    criteria: Mapping[str, int]
    words: int
    heard: int


def find_reasons(candidate: Candidate, *, weights: Mapping[str, int], pass_mark: int) -> tuple[str, ...]:
    """Why this reply is to be marked, in the order of REASONS; empty: it need not be."""
    found = {
        CRITICAL: candidate.is_critical,
        OBJECTED: candidate.is_objected,
        UNSURE: is_unsure(candidate, weights=weights, pass_mark=pass_mark),
        RANDOM: is_drawn(candidate.key),
    }
    return tuple(reason for reason in REASONS if found[reason])


def is_unsure(candidate: Candidate, *, weights: Mapping[str, int], pass_mark: int) -> bool:
    """Whether the score stands on little: hardly any words, nothing found in them, or a criterion that counts in this
    scenario at the edge of passing."""
    if not candidate.criteria.keys() & UNSURE_OF:
        return False
    edges = [
        name
        for name, value in candidate.criteria.items()
        if name in UNSURE_OF and weights.get(name) and abs(value - pass_mark) <= EDGE
    ]
    return bool(edges) or candidate.words < LITTLE or not candidate.heard


def is_drawn(key: str) -> bool:
    return shuffle_key("share", key) % 1000 < SHARE


def shuffle(keys: Sequence[str], *, seed: str) -> list[str]:
    """`keys` in an order that has nothing to do with whose they are, the same for the same `seed`."""
    return sorted(keys, key=lambda key: (shuffle_key(seed, key), key))


def shuffle_key(purpose: str, key: str) -> int:
    return int.from_bytes(blake2b(f"{purpose}\x1f{key}".encode(), digest_size=8).digest(), "big")
