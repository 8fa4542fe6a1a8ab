"""Pools: what is drawn is new to the person, equally hard, and goes round."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.core.pools import TooFewLeftError, count_pool, draw_from_pool, find_furthest, rate_pool
from scoring.core.terms import Terms, find_faults, read_terms, write_terms


def make_pool(*, size: int = 6, draw: int = 2, attempts: int = 3, tolerance: int | None = 30) -> Terms:
    scenarios = tuple(range(1, size + 1))
    return Terms(scenarios=scenarios, draw=draw, overall=700, criteria={}, attempts=attempts, tolerance=tolerance)


def test_difficulty_is_what_the_same_robots_made_of_all_of_them():
    reports = {1: {"expert": 900, "novice": 500}, 2: {"expert": 800, "novice": 400, "rude": 0}}

    assert rate_pool(reports) == {1: 300, 2: 400}


def test_scenarios_that_no_robot_shares_cannot_be_compared():
    with pytest.raises(ValueError, match="no robot"):
        rate_pool({1: {"expert": 900}, 2: {"rude": 0}})
    assert rate_pool({}) == {}


def test_a_pool_is_as_unequal_as_its_ends_lie_apart():
    assert find_furthest({1: 300, 2: 330, 3: 310}, tolerance=30) == []
    assert find_furthest({1: 300, 2: 331, 3: 310}, tolerance=30) == [1, 2]
    assert find_furthest({}, tolerance=0) == []


def test_a_pool_holds_enough_for_all_attempts_of_a_person():
    assert count_pool(make_pool(draw=2, attempts=3)) == 6


def test_nobody_plays_a_scenario_twice_and_who_has_had_too_many_is_told():
    assert set(draw_from_pool(make_pool(), seed=1, had={1, 2, 3, 4}, played={})) == {5, 6}
    with pytest.raises(TooFewLeftError) as caught:
        draw_from_pool(make_pool(), seed=1, had={1, 2, 3, 4, 5}, played={})
    assert (caught.value.left, caught.value.needed) == (1, 2)


@given(size=st.integers(3, 8), draw=st.integers(1, 3), seeds=st.lists(st.integers(0, 2**40), max_size=40))
def test_what_was_drawn_least_comes_first(size: int, draw: int, seeds: list[int]):
    terms, played, drawn = make_pool(size=size, draw=min(draw, size - 1)), Counter[tuple[int, int]](), Counter[int]()
    drawn.update(dict.fromkeys(terms.scenarios, 0))
    for seed in seeds:
        order = draw_from_pool(terms, seed=seed, had=(), played=played)
        assert len(set(order)) == terms.draw
        played.update((each, place) for place, each in enumerate(order))
        drawn.update(order)
        assert max(drawn.values()) - min(drawn.values()) <= 1


def test_the_order_goes_round():
    terms = make_pool(size=3, draw=2)
    played: Counter[tuple[int, int]] = Counter()
    for seed in range(60):
        order = draw_from_pool(terms, seed=seed, had=(), played=played)
        played.update((each, place) for place, each in enumerate(order))

    assert all(abs(played[each, 0] - played[each, 1]) <= 2 for each in terms.scenarios)


def test_the_same_seed_draws_the_same():
    assert draw_from_pool(make_pool(), seed=4, had={2}, played={(1, 0): 1}) == draw_from_pool(
        make_pool(), seed=4, had={2}, played={(1, 0): 1}
    )


def test_a_pool_of_which_all_is_played_cannot_be_meant():
    assert find_faults(make_pool()) == []
    assert find_faults(make_pool(draw=6)) == ["tolerance"]
    assert find_faults(make_pool(tolerance=501)) == ["tolerance"]
    assert read_terms(write_terms(make_pool())) == make_pool()


def test_terms_without_a_pool_are_written_as_they_always_were():
    assert "tolerance" not in write_terms(make_pool(tolerance=None))
