"""What a coach does to the course of a class run."""

from people.models import User
from simulator.core.events import COACHES, actor_of
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session


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
