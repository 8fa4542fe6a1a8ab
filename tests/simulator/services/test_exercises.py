"""Exercises: what a coach sets, who can begin it, and when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from people.models import Cohort
from people.services import add_membership
from scenarios.models import Scenario
from simulator.models import Exercise, Run
from simulator.queries import exercises_for, exercises_of, invited_to, read_log
from simulator.services import (
    Plan,
    Refused,
    arrive,
    begin_class,
    call_off,
    end_run,
    exercises,
    join_exercise,
    set_exercise,
)
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

HOUR_MS = 3_600_000


@pytest.fixture
def plan(early: Cohort, now: FixedClock) -> Plan:
    """A class of the early shift, from now on for an hour."""
    opens_at = datetime.fromtimestamp(now.now_ms / 1000, tz=UTC)
    return Plan(publish(make_morning()), early, "class", opens_at, opens_at + timedelta(hours=1))


def refusal(act, *args, **named) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **named)
    return refused.value.code


def test_what_is_set_for_a_cohort_is_there_for_its_trainees(plan: Plan, carla, tia, theo, sam):
    exercise = set_exercise(plan, coach=carla)

    assert [list(exercises_for(person)) for person in (tia, theo, sam, carla)] == [[exercise], [exercise], [], []]
    assert list(invited_to(exercise)) == [theo, tia]
    assert list(exercises_of(carla)) == [exercise]


def test_what_is_set_for_one_is_there_for_nobody_else(plan: Plan, carla, tia, theo):
    exercise = set_exercise(replace(plan, people=[tia]), coach=carla)

    assert [list(exercises_for(person)) for person in (tia, theo)] == [[exercise], []]
    assert list(invited_to(exercise)) == [tia]
    assert refusal(join_exercise, exercise, trainee=theo) == "forbidden"


def test_who_comes_into_the_cohort_later_is_meant_too(plan: Plan, carla, tia, sam, early):
    exercise = set_exercise(plan, coach=carla)
    add_membership(sam, cohort=early.name, role="trainee")

    assert join_exercise(exercise, trainee=sam).trainee == sam


def test_only_the_coach_of_the_cohort_sets_begins_and_calls_off(plan: Plan, carla, cem, tia, milan, ada):
    together = replace(plan, begins_together=True)
    strangers = (cem, tia, milan, ada)

    assert [refusal(set_exercise, plan, coach=each) for each in strangers] == ["forbidden"] * 4
    exercise = set_exercise(together, coach=carla)
    assert [refusal(begin_class, exercise, coach=each) for each in strangers] == ["forbidden"] * 4
    assert [refusal(call_off, exercise, coach=each) for each in strangers] == ["forbidden"] * 4
    assert list(exercises_of(cem)) == []


@pytest.mark.parametrize(
    ("opens", "closes"),
    [(1, 1), (2, 1), (-3, -1), (-3, 0), (0, 24 * 367)],
    ids=["nothing", "back", "over", "now", "long"],
)
def test_a_window_ends_after_it_begins_and_lies_ahead(plan: Plan, carla, tia, opens: int, closes: int):
    moved = replace(
        plan, opens_at=plan.opens_at + timedelta(hours=opens), closes_at=plan.opens_at + timedelta(hours=closes)
    )

    assert refusal(set_exercise, moved, coach=carla) == "bad_window"


def test_an_exercise_needs_somebody(plan: Plan, carla, sam):
    assert refusal(set_exercise, plan, coach=carla) == "nobody"
    assert refusal(set_exercise, replace(plan, people=[]), coach=carla) == "nobody"
    assert refusal(set_exercise, replace(plan, people=[sam]), coach=carla) == "nobody"


def test_nobody_of_another_cohort_slips_in_beside_one_who_may(plan: Plan, carla, tia, sam):
    assert refusal(set_exercise, replace(plan, people=[tia, sam]), coach=carla) == "forbidden"
    assert Exercise.objects.count() == 0


def test_the_scenario_of_another_cohort_is_not_set(plan: Plan, carla, tia, late: Cohort):
    Scenario.objects.filter(pk=plan.version.scenario_id).update(cohort=late)
    plan.version.scenario.refresh_from_db()

    assert refusal(set_exercise, plan, coach=carla) == "forbidden"


def test_a_certification_is_set_on_what_was_rehearsed_and_without_help(plan: Plan, carla, tia):
    certification = replace(plan, mode="certification")

    assert refusal(set_exercise, certification, coach=carla) == "not_rehearsed"
    rehearsed(plan.version)
    assert refusal(set_exercise, replace(certification, help_stage="hints"), coach=carla) == "no_help"
    assert join_exercise(set_exercise(certification, coach=carla), trainee=tia).mode == "certification"


@pytest.mark.parametrize(("message", "code"), [("x" * 501, "too_long"), ("\ud800", "bad_text")])
def test_a_message_that_cannot_be_kept_is_refused(plan: Plan, carla, tia, message: str, code: str):
    assert refusal(set_exercise, replace(plan, message=message), coach=carla) == code


def test_the_run_is_what_the_coach_set(plan: Plan, carla, tia, theo, early):
    exercise = set_exercise(replace(plan, help_stage="hints"), coach=carla)

    runs = [join_exercise(exercise, trainee=person) for person in (tia, theo)]

    assert [(run.mode, run.cohort, run.exercise, run.seed) for run in runs] == [
        ("class", early, exercise, exercise.seed)
    ] * 2
    assert read_log(runs[0].pk)[0].data["help"] == "hints"


def test_with_seeds_of_their_own_no_two_play_the_same(plan: Plan, carla, tia, theo):
    exercise = set_exercise(replace(plan, seeds="own"), coach=carla)

    assert join_exercise(exercise, trainee=tia).seed != join_exercise(exercise, trainee=theo).seed


def test_a_class_is_played_once_and_come_back_to(plan: Plan, carla, tia):
    exercise = set_exercise(plan, coach=carla)
    run = join_exercise(exercise, trainee=tia)
    end_run(run.pk, actor=tia, cmd_id="1")

    assert join_exercise(exercise, trainee=tia) == run
    assert Run.objects.count() == 1


def test_practice_that_was_set_is_played_as_often_as_one_likes_and_is_ones_own(plan: Plan, carla, tia):
    exercise = set_exercise(replace(plan, mode="practice"), coach=carla)
    run = join_exercise(exercise, trainee=tia)

    assert (run.mode, run.cohort, join_exercise(exercise, trainee=tia)) == ("practice", None, run)
    end_run(run.pk, actor=tia, cmd_id="1")
    assert join_exercise(exercise, trainee=tia) != run


def test_nobody_begins_before_or_after_the_window(plan: Plan, carla, tia, now: FixedClock):
    later = replace(plan, opens_at=plan.opens_at + timedelta(minutes=10))
    exercise = set_exercise(later, coach=carla)

    assert refusal(join_exercise, exercise, trainee=tia) == "not_open"
    now.jump(HOUR_MS)
    assert refusal(join_exercise, exercise, trainee=tia) == "not_open"
    assert list(exercises_for(tia)) == []


def test_who_has_begun_comes_back_after_the_window_has_closed(plan: Plan, carla, tia, now: FixedClock):
    exercise = set_exercise(plan, coach=carla)
    run = join_exercise(exercise, trainee=tia)
    now.jump(HOUR_MS)

    assert join_exercise(exercise, trainee=tia) == run


def test_what_is_called_off_is_not_begun_and_what_has_begun_goes_on(plan: Plan, carla, tia, theo):
    exercise = set_exercise(plan, coach=carla)
    run = join_exercise(exercise, trainee=tia)

    call_off(exercise, coach=carla)
    call_off(exercise, coach=carla)

    exercise.refresh_from_db()
    assert (join_exercise(exercise, trainee=tia), list(exercises_for(tia))) == (run, [])
    assert refusal(join_exercise, exercise, trainee=theo) == "not_open"


def test_a_class_begins_for_all_who_wait_and_later_for_who_comes_later(plan: Plan, carla, tia, theo):
    exercise = set_exercise(replace(plan, begins_together=True), coach=carla)

    assert arrive(exercise, trainee=tia) is None
    assert refusal(join_exercise, exercise, trainee=tia) == "not_begun"
    begun = begin_class(exercise, coach=carla)

    assert [run.trainee for run in begun] == [tia]
    assert arrive(exercise, trainee=tia) == begun[0]
    late = arrive(exercise, trainee=theo)
    assert late is not None
    assert (late.trainee, late.seed) == (theo, begun[0].seed)


def test_who_has_gone_away_again_does_not_begin(plan: Plan, carla, tia, theo, now: FixedClock):
    exercise = set_exercise(replace(plan, begins_together=True), coach=carla)
    arrive(exercise, trainee=tia)
    now.advance(21_000)
    arrive(exercise, trainee=theo)

    assert [run.trainee for run in begin_class(exercise, coach=carla)] == [theo]


def test_to_let_a_class_begin_twice_starts_nothing_anew(plan: Plan, carla, tia):
    exercise = set_exercise(replace(plan, begins_together=True), coach=carla)
    arrive(exercise, trainee=tia)

    first = begin_class(exercise, coach=carla)
    began_at = Exercise.objects.get().began_at

    assert begin_class(exercise, coach=carla) == first
    assert Exercise.objects.get().began_at == began_at


def test_who_left_the_cohort_while_waiting_does_not_begin(plan: Plan, carla, tia):
    exercise = set_exercise(replace(plan, begins_together=True), coach=carla)
    arrive(exercise, trainee=tia)
    tia.memberships.all().delete()

    assert begin_class(exercise, coach=carla) == []


def test_only_a_class_begins_together(plan: Plan, carla, tia):
    assert refusal(set_exercise, replace(plan, mode="practice", begins_together=True), coach=carla) == "not_class"
    assert refusal(begin_class, set_exercise(plan, coach=carla), coach=carla) == "not_class"


def test_two_tabs_begin_one_run(plan: Plan, carla, tia, monkeypatch: pytest.MonkeyPatch):
    exercise = set_exercise(plan, coach=carla)
    run = join_exercise(exercise, trainee=tia)
    found = iter([None, run])
    # The other tab's run appears between looking and starting.
    monkeypatch.setattr(exercises, "_find_own", lambda *args: next(found))

    assert join_exercise(exercise, trainee=tia) == run
    assert Run.objects.count() == 1
