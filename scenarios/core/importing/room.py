"""How much of a file fits into one scenario. The format's own limits, with room for what an author adds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TypeVar

from scenarios.core.importing.lengths import LONGEST_WORDS
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.sketch import SketchThread

LONGEST_S = 23 * 3600
MOST_CHARACTERS = 450_000
"""The format takes a MiB; a character is up to four bytes, most are one, and keys and quotes come on top."""

MOST_POSTS = 900
"""Each may earn a warning, and lint gives up after a thousand."""

Thing = TypeVar("Thing")


def take_few(things: Iterable[Thing], *, texts_of: Callable[[Thing], Sequence[str]]) -> Iterator[Thing]:
    """The things up to the first with which their posts are too many or far too long, before they are worked on."""
    posts = characters = 0
    for thing in things:
        texts = texts_of(thing)
        posts += len(texts)
        characters += sum(min(len(text), LONGEST_WORDS) + 200 for text in texts)
        if posts > MOST_POSTS or characters > MOST_CHARACTERS * 5 // 4:
            return
        yield thing


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
