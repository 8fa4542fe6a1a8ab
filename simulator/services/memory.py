"""Each process's memory of the runs it has worked on, so that a command reads only the tail of a log.

Rules kept here: it is a cache, dropping it changes nothing; what is remembered is taken out while it is used and put
back when all went well, so that an error leaves nothing half folded behind; it counts only if it agrees with the run's
row, read under the lock.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from scenarios.core.timeline import Timeline
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline
from scoring.core import Shelf
from simulator.core.folding import fold
from simulator.core.state import State, start_state
from simulator.services import store

KEPT_RUNS = 512
"""How many runs a process remembers; the least recently used goes first. 100 events and 10 replies take 60 kB,
fingerprints of 200 earlier replies another 90."""


@dataclass(slots=True)
class Remembered:
    """A run's state at `digest`, and the prose of its replies, by actor, as far as later ones were held against it."""

    state: State
    digest: str
    erasures: int
    shelves: dict[str, Shelf] = field(default_factory=dict)


_runs: OrderedDict[int, Remembered] = OrderedDict()
_lock = threading.Lock()


def take(head: store.Head) -> Remembered:
    """The run as of `head`, from memory and the tail of its log. Whoever takes it puts it back, or nobody does."""
    with _lock:
        known = _runs.pop(head.run_id, None)
    if known is not None and (known.state.seq, known.digest, known.erasures) == (head.seq, head.digest, head.erasures):
        return known
    if known is None or known.erasures != head.erasures or not _is_behind(known, head):
        known = Remembered(start_state(timeline_of(head.version_id)), "", head.erasures)
    for event in store.read_events(head.run_id, after=known.state.seq):
        fold(known.state, event)
    known.digest = head.digest
    return known


def peek(run_id: int) -> State | None:
    """The state, if it is remembered, for what never changes in it: timeline, cast, agent.

    It may belong to another run under the same id, where a transaction was rolled back: check under the lock.
    """
    with _lock:
        known = _runs.get(run_id)
    return None if known is None else known.state


def put(run_id: int, remembered: Remembered) -> None:
    """Keeps `remembered` for the next one. Before the commit, under the lock: if that fails, the head disagrees."""
    with _lock:
        _runs[run_id] = remembered
        _runs.move_to_end(run_id)
        while len(_runs) > KEPT_RUNS:
            _runs.popitem(last=False)


def forget(run_id: int | None = None) -> None:
    """Drops one run, or all."""
    with _lock:
        if run_id is None:
            _runs.clear()
        else:
            _runs.pop(run_id, None)


def _is_behind(known: Remembered, head: store.Head) -> bool:
    """Whether the log of `head` goes on from what is known: another process wrote, and nothing was rolled back."""
    return known.state.seq < head.seq and store.digest_at(head.run_id, known.state.seq) == known.digest


def timeline_of(version_id: int) -> Timeline:
    """What a version holds, from memory or read once."""
    return load_timeline(ScenarioVersion.objects.defer("timeline_json", "source", "brand_source").get(pk=version_id))
