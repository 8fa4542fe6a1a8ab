"""What a person does to a run as a whole: pause it, go on, change its speed, end it.

The trainee does so in practice, and ends any run; a coach does so to a class. A certification is paused for a technical
reason only, by a coach, who names it.
"""

from people.models import User
from simulator.core.events import BOTH, actor_of
from simulator.models import CERTIFICATION
from simulator.services.commands import require_practice, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session

SLOWEST, FASTEST = 500, 8_000
"""Speeds in per mille."""
TECHNICAL = ("connection", "device", "platform")
"""Why a certification may stand still: the line, what the trainee works with, this service."""


def pause(run_id: int, *, actor: User, cmd_id: str, reason: str = "") -> Ack:
    """Stops the clock. `reason` is one of TECHNICAL, which a certification needs, or nothing.

    Raises Refused: bad_reason, not_practice, paused, ended, forbidden, conflict, unknown_run.
    """
    named = {"reason": reason} if reason else {}

    def act(session: Session, body: str) -> int:
        require_practice(session, actor)
        if reason not in (TECHNICAL if session.state.mode == CERTIFICATION else ("", *TECHNICAL)):
            raise Refused("bad_reason")
        if session.state.clock.paused:
            raise Refused("paused")
        return _add(session, "Paused", actor=actor, cmd_id=cmd_id, body=body, **named)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "pause", **named}, by=BOTH)


def resume(run_id: int, *, actor: User, cmd_id: str) -> Ack:
    """Lets the clock go on. Raises Refused: not_practice, not_paused, ended, forbidden, conflict, unknown_run."""

    def act(session: Session, body: str) -> int:
        require_practice(session, actor)
        if not session.state.clock.paused:
            raise Refused("not_paused")
        return _add(session, "Resumed", actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "resume"}, by=BOTH)


def set_speed(run_id: int, *, actor: User, cmd_id: str, per_mille: int) -> Ack:
    """Changes the speed. Raises Refused: bad_speed, not_practice, certification, ended, forbidden, conflict, …"""

    def act(session: Session, body: str) -> int:
        require_practice(session, actor)
        check_speed(per_mille)
        return _add(session, "SpeedChanged", actor=actor, cmd_id=cmd_id, body=body, per_mille=per_mille)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "speed", "per_mille": per_mille}, by=BOTH)


def end_run(run_id: int, *, actor: User, cmd_id: str) -> Ack:
    """Ends the run at once: in any mode whoever plays it, and a coach their class.

    Raises Refused: certification, ended, forbidden, conflict, unknown_run.
    """

    def act(session: Session, body: str) -> int:
        return _add(session, "EndRequested", actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "end"}, by=BOTH)


def check_speed(per_mille: int) -> None:
    if isinstance(per_mille, bool) or not isinstance(per_mille, int) or not SLOWEST <= per_mille <= FASTEST:
        raise Refused("bad_speed", slowest=SLOWEST, fastest=FASTEST)


def _add(session: Session, kind: str, *, actor: User, cmd_id: str, body: str, **more: int | str) -> int:
    data = {"wall_ms": session.now, **more}
    event = session.add(kind, data, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
    session.follow_up()
    return event.seq
