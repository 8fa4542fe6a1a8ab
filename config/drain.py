"""The end of a serving process: on SIGTERM and SIGINT the sockets are told to come back, then the server stops as it
would.

Daphne sends no close frame by itself. The server's own handler is not replaced but called a moment later.
"""

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine
from types import FrameType
from typing import Any

from simulator.tasks import Tasks


def drain_on_signals(tasks: Tasks, goodbye: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Puts `goodbye` before the server's own handlers; called on the event loop. Does nothing outside the main thread,
    where there are no handlers to come before."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            _put_before(number, tasks, goodbye)


def _put_before(number: signal.Signals, tasks: Tasks, goodbye: Callable[[], Coroutine[Any, Any, None]]) -> None:
    servers = signal.getsignal(number)
    loop = asyncio.get_running_loop()

    def drain(received: int, frame: FrameType | None) -> None:
        signal.signal(number, servers)
        loop.call_soon_threadsafe(start)

    def start() -> None:
        tasks.start(leave(), name="drain")

    async def leave() -> None:
        await goodbye()
        signal.raise_signal(number)

    if servers not in (None, signal.SIG_IGN):
        signal.signal(number, drain)
