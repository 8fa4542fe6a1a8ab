"""Replies: their words are checked and read before the lock; inside it they are held against the run and written,
together with what the score says about them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NotRequired, TypedDict, Unpack

import regex

from people.models import User
from scenarios.core.timeline import Channel
from scenarios.core.vocabulary import PROTOCOL, VISIBILITIES, WAYS
from scoring.core import Reading, names_in, read_words
from simulator.core.events import WORLD, actor_of
from simulator.core.state import PostState, State
from simulator.core.ways import LONGEST_SUBJECT, can_reach, is_mail, way_of
from simulator.services import memory, readying
from simulator.services.assess import assess
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session

LONGEST_TEXT = 10_000
"""Characters of a reply on any channel, limits of channels apart."""

_GRAPHEME = regex.compile(r"\X")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, and halves of characters."""


class Asked(TypedDict):
    """What somebody wants to say, to which post. `seen_seq` is the last event that they had been shown. `way` is that
    of a private reply which is no message: callback, call or mail, whose first line is the subject."""

    thread: str
    post: str
    visibility: str
    text: str
    seen_seq: int
    way: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for the public and, if it could be made before the lock, their reading in the run's `state` and `way`."""

    text: str
    reading: Reading | None
    state: State | None
    way: str = ""


def reply(run_id: int, *, actor: User, cmd_id: str, **asked: Unpack[Asked]) -> Ack:
    """Sends a reply.

    Raises Refused: empty, bad_text, too_long, bad_visibility, bad_way, no_subject, unreachable, unknown_thread,
    unknown_post, thread_closed, paused, ended, forbidden, conflict, unknown_run.
    """
    return prepare_reply(run_id, actor=actor, cmd_id=cmd_id, **asked)()


def prepare_reply(run_id: int, *, actor: User, cmd_id: str, **asked: Unpack[Asked]) -> Callable[[], Ack]:
    """What sends the reply, after all that needs no lock: checking and reading its words. Raises Refused: empty,
    bad_text, too_long, bad_visibility, bad_way, no_subject; what is returned raises the others."""
    check_asked(asked)
    check_mail(asked["text"], way=asked.get("way", ""))
    draft = prepare_draft(run_id, asked["text"], way=asked.get("way", ""))

    def act(session: Session, body: str) -> int:
        require_running(session)
        data = _place(session.state, asked)
        return append_spoken(session, "ReplySent", draft, data, actor=actor, cmd_id=cmd_id, body=body)

    said = {**list_said("reply", asked), "text": asked["text"]}
    return partial(run_command, run_id, act, actor=actor, cmd_id=cmd_id, body=said)


def check_asked(asked: Asked) -> None:
    """Refuses what no run takes, whatever its state: the words, the visibility, the way."""
    check_text(asked["text"])
    if asked["visibility"] not in VISIBILITIES:
        raise Refused("bad_visibility")
    if (way := asked.get("way")) and (way not in WAYS or asked["visibility"] != "private"):
        raise Refused("bad_way")


def list_said(command: str, asked: Asked) -> dict[str, Any]:
    """What a resend of the same `command` says again, but for its words. Without `seen_seq`: the socket bounds it by
    what it has sent, so a resend over another socket may differ in it."""
    return {"type": command, **list_place(asked)}


def list_place(asked: Asked) -> dict[str, Any]:
    """Where it is to be said. Without a way where there is none: what was sent before there were ways is still the same
    command."""
    place = {"thread": asked["thread"], "post": asked["post"], "visibility": asked["visibility"]}
    return place | ({"way": way} if (way := asked.get("way")) else {})


def check_text(text: str, *, longest: int = LONGEST_TEXT) -> None:
    """Refuses what nobody takes: nothing, too much, and characters that cannot be stored."""
    if not text.strip():
        raise Refused("empty")
    if len(text) > longest:
        raise Refused("too_long", limit=longest, length=len(text))
    if not is_storable(text):
        raise Refused("bad_text")


def check_mail(text: str, *, way: str) -> None:
    """Refuses a mail without a subject line and a body below it."""
    if way == "mail" and not is_mail(text):
        raise Refused("no_subject", limit=LONGEST_SUBJECT)


def is_storable(text: str) -> bool:
    """Whether both databases take it: no NUL, and no half of a character."""
    return _UNSTORABLE.search(text) is None


def count_graphemes(text: str) -> int:
    """What a person would count as characters."""
    return len(_GRAPHEME.findall(text))


def find_post(state: State, *, thread: str, post: str) -> PostState:
    """The post, if it has appeared in that thread. Raises Refused."""
    if thread not in state.threads:
        raise Refused("unknown_thread")
    found = state.posts.get(post)
    if found is None or found.thread != thread:
        raise Refused("unknown_post")
    return found


def prepare_draft(run_id: int, text: str, *, way: str = "", corrects: int = 0) -> Draft:
    """Reads `text` before the lock is asked for, if the run is remembered; and what it will be held against in any
    case. What `corrects` a reply is read as that was."""
    state = memory.peek(run_id)
    if state is None:
        readying.ready_run(run_id)
        return Draft(text, None, None)
    names = names_in(state)
    readying.ready_state(state, names=names)
    way = way_of(state, {"way": way, "reply": corrects})
    return Draft(text, read_words(text, state=state, names=names, way=way), state, way)


def _place(state: State, asked: Asked) -> dict[str, Any]:
    """The data of ReplySent, or a refusal."""
    post = find_post(state, thread=asked["thread"], post=asked["post"])
    if asked["visibility"] == "public":
        # Who is thrown out of a thread can still write to its people.
        if asked["thread"] in state.closed:
            raise Refused("thread_closed")
        check_length(asked["text"], channel=state.plan.channels[state.threads[post.thread].channel])
    if not can_reach(state, post.persona, asked.get("way", "")):
        raise Refused("unreachable")
    # Who answers a post has seen it, even if the acknowledgement is still on its way.
    return {**list_place(asked), "seen_seq": min(max(asked["seen_seq"], post.seq), state.seq)}


def check_length(text: str, *, channel: Channel) -> None:
    """Refuses what is longer in public than its channel takes."""
    if channel.limit is None or len(text) <= channel.limit:
        return
    length = count_graphemes(text)
    if length > channel.limit:
        raise Refused("too_long", limit=channel.limit, length=length)


def append_spoken(
    session: Session, kind: str, draft: Draft, data: dict[str, Any], *, actor: User, cmd_id: str, body: str
) -> int:
    """Writes what the public can read: a reply or a notice, its assessment, and what follows from it at once."""
    remembered, reading = session.remembered, read_draft(session, draft, data)
    by = actor_of(actor.pk)
    judged = assess(remembered, reading, actor=by, data=data, at_ms=session.stamp)
    sent = session.add(kind, data, actor=by, words=draft.text, cmd_id=cmd_id, body=body)
    if kind == "ReplySent" and data.get("way") != PROTOCOL:
        remembered.shelves[by].keep(sent.seq, reading, is_public=data["visibility"] == "public")
    assessed = session.add("ReplyAssessed", {**judged, "reply": sent.seq}, actor=WORLD, at_ms=sent.at_ms)
    session.follow_up()
    return assessed.seq


def read_draft(session: Session, draft: Draft, data: Mapping[str, Any]) -> Reading:
    """The draft's reading; made now where that before the lock could not be made, or was of another run's words."""
    state, way = session.state, way_of(session.state, data)
    if draft.reading is None or draft.state is not state or draft.way != way:
        return read_words(draft.text, state=state, way=way)
    return draft.reading
