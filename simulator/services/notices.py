"""The notice: one public word about a topic, that everybody can be pointed to, and that has to be kept up to date.

Its words are public, so they are read before the lock and judged inside it, as those of a reply are.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from people.models import User
from simulator.core.state import State
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import append_spoken, check_length, check_text, prepare_draft
from simulator.services.session import Session


def publish_notice(run_id: int, *, actor: User, cmd_id: str, topic: str, channel: str, text: str) -> Ack:
    """Publishes the notice about `topic` on `channel`.

    Raises Refused: empty, bad_text, too_long, unknown_topic, unknown_channel, already_published, paused, ended,
    forbidden, conflict, unknown_run.
    """
    send = prepare_publishing(run_id, actor=actor, cmd_id=cmd_id, topic=topic, channel=channel, text=text)
    return send()


def prepare_publishing(
    run_id: int, *, actor: User, cmd_id: str, topic: str, channel: str, text: str
) -> Callable[[], Ack]:
    """What publishes the notice, after all that needs no lock. Raises Refused: empty, bad_text, too_long; what is
    returned raises the others."""

    def place(state: State) -> str:
        if state.timeline.public.notice is None or topic not in state.timeline.public.notice.topics:
            raise Refused("unknown_topic")
        if channel not in state.plan.channels:
            raise Refused("unknown_channel")
        if topic in state.notices:
            raise Refused("already_published")
        return channel

    asked = {"topic": topic, "channel": channel}
    said = {"type": "publish_notice", **asked, "text": text}
    return _prepare(run_id, "NoticePublished", asked, place, actor=actor, cmd_id=cmd_id, said=said)


def update_notice(run_id: int, *, actor: User, cmd_id: str, topic: str, text: str) -> Ack:
    """Says in the notice about `topic` what holds now.

    Raises Refused: empty, bad_text, too_long, no_notice, unchanged, paused, ended, forbidden, conflict, unknown_run.
    """
    send = prepare_update(run_id, actor=actor, cmd_id=cmd_id, topic=topic, text=text)
    return send()


def prepare_update(run_id: int, *, actor: User, cmd_id: str, topic: str, text: str) -> Callable[[], Ack]:
    """What updates the notice, after all that needs no lock. Raises Refused: empty, bad_text, too_long; what is
    returned raises the others."""

    def place(state: State) -> str:
        if topic not in state.notices:
            raise Refused("no_notice")
        # Who only says it again tells nobody anything, and it would seem fresh all the same.
        if text.split() == (state.notices[topic].words or "").split():
            raise Refused("unchanged")
        return state.notices[topic].channel

    said = {"type": "update_notice", "topic": topic, "text": text}
    return _prepare(run_id, "NoticeUpdated", {"topic": topic}, place, actor=actor, cmd_id=cmd_id, said=said)


def _prepare(
    run_id: int,
    kind: str,
    data: dict[str, Any],
    place: Callable[[State], str],
    *,
    actor: User,
    cmd_id: str,
    said: dict[str, Any],
) -> Callable[[], Ack]:
    """What writes the notice's event. `place` says where it stands, or refuses it."""
    check_text(said["text"])
    draft = prepare_draft(run_id, said["text"])

    def act(session: Session, body: str) -> int:
        require_running(session)
        channel = session.state.plan.channels[place(session.state)]
        check_length(draft.text, channel=channel)
        return append_spoken(session, kind, draft, data, actor=actor, cmd_id=cmd_id, body=body)

    return partial(run_command, run_id, act, actor=actor, cmd_id=cmd_id, body=said)
