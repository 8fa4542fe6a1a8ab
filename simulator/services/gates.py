"""One gate per run and process, held from before the lock until the rows were handed over, so that listeners get the
rows of a run in order of seq.

The database's lock is what keeps a log whole; this one only keeps the hand-over in step. Runs share a gate by chance,
which costs a wait and nothing else.
"""

import threading
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

_gates = tuple(threading.RLock() for _ in range(256))


def hold(run_id: int) -> AbstractContextManager[bool]:
    """Waits for the run's gate."""
    return _gates[run_id % len(_gates)]


@contextmanager
def hold_all(run_ids: Collection[int]) -> Iterator[None]:
    """Waits for the gates of all these runs, in the same order everywhere, so that no two wait for each other."""
    with ExitStack() as held:
        for number in sorted({run_id % len(_gates) for run_id in run_ids}):
            held.enter_context(_gates[number])
        yield


def try_to_hold(run_id: int, *, until: ExitStack) -> bool:
    """Takes the run's gate until `until` closes; False if somebody else has it."""
    gate = _gates[run_id % len(_gates)]
    taken = gate.acquire(blocking=False)
    if taken:
        until.callback(gate.release)
    return taken
