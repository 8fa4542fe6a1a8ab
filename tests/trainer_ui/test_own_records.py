"""One's own data is complete: what others decided, marked and noted of somebody, and nothing of anybody else."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

from people.models import Cohort, User
from scoring.core.rubric import OVERALL
from scoring.queries.queue import list_queue
from scoring.services import settle
from scoring.services.deciding import remark_on, rule_on
from scoring.services.marking import Wish, give_mark
from simulator.services import create_link
from simulator.services.clock import FixedClock
from tests.scoring.attempts import begin, make_programme, make_terms, play_next
from tests.scoring.classes import ASKS, play_class, set_class
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db
STEPS = {"tone": 4, "individuality": 3, "spelling": 5, OVERALL: 4}

TOLD = {
    "people.Membership.user": "person",
    "people.DeskSetting.owner": "desk",
    "simulator.Run.trainee": "runs",
    "simulator.OwnTemplate.owner": "templates",
    "simulator.Exercise.people": "exercises",
    "scoring.Mark.coach": "marks_given",
    "scoring.Attempt.trainee": "attempts",
    "scoring.Certificate.holder": "certificates",
}
"""What refers to somebody → under which key of their data it stands."""
NOT_TOLD = {
    "simulator.Draft.author": "goes with the end of the run; read at the desk until then",
    "simulator.Arrival.person": "that somebody waits for a class, for as long as they do",
    "simulator.Exercise.set_by": "done in office: in the record",
    "scoring.Calibration.made_by": "done in office",
    "scoring.ProgrammeVersion.made_by": "done in office: in the record",
    "scoring.CriticalReview.by": "done in office: in the record",
    "scoring.Ruling.by": "done in office: in the record",
    "scoring.Certificate.revoked_by": "done in office: in the record",
    "scoring.DraftRehearsal.by": "done in office",
    "scenarios.ScenarioVersion.published_by": "done in office: in the record",
    "scenarios.Draft.saved_by": "done in office",
    "scenarios.Draft.held_by": "done in office",
    "scenarios.Revision.by": "done in office",
    "scenarios.ProfileVersion.by": "done in office",
    "scenarios.ImportMapping.saved_by": "done in office",
}


def read(person: User) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(sign_in(person).get("/own/data.json").content)
    return data


def test_whatever_refers_to_a_person_is_told_or_said_why_not(tia: User):
    found = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for app in ("people", "scenarios", "simulator", "scoring")
        for model in apps.get_app_config(app).get_models()
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if isinstance(field, ForeignKey | OneToOneField | ManyToManyField) and field.related_model is User
    }

    assert sorted(found ^ (set(TOLD) | set(NOT_TOLD))) == []
    assert set(TOLD.values()) <= set(read(tia))


def test_a_certification_is_told_whole(early: Cohort, tia: User, milan: User, now: FixedClock):
    attempt = begin(make_programme(early, milan, terms=make_terms(overall=1000)), tia)
    run = play_next(attempt, now)
    proposal = attempt.proposals.last() or rule_on(attempt, verdict="failed", reason="Zu knapp.", by=milan).proposal
    attempt.refresh_from_db()
    remark_on(attempt, kind="comment", text="Es war laut.", trainee=tia)

    [told] = read(tia)["attempts"]

    assert [each["run"] for each in told["runs"]] == [run.pk]
    assert told["proposals"][0]["said"] == json.loads(proposal.data)
    assert [(each["verdict"], each["reason"], each["by"]) for each in told["decisions"]] == [
        ("failed", "Zu knapp.", "Milan")
    ]
    assert [each["text"] for each in told["remarks"]] == ["Es war laut."]
    assert read(milan)["attempts"] == []


def test_a_certificate_says_what_it_says(early: Cohort, tia: User, milan: User, now: FixedClock):
    attempt = begin(make_programme(early, milan), tia)
    play_next(attempt, now)
    rule_on(attempt, verdict="passed", reason="Gelesen.", by=milan)

    [told] = read(tia)["certificates"]

    assert told["said"]["holder"] == "Tia"
    assert {"certificate.issued", "attempt.begun"} <= {each["what"] for each in read(tia)["record"]}


def test_marks_links_and_looks_are_told_to_whom_they_are_about(
    early: Cohort, tia: User, carla: User, milan: User, now: FixedClock
):
    (run,) = play_class(set_class(carla, early, now), [(tia, {"bag-1": ASKS})], now)
    settle(run)
    [reply] = list_queue(carla)[0].replies
    give_mark(reply, Wish(STEPS, "Gut gemeint."), coach=carla, saw_findings=False)
    create_link(play(tia, now, text=ASKS), actor=tia, days=7)
    sign_in(carla).get(f"/runs/{run.pk}/debrief/")

    of_tia, of_carla = read(tia), read(carla)

    assert [(each["by"], each["remark"]) for each in of_tia["marks_received"]] == [("Carla", "Gut gemeint.")]
    assert [each["remark"] for each in of_carla["marks_given"]] == ["Gut gemeint."]
    assert [(each["who"], each["run"], each["where"]) for each in of_tia["looks"]] == [("Carla", run.pk, "debrief")]
    assert len(of_tia["links"]) == 1
    assert of_carla["marks_received"] == of_carla["looks"] == read(milan)["marks_given"] == []
