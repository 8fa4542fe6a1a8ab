"""The doorbell between processes: one channel per process, one group for all of them.

It only says which runs have moved, and how far; whoever hears it reads the log. It may fail to ring: everything then
still arrives within the hub's periodic look. Rings of one step of the loop go out together.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from channels.layers import InMemoryChannelLayer, get_channel_layer

from simulator.services.doorbell import Row

logger = logging.getLogger(__name__)

GROUP = "generalprobe.moved"
RETRY_SECONDS = 5
REJOIN_SECONDS = 60

Heard = Callable[[Mapping[int, int]], None]


def find_layer() -> Any:
    """The channel layer, where it can reach another process: the in-memory one reaches nobody else. None otherwise."""
    layer = get_channel_layer()
    return None if isinstance(layer, InMemoryChannelLayer) else layer


def write_ring(heads: Mapping[int, int], *, sender: str) -> dict[str, Any]:
    """The layer's message that the runs in `heads` have moved to these seqs."""
    return {"type": "moved", "sender": sender, "heads": {str(run_id): seq for run_id, seq in heads.items()}}


class Bell:
    """Rings for this process and hears the others. `heard` is given run → seq on the event loop."""

    def __init__(self, layer: Any, *, heard: Heard) -> None:
        self._layer = layer
        self._heard = heard
        self._loop = asyncio.get_running_loop()
        self._moved: dict[int, int] = {}
        self._wake = asyncio.Event()
        self._channel = ""

    def hear(self, run_id: int, rows: Sequence[Row]) -> None:
        """The doorbell's listener; called on the thread that has just committed `rows`."""
        self._loop.call_soon_threadsafe(self._ring, run_id, rows[-1].seq)

    def _ring(self, run_id: int, seq: int) -> None:
        self._moved[run_id] = max(seq, self._moved.get(run_id, 0))
        self._wake.set()

    async def run(self) -> None:
        """Rings and listens until it is cancelled, whatever happens to the layer."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._keep_on(self._send))
            tasks.create_task(self._keep_on(self._listen))
            tasks.create_task(self._keep_on(self._stay_in_group))

    async def _keep_on(self, work: Callable[[], Any]) -> None:
        """Works again and again. The layer's libraries may swallow a cancellation, so that it is asked for as well."""
        while not _is_cancelled():
            try:
                await work()
            except Exception as error:
                if not _is_cancelled():
                    logger.warning("the channel layer does not answer (%s); the periodic look has to do", error)
                    await asyncio.sleep(RETRY_SECONDS)

    async def _send(self) -> None:
        await self._wake.wait()
        self._wake.clear()
        heads, self._moved = self._moved, {}
        await self._layer.group_send(GROUP, write_ring(heads, sender=self._channel))

    async def _listen(self) -> None:
        if not self._channel:
            self._channel = await self._layer.new_channel()
            await self._layer.group_add(GROUP, self._channel)
        message = await self._layer.receive(self._channel)
        if message["sender"] != self._channel:
            self._heard({int(run_id): seq for run_id, seq in message["heads"].items()})

    async def _stay_in_group(self) -> None:
        """A layer forgets its members after a day, and when it restarts."""
        await asyncio.sleep(REJOIN_SECONDS)
        if self._channel:
            await self._layer.group_add(GROUP, self._channel)


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
