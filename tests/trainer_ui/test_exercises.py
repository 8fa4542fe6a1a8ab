"""Pages of exercises: who sees which, what a form takes, and how a class begins."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from people.models import Cohort, User
from people.services import add_membership
from scenarios.models import ScenarioVersion
from simulator.models import Exercise, Run
from simulator.services import Plan, call_off, end_run, join_exercise, set_exercise
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db
NEW = "/exercises/new/"


@pytest.fixture
def version() -> ScenarioVersion:
    return publish(make_morning())


@pytest.fixture
def as_carla(carla: User) -> Client:
    return sign_in(carla)


def fill(version: ScenarioVersion, now: FixedClock, /, **changed: object) -> dict[str, object]:
    """The form as a browser in UTC sends it: a class for the whole cohort, from now on for an hour."""
    begin = datetime.fromtimestamp(now.now_ms / 1000, tz=UTC)
    moments = {"opens_at": f"{begin:%Y-%m-%dT%H:%M}", "closes_at": f"{begin + timedelta(hours=1):%Y-%m-%dT%H:%M}"}
    rest = {"mode": "class", "who": "all", "help_stage": "alone", "seeds": "shared", "message": "", "zone": "UTC"}
    return {"version": version.pk, **moments, **rest, **changed}


def make_exercise(coach: User, cohort: Cohort, version: ScenarioVersion, now: FixedClock, **changed) -> Exercise:
    begin = datetime.fromtimestamp(now.now_ms / 1000, tz=UTC)
    plan: Mapping[str, object] = {"mode": "class", "opens_at": begin, "closes_at": begin + timedelta(hours=1)}
    return set_exercise(Plan(version, cohort, **{**plan, **changed}), coach=coach)


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_coach_sets_an_exercise_and_a_trainee_finds_and_begins_it(as_carla, as_tia, tia, version, now):
    answer = as_carla.post(NEW, fill(version, now, message="Bitte bis heute Abend.", help_stage="hints"))

    exercise = Exercise.objects.get()
    assert answer["Location"] == f"/exercises/{exercise.pk}/"
    home = read(as_tia, "/")
    assert [each in home for each in ("Für Sie angesetzt", "Bitte bis heute Abend.")] == [True, True]
    join = f"/exercises/{exercise.pk}/join/"
    assert "Die Coaches der Gruppe sehen den Lauf 30 Tage lang." in read(as_tia, join)
    desk = as_tia.post(join)["Location"]
    run = Run.objects.get()
    assert (desk, run.mode, run.exercise) == (f"/runs/{run.pk}/", "class", exercise)
    assert ">Tia<" in read(as_carla, f"/exercises/{exercise.pk}/")
    end_run(run.pk, actor=tia, cmd_id="1")
    assert "Für Sie angesetzt" not in read(as_tia, "/")
    assert as_tia.post(join)["Location"] == desk


def test_moments_are_read_in_the_time_of_who_typed_them(as_carla, tia, version, now):
    typed = fill(version, now, opens_at="2030-07-01T09:00", closes_at="2030-07-01T10:00", zone="Europe/Berlin")

    as_carla.post(NEW, typed)

    assert Exercise.objects.get().opens_at == datetime(2030, 7, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "../../etc/passwd", "\x00", "x" * 300])
def test_a_zone_that_there_is_not_is_the_installations(as_carla, tia, version, now, zone: str):
    as_carla.post(NEW, fill(version, now, opens_at="2030-07-01T09:00", closes_at="2030-07-01T10:00", zone=zone))

    assert [each.opens_at for each in Exercise.objects.all()] == [datetime(2030, 7, 1, 9, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"who": "some"}, "Bitte wählen Sie mindestens eine Person."),
        ({"closes_at": "2020-01-01T10:00"}, "Das Ende muss nach dem Beginn liegen"),
        ({"mode": "certification"}, "noch keine Prüfung möglich"),
        ({"opens_at": "morgen"}, "gültiges Datum"),
        ({"version": 0}, "keine gültige Auswahl"),
        ({"message": "x" * 501}, "höchstens 500"),
    ],
)
def test_what_is_wrong_stands_there_and_nothing_typed_is_lost(as_carla, tia, version, now, changed: dict, said: str):
    page = as_carla.post(NEW, fill(version, now, **{"message": "Liebe Klasse", **changed})).content.decode()

    assert said in page
    assert ("Liebe Klasse" in page) != ("message" in changed)
    assert 'name="zone" value="UTC"' in page
    assert Exercise.objects.count() == 0


def test_only_those_who_are_named_find_it(as_carla, as_tia, tia, theo, version, now):
    as_carla.post(NEW, fill(version, now, who="some", people=[theo.pk]))

    exercise = Exercise.objects.get()
    assert list(exercise.people.all()) == [theo]
    assert as_tia.get(f"/exercises/{exercise.pk}/join/").status_code == 404
    assert "Für Sie angesetzt" not in read(as_tia, "/")


def test_nobody_else_finds_anything(as_carla, carla, tia, as_tia, sam, cem, milan, ada, early, version, now, client):
    exercise = make_exercise(carla, early, version, now)
    base = f"/exercises/{exercise.pk}"
    addresses = ["/exercises/", NEW, f"{base}/", f"{base}/members.json", f"{base}/join/", f"{base}.ics"]
    strangers = [sign_in(person) for person in (sam, milan, ada)]

    assert [[each.get(address).status_code for address in addresses] for each in strangers] == [[404] * 6] * 3
    assert [sign_in(cem).get(address).status_code for address in addresses] == [200, 200, 404, 404, 404, 404]
    assert [as_tia.get(address).status_code for address in addresses] == [404, 404, 404, 404, 200, 200]
    assert [as_carla.get(address).status_code for address in addresses] == [200, 200, 200, 200, 404, 200]
    assert [client.get(address).status_code for address in addresses] == [302] * 6
    assert [each.post(f"{base}/wait/").status_code for each in strangers] == [404] * 3
    assert as_tia.post(f"{base}/", {"begin": "1"}).status_code == 404


def test_a_coach_of_two_cohorts_sets_it_in_the_one_they_look_at(as_carla, carla, tia, sam, late, version, now):
    add_membership(carla, cohort=late.name, role="coach")

    page = read(as_carla, f"{NEW}?cohort={late.pk}")
    as_carla.post(NEW, fill(version, now, cohort=late.pk))

    assert [name in page for name in (">Sam<", ">Tia<")] == [True, False]
    assert Exercise.objects.get().cohort == late


def test_a_class_waits_until_its_coach_lets_it_begin(as_carla, as_tia, tia, carla, early, version, now):
    exercise = make_exercise(carla, early, version, now, begins_together=True)
    base = f"/exercises/{exercise.pk}"

    assert f'data-address="{base}/wait/"' in read(as_tia, f"{base}/join/")
    assert as_tia.post(f"{base}/wait/").json() == {"desk": None}
    assert as_carla.get(f"{base}/members.json").json() == {"members": [{"person": tia.pk, "state": "wartet"}]}
    page = as_carla.post(f"{base}/", {"begin": "1"}, follow=True).content.decode()

    assert "1 Trainee hat begonnen." in page
    run = Run.objects.get()
    assert as_tia.post(f"{base}/wait/").json() == {"desk": f"/runs/{run.pk}/"}


def test_who_waits_for_what_is_called_off_is_told(as_tia, carla, tia, early, version, now):
    exercise = make_exercise(carla, early, version, now, begins_together=True)
    call_off(exercise, coach=carla)

    answer = as_tia.post(f"/exercises/{exercise.pk}/wait/")

    assert (answer.status_code, answer.json()["message"]) == (409, "Diese Übung ist jetzt nicht offen.")
    assert "Diese Übung wurde abgesagt." in read(as_tia, f"/exercises/{exercise.pk}/join/")


def test_of_practice_a_coach_learns_how_many_and_not_who(as_carla, carla, tia, theo, early, version, now):
    exercise = make_exercise(carla, early, version, now, mode="practice")
    run = join_exercise(exercise, trainee=tia)
    end_run(run.pk, actor=tia, cmd_id="1")

    page = read(as_carla, f"/exercises/{exercise.pk}/")

    assert "1 von 2 haben sie zu Ende gespielt." in page
    assert [name in page for name in ("Tia", "Theo", f"/runs/{run.pk}/")] == [False] * 3
    assert as_carla.get(f"/exercises/{exercise.pk}/members.json").json() == {"members": []}


def test_an_invitation_goes_into_a_calendar_and_out_of_it_again(as_tia, tia, carla, early, version, now):
    message = "Komma, Strichpunkt; Zeile\nund Öl"
    exercise = make_exercise(carla, early, version, now, message=message)

    def read_entry():
        calendar = Calendar.from_ical(as_tia.get(f"/exercises/{exercise.pk}.ics").content)
        (entry,) = calendar.walk("VEVENT")
        return entry

    entry = read_entry()
    assert (entry["uid"], str(entry["status"])) == (f"exercise-{exercise.pk}@testserver", "CONFIRMED")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (exercise.opens_at, exercise.closes_at)
    assert message in entry["description"]
    assert entry["url"] == f"http://testserver/exercises/{exercise.pk}/join/"
    call_off(exercise, coach=carla)
    assert (read_entry()["status"], read_entry()["sequence"]) == ("CANCELLED", 1)


def test_what_a_coach_writes_is_text_everywhere(as_carla, as_tia, tia, carla, early, version, now):
    exercise = make_exercise(carla, early, version, now, message="<script>alert(1)</script>{{ 7|add:7 }}")

    pages = [
        read(as_tia, "/"),
        read(as_tia, f"/exercises/{exercise.pk}/join/"),
        read(as_carla, f"/exercises/{exercise.pk}/"),
    ]

    assert [("<script>alert" in page, "&lt;script&gt;alert(1)" in page) for page in pages] == [(False, True)] * 3
