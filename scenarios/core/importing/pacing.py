"""Real waits into waits of a training run. All values are whole seconds."""

from collections.abc import Sequence

SHORTEST_WAIT_S = 2
"""Two posts of one thread never appear in the same second."""

FIRST_START_S = 10


def compress_waits(waits: Sequence[int], *, cap_s: int) -> list[int]:
    """The waits of one thread, none longer than `cap_s`: all shrink by the same factor, so that the longest just fits.

    So order and relative size stay, down to SHORTEST_WAIT_S. A thread whose longest wait is within the cap stays as it
    was.
    """
    longest = max((*waits, 1))
    shrunk = [wait if longest <= cap_s else (wait * cap_s + longest // 2) // longest for wait in waits]
    return [min(max(wait, SHORTEST_WAIT_S), max(cap_s, SHORTEST_WAIT_S)) for wait in shrunk]


def space_starts(count: int, *, per_hour: int) -> list[int]:
    """When each of `count` threads starts, evenly, at `per_hour` starts in an hour of simulated work."""
    return [FIRST_START_S + index * 3600 // per_hour for index in range(count)]
