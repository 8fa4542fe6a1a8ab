"""Run time as a function of wall time."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.core.clock import Clock

WALL = 1_700_000_000_000


def test_run_time_passes_like_wall_time():
    assert Clock(WALL, 500).run_ms(WALL + 1_234) == 1_734


def test_run_time_passes_at_the_speed_that_was_set():
    assert Clock(WALL, 0, per_mille=500).run_ms(WALL + 1_001) == 500
    assert Clock(WALL, 0, per_mille=8_000).run_ms(WALL + 10) == 80


def test_a_paused_clock_stands_still_and_rings_no_alarm():
    clock = Clock(WALL, 700, paused=True)

    assert clock.run_ms(WALL + 60_000) == 700
    assert clock.wall_for(701) is None
    assert clock.wall_for(700) == WALL


def test_run_time_does_not_go_back_with_the_wall_clock():
    assert Clock(WALL, 700).run_ms(WALL - 60_000) == 700


@given(st.integers(500, 8_000), st.integers(0, 10_000_000))
def test_an_alarm_never_wakes_early_and_is_never_a_millisecond_late(per_mille, run_ms):
    clock = Clock(WALL, 0, per_mille=per_mille)
    alarm = clock.wall_for(run_ms)

    assert clock.run_ms(alarm) >= run_ms
    assert alarm == WALL or clock.run_ms(alarm - 1) < run_ms
