"""Who of a run's team has which thread open: for those who work in it together, so that no two answer one person.

Rules kept here: it is of the moment, in no log and in no table, and ends with the socket; what somebody types is
nowhere in it; only those who work in the run are told, and only of others than themselves. It knows this process's
sockets and no others (docs/wire.md, `presence`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.frames import write_frame
from simulator.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Looking:
    """What somebody's tab shows: `thread`, or None for none."""

    actor: str
    name: str
    thread: str | None


class Presence:
    """Lives on the event loop, as outboxes do."""

    def __init__(self) -> None:
        self._runs: dict[int, dict[Outbox, Looking]] = {}

    def look(self, run_id: int, outbox: Outbox, *, actor: str, name: str, thread: str | None) -> None:
        """Tells the others, and whoever is new of the others."""
        here = self._runs.setdefault(run_id, {})
        is_new = here.pop(outbox, None) is None
        # The last to look stands last: of somebody's tabs, that is where they are.
        here[outbox] = Looking(actor, name, thread)
        self._tell(run_id, here[outbox])
        for other in self._others(run_id, actor) if is_new else ():
            outbox.say(_write(run_id, here[other], thread=here[other].thread))

    def leave(self, run_id: int, outbox: Outbox) -> None:
        """Their tab is gone; of others of theirs that are still there, the one that looked last counts."""
        here = self._runs.get(run_id, {})
        gone = here.pop(outbox, None)
        if gone is not None:
            left = next((each for each in reversed(here.values()) if each.actor == gone.actor), None)
            self._tell(run_id, left or gone, is_gone=left is None)
        if not here:
            self._runs.pop(run_id, None)

    def _tell(self, run_id: int, looking: Looking, *, is_gone: bool = False) -> None:
        for outbox in self._others(run_id, looking.actor):
            outbox.say(_write(run_id, looking, thread=looking.thread, gone=True if is_gone else None))

    def _others(self, run_id: int, actor: str) -> Iterator[Outbox]:
        return (outbox for outbox, each in list(self._runs[run_id].items()) if each.actor != actor)


def _write(run_id: int, looking: Looking, *, thread: str | None, gone: bool | None = None) -> str:
    return write_frame("presence", run=run_id, actor=looking.actor, name=looking.name, thread=thread, gone=gone)
