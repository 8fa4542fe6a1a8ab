"""How long those waited who needed an answer: the evidence of speed, post by post."""

from collections.abc import Mapping, Set
from typing import Any

from scoring.core.context import ran_at_full_speed
from scoring.core.speed import value_wait
from simulator.core.state import PostState, State

Items = list[dict[str, Any]]


def list_waits(
    state: State, due: Mapping[str, int], *, forked_at_ms: int, empty: Set[int] = frozenset()
) -> tuple[Items, Items]:
    """(evidence of speed, posts left unanswered) at the end of a run; `due` is the run time until which a post is due.

    A post that was never answered is worth nothing once it was due, and does not apply before. The replies `empty`
    answered nothing and end no wait: what got no other is worth nothing either, and its evidence is `empty`. Speed does
    not apply to a post that waited at another speed than 1, and after a fork only to what was not settled before it.
    """
    waits: Items = []
    unanswered: Items = []
    for post in state.posts.values():
        if not post.needs.answer or _is_settled(post, state, due[post.key], forked_at_ms):
            continue
        item: dict[str, Any] = {"post": post.key, "thread": post.thread, "target_ms": due[post.key] - post.at_ms}
        worth: dict[str, Any]
        if post.answered_by:
            filled = [seq for seq in post.answered_by if seq not in empty]
            answer = state.replies[(filled or post.answered_by)[0]]
            until_ms, wait_ms = answer.at_ms, answer.at_ms - post.at_ms
            value = value_wait(wait_ms, target_ms=item["target_ms"])
            worth = {"reply": answer.seq, "wait_ms": wait_ms, "value": value}
            if not filled:
                worth |= {"value": 0, "empty": 1}
        else:
            until_ms, wait_ms = due[post.key], state.at_ms - post.at_ms
            is_overdue = until_ms < state.at_ms
            unanswered.append({**item, "wait_ms": wait_ms, "overdue": int(is_overdue)})
            if not is_overdue:
                continue
            worth = {"reply": None, "wait_ms": wait_ms, "value": 0}
        if ran_at_full_speed(state.speeds, post.at_ms, until_ms):
            waits.append({**item, **worth})
    return waits, unanswered


def _is_settled(post: PostState, state: State, due_ms: int, forked_at_ms: int) -> bool:
    """Whether the run that this one was forked from had answered the post, or had let it fall due."""
    if not state.forked_at:
        return False
    if post.answered_by:
        return post.answered_by[0] <= state.forked_at
    return post.seq < state.forked_at and due_ms <= forked_at_ms
