"""How far one side lies above the other, and whether chance would do that."""

from scoring.core.agreement import Bias, measure_bias


def test_a_bias_has_an_interval_that_is_the_same_every_time():
    differences = [120, 80, 150, 60, 90, 130, 100, 70]

    found = measure_bias(differences, seed=1)

    assert found == measure_bias(differences, seed=1)
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert 60 <= found.low < 100 == found.mean < found.high <= 150
    assert found.is_systematic


def test_what_goes_both_ways_is_not_systematic():
    found = measure_bias([100, -100, 90, -95, 20, -10], seed=1)

    assert found is not None
    assert not found.is_systematic


def test_few_differences_say_nothing_and_none_are_none():
    assert measure_bias([100, 100], seed=1) == Bias(100, None, None, 2)
    assert measure_bias([], seed=1) is None
