"""Who is behind a socket: whatever ends a person's permission ends it at the next question, cached or not.

Each case is asked twice first, so that what is remembered has its chance to be wrong.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from people.models import Cohort, User
from simulator import doorkeeper, services
from simulator.doorkeeper import NotAdmitted, Pass, SignedOut, admit, check_pass, find_actor, issue_pass
from simulator.models import Run
from simulator.services import start_run
from simulator.services.clock import FixedClock
from tests.simulator.tabs import sign_in
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, start


@pytest.fixture
def run(tia: User, now: FixedClock) -> Run:
    return start(tia)


@pytest.fixture
def lesson(tia: User, carla: User, early: Cohort, now: FixedClock) -> Run:
    """Tia's run in class, which Carla may look at."""
    return start_run(trainee=tia, version=publish(make_morning()), mode="class", cohort=early, seed=7)


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets the clock by which decisions age."""

    def set_to(seconds: float) -> None:
        monkeypatch.setattr("simulator.doorkeeper.time.monotonic", lambda: seconds)

    set_to(1_000)
    return set_to


def pass_of(person: User) -> Pass:
    ticket = issue_pass(sign_in(person))
    assert check_pass(ticket) == check_pass(ticket) == person
    return ticket


def change_password(person: User) -> None:
    person.set_password("etwas ganz anderes 42")
    person.save()


def deactivate(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


def delete_sessions(person: User) -> None:
    Session.objects.all().delete()


def let_sessions_expire(person: User) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))


def delete_account(person: User) -> None:
    person.delete()


def give_the_session_to_another(person: User) -> None:
    other = User.objects.create(username="other", password="!x")  # noqa: S106  no password at all
    session, foreign = Session.objects.get(), Session.objects.get(session_key=sign_in(other))
    Session.objects.filter(pk=session.pk).update(session_data=foreign.session_data)


ENDINGS = [
    change_password,
    deactivate,
    delete_sessions,
    let_sessions_expire,
    delete_account,
    give_the_session_to_another,
]


def check_that_it_ends(ticket: Pass, person: User, end: Callable[[User], None]) -> None:
    end(person)
    with pytest.raises(SignedOut):
        check_pass(ticket)


@pytest.mark.parametrize("end", ENDINGS)
def test_whatever_ends_a_session_ends_the_pass_at_once(theo: User, end: Callable[[User], None]) -> None:
    check_that_it_ends(pass_of(theo), theo, end)


@pytest.mark.parametrize("end", ENDINGS)
def test_without_a_look_at_the_proof_it_would_not(
    theo: User, end: Callable[[User], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = pass_of(theo)
    monkeypatch.setattr(doorkeeper, "_read_proof", lambda key, user_id: ticket.proof)

    with pytest.raises(pytest.fail.Exception):
        check_that_it_ends(ticket, theo, end)


def test_a_session_that_was_only_added_to_is_still_theirs(theo: User) -> None:
    ticket = pass_of(theo)
    store = doorkeeper.SessionStore(ticket.session_key)
    store["more"] = 1
    store.save()

    assert check_pass(ticket) == theo


def check_that_commands_end(ticket: Pass, run: Run, end: Callable[[User], None]) -> None:
    assert find_actor(ticket, run.pk) == find_actor(ticket, run.pk) == ticket.user
    end(ticket.user)
    with pytest.raises(SignedOut):
        find_actor(ticket, run.pk)


# Whose runs are there, their account cannot be deleted.
COMMAND_ENDINGS = [end for end in ENDINGS if end is not delete_account]


@pytest.mark.parametrize("end", COMMAND_ENDINGS)
def test_whatever_ends_a_session_ends_its_commands_at_once(run: Run, tia: User, end: Callable[[User], None]) -> None:
    check_that_commands_end(pass_of(tia), run, end)


@pytest.mark.parametrize("end", COMMAND_ENDINGS)
def test_without_a_look_at_the_proof_they_would_not(
    run: Run, tia: User, end: Callable[[User], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = pass_of(tia)
    monkeypatch.setattr(doorkeeper, "_read_own_proof", lambda key, user_id, run_id: ticket.proof)

    with pytest.raises(pytest.fail.Exception):
        check_that_commands_end(ticket, run, end)


def test_a_command_comes_from_whoever_may_see_the_run(lesson: Run, run: Run, tia: User, carla: User, sam: User) -> None:
    assert find_actor(pass_of(tia), lesson.pk) == tia
    assert find_actor(pass_of(carla), lesson.pk) == carla
    for person, other in ((carla, run), (sam, run), (sam, lesson)):
        with pytest.raises(NotAdmitted):
            find_actor(pass_of(person), other.pk)


def test_no_command_comes_to_a_run_that_is_being_deleted(run: Run, tia: User) -> None:
    ticket = pass_of(tia)
    Run.objects.filter(pk=run.pk).update(purging=True)

    with pytest.raises(NotAdmitted):
        find_actor(ticket, run.pk)


def test_a_command_to_the_own_run_costs_a_query(
    run: Run, tia: User, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    ticket = pass_of(tia)
    with django_assert_num_queries(1):
        find_actor(ticket, run.pk)


def test_a_pass_costs_a_query_and_a_permission_two(
    run: Run, tia: User, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    ticket = pass_of(tia)
    admit(ticket, run.pk)

    with django_assert_num_queries(1):
        check_pass(ticket)
    with django_assert_num_queries(2):
        admit(ticket, run.pk)


def test_everybody_is_let_in_to_what_is_theirs(lesson: Run, run: Run, tia: User, carla: User, sam: User) -> None:
    assert admit(pass_of(tia), lesson.pk).audience == "trainee"
    assert admit(pass_of(carla), lesson.pk).audience == "coach"
    for person, other in ((carla, run), (sam, run), (sam, lesson)):
        with pytest.raises(NotAdmitted):
            admit(pass_of(person), other.pk)


def lose_every_role(person: User) -> None:
    person.memberships.all().delete()


def become_a_manager(person: User) -> None:
    person.memberships.update(role="manager")


def move_to_another_cohort(person: User) -> None:
    person.memberships.update(cohort=Cohort.objects.create(name="Nachtdienst"))


def check_that_permission_ends(ticket: Pass, run: Run, lose: Callable[[User], None]) -> None:
    assert [admit(ticket, run.pk).audience for _ in range(2)] == ["coach", "coach"]
    lose(ticket.user)
    with pytest.raises(NotAdmitted):
        admit(ticket, run.pk)


LOSSES = [lose_every_role, become_a_manager, move_to_another_cohort]


@pytest.mark.parametrize("lose", LOSSES)
def test_a_coach_who_loses_the_role_is_not_let_in_again(
    lesson: Run, carla: User, lose: Callable[[User], None], moments: Callable[[float], None]
) -> None:
    check_that_permission_ends(pass_of(carla), lesson, lose)


@pytest.mark.parametrize("lose", LOSSES)
def test_if_decisions_did_not_hang_on_the_roles_they_would_be(
    lesson: Run,
    carla: User,
    lose: Callable[[User], None],
    moments: Callable[[float], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    decide, nothing = doorkeeper._decide, frozenset[tuple[int, str]]()
    monkeypatch.setattr(doorkeeper, "_decide", lambda user, _, run_id, moment: decide(user, nothing, run_id, moment))

    with pytest.raises(pytest.fail.Exception):
        check_that_permission_ends(pass_of(carla), lesson, lose)


def test_who_gets_the_role_is_let_in_at_once(
    lesson: Run, theo: User, early: Cohort, moments: Callable[[float], None]
) -> None:
    ticket = pass_of(theo)
    with pytest.raises(NotAdmitted):
        admit(ticket, lesson.pk)

    theo.memberships.create(cohort=early, role="coach")

    assert admit(ticket, lesson.pk).audience == "coach"


def test_a_deleted_run_is_gone_when_the_decision_is_old(run: Run, tia: User, moments: Callable[[float], None]) -> None:
    ticket = pass_of(tia)
    admit(ticket, run.pk)
    services.purge_run(run, actor=tia)

    moments(1_000 + doorkeeper.DECISION_SECONDS)

    with pytest.raises(NotAdmitted):
        admit(ticket, run.pk)


def test_a_class_run_that_became_too_old_is_closed_to_its_coach(
    lesson: Run, carla: User, now: FixedClock, moments: Callable[[float], None]
) -> None:
    ticket = pass_of(carla)
    admit(ticket, lesson.pk)
    now.jump(31 * 24 * 3_600_000)

    moments(1_000 + doorkeeper.DECISION_SECONDS)

    with pytest.raises(NotAdmitted):
        admit(ticket, lesson.pk)


def test_what_permission_rests_on_is_the_same_read_for_one_and_for_all(run: Run, tia: User, early: Cohort) -> None:
    """Else the watch would take every socket for one whose roles changed."""
    tia.memberships.create(cohort=early, role="coach")

    assert admit(pass_of(tia), run.pk).standing == doorkeeper.read_standings([tia.pk])[tia.pk]
