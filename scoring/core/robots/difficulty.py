"""How hard a scenario is, from 1 to 5: the rule, which docs/rehearsal.md says in words."""

from collections.abc import Sequence

LOAD_STEPS = (900, 1_300, 1_550, 1_800)
"""Per mille of what a person can do in the busiest three minutes: each step reached is one level more."""
PAR_SPEED = 950
"""Per mille of the expert's speed: where even an expert comes too late, it is one level more."""
MOST = 5
WINDOW_MINUTES = 3


def busiest_of(load: Sequence[int]) -> int:
    """The mean load of the busiest three minutes, per mille."""
    windows = [load[i : i + WINDOW_MINUTES] for i in range(max(1, len(load) - WINDOW_MINUTES + 1))]
    return max(sum(window) // max(1, len(window)) for window in windows)


def rate_difficulty(*, load: Sequence[int], speed: int) -> int:
    """From 1 to 5, by the load of each minute and the speed that the expert reaches, medians of a rehearsal."""
    busiest = busiest_of(load)
    return min(MOST, 1 + sum(busiest >= step for step in LOAD_STEPS) + (speed < PAR_SPEED))
