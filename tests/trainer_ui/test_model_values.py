"""Beside a model reply, the debrief says what it would score."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from people.models import User
from scenarios.core.timeline import Timeline
from scenarios.services.model_replies import store_assessments
from scoring.core import assess_models
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import play
from trainer_ui.templatetags.desk import points

pytestmark = pytest.mark.django_db

TEXT = "Hallo! Das tut mir leid. ^TI"
MODEL = "Hallo {name}, wie ärgerlich! Ich suche deinen Rucksack bis 17 Uhr im Fundbüro. {agent}"


def make_morning_with_models() -> Timeline:
    """The morning, with a model reply to what Tia answers and to what she leaves."""
    morning = make_morning()
    posts = [
        replace(post, needs=replace(post.needs, model=MODEL)) if post.key in ("bag-1", "train-1") else post
        for post in morning.posts
    ]
    return replace(morning, posts=tuple(posts))


def read_values(page: str) -> list[str]:
    """What stands under each model reply, as one line of words."""
    lists = re.findall(r'<ul class="other-values[^>]*>(.*?)</ul>', page, flags=re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in lists]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Ton {tone} Eigene Worte {individuality} Datenschutz {privacy}"),
        ("en", "Tone {tone} Own words {individuality} Privacy {privacy}"),
    ],
)
def test_each_model_has_its_values_in_the_language_of_the_page(
    language: str, said: str, as_tia: Client, tia: User, now: FixedClock
):
    timeline = make_morning_with_models()
    assessed = assess_models(timeline)
    store_assessments(publish(timeline), assessed)
    run = play(tia, now, text=TEXT, timeline=timeline)
    as_tia.post("/i18n/", {"language": language})

    values = [{name: points(value) for name, value in data["criteria"].items()} for data in assessed.values()]
    assert values[0] != values[1]
    assert read_values(as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()) == [
        said.format(**each) for each in values
    ]


def test_a_model_that_was_never_assessed_stands_alone(as_tia: Client, tia: User, now: FixedClock):
    run = play(tia, now, text=TEXT, timeline=make_morning_with_models())

    page = as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()

    assert (page.count("Eine gute Antwort"), read_values(page)) == (2, [])
