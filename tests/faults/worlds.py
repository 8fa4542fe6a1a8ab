"""Runs that real servers play: one post at the start, to be answered again and again."""

from people.models import User
from scenarios.core.timeline import Timeline
from simulator.models import Run
from simulator.services import start_run
from tests.simulator.timelines import MINUTE, SECOND, make_post, make_timeline
from tests.simulator.worlds import publish


def make_long() -> Timeline:
    """An hour, with a post at once and another one each second of the first ten minutes."""
    posts = [make_post(f"bag-{number + 1}", "bag", at_ms=number * SECOND) for number in range(600)]
    return make_timeline(posts=posts, duration_ms=60 * MINUTE)


def make_quiet() -> Timeline:
    """An hour in which nothing happens after the first post."""
    return make_timeline(posts=[make_post("bag-1", "bag", at_ms=0)], duration_ms=60 * MINUTE)


def make_short() -> Timeline:
    """Two seconds, with a post in the middle."""
    return make_timeline(posts=[make_post("bag-1", "bag", at_ms=SECOND)], duration_ms=2 * SECOND)


def start(trainee: User, timeline: Timeline) -> Run:
    return start_run(trainee=trainee, version=publish(timeline), seed=7)
