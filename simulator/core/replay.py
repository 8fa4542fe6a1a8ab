"""Replaying only the inputs of a log regenerates every derived event."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from scenarios.core.timeline import Timeline
from simulator.core.engine import advance
from simulator.core.events import ASSESSED, KINDS, WORLD, Event
from simulator.core.folding import fold
from simulator.core.ordering import PLACED
from simulator.core.state import State, start_state

Assess = Callable[[State, Event], Mapping[str, Any]]
"""`assess(state, reply)`: the data of the ReplyAssessed of a reply or notice, from the state before it."""


def inputs_of(log: Iterable[Event]) -> list[Event]:
    """What people and the service did, without what followed from it."""
    return [event for event in log if KINDS[event.kind].is_input]


def regenerate(timeline: Timeline, inputs: Iterable[Event], *, assess: Assess, until_ms: int) -> list[Event]:
    """The whole log that follows from `inputs`, up to the run time `until_ms`. Seqs are counted anew."""
    state = start_state(timeline)
    log: list[Event] = []
    for original in inputs:
        limit = original.seq - 1 - state.seq if original.kind in PLACED else None
        log += advance(state, original.at_ms, limit=limit)
        log += fold_input(state, replace(original, seq=state.seq + 1), assess=assess)
    return log + advance(state, until_ms, limit=None)


def fold_input(state: State, event: Event, *, assess: Assess) -> list[Event]:
    """Folds an input, and the assessment of its words with it; returns what was folded."""
    if event.kind not in ASSESSED:
        fold(state, event)
        return [event]
    assessed = Event(event.seq + 1, event.at_ms, "ReplyAssessed", WORLD, assess(state, event))
    fold(state, event)
    fold(state, assessed)
    return [event, assessed]
