"""When things can happen at the earliest, and how long a person needs for them."""

from collections.abc import Iterable

from scenarios.core.timeline import Channel, Post, Reaction

READING_WORDS_PER_MINUTE = 200
TYPING_WORDS_PER_MINUTE = 35
THINKING_MS = 15_000
"""What a person can do (design.md, section 4); thinking is per reply."""

USUAL_REPLY_WORDS = 25
"""Length of a reply where no model reply tells it."""


def read_ms(text: str) -> int:
    """How long a person reads `text`."""
    return len(text.split()) * 60_000 // READING_WORDS_PER_MINUTE


def answer_ms(post: Post) -> int:
    """How long a person thinks about and types an answer to `post`."""
    words = len(post.needs.model.split()) if post.needs.model else USUAL_REPLY_WORDS
    return THINKING_MS + words * 60_000 // TYPING_WORDS_PER_MINUTE


def work_ms(post: Post) -> int:
    """How long `post` keeps a person busy: reading it, and answering if it needs an answer."""
    return read_ms(post.text) + (answer_ms(post) if post.needs.answer else 0)


def earliest_appearances(posts: Iterable[Post], reactions: Iterable[Reaction]) -> dict[str, int]:
    """Post → first millisecond in which it can appear. Posts that can never appear are missing."""
    appears = {post.key: post.at_ms for post in posts if post.at_ms is not None}
    by_trigger: dict[str, list[Reaction]] = {}
    for reaction in reactions:
        by_trigger.setdefault(reaction.post, []).append(reaction)
    waiting = list(appears)
    while waiting:
        trigger = waiting.pop()
        for reaction in by_trigger.get(trigger, ()):
            if reaction.follow_up not in appears:
                appears[reaction.follow_up] = appears[trigger] + reaction.wait_ms + reaction.after_ms
                waiting.append(reaction.follow_up)
    return appears


def find_rings(reactions: Iterable[Reaction]) -> set[str]:
    """Follow-ups that can never appear, because the reactions before them wait for each other."""
    triggers = {reaction.follow_up: reaction.post for reaction in reactions}
    never: dict[str, bool] = {}
    for post in triggers:
        path: dict[str, None] = {}
        while post in triggers and post not in never and post not in path:
            path[post] = None
            post = triggers[post]
        never.update(dict.fromkeys(path, never.get(post, post in path)))
    return {post for post, is_ring in never.items() if is_ring}


def first_posts(posts: Iterable[Post], appears: dict[str, int]) -> set[str]:
    """The post that opens each thread: its channel's first target counts for it, the next target for all others."""
    opening: dict[str, tuple[int, str]] = {}
    for post in posts:
        if post.key in appears:
            candidate = (appears[post.key], post.key)
            opening[post.thread] = min(opening.get(post.thread, candidate), candidate)
    return {key for _, key in opening.values()}


def target_ms(post: Post, channel: Channel, *, opens: bool) -> int:
    """How long `post` may wait for an answer on `channel`."""
    return channel.first_target_ms if opens else channel.next_target_ms
