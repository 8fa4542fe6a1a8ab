"""Figures over a test, held against values that were worked out by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.core.quality import Taken, correlate, measure_item, measure_quality, measure_share, measure_spread

ONE = Taken(True, True, 700, 602, 798, False, {1: 700, 2: 700}, {"tone": 700}, ["passed"])


def make_taken(*values: int) -> list[Taken]:
    return [replace(ONE, overall=value, low=value - 98, high=value + 98, parts={1: value}) for value in values]


def test_a_share_has_wilson_s_interval():
    share = measure_share(5, 10)
    assert (share.value, share.low, share.high) == (500, 237, 763)
    assert measure_share(0, 8).low == 0
    assert measure_share(8, 8).high == 1000
    with pytest.raises(ValueError, match="nobody"):
        measure_share(0, 0)


@given(st.integers(1, 500), st.data())
def test_an_interval_holds_its_share(people: int, data: st.DataObject):
    share = measure_share(data.draw(st.integers(0, people)), people)
    assert 0 <= share.low <= share.value <= share.high <= 1000


def test_a_spread_has_quartiles_and_no_extremes():
    spread = measure_spread([100, 200, 300, 400, 500])
    assert (spread.mean, spread.deviation, spread.lower, spread.middle, spread.upper) == (300, 141, 200, 300, 400)


def test_reliability_is_the_variance_that_is_no_error():
    quality = measure_quality(make_taken(*[600, 800] * 4))
    # Standard error 98 / 1.96 = 50; variance 100 squared: 1 - 2500 / 10000.
    assert (quality.error, quality.reliability) == (50, 750)


def test_where_nobody_differs_nothing_is_reliable_or_not():
    assert measure_quality(make_taken(*[700] * 8)).reliability is None


def test_where_all_is_error_nothing_is_reliable():
    assert measure_quality(make_taken(*[700, 701] * 4)).reliability == 0


def test_agreement_needs_eight_that_two_people_ruled_on():
    both, apart = replace(ONE, rulings=["passed", "passed"]), replace(ONE, rulings=["passed", "failed"])
    assert measure_quality([both] * 7).alpha is None
    assert measure_quality([both] * 8 + [ONE] * 7).doubly is None
    agreed = replace(ONE, rulings=["failed", "failed"])
    quality = measure_quality([both] * 4 + [agreed] * 4)
    assert (quality.doubly, quality.alpha) == (8, 1.0)
    assert (measure_quality([both] * 4 + [apart] * 4).alpha or 1) < 0.5


def test_what_people_decided_against_the_score_is_counted():
    against = replace(ONE, passed=False)
    quality = measure_quality([ONE] * 6 + [against] * 2)
    assert (quality.upheld.value, quality.passed.value) == (750, 750)


def test_an_item_that_goes_with_the_rest_tells_people_apart():
    taken = [replace(ONE, parts={1: value, 2: value + 10}) for value in range(300, 700, 50)]
    item = measure_item(1, taken)
    assert (item.difficulty, item.discrimination, item.doubts) == (525, 1000, ())


def test_dubious_items_are_named():
    against = [replace(ONE, parts={1: 950 + value, 2: 900 - value}) for value in range(8)]
    assert measure_item(1, against).doubts == ("easy", "contrary")
    alone = [replace(ONE, parts={1: value}) for value in range(8)]
    assert (measure_item(1, alone).discrimination, measure_item(1, alone).doubts) == (None, ("hard",))


def test_what_does_not_differ_goes_with_nothing():
    assert correlate([(1, 2), (1, 3)]) is None
    assert correlate([(1, 2)]) is None
    assert correlate([(1, 3), (2, 2), (3, 1)]) == -1000
