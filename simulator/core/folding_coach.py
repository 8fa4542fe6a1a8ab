"""Folding what a coach does to a run under way."""

from heapq import heappush

from simulator.core import public
from simulator.core.events import Event
from simulator.core.ordering import FACT_RANK, POST_RANK
from simulator.core.state import Injection, State

SKIPPED = 0
"""The speed, in `State.speeds`, of the run time that nobody could work in."""


def skip(state: State, event: Event) -> None:
    """The clock counts on from a later run time; what falls due until then is caught up, each at its own time."""
    to_ms = event.data["to_ms"]
    state.clock = state.clock.anchored(event.data["wall_ms"], to_ms)
    state.speeds += [(event.at_ms, SKIPPED), (to_ms, state.clock.per_mille)]


def inject_post(state: State, event: Event) -> None:
    """Somebody of the scenario, or a stranger, is going to say what the coach wrote."""
    data = event.data
    state.injected[data["post"]] = Injection(event.seq, data, event.words)
    if "name" in data:
        state.cast = {**state.cast, data["persona"]: {"name": data["name"], "handle": data["handle"]}}
    heappush(state.agenda, (data.get("due_ms", event.at_ms), POST_RANK, data["post"]))


def inject_fact(state: State, event: Event) -> None:
    """A fact of the scenario is released, or one in the coach's own words."""
    data = event.data
    if event.data["own"]:
        state.injected[data["fact"]] = Injection(event.seq, data, event.words)
    heappush(state.agenda, (data.get("due_ms", event.at_ms), FACT_RANK, data["fact"]))


def raise_wave(state: State, event: Event) -> None:
    """The crowd writes more for a while: what its seed holds ready, more readily."""
    data = event.data
    at_ms = data.get("due_ms", event.at_ms)
    public.raise_wave(state.stirred, at_ms=at_ms, seconds=data["seconds"], posts=data["posts"])


def turn_heat(state: State, event: Event) -> None:
    """It fades as all heat does."""
    public.add_heat(state.stirred, at_ms=event.data.get("due_ms", event.at_ms), milli=event.data["milli"])
