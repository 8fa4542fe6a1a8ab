"""Second thoughts: a reply that stands already is corrected or deleted, for everybody to see."""

from collections.abc import Callable
from functools import partial

from people.models import User
from simulator.core.events import actor_of
from simulator.core.state import ReplyState, State
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import append_spoken, check_length, check_mail, check_text, prepare_draft
from simulator.services.session import Session


def correct_reply(run_id: int, *, actor: User, cmd_id: str, reply: int, text: str, seen_seq: int) -> Ack:
    """Puts `text` in the place of what the own reply with seq `reply` says. `seen_seq` is as in `reply`.

    Raises Refused: empty, bad_text, too_long, unknown_reply, already_deleted, unchanged, no_subject, thread_closed,
    paused, ended, forbidden, conflict, unknown_run.
    """
    return prepare_correction(run_id, actor=actor, cmd_id=cmd_id, reply=reply, text=text, seen_seq=seen_seq)()


def prepare_correction(
    run_id: int, *, actor: User, cmd_id: str, reply: int, text: str, seen_seq: int
) -> Callable[[], Ack]:
    """What corrects the reply, after all that needs no lock. Raises Refused: empty, bad_text, too_long; what is
    returned raises the others."""
    check_text(text)
    draft = prepare_draft(run_id, text, corrects=reply)

    def act(session: Session, body: str) -> int:
        require_running(session)
        state = session.state
        sent = _find_reply(state, reply, actor=actor)
        if sent.words == text:
            raise Refused("unchanged")
        check_mail(text, way=sent.way)
        if sent.visibility == "public":
            if sent.thread in state.closed:
                raise Refused("thread_closed")
            check_length(text, channel=state.plan.channels[state.threads[sent.thread].channel])
        data = {"reply": reply, "thread": sent.thread, "seen_seq": min(max(seen_seq, sent.seen_seq), state.seq)}
        return append_spoken(session, "ReplyCorrected", draft, data, actor=actor, cmd_id=cmd_id, body=body)

    said = {"type": "correct", "reply": reply, "text": text}
    return partial(run_command, run_id, act, actor=actor, cmd_id=cmd_id, body=said)


def delete_reply(run_id: int, *, actor: User, cmd_id: str, reply: int) -> Ack:
    """Takes the own reply with seq `reply` off again: it answers nothing any more.

    Raises Refused: unknown_reply, already_deleted, paused, ended, forbidden, conflict, unknown_run.
    """

    def act(session: Session, body: str) -> int:
        require_running(session)
        sent = _find_reply(session.state, reply, actor=actor)
        data = {"reply": reply, "thread": sent.thread}
        event = session.add("ReplyDeleted", data, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
        session.follow_up()
        return event.seq

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "delete", "reply": reply})


def _find_reply(state: State, reply: int, *, actor: User) -> ReplyState:
    sent = state.replies.get(reply)
    if sent is None or sent.actor != actor_of(actor.pk):
        raise Refused("unknown_reply")
    if sent.deleted:
        raise Refused("already_deleted")
    return sent
