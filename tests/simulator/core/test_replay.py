"""Inputs alone make the whole log again, byte for byte."""

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings

from scenarios.core.timeline import Timeline
from simulator.core import replay
from simulator.core.engine import advance
from simulator.core.events import KINDS, Event, canonical
from simulator.core.replay import inputs_of, regenerate
from tests.simulator.core.plays import Play, assess_by_count, moves, timelines
from tests.simulator.publics import make_storm


def write_bytes(log: list[Event]) -> list[bytes]:
    return [f"{event.seq} {event.at_ms} {event.kind} {canonical(event.data)} {event.words}".encode() for event in log]


def check_replay(timeline: Timeline, played: list[tuple[int, str, int]]) -> None:
    play = Play(timeline)
    play.make_moves(played)

    again = regenerate(timeline, inputs_of(play.log), assess=assess_by_count, until_ms=play.state.at_ms)

    assert write_bytes(again) == write_bytes(play.log)


@settings(max_examples=100, deadline=None, database=None)
@given(timelines(), moves)
def test_inputs_make_the_whole_log_again(timeline, played):
    check_replay(timeline, played)


@settings(max_examples=25, deadline=None, database=None)
@given(moves)
def test_inputs_make_a_whole_storm_again(played):
    check_replay(make_storm(), played)


def test_a_replay_that_forgets_to_catch_up_first_would_be_noticed(monkeypatch):
    monkeypatch.setattr(replay, "advance", lambda state, now_ms, **more: advance(state, now_ms - 1, **more))
    find_difference = settings(
        max_examples=200, deadline=None, database=None, derandomize=True, phases=[Phase.generate]
    )(given(timelines(), moves)(check_replay))

    with pytest.raises(AssertionError):
        find_difference()


def test_inputs_are_what_people_and_the_service_did():
    play = Play()
    play.make_moves([(50_000, "reply", 0), (1_000, "toggle", 0)])

    assert [event.kind for event in inputs_of(play.log)] == ["RunStarted", "ReplySent", "Paused"]


def test_one_other_input_makes_another_log():
    play = Play()
    play.make_moves([(50_000, "reply", 0)])
    later = [replace(event, at_ms=event.at_ms + (event.kind == "ReplySent")) for event in inputs_of(play.log)]

    again = regenerate(play.timeline, later, assess=assess_by_count, until_ms=60_000)

    assert [event.at_ms for event in again if event.kind == "ReactionFired"] == [50_001]
    assert set(KINDS) > {event.kind for event in again}
