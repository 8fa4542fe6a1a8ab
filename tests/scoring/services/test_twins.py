"""Twins of a run: computed by whoever looks first, and kept."""

import hashlib
import json

import pytest

from scoring.models import Scorecard, Twins
from scoring.services import NotEnded, settle_twins
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db


def test_a_run_under_way_has_no_twins(tia, now):
    with pytest.raises(NotEnded):
        settle_twins(start(tia))


def test_twins_are_settled_once_and_with_the_score(played):
    first, second = settle_twins(played), settle_twins(played)

    assert (first.pk, first.data) == (second.pk, second.data)
    assert (Twins.objects.count(), Scorecard.objects.count()) == (1, 1)
    assert first.digest == hashlib.sha256(first.data.encode()).hexdigest()


def test_twins_know_what_an_expert_would_have_come_to(played):
    compared = json.loads(settle_twins(played).data)

    assert compared["par"]["score"] > 0
    assert {"own", "silent", "expert", "prevented", "par", "ended_ms"} == set(compared)
