"""What a run is scrubbed along: drawn over one axis, from its first to its last moment."""

from typing import Any

from trainer_ui.core.tracks import LOAD_END, LOAD_TOP, WIDTH, count_waiting, draw_tracks


def draw(**changes: Any):
    given = {"ended_ms": WIDTH, "heats": [], "waits": [], "replies": [], "missed": [], "halts": []}
    return draw_tracks(**{**given, **changes})


def test_who_waits_is_counted_up_and_down_again():
    assert count_waiting([(10, 40), (20, 30)]) == [(0, 0), (10, 1), (20, 2), (30, 1), (40, 0)]


def test_who_is_answered_as_somebody_else_asks_makes_no_peak():
    assert max(count for _, count in count_waiting([(10, 20), (20, 30)])) == 1


def test_the_load_reaches_its_top_where_the_most_wait():
    tracks = draw(waits=[(0, 500)])

    assert (tracks.most, tracks.load) == (1, f"M0 {LOAD_END}H0V{LOAD_TOP}H500V{LOAD_END}H{WIDTH}V{LOAD_END}H0Z")


def test_everything_lies_on_the_same_axis_to_its_end():
    tracks = draw(ended_ms=2000, replies=[500], missed=[1000], halts=[(2000, "pause")], heats=[("own", [(0, 0)])])

    assert (tracks.replies, tracks.missed, tracks.halts) == ([250], [500], [(1000, "pause")])
    assert tracks.heats[0][1].endswith(f"H{WIDTH}")


def test_a_run_that_ended_at_once_is_drawn_too():
    assert draw(ended_ms=0).most == 0
