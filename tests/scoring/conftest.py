"""Runs are played with a clock that is set by hand, in a process that remembers nothing."""

from collections.abc import Iterator

import pytest

from people.models import User
from simulator.models import Run
from simulator.services import clock, forget_all
from simulator.services.clock import FixedClock
from tests.scoring.runs import play_run


@pytest.fixture
def now() -> Iterator[FixedClock]:
    forget_all()
    with clock.fixed() as fixed:
        yield fixed
    forget_all()


@pytest.fixture
def played(tia: User, now: FixedClock) -> Run:
    """Tia's run, ended, not settled."""
    return play_run(tia, now)
