"""A command's way from the socket to the verb. Runs on a thread that may use the database."""

from functools import singledispatch

from people.models import User
from simulator import services
from simulator.doorkeeper import NotAdmitted, Pass, find_actor
from simulator.frames import Command, End, Pause, Reply, Resume, Speed
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
