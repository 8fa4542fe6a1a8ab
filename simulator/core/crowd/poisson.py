"""How many candidates a second holds: Poisson, by its inverse distribution in whole numbers."""

from bisect import bisect_right
from functools import lru_cache

from simulator.core.fixed_point import BITS, exp_of_minus

DRAW_BITS = 64
MINUTE = 60


@lru_cache(maxsize=256)
def distribution_of(per_minute: int) -> tuple[int, ...]:
    """Entry k is the probability, in 2**-64, of at most k posts in a second of a rate of `per_minute`."""
    term = exp_of_minus(per_minute, MINUTE)
    below, found, k = 0, [], 0
    while term:
        below += term
        found.append(below >> (BITS - DRAW_BITS))
        k += 1
        term = term * per_minute // (MINUTE * k)
    return tuple(found)


def count_posts(per_minute: int, *, drawn: int) -> int:
    """The number of posts that the 64 bits `drawn` stand for."""
    return bisect_right(distribution_of(per_minute), drawn)
