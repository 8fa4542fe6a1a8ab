"""Hands new rows of a log to whoever listens in this process, after they were committed.

Listeners are called on the thread that wrote, in the order of seq for each run. They must be quick; one that raises is
logged and does not stop the others, since the log already has the rows.
"""

import logging
from collections.abc import Callable, Sequence

from simulator.core.rows import Row as Row

logger = logging.getLogger(__name__)

Listener = Callable[[int, Sequence[Row]], None]

_listeners: list[Listener] = []


def listen(listener: Listener) -> Callable[[], None]:
    """Calls `listener(run_id, rows)` for all that is written from now on. Returns what ends it."""
    _listeners.append(listener)

    def stop() -> None:
        if listener in _listeners:
            _listeners.remove(listener)

    return stop


def ring(run_id: int, rows: Sequence[Row]) -> None:
    """Hands over `rows` of one run, contiguous and in order."""
    for listener in tuple(_listeners):
        try:
            listener(run_id, rows)
        except Exception:
            logger.exception("a listener failed on run %s, seq %s", run_id, rows[-1].seq)
