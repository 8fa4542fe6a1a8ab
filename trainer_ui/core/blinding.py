"""Words without the names of whoever wrote them, as long as before: what is marked by its places stays in its place."""

from collections.abc import Iterable
from functools import lru_cache

import regex

GRAPHEME = regex.compile(r"\X")
COVER = "•"
SHORTEST = 2
"""A name of one letter is no name, and would cover half a text."""


def cover_names(text: str, names: Iterable[str]) -> str:
    """`text` with each of `names` covered wherever it stands as a word, grapheme by grapheme."""
    pattern = _compile(tuple(sorted({name.strip() for name in names if len(name.strip()) >= SHORTEST}, key=len)))
    if pattern is None:
        return text
    return str(pattern.sub(lambda found: COVER * len(GRAPHEME.findall(found[0])), text))


@lru_cache(maxsize=256)
def _compile(names: tuple[str, ...]) -> "regex.Pattern[str] | None":
    if not names:
        return None
    words = "|".join(regex.escape(name) for name in reversed(names))
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{words})(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)
