"""The load side: many sockets that follow runs and write down what they received and when.

Runs in the benchmark's own process, pinned to the load core. What was received is kept by (socket, run, seq), so that
it can be compared with what was due.
"""

import asyncio
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.bench.sockets import Socket, connect


@dataclass(slots=True)
class Follower:
    """One socket following one run. `received` maps seq to its arrival (wall seconds)."""

    run: int
    socket: Socket | None = None
    received: dict[int, float] = field(default_factory=dict)
    repeated: int = 0
    bytes: int = 0
    acks: dict[str, float] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def take(self, socket: Socket, payload: bytes, received_at: float) -> None:
        self.bytes += len(payload)
        # Frames are told apart by their text: parsing every one would make the load side as busy as the server.
        if b'"type":"event"' in payload:
            seq = _integer_after(payload, b'"seq":')
            if seq in self.received:
                self.repeated += 1
            else:
                self.received[seq] = received_at
        elif b'"type":"heartbeat"' in payload:
            head = max(self.received, default=0)
            socket.send_text(json.dumps({"type": "heartbeat", "seen": {str(self.run): head}}))
        elif b'"type":"ack"' in payload:
            self.acks[json.loads(payload)["cmd_id"]] = received_at
        elif b'"type":"refused"' in payload:
            self.refused.append(payload.decode())


def _integer_after(payload: bytes, marker: bytes) -> int:
    start = payload.index(marker) + len(marker)
    end = start
    while 48 <= payload[end] <= 57:
        end += 1
    return int(payload[start:end])


async def connect_all(
    followers: Iterable[Follower], *, port: int, cookie: Callable[[Follower], str], at_once: int = 50
) -> None:
    """Opens a socket for every follower, `at_once` handshakes at a time. Nobody follows yet."""
    gate = asyncio.Semaphore(at_once)

    async def open_one(follower: Follower) -> None:
        async with gate:
            follower.socket = await connect(follower.take, port=port, cookie=cookie(follower))

    await asyncio.gather(*(open_one(follower) for follower in followers))


def follow_all(followers: Iterable[Follower]) -> None:
    """Every follower asks for its run, from behind the last event it has."""
    for follower in followers:
        if follower.socket is not None:
            after = max(follower.received, default=0)
            follower.socket.send_text(json.dumps({"type": "follow", "run": follower.run, "after": after}))


def close_all(followers: Iterable[Follower]) -> None:
    for follower in followers:
        if follower.socket is not None:
            follower.socket.close()


def lateness_ms(followers: Iterable[Follower], due: dict[int, dict[int, float]]) -> list[float]:
    """Milliseconds from due to received, for each (follower, seq) in `due[run][seq]` (wall seconds) that arrived."""
    return [
        (follower.received[seq] - at) * 1000
        for follower in followers
        for seq, at in due[follower.run].items()
        if seq in follower.received
    ]


def missing(followers: Iterable[Follower], due: dict[int, dict[int, float]]) -> int:
    """How many due (follower, seq) never arrived."""
    return sum(1 for follower in followers for seq in due[follower.run] if seq not in follower.received)


def repeated(followers: Iterable[Follower]) -> int:
    return sum(follower.repeated for follower in followers)
