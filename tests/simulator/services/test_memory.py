"""What a process remembers of a run is a cache: it may be dropped, and it never disagrees with the log."""

import pytest

from simulator import queries, services
from simulator.core.engine import fold_all
from simulator.models import Run
from simulator.services import memory
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import start


@pytest.fixture
def run(tia, now) -> Run:
    return start(tia)


def test_a_warm_look_reads_no_log(run, tia, now, django_assert_num_queries):
    now.advance(60_000)
    services.catch_up(run.pk)
    now.advance(30_000)

    # Peek, savepoint (the test's own transaction), lock, events, head, release.
    with django_assert_num_queries(6) as warm:
        services.catch_up(run.pk)
    assert not any("ORDER BY e.seq" in query["sql"] for query in warm.captured_queries)


def test_dropping_it_changes_nothing(tia, now):
    logs = []
    for forgets in (False, True):
        run = start(tia)
        for step in range(12):
            if forgets:
                services.forget_all()
            if step == 2:
                services.reply(
                    run.pk,
                    actor=tia,
                    cmd_id="a",
                    thread="bag",
                    post="bag-1",
                    visibility="public",
                    text="Hallo.",
                    seen_seq=2,
                )
            now.advance(40_000)
            services.catch_up(run.pk)
        log = queries.read_log(run.pk)
        logs.append([(event.at_ms, event.kind, event.data, event.words) for event in log[1:]])

    assert logs[0] == logs[1]


def test_what_another_process_wrote_is_read_from_the_tail(run, tia, now):
    ours = memory._runs[run.pk]
    services.forget_all()
    now.advance(60_000)
    services.catch_up(run.pk)
    memory._runs[run.pk] = ours
    now.advance(30_000)
    services.catch_up(run.pk)

    assert ours.state.seq == 4
    assert ours.state == fold_all(make_morning(), queries.read_log(run.pk))


def test_what_was_rolled_back_is_not_believed(run, tia, now, monkeypatch):
    now.advance(60_000)
    with monkeypatch.context() as patch:
        patch.setattr("simulator.services.store.move_heads", lambda heads: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            services.catch_up(run.pk)

    services.catch_up(run.pk)

    log = queries.read_log(run.pk)
    assert [event.seq for event in log] == [1, 2, 3]
    assert services.verify_chain(run.pk) is None


def test_a_state_of_another_log_is_not_believed(run, tia, now):
    other = start(tia, seed=99)
    memory._runs[run.pk] = memory._runs[other.pk]
    now.advance(60_000)
    services.catch_up(run.pk)

    assert services.verify_chain(run.pk) is None
    assert services.replay(run.pk) == queries.read_log(run.pk)


def test_the_least_recently_used_is_forgotten(tia, now, monkeypatch):
    monkeypatch.setattr(memory, "KEPT_RUNS", 2)
    runs = [start(tia) for _ in range(3)]

    assert list(memory._runs) == [runs[1].pk, runs[2].pk]
