"""A draft as a picture of time: threads as lanes, posts and facts at their moments, reactions between them, the load.

What a reaction brings stands where it can come at the earliest. The load is what check_load counts, minute by minute:
the work that scripted posts bring, the reading that the crowd brings, and what a person has not got round to.
"""

from typing import Any

from scenarios.core.checks.load import crowd_ms
from scenarios.core.draft import Draft
from scenarios.core.drafting.reactions import posts_named_in
from scenarios.core.earliest import Earliest, find_earliest
from scenarios.core.problems import shorten
from scenarios.core.public import Reaction
from scenarios.core.timeline import Post
from scenarios.core.timing import work_ms

MINUTE_MS = 60_000
MOST_MINUTES = 24 * 60

Json = dict[str, Any]


def draw_time_line(draft: Draft) -> Json:
    """{duration_ms, lanes, posts, facts, reactions, load}; times in milliseconds, None where nothing tells one."""
    earliest = find_earliest(posts=draft.posts.values(), facts=draft.facts.values(), reactions=draft.reactions.values())
    return {
        "duration_ms": draft.duration_ms,
        "lanes": [_lane(key, draft) for kind, key in draft.records if kind == "thread"],
        "posts": [_post(post, draft, earliest) for post in draft.posts.values()],
        "facts": [
            {
                "key": fact.key,
                "at_ms": earliest.facts.get(fact.key),
                "text": shorten(fact.text),
                "fixed": fact.release_ms is not None,
            }
            for fact in draft.facts.values()
        ],
        "reactions": [_reaction(reaction, earliest) for reaction in draft.reactions.values()],
        "load": _load(draft),
    }


def _lane(key: str, draft: Draft) -> Json:
    record = draft.records["thread", key]
    return {"key": key, "channel": record.text("channel") or "", "topic": record.text("topic") or ""}


def _post(post: Post, draft: Draft, earliest: Earliest) -> Json:
    """`reaction` is whose post it is, "" for a scripted one."""
    return {
        "key": post.key,
        "thread": post.thread,
        "by": post.persona,
        "at_ms": earliest.posts.get(post.key),
        "scripted": post.at_ms is not None,
        "reply_to": post.reply_to,
        "text": shorten(post.text),
        "answer": post.needs.answer,
        "triage": post.needs.triage,
        "private": post.visibility == "private",
        "work_ms": work_ms(post),
    }


def _reaction(reaction: Reaction, earliest: Earliest) -> Json:
    """From the posts that it asks about to the post or fact that it brings."""
    return {
        "key": reaction.key,
        "thread": reaction.thread,
        "from": posts_named_in(reaction.when),
        "post": reaction.follow_up,
        "fact": reaction.fact,
        "at_ms": earliest.reactions.get(reaction.key),
        "after_ms": reaction.after_ms,
    }


def _load(draft: Draft) -> list[Json]:
    """One per minute of the run: {work_ms, crowd_ms, left_ms}, the last being what is left undone at its end."""
    minutes = min(-(-(draft.duration_ms or 0) // MINUTE_MS), MOST_MINUTES)
    work = [0] * minutes
    for post in draft.posts.values():
        if post.at_ms is not None and post.at_ms // MINUTE_MS < minutes:
            work[post.at_ms // MINUTE_MS] += work_ms(post)
    load, left_ms = [], 0
    for minute, posts_ms in enumerate(work):
        read_ms = crowd_ms(draft.public.crowd, minute * MINUTE_MS, window_ms=MINUTE_MS)
        left_ms = max(0, left_ms + posts_ms + read_ms - MINUTE_MS)
        load.append({"work_ms": posts_ms, "crowd_ms": read_ms, "left_ms": left_ms})
    return load
