"""What a reply must have been heard to do before a condition can be true of it: most rules are about what most replies
never do, so that nothing else about them has to be asked.

Rules kept here: what is demanded is necessary, never enough (`simulator.core.asking` and `scoping` decide); only
questions about the reply at hand demand anything, those that name a post may be about an earlier one.
"""

from collections.abc import Iterator

from scenarios.core.conditions import AllOf, AnyOf, Condition, MovedToPrivate, Replied
from scenarios.core.public_rules import Scope


def list_demands(condition: Condition) -> frozenset[str]:
    """What a reply must have been heard to do (`simulator.core.hearing.list_told`) for `condition` to be true of it."""
    match condition:
        case AllOf(parts):
            return frozenset().union(*map(list_demands, parts))
        case AnyOf(parts) if parts:
            return frozenset.intersection(*map(list_demands, parts))
        case MovedToPrivate(post=""):
            return frozenset({"to_private"})
        case Replied(post=""):
            return frozenset(_keys_of(condition))
    return frozenset()


def list_demands_of(scope: Scope) -> frozenset[str]:
    """The same for the scope of a general rule to hold."""
    wanted = {"facts": scope.correct or scope.right, "offers": scope.goodwill, "notice": scope.points}
    return frozenset(key for key, is_wanted in wanted.items() if is_wanted)


def _keys_of(question: Replied) -> Iterator[str]:
    if question.does:
        yield "acts"
    if question.states or question.known is not None:
        yield "facts"
    for key in (question.visibility, question.personal):
        if key:
            yield key
    for key in ("against", "says", "template", "repeats", "overpromises", "corrects", "spreads", "advertises"):
        if getattr(question, key):
            yield key
