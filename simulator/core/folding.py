"""`fold`: what each kind of event changes in the state of a run.

Rules kept here: a state changes by events only; what falls due later is put on the agenda by the event that brings it
about; nothing is taken off the agenda, what is over is recognised when its turn comes (`simulator.core.agenda`).
"""

from collections.abc import Callable, Mapping
from heapq import heappush

from simulator.core.clock import Clock
from simulator.core.effects import react
from simulator.core.events import Event
from simulator.core.firing import forget_asked, wake
from simulator.core.folding_acts import (
    assess,
    escalate,
    publish_notice,
    resolve,
    send_reply,
    tag_post,
    treat,
    unblock,
    untag_post,
)
from simulator.core.folding_coach import inject_fact, inject_post, raise_wave, skip, turn_heat
from simulator.core.folding_revising import correct_reply, delete_reply
from simulator.core.folding_world import (
    answer_from_desk,
    close_thread,
    end_rumour,
    identify,
    move_mood,
    release_fact,
    show_post,
)
from simulator.core.ordering import END_RANK
from simulator.core.own_templates import read_beside
from simulator.core.public import heat_points, start_public
from simulator.core.state import State


def fold(state: State, event: Event) -> State:
    """`state` after `event`; the same object, changed. Raises ValueError where `event` is not the next one."""
    if event.seq != state.seq + 1 or event.at_ms < state.at_ms:
        raise ValueError(f"event {event.seq} at {event.at_ms} ms does not follow {state.seq} at {state.at_ms} ms")
    forget_asked(state, event)
    _FOLDS[event.kind](state, event)
    state.seq = event.seq
    state.at_ms = event.at_ms
    wake(state, event)
    return state


def _start(state: State, event: Event) -> None:
    data = event.data
    state.mode = data["mode"]
    state.engine = data["engine"]
    state.scoring = data["scoring"]
    state.agent = data["agent"]
    state.trainee = data["trainee"]
    state.help = data.get("help", "alone")
    state.fingerprints, state.own_templates = read_beside(event.words, data)
    state.seed = data.get("seed", 0)
    state.crowd = data.get("crowd", ())
    strangers = {f"crowd_a{nth}": {"name": name, "handle": at} for nth, (name, at, _) in enumerate(state.crowd)}
    state.cast = {**data["cast"], **strangers}
    state.duration_ms = data["duration_ms"]
    state.public = start_public(state.timeline, seed=state.seed, duration_ms=state.duration_ms)
    state.heat = state.heat_before = heat_points(state.public, at_ms=0)
    state.told_moods = dict(state.public.moods)
    state.speeds.append((event.at_ms, data["speed"]))
    state.clock = Clock(wall_anchor=data["wall_ms"], run_anchor=event.at_ms, per_mille=data["speed"])
    heappush(state.agenda, (state.duration_ms, END_RANK, "time"))


def _fork(state: State, event: Event) -> None:
    state.forked_at = event.seq
    state.clock = Clock(event.data["wall_ms"], event.at_ms, per_mille=state.clock.per_mille)
    if state.speeds[-1][0] > event.at_ms:
        # Out of the middle of what was skipped: from here on, run time passes as ever.
        state.speeds[-1] = event.at_ms, state.clock.per_mille


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


def _note(state: State, event: Event) -> None:
    """Words for colleagues, a note, a proposed article or a coach's: nothing of the run depends on them."""


def _ask_hint(state: State, event: Event) -> None:
    """Whoever asked knows more, and the run nothing else."""


def _assign(state: State, event: Event) -> None:
    """It says whose a thread is, and keeps nobody from anything."""
    if event.data["to"] is None:
        state.assigned.pop(event.data["thread"], None)
    else:
        state.assigned[event.data["thread"]] = event.data["to"]


def _end(state: State, event: Event) -> None:
    state.ended = True


_FOLDS: Mapping[str, Callable[[State, Event], None]] = {
    "RunStarted": _start,
    "RunForked": _fork,
    "ReplySent": send_reply,
    "ReplyCorrected": correct_reply,
    "ReplyDeleted": delete_reply,
    "NoteWritten": _note,
    "ArticleProposed": _note,
    "HintAsked": _ask_hint,
    "Assigned": _assign,
    "Escalated": escalate,
    "NoticePublished": publish_notice,
    "NoticeUpdated": publish_notice,
    "Treated": treat,
    "Unblocked": unblock,
    "Resolved": resolve,
    "Tagged": tag_post,
    "Untagged": untag_post,
    "Paused": _pause,
    "Resumed": _resume,
    "SpeedChanged": _change_speed,
    "Skipped": skip,
    "PostInjected": inject_post,
    "FactInjected": inject_fact,
    "WaveRaised": raise_wave,
    "HeatTurned": turn_heat,
    "Whispered": _note,
    "MomentNoted": _note,
    "Interrupted": _interrupt,
    "EndRequested": _ask_to_end,
    "EngineChanged": _change_engine,
    "ReplyAssessed": assess,
    "MoodMoved": move_mood,
    "FactReleased": release_fact,
    "DeskAnswered": answer_from_desk,
    "PostAppeared": show_post,
    "CustomerIdentified": identify,
    "RumourEnded": end_rumour,
    "ThreadClosed": close_thread,
    "ReactionFired": react,
    "RunEnded": _end,
}
