"""Checks conditions for what can never be true: questions that exclude each other, here or in what must happen before.

Only what follows from the words alone is found: of `any` nothing is taken for sure, and what was true once (a reply, an
answer) is not held against what comes later, except where it stays true for ever (answered in time or not).
"""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import NamedTuple

from scenarios.core.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Escalated,
    HeatIs,
    Ignored,
    NoAnswer,
    Not,
    NoticeIs,
    Replied,
    list_leaves,
)
from scenarios.core.draft import Draft
from scenarios.core.drafting.reactions import posts_named_in
from scenarios.core.public import Reaction
from scenarios.core.scalars import to_snake

MOST_STEPS = 50
"""So many reactions that must happen before are looked at."""


class Literal(NamedTuple):
    """`leaf` has to be true, or not to be."""

    leaf: Condition
    holds: bool


def check_contradictions(draft: Draft) -> None:
    brought_by: dict[str, list[Reaction]] = {}
    for reaction in draft.reactions.values():
        if reaction.follow_up:
            brought_by.setdefault(reaction.follow_up, []).append(reaction)
    for reaction in draft.reactions.values():
        _check_leaves(draft, reaction)
        literals = list(list_sure(reaction.when))
        if clash := find_clash(literals):
            first, second = clash
            place = draft.place("reaction", reaction.key, "when")
            draft.report.add(place, "contradiction", first=describe(first), second=describe(second))
        else:
            _check_history(draft, reaction, literals, brought_by)


def list_sure(condition: Condition, *, holds: bool = True) -> Iterator[Literal]:
    """What has to be true, or not true, whenever `condition` is what `holds` says."""
    match condition:
        case Not(part):
            yield from list_sure(part, holds=not holds)
        case AllOf(parts) if holds or len(parts) == 1:
            for part in parts:
                yield from list_sure(part, holds=holds)
        case AnyOf(parts) if not holds or len(parts) == 1:
            for part in parts:
                yield from list_sure(part, holds=holds)
        case AllOf() | AnyOf():
            return
        case _:
            yield Literal(condition, holds)


def find_clash(literals: list[Literal]) -> tuple[Literal, Literal] | None:
    """The first two of `literals` that exclude each other."""
    for index, first in enumerate(literals):
        for second in literals[:index]:
            if _exclude(first, second) or _exclude(second, first):
                return second, first
    return None


def describe(literal: Literal) -> str:
    """`literal` for a message, in the words of the format as far as they are short."""
    leaf = literal.leaf
    names = ("post", "persona", "fact", "state")
    subject = next((str(value) for name in names if (value := getattr(leaf, name, ""))), "")
    if isinstance(leaf, HeatIs):
        subject = f"{leaf.above if leaf.above is not None else 0}–{leaf.below if leaf.below is not None else 100}"
    late = {True: " (late)", False: " (in time)", None: ""}[getattr(leaf, "late", None)]
    words = f"{to_snake(type(leaf).__name__)} {subject}{late}".strip()
    return words if literal.holds else f"not {words}"


def _exclude(first: Literal, second: Literal) -> bool:
    if first.holds and not second.holds:
        return _implies(first.leaf, second.leaf)
    if not (first.holds and second.holds):
        return False
    match first.leaf, second.leaf:
        case Answered(post, False), (Answered(other, True) | NoAnswer(other, 0)):
            return bool(post) and post == other
        case HeatIs(above=int(above)), HeatIs(below=int(below)):
            return above > below
    return False


def _implies(leaf: Condition, wider: Condition) -> bool:
    """Whether `wider` is true whenever `leaf` is: it is the same question with less said."""
    if leaf == wider:
        return True
    if type(leaf) is not type(wider) or isinstance(leaf, (NoAnswer, HeatIs, Ignored)):
        return False
    for item in fields(wider):
        asked, given = getattr(wider, item.name), getattr(leaf, item.name)
        says_nothing = item.default is not MISSING and asked == item.default
        if not (says_nothing or asked == given or (isinstance(asked, tuple) and set(asked) <= set(given))):
            return False
    return True


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
            case Escalated(post=post, desk=desk, right=bool(right)) if post in draft.posts:
                needed = draft.posts[post].needs.desk
                desks = {known.key for known in draft.brand.desks} if draft.brand else set()
                if right and desk in ("", *desks) and (not needed or desk not in ("", needed)):
                    draft.report.add(place, "never-right", post=post, desk=needed or "–")
            case Ignored(persona=persona, times=times) if persona in draft.personas:
                count = sum(post.persona == persona and post.needs.answer for post in draft.posts.values())
                if count < times:
                    draft.report.add(place, "ignored-too-often", persona=persona, times=times, count=count)
            case NoticeIs() if draft.public.notice is None:
                draft.report.add(place, "no-notice")


def _check_history(
    draft: Draft, reaction: Reaction, literals: list[Literal], brought_by: dict[str, list[Reaction]]
) -> None:
    """What must have happened before: a post that only one reaction brings tells what that one waited for."""
    seen = {reaction.key}
    waiting = [post for literal in literals if literal.holds for post in posts_named_in(literal.leaf)]
    lasting = [literal for literal in literals if _lasts(literal)]
    while waiting and len(seen) <= MOST_STEPS:
        post = waiting.pop()
        bringers = brought_by.get(post, [])
        if len(bringers) != 1 or bringers[0].key in seen:
            continue
        seen.add(bringers[0].key)
        earlier = list(list_sure(bringers[0].when))
        waiting += [name for literal in earlier if literal.holds for name in posts_named_in(literal.leaf)]
        lasting += [literal for literal in earlier if _lasts(literal)]
        if clash := find_clash(lasting):
            first, second = clash
            place = draft.place("reaction", reaction.key, "when")
            draft.report.add(place, "contradiction-before", post=post, first=describe(first), second=describe(second))
            return


def _lasts(literal: Literal) -> bool:
    """Whether what is said stays true: a post was answered in time or it was not, for ever."""
    match literal:
        case Literal(Answered(late=bool()) | NoAnswer(wait_ms=0), True):
            return True
    return False
