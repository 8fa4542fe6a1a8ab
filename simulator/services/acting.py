"""What a trainee does beside answering: notes, hand-overs, posts left alone, hidden or reported, people blocked,
threads settled."""

from typing import Any

from people.models import User
from scenarios.core.vocabulary import REASONS
from scoring.core import read_note
from simulator.core.events import actor_of
from simulator.core.state import State
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import check_text, find_post
from simulator.services.session import Session

LONGEST_NOTE = 2_000
"""Characters of a note, internal or of a hand-over."""


def write_note(run_id: int, *, actor: User, cmd_id: str, thread: str, text: str) -> Ack:
    """Keeps an internal note in `thread`. The public never reads it; nobody judges it.

    Raises Refused: empty, bad_text, too_long, unknown_thread, paused, ended, forbidden, conflict, unknown_run.
    """
    check_text(text, longest=LONGEST_NOTE)

    def act(session: Session, body: str) -> int:
        require_running(session)
        if thread not in session.state.threads:
            raise Refused("unknown_thread")
        return _append(session, "NoteWritten", {"thread": thread}, actor=actor, cmd_id=cmd_id, body=body, words=text)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "note", "thread": thread, "text": text})


def escalate(run_id: int, *, actor: User, cmd_id: str, thread: str, post: str, desk: str, note: str) -> Ack:
    """Hands the matter of `post` over to a desk of the brand, with a note that the colleague there can work from.

    Raises Refused: empty, bad_text, too_long, unknown_thread, unknown_post, unknown_desk, already_escalated (to the
    same desk), paused, ended, forbidden, conflict, unknown_run.
    """
    check_text(note, longest=LONGEST_NOTE)
    asked = {"thread": thread, "post": post, "desk": desk}

    def act(session: Session, body: str) -> int:
        require_running(session)
        find_post(session.state, thread=thread, post=post)
        if all(desk != each.key for each in session.state.timeline.brand.desks):
            raise Refused("unknown_desk")
        if any(desk == each.desk for each in session.state.escalations.get(post, ())):
            raise Refused("already_escalated")
        data = {**asked, "note": read_note(note, session.state, post)}
        return _append(session, "Escalated", data, actor=actor, cmd_id=cmd_id, body=body, words=note)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "escalate", **asked, "note": note})


def treat(run_id: int, *, actor: User, cmd_id: str, thread: str, post: str, as_: str, reason: str) -> Ack:
    """Leaves `post` alone, hides or reports it, or blocks its author: `as_` is left_alone, hidden, reported or blocked,
    `reason` one of its REASONS.

    Raises Refused: bad_treatment, bad_reason, unknown_thread, unknown_post, already_treated (in the same way), paused,
    ended, forbidden, conflict, unknown_run.
    """
    if as_ not in REASONS:
        raise Refused("bad_treatment")
    if reason not in REASONS[as_]:
        raise Refused("bad_reason")
    asked = {"thread": thread, "post": post, "as": as_, "reason": reason}

    def act(session: Session, body: str) -> int:
        require_running(session)
        find_post(session.state, thread=thread, post=post)
        if as_ in session.state.treated.get(post, ()):
            raise Refused("already_treated")
        return _append(session, "Treated", asked, actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "treat", **asked})


def unblock(run_id: int, *, actor: User, cmd_id: str, thread: str, post: str) -> Ack:
    """Takes the block of the author of `post` back, over whichever post it was: what they write waits again.

    Raises Refused: not_blocked, unknown_thread, unknown_post, paused, ended, forbidden, conflict, unknown_run.
    """
    asked = {"thread": thread, "post": post}

    def act(session: Session, body: str) -> int:
        require_running(session)
        find_post(session.state, thread=thread, post=post)
        if not is_blocked(session.state, session.state.posts[post].persona):
            raise Refused("not_blocked")
        return _append(session, "Unblocked", asked, actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "unblock", **asked})


def is_blocked(state: State, persona: str) -> bool:
    return any("blocked" in acts and state.posts[key].persona == persona for key, acts in state.treated.items())


def resolve(run_id: int, *, actor: User, cmd_id: str, thread: str) -> Ack:
    """Says that `thread` is settled. Whoever writes there again opens it again.

    Raises Refused: unknown_thread, already_resolved, paused, ended, forbidden, conflict, unknown_run.
    """

    def act(session: Session, body: str) -> int:
        require_running(session)
        if is_resolved(session.state, thread):
            raise Refused("already_resolved")
        return _append(session, "Resolved", {"thread": thread}, actor=actor, cmd_id=cmd_id, body=body)

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": "resolve", "thread": thread})


def is_resolved(state: State, thread: str) -> bool:
    """Whether nobody of the thread's people has written since it was. Raises Refused: unknown_thread."""
    if thread not in state.threads:
        raise Refused("unknown_thread")
    posts = (state.posts[key] for key in state.threads[thread].posts)
    last = max((post.seq for post in posts if not post.is_crowd), default=0)
    return state.resolved.get(thread, 0) > last


def _append(
    session: Session, kind: str, data: dict[str, Any], *, actor: User, cmd_id: str, body: str, words: str | None = None
) -> int:
    event = session.add(kind, data, actor=actor_of(actor.pk), words=words, cmd_id=cmd_id, body=body)
    session.follow_up()
    return event.seq
