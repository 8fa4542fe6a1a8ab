"""Patterns that scenarios may hold: RE2, which takes linear time whatever the text.

Rules kept here: whoever runs a pattern compiles it here, so that lint and score mean the same: case does not count;
what takes more memory than MOST_BYTES is refused.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import re2

from scenarios.core.conditions import Replied, list_leaves
from scenarios.core.timeline import Timeline

MOST_BYTES = 131_072
MOST_PATTERNS = 200
"""So many may be in a scenario: each costs the score time for every reply."""

MOST_REFUSED = 20
"""So many of one scenario are refused by themselves: the largest ones take RE2 some milliseconds each."""


class PatternRefused(ValueError):
    """RE2 does not take a pattern. `detail` is what it says, without the pattern."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


@lru_cache(maxsize=MOST_PATTERNS)
def compile_pattern(pattern: str) -> Any:
    """`pattern`, ready for `.search(text)`. Raises PatternRefused."""
    options = re2.Options()
    options.max_mem = MOST_BYTES
    options.log_errors = False
    options.case_sensitive = False
    try:
        return re2.compile(pattern, options)
    except (re2.error, UnicodeEncodeError) as error:
        said = error.args[0].decode("utf-8", "replace") if isinstance(error, re2.error) else "invalid UTF-8"
        raise PatternRefused(said.partition(":")[0]) from None


def patterns_of(timeline: Timeline) -> tuple[str, ...]:
    """Every distinct pattern of reactions, facts and rumours, sorted: a pattern's place is its number in the log."""
    return tuple(sorted(set(_list_patterns(timeline))))


def _list_patterns(timeline: Timeline) -> Iterator[str]:
    for reaction in timeline.reactions:
        for leaf in list_leaves(reaction.when):
            if isinstance(leaf, Replied) and leaf.says:
                yield leaf.says
    for fact in timeline.facts:
        yield from fact.says
    for rumour in timeline.public.rumours:
        yield from rumour.says
