"""Settling: once, at the end, by whoever looks."""

import hashlib
import json

import pytest

from scoring.core import SCORING_VERSION
from scoring.models import Scorecard
from scoring.queries import scorecard_of
from scoring.services import NotEnded, settle
from tests.simulator.timelines import MINUTE
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db


def test_a_run_under_way_is_not_settled(tia, now):
    run = start(tia)

    with pytest.raises(NotEnded):
        settle(run)

    assert (Scorecard.objects.count(), scorecard_of(run)) == (0, None)


def test_settling_catches_up_first(tia, now):
    run = start(tia)
    now.advance(11 * MINUTE)

    card = settle(run)

    assert json.loads(card.data)["criteria"] == {"speed": 0}


def test_settling_twice_gives_the_same_scorecard(played):
    first, second = settle(played), settle(played)

    assert (first.pk, first.data, Scorecard.objects.count()) == (second.pk, second.data, 1)


def test_a_scorecard_says_what_it_stands_on(played):
    card = settle(played)

    assert (card.log_digest, card.scoring_version) == (played.head_digest, SCORING_VERSION)
    assert card.digest == hashlib.sha256(card.data.encode()).hexdigest()


def test_the_scorecard_holds_what_the_trainee_did(played):
    card = json.loads(settle(played).data)

    assert [error["rule"] for error in card["critical"]] == ["privacy.asked_in_public"]
    assert card["criteria"]["privacy"] < 1000
    assert len(card["replies"]) == 3
    assert scorecard_of(played) == card
