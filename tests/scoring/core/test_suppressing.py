"""Nobody can be read off a figure, nor off the difference between two."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.core.suppressing import LEAST, release, release_groups, release_periods

GROUPS = st.lists(st.sampled_from("abcd"), max_size=80)


def test_people_are_told_of_in_whole_blocks():
    assert [len(release(range(count))) for count in (0, 7, 8, 15, 16)] == [0, 0, 8, 8, 16]


@given(GROUPS)
def test_a_whole_without_its_groups_leaves_nobody_or_eight(groups: list[str]):
    whole = release(list(enumerate(groups)))
    told = release_groups(whole, lambda one: [one[1]])

    left = set(whole)
    for people in told.values():
        left -= set(people)
        assert len(left) == 0 or len(left) >= LEAST
    assert all(len(people) == 0 or len(people) >= LEAST for people in told.values())


@given(GROUPS, st.integers(0, 80))
def test_what_is_told_later_adds_nobody_or_eight(groups: list[str], earlier: int):
    before, after = release(list(enumerate(groups))[:earlier]), release(list(enumerate(groups)))
    once, then = (release_groups(each, lambda one: [one[1]]) for each in (before, after))

    for told, later in [(before, after), *((once.get(key, []), then.get(key, [])) for key in then)]:
        assert set(told) <= set(later)
        assert len(later) - len(told) == 0 or len(later) - len(told) >= LEAST


def test_the_twin_that_hides_small_groups_only_gives_the_rest_away():
    groups = ["a"] * 13 + ["b"] * 3
    hidden = [key for key in "ab" if groups.count(key) < LEAST]

    # The whole is told and so is a: b is the difference, three people.
    assert hidden == ["b"]
    assert len(groups) - groups.count("a") < LEAST


@given(st.lists(st.integers(1, 12), max_size=80))
def test_periods_hold_everybody_once_and_none_too_few(quarters: list[int]):
    whole = release(sorted(enumerate(quarters), key=lambda one: one[1]))
    periods = release_periods(whole, lambda one: one[1])

    assert [one for _, _, people in periods for one in people] == whole
    assert all(len(people) >= LEAST for _, _, people in periods)
