"""A run that was scored again: the new score counts, and the old one can still be read, with what was found then."""

import json
import re

import pytest

from scoring.core import SCORING_VERSION
from scoring.models import Scorecard
from scoring.services import rescore_all, settle
from scoring.services.settling import digest_card
from simulator.core.events import canonical
from simulator.models import RunEvent
from simulator.services import erase_words
from tests.scoring.runs import chain_again, unguarded
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(asked):
    """A run that an older version scored, with one finding whose rule is no more than a sentence today."""
    run = asked
    with unguarded():
        row = RunEvent.objects.get(run=run, kind="ReplyAssessed")
        data = json.loads(row.data)
        found = {"rule": "tone.greeting", "criterion": "tone", "span": [0, 5], "points": 77, "params": {}}
        data |= {"scoring": SCORING_VERSION - 1, "findings": [{**found, "critical": False}]}
        RunEvent.objects.filter(pk=row.pk).update(data=canonical(data))
        chain_again(run)
    card = settle(run)
    text = canonical({**json.loads(card.data), "scoring": SCORING_VERSION - 1, "score": 420})
    Scorecard.objects.filter(pk=card.pk).update(
        data=text, digest=digest_card(text), scoring_version=SCORING_VERSION - 1
    )
    return run


def read(client, run, **query):
    response = client.get(f"/runs/{run.pk}/debrief/", query)
    return response.status_code, response.content.decode()


def find_marked(page):
    return re.findall(r'<mark class="found-(\w+)">(.*?)</mark>', page)


def test_before_it_is_adopted_a_new_version_changes_nothing(old, tia):
    rescore_all()

    _, page = read(sign_in(tia), old)

    assert find_marked(page) == [("good", "Hallo")]
    assert "42<span" in page
    assert "Mehr als einmal bewertet" not in page


def test_after_that_the_new_one_counts_and_the_old_one_stays(old, tia):
    rescore_all(adopting=True)
    client = sign_in(tia)

    _, new = read(client, old)
    _, former = read(client, old, revision=0)

    assert ("critical", "Kundennummer") in find_marked(new)
    assert find_marked(former) == [("good", "Hallo")]
    assert "+8</span>" in former
    assert f"Fassung {SCORING_VERSION - 1}" in new
    assert "42<span" in former


def test_scores_of_different_versions_are_not_held_against_each_other(old, tia):
    rescore_all(adopting=True)
    client = sign_in(tia)

    assert "Par " in read(client, old)[1]
    assert "<strong>Par " not in read(client, old, revision=0)[1]


def test_home_shows_the_score_that_counts(old, tia):
    client = sign_in(tia)
    assert "42<span" in client.get("/").content.decode()

    rescore_all(adopting=True)

    assert "42<span" not in client.get("/").content.decode()


@pytest.mark.parametrize("revision", ["1", "x", ""])
def test_a_score_that_was_never_given_is_not_there(old, tia, revision):
    assert read(sign_in(tia), old, revision=revision)[0] == 404


def test_after_an_erasure_points_and_rules_stand_without_the_text(old, tia):
    rescore_all(adopting=True)
    erase_words(old, actor=tia)
    client = sign_in(tia)

    for query in ({}, {"revision": 0}):
        status, page = read(client, old, **query)
        assert status == 200
        assert "Der Text wurde gelöscht." in page
        assert "Kundennummer." not in page
        assert find_marked(page) == []
    assert "Anrede" in page
    assert "+8</span>" in page
