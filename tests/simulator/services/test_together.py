"""Commands that are committed together: one transaction, and nobody suffers from or hears too early of another."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack, nullcontext

import pytest
from django.db import OperationalError, connection, connections, transaction

from people.models import User
from simulator import queries, services
from simulator.models import Run
from simulator.services import Ack, Refused, doorbell, gates, locking, store, together
from simulator.services.together import Job, do_together
from tests.simulator.timelines import kinds_of
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def runs(tia: User, theo: User, now) -> list[Run]:
    return [start(person) for person in (tia, theo)]


def make_reply(run: Run, *, cmd_id: str = "a", post: str = "bag-1") -> Job[Ack]:
    asked = {"thread": "bag", "post": post, "visibility": "public", "text": f"Hallo {cmd_id}!", "seen_seq": 2}
    return Job(run.pk, services.prepare_reply(run.pk, actor=run.trainee, cmd_id=cmd_id, **asked))


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One for each commit."""
    counted: list[None] = []
    commit = connection._commit

    def count() -> None:
        counted.append(None)
        commit()

    monkeypatch.setattr(connection, "_commit", count)
    return counted


def test_commands_of_several_runs_and_of_one_are_one_transaction(runs, commits):
    jobs = [make_reply(runs[0]), make_reply(runs[1]), make_reply(runs[0], cmd_id="b")]
    do_together(jobs)

    assert len(commits) == 1
    assert [job.answer.result() for job in jobs] == [Ack("a", 4), Ack("a", 4), Ack("b", 8)]
    assert [services.verify_chain(run.pk) for run in runs] == [None, None]
    assert [services.replay(run.pk) for run in runs] == [queries.read_log(run.pk) for run in runs]


def break_run(monkeypatch, run: Run) -> None:
    """Whatever is written to the run is followed by an error."""
    move_heads = store.move_heads

    def fail_for_one(heads: list[store.NewHead]) -> None:
        move_heads(heads)
        if heads[0].run_id == run.pk:
            raise ZeroDivisionError

    monkeypatch.setattr(store, "move_heads", fail_for_one)


def check_that_others_are_left_alone(runs: list[Run], monkeypatch) -> None:
    refused, broken, good = make_reply(runs[0], post="never"), make_reply(runs[1]), make_reply(runs[0])
    break_run(monkeypatch, runs[1])

    do_together([refused, broken, good])

    with pytest.raises(Refused, match="unknown_post"):
        refused.answer.result()
    with pytest.raises(ZeroDivisionError):
        broken.answer.result()
    assert good.answer.result() == Ack("a", 4)
    assert [len(queries.read_log(run.pk)) for run in runs] == [6, 2]


def test_a_refusal_and_an_error_leave_the_others_alone(runs, monkeypatch, commits):
    check_that_others_are_left_alone(runs, monkeypatch)
    assert len(commits) == 1


def test_without_a_savepoint_an_error_would_leave_something_behind(runs, monkeypatch):
    monkeypatch.setattr(locking.transaction, "atomic", keep_outermost(transaction.atomic))

    with pytest.raises(AssertionError):
        check_that_others_are_left_alone(runs, monkeypatch)


def keep_outermost(atomic: Callable[[], object]) -> Callable[[], object]:
    return lambda: nullcontext() if connection.in_atomic_block else atomic()


def check_answers_come_last(runs: list[Run]) -> None:
    jobs = [make_reply(run) for run in runs]
    steps: list[str] = []
    stop = doorbell.listen(lambda run_id, rows: steps.append("ring"))
    for job in jobs:
        job.answer.add_done_callback(lambda answer: steps.append("early" if connection.in_atomic_block else "answer"))
    do_together(jobs)
    stop()

    assert steps == ["ring", "ring", "answer", "answer"]


def test_they_are_answered_after_the_commit_and_the_hand_over(runs):
    check_answers_come_last(runs)


def test_sabotage_who_answers_at_once_answers_before_the_commit(runs, monkeypatch):
    def answer_at_once(job: Job[Ack]) -> Callable[[], None]:
        job.answer.set_result(job.work())
        return lambda: None

    monkeypatch.setattr(together, "_do", answer_at_once)
    with pytest.raises(AssertionError):
        check_answers_come_last(runs)


def check_gates_are_kept(runs: list[Run]) -> None:
    """While the rows are handed over, nobody else gets at any of the runs."""
    free: list[bool] = []

    def try_gates() -> None:
        with ExitStack() as held:
            free.extend(gates.try_to_hold(run.pk, until=held) for run in runs)

    def hear(run_id: int, rows: object) -> None:
        other = threading.Thread(target=try_gates)
        other.start()
        other.join()

    stop = doorbell.listen(hear)
    do_together([make_reply(run) for run in runs])
    stop()

    assert free == [False] * 4


def test_the_gates_are_kept_until_the_hand_over(runs):
    check_gates_are_kept(runs)


def test_without_them_others_could_hand_over_later_rows_first(runs, monkeypatch):
    monkeypatch.setattr(gates, "hold_all", lambda run_ids: nullcontext())

    with pytest.raises(AssertionError):
        check_gates_are_kept(runs)


def fail_to_commit_once(monkeypatch) -> None:
    commit = connection._commit
    failures = [OperationalError("disk full")]

    def fail() -> None:
        if failures:
            raise failures.pop()
        commit()

    monkeypatch.setattr(connection, "_commit", fail)


def check_one_by_one(runs: list[Run]) -> None:
    jobs = [make_reply(run) for run in runs]
    do_together(jobs)

    assert [job.answer.result() for job in jobs] == [Ack("a", 4), Ack("a", 4)]
    assert [kinds_of(queries.read_log(run.pk))[2:4] for run in runs] == [["ReplySent", "ReplyAssessed"]] * 2
    assert [services.verify_chain(run.pk) for run in runs] == [None, None]


def test_what_cannot_be_committed_together_is_done_one_by_one(runs, monkeypatch, caplog):
    fail_to_commit_once(monkeypatch)
    check_one_by_one(runs)
    assert "could not be committed together" in caplog.text


def roll_back_together(monkeypatch) -> None:
    """The common transaction is rolled back at its end without an error, as Django does where a savepoint is gone."""
    do = together._do
    done: list[Job[Ack]] = []

    def do_and_break(job: Job[Ack]) -> Callable[[], None]:
        answer = do(job)
        done.append(job)
        if len(done) == 2:
            transaction.set_rollback(True)
        return answer

    monkeypatch.setattr(together, "_do", do_and_break)


def test_what_was_rolled_back_quietly_is_done_again(runs, monkeypatch):
    roll_back_together(monkeypatch)
    check_one_by_one(runs)


def test_sabotage_who_believes_in_every_end_of_a_transaction_acknowledges_nothing(runs, monkeypatch):
    roll_back_together(monkeypatch)
    monkeypatch.setattr(together.transaction, "on_commit", lambda note: note())

    with pytest.raises(AssertionError):
        check_one_by_one(runs)


def test_a_command_that_was_given_up_is_not_done(runs):
    given_up, wanted = [make_reply(run) for run in runs]
    given_up.answer.cancel()
    do_together([given_up, wanted])

    assert [len(queries.read_log(run.pk)) for run in runs] == [2, 6]


def test_groups_and_single_writers_race_for_the_same_runs(runs):
    heard: dict[int, list[int]] = {run.pk: [] for run in runs}
    answers: list[Future[Ack]] = []

    def work(number: int) -> None:
        try:
            for round_number in range(5):
                jobs = [make_reply(run, cmd_id=f"{number}-{round_number}") for run in runs]
                answers.extend(job.answer for job in jobs)
                for group in ([jobs], [jobs[::-1]], [jobs[:1], jobs[1:]])[number % 3]:
                    do_together(group)
        finally:
            connections.close_all()

    stop = doorbell.listen(lambda run_id, rows: heard[run_id].extend(row.seq for row in rows))
    workers = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    stop()

    assert [answer.exception(timeout=0) for answer in answers] == [None] * 60
    for run in runs:
        log = queries.read_log(run.pk)
        assert heard[run.pk] == [event.seq for event in log[2:]] == list(range(3, len(log) + 1))
        assert sum(event.kind == "ReplySent" for event in log) == 30
        assert services.verify_chain(run.pk) is None
