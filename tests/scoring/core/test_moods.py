"""How cross somebody was at any time, in whatever order it is asked."""

from itertools import permutations

import pytest

from scoring.core.moods import Moods
from simulator.core.events import Event


def moved(at_ms, **moods):
    return Event(at_ms, at_ms, "MoodMoved", "", {"moods": moods})


LOG = [moved(10, jana=50), moved(15, ole=9), moved(20, jana=70), moved(30, stranger=5)]


@pytest.mark.parametrize("asked", list(permutations([(0, 30), (9, 30), (10, 50), (19, 50), (20, 70), (99, 70)], 4)))
def test_a_mood_holds_until_the_next_is_told_whatever_was_asked_before(asked):
    moods = Moods({"jana": 30, "ole": 0}, LOG)

    assert [moods.at("jana", at_ms) for at_ms, _ in asked] == [anger for _, anger in asked]


def test_who_was_never_told_of_is_calm():
    moods = Moods({"jana": 30}, LOG)

    assert (moods.at("nobody", 50), moods.at("stranger", 29), moods.at("stranger", 30)) == (0, 0, 5)
