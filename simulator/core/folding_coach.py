"""Folding what a coach does to a run under way."""

from simulator.core.events import Event
from simulator.core.state import State

SKIPPED = 0
"""The speed, in `State.speeds`, of the run time that nobody could work in."""


def skip(state: State, event: Event) -> None:
    """The clock counts on from a later run time; what falls due until then is caught up, each at its own time."""
    to_ms = event.data["to_ms"]
    state.clock = state.clock.anchored(event.data["wall_ms"], to_ms)
    state.speeds += [(event.at_ms, SKIPPED), (to_ms, state.clock.per_mille)]
