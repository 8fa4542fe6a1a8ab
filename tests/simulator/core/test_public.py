"""Heat, the crowd's rate and the moods of a run, as rows of whole numbers."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.public import Phase
from simulator.core.lanes import read_lane
from simulator.core.public import (
    RATE_SCALE,
    PublicState,
    add_heat,
    add_post,
    end_rumour,
    heat_milli,
    heat_points,
    move_mood,
    next_mood_move,
    scale_topic,
    show_mood,
    start_public,
    swing,
    weigh_reach,
)
from simulator.core.steps import Steps, scale_steps, swing_steps
from tests.simulator.crowds import MINUTE, make_storm
from tests.simulator.timelines import make_morning

SECOND = 1_000


def start(**changes) -> PublicState:
    timeline = make_storm(**changes)
    return start_public(timeline, seed=7, duration_ms=timeline.duration_ms)


def posts_per_hour(public: PublicState, second: int) -> int:
    return round(read_lane(public.rates, second) * 3_600 / RATE_SCALE)


def test_heat_starts_where_the_scenario_says_and_is_halved_in_a_half_life():
    public = start(heat=40_000, half_life_ms=120_000)

    assert [heat_points(public, at_ms=at_ms) for at_ms in (0, 120_000, 240_000)] == [40, 20, 10]


def test_a_step_begins_in_the_second_after():
    public = start(heat=0)
    add_heat(public, at_ms=5_999, milli=8_000)

    assert [heat_points(public, at_ms=at_ms) for at_ms in (5_999, 6_000, 306_000)] == [0, 8, 4]


def test_heat_is_clamped_where_it_is_read_not_where_it_is_added():
    public = start(heat=0)
    add_heat(public, at_ms=0, milli=-50_000)
    add_heat(public, at_ms=0, milli=60_000)
    below = heat_milli(public, at_ms=SECOND)
    add_heat(public, at_ms=0, milli=200_000)

    assert (below, heat_points(public, at_ms=SECOND)) == (10_000, 100)


def test_a_scenario_without_a_crowd_has_heat_all_the_same():
    timeline = make_morning()
    public = start_public(timeline, seed=7, duration_ms=timeline.duration_ms)
    add_post(public, at_ms=0, weight=4_000)

    assert heat_milli(public, at_ms=SECOND) == 800


steps = st.lists(
    st.tuples(st.sampled_from([add_heat, swing, scale_topic]), st.integers(0, 200_000), st.integers(1, 900))
)


def act(public: PublicState, taken: list) -> PublicState:
    for verb, at_ms, number in taken:
        if verb is add_heat:
            add_heat(public, at_ms=at_ms, milli=number * 37)
        elif verb is swing:
            swing(public, at_ms=at_ms, per_mille=number % 101 - 50)
        else:
            scale_topic(public, "stuck", at_ms=at_ms, per_mille=number)
    return public


@given(taken=steps, order=st.randoms(use_true_random=False))
def test_the_order_of_what_happens_does_not_matter(taken, order):
    shuffled = list(taken)
    order.shuffle(shuffled)

    assert act(start(), shuffled) == act(start(), taken)


def test_posts_of_one_second_may_come_in_any_order():
    outcomes = []
    for order in permutations([(30_000, 500), (30_400, 8_000), (30_999, 1_000)]):
        public = start()
        for at_ms, weight in order:
            add_post(public, at_ms=at_ms, weight=weight)
        outcomes.append(public)

    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_phases_bring_posts_by_themselves_until_the_next_one():
    public = start(phases=(Phase(0, 120, "witnesses"), Phase(60_500, 600, "flood")))

    assert [posts_per_hour(public, second) for second in (0, 60, 61, 720)] == [120, 120, 600, 600]


def answers_to_one_post(public: PublicState, *, weight: int = 1_000) -> int:
    """In thousandths of a post, over the whole run."""
    before = sum(read_lane(public.rates, second) for second in range(public.seconds))
    add_post(public, at_ms=0, weight=weight)
    after = sum(read_lane(public.rates, second) for second in range(public.seconds))
    return round((after - before) * 1_000 / RATE_SCALE)


def test_a_post_brings_as_many_others_as_the_branching_says_at_heat_50():
    # 719 of the kernel's 721 seconds are left after the first one.
    assert answers_to_one_post(start(heat=50_000, branching=700)) == pytest.approx(700, abs=2)


def test_a_hotter_crowd_answers_more():
    answers = [answers_to_one_post(start(heat=heat, branching=700)) for heat in (0, 50_000, 100_000)]

    assert answers == pytest.approx([350, 700, 1050], abs=3)


def test_a_crowd_tires_and_then_answers_nobody():
    public = start(heat=50_000, branching=700, tires_after=10)
    for number in range(10):
        add_post(public, at_ms=number)
    tired = replace(public)
    add_post(tired, at_ms=SECOND)

    assert tired.rates == public.rates


@pytest.mark.parametrize(
    ("reach", "weight"),
    [(0, 62), (1, 88), (127, 707), (128, 1_000), (255, 1_000), (512, 2_000), (20_000, 8_000), (9_000_000, 8_000)],
)
def test_a_post_weighs_with_the_root_of_its_reach_and_never_without_bound(reach, weight):
    assert weigh_reach(reach) == weight


def test_a_topic_keeps_a_tenth_of_its_rate_whatever_is_said():
    steps = Steps()
    for second in range(20):
        scale_steps(steps, second=second, per_mille=500)

    assert [steps.value_at(second, default=0) for second in (0, 1, 19)] == [500_000_000, 250_000_000, 100_000_000]


def test_all_swings_together_stay_within_fifteen_percent():
    steps = Steps()
    for second, change in enumerate([-100, -100, 400]):
        swing_steps(steps, second=second, per_mille=change)

    assert [steps.value_at(second, default=1_000) for second in (0, 1, 2)] == [900, 850, 1_150]


@given(changes=st.lists(st.tuples(st.integers(0, 9), st.integers(-200, 200)), max_size=12))
def test_swings_add_up_the_same_in_any_order(changes):
    written, sorted_ = Steps(), Steps()
    for second, change in changes:
        swing_steps(written, second=second, per_mille=change)
    for second, change in sorted(changes):
        swing_steps(sorted_, second=second, per_mille=change)

    assert written == sorted_


def test_a_rumour_ends_once():
    public = start()
    end_rumour(public, "crash", at_ms=10_000)
    end_rumour(public, "crash", at_ms=90_000)

    assert public.ended == {"crash": 11}


def test_a_persona_is_as_cross_as_its_temper_and_moves_between_0_and_100():
    public = start()
    started = dict(public.moods)
    move_mood(public, "jana", by=-90)
    move_mood(public, "ole", by=90)

    assert (started, public.moods) == ({"jana": 30, "ole": 30}, {"jana": 0, "ole": 100})


def told_at(public: PublicState, *, until_ms: int) -> list[tuple[int, int]]:
    told, after_ms = [], 0
    while (at_ms := next_mood_move(public, after_ms=after_ms, until_ms=until_ms)) is not None:
        show_mood(public, at_ms=at_ms, points=heat_points(public, at_ms=at_ms))
        told.append((at_ms, public.shown))
        after_ms = at_ms
    return told


def test_heat_is_told_when_it_has_moved_by_a_point():
    assert told_at(start(heat=40_000), until_ms=25_000) == [(11_000, 39), (23_000, 38)]


def test_heat_is_told_at_most_every_two_seconds():
    public = start(heat=90_000, half_life_ms=10_000)
    times = [at_ms for at_ms, _ in told_at(public, until_ms=MINUTE)]

    assert times[:3] == [1_000, 3_000, 5_000]
    assert min(later - earlier for earlier, later in zip(times, times[1:], strict=False)) == 2_000


def test_heat_that_stays_is_not_told():
    assert told_at(start(heat=0), until_ms=12 * MINUTE) == []


def test_looking_often_or_late_tells_the_same():
    once, often = start(heat=60_000), start(heat=60_000)
    late = told_at(once, until_ms=5 * MINUTE)
    seen = []
    for now in range(0, 5 * MINUTE + 1, 700):
        while (at_ms := next_mood_move(often, after_ms=seen[-1][0] if seen else 0, until_ms=now)) is not None:
            show_mood(often, at_ms=at_ms, points=heat_points(often, at_ms=at_ms))
            seen.append((at_ms, often.shown))

    assert seen == [each for each in late if each[0] <= 5 * MINUTE // 700 * 700]
