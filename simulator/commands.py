"""A command's way from the socket to the verb: prepared on a thread that reads, done on one that writes."""

from collections.abc import Callable
from functools import partial, singledispatch

from people.models import User
from simulator import services
from simulator.doorkeeper import NotAdmitted, Pass, find_actor
from simulator.frames import (
    Assign,
    Command,
    Correct,
    Delete,
    End,
    Escalate,
    Note,
    Pause,
    ProposeArticle,
    PublishNotice,
    Reply,
    Resolve,
    Resume,
    Speed,
    Tag,
    Treat,
    Untag,
    UpdateNotice,
)
from simulator.services import Ack, Refused

Verb = Callable[[], Ack]
"""Does what was asked for; when it returns, that is committed, or will be together with what waits for the same writer.
Raises services.Refused."""


def prepare(ticket: Pass, command: Command) -> Verb:
    """Everything that needs no lock: may they, and what do the words say? Raises SignedOut and services.Refused.

    A run that the sender may not see is `unknown_run`, and nothing is done to it, not even catching up.
    """
    try:
        actor = find_actor(ticket, command.run)
    except NotAdmitted:
        raise Refused("unknown_run") from None
    return prepare_for(actor, command)


def prepare_for(actor: User, command: Command) -> Verb:
    """The same, for somebody who may."""
    return _prepare(command, actor)


@singledispatch
def _prepare(command: Command, actor: User) -> Verb:
    raise TypeError(f"no verb for {command}")


@_prepare.register
def _reply(command: Reply, actor: User) -> Verb:
    return services.prepare_reply(
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        post=command.post,
        visibility=command.visibility,
        way=command.way or "",
        text=command.text,
        seen_seq=command.seen_seq,
    )


@_prepare.register
def _correct(command: Correct, actor: User) -> Verb:
    return services.prepare_correction(
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        reply=command.reply,
        text=command.text,
        seen_seq=command.seen_seq,
    )


@_prepare.register
def _delete(command: Delete, actor: User) -> Verb:
    return partial(services.delete_reply, command.run, actor=actor, cmd_id=command.cmd_id, reply=command.reply)


@_prepare.register
def _note(command: Note, actor: User) -> Verb:
    return partial(
        services.write_note,
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        text=command.text,
    )


@_prepare.register
def _assign(command: Assign, actor: User) -> Verb:
    asked = {"thread": command.thread, "to": command.to}
    return partial(services.assign, command.run, actor=actor, cmd_id=command.cmd_id, **asked)


@_prepare.register
def _escalate(command: Escalate, actor: User) -> Verb:
    return partial(
        services.escalate,
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        post=command.post,
        desk=command.desk,
        note=command.note,
    )


@_prepare.register
def _publish_notice(command: PublishNotice, actor: User) -> Verb:
    return services.prepare_publishing(
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        topic=command.topic,
        channel=command.channel,
        text=command.text,
    )


@_prepare.register
def _update_notice(command: UpdateNotice, actor: User) -> Verb:
    return services.prepare_update(
        command.run, actor=actor, cmd_id=command.cmd_id, topic=command.topic, text=command.text
    )


@_prepare.register
def _treat(command: Treat, actor: User) -> Verb:
    return partial(
        services.treat,
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        post=command.post,
        as_=command.as_,
        reason=command.reason,
    )


@_prepare.register
def _resolve(command: Resolve, actor: User) -> Verb:
    return partial(services.resolve, command.run, actor=actor, cmd_id=command.cmd_id, thread=command.thread)


@_prepare.register
def _propose_article(command: ProposeArticle, actor: User) -> Verb:
    return partial(
        services.propose_article,
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        title=command.title,
        text=command.text,
    )


@_prepare.register
def _tag(command: Tag, actor: User) -> Verb:
    asked = {"thread": command.thread, "post": command.post, "tag": command.tag}
    return partial(services.tag_post, command.run, actor=actor, cmd_id=command.cmd_id, **asked)


@_prepare.register
def _untag(command: Untag, actor: User) -> Verb:
    asked = {"thread": command.thread, "post": command.post, "tag": command.tag}
    return partial(services.untag_post, command.run, actor=actor, cmd_id=command.cmd_id, **asked)


@_prepare.register
def _pause(command: Pause, actor: User) -> Verb:
    return partial(services.pause, command.run, actor=actor, cmd_id=command.cmd_id)


@_prepare.register
def _resume(command: Resume, actor: User) -> Verb:
    return partial(services.resume, command.run, actor=actor, cmd_id=command.cmd_id)


@_prepare.register
def _end(command: End, actor: User) -> Verb:
    return partial(services.end_run, command.run, actor=actor, cmd_id=command.cmd_id)


@_prepare.register
def _speed(command: Speed, actor: User) -> Verb:
    return partial(services.set_speed, command.run, actor=actor, cmd_id=command.cmd_id, per_mille=command.per_mille)
