"""How much of a file fits into one scenario. The format's own limits, with room for what an author adds."""

from collections.abc import Iterable
from itertools import takewhile

from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.sketch import SketchThread

LONGEST_S = 23 * 3600
MOST_CHARACTERS = 450_000
"""The format takes a MiB; a character is up to four bytes, most are one, and keys and quotes come on top."""

MOST_POSTS = 900
"""Each may earn a warning, and lint gives up after a thousand."""


def take_fitting(threads: Iterable[SketchThread]) -> list[SketchThread]:
    """The threads up to the first that no longer fits. Raises ImportRefused if there is none."""
    characters = posts = 0

    def fits(thread: SketchThread) -> bool:
        nonlocal characters, posts
        written = (*thread.posts, *(reaction.post for reaction in thread.reactions))
        characters += sum(len(post.text) + len(post.then or "") + 200 for post in written)
        posts += len(written)
        return thread.ends_s <= LONGEST_S and characters <= MOST_CHARACTERS and posts <= MOST_POSTS

    taken = list(takewhile(fits, threads))
    if not taken:
        raise ImportRefused("nothing_fits")
    return taken
