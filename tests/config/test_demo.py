"""The demo's door opens for this machine only, for pages and for sockets."""

import socket

import pytest
from django.core.management import CommandError, call_command

from config.demo import refuse_strangers

HERE, ELSEWHERE = ("127.0.0.1", 50_000), ("192.0.2.7", 50_000)


async def knock(kind: str, *, client, headers=()) -> list[dict]:
    sent: list[dict] = []

    async def welcome(scope, receive, send):
        sent.append({"type": "welcome"})

    async def send(message):
        sent.append(message)

    await refuse_strangers(welcome)({"type": kind, "client": client, "headers": list(headers)}, None, send)
    return sent


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("client", [HERE, ("::1", 50_000)])
async def test_this_machine_comes_in(kind, client):
    assert await knock(kind, client=client) == [{"type": "welcome"}]


@pytest.mark.parametrize("client", [ELSEWHERE, ("2001:db8::1", 1), None])
async def test_another_machine_gets_no_page(client):
    answer = await knock("http", client=client)

    assert [message.get("status") for message in answer] == [403, None]


async def test_another_machine_gets_no_socket():
    assert await knock("websocket", client=ELSEWHERE) == [{"type": "websocket.close", "code": 4403}]


@pytest.mark.parametrize("header", [b"X-Forwarded-For", b"forwarded", b"x-real-ip"])
async def test_a_proxy_on_this_machine_is_another_machine(header):
    answer = await knock("http", client=HERE, headers=[(header, b"127.0.0.1")])

    assert answer[0]["status"] == 403


async def test_what_has_no_client_passes():
    assert await knock("lifespan", client=None) == [{"type": "welcome"}]


def test_a_port_that_somebody_has_is_named_before_anything_is_done(settings, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings.DEMO, settings.BIND, settings.PORT = True, *taken.getsockname()
        with pytest.raises(CommandError, match=f"{settings.PORT} .*Take another port"):
            call_command("demo")

    assert capsys.readouterr().out == ""
