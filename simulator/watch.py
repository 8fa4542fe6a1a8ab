"""Watches over the sockets of a process: are they alive, are they signed in, may they still see what they follow?

Rules kept here: the server beats, the client answers; who has not answered for DEAD_SECONDS is closed, whether it is
gone or only too slow. A look costs four queries for all sockets together, and a full check only for whom something
changed. What it says of trainees is that their desk is there, and to the coaches of an exercise alone.
"""

import asyncio
import logging
import math
from collections.abc import Collection, Mapping
from typing import Protocol

from simulator.doorkeeper import Pass, Standing, find_open_sessions, read_standings
from simulator.executor import DatabaseThreads
from simulator.frames import Close
from simulator.outbox import Outbox
from simulator.services.contacts import note_contacts

logger = logging.getLogger(__name__)

BEAT_SECONDS = 10
DEAD_SECONDS = 25
LOOK_SECONDS = 1.5
"""Who is signed out, locked, or has lost a role sees nothing new after two seconds, on whatever process."""
CONTACT_SECONDS = 5
"""How often it is noted that desks are there."""
ABSENT_SECONDS = 5
"""A desk that has not answered a heartbeat for so long is not there: browsers answer at once, hidden ones too."""
TURN = 32
"""Heartbeats that are sent before others have their turn."""


class Watched(Protocol):
    """What the watch knows of a socket."""

    ticket: Pass
    outbox: Outbox
    standings: Mapping[int, Standing]
    """What the permission to follow each run was given on."""
    beat_at: float

    @property
    def played(self) -> Collection[int]:
        """The runs that whoever is behind it plays here."""

    def beat(self) -> None: ...

    async def check_again(self) -> None: ...


class Watch:
    def __init__(self, *, threads: DatabaseThreads) -> None:
        self._threads = threads
        self.sockets: set[Watched] = set()
        self._noted_at = -math.inf

    async def keep_beating(self) -> None:
        while True:
            await self.beat(now=asyncio.get_running_loop().time())
            await asyncio.sleep(1)

    async def beat(self, *, now: float) -> None:
        """Beats where it is due, which is spread over the ten seconds as the sockets came, and closes who is dead."""
        due = [socket for socket in self.sockets if now - socket.beat_at >= BEAT_SECONDS]
        for number, socket in enumerate(due, start=1):
            waits_since = socket.outbox.waits_since()
            if waits_since is not None and now - waits_since > DEAD_SECONDS:
                socket.outbox.close(Close.TOO_SLOW)
            else:
                socket.beat()
            if number % TURN == 0:
                await asyncio.sleep(0)

    async def keep_looking(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception:
                logger.exception("the look at sessions failed")

    async def look(self) -> None:
        """Closes sockets whose session has ended, and checks those again whose person's standing changed."""
        sockets = [socket for socket in self.sockets if socket.outbox.closed is None]
        if not sockets:
            return
        keys = {socket.ticket.session_key for socket in sockets}
        users = {socket.ticket.user_id for socket in sockets}
        open_keys, standings = await self._threads.read(lambda: (find_open_sessions(keys), read_standings(users)))
        for socket in sockets:
            if socket.ticket.session_key not in open_keys or not _is_active(standings.get(socket.ticket.user_id)):
                socket.outbox.close(Close.SIGNED_OUT)
            elif any(given != standings.get(socket.ticket.user_id) for given in socket.standings.values()):
                await socket.check_again()
        await self._note_contacts(sockets, now=asyncio.get_running_loop().time())

    async def _note_contacts(self, sockets: Collection[Watched], *, now: float) -> None:
        if now - self._noted_at < CONTACT_SECONDS - LOOK_SECONDS / 2:
            return
        played = {run_id for socket in sockets if _answers(socket, now=now) for run_id in socket.played}
        if played:
            self._noted_at = now
            await self._threads.write(note_contacts, played)

    def close_all(self, code: int) -> None:
        for socket in self.sockets:
            socket.outbox.close(code)


def _is_active(standing: Standing | None) -> bool:
    return standing is not None and standing[1]


def _answers(socket: Watched, *, now: float) -> bool:
    waits_since = socket.outbox.waits_since()
    return waits_since is None or now - waits_since < ABSENT_SECONDS
