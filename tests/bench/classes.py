"""A hall of trainees: 200 runs, each with a trainee and an onlooker, one event a second, twenty replies a second.

Everything on one Daphne and SQLite with synchronous=FULL. Runs start staggered over a second, or all in the same
millisecond, which is the worst that "in the same second" can mean.
"""

import asyncio
import gc
import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from people.models import User
from scenarios.queries import load_timeline
from simulator import queries, services
from simulator.core.engine import fold_all
from simulator.core.events import BOTH, KINDS, TRAINEE
from simulator.models import Run
from simulator.services import clock
from tests.bench import machine, servers
from tests.bench.figures import Report, percentile
from tests.bench.load import Follower, close_all, connect_all, follow_all, lateness_ms, missing, repeated
from tests.bench.product import make_people, make_timeline, sign_in, store_version

REPLIES_PER_SECOND = 20
REPLY = "Hallo Gast, das tut uns leid. Ihr Zug fährt in etwa zehn Minuten von Gleis {n} ab. TB"
SETTLE_SECONDS = 3.0
ECHO_LEAD = 8.0
GOLDEN = 0.618_034
"""Steps of this part of a whole spread more evenly over it than any other, however many they are."""


@dataclass(slots=True)
class Hall:
    """What one measurement saw: lateness of posts and of acknowledgements in ms, CPU in cores, losses."""

    late: list[float] = field(default_factory=list)
    acks: list[float] = field(default_factory=list)
    server: float = 0.0
    load: float = 0.0
    foreign: float = 0.0
    lost: int = 0
    twice: int = 0
    refused: int = 0
    unanswered: int = 0


def _plan_commands(first: float, *, seconds: float) -> list[float]:
    """When each command is sent, from wall second `first` on: twenty a second, each second at another place between two
    of them, so that no place beside what happens every second is left out or comes too often."""
    return [
        first + (n + n // REPLIES_PER_SECOND * GOLDEN % 1) / REPLIES_PER_SECOND
        for n in range(round(seconds * REPLIES_PER_SECOND))
    ]


async def _send_steadily(
    trainees: Sequence[Follower], write: Callable[[int, Follower], str], *, moments: Sequence[float]
) -> dict[str, float]:
    """Sends command number n at `moments[n]`, the runs taking turns; returns cmd_id → when it was sent."""
    sent: dict[str, float] = {}
    for n, moment in enumerate(moments):
        follower = trainees[n % len(trainees)]
        await asyncio.sleep(max(0.0, moment - time.time()))
        if follower.socket is not None:
            text = write(n, follower)
            sent[_cmd_id(n)] = time.time()
            follower.socket.send_text(text)
    return sent


def _cmd_id(n: int) -> str:
    return f"bench-{n}"


def _write_reply(n: int, follower: Follower, *, runs: int) -> str:
    """A reply to one of the first posts of the run, another one each time."""
    post = n // runs % 20
    command = {
        "type": "reply",
        "cmd_id": _cmd_id(n),
        "run": follower.run,
        "thread": f"t{post}",
        "post": f"x{post:05d}",
        "visibility": "public",
        "text": REPLY.format(n=n),
        "seen_seq": max(follower.received, default=0),
    }
    return json.dumps(command, separators=(",", ":"))


def _write_echo(n: int, follower: Follower) -> str:
    return json.dumps({"type": "ack", "cmd_id": _cmd_id(n), "text": REPLY}, separators=(",", ":"))


def _times_ms(followers: Sequence[Follower], sent: Mapping[str, float]) -> list[float]:
    """Milliseconds from a command's bytes to its answer, for each that was answered."""
    answered = {cmd_id: at for follower in followers for cmd_id, at in follower.acks.items()}
    return [(answered[cmd_id] - at) * 1000 for cmd_id, at in sent.items() if cmd_id in answered]


async def _play(
    server: servers.Server, hall: Hall, *, trainees: list[Follower], onlookers: list[Follower], cookies: dict[int, str],
    coach: str, first: float, until: float,
) -> None:  # fmt: skip
    await connect_all(trainees, port=server.port, cookie=lambda follower: cookies[follower.run])
    await connect_all(onlookers, port=server.port, cookie=lambda _: coach)
    follow_all([*trainees, *onlookers])
    if time.time() > first:
        raise RuntimeError(f"connecting took {time.time() - first:.1f} s longer than the lead")
    await asyncio.sleep(first + 0.5 - time.time())
    before = machine.look((server.pid, os.getpid()))
    moments = _plan_commands(first + 1, seconds=until - first - 1)
    sent = await _send_steadily(trainees, partial(_write_reply, runs=len(trainees)), moments=moments)
    after = machine.look((server.pid, os.getpid()))
    await asyncio.sleep(SETTLE_SECONDS)
    hall.server, hall.load = machine.share(before, after, 0), machine.share(before, after, 1)
    hall.foreign = machine.foreign(before, after)
    hall.acks = _times_ms(trainees, sent)
    hall.refused = sum(len(follower.refused) for follower in trainees)
    hall.unanswered = len(sent) - len(hall.acks) - hall.refused
    close_all([*trainees, *onlookers])


def _compare(
    hall: Hall, runs: Sequence[Run], *, trainees: list[Follower], onlookers: list[Follower], first: float, until: float
) -> None:
    """Against the logs: each event until `until` must have arrived once at everyone who may see it. Lateness is
    that of posts from `first` on, when all sockets watched."""
    shown: dict[str, dict[int, dict[int, float]]] = {audience: {} for audience in BOTH}
    posts: dict[int, dict[int, float]] = {}
    for run in runs:
        log = queries.read_log(run.pk)
        run_clock = fold_all(load_timeline(run.version), log[:1]).clock
        due = {event.seq: (run_clock.wall_for(event.at_ms) or 0) / 1000 for event in log}
        due = {seq: at for seq, at in due.items() if at <= until}
        for audience in BOTH:
            shown[audience][run.pk] = {
                e.seq: due[e.seq] for e in log if e.seq in due and audience in KINDS[e.kind].audience
            }
        posts[run.pk] = {e.seq: due[e.seq] for e in log if due.get(e.seq, 0.0) >= first and e.kind == "PostAppeared"}
    hall.late = lateness_ms([*trainees, *onlookers], posts)
    hall.lost = missing(trainees, shown[TRAINEE]) + missing(onlookers, shown["coach"])
    hall.twice = repeated([*trainees, *onlookers])


def _measure(folder: Path, *, runs: int, seconds: float, staggered: bool) -> Hall:
    lead = 6 + runs / 50
    cohort, people, coach = make_people(trainees=runs)
    offsets = [0, *range(round(lead * 1000), round((lead + seconds + 5) * 1000), 1000)]
    duration = round((lead + seconds + 600) * 1000)
    version = store_version(make_timeline(offsets, duration_ms=duration, key=f"hall-{time.time_ns()}"))
    hall = Hall()
    gc.collect()
    with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
        started: list[tuple[User, Run]] = []
        base = clock.wall_ms()
        for n, person in enumerate(people):
            with clock.fixed(base + (n * 1000 // runs if staggered else 0)):
                run = services.start_run(trainee=person, version=version, mode="class", cohort=cohort)
            started.append((person, run))
        first = queries.read_log(started[-1][1].pk)[0].data["wall_ms"] / 1000 + lead
        until = first + seconds
        trainees = [Follower(run.pk) for _, run in started]
        onlookers = [Follower(run.pk) for _, run in started]
        cookies = {run.pk: sign_in(person) for person, run in started}
        play = _play(
            server, hall, trainees=trainees, onlookers=onlookers, cookies=cookies, coach=sign_in(coach), first=first,
            until=until,
        )  # fmt: skip
        asyncio.run(play)
        _compare(hall, [run for _, run in started], trainees=trainees, onlookers=onlookers, first=first, until=until)
    return hall


async def _echo(server: servers.Server, *, runs: int, first: float, seconds: float) -> list[float]:
    """What an echo takes where the commands of the hall would be: every run's two sockets get an event a second."""
    trainees = [Follower(n) for n in range(runs)]
    onlookers = [Follower(n) for n in range(runs)]
    await connect_all([*trainees, *onlookers], port=server.port, cookie=lambda _: "")
    follow_all([*trainees, *onlookers])
    if time.time() > first:
        raise RuntimeError(f"connecting took {time.time() - first:.1f} s longer than the lead")
    sent = await _send_steadily(trainees, _write_echo, moments=_plan_commands(first + 1, seconds=seconds))
    await asyncio.sleep(1)
    close_all([*trainees, *onlookers])
    return _times_ms(trainees, sent)


def _measure_echo(folder: Path, *, runs: int, seconds: float, staggered: bool) -> list[float]:
    schedule = folder / "schedule.json"
    text = json.dumps({"type": "event", "seq": 1, "text": "x" * 300}, separators=(",", ":"))
    frames = [
        [second + (run / runs if staggered else 0), run, text]
        for second in range(round(seconds) + 2)
        for run in range(runs)
    ]
    first = time.time() + ECHO_LEAD
    schedule.write_text(json.dumps({"start": first, "backlog": [], "frames": frames}))
    with servers.running(servers.CEILING, log=folder / "ceiling.log", CEILING_SCHEDULE=str(schedule)) as server:
        return asyncio.run(_echo(server, runs=runs, first=first, seconds=seconds))


def measure_hall(report: Report, folder: Path, *, runs: int, seconds: float, times: int, both: bool = True) -> None:
    """Staggered and same-second halls, acknowledgements beside an echo; or not `both` but the second, and no echo."""
    for staggered, limit in ((True, 60), (False, 150))[0 if both else 1 :]:
        head = f"{runs} runs, {'staggered' if staggered else 'same second'}, {seconds:g} s"
        halls = []
        echoes = []
        for n in range(times):
            hall = _measure(folder, runs=runs, seconds=seconds, staggered=staggered)
            if report.is_clean(f"{head}, repetition {n + 1}", foreign=hall.foreign, load=hall.load):
                halls.append(hall)
                if both:
                    echoes.append(_measure_echo(folder, runs=runs, seconds=min(seconds, 20), staggered=staggered))
        if not halls:
            continue
        report.add(f"{head}: due → received p50", [percentile(h.late, 50) for h in halls], "ms")
        report.add(f"{head}: due → received p99", [percentile(h.late, 99) for h in halls], "ms", limit)
        report.add(f"{head}: reply → ack p50", [percentile(h.acks, 50) for h in halls], "ms", 10)
        report.add(f"{head}: reply → ack p99", [percentile(h.acks, 99) for h in halls], "ms", 60)
        if echoes:
            ratios = [percentile(h.acks, 99) / percentile(echo, 99) for h, echo in zip(halls, echoes, strict=True)]
            report.add(f"{head}: ack p99 / echo p99", ratios, "×", 3)
            report.add(f"{head}: echo p99", [percentile(echo, 99) for echo in echoes], "ms")
        report.add(f"{head}: server's core", [h.server for h in halls], "cores", 0.6)
        report.add(f"{head}: lost", [h.lost for h in halls], "frames", 0)
        report.add(f"{head}: twice", [h.twice for h in halls], "frames", 0)
        report.add(f"{head}: refused or unanswered", [h.refused + h.unanswered for h in halls], "commands", 0)
