"""Advances the runs that nobody watches: a process of its own, beside those that serve. Any of them may advance any
run."""

import asyncio
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from simulator.alarm import Alarm, advance_due
from simulator.bell import Bell, find_layer
from simulator.executor import DatabaseThreads
from simulator.services import doorbell
from simulator.tasks import Tasks


class Command(BaseCommand):
    help = "Catches up runs that nobody watches, until it is ended."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="catch up what is due now, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            while advance_due() <= 0:
                continue
        else:
            asyncio.run(sweep())


async def sweep() -> None:
    """Keeps time until SIGTERM or SIGINT, and rings for the processes whose sockets wait for what it writes."""
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    threads, tasks = DatabaseThreads(), Tasks()
    alarm = Alarm(threads=threads)
    hush = [doorbell.listen(alarm.hear)]
    tasks.start(alarm.keep_time(), name="alarm")
    layer = find_layer()
    if layer is not None:
        bell = Bell(layer, heard=lambda heads: None)
        hush.append(doorbell.listen(bell.hear))
        tasks.start(bell.run(), name="bell")
    await ended.wait()
    for stop in hush:
        stop()
    await tasks.stop()
    await threads.close()
