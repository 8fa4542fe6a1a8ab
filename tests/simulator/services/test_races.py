"""Eight workers race to advance and to answer the same run: threads on SQLite, processes on PostgreSQL."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.db import connection, connections

from people.models import Cohort, User
from simulator import queries, services
from simulator.models import Run
from simulator.services import doorbell, gates, start_run, store
from tests.simulator.services.racer import race, remove_locks
from tests.simulator.timelines import make_post, make_timeline
from tests.simulator.worlds import publish, start

ROOT = Path(__file__).resolve().parents[3]
WORKERS = 8
ROUNDS = 10

Acks = list[tuple[str, int]]


class RaceError(Exception):
    """A worker failed."""


@pytest.fixture
def run(tia: User, transactional_db: None) -> Run:
    """A run in which a post falls due every twenty milliseconds."""
    posts = [make_post(f"p{number:03}", "t", at_ms=number * 20) for number in range(1_000)]
    return start(tia, timeline=make_timeline(posts=posts))


@pytest.fixture
def lesson(tia: User, carla: User, early: Cohort, transactional_db: None) -> Run:
    """The same in class, where a coach may write as well."""
    posts = [make_post(f"p{number:03}", "t", at_ms=number * 20) for number in range(1_000)]
    return start_run(trainee=tia, version=publish(make_timeline(posts=posts)), mode="class", cohort=early)


def race_in_threads(run: Run, *, locked: bool, others: Sequence[User] = ()) -> Acks:
    users = [run.trainee_id, *(other.pk for other in others)]
    acks: Acks = []
    errors: list[BaseException] = []
    ready = threading.Barrier(WORKERS)

    def work(number: int) -> None:
        try:
            if not locked:
                connection.settings_dict["OPTIONS"]["transaction_mode"] = None
                connection.connect()
            ready.wait()
            for ack in race(run.pk, users[number % len(users)], number, ROUNDS):
                acks.append(ack)
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work, args=(number,)) for number in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if errors:
        raise RaceError from errors[0]
    return acks


def race_in_processes(run: Run, *, locked: bool, others: Sequence[User] = ()) -> Acks:
    users = [run.trainee_id, *(other.pk for other in others)]
    settings = connection.settings_dict
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)
    command = [sys.executable, "-m", "tests.simulator.services.race_process", str(run.pk)]
    workers = [
        subprocess.Popen(
            [*command, str(users[number % len(users)]), str(number), str(ROUNDS), *([] if locked else ["unlocked"])],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": url},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WORKERS)
    ]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()
    acks: Acks = []
    errors = []
    for worker in workers:
        out, error = worker.communicate()
        acks += [(line.split()[0], int(line.split()[1])) for line in out.splitlines()]
        errors += [error] if worker.returncode else []
    if errors:
        raise RaceError(errors[0])
    return acks


def check_race(run: Run, *, locked: bool = True) -> None:
    acks = (race_in_threads if connection.vendor == "sqlite" else race_in_processes)(run, locked=locked)
    log = queries.read_log(run.pk)

    assert len(acks) == 2 * WORKERS * ROUNDS
    assert len(set(acks)) == len({cmd_id for cmd_id, _ in acks}) == ROUNDS // 2 * (WORKERS + 1)
    assert [event.seq for event in log] == list(range(1, len(log) + 1))
    assert sum(event.kind == "ReplySent" for event in log) == len(set(acks))
    assert [log[seq - 1].kind for _, seq in acks] == ["ReplyAssessed"] * len(acks)
    posts = [event.data["post"] for event in log if event.kind == "PostAppeared"]
    assert posts == [f"p{number:03}" for number in range(len(posts))]
    assert services.verify_chain(run.pk) is None
    assert services.replay(run.pk) == log


def test_eight_workers_write_each_event_once(run):
    check_race(run)


def check_race_with_a_coach(lesson: Run, carla: User, *, locked: bool = True) -> None:
    race_of = race_in_threads if connection.vendor == "sqlite" else race_in_processes
    acks = race_of(lesson, locked=locked, others=[carla])
    log = queries.read_log(lesson.pk)

    assert len(set(acks)) == len({cmd_id for cmd_id, _ in acks}) == ROUNDS // 2 * (WORKERS + 2)
    assert [event.seq for event in log] == list(range(1, len(log) + 1))
    brought = [event for event in log if event.kind == "PostInjected"]
    shown = [event.data["post"] for event in log if event.kind == "PostAppeared" and event.data["text"] is None]
    assert shown == [event.data["post"] for event in brought]
    assert len(brought) + sum(event.kind == "ReplySent" for event in log) == len(set(acks))
    assert services.verify_chain(lesson.pk) is None
    assert services.replay(lesson.pk) == log


def test_a_trainee_and_a_coach_at_once_write_each_event_once(lesson, carla):
    check_race_with_a_coach(lesson, carla)


@pytest.fixture
def unlocked() -> Iterator[None]:
    kept = gates.hold, gates.try_to_hold, store._for_update
    options = connection.settings_dict["OPTIONS"]
    mode = options.get("transaction_mode")
    remove_locks()
    yield
    gates.hold, gates.try_to_hold, store._for_update = kept
    if mode is not None:
        options["transaction_mode"] = mode


def test_without_the_lock_they_would_not(run, unlocked):
    with pytest.raises((RaceError, AssertionError)):
        check_race(run, locked=False)


def test_without_the_lock_a_trainee_and_a_coach_would_not(lesson, carla, unlocked):
    with pytest.raises((RaceError, AssertionError)):
        check_race_with_a_coach(lesson, carla, locked=False)


def test_listeners_get_the_rows_of_a_run_in_order_whoever_writes_them(run):
    heard: list[int] = []
    stop = doorbell.listen(lambda run_id, rows: heard.extend(row.seq for row in rows))
    race_in_threads(run, locked=True)
    stop()

    assert heard == list(range(3, len(heard) + 3))
