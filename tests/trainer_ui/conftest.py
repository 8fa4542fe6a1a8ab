"""Pages are looked at by the recurring people, at a clock that is set by hand."""

import pytest
from django.test import Client

from people.models import User
from scenarios.core.timeline import Timeline
from simulator.models import Run
from simulator.services import end_run, reply
from simulator.services.clock import FixedClock
from tests.simulator.worlds import start

ASKS = "Hallo Mara, das ist ärgerlich. Schick uns mal deine Kundennummer."


@pytest.fixture(autouse=True)
def _stand_still(now: FixedClock) -> None:
    """For pages that no test moves the clock for, too."""


@pytest.fixture
def as_tia(tia: User) -> Client:
    return sign_in(tia)


@pytest.fixture
def as_sam(sam: User) -> Client:
    return sign_in(sam)


@pytest.fixture
def asked(tia: User, now: FixedClock) -> Run:
    """A run that has ended, in which Tia asked for a customer number in public."""
    return play(tia, now, text=ASKS)


def sign_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def play(tia: User, now: FixedClock, *, text: str, timeline: Timeline | None = None) -> Run:
    """The morning, or a `timeline` like it, in which Tia answers the first post after half a minute with `text`, and
    then ends the run.
    """
    run = start(tia, timeline=timeline)
    now.advance(30_000)
    reply(run.pk, actor=tia, cmd_id="1", thread="bag", post="bag-1", visibility="public", text=text, seen_seq=2)
    now.advance(60_000)
    end_run(run.pk, actor=tia, cmd_id="2")
    run.refresh_from_db()
    return run
