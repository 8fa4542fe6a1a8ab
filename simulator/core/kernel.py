"""How long one post goes on bringing others, and how long anger lasts: rows of whole numbers per second.

Rules kept here: a row depends on nothing but its arguments; its entries are multiplied by an integer and added to the
arrays of a run, so that neither order nor rounding can matter.
"""

from functools import lru_cache

from simulator.core.fixed_point import LN_2, ONE, exp_of_minus
from simulator.core.kernel_table import KERNEL
from simulator.core.lanes import pack_row

SCALE = 10**9
"""What a row's entries are counted in."""


@lru_cache(maxsize=256)
def kernel_of(seconds: int) -> tuple[int, ...]:
    """The reactions to one post in each of the seconds after it, in a run of `seconds`; together SCALE, rounded down.

    Cut off where the run, or the kernel, ends, and renormalised, so that a branching ratio means the same in every run.
    """
    kept = KERNEL[: max(1, seconds)]
    total = sum(kept)
    return tuple(SCALE * entry // total for entry in kept)


@lru_cache(maxsize=64)
def cooling_of(half_life_ms: int, seconds: int) -> tuple[int, ...]:
    """What is left of a heat step in each of the `seconds` after it: SCALE at first, half after `half_life_ms`.

    It ends, before that, where nothing is left.
    """
    factor = exp_of_minus(LN_2 * 1000, half_life_ms * ONE)
    row: list[int] = []
    left = ONE
    while len(row) < seconds and left * SCALE >= ONE:
        row.append(left * SCALE // ONE)
        left = left * factor // ONE
    return tuple(row)


@lru_cache(maxsize=256)
def packed_kernel_of(seconds: int) -> int:
    """`kernel_of`, to be added to lanes."""
    return pack_row(kernel_of(seconds))


@lru_cache(maxsize=64)
def packed_cooling_of(half_life_ms: int, seconds: int) -> int:
    """`cooling_of`, to be added to lanes."""
    return pack_row(cooling_of(half_life_ms, seconds))
