"""One per process: brings what is new in the log to every socket that may see it (docs/wire.md, "How it arrives").

Rules kept here: after a commit in this process the rows are handed over directly; other processes ring; and in case
nobody rang, one query every LOOK_SECONDS finds what moved. Nothing here waits for a socket. Everything but `hear`
happens on the event loop, so there is no lock.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Mapping, Sequence

from simulator import queries, services
from simulator.core.events import BOTH
from simulator.executor import DatabaseThreads
from simulator.feed import Feed
from simulator.outbox import Outbox
from simulator.presence import Presence
from simulator.services import clock
from simulator.services.doorbell import Row
from simulator.tasks import Tasks

logger = logging.getLogger(__name__)

LOOK_SECONDS = 4
"""With the time that a look takes, everything arrives within five."""
PAST_SECONDS = 15
"""How long frames of the past, and feeds that nobody follows, are kept after their last use."""
PAGE = 1_000
CHUNK = 256
"""Frames of a backlog that go to one socket before the others have their turn."""


class Hub:
    def __init__(self, *, threads: DatabaseThreads, tasks: Tasks) -> None:
        self._threads = threads
        self._tasks = tasks
        self._loop = asyncio.get_running_loop()
        self._feeds: dict[tuple[int, str], Feed] = {}
        self._reading: dict[Feed, asyncio.Task[None]] = {}
        self._replays: deque[Outbox] = deque()
        self._replaying: asyncio.Task[None] | None = None
        self._ahead_ms = 0
        self.presence = Presence()

    def hear(self, run_id: int, rows: Sequence[Row]) -> None:
        """The doorbell's listener; called on the thread that has just committed `rows`."""
        self._loop.call_soon_threadsafe(self.take, run_id, rows)

    def take(self, run_id: int, rows: Sequence[Row]) -> None:
        """Sends rows that were committed in this process."""
        for feed in self._feeds_of(run_id):
            if not feed.take(rows):
                self._read(feed)

    def notice(self, heads: Mapping[int, int]) -> None:
        """Reads the runs whose log has moved further than what is known here."""
        for run_id, seq in heads.items():
            for feed in self._feeds_of(run_id):
                if seq > feed.head:
                    feed.rung = max(feed.rung, seq)
                    self._read(feed)

    async def follow(self, run_id: int, *, audience: str, outbox: Outbox, after: int) -> Feed:
        """Lets `outbox` follow: all that `audience` may see after `after` stands in line, and what comes goes on from
        there. The caller has checked that it may, and calls `start_replay`."""
        feed = self._feeds.setdefault((run_id, audience), Feed(run_id, audience=audience))
        while True:
            feed.used_at = self._loop.time()
            if feed in self._reading:
                await asyncio.shield(self._reading[feed])
            elif not feed.is_ready:
                await asyncio.shield(self._read(feed))
            elif not feed.join(outbox, after=after):
                await asyncio.shield(self._read(feed, past=True))
            else:
                return feed

    def start_replay(self, outbox: Outbox) -> None:
        """Sends what stands in line, taking turns with the others who have something there."""
        if not outbox.is_idle() and outbox not in self._replays:
            self._replays.append(outbox)
            if self._replaying is None or self._replaying.done():
                self._replaying = self._tasks.start(self._replay(), name="replay")

    def now_ms(self) -> int:
        """The wall time that the log goes by, without asking the database for it."""
        return _process_ms() + self._ahead_ms

    async def look(self) -> None:
        """The periodic look: one query for all runs that are followed, and one for the time."""
        self._tidy()
        run_ids = sorted({run_id for run_id, _ in self._feeds})
        before = _process_ms()
        wall_ms, heads = await self._threads.read(lambda: (clock.wall_ms(), queries.full_heads(run_ids)))
        self._ahead_ms = wall_ms - (before + _process_ms()) // 2
        for run_id, head in heads.items():
            for feed in self._feeds_of(run_id):
                if feed.is_ready and feed not in self._reading:
                    feed.note_erasures(head.erasures)
        self.notice({run_id: head.seq for run_id, head in heads.items()})

    async def keep_looking(self) -> None:
        while True:
            try:
                await self.look()
            except Exception:
                logger.exception("the periodic look failed")
            await asyncio.sleep(LOOK_SECONDS)

    def _feeds_of(self, run_id: int) -> list[Feed]:
        return [feed for audience in BOTH if (feed := self._feeds.get((run_id, audience))) is not None]

    def _read(self, feed: Feed, *, past: bool = False) -> asyncio.Task[None]:
        """The one task that reads for this feed."""
        if feed not in self._reading:
            work = self._read_for(feed, past=past)
            self._reading[feed] = self._tasks.start(work, name=f"read run {feed.run_id}")
        return self._reading[feed]

    async def _read_for(self, feed: Feed, *, past: bool) -> None:
        """Leaves `_reading` before it is done: to wait for a task that is done takes no turn of the loop, and whoever
        found one there would find it for ever, with everybody else waiting."""
        try:
            await (self._read_past(feed) if past else self._read_on(feed))
        finally:
            del self._reading[feed]

    async def _read_on(self, feed: Feed) -> None:
        """Reads what follows `head`. Whoever looks at a run first catches it up."""
        if not feed.is_ready:
            await self._threads.write(services.catch_up, feed.run_id)
            head = (await self._threads.read(queries.full_heads, [feed.run_id])).get(feed.run_id)
            feed.note_erasures(head.erasures if head is not None else 0)
        while rows := await self._threads.read(queries.rows_after, feed.run_id, feed.head, PAGE):
            feed.take(rows)
            if len(rows) < PAGE and feed.head >= feed.rung:
                break
        feed.is_ready = True

    async def _read_past(self, feed: Feed) -> None:
        past: list[Row] = []
        end = feed.starts_after
        while not past or past[-1].seq < end:
            page = await self._threads.read(queries.rows_after, feed.run_id, past[-1].seq if past else 0, PAGE)
            if not page:  # the run has been deleted meanwhile
                break
            past += page
        feed.restore_past(past)

    async def _replay(self) -> None:
        while self._replays:
            outbox = self._replays.popleft()
            if outbox.send_waiting(CHUNK):
                self._replays.append(outbox)
            await asyncio.sleep(0)

    def _tidy(self) -> None:
        oldest = self._loop.time() - PAST_SECONDS
        for key, feed in list(self._feeds.items()):
            if feed.used_at < oldest and feed not in self._reading:
                if feed.followers:
                    feed.drop_past()
                else:
                    del self._feeds[key]


def _process_ms() -> int:
    return time.time_ns() // 1_000_000
