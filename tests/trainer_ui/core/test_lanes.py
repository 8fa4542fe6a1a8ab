"""The time line is drawn in whole units, and what was late is drawn as late."""

from trainer_ui.core.lanes import LEFT, WIDTH, Lane, Wait, draw_lanes

END = WIDTH - LEFT - 20
"""With a run as long as the picture is wide, a millisecond is a unit."""


def draw_one(wait: Wait):
    return draw_lanes([Lane("Jana", (), (wait,))], ended_ms=END, halts=()).lanes[0].bars[0]


def test_an_answer_in_time_has_no_late_part():
    bar = draw_one(Wait(at_ms=0, due_ms=200, until_ms=100))

    assert (bar.x, bar.width, bar.late_width, bar.end) == (LEFT, 100, 0, LEFT + 100)


def test_a_late_answer_is_late_from_its_target_on():
    bar = draw_one(Wait(at_ms=0, due_ms=200, until_ms=300))

    assert (bar.width, bar.late_x, bar.late_width) == (200, LEFT + 200, 100)


def test_who_was_never_answered_waits_to_the_end():
    bar = draw_one(Wait(at_ms=100, due_ms=200, until_ms=END))

    assert bar.end == WIDTH - 20


def test_every_reply_has_its_mark_also_where_nobody_needed_one():
    picture = draw_lanes([Lane("Jana", (0,), (), ((50, "A"), (90, "B")))], ended_ms=END, halts=())

    assert picture.lanes[0].marks == [(LEFT + 50, "A"), (LEFT + 90, "B")]


def test_a_run_that_ended_at_once_can_be_drawn():
    picture = draw_lanes([Lane("Jana", (0,), ())], ended_ms=0, halts=((0, "pause"),))

    assert (picture.lanes[0].dots, picture.halts) == ([LEFT], [(LEFT, "pause")])


def test_there_are_at_most_a_dozen_ticks_however_long_the_run():
    assert [len(draw_lanes([], ended_ms=minutes * 60_000, halts=()).ticks) for minutes in (1, 10, 60, 480)] == [
        2,
        11,
        11,
        11,
    ]
