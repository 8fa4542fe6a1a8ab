"""What falls due next in a run, and as which event.

The agenda is the plan's schedule, read with a pointer, and a heap of what the run itself brought about. Both may hold
what is over (a post that has appeared, a silence that was broken); that is dropped here, when its turn comes.
"""

from collections.abc import Mapping
from heapq import heappop
from typing import Any

from scenarios.core.conditions import list_leaves
from scenarios.core.timeline import Post
from scenarios.core.variables import fill
from simulator.core.asking import holds
from simulator.core.events import WORLD, Event
from simulator.core.plan import END_RANK, FACT_RANK, POST_RANK, REACTION_RANK, Item
from simulator.core.state import State


def find_next(state: State) -> Item | None:
    """The smallest item by time, rank and key that is still to happen; None where there is none."""
    if state.ended or state.seq == 0:
        return None
    schedule, agenda = state.plan.schedule, state.agenda
    while state.scheduled < len(schedule) and is_over(state, schedule[state.scheduled]):
        state.scheduled += 1
    while agenda and is_over(state, agenda[0]):
        heappop(agenda)
    if state.scheduled == len(schedule):
        return agenda[0] if agenda else None
    planned = schedule[state.scheduled]
    return min(planned, agenda[0]) if agenda else planned


def is_over(state: State, item: Item) -> bool:
    """Whether `item` has happened or can no longer happen."""
    _, rank, key = item
    if rank == POST_RANK:
        return key in state.posts
    if rank == FACT_RANK:
        return key in state.facts
    if rank == REACTION_RANK:
        return key in state.fired or not _still_holds(state, key)
    return state.ended


def _still_holds(state: State, key: str) -> bool:
    return holds(state.plan.reactions[key].when, state)


def make_event(state: State, item: Item) -> Event:
    """The event that `item` is, as the next one of `state`."""
    at_ms, rank, key = item
    at_ms = max(at_ms, state.at_ms)
    kind, describe = _MAKERS[rank]
    return Event(state.seq + 1, at_ms, kind, WORLD, describe(state, key, at_ms))


def _describe_fact(state: State, key: str, at_ms: int) -> Mapping[str, Any]:
    fact = state.plan.facts[key]
    brand = state.timeline.brand
    values = {"brand": brand.name, "agent": state.agent}
    data = {"fact": key, "text": fill(fact.text, values)}
    return data if fact.approved is None else {**data, "approved": fill(fact.approved, values)}


def _describe_post(state: State, key: str, at_ms: int) -> Mapping[str, Any]:
    post = state.plan.posts[key]
    channel = state.plan.channels[state.plan.threads[post.thread].channel]
    person = state.cast[post.persona]
    is_first = post.thread not in state.threads
    data = {
        "post": key,
        "thread": post.thread,
        "channel": channel.key,
        "persona": post.persona,
        "name": person["name"],
        "handle": person["handle"],
        "text": _fill_post(state, post),
        "reply_to": post.reply_to,
        "first": is_first,
        "target_ms": at_ms + (channel.first_target_ms if is_first else channel.next_target_ms),
    }
    reaction = state.promised.get(key)
    return data if reaction is None else {**data, "reaction": reaction}


def _fill_post(state: State, post: Post) -> str:
    person = state.cast[post.persona]
    brand = state.timeline.brand
    return fill(
        post.text,
        {"name": person["name"], "handle": person["handle"], "brand": brand.name, "agent": state.agent},
    )


def _describe_reaction(state: State, key: str, at_ms: int) -> Mapping[str, Any]:
    reaction = state.plan.reactions[key]
    post = next((getattr(leaf, "post", "") for leaf in list_leaves(reaction.when)), "")
    return {"reaction": key, "thread": reaction.thread, "post": post}


def _describe_end(state: State, key: str, at_ms: int) -> Mapping[str, Any]:
    return {"reason": key}


_MAKERS = {
    FACT_RANK: ("FactReleased", _describe_fact),
    POST_RANK: ("PostAppeared", _describe_post),
    REACTION_RANK: ("ReactionFired", _describe_reaction),
    END_RANK: ("RunEnded", _describe_end),
}
