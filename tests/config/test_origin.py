"""Sockets are opened from our own pages only: scheme, host and port have to be those of ORIGINS."""

import pytest
from channels.security.websocket import OriginValidator
from channels.testing import WebsocketCommunicator

from config.asgi import sockets


async def lets_in(origin: bytes | None) -> bool:
    """Whether the guard before the sockets lets `origin` pass; behind it, everybody is welcome."""

    async def welcome(scope, receive, send):
        await receive()
        await send({"type": "websocket.accept"})

    door = OriginValidator(welcome, sockets.allowed_origins)
    headers = [] if origin is None else [(b"origin", origin)]
    socket = WebsocketCommunicator(door, "/ws/", headers=headers)
    connected, _ = await socket.connect()
    await socket.disconnect()
    return connected


async def test_our_own_page_opens_a_socket():
    assert await lets_in(b"http://testserver")


@pytest.mark.parametrize(
    "origin",
    [
        None,
        b"null",
        b"https://testserver",
        b"http://testserver:81",
        b"http://testserver.evil.example",
        b"https://evil.example",
    ],
)
async def test_another_page_does_not(origin):
    assert isinstance(sockets, OriginValidator)
    assert not await lets_in(origin)
