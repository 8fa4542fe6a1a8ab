"""The patterns by which a scenario recognises what a reply says. The log holds which of them matched, by number."""

from collections.abc import Iterator

from scenarios.core.conditions import Replied, list_leaves
from scenarios.core.timeline import Timeline


def patterns_of(timeline: Timeline) -> tuple[str, ...]:
    """Every distinct RE2 pattern of its reactions, facts and rumours, sorted: a pattern's place is its number."""
    return tuple(sorted(set(_list_patterns(timeline))))


def _list_patterns(timeline: Timeline) -> Iterator[str]:
    for reaction in timeline.reactions:
        for leaf in list_leaves(reaction.when):
            if isinstance(leaf, Replied) and leaf.says:
                yield leaf.says
    for speaker in (*timeline.facts, *timeline.public.rumours):
        yield from speaker.says
