"""Those who wait, and which of them is the first in rank at a run time.

Rule kept here: time only moves on, and a rank holds until the time that is told with it. So who is first is known
without asking for every rank again, and a long queue costs each moment no more than a short one.
"""

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Generic, TypeVar

FOREVER_MS = 1 << 60
Rank = tuple[int, ...]
"""The smallest is first."""


Waiting = TypeVar("Waiting")


class Lineup(Generic[Waiting]):
    """`rank(one, now_ms)` gives the rank and the run time until which it holds. Of equal ranks the lower place is
    first; nobody has the place of another."""

    def __init__(self, rank: Callable[[Waiting, int], tuple[Rank, int]]) -> None:
        self._rank = rank
        self._waiting: dict[int, Waiting] = {}
        self._ranks: dict[int, Rank] = {}
        self._by_rank: list[tuple[Rank, int]] = []
        self._by_end: list[tuple[int, int]] = []

    def __getitem__(self, place: int) -> Waiting:
        return self._waiting[place]

    def join(self, place: int, one: Waiting, now_ms: int) -> None:
        self._waiting[place] = one
        self._look(place, now_ms)

    def leave(self, place: int) -> None:
        """Also of who is not there."""
        self._waiting.pop(place, None)
        self._ranks.pop(place, None)

    def find_first(self, now_ms: int) -> int | None:
        """The place of who is first at `now_ms`, no earlier than any time before; None where nobody waits."""
        while self._by_end and self._by_end[0][0] <= now_ms:
            _, place = heappop(self._by_end)
            if place in self._waiting:
                self._look(place, now_ms)
        while self._by_rank:
            rank, place = self._by_rank[0]
            if self._ranks.get(place) == rank:
                return place
            heappop(self._by_rank)
        return None

    def _look(self, place: int, now_ms: int) -> None:
        rank, until_ms = self._rank(self._waiting[place], now_ms)
        if until_ms < FOREVER_MS:
            heappush(self._by_end, (until_ms, place))
        if rank != self._ranks.get(place):
            self._ranks[place] = rank
            heappush(self._by_rank, (rank, place))
