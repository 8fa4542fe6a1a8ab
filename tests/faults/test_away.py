"""The run goes on when nobody watches, when the host slept, and when the processes cannot ring each other."""

import asyncio
import time
from collections.abc import Callable

import pytest
from django.core.management import call_command

from people.models import User
from simulator import queries
from simulator.models import Run
from tests.faults.desks import Desk
from tests.faults.servers import NO_REDIS, Server, run_sweeper, serve, wait_until
from tests.faults.worlds import make_long, make_quiet, make_short, start

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

SLEEP = 11.5
"""Seconds; an outage is longer than ten."""
LOOK = 5.0
"""Seconds within which everything arrives, whoever rings."""


def has_ended(run: Run) -> Callable[[], bool]:
    return lambda: Run.objects.get(pk=run.pk).ended


def kinds(run: Run) -> list[str]:
    return [event.kind for event in queries.read_log(run.pk)]


def test_a_run_ends_by_itself_when_nobody_watches(tia: User) -> None:
    run = start(tia, make_short())
    with serve():
        wait_until(has_ended(run), what="the run has ended", seconds=6)
    assert kinds(run) == ["RunStarted", "PostAppeared", "RunEnded"]


def test_sabotage_without_an_alarm_it_does_not(tia: User) -> None:
    run = start(tia, make_short())
    with serve(sabotage="never_wake"), pytest.raises(AssertionError, match="in vain"):
        wait_until(has_ended(run), what="the run has ended", seconds=6)


def test_a_sweeper_ends_it_too(tia: User) -> None:
    run = start(tia, make_short())
    with run_sweeper():
        wait_until(has_ended(run), what="the run has ended", seconds=8)


def test_one_sweep_catches_up_what_is_due(tia: User) -> None:
    run = start(tia, make_short())
    wait_until(lambda: time.time_ns() // 1_000_000 > Run.objects.get(pk=run.pk).next_due_at, what="it is due")
    call_command("sweep", "--once")
    assert "PostAppeared" in kinds(run)


def test_after_a_kill_another_tab_sees_the_same_run(tia: User) -> None:
    run = start(tia, make_long())
    first, second = Desk(run, name="first"), Desk(run, name="second")
    with serve() as server:
        asyncio.run(watch(first, server, seconds=1.5))
        server.kill()
        server.start()
        asyncio.run(watch(second, server, seconds=1.5))
    assert len(first.events) > 2
    assert second.events[: len(first.events)] == first.events
    assert len(second.events) > len(first.events)


async def watch(desk: Desk, server: Server, *, seconds: float) -> None:
    """Watches for a while, on a page that is open that long."""
    await desk.open(server.port)
    await asyncio.sleep(seconds)
    await desk.close()


def play_and_sleep(trainee: User, *, sabotage: str) -> tuple[Run, list[str], float]:
    """(a run, the kinds its desk saw, how many seconds it took) with a server that slept for a while, up to a moment
    after it awoke. How long the server took to start does not count against it: the run is played then, too."""
    before = time.monotonic()
    run = start(trainee, make_long())
    desk = Desk(run)
    with serve(sabotage=sabotage) as server:

        async def sleep() -> None:
            await desk.open(server.port)
            await asyncio.sleep(1)
            server.freeze()
            await asyncio.sleep(SLEEP)
            server.thaw()
            await asyncio.sleep(2)
            await desk.close()

        asyncio.run(sleep())
        took = time.monotonic() - before
    return run, [event["kind"] for event in desk.events], took


@pytest.mark.long
def test_what_the_host_slept_through_is_no_run_time(tia: User) -> None:
    run, seen, took = play_and_sleep(tia, sabotage="")
    log = queries.read_log(run.pk)
    slept = [event.data["to_ms"] - event.data["from_ms"] for event in log if event.kind == "Interrupted"]
    assert seen.count("Interrupted") == len(slept) == 1
    assert slept[0] >= 10_000
    assert seen.count("PostAppeared") <= took - slept[0] / 1000 + 1, "one a second, and one at once"


@pytest.mark.long
def test_sabotage_without_the_pulse_it_counts_as_silence(tia: User) -> None:
    _, seen, took = play_and_sleep(tia, sabotage="overlook_gaps")
    assert seen.count("Interrupted") == 0
    assert seen.count("PostAppeared") > took - 10 + 1


async def reply_across(near: Desk, far: Desk, *, sender: Server, watcher: Server) -> float:
    """How many seconds a reply took from a tab on one server to a tab on another."""
    await near.open(sender.port)
    await far.open(watcher.port)
    try:
        async with asyncio.timeout(LOOK):
            await near.hear_of("RunStarted")
            await far.hear_of("RunStarted")
        await near.reply()
        before = time.monotonic()
        async with asyncio.timeout(LOOK):
            await far.hear_of("ReplySent")
        return time.monotonic() - before
    finally:
        await near.close()
        await far.close()


def test_with_the_layer_unplugged_everything_arrives_within_the_look(tia: User) -> None:
    run = start(tia, make_quiet())
    near, far = Desk(run, name="near"), Desk(run, name="far")
    unplugged = {"REDIS_URL": NO_REDIS}
    with serve(env=unplugged) as sender, serve(env=unplugged) as watcher:
        assert asyncio.run(reply_across(near, far, sender=sender, watcher=watcher)) < LOOK


def test_sabotage_without_the_look_it_does_not(tia: User) -> None:
    run = start(tia, make_quiet())
    near, far = Desk(run, name="near"), Desk(run, name="far")
    unplugged = {"REDIS_URL": NO_REDIS}
    with (
        serve(env=unplugged) as sender,
        serve(env=unplugged, sabotage="never_look") as watcher,
        pytest.raises(TimeoutError),
    ):
        asyncio.run(reply_across(near, far, sender=sender, watcher=watcher))


def test_a_server_that_is_ended_tells_its_tabs_to_come_back(tia: User) -> None:
    desk = Desk(start(tia, make_long()))
    with serve() as server:

        async def end() -> None:
            await desk.open(server.port)
            await desk.hear_of("RunStarted")
            await asyncio.to_thread(server.end)
            await desk.lose()

        asyncio.run(end())
    assert desk.closed == 1000, "Daphne's stand-in for 1012"
