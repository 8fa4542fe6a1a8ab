"""A command's way from the socket to the verb: prepared on a thread that reads, done on one that writes."""

from collections.abc import Callable, Mapping
from functools import partial

from people.models import User
from simulator import services
from simulator.doorkeeper import NotAdmitted, Pass, find_actor
from simulator.messages import (
    Assign,
    Command,
    Correct,
    Delete,
    End,
    Escalate,
    InjectFact,
    InjectPost,
    Note,
    NoteMoment,
    Pause,
    ProposeArticle,
    PublishNotice,
    RaiseWave,
    Reply,
    Resolve,
    Resume,
    Skip,
    Speed,
    Tag,
    Treat,
    TurnHeat,
    Unblock,
    Untag,
    UpdateNotice,
    Whisper,
)
from simulator.services import Ack, Refused

Verb = Callable[[], Ack]
"""Does what was asked for; when it returns, that is committed, or will be together with what waits for the same writer.
Raises services.Refused."""

PREPARED: Mapping[type[Command], Callable[..., Verb]] = {
    Reply: services.prepare_reply,
    Correct: services.prepare_correction,
    PublishNotice: services.prepare_publishing,
    UpdateNotice: services.prepare_update,
}
"""What has words to read first. Here as below, a verb's keywords are its command's fields, which a test holds."""

DONE: Mapping[type[Command], Callable[..., Ack]] = {
    Delete: services.delete_reply,
    Note: services.write_note,
    Assign: services.assign,
    Escalate: services.escalate,
    Treat: services.treat,
    Unblock: services.unblock,
    Resolve: services.resolve,
    ProposeArticle: services.propose_article,
    Tag: services.tag_post,
    Untag: services.untag_post,
    Pause: services.pause,
    Resume: services.resume,
    End: services.end_run,
    Speed: services.set_speed,
    Skip: services.skip,
    InjectPost: services.inject_post,
    InjectFact: services.inject_fact,
    RaiseWave: services.raise_wave,
    TurnHeat: services.turn_heat,
    Whisper: services.whisper,
    NoteMoment: services.note_moment,
}


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
    kind = type(command)
    asked = {name: getattr(command, name) for name in kind.model_fields if name not in ("type", "run")}
    if kind in PREPARED:
        return PREPARED[kind](command.run, actor=actor, **asked)
    return partial(DONE[kind], command.run, actor=actor, **asked)
