"""How long those waited who needed an answer: the evidence of speed, post by post and, where a matter was solved in
private, until the thread was closed before everybody.

Rules kept here: run time only, so that neither pauses nor interruptions count; what was never done is worth nothing
once it was due, and does not apply before; nor does what waited at another speed than 1 or across a skip, or was
settled before a fork, or was brought by a coach.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from scoring.core.speed import value_wait
from scoring.core.waiting import ran_at_full_speed, was_skipped
from simulator.core.events import Event
from simulator.core.state import PostState, ReplyState, State, ThreadState

Items = list[dict[str, Any]]
FIRST, NEXT, CLOSING = "first", "next", "closing"


def list_waits(
    state: State,
    due: Mapping[str, int | None],
    *,
    forked_at_ms: int,
    empty: Set[int] = frozenset(),
    said_ms: Mapping[int, int] | None = None,
) -> tuple[Items, Items]:
    """(evidence of speed, posts left unanswered) at the end of a run; `due` is the run time until which a post is due,
    None where nobody promised anything.

    The replies `empty` answered nothing and end no wait: what got no other is worth nothing, and its evidence is
    `empty`. `said_ms` are the run times from which on replies answered that did not when they were sent.
    """
    waits: Items = []
    unanswered: Items = []
    for post in state.posts.values():
        due_ms = due[post.key]
        if not post.needs.answer or post.is_coached or due_ms is None or _is_settled(post, state, due_ms, forked_at_ms):
            continue
        item: dict[str, Any] = {"post": post.key, "thread": post.thread, "target_ms": due_ms - post.at_ms}
        if post.answered_by:
            filled = [seq for seq in post.answered_by if seq not in empty]
            times = {seq: (said_ms or {}).get(seq, state.replies[seq].at_ms) for seq in filled or post.answered_by}
            answer, until_ms = min(times.items(), key=lambda each: each[1])
            worth: dict[str, Any] = {"reply": answer, **_value(state, item, post.at_ms, until_ms)}
            if not filled:
                worth |= {"value": 0, "empty": 1}
        else:
            until_ms, wait_ms = due_ms, state.at_ms - post.at_ms
            is_overdue = until_ms < state.at_ms and not was_skipped(state.speeds, post.at_ms, until_ms)
            unanswered.append({**item, "wait_ms": wait_ms, "overdue": int(is_overdue)})
            if not is_overdue:
                continue
            worth = {"reply": None, "wait_ms": wait_ms, "value": 0}
        if ran_at_full_speed(state.speeds, post.at_ms, until_ms):
            waits.append({**item, "response": _response_to(post, state), **worth})
    return waits, unanswered


def list_closings(state: State, events: Iterable[Event]) -> Iterator[dict[str, Any]]:
    """The evidence of closing responses: after the last answer in private that somebody needed, a public word, or the
    thread marked as settled. Where the customer says it first nobody else has to; beside danger, and where the brand
    was thrown out, silence is right.
    """
    resolved = [(event.data["thread"], event.seq, event.at_ms) for event in events if event.kind == "Resolved"]
    for thread in state.threads.values():
        solved = None if thread.has_danger or thread.key in state.closed else _find_solution(state, thread)
        if solved is None:
            continue
        post, answer = solved
        ends = [(at_ms, seq, 0) for key, seq, at_ms in resolved if key == thread.key and seq > answer.seq]
        replies = (state.replies[seq] for seq in thread.replies if seq > answer.seq)
        ends += [(reply.at_ms, reply.seq, reply.seq) for reply in replies if reply.visibility == "public"]
        first = min(ends, default=None)
        if _is_told_by_customer(state, post, since=answer.seq, until=first[1] if first else state.seq):
            continue
        channel = state.plan.channels[thread.channel]
        target_ms = channel.closing_target_ms or channel.next_target_ms
        until_ms = first[0] if first else answer.at_ms + target_ms
        is_due = first is not None or until_ms < state.at_ms
        if not is_due or not ran_at_full_speed(state.speeds, answer.at_ms, until_ms):
            continue
        item = {"post": post.key, "thread": thread.key, "target_ms": target_ms, "response": CLOSING}
        if first is None:
            yield {**item, "reply": None, "wait_ms": state.at_ms - answer.at_ms, "value": 0}
        else:
            yield {**item, "reply": first[2] or None, **_value(state, item, answer.at_ms, first[0])}


def _is_told_by_customer(state: State, solved: PostState, *, since: int, until: int) -> bool:
    posts = (state.posts[key] for key in state.threads[solved.thread].posts)
    return any(
        post.persona == solved.persona and post.visibility == "public" and since < post.seq < until for post in posts
    )


def _response_to(post: PostState, state: State) -> str:
    return FIRST if state.threads[post.thread].posts[0] == post.key else NEXT


def _value(state: State, item: Mapping[str, Any], since_ms: int, until_ms: int) -> dict[str, int]:
    channel = state.plan.channels[state.threads[item["thread"]].channel]
    wait_ms = until_ms - since_ms
    value = value_wait(wait_ms, target_ms=item["target_ms"], worthless_ms=channel.worthless_ms)
    return {"wait_ms": wait_ms, "value": value}


def _find_solution(state: State, thread: ThreadState) -> tuple[PostState, ReplyState] | None:
    """The last post that needed an answer and was answered in private, and that answer; None where there is none, or
    somebody is still waiting there."""
    own = (state.posts[key] for key in thread.posts if not state.posts[key].is_coached)
    posts = [post for post in own if post.needs.answer]
    if not thread.posts or state.posts[thread.posts[0]].visibility != "public":
        return None
    if any(not post.answered_by for post in posts):
        return None
    answers: Sequence[tuple[PostState, ReplyState]] = [(post, state.replies[post.answered_by[0]]) for post in posts]
    private = [
        (post, reply) for post, reply in answers if reply.visibility == "private" and reply.seq > state.forked_at
    ]
    return max(private, key=lambda each: each[1].seq, default=None)


def _is_settled(post: PostState, state: State, due_ms: int, forked_at_ms: int) -> bool:
    """Whether the run that this one was forked from had answered the post, or had let it fall due."""
    if post.answered_by:
        return post.answered_by[0] <= state.forked_at
    return post.seq < state.forked_at and due_ms <= forked_at_ms
