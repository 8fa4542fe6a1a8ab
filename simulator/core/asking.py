"""Whether the condition of a reaction is true of a run."""

from scenarios.core.conditions import Answered, Condition, NoAnswer
from simulator.core.state import State


def holds(condition: Condition, state: State) -> bool:
    """Whether `condition` is true of `state`; once it is asked, what it waits for is over."""
    match condition:
        case NoAnswer(post=post):
            return post in state.posts and not state.posts[post].answered_by
        case Answered(post=post):
            return post in state.posts and bool(state.posts[post].answered_by)
    return False
