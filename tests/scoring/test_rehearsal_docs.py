"""docs/rehearsal.md has a heading for every robot."""

from scenarios.core.vocabulary import ROBOTS
from tests.test_docs import find_undocumented


def test_every_robot_has_a_heading():
    assert find_undocumented(set(ROBOTS), "rehearsal.md") == []
