"""Who reads a draft: its author. Not the coach of the class, not a colleague, and on no page."""

import json
from typing import Any

import pytest
from django.test import Client

from people.models import User
from simulator.models import CLASS, Run
from simulator.services import end_run
from simulator.services.clock import FixedClock
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import sign_in
from trainer_ui import draft_views

pytestmark = pytest.mark.django_db
TEXT = "Das weiß noch niemand"
SENT = {"thread": "bag", "text": TEXT, "visibility": "private", "signed": False, "post": "bag-1", "base": 0}


@pytest.fixture(autouse=True)
def _forget_how_often() -> None:
    """What was counted in other tests at the same moment of the clock."""
    draft_views.find_allowance.cache_clear()


def post(client: Client, run: Run, **changed: Any) -> tuple[int, dict[str, Any]]:
    body = json.dumps({**SENT, **changed})
    response = client.post(f"/runs/{run.pk}/drafts/", body, content_type="application/json")
    is_json = response.headers["Content-Type"] == "application/json"
    return response.status_code, response.json() if is_json else {}


def test_what_one_device_wrote_another_one_reads(as_tia: Client, tia: User, now: FixedClock):
    run = start(tia)

    assert post(as_tia, run) == (200, {"revision": 1, "saved_at": now.now_ms, "replaced": None})

    response = sign_in(tia).get(f"/runs/{run.pk}/drafts/")
    kept = {key: value for key, value in SENT.items() if key != "base"}
    assert response.json() == {"drafts": [{**kept, "revision": 1, "saved_at": now.now_ms}]}
    assert "no-store" in response.headers["Cache-Control"]


def test_nobody_else_reads_or_writes_it_whoever_may_see_the_run(
    as_tia: Client, tia: User, theo: User, carla: User, milan: User, ada: User, sam: User, early, now: FixedClock
):
    run = start(tia)
    Run.objects.filter(pk=run.pk).update(mode=CLASS, cohort=early)
    post(as_tia, run)
    assert sign_in(carla).get(f"/runs/{run.pk}/").status_code == 200

    for person in (theo, carla, milan, ada, sam):
        client = sign_in(person)
        assert client.get(f"/runs/{run.pk}/drafts/").status_code == 404
        assert post(client, run)[0] == 404
        for page in (f"/runs/{run.pk}/", f"/runs/{run.pk}/debrief/", "/", "/own/data.json", "/own/replies.csv"):
            assert TEXT not in client.get(page, follow=True).content.decode()
    assert Client().get(f"/runs/{run.pk}/drafts/").status_code == 302


def test_no_page_of_the_trainee_and_no_file_to_take_along_holds_it(as_tia: Client, tia: User, now: FixedClock):
    run = start(tia)
    post(as_tia, run)
    end_run(run.pk, actor=tia, cmd_id="1")

    pages = ("", "debrief/", "debrief/replay/", "debrief/replay/frames.json")
    paths = [*(f"/runs/{run.pk}/{page}" for page in pages), "/own/data.json", "/own/replies.csv"]
    assert [path for path in paths if TEXT in as_tia.get(path).content.decode()] == []
    assert as_tia.get(f"/runs/{run.pk}/drafts/").json() == {"drafts": []}


@pytest.mark.parametrize(
    "changed",
    [{"text": "a\0"}, {"text": "a" * 20_001}, {"visibility": "loud"}, {"base": -1}, {"more": 1}, {"thread": ""}],
)
def test_what_is_no_draft_is_refused_in_words(as_tia: Client, tia: User, now: FixedClock, changed: dict[str, Any]):
    status, answer = post(as_tia, start(tia), **changed)

    assert status == 400
    assert answer["message"]


def test_half_a_character_and_too_much_are_refused(as_tia: Client, tia: User, now: FixedClock):
    run = start(tia)
    half = json.dumps(SENT).replace(TEXT[:3], "\\ud800")
    assert as_tia.post(f"/runs/{run.pk}/drafts/", half, content_type="application/json").status_code == 400
    much = json.dumps({**SENT, "text": "ä" * 40_000}, ensure_ascii=False)
    assert as_tia.post(f"/runs/{run.pk}/drafts/", much, content_type="application/json").status_code == 413


def test_an_ended_run_keeps_none(as_tia: Client, tia: User, now: FixedClock):
    run = start(tia)
    end_run(run.pk, actor=tia, cmd_id="1")

    assert post(as_tia, run) == (409, {"code": "ended", "message": "Der Lauf ist zu Ende."})


def test_who_writes_with_every_key_is_told_to_wait(as_tia: Client, tia: User, now: FixedClock):
    run = start(tia)

    statuses = [post(as_tia, run, text=f"{TEXT} {number}", base=number)[0] for number in range(21)]

    assert (set(statuses[:20]), statuses[20]) == ({200}, 429)
    now.advance(500)
    assert [post(as_tia, run)[0] for _ in range(2)] == [200, 429]


def test_another_site_cannot_write_one(tia: User, now: FixedClock):
    client = Client(enforce_csrf_checks=True)
    client.force_login(tia)

    assert post(client, start(tia))[0] == 403
