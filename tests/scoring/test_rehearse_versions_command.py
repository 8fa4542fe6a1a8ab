"""`manage.py rehearse_versions`: what is published is rehearsed once for the engine and score of today."""

import os

import pytest
from django.core.management import CommandError, call_command

from scoring.models import Rehearsal
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stay_as_nice(monkeypatch):
    monkeypatch.setattr(os, "nice", lambda steps: steps)


def test_the_newest_versions_are_rehearsed_and_what_is_kept_is_not_played_again(capsys):
    version = publish(make_morning())

    for _ in range(2):
        with pytest.raises(SystemExit, match="1"):
            call_command("rehearse_versions", version.scenario.key)

    assert Rehearsal.objects.filter(version=version, passed=False).count() == 1
    assert capsys.readouterr().out == f"{version}: NOT PASSED\n" * 2


def test_a_key_that_nobody_published_is_named():
    with pytest.raises(CommandError, match="not published: no-such-thing"):
        call_command("rehearse_versions", "no-such-thing")
