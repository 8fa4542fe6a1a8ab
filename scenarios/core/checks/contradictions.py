"""Checks conditions for what can never be true: questions that exclude each other, here or in what came before."""

from typing import NamedTuple

from scenarios.core.checks.clashes import Literal, describe, find_clash, lasts, list_sure
from scenarios.core.conditions import Escalated, HeatIs, Ignored, NoticeIs, Replied, list_leaves
from scenarios.core.draft import Draft
from scenarios.core.drafting.reactions import posts_named_in
from scenarios.core.public import Reaction

MOST_STEPS = 30
"""So many reactions that must happen before are looked at."""


class Sure(NamedTuple):
    """What a reaction waits for in any case: the posts that must be there, and what stays true for ever."""

    posts: list[str]
    lasting: list[Literal]


def check_contradictions(draft: Draft) -> None:
    brought_by: dict[str, list[str]] = {}
    sure: dict[str, Sure] = {}
    clashing = set[str]()
    for reaction in draft.reactions.values():
        if reaction.follow_up:
            brought_by.setdefault(reaction.follow_up, []).append(reaction.key)
        literals = list(list_sure(reaction.when))
        posts = [post for literal in literals if literal.holds for post in posts_named_in(literal.leaf)]
        sure[reaction.key] = Sure(posts, [literal for literal in literals if lasts(literal)])
        _check_leaves(draft, reaction)
        if clash := find_clash(literals):
            clashing.add(reaction.key)
            _report(draft, reaction.key, clash)
    for key in sure.keys() - clashing:
        _check_history(draft, key, sure, brought_by)


def _check_leaves(draft: Draft, reaction: Reaction) -> None:
    place = draft.place("reaction", reaction.key, "when")
    for leaf in list_leaves(reaction.when):
        match leaf:
            case Replied(does=does, lacks=lacks) if both := [act for act in does if act in lacks]:
                draft.report.add(place, "does-and-lacks", act=both[0])
            case Replied(visibility="private", personal=personal) if personal:
                draft.report.add(place, "private-and-personal")
            case Replied(states=fact, known=False) if (known := draft.facts.get(fact)) and known.release_ms == 0:
                draft.report.add(place, "never-too-early", fact=fact)
            case HeatIs(above=int(above), below=int(below)) if above > below:
                draft.report.add(place, "heat-of-nothing", above=above, below=below)
            case Escalated(desk="") if draft.brand and not draft.brand.desks:
                draft.report.add(place, "no-desks")
            case Escalated(post=post, desk=desk, right=bool(right)) if post in draft.posts:
                needed = draft.posts[post].needs.desk
                desks = {known.key for known in draft.brand.desks} if draft.brand else set()
                if right and desk in ("", *desks) and (not needed or desk not in ("", needed)):
                    code = "never-right" if needed else "needs-no-desk"
                    draft.report.add(place, code, post=post, desk=needed)
            case Ignored(persona=persona, times=times) if persona in draft.personas:
                count = sum(post.persona == persona and post.needs.answer for post in draft.posts.values())
                if count < times:
                    draft.report.add(place, "ignored-too-often", persona=persona, times=times, count=count)
            case NoticeIs() if draft.public.notice is None:
                draft.report.add(place, "no-notice")


def _check_history(draft: Draft, key: str, sure: dict[str, Sure], brought_by: dict[str, list[str]]) -> None:
    """What must have happened before: a post that only one reaction brings tells what that one waited for."""
    seen = {key}
    waiting, lasting = list(sure[key].posts), list(sure[key].lasting)
    while waiting and len(seen) <= MOST_STEPS:
        post = waiting.pop()
        bringers = brought_by.get(post, [])
        if len(bringers) != 1 or bringers[0] in seen:
            continue
        seen.add(bringers[0])
        earlier = sure[bringers[0]]
        waiting += earlier.posts
        lasting += earlier.lasting
        if earlier.lasting and (clash := find_clash(lasting)):
            _report(draft, key, clash, post=post)
            return


def _report(draft: Draft, key: str, clash: tuple[Literal, Literal], *, post: str = "") -> None:
    first, second = map(describe, clash)
    place = draft.place("reaction", key, "when")
    if post:
        draft.report.add(place, "contradiction-before", post=post, first=first, second=second)
    else:
        draft.report.add(place, "contradiction", first=first, second=second)
