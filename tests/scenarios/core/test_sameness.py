"""How alike a crowd's texts are, and how much an author has to write."""

from dataclasses import replace

import pytest

from scenarios.core.public import Phase
from scenarios.core.sameness import (
    count_bodies_needed,
    count_closers_needed,
    count_likely_posts,
    find_alike,
    measure_sameness,
)
from tests.simulator.crowds import MINUTE, make_crowd


def test_texts_that_share_half_of_their_grams_are_alike():
    texts = ["abcdefghij", "abcdefgxyz", "qrstuvwxyzabc", ""]

    # Six grams each; the first two share three, which is half.
    assert find_alike(texts) == [0, 1]


def test_a_short_text_inside_a_long_one_is_alike_and_the_long_one_is_not():
    assert find_alike(["hallo zusammen", "hallo zusammen, was ist denn hier heute wieder los"]) == [0]


def test_sameness_is_measured_behind_the_mask():
    texts = ["ALSO der Zug kommt nicht", "TJA der Zug kommt nicht", "wo bleibt der Bus denn bloß"]

    measured = measure_sameness(texts, lambda text: text.removeprefix("ALSO ").removeprefix("TJA "))

    assert measured == (666, 333)


def test_no_texts_are_not_alike():
    assert measure_sameness([], str) == (0, 1000)


def test_a_crowd_writes_what_comes_by_itself_and_what_answers_it():
    crowd = make_crowd(branching=500, phases=(Phase(0, 60, "witnesses"), Phase(5 * MINUTE, 600, "flood")))

    assert count_likely_posts(crowd, duration_ms=10 * MINUTE) == 5 + 50 + 27
    assert count_likely_posts(replace(crowd, tires_after=10), duration_ms=10 * MINUTE) == 65
    assert count_likely_posts(replace(crowd, most_per_minute=3), duration_ms=10 * MINUTE) == 30
    assert count_likely_posts(crowd, duration_ms=3 * MINUTE) == 4


@pytest.mark.parametrize(
    ("posts", "openers", "closers", "bodies"), [(300, 42, 80, 20), (300, 10, 80, 30), (300, 42, 20, 30), (0, 1, 1, 0)]
)
def test_a_crowd_needs_so_many_bodies(posts, openers, closers, bodies):
    assert count_bodies_needed(posts, openers=openers, closers=closers) == bodies


@pytest.mark.parametrize(("posts", "closers"), [(0, 2), (1, 2), (3, 3), (300, 25), (1000, 46)])
def test_a_crowd_needs_so_many_closers(posts, closers):
    assert count_closers_needed(posts) == closers
