"""Every test of the simulator starts with a process that remembers nothing, and with a clock that is set by hand."""

from collections.abc import Iterator

import pytest

from simulator import doorkeeper
from simulator.services import forget_all


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    forget_all()
    doorkeeper.forget_decisions()
    yield
    forget_all()
