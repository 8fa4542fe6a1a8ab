"""What a client may send over the socket (docs/wire.md): its messages, parsed into types.

Rule kept here: a message is a type or a BadFrame, never a traceback.
"""

import json
from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

MAX_FRAME_BYTES = 65_536
"""Longest message a client may send; the servers are told the same."""


class BadFrame(Exception):
    """The client's message is no frame of ours. `cmd_id` is the client's, where one could be read."""

    def __init__(self, reason: str, *, cmd_id: str | None = None) -> None:
        super().__init__(reason)
        self.cmd_id = cmd_id


def _refuse_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("NUL is no text")
    return text


Number = Annotated[int, Field(ge=0, lt=2**53)]
Name = Annotated[str, Field(min_length=1, max_length=64), AfterValidator(_refuse_nul)]
Topic = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(_refuse_nul)]
Text = Annotated[str, Field(max_length=20_000), AfterValidator(_refuse_nul)]


class Message(BaseModel):
    """What a client sends. Wrong types, unknown fields and numbers beyond JavaScript's are refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Follow(Message):
    type: Literal["follow"]
    run: Number
    after: Number


class Unfollow(Message):
    type: Literal["unfollow"]
    run: Number


class Look(Message):
    """Which thread of the run this tab shows, for others who work in it; None for none. Never what is typed there."""

    type: Literal["look"]
    run: Number
    thread: Name | None


class Heartbeat(Message):
    """The answer to the server's heartbeat: the last seq received, by run."""

    type: Literal["heartbeat"]
    seen: dict[Annotated[str, Field(pattern=r"^\d{1,16}$")], Number]


class Command(Message):
    """Something that adds to a run's log. `cmd_id` is made by the client, and the same in every resend."""

    cmd_id: Name
    run: Number


class Reply(Command):
    type: Literal["reply"]
    thread: Name
    post: Name
    visibility: Name
    way: Name = ""
    text: Text
    seen_seq: Number


class Correct(Command):
    type: Literal["correct"]
    reply: Number
    seen_seq: Number
    text: Text


class Delete(Command):
    type: Literal["delete"]
    reply: Number


class Note(Command):
    type: Literal["note"]
    thread: Name
    text: Text


class Assign(Command):
    type: Literal["assign"]
    thread: Name
    to: Name | None


class Escalate(Command):
    type: Literal["escalate"]
    thread: Name
    post: Name
    desk: Name
    note: Text


class PublishNotice(Command):
    type: Literal["publish_notice"]
    topic: Topic
    channel: Name
    text: Text


class UpdateNotice(Command):
    type: Literal["update_notice"]
    topic: Topic
    text: Text


class Treat(Command):
    type: Literal["treat"]
    thread: Name
    post: Name
    as_: Annotated[Name, Field(alias="as")]
    reason: Name


class Unblock(Command):
    type: Literal["unblock"]
    thread: Name
    post: Name


class Resolve(Command):
    type: Literal["resolve"]
    thread: Name


class ProposeArticle(Command):
    type: Literal["propose_article"]
    thread: Name
    title: Text
    text: Text


class Tag(Command):
    type: Literal["tag"]
    thread: Name
    post: Name
    tag: Name


class Untag(Command):
    type: Literal["untag"]
    thread: Name
    post: Name
    tag: Name


class Pause(Command):
    type: Literal["pause"]
    reason: Name = ""


class Resume(Command):
    type: Literal["resume"]


class End(Command):
    type: Literal["end"]


class Speed(Command):
    type: Literal["speed"]
    per_mille: Number


class Skip(Command):
    type: Literal["skip"]
    to_ms: Number


class InjectPost(Command):
    type: Literal["inject_post"]
    text: Text
    answer: bool
    persona: Name = ""
    name: Name = ""
    thread: Name = ""
    channel: Name = ""
    reply_to: Name = ""
    visibility: Name = "public"
    reach: Number | None = None
    due_ms: Number | None = None


class InjectFact(Command):
    type: Literal["inject_fact"]
    fact: Name = ""
    text: Text = ""
    due_ms: Number | None = None


class RaiseWave(Command):
    type: Literal["raise_wave"]
    posts: Number
    seconds: Number
    due_ms: Number | None = None


class TurnHeat(Command):
    type: Literal["turn_heat"]
    milli: Annotated[int, Field(gt=-(2**53), lt=2**53)]
    due_ms: Number | None = None


class Whisper(Command):
    type: Literal["whisper"]
    text: Text
    thread: Name = ""


class NoteMoment(Command):
    type: Literal["note_moment"]
    text: Text = ""
    thread: Name = ""


COMMANDS: Mapping[str, type[Message]] = {
    "follow": Follow,
    "unfollow": Unfollow,
    "heartbeat": Heartbeat,
    "look": Look,
    "reply": Reply,
    "correct": Correct,
    "delete": Delete,
    "note": Note,
    "assign": Assign,
    "escalate": Escalate,
    "publish_notice": PublishNotice,
    "update_notice": UpdateNotice,
    "treat": Treat,
    "unblock": Unblock,
    "resolve": Resolve,
    "propose_article": ProposeArticle,
    "tag": Tag,
    "untag": Untag,
    "pause": Pause,
    "resume": Resume,
    "end": End,
    "speed": Speed,
    "skip": Skip,
    "inject_post": InjectPost,
    "inject_fact": InjectFact,
    "raise_wave": RaiseWave,
    "turn_heat": TurnHeat,
    "whisper": Whisper,
    "note_moment": NoteMoment,
}
"""Every message a client may send, by its `type`."""

_any_of_them: Any = Annotated[reduce(or_, COMMANDS.values()), Field(discriminator="type")]
_message: TypeAdapter[Any] = TypeAdapter(_any_of_them)


def parse_message(text: str | None) -> Any:
    """The client's `text` (None: it was binary) as one of COMMANDS' types. Raises BadFrame."""
    if text is None:
        raise BadFrame("binary")
    if len(text) > MAX_FRAME_BYTES or len(text.encode("utf-8", "replace")) > MAX_FRAME_BYTES:
        raise BadFrame("size")
    try:
        return _message.validate_json(text)
    except ValidationError as error:
        raise BadFrame(str(error.errors(include_url=False)[0]["msg"]), cmd_id=_find_cmd_id(text)) from error


def _find_cmd_id(text: str) -> str | None:
    """The `cmd_id` of a message that was refused, so that its sender knows which one it was."""
    try:
        cmd_id = json.loads(text)["cmd_id"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return cmd_id if isinstance(cmd_id, str) and len(cmd_id) <= 64 else None
