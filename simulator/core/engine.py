"""The engine: a timeline, a log and a time in; the events that are due by then out.

One step is repeated: take the smallest next item by time, rank and key, make it an event, fold it, go on. Hence the
law `due(L, b) == due(L, a) + due(L + due(L, a), b)` for a ≤ b: looking often or late gives the same log.
"""

from collections.abc import Iterable

from scenarios.core.timeline import Timeline
from simulator.core.agenda import drop, find_next, make_event
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import State, start_state

PAGE = 200
"""The most events that one catch-up writes."""


def advance(state: State, now_ms: int, *, limit: int | None = PAGE) -> list[Event]:
    """Folds into `state` what is due at the run time `now_ms`, inclusive, and returns it; at most `limit` events."""
    events: list[Event] = []
    while limit is None or len(events) < limit:
        item = find_next(state)
        if item is None or item[0] > now_ms:
            break
        event = make_event(state, item)
        if event is None:
            drop(state, item)
            continue
        fold(state, event)
        events.append(event)
    return events


def next_due_ms(state: State) -> int | None:
    """When to look again: nothing falls due before that run time. None where nothing will without an input."""
    item = find_next(state)
    return None if item is None else item[0]


def fold_all(timeline: Timeline, log: Iterable[Event]) -> State:
    """The state after the whole `log`."""
    state = start_state(timeline)
    for event in log:
        fold(state, event)
    return state


def due(timeline: Timeline, log: Iterable[Event], now_ms: int) -> list[Event]:
    """The events that are due after `log` at the run time `now_ms`, inclusive."""
    return advance(fold_all(timeline, log), now_ms, limit=None)
