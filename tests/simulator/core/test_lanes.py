"""One long integer does what an array per second would do."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.core.lanes import EMPTY, add_row, count_held, pack_row, read_lane, read_lanes

SECONDS = 150

rows = st.lists(st.integers(0, 10**18), min_size=1, max_size=40)
steps = st.lists(st.tuples(rows, st.integers(0, 155), st.integers(-(10**9), 10**9)), max_size=12)


def add_all(adding: list[tuple[list[int], int, int]]) -> int:
    lanes = EMPTY
    for row, first, times in adding:
        lanes = add_row(lanes, pack_row(row), first=first, times=times, count=SECONDS)
    return lanes


@given(adding=steps)
def test_lanes_hold_what_an_array_would_hold(adding):
    array = [0] * SECONDS
    for row, first, times in adding:
        for place, entry in enumerate(row, first):
            if place < SECONDS:
                array[place] += times * entry

    lanes = add_all(adding)

    assert list(read_lanes(lanes, 0, SECONDS)) == array
    assert [read_lane(lanes, place) for place in range(SECONDS)] == array
    assert count_held(lanes) == max((place for place, held in enumerate(array, 1) if held), default=0)


@given(adding=steps, order=st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(adding, order):
    shuffled = list(adding)
    order.shuffle(shuffled)

    assert add_all(shuffled) == add_all(adding)


def test_only_what_is_asked_for_is_read():
    lanes = add_row(EMPTY, pack_row([1, 2, 3]), first=1, times=-1, count=5)

    assert list(read_lanes(lanes, 2, 4)) == [-2, -3]
    assert list(read_lanes(lanes, 4, 2)) == []


def test_lanes_that_nothing_has_reached_are_not_held():
    lanes = add_row(EMPTY, pack_row([1, 2]), first=3, times=-1, count=86_400)

    assert (count_held(EMPTY), count_held(lanes)) == (0, 5)
