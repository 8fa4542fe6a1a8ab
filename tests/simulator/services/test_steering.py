"""Pausing, changing the speed, ending."""

import pytest

from simulator import queries, services
from simulator.models import Run
from simulator.services import Refused, start_run
from tests.simulator.timelines import kinds_of, make_morning
from tests.simulator.worlds import publish, start


@pytest.fixture
def run(tia, now) -> Run:
    return start(tia)


def test_a_pause_is_no_run_time(run, tia, now):
    now.advance(30_000)
    services.pause(run.pk, actor=tia, cmd_id="p")
    now.advance(600_000)
    assert services.catch_up_due() == 0
    services.resume(run.pk, actor=tia, cmd_id="r")
    now.advance(29_999)
    assert services.catch_up(run.pk) == 4
    now.advance(1)
    assert services.catch_up(run.pk) == 5

    assert [(event.kind, event.at_ms) for event in queries.read_log(run.pk)[2:]] == [
        ("Paused", 30_000),
        ("Resumed", 30_000),
        ("PostAppeared", 60_000),
    ]


def test_nothing_is_due_while_paused(run, tia, now):
    services.pause(run.pk, actor=tia, cmd_id="p")
    run.refresh_from_db()

    assert run.next_due_at is None


def test_a_run_at_double_speed_takes_half_the_time(run, tia, now):
    services.set_speed(run.pk, actor=tia, cmd_id="s", per_mille=2_000)
    now.advance(300_000)
    services.catch_up(run.pk)

    assert queries.read_log(run.pk)[-1].kind == "RunEnded"


def test_the_speed_may_change_during_a_pause(run, tia, now):
    services.pause(run.pk, actor=tia, cmd_id="p")
    services.set_speed(run.pk, actor=tia, cmd_id="s", per_mille=8_000)
    now.advance(60_000)
    services.resume(run.pk, actor=tia, cmd_id="r")
    now.advance(7_500)

    assert services.catch_up(run.pk) == 6


@pytest.mark.parametrize("per_mille", [499, 8_001, 0, -1_000, True, "1000", 1000.0])
def test_an_odd_speed_is_refused(run, tia, per_mille):
    with pytest.raises(Refused, match="bad_speed"):
        services.set_speed(run.pk, actor=tia, cmd_id="s", per_mille=per_mille)


def test_pausing_twice_and_resuming_what_runs_is_refused(run, tia):
    with pytest.raises(Refused, match="not_paused"):
        services.resume(run.pk, actor=tia, cmd_id="r")
    services.pause(run.pk, actor=tia, cmd_id="p")
    with pytest.raises(Refused, match="'paused'"):
        services.pause(run.pk, actor=tia, cmd_id="q")


def test_a_class_is_neither_paused_nor_hurried_by_a_trainee_but_may_be_ended(tia, early, now):
    run = start_run(trainee=tia, version=publish(make_morning()), mode="class", cohort=early)

    with pytest.raises(Refused, match="not_practice"):
        services.pause(run.pk, actor=tia, cmd_id="p")
    with pytest.raises(Refused, match="not_practice"):
        services.set_speed(run.pk, actor=tia, cmd_id="s", per_mille=500)
    services.end_run(run.pk, actor=tia, cmd_id="e")

    assert kinds_of(queries.read_log(run.pk))[-2:] == ["EndRequested", "RunEnded"]


def test_an_end_that_is_asked_for_comes_at_once_also_from_a_pause(run, tia, now):
    now.advance(1_234)
    services.pause(run.pk, actor=tia, cmd_id="p")
    ack = services.end_run(run.pk, actor=tia, cmd_id="e")
    run.refresh_from_db()

    log = queries.read_log(run.pk)
    assert (ack.seq, log[-1].seq, log[-1].at_ms, log[-1].data) == (4, 5, 1_234, {"reason": "asked"})
    assert (run.ended, run.next_due_at) == (True, None)


def test_a_run_ends_by_itself_with_nobody_watching(run, now):
    now.advance(3_600_000)
    while services.catch_up_due():
        pass
    run.refresh_from_db()

    assert (run.ended, run.head_at_ms) == (True, 600_000)
    assert queries.next_due_at() is None
