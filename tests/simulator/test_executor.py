"""The threads on which sockets use the database: what waits for the one writer goes in together."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Sequence

import pytest
from django.db import connection

from simulator import executor
from simulator.executor import TOGETHER, DatabaseThreads
from simulator.services.together import Job, do_together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
async def threads(transactional_db: None) -> AsyncIterator[DatabaseThreads]:
    threads = DatabaseThreads()
    yield threads
    await threads.close()


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many commands were done together, group by group."""
    sizes: list[int] = []

    def note(jobs: Sequence[Job[int]]) -> None:
        sizes.append(len(jobs))
        do_together(jobs)

    monkeypatch.setattr(executor, "do_together", note)
    return sizes


async def do_while_busy(threads: DatabaseThreads, works: Sequence[Callable[[], int]]) -> list[int | BaseException]:
    """The results of what was asked for while the writer was busy."""
    is_free = threading.Event()
    busy = asyncio.create_task(threads.write(is_free.wait))
    asked = [asyncio.create_task(threads.command(number, work)) for number, work in enumerate(works)]
    await asyncio.sleep(0)
    is_free.set()
    await busy
    return await asyncio.gather(*asked, return_exceptions=True)


async def test_what_waits_for_the_one_writer_is_done_together(threads: DatabaseThreads, groups: list[int]) -> None:
    works = [lambda number=number: number * number for number in range(TOGETHER + 3)]
    assert await do_while_busy(threads, works) == [number * number for number in range(TOGETHER + 3)]
    assert [size for size in groups if size] == ([TOGETHER, 3] if connection.vendor == "sqlite" else [])


async def test_what_one_of_them_raises_is_its_own(threads: DatabaseThreads) -> None:
    results = await do_while_busy(threads, [lambda: 1, lambda: 1 // 0, lambda: 3])
    assert [type(result) for result in results] == [int, ZeroDivisionError, int]


async def test_who_comes_alone_is_done_alone(threads: DatabaseThreads) -> None:
    assert await threads.command(7, lambda: connection.in_atomic_block) is False
