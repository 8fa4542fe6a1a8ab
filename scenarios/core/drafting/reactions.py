"""Reactions: when what follows, in a thread or in the whole scenario."""

from scenarios.core.conditions import (
    Answered,
    Condition,
    Escalated,
    MovedToPrivate,
    NoAnswer,
    Replied,
    Stands,
    Treated,
    list_leaves,
)
from scenarios.core.draft import Draft
from scenarios.core.drafting.conditions import read_condition
from scenarios.core.drafting.posts import add_post
from scenarios.core.public import Reaction
from scenarios.core.records import Record
from scenarios.core.schema.threads import EFFECTS

MILLI = 1_000
"""Milli-heat in a point of heat."""


def add_reaction(draft: Draft, key: str, record: Record, *, thread: str) -> None:
    """Puts the reaction into `draft`, and the post that it brings. `thread` is "" for one of the whole scenario."""
    when, follow_up = record.record("when"), record.record("post")
    condition = read_condition(when, report=draft.report) if when else None
    asked = next(iter(posts_named_in(condition)), None) if condition else None
    post_key = follow_up.text("key") if follow_up else None
    is_sure = is_placed = condition is not None
    if follow_up and post_key:
        is_placed = _add_follow_up(draft, post_key, follow_up, thread=thread, asked=asked, is_sure=is_sure)
    if ("reaction", key) in draft.records:
        first = draft.place("reaction", key)
        draft.report.add(record.place, "reaction-twice", reaction=key, first_line=first.line, first_column=first.column)
        return
    draft.records["reaction", key] = record
    if not any(record.has(name) for name in EFFECTS) and not record.is_damaged:
        draft.report.add(record.place, "no-effect", options=", ".join(EFFECTS))
        return
    if condition and is_placed and bool(follow_up) == bool(post_key):
        draft.reactions[key] = _reaction(key, record, thread=thread, when=condition, follow_up=post_key or "")


def posts_named_in(condition: Condition) -> list[str]:
    """The keys of the posts that `condition` asks about, from left to right."""
    kinds = (NoAnswer, Answered, Replied, MovedToPrivate, Escalated, Treated, Stands)
    return [leaf.post for leaf in list_leaves(condition) if isinstance(leaf, kinds) and leaf.post]


def _add_follow_up(draft: Draft, key: str, record: Record, *, thread: str, asked: str | None, is_sure: bool) -> bool:
    """The post goes where its author says, else where the reaction stands, else beside the post that it is about."""
    home = record.text("thread") or thread or draft.threads_of_posts.get(record.text("reply_to") or asked or "", "")
    if not home and is_sure and not record.is_damaged:
        draft.report.add(record.place, "which-thread", post=key)
    reply_to = asked if asked and draft.threads_of_posts.get(asked, home) == home else None
    add_post(draft, key, record, thread=home, default_reply_to=reply_to)
    return bool(home)


def _reaction(key: str, record: Record, *, thread: str, when: Condition, follow_up: str) -> Reaction:
    at_most, mood = record.whole("at_most"), record.record("mood")
    return Reaction(
        key=key,
        thread=thread,
        when=when,
        after_ms=record.whole("after") or 0,
        at_most=1 if at_most is None else at_most,
        follow_up=follow_up,
        fact=record.text("fact") or "",
        heat=(record.whole("heat") or 0) * MILLI,
        crowd=record.whole("crowd") or 0,
        calm=record.whole("calm") or 0,
        mood=(mood.whole("by") or 0) if mood else 0,
        mood_of=(mood.text("of") or "") if mood else "",
    )
