"""Spans that hold or touch another."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.core.spans import Spans

spans = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=12), spans)
def test_they_say_what_looking_at_every_pair_says(others: list[tuple[int, int]], one: tuple[int, int]) -> None:
    first, last = one

    assert Spans(others).hold(first, last) == any(a <= first and last <= b for a, b in others)
    assert Spans(others).touch(first, last) == any(a < last and first < b for a, b in others)
