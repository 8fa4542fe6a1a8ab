"""Lock first, ask for the time second, hand over last."""

from collections.abc import Callable

import pytest
from django.db import connection

from simulator import services
from simulator.models import Run
from simulator.services import clock, doorbell, store
from tests.simulator.worlds import start


@pytest.fixture
def run(tia, now) -> Run:
    return start(tia)


def note(steps: list[str], name: str, step: Callable[..., object]) -> Callable[..., object]:
    def noted(*args: object, **more: object) -> object:
        steps.append(name)
        return step(*args, **more)

    return noted


def test_the_time_is_asked_for_after_the_lock_was_had(run, tia, now, monkeypatch):
    steps: list[str] = []
    monkeypatch.setattr(store, "lock_run", note(steps, "lock", store.lock_run))
    monkeypatch.setattr(store, "lock_due", note(steps, "lock", store.lock_due))
    monkeypatch.setattr(clock, "wall_ms", note(steps, "time", clock.wall_ms))

    services.end_run(run.pk, actor=tia, cmd_id="e")
    assert steps == ["lock", "time"]

    start(tia)
    now.advance(60_000)
    steps.clear()
    services.catch_up_due()
    assert steps[-2:] == ["lock", "time"]


@pytest.mark.django_db(transaction=True)
def test_rows_are_handed_over_after_the_commit(run, tia):
    seen: list[bool] = []
    stop = doorbell.listen(lambda run_id, rows: seen.append(connection.in_atomic_block))
    services.end_run(run.pk, actor=tia, cmd_id="e")
    stop()

    assert seen == [False]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_handed_over_that_was_not_committed(run, tia, monkeypatch):
    seen: list[int] = []
    stop = doorbell.listen(lambda run_id, rows: seen.append(run_id))
    monkeypatch.setattr(store, "move_heads", lambda heads: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.end_run(run.pk, actor=tia, cmd_id="e")
    stop()

    assert seen == []


@pytest.mark.django_db(transaction=True)
def test_a_listener_that_fails_stops_neither_the_command_nor_the_others(run, tia, caplog):
    seen: list[int] = []
    stops = [doorbell.listen(lambda run_id, rows: 1 / 0), doorbell.listen(lambda run_id, rows: seen.append(run_id))]
    services.end_run(run.pk, actor=tia, cmd_id="e")
    for stop in stops:
        stop()

    assert seen == [run.pk]
    assert "a listener failed" in caplog.text
    stops[0]()


def test_the_database_is_asked_for_the_time_where_there_are_many_processes(db, django_assert_num_queries):
    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 0):
        told = clock.wall_ms()

    assert abs(told - clock.process_ms()) < 2_000
