"""Tries tricks on scenarios: each is a robot that has two hands, types 35 words a minute and does rightly what is a
click, as `stuffer` does."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from scenarios.core.timeline import Timeline
from scenarios.services.files import compile_file
from scoring.core.robots import EXPERT
from scoring.core.robots.cast import Pen, Robot
from scoring.core.robots.performance import perform
from scoring.core.robots.playing import Seed
from scoring.core.robots.rehearsing import seeds_of
from scoring.services.rehearsal import begin_rehearsal
from simulator.core.public import start_public
from tests.scoring.tricks.pens import CHEATS, HALVES

LIBRARY = Path(__file__).parents[3] / "scenarios" / "library"
TRICKS: Mapping[str, Pen] = {**CHEATS, **HALVES}


def load_library() -> list[Timeline]:
    compiled = [compile_file(path)[0] for path in sorted(LIBRARY.glob("*.yaml"))]
    return [timeline for timeline in compiled if timeline is not None]


def try_tricks(timeline: Timeline, tricks: Iterable[str], *, nth: int = 0) -> dict[str, int]:
    """Trick → score per mille with the `nth` fresh seed of `timeline`, and "expert" → the expert's."""
    seed = seeds_of(timeline, count=nth + 1)[nth]
    start = begin_rehearsal(timeline, seed=seed)
    shared = Seed(start_public(timeline, seed=seed, duration_ms=timeline.duration_ms).stream)
    robots = {"expert": EXPERT} | {key: Robot(key, pen=TRICKS[key], triages=True) for key in tricks}
    return {
        key: perform(timeline, start=start, robot=robot, seed=shared)["score"] or 0 for key, robot in robots.items()
    }
