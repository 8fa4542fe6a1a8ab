"""Who sees which run."""

from collections.abc import Callable

import pytest

from people.models import Cohort, User
from simulator import queries, services
from simulator.models import Run
from simulator.services import doorbell, start_run
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed, start

Everybody = dict[str, User]


@pytest.fixture
def everybody(tia, theo, carla, milan, ada, sam, cem) -> Everybody:
    return {"tia": tia, "theo": theo, "carla": carla, "milan": milan, "ada": ada, "sam": sam, "cem": cem}


@pytest.fixture
def play(tia, early, now) -> Callable[[str], Run]:
    def play(mode: str) -> Run:
        return start_run(
            trainee=tia,
            version=rehearsed(publish(make_morning())),
            mode=mode,
            cohort=None if mode == "practice" else early,
        )

    return play


def who_sees(run: Run, everybody: Everybody) -> list[str]:
    return [name for name, person in everybody.items() if run in queries.runs_visible_to(person)]


@pytest.mark.parametrize(
    ("mode", "viewers"),
    [("practice", ["tia"]), ("class", ["tia", "carla"]), ("certification", ["tia", "carla", "milan"])],
)
def test_a_run_is_seen_by_those_it_concerns(play, everybody, mode, viewers):
    assert who_sees(play(mode), everybody) == viewers


def test_practice_in_a_cohort_belongs_to_the_trainee(tia, early, everybody, now):
    run = start_run(trainee=tia, version=publish(make_morning()), cohort=early)

    assert who_sees(run, everybody) == ["tia"]


def test_a_class_is_seen_by_its_coaches_for_thirty_days(play, everybody, now):
    run = play("class")
    now.jump(30 * 24 * 3_600_000)
    assert who_sees(run, everybody) == ["tia", "carla"]

    now.jump(1_000)
    assert who_sees(run, everybody) == ["tia"]


def test_a_role_in_another_cohort_opens_nothing(play, sam, early: Cohort, late: Cohort):
    sam.memberships.create(cohort=late, role="coach")
    sam.memberships.create(cohort=late, role="manager")
    sam.memberships.create(cohort=early, role="trainee")

    assert list(queries.runs_visible_to(sam)) == []
    assert play("class") not in queries.runs_visible_to(sam)
    assert play("certification") not in queries.runs_visible_to(sam)


def test_a_run_is_listed_once_however_many_roles_one_has(play, carla, early):
    carla.memberships.create(cohort=early, role="manager")
    run = play("certification")

    assert list(queries.runs_visible_to(carla)) == [run]


def test_everybody_looks_in_their_own_way(play, everybody):
    run = play("class")

    assert queries.run_for(everybody["tia"], run.pk) == (run, "trainee")
    assert queries.run_for(everybody["carla"], run.pk) == (run, "coach")
    for name in ("theo", "milan", "ada", "sam", "cem"):
        with pytest.raises(Run.DoesNotExist):
            queries.run_for(everybody[name], run.pk)


def test_a_run_that_is_being_deleted_is_gone(play, tia):
    run = play("practice")
    Run.objects.filter(pk=run.pk).update(purging=True)

    with pytest.raises(Run.DoesNotExist):
        queries.run_for(tia, run.pk)


def test_rows_come_in_order_and_no_more_than_asked_for(tia, now):
    run = start(tia)
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2, "text": "Hallo."}
    services.reply(run.pk, actor=tia, cmd_id="a", **asked)

    rows = queries.rows_after(run.pk, 1, 2)

    assert [(row.run_id, row.seq, row.kind, row.words) for row in rows] == [
        (run.pk, 2, "PostAppeared", None),
        (run.pk, 3, "ReplySent", "Hallo."),
    ]
    assert queries.rows_after(run.pk, 6, 10) == []


def test_rows_and_what_is_handed_over_are_the_same(tia, now, django_capture_on_commit_callbacks):
    heard: list[object] = []
    stop = doorbell.listen(lambda run_id, rows: heard.extend(rows))
    with django_capture_on_commit_callbacks(execute=True):
        run = start(tia)
        asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2, "text": "Hallo."}
        services.reply(run.pk, actor=tia, cmd_id="a", **asked)
    stop()

    assert heard == queries.rows_after(run.pk, 0, 100)


def test_the_heads_of_many_runs_are_one_query(tia, now, django_assert_num_queries):
    runs = [start(tia) for _ in range(3)]

    with django_assert_num_queries(1):
        assert queries.heads([run.pk for run in runs]) == {run.pk: 2 for run in runs}


def test_the_next_alarm_is_that_of_the_run_that_is_due_first(tia, now):
    assert queries.next_due_at() is None
    start(tia, speed=500)
    start(tia)

    assert queries.next_due_at() == now.now_ms + 60_000
