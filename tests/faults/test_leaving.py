"""Who signs out, is locked or loses a role is out within two seconds, at every process that has a socket of theirs.

The change is made by another process than the two servers: this one. With `REDIS_URL` they share a channel layer;
without it they have one that nobody answers at, which is the harder case.
"""

import asyncio
import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial

import pytest
import websockets
from django.conf import settings
from django.db import connection
from django.test import Client

from people.models import Cohort, User
from people.services import set_active, take_membership
from simulator.frames import Close
from simulator.models import Run
from simulator.services import start_run
from tests.faults.servers import NO_REDIS, Server, serve
from tests.faults.worlds import make_quiet
from tests.simulator.tabs import sign_in
from tests.simulator.worlds import publish

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

LIMIT = 2.0
"""Seconds."""
LAYER = {"REDIS_URL": os.environ.get("REDIS_URL") or NO_REDIS}


async def follow(server: Server, *, session: str, run: Run) -> websockets.ClientConnection:
    """A socket that follows a run and has got its first event."""
    headers = {
        "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}",
        "Origin": f"http://127.0.0.1:{server.port}",
    }
    socket = await websockets.connect(f"ws://127.0.0.1:{server.port}/ws/", additional_headers=headers)
    await socket.send(json.dumps({"type": "follow", "run": run.pk, "after": 0}))
    async with asyncio.timeout(20):
        while json.loads(await socket.recv())["type"] != "event":
            pass
    return socket


async def leave(
    servers: Sequence[Server], session: str, run: Run, change: Callable[[], object]
) -> list[tuple[int, float]]:
    """(code, seconds from the change on) with which a socket at each server was closed. Raises TimeoutError."""
    sockets = [await follow(server, session=session, run=run) for server in servers]

    def change_and_close() -> None:
        change()
        connection.close()  # The thread's own, which nobody else would.

    await asyncio.to_thread(change_and_close)
    changed = time.monotonic()

    async def read(socket: websockets.ClientConnection) -> tuple[int, float]:
        with suppress(websockets.ConnectionClosed):
            async with asyncio.timeout(3 * LIMIT):
                while True:
                    await socket.recv()
        return socket.close_code or 0, time.monotonic() - changed

    try:
        return await asyncio.gather(*(read(socket) for socket in sockets))
    finally:
        for socket in sockets:
            await socket.close()


def make_changes(
    tia: User, theo: User, carla: User, early: Cohort
) -> Mapping[str, tuple[User, User, Callable[[str], object], int]]:
    """What happens → whose socket, whose run, what is done by whom knows the session, the code."""

    def sign_out(session: str) -> None:
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = session
        assert client.post("/accounts/logout/").status_code == 302

    return {
        "sign-out": (tia, tia, sign_out, Close.SIGNED_OUT),
        "role": (carla, tia, lambda _: take_membership(carla, cohort=early, role="coach"), Close.FORBIDDEN),
        "lock": (theo, theo, lambda _: set_active(theo, is_active=False), Close.SIGNED_OUT),
    }


def play_changes(
    servers: list[Server], tia: User, theo: User, carla: User, early: Cohort
) -> dict[str, list[tuple[int, float]]]:
    version = publish(make_quiet())
    runs = {
        each.pk: start_run(trainee=each, version=version, mode="class", cohort=early, seed=7) for each in (tia, theo)
    }
    seen = {}
    for name, (person, trainee, change, _) in make_changes(tia, theo, carla, early).items():
        session = sign_in(person)
        seen[name] = asyncio.run(leave(servers, session, runs[trainee.pk], partial(change, session)))
    return seen


@pytest.mark.long
def test_sign_out_lock_and_role_are_felt_at_every_process(tia: User, theo: User, carla: User, early: Cohort) -> None:
    with serve(env=LAYER) as one, serve(env=LAYER) as other:
        seen = play_changes([one, other], tia, theo, carla, early)

    codes = {name: code for name, (_, _, _, code) in make_changes(tia, theo, carla, early).items()}
    assert {name: [code for code, _ in ends] for name, ends in seen.items()} == {
        name: [code, code] for name, code in codes.items()
    }
    assert max(seconds for ends in seen.values() for _, seconds in ends) < LIMIT, seen


def test_sabotage_without_the_watch_nobody_is_out(tia: User, theo: User, carla: User, early: Cohort) -> None:
    with serve(env=LAYER, sabotage="never_watch") as server, pytest.raises(TimeoutError):
        play_changes([server], tia, theo, carla, early)
