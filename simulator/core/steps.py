"""Factors of the crowd's rate that change from one second to the next: per topic, and for everybody.

Rules kept here: a change begins in the second after what brought it about, so that what has been looked at stays as it
was; what came before a second is all that counts, whatever the order it was written in.
"""

from bisect import bisect, insort
from dataclasses import dataclass, field

from scenarios.core.constants import USUAL, Constants
from simulator.core.kernel import SCALE

PER_MILLE = 1000


@dataclass(slots=True)
class Steps:
    """`changes` are (second from which it holds, per mille), in order; `values` the factor from then on, `totals` the
    same before its bounds, where changes are added up."""

    changes: list[tuple[int, int]] = field(default_factory=list)
    values: list[tuple[int, int]] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)

    def value_at(self, second: int, *, default: int) -> int:
        for start, value in reversed(self.values):
            if start <= second:
                return value
        return default


def scale_steps(steps: Steps, *, second: int, per_mille: int, constants: Constants = USUAL) -> None:
    """Multiplies by `per_mille` from `second` on. Values are in SCALE, between a topic's least and most: however often
    it was answered well, somebody asks again."""
    insort(steps.changes, (second, per_mille))
    least, most = (bound * SCALE // PER_MILLE for bound in (constants.least_topic, constants.most_topic))
    product, divisor = SCALE, 1
    steps.values.clear()
    for start, factor in steps.changes:
        product *= factor
        divisor *= PER_MILLE
        steps.values.append((start, min(most, max(least, product // divisor))))


def swing_steps(steps: Steps, *, second: int, per_mille: int, most: int = USUAL.most_swing) -> None:
    """Adds `per_mille` from `second` on. Values are per mille, 1000 being no change, at most `most` away from it.
    A second stands there once."""
    place = bisect(steps.changes, second, key=_second_of)
    if place and steps.changes[place - 1][0] == second:
        place -= 1
        per_mille += steps.changes.pop(place)[1]
    steps.changes.insert(place, (second, per_mille))
    # Nearly every change is the last one: what came before it stays as it is.
    total = steps.totals[place - 1] if place else PER_MILLE
    del steps.totals[place:], steps.values[place:]
    for start, change in steps.changes[place:]:
        total += change
        steps.totals.append(total)
        steps.values.append((start, min(PER_MILLE + most, max(PER_MILLE - most, total))))


def _second_of(change: tuple[int, int]) -> int:
    return change[0]
