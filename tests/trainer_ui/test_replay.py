"""The run on a time line brings the frames that the desk was sent, to whoever may see the run."""

import json

import pytest
from django.test import Client

from people.models import User
from scoring.services import settle, settle_twins
from simulator.models import Run
from simulator.services import delete_reply, end_run, erase_words, reply
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import play, sign_in
from trainer_ui.debriefs import read_played
from trainer_ui.replays import list_waits

pytestmark = pytest.mark.django_db
TEXT = "Hallo Mara, ich suche deinen Rucksack."


def read_frames(client: Client, run_id: int) -> list[dict[str, object]]:
    return json.loads(client.get(f"/runs/{run_id}/debrief/replay/frames.json").content)


def test_the_frames_are_those_of_the_desk_and_no_others(as_tia: Client, tia: User, now):
    run = play(tia, now, text=TEXT)

    frames = read_frames(as_tia, run.pk)

    assert [frame["words"] for frame in frames if frame["kind"] == "ReplySent"] == [TEXT]
    assert {frame["kind"] for frame in frames} & {"ReplyAssessed"} == set()
    assert [frame["after"] for frame in frames] == [0, *[frame["seq"] for frame in frames[:-1]]]


def test_erased_words_are_in_no_frame(as_tia: Client, tia: User, now):
    run = play(tia, now, text=TEXT)
    erase_words(run, actor=tia)

    assert TEXT not in as_tia.get(f"/runs/{run.pk}/debrief/replay/frames.json").content.decode()


@pytest.mark.parametrize("page", ["", "frames.json"])
def test_nobody_else_has_it(page: str, tia: User, theo: User, carla: User, sam: User, now):
    path = f"/runs/{play(tia, now, text=TEXT).pk}/debrief/replay/{page}"

    assert [sign_in(person).get(path).status_code for person in (theo, carla, sam)] == [404] * 3
    assert sign_in(tia).get(path).status_code == 200


def test_a_run_under_way_cannot_be_looked_back_at(as_tia: Client, tia: User):
    run = start(tia)

    assert as_tia.get(f"/runs/{run.pk}/debrief/replay/")["Location"] == f"/runs/{run.pk}/"


def test_the_debrief_leads_to_it_from_each_reply(as_tia: Client, tia: User, now):
    run = play(tia, now, text=TEXT)

    page = as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()

    assert f'href="/runs/{run.pk}/debrief/replay/#t=30000"' in page
    assert "Abspielen" not in page
    assert 'class="tracks"' in as_tia.get(f"/runs/{run.pk}/debrief/replay/").content.decode()


def list_waits_of(run: Run) -> list[tuple[int, int]]:
    run.refresh_from_db()
    return list_waits(read_played(run, settle(run), settle_twins(run)))


def test_a_post_waits_until_its_reply_and_again_once_that_is_deleted(tia: User, now):
    run = start(tia)
    now.advance(30_000)
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
    reply(run.pk, actor=tia, cmd_id="1", text=TEXT, **asked)
    now.advance(10_000)
    delete_reply(run.pk, actor=tia, cmd_id="2", reply=run.events.get(kind="ReplySent").seq)
    now.advance(10_000)
    reply(run.pk, actor=tia, cmd_id="3", text="Hallo Mara, wo war das?", **asked)
    now.advance(10_000)
    end_run(run.pk, actor=tia, cmd_id="4")

    waits = list_waits_of(run)

    posted = run.events.filter(kind="PostAppeared").order_by("seq")[0].at_ms
    assert [wait for wait in waits if wait[0] in (posted, 40_000)] == [(posted, 30_000), (40_000, 50_000)]


def test_a_reply_that_stands_ends_the_wait_for_good(tia: User, now):
    run = play(tia, now, text=TEXT)

    assert 30_000 in [until for _, until in list_waits_of(run)]
    assert all(since < 30_000 or until == 90_000 for since, until in list_waits_of(run))
