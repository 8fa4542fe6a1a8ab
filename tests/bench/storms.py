"""What simulating a storm costs: the engine alone, as fast as it goes, without a trainee, a score or a database."""

import time

from scenarios.core.public import Phase
from scenarios.core.timeline import Timeline
from simulator.core.engine import advance
from simulator.core.events import ENGINE_VERSION, Event, actor_of
from simulator.core.folding import fold
from simulator.core.state import start_state
from simulator.services.casting import draw_cast, draw_crowd
from tests.bench.figures import Report
from tests.simulator.crowds import make_storm

POSTS = 600
LIMIT_MS = 150


def measure_storm(report: Report, *, times: int) -> None:
    """Twelve minutes, another seed each time, in time of the core it uses. A storm of too few posts is no figure."""
    timeline = make_storm(most_per_minute=70, tires_after=900, heat=70_000, phases=(Phase(0, 2_500, "flood"),))
    simulate(timeline, seed=0)  # tables are made once per process
    drawn, counts, spent = [], [], []
    for seed in range(1, times + 1):
        started = time.process_time()
        start = make_start(timeline, seed=seed)
        drawn.append((time.process_time() - started) * 1000)
        started = time.process_time()
        log = simulate(timeline, seed=seed, start=start)
        spent.append((time.process_time() - started) * 1000)
        counts.append(sum(bool(event.data.get("crowd")) for event in log if event.kind == "PostAppeared"))
    if min(counts) < POSTS:
        raise AssertionError(f"a storm of {min(counts)} posts is none of {POSTS}")
    report.add("names of a crowd of 60", drawn, "ms", 10)
    report.add(f"a 12-minute storm of at least {POSTS} crowd posts, simulated", spent, "ms", LIMIT_MS)
    report.add("crowd posts in it", counts, "posts", POSTS, at_least=True)


def simulate(timeline: Timeline, *, seed: int, start: Event | None = None) -> list[Event]:
    """All that follows from the start alone."""
    state = start_state(timeline)
    fold(state, start or make_start(timeline, seed=seed))
    return advance(state, timeline.duration_ms, limit=None)


def make_start(timeline: Timeline, *, seed: int) -> Event:
    data = {
        "agent": "^TI",
        "cast": draw_cast(timeline, seed=seed),
        "crowd": draw_crowd(timeline, seed=seed),
        "duration_ms": timeline.duration_ms,
        "engine": ENGINE_VERSION,
        "mode": "practice",
        "scoring": 1,
        "seed": seed,
        "speed": 1000,
        "trainee": actor_of(1),
        "wall_ms": 0,
    }
    return Event(1, 0, "RunStarted", actor_of(1), data)
