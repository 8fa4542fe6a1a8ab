"""What next: the drill for what was weakest, on the home page and after the debrief; progress is one's own."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from people.models import User
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db
COLD = "Da haben Sie Pech gehabt."


def test_before_the_first_run_nothing_is_recommended(as_tia: Client):
    assert 'id="next-title"' not in as_tia.get("/").content.decode()
    assert "Noch nichts." in as_tia.get("/progress/").content.decode()


def test_a_drill_of_the_weakest_criterion_is_recommended(as_tia: Client, tia: User, now):
    drills = {name: publish(replace(make_morning(), key=f"drill-{name}", drill=name)) for name in ("speed", "privacy")}
    run = play(tia, now, text=COLD)
    page = as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()

    for shown in (page, as_tia.get("/").content.decode(), as_tia.get("/progress/").content.decode()):
        advice = shown[shown.index('id="next-title"') :]
        assert re.findall(r'class="button button-main" href="(.*?)"', advice)[:1] == [
            f"/scenarios/{drills['speed'].pk}/"
        ]


def test_without_a_drill_the_criterion_is_named_all_the_same(as_tia: Client, tia: User, now):
    run = play(tia, now, text=COLD)

    assert "Eine eigene Übung dafür gibt es hier noch nicht" in as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()


def test_progress_is_nobody_else_s(as_tia: Client, tia: User, theo: User, carla: User, now):
    run = play(tia, now, text=COLD)
    as_tia.get(f"/runs/{run.pk}/debrief/")
    link = f'href="/runs/{run.pk}/debrief/"'

    assert link in as_tia.get("/progress/").content.decode()
    assert [link in sign_in(other).get("/progress/").content.decode() for other in (theo, carla)] == [False, False]
