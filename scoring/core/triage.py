"""Triage: first things first. The order of service, and what was done with posts that were not simply to be answered.

Rules kept here: a bad order weighs as much as all the rest together, a good one makes up for nothing; a post is worth
1000 or 0, danger the worth of the wait; who did nothing has left nothing alone; what was settled before a fork belongs
to the run it came from; what falls due after the end, or in what a coach skipped, and was not touched, does not count.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from scoring.core.acts import ACTS
from scoring.core.notes import list_missing, value_note
from scoring.core.speed import value_wait
from scoring.core.waiting import was_skipped
from simulator.core.events import Event
from simulator.core.state import PostState, State

LEFT, HIDDEN, REPORTED, BLOCKED = "left_alone", "hidden", "reported", "blocked"
RIGHT_ACTS: Mapping[str, frozenset[str]] = {
    "hide": frozenset({HIDDEN}),
    "report": frozenset({REPORTED}),
    "block": frozenset({BLOCKED}),
}
"""Treatment that a post needs → the acts that are it."""
DANGER_TARGET_MS = 60_000
"""How long danger may wait for a hand-over where its post has no target."""
UNBLOCK = "Unblocked"
UNASKED = "unasked"
Found = tuple[str, int, dict[str, Any]]
"""What was judged, its value, and what else there is to say of it."""


@dataclass(slots=True)
class Acts:
    """What was done with one post: hand-overs as (run time, desk), their notes, treatments as (run time, act)."""

    escalated: list[tuple[int, str]] = field(default_factory=list)
    notes: list[Mapping[str, int]] = field(default_factory=list)
    treated: list[tuple[int, str]] = field(default_factory=list)


def list_triage(
    state: State, events: Sequence[Event], targets: Mapping[str, int | None], *, empty: Set[int] = frozenset()
) -> list[dict[str, Any]]:
    """The evidence of triage, in the order in which posts appeared: `kind` says what each was judged for. The replies
    `empty` answered nothing."""
    acts, last_ms = _list_acts(state, events)
    blocked = {state.posts[key].persona for key, done in acts.items() if any(act == BLOCKED for _, act in done.treated)}
    evidence = []
    for post in state.posts.values():
        if post.is_crowd or post.is_coached or post.answered_by and post.answered_by[0] <= state.forked_at:
            continue
        due_ms = targets.get(post.key)
        found = [
            *_judge(post, acts.get(post.key, Acts()), state, due_ms, last_ms, blocked=blocked),
            *_judge_found(post, state, due_ms, empty),
        ]
        for kind, value, more in found:
            item = {"post": post.key, "thread": post.thread, "reply": None, "kind": kind, "value": value}
            evidence.append(item | more)
    return evidence


def _list_acts(state: State, events: Sequence[Event]) -> tuple[dict[str, Acts], int]:
    """By post, and when the last thing at all was done; -1 where nothing was."""
    acts: dict[str, Acts] = {}
    last_ms = -1
    for event in events:
        if event.seq <= state.forked_at or event.kind not in {*ACTS, UNBLOCK} or event.actor != state.trainee:
            continue
        last_ms = event.at_ms
        if event.kind == "Escalated":
            done = acts.setdefault(event.data["post"], Acts())
            done.escalated.append((event.at_ms, event.data["desk"]))
            done.notes += [event.data["note"]] if "note" in event.data else []
        elif event.kind == "Treated":
            acts.setdefault(event.data["post"], Acts()).treated.append((event.at_ms, event.data["as"]))
        elif event.kind == UNBLOCK:
            _take_block_back(acts, state, persona=state.posts[event.data["post"]].persona)
    return acts, last_ms


def _take_block_back(acts: Mapping[str, Acts], state: State, *, persona: str) -> None:
    """As if nobody had blocked them; what else was done with their posts stands."""
    for key, done in acts.items():
        if state.posts[key].persona == persona:
            done.treated = [(at_ms, act) for at_ms, act in done.treated if act != BLOCKED]


def _judge(
    post: PostState, acts: Acts, state: State, due_ms: int | None, last_ms: int, *, blocked: Set[str] = frozenset()
) -> Iterator[Found]:
    needs = post.needs
    is_over = _is_over(post, state, due_ms)
    treated = {act for _, act in acts.treated}
    if acts.notes:
        note = acts.notes[-1]
        yield "note", value_note(note), {"missing": list_missing(note)}
    if needs.danger and (acts.escalated or acts.treated or is_over):
        kind, value, more = _judge_danger(post, acts, due_ms=due_ms)
        if not was_skipped(state.speeds, post.at_ms, post.at_ms + (more["wait_ms"] or 0)):
            yield kind, value, more
    elif needs.desk and (acts.escalated or is_over):
        yield "desk", 1000 if needs.desk in {desk for _, desk in acts.escalated} else 0, {"desk": needs.desk}
    treatment = needs.treatment or ("leave" if needs.triage == "leave" else "")
    if treatment == "leave":
        is_touched = bool(post.answered_by or treated & {HIDDEN, REPORTED, BLOCKED}) or _was_answered(post, state)
        if is_touched or last_ms >= post.at_ms:
            yield "leave", 0 if is_touched else 1000, {}
    elif treatment and (treated or is_over):
        # Whoever is blocked is so with all that they wrote.
        treated |= {BLOCKED} if post.persona in blocked else set()
        yield treatment, 1000 if treated & RIGHT_ACTS[treatment] else 0, {}
    elif not treatment and needs.answer and treated and not post.answered_by:
        yield "set_aside", 0, {}


def _judge_danger(post: PostState, acts: Acts, *, due_ms: int | None) -> Found:
    """The worth of the wait for the first hand-over to the right desk; where none is named, for one to any, or for what
    the post needs in its place."""
    needs = post.needs
    right = [at_ms for at_ms, desk in acts.escalated if needs.desk in ("", desk)]
    if not needs.desk:
        right += [at_ms for at_ms, act in acts.treated if act in RIGHT_ACTS.get(needs.treatment, ())]
    target_ms = DANGER_TARGET_MS if due_ms is None else due_ms - post.at_ms
    wait_ms = min(right) - post.at_ms if right else None
    value = 0 if wait_ms is None else value_wait(wait_ms, target_ms=target_ms)
    return "danger", value, {"desk": needs.desk, "target_ms": target_ms, "wait_ms": wait_ms}


def _is_over(post: PostState, state: State, due_ms: int | None) -> bool:
    until_ms = due_ms if due_ms is not None else post.at_ms + DANGER_TARGET_MS
    return until_ms < state.at_ms and not was_skipped(state.speeds, post.at_ms, until_ms)


def _advertises(seq: int, state: State) -> bool:
    """Whether a reply sells something, as it stands."""
    reply = state.replies.get(seq)
    return bool(state.heard.get(reply.last if reply else seq, {}).get("advertises"))


def _was_answered(post: PostState, state: State) -> bool:
    """Whether somebody replied to it and took that back: the provocation had its answer."""
    return any(reply.deleted and reply.post == post.key for reply in state.replies.values())


def _is_unasked(post: PostState, state: State) -> bool:
    thread = state.plan.threads.get(post.thread)
    return thread is not None and thread.mention == UNASKED


def _judge_found(post: PostState, state: State, due_ms: int | None, empty: Set[int]) -> Iterator[Found]:
    """Who did not ask the brand was found, and was helped: not by a reply that answered nothing or sold something."""
    if not post.needs.answer or not _is_unasked(post, state):
        return
    helped = [seq for seq in post.answered_by if seq not in empty and not _advertises(seq, state)]
    if post.answered_by or _is_over(post, state, due_ms):
        yield "found", 1000 if helped else 0, {"reply": next(iter(helped or post.answered_by), None)}
