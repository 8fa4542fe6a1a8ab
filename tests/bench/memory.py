"""A worker's memory: with hundreds of runs in its care, with its language resources alone, and as time goes by."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from people.models import User
from simulator import queries, services
from simulator.models import Run
from tests.bench import machine, servers
from tests.bench.figures import Report
from tests.bench.load import Follower, close_all, connect_all, follow_all
from tests.bench.product import LONGEST_MS, make_people, make_timeline, sign_in, store_version

LIMIT_MB = 220
RESOURCES_MB = 150
LOADING = """
import sys
sys.path.insert(0, ".")
from tests.bench.machine import resident_bytes
import os
before = resident_bytes(os.getpid())
from scoring.core import warm_up
warm_up()
print(resident_bytes(os.getpid()) - before)
"""
POSTS, REPLIES = 100, 5
"""What a run has behind it when the worker takes it up."""
EVERY_MS = 5_000
TAKE_UP_SECONDS = 7.0
"""A post falls due in every run every five seconds; by then the worker's clock has had each in hand."""
LOOK_SECONDS = 4.0
"""How long the most is looked for once every run is taken up and replied to."""
TEXT = "Hallo Gast, das tut uns leid. Ihr Zug fährt in {n} Minuten von Gleis {gate} ab, mit allen Anschlüssen. ^TB"


def measure_memory(report: Report, folder: Path, *, runs: int, seconds: float) -> None:
    """Runs first, and ended afterwards: what is under way is taken up by every later server."""
    what = "language resources: a process with the score loaded, less one without"
    report.add(what, [_measure_resources()], "MB", RESOURCES_MB)
    alone, followed = _measure_runs(folder, runs=runs)
    report.add(f"worker with {runs} runs under way", [alone], "MB", LIMIT_MB)
    report.add(f"worker with {runs} runs under way, each followed and replied to", [followed], "MB", LIMIT_MB)
    before, after = _measure_growth(folder, seconds=seconds)
    report.add("worker with language resources and 100 sockets", [after], "MB", LIMIT_MB)
    report.add(f"growth in {seconds:g} s at 10 events/s to 100 sockets", [(after / before - 1) * 100], "%", 5)


def _measure_resources() -> float:
    """MB that a new process gains by loading the score, lexicons and libraries included, and warming it up."""
    command = [sys.executable, "-c", LOADING]
    done = subprocess.run(command, cwd=servers.ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1e6


def _measure_runs(folder: Path, *, runs: int) -> tuple[float, float]:
    """The most MB of a new worker that has taken up all runs; and when a socket has followed each and sent a reply."""
    cohort, people, _ = make_people(trainees=runs)
    offsets = [0] * POSTS + list(range(EVERY_MS, 600_000, EVERY_MS))
    version = store_version(make_timeline(offsets, duration_ms=LONGEST_MS, key=f"care-{time.time_ns()}"))
    started = [services.start_run(trainee=one, version=version, mode="class", cohort=cohort) for one in people]
    for person, run in zip(people, started, strict=True):
        services.catch_up(run.pk)
        for n in range(REPLIES):
            _reply_without_server(run, person, n=n)
    cookies = {run.pk: sign_in(person) for run, person in zip(started, people, strict=True)}
    try:
        with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
            before = queries.full_heads(list(cookies))
            alone = _find_peak(server, seconds=TAKE_UP_SECONDS)
            after = queries.full_heads(list(cookies))
            if left := [run for run in cookies if after[run].seq == before[run].seq]:
                raise RuntimeError(f"{len(left)} runs were not taken up")
            return alone, asyncio.run(_follow_runs(server, cookies))
    finally:
        for person, run in zip(people, started, strict=True):
            services.end_run(run.pk, actor=person, cmd_id="bench-end")


def _reply_without_server(run: Run, person: User, *, n: int) -> None:
    services.reply(
        run.pk,
        actor=person,
        cmd_id=f"bench-{n}",
        thread=f"t{4 * n}",
        post=f"x{4 * n:05d}",
        visibility="public",
        text=TEXT.format(n=n, gate=run.pk % 12),
        seen_seq=POSTS,
    )


async def _follow_runs(server: servers.Server, cookies: Mapping[int, str]) -> float:
    """The most MB once every run is followed, and a reply sent in each."""
    followers = [Follower(run) for run in cookies]
    await connect_all(followers, port=server.port, cookie=lambda follower: cookies[follower.run])
    follow_all(followers)
    for follower in followers:
        _reply(follower)
        await asyncio.sleep(0.02)
    peak = await asyncio.to_thread(_find_peak, server, seconds=LOOK_SECONDS)
    unanswered = sum(not follower.acks for follower in followers)
    close_all(followers)
    if unanswered:
        raise RuntimeError(f"{unanswered} replies were not acknowledged")
    return peak


def _find_peak(server: servers.Server, *, seconds: float) -> float:
    """The most MB that the server has within so many seconds."""
    peak = 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        peak = max(peak, machine.resident_bytes(server.pid))
        time.sleep(0.2)
    return peak / 1e6


def _reply(follower: Follower) -> None:
    """The run's next reply, over the follower's socket; it is held against the earlier ones."""
    post = 4 * REPLIES
    command = {
        "type": "reply",
        "cmd_id": "bench-socket",
        "run": follower.run,
        "thread": f"t{post % 20}",
        "post": f"x{post:05d}",
        "visibility": "public",
        "text": TEXT.format(n=post, gate=follower.run % 12),
        "seen_seq": POSTS,
    }
    if follower.socket is not None:
        follower.socket.send_text(json.dumps(command, separators=(",", ":")))


def _measure_growth(folder: Path, *, seconds: float) -> tuple[float, float]:
    """MB after a warm-up and at the end, at ten events a second."""
    cohort, (trainee,), coach = make_people(trainees=1)
    offsets = range(1_000, round((seconds * 1.25 + 40) * 1000), 100)
    version = store_version(make_timeline(offsets, duration_ms=3_600_000 * 2, key=f"memory-{time.time_ns()}"))
    with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
        run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
        return asyncio.run(_watch_growth(server, run.pk, cookie=sign_in(coach), seconds=seconds))


async def _watch_growth(server: servers.Server, run: int, *, cookie: str, seconds: float) -> tuple[float, float]:
    followers = [Follower(run) for _ in range(100)]
    await connect_all(followers, port=server.port, cookie=lambda _: cookie)
    follow_all(followers)
    await asyncio.sleep(min(30.0, seconds / 4))
    before = machine.resident_bytes(server.pid)
    await asyncio.sleep(seconds)
    after = machine.resident_bytes(server.pid)
    close_all(followers)
    return before / 1e6, after / 1e6
