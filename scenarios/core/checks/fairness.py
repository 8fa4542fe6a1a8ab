"""Checks that a scenario can be played: what is asked for can be known, done in time, and is asked for at all."""

from scenarios.core.checks.release import check_release
from scenarios.core.conditions import NoAnswer, list_leaves
from scenarios.core.draft import Draft
from scenarios.core.earliest import Earliest, find_earliest, find_stuck
from scenarios.core.problems import ERROR, WARNING
from scenarios.core.scalars import show_duration
from scenarios.core.timeline import Post
from scenarios.core.timing import first_posts, target_ms, work_ms


def check_fairness(draft: Draft) -> None:
    """Everything that needs times. Without a sound duration only what does not depend on it."""
    earliest = find_earliest(posts=draft.posts.values(), facts=draft.facts.values(), reactions=draft.reactions.values())
    _check_reachable(draft)
    check_release(draft, earliest)
    _check_ends(draft, earliest)
    opening = first_posts(draft.posts.values(), earliest.posts)
    for post in draft.posts.values():
        if draft.tells_needs(post.key):
            _check_needs(draft, post)
        if post.needs.answer and post.key in earliest.posts:
            _check_answerable(draft, post, earliest, opens=post.key in opening)


def _check_reachable(draft: Draft) -> None:
    stuck = find_stuck(posts=draft.posts.values(), facts=draft.facts.values(), reactions=draft.reactions.values())
    for reaction in draft.reactions.values():
        place = draft.place("reaction", reaction.key)
        if reaction.key in stuck:
            draft.report.add(place, "unreachable")
            continue
        for leaf in list_leaves(reaction.when):
            post = draft.posts.get(leaf.post) if isinstance(leaf, NoAnswer) else None
            if post and not post.needs.answer and draft.tells_needs(post.key):
                draft.report.warn(place, "waits-for-nothing", post=post.key)


def _check_ends(draft: Draft, earliest: Earliest) -> None:
    end_ms = draft.duration_ms
    if end_ms is None:
        return
    end = show_duration(end_ms)
    for post in draft.posts.values():
        if post.at_ms is not None and post.at_ms >= end_ms:
            draft.report.add(draft.place("post", post.key, "at"), "post-after-end", end=end)
    for reaction in draft.reactions.values():
        fires_ms = earliest.reactions.get(reaction.key)
        if fires_ms is not None and fires_ms + reaction.after_ms >= end_ms:
            at = show_duration(fires_ms + reaction.after_ms)
            draft.report.warn(draft.place("reaction", reaction.key), "reaction-after-end", at=at, end=end)
    asked = {key for post in draft.posts.values() for key in post.needs.facts}
    for fact in draft.facts.values():
        if fact.release_ms is not None and fact.release_ms >= end_ms:
            severity = ERROR if fact.key in asked else WARNING
            draft.report.add(draft.place("fact", fact.key, "at"), "fact-after-end", severity=severity, end=end)


def _check_needs(draft: Draft, post: Post) -> None:
    needs = post.needs
    place = draft.needs_place(post.key, "answer")
    if not needs.answer:
        if needs.facts or needs.acts or needs.private or needs.model:
            draft.report.warn(place, "needs-without-answer", post=post.key)
        return
    if needs.treatment == "leave":
        name = "triage" if needs.triage == "leave" else "treatment"
        draft.report.add(draft.needs_place(post.key, name), "leave-or-answer", post=post.key)
    if needs.model is None and needs.then is None:
        draft.report.warn(place, "no-model", post=post.key)
    for key in needs.facts:
        approved = draft.facts[key].approved if key in draft.facts else None
        if approved and needs.model and " ".join(approved.split()) not in " ".join(needs.model.split()):
            draft.report.warn(draft.needs_place(post.key, "model"), "model-without-approved", fact=key)


def _check_answerable(draft: Draft, post: Post, earliest: Earliest, *, opens: bool) -> None:
    at_ms = earliest.posts[post.key]
    place, work = draft.place("post", post.key), work_ms(post)
    channel = draft.channel_of(post.thread)
    if channel:
        target = target_ms(post, channel, opens=opens)
        for key in post.needs.facts:
            if earliest.facts.get(key, 0) > at_ms + target:
                known = show_duration(earliest.facts[key])
                due = show_duration(at_ms + target)
                draft.report.warn(draft.needs_place(post.key, "facts"), "fact-too-late", fact=key, known=known, due=due)
        if work > target:
            draft.report.warn(place, "target-too-short", needed=show_duration(work), target=show_duration(target))
    end_ms = draft.duration_ms
    if end_ms is not None and at_ms < end_ms < at_ms + work:
        draft.report.warn(place, "no-time-left", needed=show_duration(work), left=show_duration(end_ms - at_ms))
