"""The shipped scenarios, each compiled and played once per process: neither ever changes afterwards."""

from functools import cache
from pathlib import Path

from scenarios.core.problems import HINT
from scenarios.core.timeline import Timeline
from scenarios.services.files import compile_file
from simulator.core.events import Event
from simulator.playing import play

LIBRARY = Path(__file__).parents[2] / "scenarios" / "library"


@cache
def load_shipped(name: str) -> Timeline:
    """`name` is a file's without its ending, "rumour.de". Hints apart, nothing may be wrong with it."""
    compiled, problems = compile_file(LIBRARY / f"{name}.yaml")
    assert [problem for problem in problems if problem.severity != HINT] == []
    assert compiled is not None
    return compiled


@cache
def perform_shipped(name: str, *, seed: int = 1) -> tuple[Event, ...]:
    """The log of a run in which an expert sends the model replies at a person's speed."""
    return tuple(step.event for step in play(load_shipped(name), seed=seed, answers=True))
