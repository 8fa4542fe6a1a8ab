"""Hard times: a server that dies under 500 sockets, and clients that never read."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator import queries, services
from simulator.services import clock
from tests.bench import machine, servers
from tests.bench.figures import Report, percentile
from tests.bench.load import Follower, close_all, connect_all, follow_all, lateness_ms, missing, repeated
from tests.bench.product import make_people, make_timeline, sign_in, store_version

BEHIND = 600
SOCKETS = 500
SLOW = 50
LEAD_MS = 8_000
"""For 500 sockets to connect before the first event."""


async def _return_all(followers: Sequence[Follower], *, port: int, cookie: str, events: int, patience: float) -> float:
    """Seconds from now until every follower has every event again; `patience` where that is not so by then."""
    started = time.perf_counter()
    await connect_all(followers, port=port, cookie=lambda _: cookie)
    follow_all(followers)
    while any(len(follower.received) < events for follower in followers):
        if time.perf_counter() - started > patience:
            return patience
        await asyncio.sleep(0.02)
    took = time.perf_counter() - started
    close_all(followers)
    return took


def _kill(folder: Path, *, sockets: int) -> tuple[float, int, int]:
    """Seconds from the restart until all sockets, 600 events behind, have all; what was lost and came twice."""
    cohort, (trainee,), coach = make_people(trainees=1)
    offsets = [20_000 + n for n in range(BEHIND)]
    version = store_version(make_timeline(offsets, duration_ms=3_600_000, key=f"kill-{time.time_ns()}"))
    followers: list[Follower] = []
    cookie = sign_in(coach)
    server = servers.start(servers.PRODUCT, log=folder / "product.log")
    try:
        run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
        followers = [Follower(run.pk) for _ in range(sockets)]

        async def lose_the_server() -> None:
            await connect_all(followers, port=server.port, cookie=lambda _: cookie)
            follow_all(followers)
            await asyncio.sleep(2)
            server.kill()

        asyncio.run(lose_the_server())
        # The events fall due while nobody is there; an outage is no run time: a clock set by hand passes it.
        with clock.fixed(clock.process_ms()) as now:
            services.catch_up(run.pk)
            now.advance(25_000)
            services.catch_up(run.pk)
        events = BEHIND + 1
        restarted = time.perf_counter()
        server = servers.start(servers.PRODUCT, log=folder / "product.log", port=server.port, settle=False)
        up = time.perf_counter() - restarted
        took = asyncio.run(_return_all(followers, port=server.port, cookie=cookie, events=events, patience=60))
        due = {run.pk: {event.seq: 0.0 for event in queries.read_log(run.pk)[:events]}}
        return up + took, missing(followers, due), repeated(followers)
    finally:
        server.stop()


@dataclass(frozen=True, slots=True)
class Stall:
    """One repetition: p99 in ms of those who read, before and while others do not; MB of growth; closed with 4408."""

    without: float
    beside: float
    growth: float
    given_up: int


def _due_of(run: int, *, start: float) -> dict[int, float]:
    """The wall second at which each event fell due, by number: customers who wait write again in between."""
    return {event.seq: start + event.at_ms / 1000 for event in queries.read_log(run) if event.at_ms >= LEAD_MS}


async def _stall(server: servers.Server, run: int, *, cookie: str, start: float, since: float, until: float) -> Stall:
    """At wall second `since`, 50 of 500 sockets stop reading; the last post falls due at `until`. The same sockets on
    the same server, before and after, swing less than two servers."""
    readers = [Follower(run) for _ in range(SOCKETS - SLOW)]
    stalled = [Follower(run) for _ in range(SLOW)]
    await connect_all([*readers, *stalled], port=server.port, cookie=lambda _: cookie)
    follow_all([*readers, *stalled])
    if time.time() > start + LEAD_MS / 1000:
        raise RuntimeError("connecting took longer than the lead")
    await asyncio.sleep(since - time.time())
    for follower in stalled:
        if follower.socket is not None:
            follower.socket.transport.pause_reading()
    before = machine.resident_bytes(server.pid)
    peak = before
    while time.time() < until + 2:
        peak = max(peak, machine.resident_bytes(server.pid))
        await asyncio.sleep(0.5)
    due = await asyncio.to_thread(_due_of, run, start=start)
    calm = lateness_ms(readers, {run: {seq: at for seq, at in due.items() if at < since}})
    late = lateness_ms(readers, {run: {seq: at for seq, at in due.items() if since < at <= until}})
    for follower in stalled:
        if follower.socket is not None:
            follower.socket.transport.resume_reading()
    await asyncio.sleep(2)
    codes = [
        follower.socket.closed.result() for follower in stalled if follower.socket and follower.socket.closed.done()
    ]
    close_all(readers)
    return Stall(percentile(calm, 99), percentile(late, 99), (peak - before) / 1e6, codes.count(4408))


def _slow(folder: Path, *, calm: float, seconds: float) -> Stall:
    """Two events a second: `calm` seconds with everybody reading, then `seconds` with some who do not."""
    cohort, (trainee,), coach = make_people(trainees=1)
    calm_ms = LEAD_MS + round(calm * 1000)
    offsets = range(LEAD_MS, calm_ms + round(seconds * 1000), 500)
    version = store_version(make_timeline(offsets, duration_ms=3_600_000, key=f"slow-{time.time_ns()}"))
    with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
        run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
        start = queries.read_log(run.pk)[0].data["wall_ms"] / 1000
        since, until = start + (calm_ms - 250) / 1000, start + offsets[-1] / 1000
        return asyncio.run(_stall(server, run.pk, cookie=sign_in(coach), start=start, since=since, until=until))


def measure_kill(report: Report, folder: Path, *, sockets: int, times: int) -> None:
    kills = [_kill(folder, sockets=sockets) for _ in range(times)]
    head = f"kill -9, {sockets} sockets {BEHIND} events behind"
    report.add(f"{head}: all complete after the restart", [took for took, _, _ in kills], "s", 10)
    report.add(f"{head}: lost", [lost for _, lost, _ in kills], "frames", 0)
    report.add(f"{head}: twice", [twice for _, _, twice in kills], "frames", 0)


def measure_slow(
    report: Report, folder: Path, *, times: int, calm: float, seconds: float, patience: float | None
) -> None:
    """`times` pairs of `calm` seconds without and `seconds` with sockets that never read; the last one goes on for
    `patience` seconds: such a socket is given up after 25 s and a look. Without it, nobody waits for that.
    """
    stalls = [_slow(folder, calm=calm, seconds=seconds) for _ in range(times - 1)]
    stalls.append(_slow(folder, calm=calm, seconds=patience or seconds))
    head = f"{SLOW} of {SOCKETS} never read"
    report.add(f"{head}: the others' p99 without", [stall.without for stall in stalls], "ms")
    report.add(f"{head}: the others' p99 with", [stall.beside for stall in stalls], "ms")
    report.add(f"{head}: the others' p99, with / without", [stall.beside / stall.without for stall in stalls], "×", 1.3)
    report.add(f"{head}: memory", [stall.growth for stall in stalls], "MB", 50)
    if patience is not None:
        closed = f"{head}: closed with 4408 in {patience:g} s"
        report.add(closed, [stalls[-1].given_up], "sockets", SLOW, at_least=True)
