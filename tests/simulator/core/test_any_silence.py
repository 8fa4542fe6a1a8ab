"""Reactions to silence that name no post: every post that waits for what did not come."""

from dataclasses import replace

import pytest

from scenarios.core.conditions import AllOf, HeatIs, NoAnswer, Stands
from scenarios.core.public import Reaction
from scenarios.core.timeline import Timeline
from simulator.core.engine import due
from simulator.core.events import ENGINE_VERSION, Event
from tests.simulator.timelines import MINUTE, NEEDS, NO_NEEDS, make_post, make_timeline

START = {
    "mode": "practice", "engine": ENGINE_VERSION, "scoring": 1, "agent": "^GP", "trainee": "u1",
    "duration_ms": 10 * MINUTE, "speed": 1000, "wall_ms": 0, "heat": 0, "seed": 1,
    "cast": {"jana": {"name": "Jana Ohlsen", "handle": "@jana"}},
}  # fmt: skip
THREATENED = replace(NO_NEEDS, danger="threat")


def make_town(when: NoAnswer | Stands | AllOf) -> Timeline:
    """Two people who need an answer, one who does not, and a threat; the reaction may happen for each."""
    posts = (
        make_post("asks", "asks", at_ms=0, persona="jana", needs=NEEDS),
        make_post("tells", "tells", at_ms=0, persona="jana", needs=NO_NEEDS),
        make_post("asks-2", "asks-2", at_ms=MINUTE, persona="jana", needs=NEEDS),
        make_post("threat", "threat", at_ms=0, persona="jana", needs=THREATENED),
    )
    return make_timeline(posts=posts, reactions=(Reaction("any", "", when, at_most=0, heat=1_000),))


def fire(timeline: Timeline) -> list[tuple[int, str]]:
    log = due(timeline, [Event(1, 0, "RunStarted", "world", START)], 9 * MINUTE)
    fired = [event for event in log if event.kind == "ReactionFired" and event.data["reaction"] == "any"]
    return [(event.at_ms // MINUTE, event.data["post"]) for event in fired]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (NoAnswer(wait_ms=3 * MINUTE, calls=True), [(3, "asks"), (4, "asks-2")]),
        (AllOf((NoAnswer(wait_ms=3 * MINUTE, calls=True), HeatIs(below=100))), [(3, "asks"), (4, "asks-2")]),
        (Stands(wait_ms=2 * MINUTE), [(2, "threat")]),
    ],
    ids=["no_answer_for", "all", "stands_for"],
)
def test_silence_towards_any_post_is_about_those_that_wait(when, expected):
    assert fire(make_town(when)) == expected
