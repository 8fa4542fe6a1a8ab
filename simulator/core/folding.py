"""`fold`: what each kind of event changes in the state of a run.

Rules kept here: a state changes by events only; what falls due later is put on the agenda by the event that brings it
about; nothing is taken off the agenda, what is over is recognised when its turn comes (`simulator.core.agenda`).
"""

from collections.abc import Callable, Mapping
from heapq import heappush

from scenarios.core.conditions import NoAnswer
from simulator.core.clock import Clock
from simulator.core.events import Event
from simulator.core.plan import END_RANK, POST_RANK, REACTION_RANK
from simulator.core.state import FactState, PostState, ReplyState, State, ThreadState


def fold(state: State, event: Event) -> State:
    """`state` after `event`; the same object, changed. Raises ValueError where `event` is not the next one."""
    if event.seq != state.seq + 1 or event.at_ms < state.at_ms:
        raise ValueError(f"event {event.seq} at {event.at_ms} ms does not follow {state.seq} at {state.at_ms} ms")
    _FOLDS[event.kind](state, event)
    state.seq = event.seq
    state.at_ms = event.at_ms
    return state


def _start(state: State, event: Event) -> None:
    data = event.data
    state.mode = data["mode"]
    state.engine = data["engine"]
    state.scoring = data["scoring"]
    state.agent = data["agent"]
    state.trainee = data["trainee"]
    state.cast = data["cast"]
    state.duration_ms = data["duration_ms"]
    state.speeds.append((event.at_ms, data["speed"]))
    state.clock = Clock(wall_anchor=data["wall_ms"], run_anchor=event.at_ms, per_mille=data["speed"])
    heappush(state.agenda, (state.duration_ms, END_RANK, "time"))


def _fork(state: State, event: Event) -> None:
    state.forked_at = event.seq
    state.clock = Clock(event.data["wall_ms"], event.at_ms, per_mille=state.clock.per_mille)


def _pause(state: State, event: Event) -> None:
    clock = state.clock
    state.clock = Clock(event.data["wall_ms"], event.at_ms, per_mille=clock.per_mille, paused=True)


def _resume(state: State, event: Event) -> None:
    state.clock = Clock(event.data["wall_ms"], event.at_ms, per_mille=state.clock.per_mille)


def _change_speed(state: State, event: Event) -> None:
    per_mille = event.data["per_mille"]
    state.speeds.append((event.at_ms, per_mille))
    state.clock = Clock(event.data["wall_ms"], event.at_ms, per_mille=per_mille, paused=state.clock.paused)


def _interrupt(state: State, event: Event) -> None:
    state.clock = state.clock.anchored(event.data["to_ms"], event.at_ms)


def _ask_to_end(state: State, event: Event) -> None:
    if state.asked_to_end_at is None:
        state.asked_to_end_at = event.at_ms
        heappush(state.agenda, (event.at_ms, END_RANK, "asked"))


def _change_engine(state: State, event: Event) -> None:
    state.engine = event.data["engine"]
    state.scoring = event.data["scoring"]


def _send_reply(state: State, event: Event) -> None:
    data = event.data
    thread = state.threads[data["thread"]]
    answered_persona = state.posts[data["post"]].persona
    state.replies[event.seq] = ReplyState(
        seq=event.seq,
        at_ms=event.at_ms,
        actor=event.actor,
        thread=thread.key,
        post=data["post"],
        visibility=data["visibility"],
        seen_seq=data["seen_seq"],
        words=event.words,
    )
    thread.replies.append(event.seq)
    for key in thread.posts:
        post = state.posts[key]
        if post.persona != answered_persona or (post.answered_by and key != data["post"]):
            continue
        if not post.answered_by:
            for reaction in state.plan.answered.get(key, ()):
                heappush(state.agenda, (event.at_ms, REACTION_RANK, reaction.key))
        post.answered_by.append(event.seq)


def _assess(state: State, event: Event) -> None:
    """What a thread was told need not be told again; nothing else that is said of a reply decides what comes later."""
    reply = state.replies[event.data["reply"]]
    state.threads[reply.thread].told.update(event.data.get("heard", {}).get("facts", ()))


def _release_fact(state: State, event: Event) -> None:
    key = event.data["fact"]
    state.facts[key] = FactState(key, event.seq, event.at_ms)


def _show_post(state: State, event: Event) -> None:
    # The plan's own strings, which all runs of a scenario share; only where a variable was filled in is a text theirs.
    planned = state.plan.posts[event.data["post"]]
    key, text = planned.key, event.data["text"]
    if text == planned.text:
        text = planned.text
    state.posts[key] = PostState(key, event.seq, event.at_ms, planned.thread, planned.persona, text)
    thread = state.threads.get(planned.thread)
    if thread is None:
        thread = state.threads[planned.thread] = ThreadState(planned.thread)
    thread.posts.append(key)
    state.promised.pop(key, None)
    for reaction in state.plan.awaited.get(key, ()):
        wait_ms = reaction.when.wait_ms if isinstance(reaction.when, NoAnswer) else 0
        heappush(state.agenda, (event.at_ms + wait_ms, REACTION_RANK, reaction.key))


def _react(state: State, event: Event) -> None:
    reaction = state.plan.reactions[event.data["reaction"]]
    state.fired[reaction.key] = event.seq
    if reaction.follow_up not in state.posts and reaction.follow_up not in state.promised:
        state.promised[reaction.follow_up] = reaction.key
        heappush(state.agenda, (event.at_ms + reaction.after_ms, POST_RANK, reaction.follow_up))


def _end(state: State, event: Event) -> None:
    state.ended = True


_FOLDS: Mapping[str, Callable[[State, Event], None]] = {
    "RunStarted": _start,
    "RunForked": _fork,
    "ReplySent": _send_reply,
    "Paused": _pause,
    "Resumed": _resume,
    "SpeedChanged": _change_speed,
    "Interrupted": _interrupt,
    "EndRequested": _ask_to_end,
    "EngineChanged": _change_engine,
    "ReplyAssessed": _assess,
    "FactReleased": _release_fact,
    "PostAppeared": _show_post,
    "ReactionFired": _react,
    "RunEnded": _end,
}
