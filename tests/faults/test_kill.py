"""A real server is killed with -9 while commands are in flight. What it acknowledged is there; nothing is there twice.

Every second time the line goes deaf shortly before: commands still arrive, answers do not, as when a router dies. Those
commands are in the log without their sender knowing, so that the resend has to be recognised.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from people.models import User
from simulator import queries
from simulator.models import RunEvent
from tests.faults.desks import Desk
from tests.faults.servers import Server, serve
from tests.faults.worlds import make_long, start

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

KILLS = 20
RECOGNISED = 5
SPELL = 0.5
DEAF = 0.15


@dataclass(slots=True)
class Ordeal:
    """What was seen. `recognised` counts the kills after which a command that was sent again was in the log already."""

    recognised: int = 0
    rates: list[float] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def desks(tia: User, theo: User) -> list[Desk]:
    return [Desk(start(person, make_long()), name=person.username) for person in (tia, theo)]


def find_stored(desks: Sequence[Desk]) -> Counter[str]:
    """How often each reply's words, which are its command's id, are in the log."""
    texts = RunEvent.objects.filter(run__in=[desk.run_id for desk in desks], kind="ReplySent")
    return Counter(text.removeprefix("Antwort ") for text in texts.values_list("words__text", flat=True))


def find_complaints(desks: Sequence[Desk]) -> list[str]:
    stored = find_stored(desks)
    complaints = [f"twice: {cmd_id}" for cmd_id, count in stored.items() if count > 1]
    for desk in desks:
        complaints += [f"lost: {cmd_id}" for cmd_id in desk.acked if cmd_id not in stored]
        complaints += [f"never acknowledged: {cmd_id}" for cmd_id in desk.pending]
        links = [(event["after"], event["seq"]) for event in desk.events]
        if [after for after, _ in links] != [0, *(seq for _, seq in links[:-1])]:
            complaints.append(f"broken line: run {desk.run_id}")
        shown = {"PostAppeared", "ReplySent", "RunStarted", "Interrupted", "FactReleased"}
        log = [event.seq for event in queries.read_log(desk.run_id) if event.kind in shown]
        if [seq for _, seq in links] != [seq for seq in log if seq <= desk.seq]:
            complaints.append(f"not what the log holds: run {desk.run_id}")
    return complaints


async def work_until_killed(server: Server, desks: Sequence[Desk], *, spell: float, is_deaf: bool) -> None:
    for desk in desks:
        await desk.open(server.port)

    async def cut_line() -> None:
        await asyncio.sleep(spell - DEAF)
        for desk in desks:
            desk.is_deaf = is_deaf

    async def kill() -> None:
        await asyncio.sleep(spell)
        await asyncio.to_thread(server.kill)

    await asyncio.gather(cut_line(), kill(), *(desk.work(seconds=spell + 0.1) for desk in desks))
    for desk in desks:
        await desk.lose()


async def come_back(server: Server, desks: Sequence[Desk]) -> None:
    for desk in desks:
        await desk.open(server.port)
    for desk in desks:
        await desk.settle()
        await desk.close()


def suffer(desks: Sequence[Desk], *, kills: int, sabotage: str = "", recognised: int | None = None) -> Ordeal:
    """Works, is killed and comes back, `kills` times; or fewer, once `recognised` kills found a resend in the log."""
    ordeal, chance = Ordeal(), random.Random(7)  # noqa: S311  moments of kills, not secrets
    with serve(sabotage=sabotage) as server:
        for number in range(kills):
            before = sum(len(desk.sent) for desk in desks)
            spell = SPELL + chance.random() * 0.2
            asyncio.run(work_until_killed(server, desks, spell=spell, is_deaf=number % 2 == 1))
            ordeal.rates.append((sum(len(desk.sent) for desk in desks) - before) / (spell + 0.1))
            stored = find_stored(desks)
            ordeal.recognised += any(cmd_id in stored for desk in desks for cmd_id in desk.pending)
            server.start()
            if recognised is not None and ordeal.recognised >= recognised:
                break
        asyncio.run(come_back(server, desks))
    ordeal.complaints = find_complaints(desks)
    return ordeal


@pytest.mark.long
def test_nothing_acknowledged_is_lost_and_nothing_appears_twice(desks: list[Desk]) -> None:
    ordeal = suffer(desks, kills=KILLS)
    assert ordeal.complaints == []
    assert min(ordeal.rates) >= 20
    assert ordeal.recognised >= RECOGNISED


def test_sabotage_who_acknowledges_before_the_commit_loses(desks: list[Desk]) -> None:
    ordeal = suffer(desks, kills=2, sabotage="acknowledge_first")
    assert [complaint for complaint in ordeal.complaints if complaint.startswith("lost")] != []


def test_sabotage_who_does_not_know_the_id_again_stores_twice(desks: list[Desk]) -> None:
    ordeal = suffer(desks, kills=KILLS, sabotage="forget_ids", recognised=1)
    assert [complaint for complaint in ordeal.complaints if complaint.startswith("twice")] != []
