"""The page on how good a test is: what it tells, of whom, and to whom."""

import csv
import hashlib
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from people.models import AuditEntry, Cohort, User
from scoring.models import Attempt, Programme, Proposal, Ruling
from scoring.services.deciding import rule_on
from simulator.core.events import canonical
from simulator.services.clock import FixedClock
from simulator.services.sharing import read_now
from tests.conftest import make_person
from tests.scoring.attempts import begin, make_programme, play_next
from tests.trainer_ui.conftest import sign_in

PAGE = "/certifications/quality/"


@pytest.fixture
def programme(early: Cohort, milan: User, now: FixedClock) -> Programme:
    return make_programme(early, milan)


def decide(programme: Programme, count: int, *, by: User, first: int = 0) -> None:
    """So many people, decided on a day after each other; every fourth failed."""
    for number in range(first, first + count):
        person = make_person(f"person-{number}", cohort=programme.cohort.name, role="trainee")
        attempt = begin(programme, person)
        verdict = "failed" if number % 4 == 0 else "passed"
        value = 400 + 40 * (number % 8)
        said = {"value": value, "low": value - 50, "high": value + 50}
        data = {"values": {"overall": said, "tone": said}, "verdict": verdict, "second": number % 2 == 0}
        text = canonical(data)
        digest = hashlib.sha256(text.encode()).hexdigest()
        proposal = Proposal.objects.create(attempt=attempt, revision=1, data=text, digest=digest, made_at=read_now())
        Ruling.objects.create(
            attempt=attempt, proposal=proposal, round=1, by=by, role="manager", verdict=verdict, reason="Gelesen.",
            made_at=read_now(),
        )  # fmt: skip
        decided = read_now() + timedelta(days=number)
        Attempt.objects.filter(pk=attempt.pk).update(verdict=verdict, decided_at=decided)


def test_of_seven_people_nothing_is_told(programme: Programme, milan: User):
    decide(programme, 7, by=milan)
    shown = sign_in(milan).get(PAGE).content.decode()

    assert "Über weniger als 8 Personen ist entschieden" in shown
    assert "Standardmessfehler" not in shown
    assert list(csv.reader(StringIO(sign_in(milan).get("/certifications/quality.csv").content.decode())))[1:] == []


def test_from_eight_people_on_it_tells_how_good_the_test_is(programme: Programme, milan: User):
    decide(programme, 8, by=milan)
    answer = sign_in(milan).get(PAGE, {"programme": programme.pk})

    whole = answer.context["shown"].report.whole
    assert (whole.passed.value, whole.passed.people, whole.unsure.value) == (750, 8, 500)
    assert (whole.spread.mean, whole.upheld.value, whole.error) == (540, 1000, 26)
    assert "75 Prozent (95-Prozent-Intervall 41 bis 93)" in answer.content.decode()


def test_one_more_person_changes_nothing(programme: Programme, milan: User):
    decide(programme, 8, by=milan)
    as_milan = sign_in(milan)
    before = as_milan.get(PAGE).context["shown"].report
    decide(programme, 7, by=milan, first=8)
    assert as_milan.get(PAGE).context["shown"].report == before
    decide(programme, 1, by=milan, first=15)
    assert as_milan.get(PAGE).context["shown"].report.whole.passed.people == 16


def test_scenarios_that_were_played_are_told_of(programme: Programme, milan: User, now: FixedClock):
    for number in range(8):
        attempt = begin(programme, make_person(f"player-{number}", cohort=programme.cohort.name, role="trainee"))
        play_next(attempt, now)
        rule_on(attempt, verdict="passed", reason="Gelesen.", by=milan)

    (item,) = sign_in(milan).get(PAGE).context["shown"].items
    assert item.item is not None
    assert (item.item.spread.people, item.item.discrimination) == (8, None)
    assert item.item.difficulty == 1000 - item.item.spread.mean


def test_only_the_first_attempt_of_a_person_counts(programme: Programme, milan: User):
    decide(programme, 8, by=milan)
    second = begin(programme, User.objects.get(username="person-1"))
    Attempt.objects.filter(pk=second.pk).update(verdict="failed", decided_at=read_now() + timedelta(days=99))

    assert sign_in(milan).get(PAGE).context["shown"].report.whole.passed.people == 8


def test_the_table_has_numbers_and_taking_it_is_recorded(programme: Programme, milan: User):
    decide(programme, 8, by=milan)
    as_milan = sign_in(milan)
    rows = list(csv.DictReader(StringIO(as_milan.get("/certifications/quality.csv").content.decode("utf-8-sig"))))
    assert [row["part"] for row in rows] == ["programme", "period", "criterion"]
    assert (rows[0]["people"], rows[0]["passed"], rows[0]["alpha"]) == ("8", "750", "")

    sheet = load_workbook(BytesIO(as_milan.get("/certifications/quality.xlsx").content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:3] == ["programme", None, 8]
    (told, *_) = as_milan.get("/certifications/quality.json").json()
    assert (told["part"], told["people"], told["alpha"]) == ("programme", 8, None)
    assert AuditEntry.objects.filter(verb="certifications.quality_exported", actor=milan.pk).count() == 3


def test_it_asks_the_same_number_of_questions_for_any_number_of_people(programme: Programme, milan: User):
    as_milan = sign_in(milan)
    counts = []
    for first in (0, 8):
        decide(programme, 8, by=milan, first=first)
        with CaptureQueriesContext(connection) as asked:
            as_milan.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_it_is_for_those_who_see_the_certifications(
    programme: Programme, milan: User, carla: User, tia: User, cem: User, ada: User
):
    address = f"{PAGE}?programme={programme.pk}"
    answers = {person.username: sign_in(person).get(address).status_code for person in (milan, carla, tia, cem, ada)}

    assert answers == {"milan": 200, "carla": 200, "tia": 404, "cem": 404, "ada": 404}
