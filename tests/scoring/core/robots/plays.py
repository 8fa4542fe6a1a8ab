"""Runs of robots in tests: shipped scenarios, and a storm made by hand."""

from functools import cache
from pathlib import Path

from scenarios.core.timeline import Timeline
from scenarios.services.files import compile_file
from scoring.core.robots import ROBOTS, play
from scoring.services.rehearsal import begin_rehearsal
from simulator.core.events import Event

LIBRARY = Path(__file__).parents[4] / "scenarios" / "library"


@cache
def load(name: str) -> Timeline:
    timeline = compile_file(LIBRARY / f"{name}.yaml")[0]
    assert timeline is not None
    return timeline


def perform(timeline: Timeline, robot: str, *, seed: int = 7) -> list[Event]:
    return play(timeline, begun=[begin_rehearsal(timeline, seed=seed)], robot=ROBOTS[robot])


def list_of(log: list[Event], *kinds: str) -> list[Event]:
    return [event for event in log if event.kind in kinds]
