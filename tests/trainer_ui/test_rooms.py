"""The control room's page: who finds it, and what it is told of whom."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from people.models import Cohort, User
from scenarios.models import ScenarioVersion
from simulator.models import Exercise
from simulator.services import Plan, arrive, begin_class, end_run, join_exercise, set_exercise
from simulator.services.clock import FixedClock
from simulator.services.contacts import note_contacts
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> ScenarioVersion:
    return publish(make_morning())


def make_exercise(coach: User, cohort: Cohort, version: ScenarioVersion, now: FixedClock, **changed) -> Exercise:
    begin = datetime.fromtimestamp(now.now_ms / 1000, tz=UTC)
    plan = {"mode": "class", "opens_at": begin, "closes_at": begin + timedelta(hours=1), **changed}
    return set_exercise(Plan(version, cohort, **plan), coach=coach)


def read_state(coach: Client, exercise: Exercise) -> dict:
    return coach.get(f"/exercises/{exercise.pk}/room.json").json()


def test_only_coaches_of_the_cohort_find_it_and_practice_has_none(
    carla, tia, cem, milan, ada, early, version, now, client
):
    exercise = make_exercise(carla, early, version, now)
    practice = make_exercise(carla, early, version, now, mode="practice")
    addresses = [f"/exercises/{exercise.pk}/room/", f"/exercises/{exercise.pk}/room.json"]

    found = {
        person.username: [sign_in(person).get(address).status_code for address in addresses]
        for person in (carla, tia, cem, milan, ada)
    }

    assert found == {"carla": [200, 200], "tia": [404] * 2, "cem": [404] * 2, "milan": [404] * 2, "ada": [404] * 2}
    assert [client.get(address).status_code for address in addresses] == [302, 302]
    assert sign_in(carla).get(f"/exercises/{practice.pk}/room/").status_code == 404
    assert sign_in(carla).get(f"/exercises/{practice.pk}/room.json").status_code == 404


def test_everybody_is_told_of_from_before_the_beginning_to_the_end(carla, tia, theo, early, version, now):
    exercise = make_exercise(carla, early, version, now, begins_together=True)
    coach = sign_in(carla)

    def say() -> tuple[bool, list[tuple[str, str]]]:
        state = read_state(coach, exercise)
        return state["waits"], [(each["name"], each["state"]) for each in state["members"]]

    assert say() == (True, [("Theo", "not_there"), ("Tia", "not_there")])
    arrive(exercise, trainee=tia)
    assert say() == (True, [("Theo", "not_there"), ("Tia", "waits")])
    (run,) = begin_class(exercise, coach=carla)
    assert say() == (False, [("Theo", "not_there"), ("Tia", "plays")])
    end_run(run.pk, actor=tia, cmd_id="1")
    assert say() == (False, [("Theo", "not_there"), ("Tia", "ended")])


def test_for_how_long_nothing_was_heard_of_a_desk(carla, tia, theo, early, version, now):
    exercise = make_exercise(carla, early, version, now)
    runs = [join_exercise(exercise, trainee=person).pk for person in (tia, theo)]
    note_contacts(runs[:1])
    now.advance(7_000)
    note_contacts([])

    assert {each["run"]: each["seen_ms"] for each in read_state(sign_in(carla), exercise)["members"]} == {
        runs[0]: 7_000,
        runs[1]: None,
    }


def test_the_page_brings_what_the_wall_needs(carla, tia, early, version, now):
    exercise = make_exercise(carla, early, version, now)
    run = join_exercise(exercise, trainee=tia)

    page = sign_in(carla).get(f"/exercises/{exercise.pk}/room/").content.decode()
    room = json.loads(page.split('<script id="room" type="application/json">')[1].split("</script>")[0])

    assert [each["run"] for each in room["members"]] == [run.pk]
    assert (room["mode"], room["duration_ms"], room["desk_path"]) == ("class", 600_000, "/runs/0/")
    assert set(room["channels"]) == {channel.key for channel in make_morning().brand.channels}
