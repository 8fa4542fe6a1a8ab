"""Tags: a post is marked for others in the house, and the mark can be taken off again. Nobody outside sees it."""

from people.models import User
from scenarios.core.vocabulary import TAGS
from simulator.core.events import actor_of
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import find_post
from simulator.services.session import Session


def tag_post(run_id: int, *, actor: User, cmd_id: str, thread: str, post: str, tag: str) -> Ack:
    """Marks `post` with one of TAGS. Whoever waits still does, and nobody judges it.

    Raises Refused: bad_tag, unknown_thread, unknown_post, already_tagged, paused, ended, forbidden, conflict,
    unknown_run.
    """
    return _mark(
        run_id, "Tagged", "tag", actor=actor, cmd_id=cmd_id, asked={"thread": thread, "post": post, "tag": tag}
    )


def untag_post(run_id: int, *, actor: User, cmd_id: str, thread: str, post: str, tag: str) -> Ack:
    """Takes the mark off again.

    Raises Refused: bad_tag, unknown_thread, unknown_post, not_tagged, paused, ended, forbidden, conflict, unknown_run.
    """
    asked = {"thread": thread, "post": post, "tag": tag}
    return _mark(run_id, "Untagged", "untag", actor=actor, cmd_id=cmd_id, asked=asked)


def _mark(run_id: int, kind: str, type_: str, *, actor: User, cmd_id: str, asked: dict[str, str]) -> Ack:
    if asked["tag"] not in TAGS:
        raise Refused("bad_tag")

    def act(session: Session, body: str) -> int:
        require_running(session)
        find_post(session.state, thread=asked["thread"], post=asked["post"])
        is_tagged = asked["tag"] in session.state.tags.get(asked["post"], ())
        if is_tagged and kind == "Tagged":
            raise Refused("already_tagged")
        if not is_tagged and kind == "Untagged":
            raise Refused("not_tagged")
        event = session.add(kind, asked, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
        session.follow_up()
        return event.seq

    return run_command(run_id, act, actor=actor, cmd_id=cmd_id, body={"type": type_, **asked})
