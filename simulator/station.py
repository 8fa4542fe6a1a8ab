"""What one serving process keeps running besides its requests: hub, watch, clock, and the threads they use.

It starts with the first scope of any kind, since Daphne has no lifespan, and ends with a close code that lets browsers
come back (1012). After the start the heap is frozen: collecting what lives as long as the process cost 200 ms at a
time.
"""

import asyncio
import gc
from collections.abc import Callable

from scenarios.core.vocabulary import LANGUAGES
from scoring.core import warm_up
from simulator.alarm import Alarm
from simulator.bell import Bell, find_layer
from simulator.executor import DatabaseThreads
from simulator.frames import Close
from simulator.hub import Hub
from simulator.services import doorbell
from simulator.services.readying import ready_under_way
from simulator.tasks import Tasks
from simulator.watch import Watch

COLLECT_AFTER = (2_500, 0, 10_000)
"""Thresholds of the garbage collector. What a class makes stays, so a collection of young objects looks at as many as
its threshold says, and the second at those of two. Measured with 400 runs and 800 sockets: 1.2 and 2.1 ms at a time, 73
ms in 25 s; with (50000, 20, 50) once 18 ms, with (5000, 3, 2500) 9 ms. All objects are looked at as rarely as ever."""
GOODBYE_SECONDS = 0.5
"""What a server needs to send the close frames."""


class Station:
    """Created with the application, started on its event loop."""

    threads: DatabaseThreads
    hub: Hub
    watch: Watch

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self.tasks = Tasks()
        self._hush: list[Callable[[], None]] = []

    def ensure_started(self, *, bare: bool = False) -> bool:
        """Starts everything on the running loop, once. True if this call did. Tests take it bare: no clock of its own,
        no bell, and no change to the process's heap."""
        loop = asyncio.get_running_loop()
        if self._loop is loop:
            return False
        self._loop = loop
        self.tasks = Tasks()
        self.threads = DatabaseThreads()
        self.hub = Hub(threads=self.threads, tasks=self.tasks)
        self.watch = Watch(threads=self.threads)
        self._hush = [doorbell.listen(self.hub.hear)]
        self.tasks.start(self.hub.keep_looking(), name="hub")
        self.tasks.start(self.watch.keep_beating(), name="heartbeats")
        self.tasks.start(self.watch.keep_looking(), name="watch")
        if not bare:
            self._start_bell()
            self.tasks.start(self._warm_up(), name="warm up")
            self._start_clock()
        return True

    async def say_goodbye(self) -> None:
        """Tells every browser to come back, and lets the server send it."""
        self.watch.close_all(Close.RESTART)
        await asyncio.sleep(GOODBYE_SECONDS)

    async def stop(self) -> None:
        """Ends every task and thread; nothing is listened to afterwards."""
        for hush in self._hush:
            hush()
        await self.tasks.stop()
        await self.threads.close()
        self._loop = None

    async def _warm_up(self) -> None:
        """Loads what the first reply would wait for, then takes what lives as long as the process out of the
        collector's sight."""
        await self.threads.read(warm_up, LANGUAGES)
        await self.threads.read(ready_under_way)
        gc.collect()
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)

    def _start_clock(self) -> None:
        alarm = Alarm(threads=self.threads)
        self._hush.append(doorbell.listen(alarm.hear))
        self.tasks.start(alarm.keep_time(), name="alarm")
        self.tasks.start(alarm.keep_pulse(), name="pulse")

    def _start_bell(self) -> None:
        layer = find_layer()
        if layer is not None:
            bell = Bell(layer, heard=self.hub.notice)
            self._hush.append(doorbell.listen(bell.hear))
            self.tasks.start(bell.run(), name="bell")
