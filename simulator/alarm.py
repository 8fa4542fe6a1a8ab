"""The clock of a process: wakes when something is due, and writes the pulse.

It owns no status. If it sleeps too long, is killed or is one of many, the log is the same, only later; whoever looks at
a run catches it up first. So an error here is logged and tried again, and nothing else.
"""

import asyncio
import logging
import threading
from collections.abc import Sequence
from contextlib import suppress

from simulator import queries, services
from simulator.executor import DatabaseThreads
from simulator.services import clock, pulse
from simulator.services.doorbell import Row

logger = logging.getLogger(__name__)

TOGETHER_SECONDS = 0.01
"""What is due within so short a time is done in one transaction, and whoever has just sent a command is answered
before what it brought about is looked at."""
LONGEST_SECONDS = 1.0
"""A run that another process started is noticed after at most this long."""
BATCH = 64


def advance_due() -> float:
    """Catches up what is due, at most BATCH runs, and returns the seconds until there is more to do."""
    advanced = services.catch_up_due(BATCH)
    if advanced >= BATCH:
        return 0.0
    due = queries.next_due_at()
    if due is None:
        return LONGEST_SECONDS
    ahead = (due - clock.wall_ms()) / 1000
    # What is long due and does not move is another process's, or cannot be advanced: no reason to spin.
    return LONGEST_SECONDS if not advanced and ahead < -LONGEST_SECONDS else ahead


class Alarm:
    def __init__(self, *, threads: DatabaseThreads) -> None:
        self._threads = threads
        self._loop = asyncio.get_running_loop()
        self._wake = asyncio.Event()
        self._own_thread: int | None = None

    def hear(self, run_id: int, rows: Sequence[Row]) -> None:
        """The doorbell's listener: what others write may be followed by something sooner than what is waited for."""
        if threading.get_ident() != self._own_thread:
            self._loop.call_soon_threadsafe(self._wake.set)

    async def keep_time(self) -> None:
        while True:
            self._wake.clear()
            try:
                rings_at = await self._threads.write(self._advance)
            except Exception:
                logger.exception("what is due could not be caught up")
                rings_at = self._loop.time() + LONGEST_SECONDS
            await asyncio.sleep(TOGETHER_SECONDS)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), min(rings_at - self._loop.time(), LONGEST_SECONDS))

    async def keep_pulse(self) -> None:
        while True:
            try:
                await self._threads.write(pulse.beat)
            except Exception:
                logger.exception("the pulse could not be written")
            await asyncio.sleep(pulse.BEAT_MS / 1000)

    def _advance(self) -> float:
        """When there is more to do, in the loop's time: it may be a while until the loop, busy with sending, hears of
        it."""
        self._own_thread = threading.get_ident()
        try:
            seconds = advance_due()
            return self._loop.time() + seconds
        finally:
            self._own_thread = None
