"""The control room with thirty trainees at five events a second each, in Chromium, beside the desks of those trainees.

Lean sockets stand for the desks: an event is *shown* at a desk when its frame has arrived there, which is the earliest
it could be drawn. The room has shown it when the drawing after it is done. What is told is how much later that is, and
how much of a core all processes of the browser take together.
"""

import asyncio
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import Page, sync_playwright

from people.models import User
from simulator.models import Exercise, Run
from simulator.services.exercises import Plan, join_exercise, set_exercise
from tests.bench import machine, servers
from tests.bench.figures import Report, percentile
from tests.bench.load import Follower, close_all, connect_all, follow_all
from tests.bench.product import make_people, make_timeline, sign_in, store_version

CHROMIUM = "/usr/bin/chromium"
TRAINEES = 30
EVERY_MS = 200
LEAD_S = 14.0
"""For thirty runs to start, their sockets to connect and the page to open."""
WARM_S = 3.0
LIMIT_MS, LIMIT_CORES = 50, 0.3

WATCH = """() => {
  const room = document.querySelector("gp-room");
  const { store } = room;
  const fold = store.fold.bind(store);
  const update = room.updated?.bind(room);
  window.drawn = [];
  let waiting = [];
  store.fold = (frame) => {
    fold(frame);
    waiting.push([frame.run, frame.seq]);
  };
  room.updated = (changed) => {
    update?.(changed);
    const now = Date.now();
    window.drawn.push(...waiting.map(([run, seq]) => [run, seq, now]));
    waiting = [];
  };
}"""


def measure_room(report: Report, folder: Path, *, seconds: float, times: int) -> None:
    """Adds the p95 of how much later than the desks the room is, in ms, and the cores that the browser takes."""
    folder.mkdir(exist_ok=True)
    seen = [_measure(folder, seconds=seconds) for _ in range(times)]
    name = f"control room, {TRAINEES} trainees, {1000 // EVERY_MS} events/s each"
    report.add(f"{name}: later than the desks, p50", [percentile(later, 50) for later, _, _ in seen], "ms")
    report.add(f"{name}: later than the desks, p95", [percentile(later, 95) for later, _, _ in seen], "ms", LIMIT_MS)
    report.add(f"{name}: the browser", [cores for _, cores, _ in seen], "cores", LIMIT_CORES)
    report.add(f"{name}: sockets of the room", [float(sockets) for _, _, sockets in seen], "sockets", 1)
    report.add(f"{name}: events compared", [float(len(later)) for later, _, _ in seen], "events")


def _measure(folder: Path, *, seconds: float) -> tuple[list[float], float, int]:
    """ms by which each event was drawn later than it came to its desk, cores, and sockets of the page."""
    cohort, people, coach = make_people(trainees=TRAINEES)
    first, last = round(LEAD_S * 1000), round((LEAD_S + WARM_S + seconds) * 1000)
    offsets = range(first, last, EVERY_MS)
    version = store_version(make_timeline(offsets, duration_ms=last + 60_000, key=f"room-{time.time_ns()}"))
    opens = timezone.now() - timedelta(minutes=1)
    plan = Plan(version, cohort, "class", opens, opens + timedelta(hours=1), people=people)
    with servers.running(servers.PRODUCT, log=folder / "product.log") as server:
        exercise = set_exercise(plan, coach=coach)
        runs = [join_exercise(exercise, trainee=person) for person in people]
        until = time.time() + LEAD_S + WARM_S + seconds
        desks = _Desks(server.port, people, runs)
        with ThreadPoolExecutor(1) as beside:
            watching = beside.submit(asyncio.run, desks.watch(until + 2))
            with _open_room(server.port, exercise, coach) as (page, sockets):
                page.evaluate(WATCH)
                page.wait_for_timeout(max(0.0, until - seconds - time.time()) * 1000)
                before, since = _cpu_of_chromium(), time.monotonic()
                page.wait_for_timeout(max(0.0, until - time.time()) * 1000)
                cores = (_cpu_of_chromium() - before) / (time.monotonic() - since)
                drawn = {(run, seq): at for run, seq, at in page.evaluate("window.drawn")}
            received = watching.result()
    begun = (until - seconds) * 1000
    later = [at - received[key] for key, at in drawn.items() if at >= begun and key in received]
    return later, cores, len(sockets)


class _Desks:
    """What stands for the desks: a socket for each trainee."""

    def __init__(self, port: int, people: Sequence[User], runs: Sequence[Run]) -> None:
        self.port = port
        self.cookies = {run.pk: sign_in(person) for run, person in zip(runs, people, strict=True)}

    async def watch(self, until: float) -> Mapping[tuple[int, int], float]:
        """(run, seq) → wall ms of its arrival."""
        followers = [Follower(run) for run in self.cookies]
        await connect_all(followers, port=self.port, cookie=lambda follower: self.cookies[follower.run])
        follow_all(followers)
        await asyncio.sleep(until - time.time())
        close_all(followers)
        return {(each.run, seq): at * 1000 for each in followers for seq, at in each.received.items()}


@contextmanager
def _open_room(port: int, exercise: Exercise, coach: User) -> Iterator[tuple[Page, list[str]]]:
    """The coach's page, and the addresses of the sockets that it opens."""
    url = f"http://127.0.0.1:{port}"
    name, _, value = sign_in(coach).partition("=")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(locale="de-DE", viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": url}])
        page = context.new_page()
        sockets: list[str] = []
        page.on("websocket", lambda socket: sockets.append(urlsplit(socket.url).path))
        page.goto(f"{url}/exercises/{exercise.pk}/room/")
        page.locator(".member").nth(TRAINEES - 1).wait_for()
        yield page, sockets
        browser.close()


def _cpu_of_chromium() -> float:
    """CPU seconds of all processes of the browsers that this process has started."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it has ended meanwhile
    mine = {os.getpid()}
    while grown := {pid for pid, parent in parents.items() if parent in mine} - mine:
        mine |= grown
    return sum(machine.cpu_seconds(pid) for pid in mine if "chrom" in _name_of(pid))


def _name_of(pid: int) -> str:
    try:
        return (Path("/proc") / str(pid) / "comm").read_text()
    except OSError:
        return ""
