"""The sheet of who sees what, and what everybody reads of who looked at what is theirs."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import translation

from people.models import AuditEntry, Cohort, User
from people.queries import list_looks
from simulator.models import Run
from simulator.services import start_run
from simulator.services.clock import FixedClock
from simulator.services.erasing import remove_run
from simulator.services.looking import note_look
from tests.scoring.attempts import begin, make_programme, play_next
from tests.scoring.classes import FINE, play_class, set_class
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import sign_in
from trainer_ui.core.access.rights import OBJECTS
from trainer_ui.who_sees import list_sights, name_things, name_verbs, tell_kept

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(("language", "file"), [("de", "wer-sieht-was.md"), ("en", "who-sees-what.md")])
def test_the_page_in_docs_is_what_the_product_prints(language: str, file: str):
    out = StringIO()
    call_command("who_sees_what", language=language, stdout=out)

    assert (DOCS / file).read_text("utf-8") == out.getvalue()


def test_the_sheet_says_what_is_declared(settings: Any):
    settings.PRACTICE_DAYS = 12
    with translation.override("de"):
        sights = {each.role: {seen.thing: seen for seen in each.seen} for each in list_sights()}
        things, verbs, kept = name_things(), name_verbs(), tell_kept()

    assert sights["administrator"] == {"check_page": sights["anonymous"]["check_page"], **sights["anonymous"]}
    assert sights["manager"]["certification_run"].may == "lesen"
    assert "practice_run" not in sights["coach"]
    assert sights["owner"]["practice_run"].kept == "12 Tage"
    assert set(things) == set(kept)
    assert set(things) <= set(OBJECTS)
    assert set(verbs) <= {verb for rights in OBJECTS.values() for verb in rights}


@pytest.mark.django_db
def test_who_looks_at_a_class_is_told_to_whom_it_is_about(
    tia: User,
    theo: User,
    carla: User,
    early: Cohort,
    now: FixedClock,
):
    lesson = set_class(carla, early, now)
    run, other = play_class(lesson, [(tia, {"bag-1": FINE}), (theo, {"bag-1": FINE})], now)
    as_carla = sign_in(carla)
    for page in (f"/runs/{run.pk}/", f"/runs/{run.pk}/debrief/", f"/runs/{run.pk}/debrief/replay/"):
        as_carla.get(page)
    as_carla.get(f"/runs/{run.pk}/debrief/replay/frames.json")
    as_carla.get(f"/exercises/{lesson.pk}/debrief/")
    sign_in(tia).get(f"/runs/{run.pk}/debrief/")

    looks = list_looks(tia)

    assert [each.data for each in looks] == [
        {"run": run.pk, "where": where} for where in ("class", "replay", "debrief", "desk")
    ]
    assert {each.name for each in looks} == {"Carla"}
    assert [each.data["run"] for each in list_looks(theo)] == [other.pk]
    page = sign_in(tia).get("/who-sees-what/").content.decode()
    assert page.count("<td>Carla</td>") == 4
    assert "die Wiedergabe" in page
    assert "<td>Carla</td>" not in sign_in(carla).get("/who-sees-what/").content.decode()


@pytest.mark.django_db
def test_a_look_at_a_run_that_is_deleted_says_so_and_leads_nowhere(
    tia: User,
    carla: User,
    early: Cohort,
    now: FixedClock,
):
    lesson = set_class(carla, early, now)
    (run,) = play_class(lesson, [(tia, {"bag-1": FINE})], now)
    address = f"/runs/{run.pk}/debrief/"
    sign_in(carla).get(address)
    before = sign_in(tia).get("/who-sees-what/").content.decode()
    remove_run(run)

    after = sign_in(tia).get("/who-sees-what/").content.decode()

    assert (f'href="{address}"' in before, "(der Lauf ist gelöscht)" in before) == (True, False)
    assert (f'href="{address}"' in after, "(der Lauf ist gelöscht)" in after) == (False, True)


@pytest.mark.django_db
def test_a_manager_who_reads_a_certification_is_told_of_once_an_hour(
    tia: User,
    milan: User,
    early: Cohort,
    now: FixedClock,
):
    run = play_next(begin(make_programme(early, milan), tia), now)
    for _ in range(3):
        sign_in(milan).get(f"/runs/{run.pk}/debrief/")

    assert AuditEntry.objects.filter(verb="run.looked_at", actor=milan.pk, about=tia.pk).count() == 1


@pytest.mark.django_db
def test_who_follows_live_is_noted_as_at_the_desk(tia: User, carla: User, early: Cohort, now: FixedClock):
    run: Run = start_run(trainee=tia, version=publish(make_morning()), mode="class", cohort=early, seed=7)

    note_look(run.pk, viewer=carla)
    sign_in(carla).get(f"/runs/{run.pk}/")
    note_look(run.pk, viewer=tia)

    assert [(each.name, each.data["where"]) for each in list_looks(tia)] == [("Carla", "desk")]
