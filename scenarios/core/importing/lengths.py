"""Texts and the limits of their channels. Masking makes texts longer; networks did not count handles in front."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from scenarios.core.importing.sketch import SketchChannel, SketchThread

LONGEST_WORDS = 9_000
"""Characters of a text or of what was answered then; the format takes 10,000."""

_GRAPHEME = regex.compile(r"\X")
_FIRST_MENTION = regex.compile(r"@\w+\s+(?=\S)")


def count_graphemes(text: str) -> int:
    """What people would count as characters."""
    return len(_GRAPHEME.findall(text))


def fit_text(text: str, *, limit: int) -> str:
    """`text` without as many of the handles in front of it as `limit` asks for. It may still be longer."""
    text = text[:LONGEST_WORDS] or "…"
    over, at = count_graphemes(text) - limit, 0
    while over > 0 and (match := _FIRST_MENTION.match(text, at)):
        over -= count_graphemes(match[0])
        at = match.end()
    return text[at:]


def fit_channels(channels: Iterable[SketchChannel], threads: Sequence[SketchThread]) -> tuple[SketchChannel, ...]:
    """The channels that the threads use, with limits that none of their posts breaks."""
    longest: dict[str, int] = {}
    for thread in threads:
        for post in (*thread.posts, *(reaction.post for reaction in thread.reactions)):
            longest[thread.channel] = max(longest.get(thread.channel, 0), count_graphemes(post.text))
    return tuple(
        replace(channel, limit=max(channel.limit, longest[channel.key]))
        for channel in channels
        if channel.key in longest
    )
