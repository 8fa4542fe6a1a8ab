"""One run and many sockets: live frames and a backlog, the product beside the wire ceiling.

The ceiling sends the very bytes that the product sends, at the same offsets, to as many sockets, on the same server.
"""

import asyncio
import gc
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator import frames, queries, services
from simulator.models import Run
from tests.bench import machine, servers
from tests.bench.figures import Report, percentile
from tests.bench.load import Follower, close_all, connect_all, follow_all, lateness_ms, missing, repeated
from tests.bench.product import make_people, make_timeline, sign_in, store_version

EVERY_MS = 500
SETTLE_SECONDS = 1.5
FIRST = 20
BACKLOG = 200


@dataclass(frozen=True, slots=True)
class Live:
    """One repetition. Lateness in ms, CPU of the server in µs a frame, kB a socket; `foreign` and `load` in cores."""

    p50: float
    p99: float
    cpu_us: float
    socket_kb: float
    lost: int
    twice: int
    foreign: float
    load: float


async def _watch(server: servers.Server, run: int, *, sockets: int, cookie: str, due: dict[int, float]) -> Live:
    """Follows `run` with so many sockets until the last of `due` (seq → wall seconds) has had time to arrive."""
    followers = [Follower(run) for _ in range(sockets)]
    # The first sockets bring in what a server loads once; what the others add is what a socket costs.
    await _join(followers[:FIRST], server, cookie=cookie)
    await asyncio.sleep(SETTLE_SECONDS)
    bytes_before = machine.resident_bytes(server.pid)
    await _join(followers[FIRST:], server, cookie=cookie)
    await asyncio.sleep(SETTLE_SECONDS)
    socket_kb = (machine.resident_bytes(server.pid) - bytes_before) / (sockets - FIRST) / 1000
    spare = min(due.values()) - 0.3 - time.time()
    if spare < 0:
        raise RuntimeError(f"connecting took {-spare:.1f} s longer than the lead")
    await asyncio.sleep(spare)
    before = machine.look((server.pid, os.getpid()))
    await asyncio.sleep(max(due.values()) + SETTLE_SECONDS - time.time())
    after = machine.look((server.pid, os.getpid()))
    late = lateness_ms(followers, {run: due})
    close_all(followers)
    return Live(
        p50=percentile(late, 50),
        p99=percentile(late, 99),
        cpu_us=(after.own[0] - before.own[0]) / len(late) * 1e6,
        socket_kb=socket_kb,
        lost=missing(followers, {run: due}),
        twice=repeated(followers),
        foreign=machine.foreign(before, after),
        load=machine.share(before, after, 1),
    )


async def _join(followers: Sequence[Follower], server: servers.Server, *, cookie: str) -> None:
    await connect_all(followers, port=server.port, cookie=lambda _: cookie)
    follow_all(followers)


def _frames_of(run: Run) -> list[str]:
    """What a coach is sent of `run`, in the product's bytes."""
    rows = queries.rows_after(run.pk, 0, 100_000)
    return [text for _, text in frames.write_events(rows, audience="coach", after=0)]


def _due(start: float, offsets_ms: Sequence[int]) -> dict[int, float]:
    """Wall seconds by seq: event 1 starts the run, the posts follow."""
    return {2 + n: start + offset / 1000 for n, offset in enumerate(offsets_ms)}


def _live(folder: Path, *, sockets: int, seconds: float, lead: float) -> tuple[Live, Live]:
    """The product, then the ceiling with the product's bytes: two events a second for so many seconds."""
    cohort, (trainee,), coach = make_people(trainees=1)
    lead_ms, length_ms = round(lead * 1000), round(seconds * 1000)
    offsets = range(lead_ms, lead_ms + length_ms, EVERY_MS)
    version = store_version(
        make_timeline(offsets, duration_ms=lead_ms + length_ms + 60_000, key=f"live-{time.time_ns()}")
    )
    gc.collect()
    with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
        run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
        due = _due(queries.read_log(run.pk)[0].data["wall_ms"] / 1000, offsets)
        product = asyncio.run(_watch(server, run.pk, sockets=sockets, cookie=sign_in(coach), due=due))
    texts = _frames_of(run)
    schedule = folder / "schedule.json"
    with servers.running(servers.CEILING, log=folder / "ceiling.log", CEILING_SCHEDULE=str(schedule)) as server:
        start = time.time()
        timed = [[offset / 1000, run.pk, text] for offset, text in zip(offsets, texts[1:], strict=False)]
        schedule.write_text(json.dumps({"start": start, "backlog": texts[:1], "frames": timed}))
        ceiling = asyncio.run(_watch(server, run.pk, sockets=sockets, cookie="", due=_due(start, offsets)))
    return product, ceiling


async def _replay(server: servers.Server, run: int, *, sockets: int, cookie: str, frames_each: int) -> float:
    """Frames a second when so many sockets ask for the same backlog at once."""
    followers = [Follower(run) for _ in range(sockets)]
    await connect_all(followers, port=server.port, cookie=lambda _: cookie)
    started = time.perf_counter()
    follow_all(followers)
    while any(len(follower.received) < frames_each for follower in followers):
        if time.perf_counter() - started > 60:
            raise RuntimeError("the backlog did not arrive within a minute")
        await asyncio.sleep(0.005)
    took = time.perf_counter() - started
    close_all(followers)
    return sockets * frames_each / took


def _backlog(folder: Path, *, sockets: int) -> tuple[float, float]:
    """Frames a second of the product and of the ceiling, for a run whose posts have all appeared."""
    cohort, (trainee,), coach = make_people(trainees=1)
    version = store_version(make_timeline([0] * BACKLOG, duration_ms=3_600_000, key=f"backlog-{time.time_ns()}"))
    run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
    services.catch_up(run.pk)
    texts = _frames_of(run)
    with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
        each = len(texts)
        product = asyncio.run(_replay(server, run.pk, sockets=sockets, cookie=sign_in(coach), frames_each=each))
    schedule = folder / "schedule.json"
    schedule.write_text(json.dumps({"start": time.time(), "backlog": texts, "frames": []}))
    with servers.running(servers.CEILING, log=folder / "ceiling.log", CEILING_SCHEDULE=str(schedule)) as server:
        ceiling = asyncio.run(_replay(server, run.pk, sockets=sockets, cookie="", frames_each=each))
    return product, ceiling


def measure_live(report: Report, folder: Path, *, sockets: int, seconds: float, times: int, p99_limit: float) -> None:
    """Lateness and CPU of live frames: medians and ranges over clean repetitions."""
    lead = 6 + sockets / 150
    pairs: list[tuple[Live, Live]] = []
    for n in range(times):
        pair = _live(folder, sockets=sockets, seconds=seconds, lead=lead)
        name = f"{sockets} sockets, repetition {n + 1}"
        if report.is_clean(name, foreign=max(live.foreign for live in pair), load=max(live.load for live in pair)):
            pairs.append(pair)
    if not pairs:
        return
    head = f"live, {sockets} sockets"
    report.add(f"{head}: product p50", [p.p50 for p, _ in pairs], "ms")
    report.add(f"{head}: product p99", [p.p99 for p, _ in pairs], "ms")
    report.add(f"{head}: ceiling p99", [c.p99 for _, c in pairs], "ms")
    report.add(f"{head}: p99, product / ceiling", [p.p99 / c.p99 for p, c in pairs], "×", p99_limit)
    report.add(f"{head}: server CPU a frame, product", [p.cpu_us for p, _ in pairs], "µs")
    report.add(f"{head}: server CPU a frame, ceiling", [c.cpu_us for _, c in pairs], "µs")
    limit = 1.5 if sockets <= 500 else None
    report.add(f"{head}: CPU a frame, product / ceiling", [p.cpu_us / c.cpu_us for p, c in pairs], "×", limit)
    report.add(f"{head}: memory a socket", [p.socket_kb for p, _ in pairs], "kB", 60)
    report.add(f"{head}: lost", [p.lost for p, _ in pairs], "frames", 0)
    report.add(f"{head}: twice", [p.twice for p, _ in pairs], "frames", 0)
    report.add(f"{head}: load side busy", [max(p.load, c.load) for p, c in pairs], "cores", 0.7)


def measure_backlog(report: Report, folder: Path, *, sockets: int, times: int) -> None:
    """A backlog of 200 frames to so many sockets at once."""
    pairs = [_backlog(folder, sockets=sockets) for _ in range(times)]
    head = f"backlog of {BACKLOG} to {sockets} sockets"
    report.add(f"{head}: product", [p for p, _ in pairs], "frames/s")
    report.add(f"{head}: ceiling", [c for _, c in pairs], "frames/s")
    report.add(f"{head}: product / ceiling", [p / c for p, c in pairs], "×", 0.6, at_least=True)
