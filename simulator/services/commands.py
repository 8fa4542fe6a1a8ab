"""What every command of a person goes through, whatever it asks for.

Rules kept here: an id that is in the log already is looked up before any other rule, so a resend is acknowledged even
after the end; the same id with another sender or body is a conflict; a refusal is not remembered; one event of a
command carries its id.
"""

import json
from collections.abc import Callable, Mapping, Set
from typing import Any

from people.models import User
from simulator.core.events import ASSESSED, COACH, TRAINEE, actor_of
from simulator.models import PRACTICE
from simulator.services import store
from simulator.services.coaching import TRAINEES, is_coach_of, require_hand
from simulator.services.locking import work_on
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session, hash_command
from simulator.services.showing import require_shown

LONGEST_ID = 64

_ENCODER = json.JSONEncoder(sort_keys=True)

Act = Callable[[Session, str], int]
"""`act(session, body)` appends the command's events and returns the seq of the last; may raise Refused before that."""


def run_command(
    run_id: int, act: Act, *, actor: User, cmd_id: str, body: Mapping[str, Any], by: Set[str] = TRAINEES
) -> Ack:
    """Does `act` once for `cmd_id`, and acknowledges it as often as it is sent. `body` is what the command says, `by`
    who may send it: the run's trainee, a coach of its class, or both."""
    if not 0 < len(cmd_id) <= LONGEST_ID or not cmd_id.isprintable():
        raise Refused("bad_command")
    said = _ENCODER.encode([actor_of(actor.pk), body])
    coaches = COACH in by and is_coach_of(run_id, actor)

    def find_earlier(head: store.Head) -> Ack | None:
        command = store.find_command(head.run_id, cmd_id)
        if command is not None and command.actor != actor_of(actor.pk):
            raise Refused("conflict")
        return None if command is None else _acknowledge_again(command, cmd_id=cmd_id, said=said)

    def decide(session: Session) -> Ack:
        hand = require_hand(session, actor, by=by, coaches=coaches, verb=body["type"])
        if session.state.ended:
            raise Refused("ended")
        if hand == TRAINEE:
            require_shown(session.state, body)
        return Ack(cmd_id, act(session, said))

    return work_on(run_id, decide, first=find_earlier)


def require_practice(session: Session, actor: User) -> None:
    """Whoever plays a run moves its clock in practice only; a coach who was let in may."""
    if session.head.trainee_id == actor.pk and session.state.mode != PRACTICE:
        raise Refused("not_practice")


def require_running(session: Session) -> None:
    if session.state.clock.paused:
        raise Refused("paused")


def _acknowledge_again(command: store.Command, *, cmd_id: str, said: str) -> Ack:
    # Once its words are erased, nothing tells what a command had said.
    is_erased = command.has_words and command.salt is None
    if not is_erased and command.hash != hash_command(said, salt=command.salt or cmd_id):
        raise Refused("conflict")
    # What the public reads has its assessment behind it.
    return Ack(cmd_id, command.seq + (command.kind in ASSESSED))
