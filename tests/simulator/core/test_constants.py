"""The constants of the simulated public: each does something, each can be changed, none lets a law be broken."""

from dataclasses import replace

import pytest

from scenarios.core.codec import dumps, loads
from scenarios.core.constants import CONSTANTS, USUAL, Constants
from scenarios.core.timeline import Timeline
from simulator.core.effects import calm_share
from simulator.core.events import Event
from simulator.core.public import PublicState, scale_topic, start_public, swing
from tests.bench.storms import simulate
from tests.simulator.crowds import make_storm

OTHER = {
    "post_heat": 2_000,
    "heat_share": 1_000,
    "most_weight": 500,
    "mood_per_temper": 5,
    "joining": 0,
    "author_offset": 50,
    "crowd_reach": 2_000,
    "rumour_doubles": 20_000,
    "rumour_most": 1_000,
    **dict.fromkeys(("polite", "lowercase", "emoji", "typos", "terse", "regional", "shouting"), 1_000),
}
"""What shows without a trainee."""
OF_REPLIES = {"most_swing", "least_topic", "most_topic", "template_likeness", "full_weight", "least_calm"}


def with_constants(timeline: Timeline, **changes: int) -> Timeline:
    return replace(timeline, public=replace(timeline.public, constants=Constants(**changes)))


def play(**changes: int) -> list[Event]:
    timeline = with_constants(make_storm(minutes=6, heat=90_000), **changes)
    return simulate(timeline, seed=9)


def start(**changes: int) -> PublicState:
    timeline = with_constants(make_storm(), **changes)
    return start_public(timeline, seed=7, duration_ms=timeline.duration_ms)


def test_every_constant_is_tried_here():
    assert set(CONSTANTS) == set(OTHER) | OF_REPLIES


@pytest.mark.parametrize("name", sorted(OTHER.keys() - {"mood_per_temper"}))
def test_a_constant_changes_what_the_public_does(name):
    assert play(**{name: OTHER[name]}) != play()


def test_moods_begin_by_the_temper():
    assert (start().moods["jana"], start(mood_per_temper=5).moods["jana"]) == (30, 10)


def test_what_replies_do_to_the_rate_is_bounded_by_constants():
    bounded, usual = start(most_swing=50, least_topic=400), start()
    for public in (bounded, usual):
        swing(public, at_ms=0, per_mille=-900)
        scale_topic(public, "stuck", at_ms=0, per_mille=1)

    assert [public.swings.value_at(1, default=0) for public in (bounded, usual)] == [950, 850]
    assert [public.topics["stuck"].value_at(1, default=0) for public in (bounded, usual)] == [400_000_000, 100_000_000]


def test_no_scenario_can_let_replies_move_the_crowd_by_more_than_fifteen_percent():
    assert CONSTANTS["most_swing"].metadata["most"] == 150


def test_the_calm_of_an_answer_goes_by_reach():
    shares = [calm_share(reach, USUAL) for reach in (0, 200, 4_000, 20_000)]

    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (300, 1_000)
    assert calm_share(200, replace(USUAL, full_weight=1_000, least_calm=0)) == 1_000


def test_constants_are_kept_with_a_published_text_and_cost_an_old_one_nothing():
    usual = make_storm(minutes=1)
    other = with_constants(usual, post_heat=300)

    assert "constants" not in dumps(usual)
    assert "tempers" not in dumps(usual)
    assert loads(dumps(other)) == other
    assert loads(dumps(usual)) == usual
    assert '"constants":{"post_heat":300}' in dumps(other)


@pytest.mark.parametrize("name", list(CONSTANTS))
def test_the_usual_value_is_within_its_limits(name):
    limits = CONSTANTS[name].metadata

    assert limits["least"] <= getattr(USUAL, name) <= limits["most"]
