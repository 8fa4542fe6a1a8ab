"""A timeline made ready to be played: everything that is looked up while a run goes on, found once.

A plan belongs to a timeline, not to a run, and never changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.core.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Escalated,
    HeatIs,
    Ignored,
    Known,
    MovedToPrivate,
    NoAnswer,
    Not,
    NoticeIs,
    Replied,
    Stands,
    Treated,
    list_leaves,
)
from scenarios.core.patterns import compile_pattern, patterns_of
from scenarios.core.public import Reaction, Rumour
from scenarios.core.public_rules import rules_of, scope_of
from scenarios.core.timeline import Channel, Fact, Persona, Post, Thread, Timeline
from simulator.core.demands import list_demands, list_demands_of
from simulator.core.ordering import FACT_RANK, POST_RANK, Item

KEPT_PLANS = 64

WAKERS: Mapping[type, tuple[str, ...]] = {
    NoAnswer: (),
    Ignored: (),
    Stands: (),
    Answered: ("ReplyAssessed",),
    Replied: ("ReplyAssessed",),
    MovedToPrivate: ("ReplyAssessed",),
    Escalated: ("Escalated",),
    NoticeIs: ("NoticePublished", "NoticeUpdated"),
    Treated: ("Treated", "Resolved"),
    HeatIs: ("MoodMoved",),
    Known: ("FactReleased",),
}
"""Question → kinds of event that may change its answer. Those that time alone changes are asked by appointment
(`simulator.core.appointments`)."""

MATTERS: Mapping[type, str] = {
    NoAnswer: "silence",
    Ignored: "silence",
    Answered: "reply",
    Replied: "reply",
    MovedToPrivate: "reply",
    Escalated: "desk",
    Treated: "treatment",
}
"""Question → what it is about. Where an author has written what follows, nobody says a stock line."""

ASPECTS: Mapping[str, tuple[str, ...]] = {
    "data": ("personal",),
    "copy": ("template", "repeats"),
    "tone": ("tone_below", "does", "lacks", "against"),
    "truth": ("overpromises", "states", "corrects", "spreads"),
    "selling": ("advertises",),
}
"""What a question about a reply is about in particular → its fields that say so."""

CONTRARY: Mapping[str, str] = {"reply": "silence", "silence": "reply"}
"""What a question is about where a no is waited for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`schedule` holds what does not depend on the trainee, in order.

    `rules` are the keys of general rules; `named` the posts that a reaction asks about by name. `woken` holds reactions
    by the kind of event after which they are asked, `demands` what they ask of a reply at the least;
    `appointed` those that wait for time, by post ("" for every post).
    `written` are (matter, post or thread) for which the author brings a post or fact. `desk_reactions` are the author's
    answers to a handed-over post, by (post, desk). `patterns` have numbers, `claims` are those that recognise a rumour.
    """

    timeline: Timeline
    schedule: tuple[Item, ...]
    channels: Mapping[str, Channel]
    facts: Mapping[str, Fact]
    personas: Mapping[str, Persona]
    posts: Mapping[str, Post]
    reactions: Mapping[str, Reaction]
    named: Mapping[str, tuple[str, ...]]
    rules: frozenset[str]
    rumours: Mapping[str, Rumour]
    threads: Mapping[str, Thread]
    woken: Mapping[str, tuple[Reaction, ...]]
    demands: Mapping[str, frozenset[str]]
    appointed: Mapping[str, tuple[Reaction, ...]]
    stale: tuple[Reaction, ...]
    written: frozenset[tuple[str, str]]
    desk_reactions: Mapping[tuple[str, str], Reaction]
    patterns: Mapping[str, int]
    claims: Mapping[str, tuple[Any, ...]]


_plans: dict[int, Plan] = {}


def plan_of(timeline: Timeline) -> Plan:
    """The plan of `timeline`; the last few are kept."""
    plan = _plans.get(id(timeline))
    if plan is None or plan.timeline is not timeline:
        plan = make_plan(timeline)
        _plans[id(timeline)] = plan
        for oldest in list(_plans)[:-KEPT_PLANS]:
            _plans.pop(oldest, None)
    return plan


def make_plan(timeline: Timeline) -> Plan:
    facts = [(fact.release_ms, FACT_RANK, fact.key) for fact in timeline.facts if fact.release_ms is not None]
    posts = [(post.at_ms, POST_RANK, post.key) for post in timeline.posts if post.at_ms is not None]
    rules = rules_of(timeline)
    reactions = (*timeline.reactions, *rules)
    return Plan(
        timeline=timeline,
        schedule=tuple(sorted(facts + posts)),
        channels={channel.key: channel for channel in timeline.brand.channels},
        facts={fact.key: fact for fact in timeline.facts},
        personas={persona.key: persona for persona in timeline.personas},
        posts={post.key: post for post in timeline.posts},
        reactions={reaction.key: reaction for reaction in reactions},
        named={reaction.key: tuple(_list_named(reaction.when)) for reaction in reactions},
        rules=frozenset(rule.key for rule in rules),
        rumours={rumour.key: rumour for rumour in timeline.public.rumours},
        threads={thread.key: thread for thread in timeline.threads},
        woken=_group(reactions, _wakers_of),
        demands={
            **{reaction.key: list_demands(reaction.when) for reaction in timeline.reactions},
            **{rule.key: list_demands(rule.when) | list_demands_of(scope_of(rule.key)) for rule in rules},
        },
        appointed=_group(reactions, _posts_waited_for),
        stale=tuple(each for each in reactions if any(_is_stale(leaf) for leaf in list_leaves(each.when))),
        written=frozenset(_written(timeline)),
        desk_reactions=_desk_reactions(timeline),
        patterns={pattern: number for number, pattern in enumerate(patterns_of(timeline))},
        claims={rumour.key: tuple(compile_pattern(each) for each in rumour.says) for rumour in timeline.public.rumours},
    )


def _list_named(condition: Condition) -> Iterator[str]:
    return (post for leaf in list_leaves(condition) if (post := getattr(leaf, "post", "")))


def _wakers_of(leaf: Condition) -> Iterable[str]:
    return WAKERS[type(leaf)]


def _posts_waited_for(leaf: Condition) -> Iterable[str]:
    match leaf:
        case NoAnswer(post=post) | Stands(post=post):
            return (post,)
        case Ignored():
            return ("",)
    return ()


def _is_stale(leaf: Condition) -> bool:
    return isinstance(leaf, NoticeIs) and leaf.state == "stale"


def _group(
    reactions: Iterable[Reaction], find: Callable[[Condition], Iterable[str]]
) -> Mapping[str, tuple[Reaction, ...]]:
    found: dict[str, dict[str, Reaction]] = {}
    for reaction in reactions:
        for leaf in list_leaves(reaction.when):
            for key in find(leaf):
                found.setdefault(key, {})[reaction.key] = reaction
    return {key: tuple(each.values()) for key, each in found.items()}


def _written(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """A question about any post of a thread is about the thread, one about any of the scenario about ""."""
    for reaction in timeline.reactions:
        if reaction.follow_up or reaction.fact:
            for leaf, holds in _list_asked(reaction.when):
                for matter in matters_of(leaf, holds=holds):
                    yield (matter, getattr(leaf, "post", "") or reaction.thread)


def matters_of(leaf: Condition, *, holds: bool = True) -> tuple[str, ...]:
    """What `leaf` is about: a reply as such or only aspects of it; where a no is waited for, the contrary."""
    matter = MATTERS.get(type(leaf), "")
    if not holds:
        return (CONTRARY[matter],) if matter in CONTRARY else ()
    if isinstance(leaf, Replied) and not leaf.says:
        unasked = Replied()
        found = [
            aspect
            for aspect, names in ASPECTS.items()
            if any(getattr(leaf, name) != getattr(unasked, name) for name in names)
        ]
        return tuple(found) or (matter,)
    return (matter,) if matter else ()


def _desk_reactions(timeline: Timeline) -> Mapping[tuple[str, str], Reaction]:
    """What a reaction brings once a post was handed over is the answer of the desk that it names, else of the one that
    the post needs."""
    found: dict[tuple[str, str], Reaction] = {}
    needed = {post.key: post.needs.desk for post in timeline.posts}
    for reaction in timeline.reactions:
        for leaf, holds in _list_asked(reaction.when):
            if isinstance(leaf, Escalated) and holds and leaf.right is not False and leaf.post:
                found.setdefault((leaf.post, leaf.desk or needed.get(leaf.post, "")), reaction)
    return found


def _list_asked(condition: Condition, *, holds: bool = True) -> Iterator[tuple[Condition, bool]]:
    """The questions of `condition`, and whether a yes to each is what it waits for, or a no."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _list_asked(part, holds=holds)
        case Not(part):
            yield from _list_asked(part, holds=not holds)
        case _:
            yield condition, holds
