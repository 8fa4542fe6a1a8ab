"""What a person does to a run as a whole: pause it, go on, change its speed, end it."""

from people.models import User
from simulator.core.events import actor_of
from simulator.services.commands import require_practice, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session

SLOWEST, FASTEST = 500, 8_000
"""The speeds of practice, in per mille."""


def pause(run_id: int, *, actor: User, cmd_id: str) -> Ack:
    """Stops the clock of a practice run. Raises Refused: not_practice, paused, ended, forbidden, conflict, …"""

    def act(session: Session, body: str) -> int:
        require_practice(session)
        if session.state.clock.paused:
            raise Refused("paused")
        return _add(session, "Paused", actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "pause"})


def resume(run_id: int, *, actor: User, cmd_id: str) -> Ack:
    """Lets the clock go on. Raises Refused: not_practice, not_paused, ended, forbidden, conflict, unknown_run."""

    def act(session: Session, body: str) -> int:
        require_practice(session)
        if not session.state.clock.paused:
            raise Refused("not_paused")
        return _add(session, "Resumed", actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "resume"})


def set_speed(run_id: int, *, actor: User, cmd_id: str, per_mille: int) -> Ack:
    """Changes the speed of a practice run. Raises Refused: bad_speed, not_practice, ended, forbidden, conflict, …"""

    def act(session: Session, body: str) -> int:
        require_practice(session)
        check_speed(per_mille)
        return _add(session, "SpeedChanged", actor=actor, cmd_id=cmd_id, body=body, per_mille=per_mille)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "speed", "per_mille": per_mille})


def end_run(run_id: int, *, actor: User, cmd_id: str) -> Ack:
    """Ends the run at once, in any mode. Raises Refused: ended, forbidden, conflict, unknown_run."""

    def act(session: Session, body: str) -> int:
        return _add(session, "EndRequested", actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "end"})


def check_speed(per_mille: int) -> None:
    if isinstance(per_mille, bool) or not isinstance(per_mille, int) or not SLOWEST <= per_mille <= FASTEST:
        raise Refused("bad_speed", slowest=SLOWEST, fastest=FASTEST)


def _add(session: Session, kind: str, *, actor: User, cmd_id: str, body: str, **more: int) -> int:
    data = {"wall_ms": session.now, **more}
    event = session.add(kind, data, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
    session.follow_up()
    return event.seq
