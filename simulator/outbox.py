"""What waits to be sent to one socket.

Rules kept here: whoever offers a frame never waits for its reader, so that a slow one does not hold up the others; at
most WINDOW bytes are under way that the client has not acknowledged, since Daphne buffers a slow reader without limit;
what cannot go yet waits here as references to texts that all sockets share, and too much of it closes the socket
(4408). Acknowledging costs nothing per frame: a socket keeps its order, so the answer to a heartbeat confirms all that
went before it.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextvars import Context
from dataclasses import dataclass
from types import coroutine
from typing import Any

from simulator.frames import Close

logger = logging.getLogger(__name__)

WINDOW = 512 * 1024
"""Bytes that may be under way without an acknowledgement."""
WAITING_FRAMES = 1_000
"""Live frames that may wait behind a backlog."""
OVERHEAD = 16
"""What a frame costs beyond its text, roughly."""

Message = dict[str, Any]


@dataclass(slots=True)
class Frame:
    """An event's frame, made once for everyone who gets it. Feeds keep tens of thousands, so it is text and nothing
    else."""

    seq: int
    text: str


@dataclass(slots=True)
class Cursor:
    """How far one run has been sent over one socket, and how far the client has acknowledged it."""

    sent: int
    seen: int = 0


class Outbox:
    """One socket's way out. Lives on the event loop; none of its methods waits."""

    __slots__ = (
        "_ask",
        "_asgi_send",
        "_acknowledged",
        "_backlog",
        "_marks",
        "_ready",
        "_rest",
        "_sent",
        "_waiting",
        "closed",
    )

    def __init__(
        self, send: Callable[[Message], Awaitable[None]], *, ask: Callable[[], None], ready: Callable[[], None]
    ) -> None:
        """`ask` sends a heartbeat, so that the client acknowledges what it has; `ready` hears that more can be sent."""
        self._asgi_send = send
        self._waiting: deque[tuple[Cursor, Frame]] = deque()
        self._backlog = 0
        self._rest: asyncio.Task[None] | None = None
        self._sent = self._acknowledged = 0
        self._marks: deque[tuple[int, float]] = deque()
        self._ask = ask
        self._ready = ready
        self.closed: int | None = None

    def offer(self, cursor: Cursor, frame: Frame) -> None:
        """Sends a live frame at once if nothing is in its way, and keeps it otherwise."""
        if self.closed is not None:
            return
        if self._waiting or not self._may_send():
            self._waiting.append((cursor, frame))
            if len(self._waiting) > self._backlog + WAITING_FRAMES:
                self.close(Close.TOO_SLOW)
        else:
            self._send_event(cursor, frame)

    def keep(self, cursor: Cursor, frames: list[Frame]) -> None:
        """Puts a backlog in line. `send_waiting` sends it, bit by bit."""
        self._waiting.extend((cursor, frame) for frame in frames)
        self._backlog = len(self._waiting)

    def send_waiting(self, limit: int) -> bool:
        """Sends up to `limit` of the frames in line. True if more could go at once."""
        while self._waiting and limit and self._may_send():
            limit -= 1
            self._send_event(*self._waiting.popleft())
        return bool(self._waiting) and self._may_send()

    def drop(self, cursor: Cursor) -> None:
        """Forgets what waits of a run that is no longer followed."""
        self._waiting = deque(item for item in self._waiting if item[0] is not cursor)

    def say(self, text: str) -> None:
        """Sends an answer or a heartbeat. These stand in line only while the server itself does not take anything."""
        if self._rest is not None:
            self._waiting.append((Cursor(sent=0), Frame(0, text)))
        elif self.closed is None:
            self._send(text)

    def mark(self, now: float) -> None:
        """Notes that a heartbeat has just been sent. `now` is the loop's time, in seconds."""
        self._marks.append((self._sent, now))

    def acknowledge(self) -> None:
        """Takes the answer to the oldest unanswered heartbeat: all that was sent before it has arrived."""
        if self._marks:
            self._acknowledged = self._marks.popleft()[0]
            self._ready()

    def is_idle(self) -> bool:
        return not self._waiting

    def waits_since(self) -> float | None:
        """When the oldest unanswered heartbeat was sent, in the loop's seconds."""
        return self._marks[0][1] if self._marks else None

    def close(self, code: int) -> None:
        """Drops what waits and closes the socket. Only the first code counts."""
        if self.closed is None:
            self.closed = code
            self._waiting.clear()
            if self._rest is not None:
                self._rest.cancel()
            if not self._start({"type": "websocket.close", "code": int(code)}):
                # Below Daphne, Autobahn lets an application say no code between 1000 and 3000, so not 1012 either.
                self._start({"type": "websocket.close", "code": 1000})

    async def abandon(self) -> None:
        """Gives up what the server has not taken yet; for sockets that are gone."""
        self.closed = self.closed or 1006
        self._waiting.clear()
        if self._rest is not None:
            self._rest.cancel()
            await asyncio.gather(self._rest, return_exceptions=True)

    def _may_send(self) -> bool:
        return self.closed is None and self._rest is None and self._sent - self._acknowledged < WINDOW

    def _send_event(self, cursor: Cursor, frame: Frame) -> None:
        cursor.sent = frame.seq
        self._send(frame.text)
        if not self._marks and self._sent - self._acknowledged > WINDOW // 2:
            self._ask()

    def _send(self, text: str) -> None:
        self._sent += len(text) + OVERHEAD
        self._start({"type": "websocket.send", "text": text})

    def _start(self, message: Message) -> bool:
        """Runs the server's `send` up to its first real wait. Daphne's never waits, so a frame costs no task. False if
        the server refuses."""
        work = self._asgi_send(message)
        if not isinstance(work, Coroutine):
            raise TypeError("an ASGI server's send is a coroutine function")
        try:
            awaited = work.send(None)
        except StopIteration:
            return True
        except Exception as error:
            logger.info("the server did not take a frame: %s", error)
            self.closed = self.closed or 1006
            return False
        self._rest = asyncio.get_running_loop().create_task(self._finish(_resume(work, awaited)), context=Context())
        return True

    async def _finish(self, rest: Awaitable[None]) -> None:
        try:
            await rest
        except Exception as error:
            logger.info("the server did not take a frame: %s", error)
            self.closed = self.closed or 1006
        finally:
            self._rest = None
        self._ready()


@coroutine
def _resume(work: Coroutine[Any, Any, None], awaited: Any) -> Generator[Any, Any, None]:
    """Goes on with a coroutine that already waits for `awaited`."""
    while True:
        advance: Callable[[Any], Any]
        try:
            argument = yield awaited
            advance = work.send
        except BaseException as error:
            argument, advance = error, work.throw
        try:
            awaited = advance(argument)
        except StopIteration:
            return
