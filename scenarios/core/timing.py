"""How long a person needs for a post, and how long it may wait."""

from collections.abc import Iterable, Mapping

from scenarios.core.timeline import Channel, Post

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


def first_posts(posts: Iterable[Post], appears: Mapping[str, int]) -> set[str]:
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
