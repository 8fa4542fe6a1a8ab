"""An outage is not the trainee's silence."""

import pytest

from simulator import queries, services
from simulator.core.events import Event
from simulator.models import Outage, Run
from simulator.services import pulse
from tests.simulator.timelines import kinds_of
from tests.simulator.worlds import start


@pytest.fixture
def run(tia, now) -> Run:
    return start(tia)


def interruptions(run: Run) -> list[tuple[int, int, int]]:
    """(run time, how long before the test's start the service was last alive, how long it was away) of each."""
    return [
        (event.at_ms, event.data["from_ms"], event.data["to_ms"] - event.data["from_ms"])
        for event in queries.read_log(run.pk)
        if event.kind == "Interrupted"
    ]


def test_an_outage_is_no_run_time(run, now):
    began = now.now_ms
    now.advance(20_000)
    now.jump(300_000)

    services.catch_up(run.pk)

    assert interruptions(run) == [(20_000, began + 20_000, 300_000)]
    now.advance(39_999)
    assert kinds_of(queries.read_log(run.pk)) == ["RunStarted", "PostAppeared", "Interrupted"]
    now.advance(1)
    services.catch_up(run.pk)
    assert queries.read_log(run.pk)[-1].data["post"] == "train-1"


def test_the_silence_of_the_service_is_not_held_against_the_trainee(run, now):
    now.advance(20_000)
    now.jump(300_000)
    services.catch_up(run.pk)

    assert "ReactionFired" not in kinds_of(queries.read_log(run.pk))


def test_what_was_due_before_the_outage_comes_before_it(run, now):
    now.advance(100_000)
    now.jump(300_000)
    services.catch_up(run.pk)

    assert [(event.kind, event.at_ms) for event in queries.read_log(run.pk)[2:]] == [
        ("PostAppeared", 60_000),
        ("FactReleased", 90_000),
        ("Interrupted", 100_000),
    ]


def test_a_gap_of_ten_seconds_is_run_time(run, now):
    now.jump(10_000)
    services.catch_up(run.pk)

    assert interruptions(run) == []
    assert Outage.objects.count() == 0


def test_a_longer_one_is_not(run, now):
    now.jump(10_001)
    services.catch_up(run.pk)

    assert [away for _, _, away in interruptions(run)] == [10_001]


def test_a_person_who_is_away_stops_nothing(run, now):
    now.advance(300_000)
    services.catch_up(run.pk)

    assert "ReactionFired" in kinds_of(queries.read_log(run.pk))
    assert interruptions(run) == []


def test_a_run_that_nobody_touched_for_long_gets_every_outage(run, now):
    for _ in range(3):
        now.advance(15_000)
        now.jump(60_000)
        pulse.beat()
    services.catch_up(run.pk)

    assert [(at_ms, away) for at_ms, _, away in interruptions(run)] == [
        (15_000, 60_000),
        (30_000, 60_000),
        (45_000, 60_000),
    ]


def test_an_outage_counts_once_however_often_and_by_whom_it_is_noticed(run, tia, now):
    now.advance(15_000)
    now.jump(60_000)
    for _ in range(3):
        services.forget_all()
        services.catch_up_due()
        services.catch_up(run.pk)
    now.advance(50_000)
    services.catch_up(run.pk)

    assert [away for _, _, away in interruptions(run)] == [60_000]
    assert Outage.objects.count() == 1


def test_a_run_that_is_paused_is_not_interrupted(run, tia, now):
    services.pause(run.pk, actor=tia, cmd_id="p")
    now.jump(600_000)
    services.resume(run.pk, actor=tia, cmd_id="r")
    now.advance(60_000)
    services.catch_up(run.pk)

    assert interruptions(run) == []
    assert queries.read_log(run.pk)[-1].at_ms == 60_000


def test_an_outage_before_the_run_is_none_of_its_business(run, tia, now):
    now.jump(600_000)
    later = start(tia)
    now.advance(60_000)
    services.catch_up(later.pk)

    assert kinds_of(queries.read_log(later.pk)) == ["RunStarted", "PostAppeared", "PostAppeared"]


def test_an_outage_counts_from_the_last_event_if_that_is_later_than_the_pulse(run, tia, now):
    """Somebody was served after the last pulse, so the service was alive then."""
    began = now.now_ms
    now.jump(4_000)
    services.set_speed(run.pk, actor=tia, cmd_id="s", per_mille=1_000)
    now.jump(60_000)
    services.catch_up(run.pk)

    assert interruptions(run) == [(4_000, began + 4_000, 60_000)]


def test_a_clock_that_was_set_forward_is_an_outage_like_sleep(run, now):
    now.advance(10_000)
    now.jump(2 * 24 * 3_600_000)
    assert services.catch_up_due() == 1

    assert [at_ms for at_ms, _, _ in interruptions(run)] == [10_000]


def test_a_clock_that_was_set_back_holds_nothing_up(run, now):
    now.advance(30_000)
    now.jump(-3_600_000)
    services.catch_up(run.pk)
    assert interruptions(run)[0][::2] == (30_000, -3_600_000)

    now.advance(30_000)
    assert services.catch_up_due() == 1
    assert queries.read_log(run.pk)[-1] == Event(4, 60_000, "PostAppeared", "world", queries.read_log(run.pk)[-1].data)


def test_after_a_clock_was_set_back_the_alarm_looks_at_once(run, now):
    now.advance(30_000)
    now.jump(-3_600_000)
    pulse.beat()

    assert queries.next_due_at() == now.now_ms


def test_a_clock_that_goes_back_a_little_only_stands_still(run, tia, now):
    now.advance(30_000)
    services.set_speed(run.pk, actor=tia, cmd_id="s", per_mille=1_000)
    now.jump(-3_000)
    services.set_speed(run.pk, actor=tia, cmd_id="t", per_mille=1_000)

    assert [event.at_ms for event in queries.read_log(run.pk)[2:]] == [30_000, 30_000]
    assert interruptions(run) == []


def test_an_outage_longer_than_the_run_does_not_end_it(run, now):
    now.advance(599_999)
    now.jump(3_600_000)
    while services.catch_up_due():
        pass
    run.refresh_from_db()
    assert not run.ended

    now.advance(1)
    services.catch_up(run.pk)
    assert queries.read_log(run.pk)[-1].kind == "RunEnded"


def test_an_ended_run_is_left_alone(run, tia, now):
    services.end_run(run.pk, actor=tia, cmd_id="e")
    now.jump(600_000)
    services.catch_up(run.pk)

    assert interruptions(run) == []


def test_a_fresh_pulse_costs_a_command_nothing(run, now, django_assert_num_queries):
    services.catch_up(run.pk)
    now.jump(pulse.BEAT_MS - 1)

    with django_assert_num_queries(1):
        services.catch_up(run.pk)


def test_without_the_look_at_the_pulse_the_outage_would_be_silence(run, now, monkeypatch):
    monkeypatch.setattr(pulse, "is_stale", lambda now: False)
    with pytest.raises(AssertionError):
        test_the_silence_of_the_service_is_not_held_against_the_trainee(run, now)
