"""A command's way from the socket to the verb. Runs on a thread that may use the database."""

from functools import singledispatch

from people.models import User
from simulator import services
from simulator.doorkeeper import NotAdmitted, Pass, find_actor
from simulator.frames import (
    Command,
    End,
    Escalate,
    Pause,
    PublishNotice,
    Reply,
    Resolve,
    Resume,
    Speed,
    Treat,
    UpdateNotice,
)
from simulator.services import Ack, Refused


def perform(ticket: Pass, command: Command) -> Ack:
    """Does what was asked; when this returns it is committed. Raises SignedOut and services.Refused.

    A run that the sender may not see is `unknown_run`, and nothing is done to it, not even catching up.
    """
    try:
        actor = find_actor(ticket, command.run)
    except NotAdmitted:
        raise Refused("unknown_run") from None
    return _do(command, actor)


@singledispatch
def _do(command: Command, actor: User) -> Ack:
    raise TypeError(f"no verb for {command}")


@_do.register
def _reply(command: Reply, actor: User) -> Ack:
    return services.reply(
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        post=command.post,
        visibility=command.visibility,
        text=command.text,
        seen_seq=command.seen_seq,
    )


@_do.register
def _escalate(command: Escalate, actor: User) -> Ack:
    return services.escalate(
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        post=command.post,
        desk=command.desk,
        note=command.note,
    )


@_do.register
def _publish_notice(command: PublishNotice, actor: User) -> Ack:
    return services.publish_notice(
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        topic=command.topic,
        channel=command.channel,
        text=command.text,
    )


@_do.register
def _update_notice(command: UpdateNotice, actor: User) -> Ack:
    return services.update_notice(
        command.run, actor=actor, cmd_id=command.cmd_id, topic=command.topic, text=command.text
    )


@_do.register
def _treat(command: Treat, actor: User) -> Ack:
    return services.treat(
        command.run,
        actor=actor,
        cmd_id=command.cmd_id,
        thread=command.thread,
        post=command.post,
        as_=command.as_,
        reason=command.reason,
    )


@_do.register
def _resolve(command: Resolve, actor: User) -> Ack:
    return services.resolve(command.run, actor=actor, cmd_id=command.cmd_id, thread=command.thread)


@_do.register
def _pause(command: Pause, actor: User) -> Ack:
    return services.pause(command.run, actor=actor, cmd_id=command.cmd_id)


@_do.register
def _resume(command: Resume, actor: User) -> Ack:
    return services.resume(command.run, actor=actor, cmd_id=command.cmd_id)


@_do.register
def _end(command: End, actor: User) -> Ack:
    return services.end_run(command.run, actor=actor, cmd_id=command.cmd_id)


@_do.register
def _speed(command: Speed, actor: User) -> Ack:
    return services.set_speed(command.run, actor=actor, cmd_id=command.cmd_id, per_mille=command.per_mille)
