"""Who is first of those that wait, while ranks change with the time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.core.lineup import FOREVER_MS, Lineup

RANKS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), max_size=4)
"""After how much time a rank changes, and to which."""
STEPS = st.lists(st.tuples(st.sampled_from(["join", "leave", "wait"]), st.integers(0, 5)), max_size=60)


def rank_of(changes: list[tuple[int, int]], now_ms: int) -> tuple[tuple[int, ...], int]:
    rank, at_ms = 2, 0
    for after_ms, next_rank in changes:
        at_ms += after_ms
        if at_ms > now_ms:
            return (rank,), at_ms
        rank = next_rank
    return (rank,), FOREVER_MS


@given(st.lists(RANKS, min_size=6, max_size=6), STEPS)
@settings(max_examples=200, deadline=None)
def test_the_first_is_who_would_be_found_by_asking_everybody(changes, steps):
    lineup, waiting, now_ms = Lineup(rank_of), set(), 0
    for step, number in steps:
        if step == "wait":
            now_ms += number
        elif step == "leave":
            lineup.leave(number)
            waiting.discard(number)
        elif number not in waiting:
            lineup.join(number, changes[number], now_ms)
            waiting.add(number)

        expected = min(waiting, key=lambda place: (rank_of(changes[place], now_ms)[0], place), default=None)
        assert lineup.find_first(now_ms) == expected


def test_a_rank_is_asked_for_only_when_it_may_have_changed():
    asked = []

    def rank(name: str, now_ms: int) -> tuple[tuple[int, ...], int]:
        asked.append((name, now_ms))
        return (0 if name == "late" and now_ms >= 50 else 1,), 50 if name == "late" and now_ms < 50 else FOREVER_MS

    lineup = Lineup(rank)
    lineup.join(0, "calm", 0)
    lineup.join(1, "late", 0)

    assert [lineup.find_first(now_ms) for now_ms in (0, 10, 49, 50, 60)] == [0, 0, 0, 1, 1]
    assert asked == [("calm", 0), ("late", 0), ("late", 50)]
