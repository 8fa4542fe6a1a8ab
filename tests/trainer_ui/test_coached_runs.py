"""The debrief of a class in which a coach did all that a coach can do."""

import json

import pytest
from django.test import Client

from people.models import Cohort, User
from simulator import services
from simulator.models import Run
from simulator.services.clock import FixedClock
from tests.simulator.publics import make_storm
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db
SAID = "Und wer zahlt mir das Taxi nach Moosbach?"
TOLD = "Ab 19 Uhr fährt ein Bus."
WHISPERED = "Erst Ole, den lesen viele."
NOTED = "Hier lange gezögert."


@pytest.fixture
def lesson(tia: User, carla: User, early: Cohort, now: FixedClock, settings) -> Run:
    """Tia has answered what Carla let a stranger say, after a word from her."""
    settings.WHISPER = True
    run = services.start_run(trainee=tia, version=publish(make_storm()), mode="class", cohort=early, seed=7)
    now.advance(20_000)
    services.pause(run.pk, actor=carla, cmd_id="a", reason="device")
    services.resume(run.pk, actor=carla, cmd_id="b")
    place = {"name": "Rieke Öz", "channel": "microblog"}
    seq = services.inject_post(run.pk, actor=carla, cmd_id="c", text=SAID, answer=True, **place).seq
    services.inject_fact(run.pk, actor=carla, cmd_id="d", text=TOLD)
    services.whisper(run.pk, actor=carla, cmd_id="e", text=WHISPERED)
    services.note_moment(run.pk, actor=carla, cmd_id="f", text=NOTED)
    services.raise_wave(run.pk, actor=carla, cmd_id="g", posts=20, seconds=20)
    services.turn_heat(run.pk, actor=carla, cmd_id="h", milli=9_000)
    now.advance(20_000)
    where = {"thread": f"said_{seq}", "post": f"said_{seq}", "visibility": "public", "seen_seq": seq + 1}
    text = "Hallo Rieke, das tut mir leid. Ab 19 Uhr fährt ein Bus. ^TI"
    services.reply(run.pk, actor=tia, cmd_id="i", text=text, **where)
    services.skip(run.pk, actor=carla, cmd_id="j", to_ms=200_000)
    services.end_run(run.pk, actor=carla, cmd_id="k")
    run.refresh_from_db()
    return run


def read(client: Client, run: Run, page: str = "") -> str:
    answer = client.get(f"/runs/{run.pk}/debrief/{page}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", ["tia", "carla"])
def test_the_debrief_shows_what_was_answered_and_says_whose_doing_it_was(lesson, request, who):
    page = read(sign_in(request.getfixturevalue(who)), lesson)

    assert SAID in page
    assert "Diesen Beitrag hat der Coach eingebracht" in page
    assert "Kurz davor hat der Coach etwas gesagt" in page


def test_the_replay_brings_the_trainee_what_the_desk_was_sent(lesson, as_tia):
    frames = json.loads(as_tia.get(f"/runs/{lesson.pk}/debrief/replay/frames.json").content)
    said = {frame["kind"]: frame.get("words") for frame in frames if frame.get("words")}

    assert (said["PostAppeared"], said["FactReleased"], said["Whispered"]) == (SAID, TOLD, WHISPERED)
    assert NOTED not in json.dumps(frames, ensure_ascii=False)


def test_another_cohorts_coach_sees_nothing_of_it(lesson, cem):
    assert sign_in(cem).get(f"/runs/{lesson.pk}/debrief/").status_code == 404


def test_after_an_erasure_nobodys_words_are_there(lesson, tia, as_tia):
    services.erase_words(lesson, actor=tia)
    page = read(as_tia, lesson) + as_tia.get(f"/runs/{lesson.pk}/debrief/replay/frames.json").content.decode()

    assert [words for words in (SAID, TOLD, WHISPERED, NOTED) if words in page] == []


def test_a_run_without_a_coach_says_nothing_of_one(as_tia, asked):
    assert "der Coach" not in read(as_tia, asked)
