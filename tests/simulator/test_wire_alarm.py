"""The clock task: what it catches up, how long it may sleep, what wakes it, and that it survives errors."""

import asyncio

import pytest
from django.core.management import call_command

from people.models import User
from simulator import alarm as module
from simulator.alarm import LONGEST_SECONDS, Alarm, advance_due
from simulator.allowance import BURST, PER_SECOND, Allowance
from simulator.executor import DatabaseThreads
from simulator.queries import read_log
from simulator.services import doorbell
from simulator.services.clock import FixedClock
from simulator.tasks import Tasks
from tests.simulator.timelines import SECOND, kinds_of
from tests.simulator.worlds import start


@pytest.mark.django_db
def test_with_no_run_under_way_it_only_looks_now_and_then() -> None:
    assert advance_due() == LONGEST_SECONDS


@pytest.mark.django_db
def test_it_says_how_long_until_the_next_event(now: FixedClock, tia: User) -> None:
    run = start(tia)
    before = advance_due()
    now.advance(90 * SECOND)
    after = advance_due()
    assert (before, after, kinds_of(read_log(run.pk))[-2:]) == (60.0, 30.0, ["PostAppeared", "FactReleased"])


@pytest.mark.django_db
def test_a_full_batch_is_followed_by_the_next_at_once(
    now: FixedClock, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    for _ in range(3):
        start(tia)
    now.advance(61 * SECOND)
    assert [advance_due(), advance_due()] == [0.0, 29.0]


@pytest.mark.django_db
def test_what_cannot_be_advanced_does_not_make_it_spin(
    now: FixedClock, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tia)
    now.advance(90 * SECOND)
    monkeypatch.setattr(module.services, "catch_up_due", lambda limit: 0)
    assert advance_due() == LONGEST_SECONDS


@pytest.mark.django_db
def test_one_sweep_ends_when_nothing_is_due(now: FixedClock, tia: User) -> None:
    run = start(tia)
    now.advance(61 * SECOND)
    call_command("sweep", "--once")
    assert kinds_of(read_log(run.pk))[-1] == "PostAppeared"


async def count_rounds(monkeypatch: pytest.MonkeyPatch, results: list[float | Exception], *, pokes: int) -> int:
    """How often the alarm looked, when each look said what is in `results` and others wrote `pokes` times."""
    looked = asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()
    rounds: list[None] = []

    def advance() -> float:
        rounds.append(None)
        doorbell.ring(7, [])
        result = results[min(len(rounds), len(results)) - 1]
        loop.call_soon_threadsafe(looked.release)
        if isinstance(result, Exception):
            raise result
        return result

    monkeypatch.setattr(module, "advance_due", advance)
    tasks, threads = Tasks(), DatabaseThreads()
    alarm = Alarm(threads=threads)
    hush = doorbell.listen(alarm.hear)
    tasks.start(alarm.keep_time(), name="alarm")
    await looked.acquire()
    for _ in range(pokes):
        await loop.run_in_executor(None, doorbell.ring, 7, [])
        await looked.acquire()
    hush()
    await tasks.stop()
    await threads.close()
    return len(rounds)


@pytest.mark.django_db(transaction=True)
async def test_what_others_write_wakes_it_and_what_it_writes_itself_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_SECONDS", 60.0)
    assert await count_rounds(monkeypatch, [60.0], pokes=3) == 4


@pytest.mark.django_db(transaction=True)
async def test_what_others_write_within_a_moment_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not before the moment is over: they are waiting for their answers."""
    looked, moments = asyncio.Semaphore(0), asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()
    rounds: list[None] = []

    def advance() -> float:
        rounds.append(None)
        loop.call_soon_threadsafe(looked.release)
        return 60.0

    async def rest(seconds: float) -> None:
        await moments.acquire()

    monkeypatch.setattr(module, "LONGEST_SECONDS", 60.0)
    monkeypatch.setattr(module, "advance_due", advance)
    monkeypatch.setattr(module.asyncio, "sleep", rest)
    tasks, threads = Tasks(), DatabaseThreads()
    alarm = Alarm(threads=threads)
    tasks.start(alarm.keep_time(), name="alarm")
    await looked.acquire()
    for _ in range(3):
        await loop.run_in_executor(None, alarm.hear, 7, [])
    before = len(rounds)
    moments.release()
    await looked.acquire()
    await threads.write(int)
    await tasks.stop()
    await threads.close()

    assert (before, len(rounds)) == (1, 2)


@pytest.mark.django_db(transaction=True)
async def test_an_error_is_not_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_SECONDS", 60.0)
    assert await count_rounds(monkeypatch, [RuntimeError("disk full"), 60.0], pokes=2) == 3


def test_a_burst_is_allowed_and_then_a_steady_pace() -> None:
    allowance = Allowance(now=0.0)
    burst = [allowance.spend(now=0.0) for _ in range(int(BURST) + 1)]
    steady = [allowance.spend(now=1.0) for _ in range(int(PER_SECOND) + 1)]
    assert burst == [True] * int(BURST) + [False]
    assert steady == [True] * int(PER_SECOND) + [False]
