"""What a coach does to the course of a class run."""

from people.models import User
from simulator.core.events import COACHES, actor_of
from simulator.core.public import MILLI_PER_POINT
from simulator.services.commands import require_running, run_command
from simulator.services.injecting import append, require_time, when
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session

MOST_POSTS = 200
LONGEST_WAVE = 300
"""Seconds."""
MOST_TURN = 30 * MILLI_PER_POINT
"""Milli-heat, up or down, at once."""


def skip(run_id: int, *, actor: User, cmd_id: str, to_ms: int) -> Ack:
    """Goes on at the run time `to_ms`, which lies ahead and not after the end. What falls due until then happens at its
    own run time, and is written at once, as far as it fills a page.

    Raises Refused: bad_time, paused, ended, certification, forbidden, conflict, unknown_run.
    """

    def act(session: Session, body: str) -> int:
        require_running(session)
        if not session.stamp < to_ms <= session.state.duration_ms:
            raise Refused("bad_time")
        data = {"wall_ms": session.now, "to_ms": to_ms}
        event = session.add("Skipped", data, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
        session.go_on()
        return event.seq

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "skip", "to_ms": to_ms}, by=COACHES)


def raise_wave(run_id: int, *, actor: User, cmd_id: str, posts: int, seconds: int, due_ms: int | None = None) -> Ack:
    """Lets the crowd write some `posts` more than it would, spread over `seconds`, from now or the run time `due_ms`.

    Raises Refused: bad_wave, no_crowd, bad_time, paused, ended, certification, forbidden, conflict, unknown_run.
    """
    if not 1 <= posts <= MOST_POSTS or not 1 <= seconds <= LONGEST_WAVE:
        raise Refused("bad_wave", posts=MOST_POSTS, seconds=LONGEST_WAVE)

    def act(session: Session, body: str) -> int:
        require_time(session, due_ms)
        if session.state.timeline.public.crowd is None:
            raise Refused("no_crowd")
        data = {"posts": posts, "seconds": seconds, **when(due_ms)}
        return append(session, "WaveRaised", data, actor=actor, cmd_id=cmd_id, body=body)

    body = {"type": "raise_wave", "posts": posts, "seconds": seconds, "due_ms": due_ms}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=body, by=COACHES)


def turn_heat(run_id: int, *, actor: User, cmd_id: str, milli: int, due_ms: int | None = None) -> Ack:
    """Heats the public by `milli` (below 0: cools it) from the next second, or from the run time `due_ms` on; it fades
    as ever.

    Raises Refused: bad_heat, bad_time, paused, ended, certification, forbidden, conflict, unknown_run.
    """
    if not 0 < abs(milli) <= MOST_TURN:
        raise Refused("bad_heat", most=MOST_TURN // MILLI_PER_POINT)

    def act(session: Session, body: str) -> int:
        require_time(session, due_ms)
        return append(session, "HeatTurned", {"milli": milli, **when(due_ms)}, actor=actor, cmd_id=cmd_id, body=body)

    body = {"type": "turn_heat", "milli": milli, "due_ms": due_ms}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=body, by=COACHES)
