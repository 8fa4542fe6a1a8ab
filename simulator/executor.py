"""The threads on which sockets and clock use the database.

Channels runs all such work of a process on one thread and opens a connection each time, so one slow query holds up
every socket. Here SQLite gets one writer, since it has only one, and two readers; PostgreSQL gets half of its
pool. A thread keeps its connection, and gives it up only after an error.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from simulator.services.together import Job, do_together

P = ParamSpec("P")
T = TypeVar("T")

SQLITE_READERS = 2
TOGETHER = 8
"""The most commands that are committed together. The first is answered only after the last; more save little more."""


class DatabaseThreads:
    """Runs functions that use the database, off the event loop."""

    def __init__(self) -> None:
        self._connections: list[BaseDatabaseWrapper] = []
        self._waiting: deque[Job[Any]] = deque()
        if connection.vendor == "sqlite":
            self._writer = self._start_pool(1, name="writer")
            self._reader = self._start_pool(SQLITE_READERS, name="reader")
        else:
            self._writer = self._reader = self._start_pool(_pool_share(), name="database")

    async def write(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `work`, which adds to the log."""
        return await _run(self._writer, lambda: work(*args, **kwargs))

    async def command(self, run_id: int, work: Callable[[], T]) -> T:
        """The result of `work`, which sends a command to the run. On SQLite, what waits for the one writer is committed
        together."""
        if self._writer is self._reader:
            return await self.write(work)
        job = Job(run_id, work)
        self._waiting.append(job)
        self._writer.submit(_keep_connection, self._do_waiting)
        return await asyncio.wrap_future(job.answer)

    async def read(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `work`, which only reads."""
        return await _run(self._reader, lambda: work(*args, **kwargs))

    async def close(self) -> None:
        """Waits for what is under way, and closes every thread's connection."""
        await asyncio.get_running_loop().run_in_executor(None, self._close)

    def _do_waiting(self) -> None:
        """On the writer, once for each command: the first time does what the others came for."""
        do_together([self._waiting.popleft() for _ in range(min(len(self._waiting), TOGETHER))])

    def _close(self) -> None:
        for pool in (self._writer, self._reader):
            pool.shutdown(wait=True)
        for kept in self._connections:
            kept.inc_thread_sharing()
            kept.close()

    def _start_pool(self, size: int, *, name: str) -> ThreadPoolExecutor:
        def remember_connection() -> None:
            self._connections.append(connections[DEFAULT_DB_ALIAS])

        return ThreadPoolExecutor(size, thread_name_prefix=name, initializer=remember_connection)


def _pool_share() -> int:
    """Half of the pool: a thread keeps its connection, and the pages need some too."""
    return max(2, int(settings.DATABASE_POOL) // 2)


async def _run(pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(pool, _keep_connection, work)


def _keep_connection(work: Callable[[], T]) -> T:
    """`work()`. A connection on which something failed is given up if it no longer answers."""
    try:
        return work()
    finally:
        if connection.errors_occurred:
            connection.close_if_unusable_or_obsolete()
