"""The time line is drawn in whole units, and what was late is drawn as late."""

from trainer_ui.core.lanes import LEFT, WIDTH, Lane, Wait, draw_lanes

END = WIDTH - LEFT - 20
"""With a run as long as the picture is wide, a millisecond is a unit."""


def draw_one(wait: Wait):
    return draw_lanes([Lane("Jana", (), (wait,))], ended_ms=END, halts=()).lanes[0].bars[0]


def test_an_answer_in_time_has_no_late_part():
    bar = draw_one(Wait(at_ms=0, due_ms=200, until_ms=100, mark="A"))

    assert (bar.x, bar.width, bar.late_width, bar.end, bar.mark) == (LEFT, 100, 0, LEFT + 100, "A")


def test_a_late_answer_is_late_from_its_target_on():
    bar = draw_one(Wait(at_ms=0, due_ms=200, until_ms=300, mark="A"))

    assert (bar.width, bar.late_x, bar.late_width) == (200, LEFT + 200, 100)


def test_who_was_never_answered_waits_to_the_end():
    bar = draw_one(Wait(at_ms=100, due_ms=200, until_ms=END, mark=None))

    assert (bar.end, bar.mark) == (WIDTH - 20, None)


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
