"""Who of a team has which thread open: told to the others of the same run, and to nobody else."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from simulator.messages import BadFrame, Look, parse_message
from simulator.outbox import Outbox
from simulator.presence import Presence


class Ear(Outbox):
    """An outbox that keeps what is said."""

    def __init__(self) -> None:
        async def send(message: dict[str, Any]) -> None:
            raise AssertionError("nothing is sent past `say`")

        super().__init__(send, ask=lambda: None, ready=lambda: None)
        self.texts: list[str] = []

    def say(self, text: str) -> None:
        self.texts.append(text)


class Tab:
    """Somebody's tab."""

    def __init__(self, actor: str, name: str) -> None:
        self.actor, self.name, self.outbox = actor, name, Ear()

    @property
    def texts(self) -> list[str]:
        return self.outbox.texts

    @property
    def heard(self) -> list[tuple[str, str | None, bool]]:
        frames = [json.loads(text) for text in self.texts]
        assert {(frame["type"], frame["run"]) for frame in frames} <= {("presence", 7)}
        return [(frame["actor"], frame.get("thread"), frame.get("gone", False)) for frame in frames]

    def look(self, presence: Presence, thread: str | None, *, run: int = 7) -> None:
        presence.look(run, self.outbox, actor=self.actor, name=self.name, thread=thread)


@pytest.fixture
async def tabs() -> Iterator[tuple[Presence, Tab, Tab]]:
    return Presence(), Tab("u1", "Tia"), Tab("u2", "Theo")


async def test_each_hears_where_the_other_is_and_neither_of_themselves(tabs):
    presence, tia, theo = tabs
    tia.look(presence, "bag")
    theo.look(presence, "train")
    tia.look(presence, "train")

    assert tia.heard == [("u2", "train", False)]
    assert theo.heard == [("u1", "bag", False), ("u1", "train", False)]
    assert json.loads(theo.texts[0])["name"] == "Tia"


async def test_who_comes_later_is_told_who_is_there(tabs):
    presence, tia, theo = tabs
    tia.look(presence, None)
    theo.look(presence, "bag")

    assert theo.heard == [("u1", None, False)]


async def test_who_leaves_is_gone_unless_another_tab_of_theirs_is_there(tabs):
    presence, tia, theo = tabs
    second = Tab("u1", "Tia")
    theo.look(presence, "bag")
    tia.look(presence, "bag")
    second.look(presence, "train")

    presence.leave(7, second.outbox)
    presence.leave(7, tia.outbox)
    presence.leave(7, tia.outbox)

    assert theo.heard[-2:] == [("u1", "bag", False), ("u1", "bag", True)]
    assert second.heard == [("u2", "bag", False)]


async def test_of_several_tabs_the_one_that_looked_last_is_where_somebody_is(tabs):
    presence, tia, theo = tabs
    second, third = Tab("u1", "Tia"), Tab("u1", "Tia")
    for tab, thread in ((tia, "bag"), (second, "train"), (third, "rage"), (tia, "tip")):
        tab.look(presence, thread)

    theo.look(presence, None)
    presence.leave(7, second.outbox)
    presence.leave(7, tia.outbox)

    assert theo.heard[2:] == [("u1", "tip", False), ("u1", "tip", False), ("u1", "rage", False)]


async def test_another_run_hears_nothing(tabs):
    presence, tia, theo = tabs
    theo.look(presence, "bag", run=8)
    tia.look(presence, "bag")

    assert (tia.heard, theo.texts) == ([], [])


def test_a_look_says_which_thread_and_nothing_of_what_is_typed():
    assert parse_message('{"type":"look","run":7,"thread":null}') == Look(type="look", run=7, thread=None)
    with pytest.raises(BadFrame):
        parse_message('{"type":"look","run":7,"thread":"bag","text":"Hal"}')
