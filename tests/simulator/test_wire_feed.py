"""A run as one audience may see it: contiguous rows, one unbroken line for who joins."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from simulator import feed as module
from simulator.core.events import TRAINEE
from simulator.feed import Feed
from simulator.outbox import Outbox
from simulator.services.doorbell import Row

KINDS = ("PostAppeared", "FactReleased", "ReplyAssessed")
"""The third one is not for the trainee."""


def make_rows(first: int, last: int) -> list[Row]:
    return [Row(7, seq, seq * 1000, KINDS[seq % 3], "{}") for seq in range(first, last + 1)]


def visible(first: int, last: int) -> list[int]:
    return [row.seq for row in make_rows(first, last) if row.kind != "ReplyAssessed"]


class Reader:
    """A socket that only takes. `seqs` are those of the events it got."""

    def __init__(self) -> None:
        self.frames: list[dict[str, Any]] = []
        self.outbox = Outbox(self.send, ask=lambda: None, ready=lambda: None)

    async def send(self, message: dict[str, Any]) -> None:
        self.frames.append(json.loads(message["text"]))

    @property
    def seqs(self) -> list[int]:
        self.outbox.send_waiting(10_000)
        return [frame["seq"] for frame in self.frames]

    def is_unbroken(self, *, after: int = 0) -> bool:
        links = [after, *self.seqs]
        return [frame["after"] for frame in self.frames] == links[:-1]


@pytest.fixture
def feed() -> Feed:
    return Feed(7, audience=TRAINEE)


def take_all(feed: Feed, pages: Sequence[Sequence[Row]]) -> list[bool]:
    return [feed.take(rows) for rows in pages]


async def test_who_joins_between_two_rows_gets_each_once(feed: Feed) -> None:
    reader = Reader()
    feed.take(make_rows(1, 5))
    feed.join(reader.outbox, after=0)
    feed.take(make_rows(6, 9))
    assert (reader.seqs, reader.is_unbroken()) == (visible(1, 9), True)


async def test_rows_that_come_twice_are_sent_once(feed: Feed) -> None:
    reader = Reader()
    feed.join(reader.outbox, after=0)
    assert take_all(feed, [make_rows(1, 5), make_rows(3, 7), make_rows(1, 7)]) == [True, True, True]
    assert (reader.seqs, reader.is_unbroken()) == (visible(1, 7), True)


async def test_rows_after_a_gap_are_not_taken(feed: Feed) -> None:
    reader = Reader()
    feed.join(reader.outbox, after=0)
    assert take_all(feed, [make_rows(1, 3), make_rows(5, 6)]) == [True, False]
    assert (feed.head, feed.rung, reader.seqs) == (3, 6, visible(1, 3))


async def test_who_asks_for_the_future_gets_what_comes(feed: Feed) -> None:
    reader = Reader()
    feed.take(make_rows(1, 5))
    feed.join(reader.outbox, after=99)
    feed.take(make_rows(6, 7))
    assert reader.seqs == visible(6, 7)


async def test_the_past_is_dropped_and_taken_in_again(feed: Feed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT_FRAMES", 4)
    recent, late = Reader(), Reader()
    feed.take(make_rows(1, 30))
    feed.drop_past()
    feed.take(make_rows(31, 33))
    assert feed.join(recent.outbox, after=28)
    assert not feed.join(late.outbox, after=2)
    feed.restore_past(make_rows(1, 33))
    assert feed.join(late.outbox, after=2)
    feed.take(make_rows(34, 36))
    assert (recent.seqs, recent.is_unbroken(after=28)) == (visible(29, 36), True)
    assert (late.seqs, late.is_unbroken(after=1)) == (visible(3, 36), True)


async def test_who_leaves_gets_nothing_more(feed: Feed) -> None:
    reader = Reader()
    feed.take(make_rows(1, 5))
    feed.join(reader.outbox, after=0)
    feed.leave(reader.outbox, now=1.0)
    feed.take(make_rows(6, 7))
    assert (reader.seqs, feed.used_at) == ([], 1.0)


async def test_everybody_gets_the_same_text(feed: Feed) -> None:
    got: list[str] = []

    async def send(message: dict[str, Any]) -> None:
        got.append(message["text"])

    for _ in range(3):
        feed.join(Outbox(send, ask=lambda: None, ready=lambda: None), after=0)
    feed.take(make_rows(1, 1))
    assert (len(got), len({id(text) for text in got})) == (3, 1)


async def test_the_feed_knows_the_runs_time(feed: Feed) -> None:
    start = {"wall_ms": 1_000_000, "speed": 2000, "agent": "TI", "cast": {}}
    feed.take([Row(7, 1, 0, "RunStarted", json.dumps(start))])
    before = feed.run_ms(wall_ms=1_003_000)
    feed.take([Row(7, 2, 8_000, "Paused", json.dumps({"wall_ms": 1_004_000}))])
    assert (before, feed.run_ms(wall_ms=1_009_000)) == (6_000, 8_000)
