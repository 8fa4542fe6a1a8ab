"""Spans of tokens, and whether one lies in or touches others: asked for thousands of times, so never pair by pair."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Half-open spans, once collected."""

    __slots__ = ("_firsts", "_reach")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._firsts = [first for first, _ in ordered]
        self._reach = list(accumulate((last for _, last in ordered), max))

    def __bool__(self) -> bool:
        return bool(self._firsts)

    def hold(self, first: int, last: int) -> bool:
        """Whether one of them holds the whole of first..last."""
        before = bisect_right(self._firsts, first)
        return before > 0 and self._reach[before - 1] >= last

    def touch(self, first: int, last: int) -> bool:
        """Whether one of them shares a token with first..last."""
        before = bisect_left(self._firsts, last)
        return before > 0 and self._reach[before - 1] > first
