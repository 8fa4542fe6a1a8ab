"""The hub: whatever goes wrong on the way, each socket gets every event once and in order.

The sabotage twins take a guard away and have to see it fail.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import pytest

from people.models import User
from simulator import hub as module
from simulator import queries
from simulator.feed import Feed
from simulator.models import Run
from simulator.services import catch_up, doorbell, end_run, erase_words, reply
from simulator.services.clock import FixedClock
from simulator.services.doorbell import Row
from simulator.station import Station
from tests.simulator.tabs import Tab, links
from tests.simulator.timelines import SECOND, make_post, make_timeline
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db(transaction=True)

POSTS = 60
Listener = Callable[[int, Sequence[Row]], None]


@pytest.fixture
async def station(transactional_db: None) -> AsyncIterator[Station]:
    station = Station()
    station.ensure_started(bare=True)
    yield station
    await station.stop()


@pytest.fixture
def run(now: FixedClock, tia: User) -> Run:
    """A run with a post each second."""
    posts = [make_post(f"bag-{number}", "bag", at_ms=number * SECOND) for number in range(1, POSTS + 1)]
    return start(tia, timeline=make_timeline(posts=posts))


async def advance(station: Station, now: FixedClock, run: Run, *, seconds: int) -> None:
    """Lets time pass, a catch-up each second."""

    def pass_second() -> None:
        now.advance(SECOND)
        catch_up(run.pk)

    for _ in range(seconds):
        await station.threads.write(pass_second)


def mishear(monkeypatch: pytest.MonkeyPatch, listen: Callable[[Listener, int, Sequence[Row]], None]) -> None:
    """Puts `listen` between the commit and the doorbell."""
    ring = doorbell.ring

    def misring(run_id: int, rows: Sequence[Row]) -> None:
        listen(ring, run_id, rows)

    monkeypatch.setattr(doorbell, "ring", misring)


def lose_every_third(monkeypatch: pytest.MonkeyPatch) -> None:
    def listen(hear: Listener, run_id: int, rows: Sequence[Row]) -> None:
        if rows[-1].seq % 3:
            hear(run_id, rows)

    mishear(monkeypatch, listen)


def ring_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    def listen(hear: Listener, run_id: int, rows: Sequence[Row]) -> None:
        hear(run_id, rows)
        hear(run_id, rows)

    mishear(monkeypatch, listen)


def swap_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Sequence[Row]] = []

    def listen(hear: Listener, run_id: int, rows: Sequence[Row]) -> None:
        held.append(rows)
        if len(held) == 2:
            hear(run_id, held.pop())
            hear(run_id, held.pop())

    mishear(monkeypatch, listen)


def take_whatever_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: rows are believed to be contiguous and new."""

    def take(feed: Feed, rows: Sequence[Row]) -> bool:
        for frame in feed._make_frames(rows):
            for outbox, cursor in feed.followers.items():
                outbox.offer(cursor, frame)
        return True

    monkeypatch.setattr(Feed, "take", take)


FAULTS = [lose_every_third, ring_twice, swap_neighbours]


async def follow_through(station: Station, now: FixedClock, run: Run, tia: User) -> list[int]:
    """What a tab has got in the end that joined at 20 s, while the run went on."""
    await advance(station, now, run, seconds=20)
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_until("following")
    await advance(station, now, run, seconds=40)
    await station.hub.look()
    await finish_reading(station)
    await tab.hear_all()
    await tab.leave()
    return [event["seq"] for event in tab.events]


async def finish_reading(station: Station) -> None:
    while station.hub._reading:
        await asyncio.gather(*station.hub._reading.values())


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_bad_doorbell_loses_nothing_and_doubles_nothing(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch, fault: Any
) -> None:
    fault(monkeypatch)
    assert await follow_through(station, now, run, tia) == list(range(1, POSTS + 2))


@pytest.mark.parametrize("fault", FAULTS)
async def test_sabotage_without_the_look_at_seq_it_does(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch, fault: Any
) -> None:
    fault(monkeypatch)
    take_whatever_comes(monkeypatch)
    assert await follow_through(station, now, run, tia) != list(range(1, POSTS + 2))


async def test_what_nobody_rang_for_is_found_by_the_look(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(1)
    monkeypatch.setattr(doorbell, "ring", lambda run_id, rows: None)
    await advance(station, now, run, seconds=3)
    assert await tab.hear_all() == []
    await station.hub.look()
    assert await tab.hear_events(3) == [2, 3, 4]
    await tab.leave()


async def test_a_ring_from_another_process_makes_the_hub_read(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(1)
    monkeypatch.setattr(doorbell, "ring", lambda run_id, rows: None)
    await advance(station, now, run, seconds=3)
    station.hub.notice({run.pk: 4, run.pk + 1: 9})
    assert await tab.hear_events(3) == [2, 3, 4]
    await tab.leave()


async def test_many_who_join_at_once_read_the_log_once(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    await advance(station, now, run, seconds=40)
    reads: list[int] = []
    rows_after = queries.rows_after

    def count(run_id: int, seq: int, limit: int) -> list[Row]:
        reads.append(seq)
        return rows_after(run_id, seq, limit)

    monkeypatch.setattr(module.queries, "rows_after", count)
    tabs = [await Tab.open(station, tia) for _ in range(12)]
    for tab in tabs:
        await tab.say("follow", run=run.pk, after=0)
    for tab in tabs:
        await tab.hear_events(41)
    assert reads == [0]
    assert {tuple(links(tab.events)) for tab in tabs} == {tuple((seq, seq + 1) for seq in range(41))}
    for tab in tabs:
        await tab.leave()


async def test_the_past_is_read_again_for_who_comes_late(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAST_SECONDS", -1)
    monkeypatch.setattr("simulator.feed.KEPT_FRAMES", 5)
    monkeypatch.setattr(module, "PAGE", 7)
    await advance(station, now, run, seconds=30)
    tabs = [await Tab.open(station, tia) for _ in range(2)]
    await tabs[0].say("follow", run=run.pk, after=0)
    await tabs[0].hear_events(31)
    await station.hub.look()
    await tabs[1].say("follow", run=run.pk, after=3)
    await advance(station, now, run, seconds=2)
    assert await tabs[1].hear_events(30) == list(range(4, 34))
    for tab in tabs:
        await tab.leave()


async def test_the_past_of_a_run_that_was_deleted_is_not_looked_for_again_and_again(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAST_SECONDS", -1)
    monkeypatch.setattr("simulator.feed.KEPT_FRAMES", 5)
    await advance(station, now, run, seconds=30)
    tabs = [await Tab.open(station, tia) for _ in range(2)]
    await tabs[0].say("follow", run=run.pk, after=0)
    await tabs[0].hear_events(31)
    await station.hub.look()
    monkeypatch.setattr(module.queries, "rows_after", lambda run_id, seq, limit: [])
    await tabs[1].say("follow", run=run.pk, after=3)
    assert await tabs[1].hear_until("following")
    for tab in tabs:
        await tab.leave()


async def test_a_run_that_nobody_follows_is_forgotten(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAST_SECONDS", -1)
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.say("unfollow", run=run.pk)
    await tab.hear_all()
    kept = len(station.hub._feeds)
    await station.hub.look()
    assert (kept, len(station.hub._feeds)) == (1, 0)
    await tab.leave()


async def test_who_unfollows_gets_nothing_more(station: Station, now: FixedClock, run: Run, tia: User) -> None:
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(1)
    await tab.say("unfollow", run=run.pk)
    await tab.hear_all()
    await advance(station, now, run, seconds=3)
    assert await tab.hear_all() == []
    await tab.leave()


async def test_an_ended_run_can_still_be_followed(station: Station, now: FixedClock, run: Run, tia: User) -> None:
    await station.threads.write(lambda: end_run(run.pk, actor=tia, cmd_id="e-1"))
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(3)
    assert [event["kind"] for event in tab.events] == ["RunStarted", "EndRequested", "RunEnded"]
    await tab.leave()


async def test_who_follows_after_the_words_were_erased_is_not_sent_them(
    station: Station, now: FixedClock, run: Run, tia: User
) -> None:
    """Another tab keeps the run's frames in the hub."""

    def play() -> None:
        now.advance(SECOND)
        reply(run.pk, actor=tia, cmd_id="r-1", thread="bag", post="bag-1", visibility="public", text="X", seen_seq=2)
        end_run(run.pk, actor=tia, cmd_id="e-1")

    await station.threads.write(play)
    tabs = [await Tab.open(station, tia) for _ in range(2)]
    heard = []
    for tab in tabs:
        await tab.say("follow", run=run.pk, after=0)
        await tab.hear_events(5)
        heard.append([event.get("words") for event in tab.events if event["kind"] == "ReplySent"])
        await station.threads.write(lambda: erase_words(Run.objects.get(pk=run.pk), actor=tia))
        await station.hub.look()
    assert heard == [["X"], [None]]
    assert [event["seq"] for event in tabs[0].events] == [event["seq"] for event in tabs[1].events]
    for tab in tabs:
        await tab.leave()


async def test_who_comes_just_when_a_run_has_been_read_does_not_wait_for_it(
    station: Station, now: FixedClock, run: Run, tia: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the end of a task and what is called after it others have their turn. Whoever waited there for a task
    that is done kept the turn, and the whole server stood still."""
    read_on, met = station.hub._read_on, list[bool]()

    async def read_and_meet(feed: Feed) -> None:
        await read_on(feed)
        asyncio.get_running_loop().call_soon(lambda: met.append(feed in station.hub._reading))

    monkeypatch.setattr(station.hub, "_read_on", read_and_meet)
    tab = await Tab.open(station, tia)
    await tab.say("follow", run=run.pk, after=0)
    await tab.hear_events(1)
    assert met == [False]
    await tab.leave()
