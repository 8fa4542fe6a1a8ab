"""Runs are played with a clock that is set by hand, in a process that remembers nothing."""

import pytest

from people.models import User
from simulator.models import Run
from simulator.services.clock import FixedClock
from tests.scoring.runs import play_run


@pytest.fixture
def played(tia: User, now: FixedClock) -> Run:
    """Tia's run, ended, not settled."""
    return play_run(tia, now)
