"""Jobs served one after the other: when each can be begun, and how work rests while nothing is done."""

import pytest

from scoring.core.acts import REPLY
from scoring.core.lineup import FOREVER_MS
from scoring.core.serving import Job, Ready, look_at, serve
from tests.simulator.timelines import MINUTE


def make_job(seq: int, *, took_ms: int = 0, came_ms: int = 0, **more) -> Job:
    return Job(seq, f"post-{seq}", REPLY, took_ms, came_ms, **more)


def serve_as_they_come(*jobs: Job, idle=()) -> list[tuple[int | None, int | None]]:
    """When each was begun and done."""
    served = serve(jobs, lambda ready, now_ms: ((), FOREVER_MS), idle=idle, last_ms=60 * MINUTE)
    return [(one.begun_ms, one.done_ms) for one in served]


def test_work_rests_while_nothing_is_done():
    jobs = make_job(1, took_ms=2 * MINUTE), make_job(2, took_ms=2 * MINUTE)

    assert serve_as_they_come(*jobs, idle=[(MINUTE, 5 * MINUTE)]) == [(0, 6 * MINUTE), (6 * MINUTE, 8 * MINUTE)]


def test_work_rests_as_often_as_nothing_is_done():
    job = make_job(1, took_ms=4 * MINUTE, came_ms=MINUTE)
    idle = [(2 * MINUTE, 5 * MINUTE), (6 * MINUTE, 8 * MINUTE)]

    assert serve_as_they_come(job, idle=idle) == [(MINUTE, 10 * MINUTE)]


def test_a_rest_that_is_over_does_not_hide_the_next_one():
    job = make_job(1, took_ms=2 * MINUTE, came_ms=2 * MINUTE)
    idle = [(0, MINUTE), (3 * MINUTE, 5 * MINUTE)]

    assert serve_as_they_come(job, idle=idle) == [(2 * MINUTE, 6 * MINUTE)]


@pytest.mark.parametrize(("came_ms", "since_ms"), [(0, 9 * MINUTE), (20 * MINUTE, 20 * MINUTE)])
def test_a_job_can_be_begun_once_the_last_of_what_comes_before_it_is_there(came_ms, since_ms):
    job = make_job(3, came_ms=came_ms, after=(1, 2))

    assert look_at(job, {1: 5 * MINUTE, 2: 9 * MINUTE}) == Ready(job, came_ms, since_ms)
    assert look_at(job, {1: 5 * MINUTE}) is None
