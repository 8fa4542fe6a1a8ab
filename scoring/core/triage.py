"""Triage, the first version: what was done with posts that were not simply to be answered, from the acts of the log.

A post is worth 1000 or 0, danger the worth of the wait. What was settled before a fork belongs to the run it came from;
what falls due after the end, and was not touched, does not count. Order and hand-over notes are not judged yet.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scenarios.core.timeline import Needs
from scoring.core.speed import value_wait
from simulator.core.events import Event
from simulator.core.state import PostState, State

LEFT, HIDDEN, REPORTED = "left_alone", "hidden", "reported"
RIGHT_ACTS: Mapping[str, frozenset[str]] = {"hide": frozenset({HIDDEN}), "report": frozenset({REPORTED})}
"""Treatment that a post needs → the acts that are it."""
DANGER_TARGET_MS = 60_000
"""How long danger may wait for a hand-over where its post has no target."""


@dataclass(slots=True)
class Acts:
    """What was done with one post: hand-overs as (run time, desk), treatments as (run time, act)."""

    escalated: list[tuple[int, str]] = field(default_factory=list)
    treated: list[tuple[int, str]] = field(default_factory=list)


def list_triage(state: State, events: Iterable[Event], targets: Mapping[str, int | None]) -> list[dict[str, Any]]:
    """The evidence of triage, in the order in which posts appeared: `kind` says what each was judged for."""
    acts = _list_acts(events, after=state.forked_at)
    evidence = []
    for post in state.posts.values():
        planned = state.plan.posts.get(post.key)
        if planned is None or post.answered_by and post.answered_by[0] <= state.forked_at:
            continue
        due_ms = targets.get(post.key)
        is_over = (due_ms if due_ms is not None else post.at_ms + DANGER_TARGET_MS) < state.at_ms
        for kind, value in _judge(post, planned.needs, acts.get(post.key, Acts()), due_ms=due_ms, is_over=is_over):
            evidence.append({"post": post.key, "thread": post.thread, "reply": None, "kind": kind, "value": value})
    return evidence


def _list_acts(events: Iterable[Event], *, after: int) -> dict[str, Acts]:
    acts: dict[str, Acts] = {}
    for event in events:
        if event.seq > after and event.kind == "Escalated":
            acts.setdefault(event.data["post"], Acts()).escalated.append((event.at_ms, event.data["desk"]))
        elif event.seq > after and event.kind == "Treated":
            acts.setdefault(event.data["post"], Acts()).treated.append((event.at_ms, event.data["as"]))
    return acts


def _judge(
    post: PostState, needs: Needs, acts: Acts, *, due_ms: int | None, is_over: bool
) -> Iterator[tuple[str, int]]:
    treated = {act for _, act in acts.treated}
    if needs.danger and (acts.escalated or acts.treated or is_over):
        yield "danger", _value_danger(post, needs, acts, due_ms=due_ms)
    elif needs.desk and (acts.escalated or is_over):
        yield "desk", 1000 if needs.desk in {desk for _, desk in acts.escalated} else 0
    treatment = needs.treatment or ("leave" if needs.triage == "leave" else "")
    if treatment == "leave":
        yield "leave", 0 if post.answered_by or treated & {HIDDEN, REPORTED} else 1000
    elif treatment and (treated or is_over):
        yield treatment, 1000 if treated & RIGHT_ACTS[treatment] else 0
    elif not treatment and needs.answer and treated and not post.answered_by:
        yield "set_aside", 0


def _value_danger(post: PostState, needs: Needs, acts: Acts, *, due_ms: int | None) -> int:
    """The worth of the wait for the first hand-over to the right desk; where none is named, for one to any, or for what
    the post needs in its place."""
    right = [at_ms for at_ms, desk in acts.escalated if needs.desk in ("", desk)]
    if not needs.desk:
        right += [at_ms for at_ms, act in acts.treated if act in RIGHT_ACTS.get(needs.treatment, ())]
    if not right:
        return 0
    target_ms = DANGER_TARGET_MS if due_ms is None else due_ms - post.at_ms
    return value_wait(min(right) - post.at_ms, target_ms=target_ms)
