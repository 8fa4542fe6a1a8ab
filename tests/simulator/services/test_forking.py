"""Try this moment again."""

import pytest

from simulator import queries, services
from simulator.models import Run, RunEvent
from simulator.services import Refused, start_run
from tests.simulator.timelines import kinds_of, make_morning
from tests.simulator.worlds import publish, rehearsed, start

ASKED = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2, "text": "Hallo, wir suchen. ^TI"}


@pytest.fixture
def run(tia, now) -> Run:
    """A run with a pause and an answer, five minutes old."""
    run = start(tia)
    now.advance(10_000)
    services.pause(run.pk, actor=tia, cmd_id="p")
    now.advance(10_000)
    services.resume(run.pk, actor=tia, cmd_id="r")
    now.advance(20_000)
    services.reply(run.pk, actor=tia, cmd_id="a", **ASKED)
    now.advance(270_000)
    services.catch_up(run.pk)
    return run


def test_a_fork_copies_what_was_and_goes_on_from_there(run, tia, now):
    fork = services.fork_run(run, at_seq=4, actor=tia)

    log, origin = queries.read_log(fork.pk), queries.read_log(run.pk)
    assert log[1:4] == origin[1:4]
    assert kinds_of(log) == ["RunStarted", "PostAppeared", "Paused", "Resumed", "RunForked"]
    assert log[4].data == {"wall_ms": now.now_ms, "at_seq": 4}
    now.advance(50_000)
    services.catch_up(fork.pk)
    assert queries.read_log(fork.pk)[-1].at_ms == 60_000


def test_a_fork_says_where_it_comes_from(run, tia):
    fork = services.fork_run(run, at_seq=4, actor=tia)

    data = queries.read_log(fork.pk)[0].data
    assert (data["parent"], data["parent_seq"]) == (run.pk, 4)
    assert data["parent_digest"] == RunEvent.objects.get(run=run, seq=4).digest
    assert data["cast"] == queries.read_log(run.pk)[0].data["cast"]
    assert (fork.parent, fork.seed, fork.mode) == (run, run.seed, "practice")


def test_a_reply_takes_its_assessment_with_it(run, tia):
    fork = services.fork_run(run, at_seq=5, actor=tia)

    assert kinds_of(queries.read_log(fork.pk))[4:] == [
        "ReplySent",
        "ReplyAssessed",
        "RunForked",
        "ReactionFired",
        "PostAppeared",
    ]


def test_a_fork_makes_itself_again_and_its_chain_holds(run, tia, now):
    fork = services.fork_run(run, at_seq=6, actor=tia)
    services.reply(fork.pk, actor=tia, cmd_id="a", **ASKED)
    now.advance(600_000)
    services.catch_up(fork.pk)

    assert services.replay(fork.pk) == queries.read_log(fork.pk)
    assert services.verify_chain(fork.pk) is None


def test_another_way_from_the_same_moment_leaves_the_first_one_alone(run, tia, now):
    before = queries.read_log(run.pk)
    fork = services.fork_run(run, at_seq=4, actor=tia)
    services.reply(fork.pk, actor=tia, cmd_id="x", **ASKED)

    assert queries.read_log(run.pk) == before


def test_a_fork_of_a_fork_and_of_a_pause_goes_on(run, tia, now):
    fork = services.fork_run(services.fork_run(run, at_seq=3, actor=tia), at_seq=4, actor=tia)
    now.advance(50_000)
    services.catch_up(fork.pk)

    assert kinds_of(queries.read_log(fork.pk)) == [
        "RunStarted",
        "PostAppeared",
        "Paused",
        "RunForked",
        "RunForked",
        "PostAppeared",
    ]


@pytest.mark.parametrize("at_seq", [0, -1, 9_999])
def test_there_is_no_moment_outside_the_log(run, tia, at_seq):
    with pytest.raises(Refused, match="bad_seq"):
        services.fork_run(run, at_seq=at_seq, actor=tia)


def test_there_is_no_moment_after_the_end(run, tia):
    ended = services.end_run(run.pk, actor=tia, cmd_id="e")

    for at_seq in (ended.seq, ended.seq + 1):
        with pytest.raises(Refused, match="bad_seq"):
            services.fork_run(run, at_seq=at_seq, actor=tia)
    assert services.fork_run(run, at_seq=ended.seq - 1, actor=tia).head_seq == ended.seq


def test_nobody_forks_another_ones_run(run, theo, carla):
    for other in (theo, carla):
        with pytest.raises(Refused, match="forbidden"):
            services.fork_run(run, at_seq=2, actor=other)


def test_only_practice_is_forked(tia, early, now):
    run = start_run(trainee=tia, version=rehearsed(publish(make_morning())), mode="certification", cohort=early)

    with pytest.raises(Refused, match="not_practice"):
        services.fork_run(run, at_seq=2, actor=tia)


def test_a_fork_goes_on_at_a_later_moment_before_which_nothing_else_happened(run, tia, now):
    before = queries.read_log(run.pk)
    fork = services.fork_run(run, at_seq=4, at_ms=25_000, actor=tia)

    assert queries.read_log(fork.pk)[-1].at_ms == 25_000
    now.advance(250_000)
    services.catch_up(fork.pk)
    assert services.replay(fork.pk) == queries.read_log(fork.pk)
    assert before[4].at_ms > 25_000


def test_a_fork_never_begins_before_its_last_event_or_after_the_next(run, tia):
    log = queries.read_log(run.pk)

    for at_ms in (log[3].at_ms - 1, log[4].at_ms, 9_999_999):
        with pytest.raises(Refused, match="bad_seq"):
            services.fork_run(run, at_seq=4, at_ms=at_ms, actor=tia)
    assert services.fork_run(run, at_seq=4, at_ms=log[3].at_ms, actor=tia).parent == run
