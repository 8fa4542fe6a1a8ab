"""How hard a scenario is, from 1 to 5: the rule, which docs/rehearsal.md says in words."""

from collections.abc import Sequence

from scenarios.core.timeline import Timeline

LOAD_STEPS = (700, 1000, 1300)
"""Per mille of what a person can do in the busiest three minutes: each step reached is one level more."""
PAR_STEP = 900
"""Per mille. An expert who stays below leaves things undone: one level more."""
WINDOW_MINUTES = 3
MOST = 5


def busiest_of(load: Sequence[int]) -> int:
    """The mean load of the busiest three minutes, per mille."""
    windows = [load[i : i + WINDOW_MINUTES] for i in range(max(1, len(load) - WINDOW_MINUTES + 1))]
    return max(sum(window) // max(1, len(window)) for window in windows)


def rate_difficulty(*, load: Sequence[int], par: int) -> int:
    """From the load of each minute and the expert's score, both medians of a rehearsal."""
    busiest = busiest_of(load)
    level = 1 + sum(busiest >= step for step in LOAD_STEPS) + (par < PAR_STEP)
    return min(MOST, level)


def differs(timeline: Timeline, level: int) -> bool:
    """Whether the author declared another one."""
    return timeline.difficulty not in (0, level)
