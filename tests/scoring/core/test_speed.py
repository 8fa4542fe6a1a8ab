"""What a wait is worth."""

import itertools

from scoring.core.speed import LADDER, value_wait

TARGET = 240_000


def test_the_ladder_doubles_every_eight_steps():
    assert [LADDER[step + 8] // LADDER[step] for step in range(0, 17, 8)] == [2, 2, 2]
    assert len(LADDER) == 25


def test_up_to_the_target_an_answer_is_worth_everything():
    assert [value_wait(wait, target_ms=TARGET) for wait in (0, 1, TARGET)] == [1000, 1000, 1000]


def test_every_doubling_of_the_wait_costs_a_third():
    assert [value_wait(TARGET * times, target_ms=TARGET) for times in (2, 4, 8, 80)] == [667, 334, 0, 0]


def test_waiting_longer_is_never_worth_more():
    values = [value_wait(wait, target_ms=TARGET) for wait in range(0, 9 * TARGET, 7_000)]

    assert all(left >= right for left, right in itertools.pairwise(values))
    assert all(isinstance(value, int) and 0 <= value <= 1000 for value in values)
