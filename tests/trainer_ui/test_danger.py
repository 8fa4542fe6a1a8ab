"""Danger that nobody who could help heard of is a critical error, and the debrief says whose it was."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from people.models import User
from simulator.services import reply
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("danger", ["threat", ""])
def test_the_debrief_names_danger_that_was_left(as_tia: Client, tia: User, now: FixedClock, danger: str):
    morning = make_morning()
    first = replace(morning.posts[0], needs=replace(morning.posts[0].needs, danger=danger))
    run = start(tia, timeline=replace(morning, posts=(first, *morning.posts[1:])))
    now.advance(30_000)
    words = "Guten Morgen, ich schaue nach."
    reply(run.pk, actor=tia, cmd_id="1", thread="bag", post="bag-1", visibility="public", text=words, seen_seq=2)
    now.advance(600_000)

    page = as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()

    named = re.findall(r"Die Gefahr in dem, was (.+?) geschrieben hat", page)
    assert len(named) == (1 if danger else 0)
    assert ('id="critical-title"' in page) == bool(danger)
    assert ("Zählt null: In diesem Gespräch gibt es einen kritischen Fehler." in page) == bool(danger)
