"""The page of what one has proposed, and its place in the debrief."""

import pytest
from django.test import Client

from people.models import User
from simulator import services
from tests.simulator.services import acts
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db


def test_a_proposal_stands_on_ones_own_page_and_in_the_debrief(
    as_tia: Client, tia: User, theo: User, client: Client, now
):
    run = acts.start_storm(tia, now)
    acts.resolve(run, tia, "r")
    acts.propose(run, tia, title="<b>Rucksack</b>", text="Ins Fundbüro.\nMit Nummer.")
    services.end_run(run.pk, actor=tia, cmd_id="e")

    page = as_tia.get("/own/articles/").content.decode()

    assert "&lt;b&gt;Rucksack&lt;/b&gt;</h2>" in page
    assert f'href="/runs/{run.pk}/debrief/"' in page
    assert "Als Artikel vorgeschlagen" in as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()
    assert "Rucksack" not in sign_in(theo).get("/own/articles/").content.decode()
    assert client.get("/own/articles/").status_code == 302
