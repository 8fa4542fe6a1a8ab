"""The only way to ask for the time, in integer milliseconds since 1970.

On PostgreSQL it is the database's, the same for all processes; on SQLite the process's. `fixed` puts a hand-set clock
in its place, in all threads of the process, for tests and for playing a scenario through.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection

from simulator.services import statements

STEP_MS = 4_000
"""How often a hand-set clock lets the service show that it is alive, while time passes."""

DATABASE_MS = "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
"""Not now(), which is when the transaction began: before the lock was had."""

on_step: list[Callable[[], None]] = []
"""Called after each step of a hand-set clock."""


class FixedClock:
    """A clock that moves only by hand."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms

    def advance(self, ms: int) -> None:
        """Lets `ms` pass with the service alive."""
        end = self.now_ms + ms
        while self.now_ms < end:
            self.now_ms = min(end, self.now_ms + STEP_MS)
            for step in on_step:
                step()

    def jump(self, ms: int) -> None:
        """Moves by `ms`, back too, with nobody alive: an outage, sleep, a clock that was set."""
        self.now_ms += ms


_fixed: FixedClock | None = None


def wall_ms() -> int:
    """Now. One query on PostgreSQL, none on SQLite."""
    if _fixed is not None:
        return _fixed.now_ms
    if connection.vendor == "postgresql":
        now: int = statements.select(DATABASE_MS, ())[0][0]
        return now
    return process_ms()


def process_ms() -> int:
    """Now by this process's clock, without a query: for measuring how long something took, not for a log."""
    return time.time_ns() // 1_000_000 if _fixed is None else _fixed.now_ms


@contextmanager
def fixed(now_ms: int = 1_700_000_000_000) -> Iterator[FixedClock]:
    """A hand-set clock, until the block ends."""
    global _fixed
    before, _fixed = _fixed, FixedClock(now_ms)
    try:
        yield _fixed
    finally:
        _fixed = before
