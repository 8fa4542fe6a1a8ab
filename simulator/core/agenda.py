"""What falls due next in a run, and as which event.

There are four sources: the plan's schedule, read with a pointer; a heap of what the run itself brought about; the
public's mood, which follows from an array; and the crowd's candidates. The first two may hold what is over (a post
that has appeared, a silence that was broken); that is dropped here, when its turn comes.
"""

from collections.abc import Callable, Mapping
from heapq import heappop

from simulator.core.crowd.thinning import next_candidate
from simulator.core.describing import (
    Data,
    describe_closed,
    describe_crowd_post,
    describe_desk_answer,
    describe_fact,
    describe_firing,
    describe_identified,
    describe_mood,
    describe_post,
)
from simulator.core.events import WORLD, Event
from simulator.core.firing import FIRST_ENGINE_WITH_RULES, find_firing, is_asked_in_vain
from simulator.core.injecting import find_words
from simulator.core.lines import is_line_over
from simulator.core.ordering import (
    CLOSE_RANK,
    CROWD_RANK,
    DESK_RANK,
    END_RANK,
    FACT_RANK,
    IDENTIFIED_RANK,
    MOOD_RANK,
    POST_RANK,
    REACTION_RANK,
    RUMOUR_RANK,
    Item,
    parts_of,
)
from simulator.core.public import MOOD_PAUSE_MS, SECOND_MS, next_mood_move
from simulator.core.state import State


def find_next(state: State) -> Item | None:
    """The smallest item by time, rank and key that is still to happen; None where there is none.

    That of a reaction may be an appointment: only when its time has come does `make_event` tell whether it is due.
    """
    if state.next_item is None or state.next_item[0] != state.seq:
        state.next_item = state.seq, _look_up(state)
    return state.next_item[1]


def _look_up(state: State) -> Item | None:
    if state.ended or state.seq == 0:
        return None
    schedule, agenda = state.plan.schedule, state.agenda
    while state.scheduled < len(schedule) and is_over(state, schedule[state.scheduled]):
        state.scheduled += 1
    while agenda and is_over(state, agenda[0]):
        heappop(agenda)
    found = agenda[0] if agenda else None
    if state.scheduled < len(schedule) and (found is None or schedule[state.scheduled] < found):
        found = schedule[state.scheduled]
    return _find_moving(state, found) if state.engine >= FIRST_ENGINE_WITH_RULES else found


def is_over(state: State, item: Item) -> bool:
    """Whether `item` has happened or can no longer happen."""
    _, rank, key = item
    over = _OVER.get(rank)
    return state.ended if over is None else over(state, item, key)


def make_event(state: State, item: Item) -> Event | None:
    """The event that `item` is, as the next one of `state`; None for an appointment that comes to nothing."""
    at_ms, rank, key = item
    at_ms = max(at_ms, state.at_ms)
    if rank == REACTION_RANK:
        firing = find_firing(state, item)
        return None if firing is None else _next_event(state, at_ms, "ReactionFired", describe_firing(state, firing))
    kind, describe = _MAKERS[rank]
    return _next_event(state, at_ms, kind, describe(state, key, at_ms), words=find_words(state, key))


def drop(state: State, item: Item) -> None:
    """Takes an appointment that came to nothing off the agenda."""
    state.next_item = None
    if state.agenda and state.agenda[0] == item:
        heappop(state.agenda)


def _next_event(state: State, at_ms: int, kind: str, data: Data, *, words: str | None = None) -> Event:
    return Event(state.seq + 1, at_ms, kind, WORLD, data, words)


def _find_moving(state: State, found: Item | None) -> Item | None:
    """`found`, or what the mood or the crowd brings before it."""
    public = state.public
    if public is None:
        return found
    until_ms = state.duration_ms if found is None else min(found[0], state.duration_ms)
    mood_ms = next_mood_move(public, after_ms=state.at_ms, until_ms=until_ms)
    if state.mood_changed_ms is not None:
        told_ms = max(state.mood_changed_ms // SECOND_MS * SECOND_MS + SECOND_MS, public.shown_ms + MOOD_PAUSE_MS)
        mood_ms = told_ms if mood_ms is None else min(told_ms, mood_ms)
    if mood_ms is not None and mood_ms <= state.duration_ms:
        item = (mood_ms, MOOD_RANK, "")
        found = item if found is None else min(found, item)
    if state.crowd:
        candidate = next_candidate(public, until_ms=until_ms if found is None else min(until_ms, found[0]))
        if candidate is not None:
            item = (candidate.at_ms, CROWD_RANK, candidate.key)
            found = item if found is None else min(found, item)
    return found


def _is_post_over(state: State, item: Item, key: str) -> bool:
    return is_line_over(state, key) if key in state.lines else key in state.posts


def _is_reaction_over(state: State, item: Item, key: str) -> bool:
    return is_asked_in_vain(state, item)


_OVER: Mapping[int, Callable[[State, Item, str], bool]] = {
    FACT_RANK: lambda state, item, key: key in state.facts,
    DESK_RANK: lambda state, item, key: key in state.desk_answers,
    POST_RANK: _is_post_over,
    IDENTIFIED_RANK: lambda state, item, key: parts_of(key)[0] in state.identified,
    RUMOUR_RANK: lambda state, item, key: key in state.ended_rumours,
    CLOSE_RANK: lambda state, item, key: parts_of(key)[0] in state.closed,
    REACTION_RANK: _is_reaction_over,
}


def _describe_crowd(state: State, key: str, at_ms: int) -> Data:
    stream = state.stirred.stream
    candidate = next_candidate(state.stirred, until_ms=at_ms)
    if stream is None or candidate is None or candidate.key != key:
        raise ValueError(f"{key} does not follow from the seed")
    return describe_crowd_post(state, candidate, writer=stream.writer)


_MAKERS: Mapping[int, tuple[str, Callable[[State, str, int], Data]]] = {
    MOOD_RANK: ("MoodMoved", describe_mood),
    FACT_RANK: ("FactReleased", describe_fact),
    DESK_RANK: ("DeskAnswered", describe_desk_answer),
    POST_RANK: ("PostAppeared", describe_post),
    CROWD_RANK: ("PostAppeared", _describe_crowd),
    IDENTIFIED_RANK: ("CustomerIdentified", describe_identified),
    RUMOUR_RANK: ("RumourEnded", lambda state, key, at_ms: {"rumour": key}),
    CLOSE_RANK: ("ThreadClosed", describe_closed),
    END_RANK: ("RunEnded", lambda state, key, at_ms: {"reason": key}),
}
