"""What a wait is worth."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.core.speed import LADDER, value_wait

TARGET = 240_000


def test_the_ladder_doubles_in_eight_steps():
    assert (LADDER[0], LADDER[-1], len(LADDER)) == (1000, 2000, 9)
    assert [round(1000 * 2 ** (step / 8)) for step in range(9)] == list(LADDER)


def test_up_to_the_target_an_answer_is_worth_everything():
    assert [value_wait(wait, target_ms=TARGET) for wait in (0, 1, TARGET)] == [1000, 1000, 1000]


def test_every_doubling_of_the_wait_costs_a_third():
    assert [value_wait(TARGET * times, target_ms=TARGET) for times in (2, 4, 8, 80)] == [667, 334, 0, 0]


def test_between_the_steps_the_lines_lie_within_two_per_mille_of_the_logarithm():
    waits = range(TARGET, 8 * TARGET, 7_001)
    exact = [1000 - 1000 * math.log2(wait / TARGET) / 3 for wait in waits]

    assert max(abs(value_wait(wait, target_ms=TARGET) - value) for wait, value in zip(waits, exact, strict=True)) < 2


def test_it_is_a_matter_of_proportion_only():
    assert [value_wait(3 * target, target_ms=target) for target in (1, 60, TARGET)] == [value_wait(3, target_ms=1)] * 3


def test_where_an_answer_was_due_at_once_any_wait_is_worth_nothing():
    assert [value_wait(wait, target_ms=0, worthless_ms=TARGET) for wait in (0, 1)] == [1000, 0]


def test_waiting_longer_is_never_worth_more():
    values = [value_wait(wait, target_ms=TARGET) for wait in range(0, 9 * TARGET, 7_000)]

    assert all(left >= right for left, right in itertools.pairwise(values))
    assert all(isinstance(value, int) and 0 <= value <= 1000 for value in values)


@pytest.mark.parametrize(("worthless", "values"), [(4, [1000, 500, 0, 0]), (16, [1000, 750, 500, 250])])
def test_a_channel_says_from_when_on_an_answer_is_worth_nothing(worthless, values):
    waits = [TARGET, 2 * TARGET, 4 * TARGET, 8 * TARGET]

    assert [value_wait(wait, target_ms=TARGET, worthless_ms=worthless * TARGET) for wait in waits] == values


@pytest.mark.parametrize("worthless_ms", [1, TARGET // 2, TARGET, TARGET + 1])
def test_a_channel_without_mercy_still_keeps_what_it_promised(worthless_ms):
    waits = (TARGET, TARGET + 1)

    assert [value_wait(wait, target_ms=TARGET, worthless_ms=worthless_ms) for wait in waits] == [1000, 0]


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.integers(0, 10**7), st.integers(0, 10**8))
def test_answering_earlier_never_lowers_it_on_any_channel(wait, other, target, worthless):
    early, late = sorted((wait, other))
    values = [value_wait(each, target_ms=target, worthless_ms=worthless) for each in (early, late)]

    assert 1000 >= values[0] >= values[1] >= 0
