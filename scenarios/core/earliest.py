"""When posts and facts can come at the earliest, and which reactions wait for each other for ever.

A condition is true at the latest of what it needs, at the earliest of its alternatives; so the first moments are found
in the order of time, as Dijkstra finds ways (Knuth 1977, "A generalization of Dijkstra's algorithm").
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scenarios.core.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Escalated,
    Known,
    MovedToPrivate,
    NoAnswer,
    Replied,
    Stands,
    Treated,
    list_leaves,
)
from scenarios.core.public import Reaction
from scenarios.core.timeline import Fact, Post
from scenarios.core.values import ANY

Thing = tuple[str, str]
"""("post" or "fact", key)."""


@dataclass(frozen=True, slots=True)
class Earliest:
    """First possible milliseconds, by key. What can never come is missing."""

    posts: Mapping[str, int]
    facts: Mapping[str, int]
    reactions: Mapping[str, int]


def find_earliest(
    *, posts: Iterable[Post], facts: Iterable[Fact], reactions: Iterable[Reaction], given: Iterable[Thing] = ()
) -> Earliest:
    """`given` are things that are there from the start, whoever brings them."""
    times = {("post", post.key): post.at_ms for post in posts if post.at_ms is not None}
    times.update({("fact", fact.key): fact.release_ms for fact in facts if fact.release_ms is not None})
    times.update(dict.fromkeys(given, 0))
    woken = list(reactions)
    waiting, fires = _by_need(woken), dict[str, int]()
    heap = [(at_ms, thing) for thing, at_ms in times.items()]
    heapq.heapify(heap)
    found: dict[Thing, int] = {}
    while True:
        for reaction in woken:
            at_ms = _first_true(reaction.when, found)
            if at_ms is None or at_ms >= fires.get(reaction.key, at_ms + 1):
                continue
            fires[reaction.key] = at_ms
            for thing in brought_by(reaction):
                heapq.heappush(heap, (at_ms + reaction.after_ms, thing))
        if not heap:
            break
        at_ms, thing = heapq.heappop(heap)
        woken = [] if thing in found else waiting.get(thing, [])
        found.setdefault(thing, at_ms)
    by_kind: dict[str, dict[str, int]] = {"post": {}, "fact": {}}
    for (kind, key), at_ms in found.items():
        by_kind[kind][key] = at_ms
    return Earliest(by_kind["post"], by_kind["fact"], fires)


def find_stuck(*, posts: Iterable[Post], facts: Iterable[Fact], reactions: Iterable[Reaction]) -> set[str]:
    """Reactions that can never happen, because they wait for each other.

    What no reaction brings is taken for given: its absence is another problem, which has been reported.
    """
    every = list(reactions)
    brought = {thing for reaction in every for thing in brought_by(reaction)}
    needed = {thing for reaction in every for leaf in list_leaves(reaction.when) for thing in needed_by(leaf)}
    earliest = find_earliest(posts=posts, facts=facts, reactions=every, given=needed - brought)
    return {reaction.key for reaction in every} - set(earliest.reactions)


def brought_by(reaction: Reaction) -> Iterator[Thing]:
    """What `reaction` brings into the run."""
    if reaction.follow_up:
        yield "post", reaction.follow_up
    if reaction.fact:
        yield "fact", reaction.fact


def needed_by(leaf: Condition) -> Iterator[Thing]:
    """What must be there before `leaf` can be true."""
    match leaf:
        case NoAnswer(post=post) | Answered(post=post) | MovedToPrivate(post=post) | Escalated(post=post):
            if post:
                yield "post", post
        case Treated(post=post) | Stands(post=post):
            if post:
                yield "post", post
        case Replied(post=post, states=fact, known=known):
            if post:
                yield "post", post
            if fact not in ("", ANY) and known:
                yield "fact", fact
        case Known(fact):
            yield "fact", fact


def _by_need(reactions: Iterable[Reaction]) -> dict[Thing, list[Reaction]]:
    """Which reactions to look at again when a thing has come."""
    waiting: dict[Thing, list[Reaction]] = {}
    for reaction in reactions:
        for thing in {thing for leaf in list_leaves(reaction.when) for thing in needed_by(leaf)}:
            waiting.setdefault(thing, []).append(reaction)
    return waiting


def _first_true(condition: Condition, found: Mapping[Thing, int]) -> int | None:
    """A lower bound of the moment from which on `condition` may be true; None if it waits for what has not come."""
    match condition:
        case AllOf(parts):
            moments = [_first_true(part, found) for part in parts]
            return None if None in moments else max((moment or 0 for moment in moments), default=0)
        case AnyOf(parts):
            return min((at for part in parts if (at := _first_true(part, found)) is not None), default=None)
    moments = [found.get(thing) for thing in needed_by(condition)]
    if None in moments:
        return None
    wait_ms = condition.wait_ms if isinstance(condition, (NoAnswer, Stands)) else 0
    return max((moment or 0 for moment in moments), default=0) + wait_ms
