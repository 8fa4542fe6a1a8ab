"""Rehearsing: robots play a scenario over fresh seeds, on several processes, and what it came to is kept.

Rules kept here: the same text, engine and score give the same report, to the byte, on however many processes; a record
is written once and never changed; only a rehearsal of all robots over enough seeds is one.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from scenarios.core.codec import dumps, loads
from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import ROBOTS as ROBOT_KEYS
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline
from scoring.core import SCORING_VERSION, warm_up
from scoring.core.robots import ABSENT, ROBOTS
from scoring.core.robots.performance import Performance, measure_crowd, perform
from scoring.core.robots.playing import Seed, play
from scoring.core.robots.rehearsing import FEWEST_SEEDS, make_report, seeds_of
from scoring.models import Rehearsal
from scoring.services.pooling import open_pool
from simulator.core.clock import REAL_TIME
from simulator.core.events import ENGINE_VERSION, Event, actor_of, canonical
from simulator.core.public import start_public
from simulator.services.casting import draw_cast, draw_crowd

Progress = Callable[[int, int], None]
"""Called with (runs done, runs to do)."""

ROBOT = actor_of(0)
INITIALS = "^GP"

_timelines: dict[str, Timeline] = {}
"""By text: a process rehearses one scenario after the other, and reads each once."""


class TooFewRuns(Exception):
    """A rehearsal of fewer seeds or robots than a record needs."""


def rehearse(
    timeline: Timeline,
    *,
    seeds: int = FEWEST_SEEDS,
    robots: Sequence[str] = ROBOT_KEYS,
    jobs: int = 1,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """The report of `robots` over so many fresh seeds (`scoring.core.robots.rehearsing.make_report`)."""
    text = dumps(timeline)
    tasks = [(text, seed, tuple(robots)) for seed in seeds_of(timeline, count=seeds)]
    performances: list[Performance] = []
    crowds = []
    for played, crowd in _play_all(tasks, jobs=jobs):
        performances += played
        crowds += [crowd] if crowd else []
        if progress is not None:
            progress(len(performances), seeds * len(robots))
    return make_report(timeline, performances, crowds=crowds)


def record_rehearsal(version: ScenarioVersion, *, jobs: int = 1, progress: Progress | None = None) -> Rehearsal:
    """Rehearses `version` with all robots and keeps the result for the engine and score of today.

    What is kept already is not played again: it could only come out the same.
    """
    current = {"version": version, "engine_version": ENGINE_VERSION, "scoring_version": SCORING_VERSION}
    known = Rehearsal.objects.filter(**current).first()
    if known is not None:
        return known
    return keep_report(version, rehearse(load_timeline(version), jobs=jobs, progress=progress))


def keep_report(version: ScenarioVersion, report: dict[str, Any]) -> Rehearsal:
    """Keeps `report` on `version`. Raises TooFewRuns, and ValueError where it is the report of another text."""
    if report["seeds"] < FEWEST_SEEDS or set(report["robots"]) != set(ROBOT_KEYS):
        raise TooFewRuns(report["seeds"], sorted(report["robots"]))
    if report["digest"] != version.digest:
        raise ValueError(f"this is no rehearsal of {version}")
    data = canonical(report)
    kept, _ = Rehearsal.objects.get_or_create(
        version=version,
        engine_version=ENGINE_VERSION,
        scoring_version=SCORING_VERSION,
        defaults={"passed": report["passed"], "data": data, "digest": hashlib.sha256(data.encode()).hexdigest()},
    )
    return kept


def begin_rehearsal(timeline: Timeline, *, seed: int) -> Event:
    """The first event of a run that nobody starts."""
    brand, cast = timeline.brand, draw_cast(timeline, seed=seed)
    crowd = timeline.public.crowd
    data = {
        "mode": "practice",
        "engine": ENGINE_VERSION,
        "scoring": SCORING_VERSION,
        "agent": INITIALS if brand.sign_off == "initials" else brand.service_name,
        "trainee": ROBOT,
        "cast": cast,
        "crowd": draw_crowd(timeline, seed=seed, cast=cast),
        "heat": 0 if crowd is None else crowd.heat // 1000,
        "duration_ms": timeline.duration_ms,
        "speed": REAL_TIME,
        "wall_ms": 0,
        "seed": seed,
    }
    return Event(1, 0, "RunStarted", ROBOT, data)


Task = tuple[str, int, tuple[str, ...]]
Played = tuple[list[Performance], dict[str, int]]


def _play_all(tasks: Sequence[Task], *, jobs: int) -> Iterator[Played]:
    """In the order of `tasks`, whoever plays them."""
    if jobs == 1:
        yield from map(_play_seed, tasks)
        return
    # Forked workers share what is loaded; they touch no database.
    warm_up()
    with open_pool(min(jobs, len(tasks))) as pool:
        yield from pool.imap(_play_seed, tasks)


def _play_seed(task: Task) -> Played:
    """All robots in the same public. How alike its crowd is, is measured where nobody cools it."""
    text, seed, robots = task
    if text not in _timelines:
        _timelines.clear()
        _timelines[text] = loads(text)
    timeline = _timelines[text]
    start = begin_rehearsal(timeline, seed=seed)
    crowd, shared = {}, Seed(start_public(timeline, seed=seed, duration_ms=timeline.duration_ms).stream)
    if timeline.public.crowd is not None:
        crowd = measure_crowd(timeline, play(timeline, begun=[start], robot=ABSENT, seed=shared))
    return [perform(timeline, start=start, robot=ROBOTS[key], seed=shared) for key in robots], crowd
