"""A pattern's number is its place among all patterns of a scenario."""

from dataclasses import replace

from scenarios.core.conditions import AllOf, Answered, Not, Replied
from scenarios.core.patterns import patterns_of
from scenarios.core.public import Public, Reaction, Rumour
from scenarios.core.timeline import Fact
from tests.simulator.timelines import make_post, make_timeline


def test_patterns_stand_in_conditions_facts_and_rumours_and_are_sorted():
    timeline = make_timeline(
        posts=(make_post("bag-1", "bag", at_ms=0),),
        facts=(Fact("eta", "Um acht.", 0, None, says=("um acht", "8 uhr")),),
        reactions=(
            Reaction("thanks", "bag", AllOf((Answered("bag-1"), Not(Replied("bag-1", says="weiss nicht"))))),
            Reaction("again", "bag", Replied("bag-1", says="8 uhr")),
        ),
    )
    crash = Rumour("crash", "", "Es gab einen Unfall.", ("unfall",), ())

    assert patterns_of(replace(timeline, public=Public(rumours=(crash,)))) == (
        "8 uhr",
        "um acht",
        "unfall",
        "weiss nicht",
    )


def test_a_scenario_without_patterns_has_none():
    assert patterns_of(make_timeline(posts=(make_post("bag-1", "bag", at_ms=0),))) == ()
