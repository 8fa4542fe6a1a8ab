"""Checks that a scenario can be played: what is asked for can be known, done in time, and is asked for at all."""

from scenarios.core.draft import Draft
from scenarios.core.problems import ERROR, HINT, WARNING
from scenarios.core.scalars import show_duration
from scenarios.core.timeline import Post
from scenarios.core.timing import earliest_appearances, find_rings, first_posts, target_ms, work_ms

WINDOW_MS = 180_000
"""Work is compared with what a person can do in every stretch of this length."""

CROWDED_SITUATIONS = ("outage", "storm")
"""Here more work than a person can do is meant, and only said as a hint: what comes first is part of the exercise."""


def check_fairness(draft: Draft) -> None:
    """Everything that needs times. Without a sound duration only what does not depend on it."""
    appears = earliest_appearances(draft.posts.values(), draft.reactions.values())
    _check_reachable(draft)
    _check_ends(draft, appears)
    opening = first_posts(draft.posts.values(), appears)
    for post in draft.posts.values():
        if draft.tells_needs(post.key):
            _check_needs(draft, post)
        if post.needs.answer and post.key in appears:
            _check_answerable(draft, post, at_ms=appears[post.key], opens=post.key in opening)
    _check_load(draft)


def _check_reachable(draft: Draft) -> None:
    never = find_rings(draft.reactions.values())
    for reaction in draft.reactions.values():
        trigger = draft.posts.get(reaction.post)
        if trigger and trigger.key in never:
            draft.report.add(draft.place("reaction", reaction.key), "unreachable", post=trigger.key)
        elif trigger and reaction.kind == "no_answer" and not trigger.needs.answer and draft.tells_needs(trigger.key):
            draft.report.warn(draft.place("reaction", reaction.key), "waits-for-nothing", post=trigger.key)


def _check_ends(draft: Draft, appears: dict[str, int]) -> None:
    end_ms = draft.duration_ms
    if end_ms is None:
        return
    end = show_duration(end_ms)
    for post in draft.posts.values():
        if post.at_ms is not None and post.at_ms >= end_ms:
            draft.report.add(draft.place("post", post.key, "at"), "post-after-end", end=end)
    for reaction in draft.reactions.values():
        if reaction.post in appears and appears.get(reaction.follow_up, 0) >= end_ms > appears[reaction.post]:
            at = show_duration(appears[reaction.follow_up])
            draft.report.warn(draft.place("reaction", reaction.key), "reaction-after-end", at=at, end=end)
    asked = {key for post in draft.posts.values() for key in post.needs.facts}
    for fact in draft.facts.values():
        if fact.release_ms >= end_ms:
            severity = ERROR if fact.key in asked else WARNING
            draft.report.add(draft.place("fact", fact.key, "at"), "fact-after-end", severity=severity, end=end)


def _check_needs(draft: Draft, post: Post) -> None:
    needs = post.needs
    place = draft.needs_place(post.key, "answer")
    if not needs.answer:
        if needs.facts or needs.acts or needs.private or needs.model:
            draft.report.warn(place, "needs-without-answer", post=post.key)
        return
    if needs.triage == "leave":
        draft.report.add(draft.needs_place(post.key, "triage"), "leave-or-answer", post=post.key)
    if needs.model is None and needs.then is None:
        draft.report.warn(place, "no-model", post=post.key)
    for key in needs.facts:
        approved = draft.facts[key].approved if key in draft.facts else None
        if approved and needs.model and " ".join(approved.split()) not in " ".join(needs.model.split()):
            draft.report.warn(draft.needs_place(post.key, "model"), "model-without-approved", fact=key)


def _check_answerable(draft: Draft, post: Post, *, at_ms: int, opens: bool) -> None:
    place, work = draft.place("post", post.key), work_ms(post)
    channel = draft.channel_of(post.thread)
    if channel:
        target = target_ms(post, channel, opens=opens)
        for key in post.needs.facts:
            if key in draft.facts and draft.facts[key].release_ms > at_ms + target:
                known = show_duration(draft.facts[key].release_ms)
                due = show_duration(at_ms + target)
                draft.report.warn(draft.needs_place(post.key, "facts"), "fact-too-late", fact=key, known=known, due=due)
        if work > target:
            draft.report.warn(place, "target-too-short", needed=show_duration(work), target=show_duration(target))
    end_ms = draft.duration_ms
    if end_ms is not None and at_ms < end_ms < at_ms + work:
        draft.report.warn(place, "no-time-left", needed=show_duration(work), left=show_duration(end_ms - at_ms))


def _check_load(draft: Draft) -> None:
    """Stretches of WINDOW_MS in which scripted posts bring more work than fits, overlapping ones reported as one."""
    posts = sorted((post for post in draft.posts.values() if post.at_ms is not None), key=_appearance)
    severity = HINT if draft.scenario.text("situation") in CROWDED_SITUATIONS else WARNING
    first, total, covered_ms = 0, 0, -1
    for last, post in enumerate(posts):
        total += work_ms(post)
        while _appearance(post) - _appearance(posts[first]) >= WINDOW_MS:
            total -= work_ms(posts[first])
            first += 1
        if total > WINDOW_MS and _appearance(posts[first]) > covered_ms:
            at_ms = _appearance(posts[first])
            draft.report.add(
                draft.place("post", posts[first].key),
                "too-much-work",
                severity=severity,
                start=show_duration(at_ms),
                end=show_duration(_appearance(posts[last])),
                work=show_duration(total),
                window=show_duration(WINDOW_MS),
            )
        if total > WINDOW_MS:
            covered_ms = _appearance(post)


def _appearance(post: Post) -> int:
    return post.at_ms or 0
