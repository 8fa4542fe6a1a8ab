"""Whose a thread is, where several work in one run: prepared for team runs (docs/desk-parity.md)."""

from people.models import User
from simulator.core.events import actor_of
from simulator.core.state import State
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session


def assign(run_id: int, *, actor: User, cmd_id: str, thread: str, to: str | None) -> Ack:
    """Makes `thread` that of `to`, an actor of this run's team, or nobody's (None). It keeps nobody from answering.

    Raises Refused: unknown_thread, unknown_actor (not of this run's team), already_assigned, paused, ended, forbidden,
    conflict, unknown_run.
    """

    def act(session: Session, body: str) -> int:
        require_running(session)
        state = session.state
        if thread not in state.threads:
            raise Refused("unknown_thread")
        if to is not None and to not in list_team(state):
            raise Refused("unknown_actor")
        if state.assigned.get(thread) == to:
            raise Refused("already_assigned")
        data = {"thread": thread, "to": to}
        event = session.add("Assigned", data, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
        session.follow_up()
        return event.seq

    body = {"type": "assign", "thread": thread, "to": to}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=body)


def list_team(state: State) -> tuple[str, ...]:
    """The actors who work in the run. Today that is its one trainee."""
    return (state.trainee,)
