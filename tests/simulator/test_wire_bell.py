"""The doorbell between processes, and what happens when it is broken."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from channels.layers import InMemoryChannelLayer

from simulator import bell as module
from simulator.bell import Bell
from simulator.services.doorbell import Row
from simulator.tasks import Tasks

PATIENCE = 5


class House:
    """Processes that share a layer: each has a bell, and writes down what it heard."""

    def __init__(self, layer: Any, *, size: int = 2) -> None:
        self.heard: list[dict[int, int]] = [{} for _ in range(size)]
        self.tasks = Tasks()
        self.rung = asyncio.Event()
        self.bells = [Bell(layer, heard=self._write_down(number)) for number in range(size)]
        for bell in self.bells:
            self.tasks.start(bell.run(), name="bell")

    def _write_down(self, number: int) -> Any:
        def hear(heads: Mapping[int, int]) -> None:
            self.heard[number] |= heads
            self.rung.set()

        return hear


def make_rows(run_id: int, *seqs: int) -> list[Row]:
    return [Row(run_id, seq, 0, "Paused", "{}") for seq in seqs]


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_ring_is_heard_by_the_others_and_not_by_oneself() -> None:
    house = House(InMemoryChannelLayer(), size=3)
    await settle()
    house.bells[0].hear(7, make_rows(7, 4, 5))
    await settle()
    await house.tasks.stop()
    assert house.heard == [{}, {7: 5}, {7: 5}]


async def test_rings_of_one_moment_go_out_together() -> None:
    sent: list[Any] = []

    class Layer(InMemoryChannelLayer):
        async def group_send(self, group: str, message: Any) -> None:
            sent.append(message["heads"])
            await super().group_send(group, message)

    house = House(Layer())
    await settle()
    for seq in (3, 4):
        house.bells[0].hear(7, make_rows(7, seq))
    house.bells[0].hear(8, make_rows(8, 2))
    await settle()
    await house.tasks.stop()
    assert (sent, house.heard) == ([{"7": 4, "8": 2}], [{}, {7: 4, 8: 2}])


async def test_a_layer_that_fails_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RETRY_SECONDS", 0)

    class Layer(InMemoryChannelLayer):
        failures = 2

        async def group_send(self, group: str, message: Any) -> None:
            if self.failures:
                self.failures -= 1
                raise ConnectionError("unplugged")
            await super().group_send(group, message)

    house = House(Layer())
    await settle()
    for seq in (3, 4, 5):
        house.bells[0].hear(7, make_rows(7, seq))
        await settle()
    await house.tasks.stop()
    assert house.heard == [{}, {7: 5}]


async def test_a_layer_that_swallows_the_end_does_not_hold_it_up() -> None:
    class Layer(InMemoryChannelLayer):
        async def receive(self, channel: str) -> Any:
            try:
                return await super().receive(channel)
            except asyncio.CancelledError:
                raise KeyError(channel) from None

    house = House(Layer())
    await settle()
    async with asyncio.timeout(PATIENCE):
        await house.tasks.stop()
