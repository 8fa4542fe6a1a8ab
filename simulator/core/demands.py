"""What a reply must have been heard to do before a condition can be true of it: most rules are about what most replies
never do, so that nothing else about them has to be asked.

Rules kept here: what is demanded is necessary, never enough (`simulator.core.asking` decides); only questions about the
reply at hand demand anything, those that name a post may be about an earlier one.
"""

from collections.abc import Iterator

from scenarios.core.conditions import AllOf, AnyOf, Condition, Replied


def list_demands(condition: Condition) -> frozenset[str]:
    """The keys of the heard block (`scoring.core.hearing.heard`) without which `condition` is not true of a reply that
    was just assessed."""
    match condition:
        case AllOf(parts):
            return frozenset().union(*map(list_demands, parts))
        case AnyOf(parts) if parts:
            return frozenset.intersection(*map(list_demands, parts))
        case Replied(post=""):
            return frozenset(_keys_of(condition))
    return frozenset()


def _keys_of(question: Replied) -> Iterator[str]:
    if question.does:
        yield "acts"
    if question.states or question.known is not None:
        yield "facts"
    if question.personal:
        yield question.personal
    for key in ("against", "says", "repeats", "overpromises", "corrects", "spreads", "advertises"):
        if getattr(question, key):
            yield key
