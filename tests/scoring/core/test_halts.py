"""When a run stood still, and for how long."""

from scoring.core.halts import list_interruptions, list_pauses
from simulator.core.events import Event


def paused(at_ms, wall_ms):
    return Event(at_ms, at_ms, "Paused", "u1", {"wall_ms": wall_ms})


def resumed(at_ms, wall_ms):
    return Event(at_ms, at_ms, "Resumed", "u1", {"wall_ms": wall_ms})


def test_a_pause_lasts_from_one_time_on_the_wall_to_the_next_and_one_that_never_ended_has_no_length():
    log = [paused(10, 1_000), resumed(10, 4_500), resumed(11, 9_000), paused(20, 10_000)]

    assert list_pauses(log) == [{"at_ms": 10, "wall_ms": 3_500}, {"at_ms": 20, "wall_ms": None}]


def test_what_nobody_paused_is_not_resumed():
    assert list_pauses([resumed(5, 100)]) == []


def test_an_interruption_says_itself_how_long_it_was():
    log = [Event(1, 7, "Interrupted", "", {"from_ms": 200, "to_ms": 950}), paused(8, 0)]

    assert list_interruptions(log) == [{"at_ms": 7, "wall_ms": 750}]
