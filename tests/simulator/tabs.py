"""Browser tabs without a browser: one socket each, against a station without a clock of its own."""

import json
from collections.abc import Sequence
from typing import Any

from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from people.models import User
from simulator.routing import route_sockets
from simulator.station import Station

PATIENCE = 5


def sign_in(person: User) -> str:
    """The key of a new session of this person."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


class Tab:
    """What a tab sends and gets. `frames` are all that it got, `closed` the code it was closed with."""

    def __init__(self, station: Station, *, session_key: str) -> None:
        cookie = f"{settings.SESSION_COOKIE_NAME}={session_key}".encode()
        self._socket = WebsocketCommunicator(route_sockets(station), "/ws/", headers=[(b"cookie", cookie)])
        self.session_key = session_key
        self.frames: list[dict[str, Any]] = []
        self.closed: int | None = None

    @classmethod
    async def open(cls, station: Station, person: User | None) -> "Tab":
        tab = cls(station, session_key="" if person is None else await station.threads.write(sign_in, person))
        await tab._socket.connect(timeout=PATIENCE)
        return tab

    async def say(self, kind: str, **fields: Any) -> None:
        await self._socket.send_json_to({"type": kind, **fields})

    async def say_text(self, text: str) -> None:
        await self._socket.send_to(text_data=text)

    async def hear(self) -> dict[str, Any]:
        """The next frame; {} when the socket is closed."""
        message = await self._socket.receive_output(timeout=PATIENCE)
        if message["type"] == "websocket.close":
            self.closed = message["code"]
            return {}
        frame: dict[str, Any] = json.loads(message["text"])
        self.frames.append(frame)
        return frame

    async def hear_until(self, kind: str) -> dict[str, Any]:
        """The next frame of this type, or {} at the close."""
        while (frame := await self.hear()) and frame["type"] != kind:
            continue
        return frame

    async def hear_events(self, count: int) -> list[int]:
        """The seqs of the next events."""
        return [(await self.hear_until("event")).get("seq", 0) for _ in range(count)]

    async def hear_all(self) -> list[dict[str, Any]]:
        """Everything that was sent so far: the answer to a message that says nothing comes behind it."""
        start = len(self.frames)
        await self.say_text("?")
        while (frame := await self.hear()) and frame.get("code") != "bad_frame":
            continue
        return self.frames[start : -1 if frame else None]

    async def leave(self) -> None:
        await self._socket.disconnect(timeout=PATIENCE)

    @property
    def events(self) -> list[dict[str, Any]]:
        return [frame for frame in self.frames if frame["type"] == "event"]


def links(events: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(event["after"], event["seq"]) for event in events]
