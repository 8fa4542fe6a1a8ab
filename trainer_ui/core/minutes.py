"""A run minute by minute: what a room full of people can look at together. Run times are ms; pure."""

from bisect import bisect_right
from collections.abc import Sequence

MINUTE = 60_000

Wait = tuple[int, int, int | None]
"""[since, until) that a post waited, and until when it was promised an answer; None: nobody promised one."""


def list_minutes(ended_ms: Sequence[int]) -> list[int]:
    """The end of each minute until the last of these runs has ended."""
    return [MINUTE * number for number in range(1, -(-max(ended_ms, default=0) // MINUTE) + 1)]


def sample(points: Sequence[tuple[int, int]], moments: Sequence[int]) -> list[int]:
    """What a value that holds until it moves is at each of `moments`; 0 before the first of `points`, (run time, value)
    in their order."""
    times = [at_ms for at_ms, _ in points]
    places = [bisect_right(times, moment) for moment in moments]
    return [points[place - 1][1] if place else 0 for place in places]


def count_waiting(waits: Sequence[Wait], moments: Sequence[int]) -> list[tuple[int, int]]:
    """(how many wait, how many of them longer than promised) at each of `moments`."""
    counts = []
    for moment in moments:
        here = [due for since, until, due in waits if since <= moment < until]
        counts.append((len(here), sum(due is not None and due < moment for due in here)))
    return counts
