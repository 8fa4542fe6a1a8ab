"""What the expert needed for the same post, beside the speed of each reply and of what nobody answered."""

import json
import re
from dataclasses import replace

import pytest
from django.test import Client

from people.models import User
from scoring.models import Scorecard, Twins
from scoring.services import settle_twins
from simulator.models import Run
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db
MODEL = "Hallo {name}, ich frage im Fundbüro nach und schreibe dir bis 15 Uhr."


def play_with_models(tia: User, now: FixedClock) -> Run:
    """The morning, to whose posts the expert has something to say."""
    morning = make_morning()
    posts = tuple(replace(post, needs=replace(post.needs, model=MODEL)) for post in morning.posts)
    return play(tia, now, text="Hallo Mara, ich schaue nach.", timeline=replace(morning, posts=posts))


def read_debrief(client: Client, run: Run, *, language: str = "de") -> str:
    client.cookies["django_language"] = language
    return client.get(f"/runs/{run.pk}/debrief/").content.decode()


def list_par_waits(run: Run) -> dict[str, tuple[int, int]]:
    waits = json.loads(settle_twins(run).data)["par"]["waits"]
    return {wait["post"]: (wait["value"], wait["wait_ms"]) for wait in waits}


def show(wait_ms: int) -> str:
    return f"{wait_ms // 60_000}:{wait_ms // 1000 % 60:02}"


def test_each_reply_has_its_par_beside_its_speed_in_both_languages(tia: User, as_tia: Client, now: FixedClock):
    run = play_with_models(tia, now)
    value, wait_ms = list_par_waits(run)["bag-1"]
    tia.language = "en"
    tia.save()

    english = read_debrief(as_tia, run, language="en")
    tia.language = "de"
    tia.save()
    german = read_debrief(as_tia, run)

    [moment] = re.findall(r'<span class="moment-values small">.*?</summary>', english, flags=re.DOTALL)
    assert f"(Par {value // 10}, after {show(wait_ms)})" in moment
    assert f"(Par {value // 10}, nach {show(wait_ms)})" in german


def test_what_nobody_answered_says_how_soon_it_could_have_been(tia: User, as_tia: Client, now: FixedClock):
    run = play_with_models(tia, now)
    summaries = re.findall(r'<summary class="missed-head">.*?</summary>', read_debrief(as_tia, run), flags=re.DOTALL)
    others = [each for each in list_par_waits(run) if each != "bag-1"]

    assert sum("Par " in each for each in summaries) == len(others)


def test_neither_twins_of_an_older_release_nor_another_score_show_one(tia: User, now: FixedClock):
    run = play_with_models(tia, now)
    data = json.loads(settle_twins(run).data)
    waits = data["par"].pop("waits")
    Twins.objects.update(data=json.dumps(data))
    client = sign_in(tia)

    assert waits
    assert "Reply" not in read_debrief(client, run)
    assert "(Par " not in read_debrief(client, run)

    data["par"]["waits"] = waits
    Twins.objects.update(data=json.dumps(data))
    assert "(Par " in read_debrief(client, run)
    Scorecard.objects.update(scoring_version=1)
    assert "(Par " not in read_debrief(client, run)
