"""What a coach says beside a class run: a word to its trainee, where the installation allows it, and notes of moments
for later, which only coaches read. Neither needs a clock that goes."""

from django.conf import settings

from people.models import User
from simulator.core.events import COACHES
from simulator.services.commands import run_command
from simulator.services.injecting import append
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import check_text
from simulator.services.session import Session

LONGEST_WHISPER = 500
LONGEST_MOMENT = 1_000
"""Characters."""


def whisper(run_id: int, *, actor: User, cmd_id: str, text: str, thread: str = "") -> Ack:
    """Says `text` to whoever plays the run, about a `thread` or none; nobody else but coaches reads it.

    Raises Refused: no_whisper (the installation does not allow it), empty, bad_text, too_long, unknown_thread, ended,
    certification, forbidden, conflict, unknown_run.
    """
    check_text(text, longest=LONGEST_WHISPER)

    def act(session: Session, body: str) -> int:
        if not settings.WHISPER:
            raise Refused("no_whisper")
        return _append(session, "Whispered", text, thread=thread, actor=actor, cmd_id=cmd_id, body=body)

    body = {"type": "whisper", "thread": thread, "text": text}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=body, by=COACHES)


def note_moment(run_id: int, *, actor: User, cmd_id: str, text: str = "", thread: str = "") -> Ack:
    """Notes this moment for the debrief, with a `text` and a `thread` or without; only coaches read it.

    Raises Refused: bad_text, too_long, unknown_thread, ended, certification, forbidden, conflict, unknown_run.
    """
    if text:
        check_text(text, longest=LONGEST_MOMENT)

    def act(session: Session, body: str) -> int:
        return _append(session, "MomentNoted", text or None, thread=thread, actor=actor, cmd_id=cmd_id, body=body)

    body = {"type": "note_moment", "thread": thread, "text": text}
    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=body, by=COACHES)


def _append(session: Session, kind: str, text: str | None, *, thread: str, actor: User, cmd_id: str, body: str) -> int:
    if thread and thread not in session.state.threads:
        raise Refused("unknown_thread")
    data = {"thread": thread} if thread else {}
    return append(session, kind, data, actor=actor, cmd_id=cmd_id, body=body, words=text)
