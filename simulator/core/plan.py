"""A timeline made ready to be played: everything that is looked up while a run goes on, found once.

A plan belongs to a timeline, not to a run, and never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.public import Reaction
from scenarios.core.timeline import Channel, Fact, Persona, Post, Thread, Timeline
from simulator.core.events import KINDS

Item = tuple[int, int, str]
"""Something that falls due: run time in ms, rank of its kind, and its key, which is unique within the rank."""

FACT_RANK = KINDS["FactReleased"].rank
POST_RANK = KINDS["PostAppeared"].rank
REACTION_RANK = KINDS["ReactionFired"].rank
END_RANK = KINDS["RunEnded"].rank

KEPT_PLANS = 64


@dataclass(frozen=True, slots=True)
class Plan:
    """`schedule` holds what does not depend on the trainee, in order; `awaited` and `answered` a post's reactions."""

    timeline: Timeline
    schedule: tuple[Item, ...]
    channels: Mapping[str, Channel]
    facts: Mapping[str, Fact]
    personas: Mapping[str, Persona]
    posts: Mapping[str, Post]
    reactions: Mapping[str, Reaction]
    threads: Mapping[str, Thread]
    awaited: Mapping[str, tuple[Reaction, ...]]
    answered: Mapping[str, tuple[Reaction, ...]]


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
    return Plan(
        timeline=timeline,
        schedule=tuple(sorted(facts + posts)),
        channels={channel.key: channel for channel in timeline.brand.channels},
        facts={fact.key: fact for fact in timeline.facts},
        personas={persona.key: persona for persona in timeline.personas},
        posts={post.key: post for post in timeline.posts},
        reactions={reaction.key: reaction for reaction in timeline.reactions},
        threads={thread.key: thread for thread in timeline.threads},
        awaited=_by_post(timeline, NoAnswer),
        answered=_by_post(timeline, Answered),
    )


def _by_post(timeline: Timeline, kind: type[NoAnswer] | type[Answered]) -> Mapping[str, tuple[Reaction, ...]]:
    found: dict[str, tuple[Reaction, ...]] = {}
    for reaction in timeline.reactions:
        if isinstance(reaction.when, kind):
            found[reaction.when.post] = (*found.get(reaction.when.post, ()), reaction)
    return found
