"""Who waits for a reply, and whether the wait can be timed at all."""

from collections.abc import Sequence
from itertools import pairwise

from simulator.core.state import PostState, State


def find_longest_waiting(state: State, post: str, *, without: int = 0) -> PostState | None:
    """The earliest post that this reply answers and that needed an answer, as if the reply `without` had not been. For
    what a coach brought nobody's wait is timed."""
    if post not in state.posts:
        return None
    asked = state.posts[post]
    for key in state.threads[asked.thread].posts:
        other = state.posts[key]
        is_open = set(other.answered_by) <= {without} and other.needs.answer and not other.is_coached
        if other.persona == asked.persona and is_open:
            return other
    return None


def is_first_post(state: State, post: PostState) -> bool:
    """Whether `post` opened its thread."""
    return state.threads[post.thread].posts[0] == post.key


def ran_at_full_speed(speeds: Sequence[tuple[int, int]], since_ms: int, until_ms: int) -> bool:
    """Whether run time passed as fast as time did between the two. `speeds` are (at_ms, per mille), in order."""
    speed = 1000
    for at_ms, per_mille in speeds:
        if at_ms <= since_ms:
            speed = per_mille
        elif at_ms < until_ms and per_mille != 1000:
            return False
    return speed == 1000


def was_skipped(speeds: Sequence[tuple[int, int]], since_ms: int, until_ms: int) -> bool:
    """Whether a coach skipped some of the run time between the two, so that nobody could have done anything in it."""
    return any(
        not per_mille and at_ms < until_ms and since_ms < ends_ms
        for (at_ms, per_mille), (ends_ms, _) in pairwise(speeds)
    )
