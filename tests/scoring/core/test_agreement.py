"""Krippendorff's alpha against the examples that he published, and where it does not exist."""

import pytest

from scoring.core.agreement import FEWEST_UNITS, METRICS, Agreement, compute_alpha, measure

NONE = None
FOUR_OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)
"""Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*, section C: missing values, unit 12 judged once."""
TWO_OBSERVERS = ((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0))
"""The same, section A: nominal data in two values."""


def units_of(rows):
    return [[value for value in unit if value is not None] for unit in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_published_reliability_data_come_out_as_published(metric, published):
    alpha = compute_alpha(units_of(FOUR_OBSERVERS), metric=metric)

    assert alpha is not None
    assert round(alpha, 3) == published


def test_two_observers_and_two_values_come_out_as_published():
    alpha = compute_alpha(units_of(TWO_OBSERVERS), metric="nominal")

    assert alpha is not None
    assert round(alpha, 3) == 0.095


@pytest.mark.parametrize("metric", METRICS)
def test_who_always_agrees_agrees_perfectly(metric):
    assert compute_alpha([[1, 1], [3, 3, 3], [5, 5]], metric=metric) == 1


@pytest.mark.parametrize("metric", METRICS)
def test_who_always_says_the_opposite_is_worse_than_chance(metric):
    alpha = compute_alpha([[1, 5], [5, 1], [1, 5], [5, 1]], metric=metric)

    assert alpha is not None
    assert alpha < 0


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize(
    "units", [[], [[]], [[1], [2], [3]], [[4, 4], [4, 4]]], ids=["nothing", "empty", "one coach", "no variation"]
)
def test_where_nothing_can_be_told_there_is_no_alpha(units, metric):
    assert compute_alpha(units, metric=metric) is None
    assert measure(units, metric=metric, seed=1).low is None


def test_a_single_value_of_a_unit_changes_nothing():
    units = units_of(FOUR_OBSERVERS)

    assert compute_alpha([*units, [5]], metric="ordinal") == compute_alpha(units, metric="ordinal")


def test_order_of_units_and_of_coaches_changes_nothing():
    units = units_of(FOUR_OBSERVERS)
    turned = [list(reversed(unit)) for unit in reversed(units)]

    assert compute_alpha(turned, metric="interval") == pytest.approx(compute_alpha(units, metric="interval"))


def test_ordinal_asks_for_ranks_and_not_for_distances():
    near, far = [[1, 2], [2, 3], [3, 1], [2, 2]], [[1, 2], [2, 90], [90, 1], [2, 2]]

    assert compute_alpha(near, metric="ordinal") == compute_alpha(far, metric="ordinal")
    assert compute_alpha(near, metric="interval") != compute_alpha(far, metric="interval")


def test_the_interval_lies_around_alpha_and_is_the_same_every_time():
    found = measure(units_of(FOUR_OBSERVERS), metric="ordinal", seed=7)

    assert found == measure(units_of(FOUR_OBSERVERS), metric="ordinal", seed=7)
    assert found.alpha is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.alpha < found.high <= 1
    assert (found.units, found.values) == (11, 40)
    assert measure(units_of(FOUR_OBSERVERS), metric="ordinal", seed=8).low != found.low


def test_more_of_the_same_makes_the_interval_narrower():
    once, often = (measure(units_of(FOUR_OBSERVERS) * times, metric="ordinal", seed=3) for times in (1, 6))

    assert often.high - often.low < (once.high - once.low) / 2  # type: ignore[operator]  # both exist


def test_few_units_have_no_interval():
    units = [[1, 2], [3, 3], [5, 4], [2, 2], [1, 1]]

    assert measure(units[: FEWEST_UNITS - 1], metric="ordinal", seed=1).low is None
    assert measure(units, metric="ordinal", seed=1).low is not None


def test_a_metric_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="cosine"):
        compute_alpha([[1, 2]], metric="cosine")


def test_an_agreement_says_what_it_stands_on():
    assert measure([[1, 1], [2, 2], [3]], metric="nominal", seed=1) == Agreement(1.0, None, None, 2, 4)
