"""A trainee's tab as docs/wire.md wants it: it keeps what it got, and sends again what was not acknowledged."""

import asyncio
import json
import time
from contextlib import suppress
from typing import Any

import websockets
from django.conf import settings

from simulator.models import Run
from tests.simulator.tabs import sign_in

PACE = 0.04
"""Seconds between two commands: 25 a second, below what a socket may send."""


class Desk:
    """One tab, which survives its sockets. `pending` are commands without an answer, `acked` those acknowledged."""

    def __init__(self, run: Run, *, name: str = "desk") -> None:
        self.run_id = run.pk
        self.pending: dict[str, dict[str, Any]] = {}
        self.acked: dict[str, int] = {}
        self.sent: dict[str, float] = {}
        self.events: list[dict[str, Any]] = []
        self.closed: int | None = None
        self.is_deaf = False
        self._name = name
        self._session_key = sign_in(run.trainee)
        self._heard = asyncio.Event()
        self._socket: Any = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def seq(self) -> int:
        return self.events[-1]["seq"] if self.events else 0

    async def open(self, port: int) -> None:
        """Connects, follows from where it stands, and sends again what was not acknowledged."""
        headers = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={self._session_key}",
            "Origin": f"http://127.0.0.1:{port}",
        }
        self._socket = await websockets.connect(f"ws://127.0.0.1:{port}/ws/", additional_headers=headers)
        self.is_deaf = False
        self._listening = asyncio.create_task(self._listen(self._socket))
        await self._say({"type": "follow", "run": self.run_id, "after": self.seq})
        for message in list(self.pending.values()):
            await self._say(message)

    async def reply(self) -> None:
        """Sends one more reply, whose text is its id."""
        cmd_id = f"{self._name}-{len(self.sent) + 1}"
        message = {"type": "reply", "cmd_id": cmd_id, "run": self.run_id, "thread": "bag", "post": "bag-1"}
        message |= {"visibility": "public", "text": f"Antwort {cmd_id}", "seen_seq": self.seq}
        self.pending[cmd_id] = message
        self.sent[cmd_id] = time.monotonic()
        await self._say(message)

    async def work(self, *, seconds: float) -> None:
        """Replies at its pace, without waiting for answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            await self.reply()
            await asyncio.sleep(PACE)

    async def settle(self, *, seconds: float = 20) -> None:
        """Waits until everything is acknowledged."""
        async with asyncio.timeout(seconds):
            while self.pending:
                self._heard = asyncio.Event()
                await self._heard.wait()

    async def hear_of(self, kind: str) -> None:
        """Waits until an event of this kind has come."""
        while kind not in [event["kind"] for event in self.events]:
            self._heard = asyncio.Event()
            await self._heard.wait()

    async def lose(self) -> None:
        """Waits for the end of a socket whose server is gone."""
        if self._listening is not None:
            await self._listening

    async def close(self) -> None:
        """Closes the tab's socket."""
        await self._socket.close()
        await self.lose()

    async def _say(self, message: dict[str, Any]) -> None:
        with suppress(websockets.ConnectionClosed):
            await self._socket.send(json.dumps(message))

    async def _listen(self, socket: Any) -> None:
        with suppress(websockets.ConnectionClosed):
            async for text in socket:
                if not self.is_deaf:
                    await self._take(json.loads(text))
        self.closed = socket.close_code

    async def _take(self, frame: dict[str, Any]) -> None:
        if frame["type"] == "event":
            self.events.append(frame)
            self._heard.set()
        elif frame["type"] == "heartbeat":
            await self._say({"type": "heartbeat", "seen": {str(self.run_id): self.seq}})
        elif frame["type"] == "ack":
            self.acked[frame["cmd_id"]] = frame["seq"]
            self.pending.pop(frame["cmd_id"], None)
            self._heard.set()
        elif frame["type"] == "refused":
            raise AssertionError(frame)
