"""Catching up one run, and a class of them."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from people.services import create_person
from simulator import queries, services
from simulator.models import Run
from simulator.services import doorbell, gates
from simulator.services.session import Session
from tests.simulator.timelines import kinds_of, make_post, make_timeline
from tests.simulator.worlds import publish, start


def test_a_class_is_caught_up_together(tia, theo, now, django_capture_on_commit_callbacks):
    runs = [start(person) for person in (tia, theo)]
    heard: list[tuple[int, list[int]]] = []
    stop = doorbell.listen(lambda run_id, rows: heard.append((run_id, [row.seq for row in rows])))
    now.advance(120_000)

    with django_capture_on_commit_callbacks(execute=True):
        assert services.catch_up_due() == 2
    stop()

    assert heard == [(run.pk, [3, 4, 5, 6]) for run in runs]
    assert services.catch_up_due() == 0


def test_a_class_costs_as_many_statements_as_one(tia, now, django_assert_num_queries):
    start(tia)
    now.advance(60_000)
    with django_assert_num_queries(5) as one:
        services.catch_up_due()
    for _ in range(9):
        start(tia)
    now.advance(60_000)

    with django_assert_num_queries(len(one.captured_queries)):
        assert services.catch_up_due() == 10


def test_an_alarm_takes_no_more_than_it_may_and_the_longest_waiting_first(tia, now):
    runs = []
    for _ in range(3):
        runs.append(start(tia))
        now.advance(10)
    now.advance(60_000)

    assert services.catch_up_due(limit=2) == 2

    assert [run_id for run_id, seq in queries.heads([run.pk for run in runs]).items() if seq == 3] == [
        runs[0].pk,
        runs[1].pk,
    ]


def test_a_long_absence_is_caught_up_in_pages(tia, now):
    posts = [make_post(f"p{number:03}", "t", at_ms=number + 1) for number in range(500)]
    run = start(tia, timeline=make_timeline(posts=posts))
    now.advance(5_000)

    heads = []
    while services.catch_up_due():
        heads.append(queries.heads([run.pk])[run.pk])

    assert heads == [201, 401, 501]


def test_looking_at_a_run_catches_up_all_pages(tia, now):
    posts = [make_post(f"p{number:03}", "t", at_ms=number + 1) for number in range(500)]
    run = start(tia, timeline=make_timeline(posts=posts))
    now.advance(5_000)

    assert services.catch_up(run.pk) == 501


def break_run(monkeypatch, run: Run) -> None:
    catch_up = Session.catch_up

    def fail_for_one(session: Session) -> bool:
        if session.head.run_id == run.pk:
            raise RuntimeError("broken")
        return catch_up(session)

    monkeypatch.setattr(Session, "catch_up", fail_for_one)


def test_a_broken_run_does_not_hold_up_the_others_and_is_set_apart(tia, theo, now, monkeypatch, caplog):
    broken, whole = start(tia), start(theo)
    break_run(monkeypatch, broken)
    now.advance(60_000)

    with caplog.at_level(logging.ERROR):
        services.catch_up_due()

    assert kinds_of(queries.read_log(whole.pk))[2:] == ["PostAppeared"]
    assert queries.heads([broken.pk]) == {broken.pk: 2}
    broken.refresh_from_db()
    assert broken.next_due_at == now.now_ms + 5_000
    assert f"run {broken.pk} cannot be continued" in caplog.text
    assert services.catch_up_due() == 0


def test_a_broken_run_is_tried_again_less_and_less_often_and_heals(tia, now, monkeypatch, caplog):
    broken = start(tia)
    with monkeypatch.context() as patch:
        break_run(patch, broken)
        now.advance(60_000)
        pauses = []
        for _ in range(3):
            services.catch_up_due()
            pauses.append(queries.next_due_at() - now.now_ms)
            now.advance(pauses[-1])
    assert pauses == [5_000, 10_000, 20_000]

    services.catch_up_due()
    assert queries.heads([broken.pk]) == {broken.pk: 4}


def test_a_run_that_somebody_is_working_on_is_left_to_them(tia, now):
    run = start(tia)
    now.advance(60_000)

    with hold_elsewhere(run):
        assert services.catch_up_due() == 0
    assert services.catch_up_due() == 1


@contextmanager
def hold_elsewhere(run: Run) -> Iterator[None]:
    """Another thread works on `run` until the block ends."""
    has_it, is_done = threading.Event(), threading.Event()

    def work() -> None:
        with gates.hold(run.pk):
            has_it.set()
            is_done.wait(10)

    worker = threading.Thread(target=work)
    worker.start()
    has_it.wait(10)
    yield
    is_done.set()
    worker.join()


def test_a_run_that_another_release_goes_on_with_says_so(tia, now, monkeypatch):
    run = start(tia)
    monkeypatch.setattr("simulator.services.session.ENGINE_VERSION", 99)
    now.advance(60_000)
    services.catch_up_due()

    log = queries.read_log(run.pk)
    assert [(event.kind, event.at_ms) for event in log[2:]] == [("EngineChanged", 0), ("PostAppeared", 60_000)]
    assert (log[2].actor, log[2].data["engine"]) == ("service", 99)
    assert services.replay(run.pk) == log


def test_looking_when_nothing_is_due_takes_no_lock(tia, now):
    run = start(tia)
    with connection.execute_wrapper(refuse_to_write):
        assert services.catch_up(run.pk) == 2


def refuse_to_write(execute, sql, params, many, context):
    assert sql.startswith("SELECT")
    assert "FOR UPDATE" not in sql
    return execute(sql, params, many, context)


def test_a_run_that_does_not_exist_is_refused(db, now):
    with pytest.raises(services.Refused, match="unknown_run"):
        services.catch_up(999_999)


def test_many_people_start_in_the_same_second(db, now):
    version = publish(make_timeline(posts=[make_post("p", "t", at_ms=1_000)]))
    runs = [services.start_run(trainee=create_person(f"t{number}"), version=version) for number in range(70)]
    now.advance(1_000)

    assert [services.catch_up_due() for _ in range(3)] == [64, 6, 0]
    assert set(queries.heads([run.pk for run in runs]).values()) == {2}
