"""One socket's way out: order, window, slow readers."""

import asyncio
from typing import Any

import pytest

from simulator import outbox as module
from simulator.frames import Close
from simulator.outbox import WINDOW, Cursor, Frame, Outbox


class Server:
    """What an ASGI server is to an outbox. While `held`, its `send` waits like one whose reader is slow."""

    def __init__(self) -> None:
        self.got: list[Any] = []
        self.ready = 0
        self.asked = 0
        self._free = asyncio.Event()
        self._free.set()

    async def send(self, message: dict[str, Any]) -> None:
        await self._free.wait()
        self.got.append(message.get("text", message.get("code")))

    def hold(self) -> None:
        self._free.clear()

    def let_go(self) -> None:
        self._free.set()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def outbox(server: Server) -> Outbox:
    def ask() -> None:
        server.asked += 1
        outbox.mark(0.0)

    def ready() -> None:
        server.ready += 1

    outbox = Outbox(server.send, ask=ask, ready=ready)
    return outbox


def make_frames(count: int, *, first: int = 1, size: int = 10) -> list[Frame]:
    return [Frame(seq, f"{seq}".ljust(size)) for seq in range(first, first + count)]


def seqs(server: Server) -> list[int]:
    return [int(text) for text in server.got]


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_live_frame_is_sent_at_once_and_without_a_task(server: Server, outbox: Outbox) -> None:
    cursor = Cursor(sent=0)
    tasks = len(asyncio.all_tasks())
    outbox.offer(cursor, Frame(1, "1"))
    assert (server.got, cursor.sent, len(asyncio.all_tasks())) == (["1"], 1, tasks)


async def test_a_live_frame_stands_in_line_behind_the_backlog(server: Server, outbox: Outbox) -> None:
    cursor = Cursor(sent=0)
    outbox.keep(cursor, make_frames(5))
    outbox.offer(cursor, Frame(6, "6"))
    assert server.got == []
    assert outbox.send_waiting(4)
    assert (seqs(server), cursor.sent) == ([1, 2, 3, 4], 4)
    assert not outbox.send_waiting(4)
    assert (seqs(server), cursor.sent) == ([1, 2, 3, 4, 5, 6], 6)


async def test_who_offers_to_a_slow_reader_does_not_wait(server: Server, outbox: Outbox) -> None:
    cursor = Cursor(sent=0)
    server.hold()
    for frame in make_frames(3):
        outbox.offer(cursor, frame)
    outbox.say("ack")
    assert server.got == []
    server.let_go()
    await settle()
    while outbox.send_waiting(1):
        await settle()
    await settle()
    assert [text.strip() for text in server.got] == ["1", "2", "3", "ack"]


async def test_no_more_than_a_window_is_under_way_unacknowledged(server: Server, outbox: Outbox) -> None:
    cursor = Cursor(sent=0)
    for frame in make_frames(100, size=WINDOW // 10):
        outbox.offer(cursor, frame)
    assert (len(server.got), server.asked) == (10, 1)
    outbox.acknowledge()
    outbox.send_waiting(1000)
    assert (len(server.got), server.asked) == (15, 2)


async def test_the_answer_to_a_heartbeat_confirms_what_went_before_it(server: Server, outbox: Outbox) -> None:
    cursor = Cursor(sent=0)
    frames = make_frames(40, size=WINDOW // 10)
    for frame in frames[:4]:
        outbox.offer(cursor, frame)
    outbox.mark(1.0)
    for frame in frames[4:]:
        outbox.offer(cursor, frame)
    assert (len(server.got), outbox.waits_since()) == (10, 1.0)
    outbox.acknowledge()
    outbox.send_waiting(1000)
    assert len(server.got) == 14


async def test_an_answer_that_nobody_asked_for_confirms_nothing(server: Server, outbox: Outbox) -> None:
    cursor = Cursor(sent=0)
    for frame in make_frames(4, size=WINDOW // 10):
        outbox.offer(cursor, frame)
    outbox.acknowledge()
    for frame in make_frames(40, first=5, size=WINDOW // 10):
        outbox.offer(cursor, frame)
    assert len(server.got) == 10


async def test_too_much_in_line_closes_the_socket_and_frees_the_line(
    server: Server, outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAITING_FRAMES", 10)
    cursor = Cursor(sent=0)
    outbox.keep(cursor, make_frames(20, size=WINDOW))
    outbox.send_waiting(1)
    for frame in make_frames(10, first=21):
        outbox.offer(cursor, frame)
    assert outbox.closed is None
    for frame in make_frames(2, first=31):
        outbox.offer(cursor, frame)
    assert (outbox.closed, server.got[-1], outbox.is_idle()) == (Close.TOO_SLOW, Close.TOO_SLOW, True)


async def test_after_the_close_nothing_is_sent(server: Server, outbox: Outbox) -> None:
    outbox.close(Close.SIGNED_OUT)
    outbox.close(Close.RESTART)
    outbox.offer(Cursor(sent=0), Frame(1, "1"))
    outbox.say("ack")
    assert (server.got, outbox.is_idle()) == ([Close.SIGNED_OUT], True)


async def test_the_close_goes_ahead_of_what_the_server_did_not_take(server: Server, outbox: Outbox) -> None:
    server.hold()
    outbox.offer(Cursor(sent=0), Frame(1, "1"))
    await settle()
    outbox.close(Close.TOO_SLOW)
    server.let_go()
    await settle()
    assert server.got == [Close.TOO_SLOW]


async def test_a_server_that_fails_closes_the_outbox_and_nobody_else(outbox: Outbox) -> None:
    async def fail(message: dict[str, Any]) -> None:
        raise RuntimeError("gone")

    broken = Outbox(fail, ask=lambda: None, ready=lambda: None)
    broken.offer(Cursor(sent=0), Frame(1, "1"))
    assert broken.closed == 1006


async def test_what_waits_of_a_run_no_longer_followed_is_forgotten(server: Server, outbox: Outbox) -> None:
    left, kept = Cursor(sent=0), Cursor(sent=0)
    outbox.keep(left, make_frames(2))
    outbox.keep(kept, make_frames(2, first=11))
    outbox.drop(left)
    outbox.send_waiting(10)
    assert seqs(server) == [11, 12]


async def test_a_code_that_the_server_cannot_say_becomes_1000() -> None:
    got: list[int] = []

    async def send(message: dict[str, Any]) -> None:
        if message["code"] == Close.RESTART:
            raise ValueError("invalid close code")
        got.append(message["code"])

    Outbox(send, ask=lambda: None, ready=lambda: None).close(Close.RESTART)
    assert got == [1000]
