"""Hard times: a server that dies under 500 sockets, and clients that never read."""

import asyncio
import time
from collections.abc import Sequence
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


def _kill(folder: Path) -> tuple[float, int, int]:
    """Seconds from the restart until 500 sockets that are 600 events behind have all; what was lost and came twice."""
    cohort, (trainee,), coach = make_people(trainees=1)
    offsets = [20_000 + n for n in range(BEHIND)]
    version = store_version(make_timeline(offsets, duration_ms=3_600_000, key=f"kill-{time.time_ns()}"))
    followers: list[Follower] = []
    cookie = sign_in(coach)
    server = servers.start(servers.PRODUCT, log=folder / "product.log")
    try:
        run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
        followers = [Follower(run.pk) for _ in range(SOCKETS)]

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


async def _stall(
    server: servers.Server, run: int, *, slow: int, cookie: str, due: dict[int, float]
) -> tuple[float, float, int]:
    """p99 of those who read, growth in MB, and how many of the slow ones were closed with 4408 within a minute."""
    readers = [Follower(run) for _ in range(SOCKETS - slow)]
    stalled = [Follower(run) for _ in range(slow)]
    await connect_all([*readers, *stalled], port=server.port, cookie=lambda _: cookie)
    follow_all([*readers, *stalled])
    await asyncio.sleep(0.5)
    for follower in stalled:
        if follower.socket is not None:
            follower.socket.transport.pause_reading()
    before = machine.resident_bytes(server.pid)
    peak = before
    while time.time() < max(due.values()) + 2:
        peak = max(peak, machine.resident_bytes(server.pid))
        await asyncio.sleep(0.5)
    late = lateness_ms(readers, {run: due})
    for follower in stalled:
        if follower.socket is not None:
            follower.socket.transport.resume_reading()
    await asyncio.sleep(2)
    codes = [
        follower.socket.closed.result() for follower in stalled if follower.socket and follower.socket.closed.done()
    ]
    close_all(readers)
    return percentile(late, 99), (peak - before) / 1e6, codes.count(4408)


def _slow(folder: Path, *, slow: int, seconds: float) -> tuple[float, float, int]:
    cohort, (trainee,), coach = make_people(trainees=1)
    offsets = range(8_000, 8_000 + round(seconds * 1000), 500)
    version = store_version(make_timeline(offsets, duration_ms=3_600_000, key=f"slow-{time.time_ns()}"))
    with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
        run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
        start = queries.read_log(run.pk)[0].data["wall_ms"] / 1000
        due = {2 + n: start + offset / 1000 for n, offset in enumerate(offsets)}
        return asyncio.run(_stall(server, run.pk, slow=slow, cookie=sign_in(coach), due=due))


def measure_kill(report: Report, folder: Path, *, times: int) -> None:
    kills = [_kill(folder) for _ in range(times)]
    head = f"kill -9, {SOCKETS} sockets {BEHIND} events behind"
    report.add(f"{head}: all complete after the restart", [took for took, _, _ in kills], "s", 10)
    report.add(f"{head}: lost", [lost for _, lost, _ in kills], "frames", 0)
    report.add(f"{head}: twice", [twice for _, _, twice in kills], "frames", 0)


def measure_slow(report: Report, folder: Path, *, times: int, seconds: float) -> None:
    """A socket that does not answer heartbeats is given up after 25 s, so `seconds` has to be longer."""
    calm = min(seconds / 4, 20.0)
    pairs = [(_slow(folder, slow=0, seconds=calm), _slow(folder, slow=SLOW, seconds=seconds)) for _ in range(times)]
    head = f"{SLOW} of {SOCKETS} never read"
    report.add(f"{head}: the others' p99, with / without", [bad[0] / good[0] for good, bad in pairs], "×", 1.3)
    report.add(f"{head}: memory", [bad[1] for _, bad in pairs], "MB", 50)
    report.add(
        f"{head}: closed with 4408 in {seconds:g} s", [bad[2] for _, bad in pairs], "sockets", SLOW, at_least=True
    )
