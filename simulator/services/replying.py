"""Replies: their words are checked and read before the lock; inside it they are held against the run and written,
together with what the score says about them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import regex

from people.models import User
from scenarios.core.timeline import Channel
from scenarios.core.vocabulary import VISIBILITIES
from scoring.core import Reading, names_in
from simulator.core.events import WORLD, actor_of
from simulator.core.state import State
from simulator.services import memory
from simulator.services.assess import assess, read_words
from simulator.services.commands import run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.session import Session

LONGEST_TEXT = 10_000
"""Characters of a reply on any channel, limits of channels apart."""

_GRAPHEME = regex.compile(r"\X")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, and halves of characters."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A reply's words and, if it could be made before the lock, their reading with the run's `names`."""

    text: str
    reading: Reading | None
    names: frozenset[str]


def reply(
    run_id: int, *, actor: User, cmd_id: str, thread: str, post: str, visibility: str, text: str, seen_seq: int
) -> Ack:
    """Sends `text` to `post`. `seen_seq` is the last event that the sender had been shown.

    Raises Refused: empty, bad_text, too_long, bad_visibility, unknown_thread, unknown_post, paused, ended, forbidden,
    conflict, unknown_run.
    """
    send = prepare_reply(
        run_id, actor=actor, cmd_id=cmd_id, thread=thread, post=post, visibility=visibility, text=text,
        seen_seq=seen_seq,
    )  # fmt: skip
    return send()


def prepare_reply(
    run_id: int, *, actor: User, cmd_id: str, thread: str, post: str, visibility: str, text: str, seen_seq: int
) -> Callable[[], Ack]:
    """What sends the reply, after all that needs no lock: checking and reading its words. Raises Refused: empty,
    bad_text, too_long, bad_visibility; what is returned raises the others."""
    check_text(text)
    if visibility not in VISIBILITIES:
        raise Refused("bad_visibility")
    draft = _read_draft(run_id, text)
    asked = {"thread": thread, "post": post, "visibility": visibility, "seen_seq": seen_seq}

    def act(session: Session, body: str) -> int:
        data = _place(session.state, asked, text=text)
        return _append(session, draft, data, actor=actor, cmd_id=cmd_id, body=body)

    # Without `seen_seq`: the socket bounds it by what it has sent, so a resend over another socket may differ in it.
    said = {"type": "reply", "thread": thread, "post": post, "visibility": visibility, "text": text}
    return partial(run_command, run_id, act, actor=actor, cmd_id=cmd_id, body=said)


def check_text(text: str) -> None:
    """Refuses what no channel takes: nothing, too much, and characters that cannot be stored."""
    if not text.strip():
        raise Refused("empty")
    if len(text) > LONGEST_TEXT:
        raise Refused("too_long", limit=LONGEST_TEXT, length=len(text))
    if _UNSTORABLE.search(text):
        raise Refused("bad_text")


def count_graphemes(text: str) -> int:
    """What a person would count as characters."""
    return len(_GRAPHEME.findall(text))


def _read_draft(run_id: int, text: str) -> _Draft:
    state = memory.peek(run_id)
    if state is None:
        return _Draft(text, None, frozenset())
    names = names_in(state)
    return _Draft(text, read_words(text, state=state, names=names), names)


def _place(state: State, asked: dict[str, Any], *, text: str) -> dict[str, Any]:
    """The data of ReplySent, or a refusal."""
    if state.clock.paused:
        raise Refused("paused")
    if asked["thread"] not in state.threads:
        raise Refused("unknown_thread")
    post = state.posts.get(asked["post"])
    if post is None or post.thread != asked["thread"]:
        raise Refused("unknown_post")
    if asked["visibility"] == "public":
        _check_length(text, channel=state.plan.channels[state.plan.threads[post.thread].channel])
    # Who answers a post has seen it, even if the acknowledgement is still on its way.
    return {**asked, "seen_seq": min(max(asked["seen_seq"], post.seq), state.seq)}


def _check_length(text: str, *, channel: Channel) -> None:
    if channel.limit is None or len(text) <= channel.limit:
        return
    length = count_graphemes(text)
    if length > channel.limit:
        raise Refused("too_long", limit=channel.limit, length=length)


def _append(session: Session, draft: _Draft, data: dict[str, Any], *, actor: User, cmd_id: str, body: str) -> int:
    state, remembered = session.state, session.remembered
    reading = draft.reading
    if reading is None or reading.language != state.language or draft.names != names_in(state):
        reading = read_words(draft.text, state=state)
    by = actor_of(actor.pk)
    judged = assess(remembered, reading, actor=by, data=data, at_ms=session.stamp)
    sent = session.add("ReplySent", data, actor=by, words=draft.text, cmd_id=cmd_id, body=body)
    remembered.prose[sent.seq] = reading.prose
    assessed = session.add("ReplyAssessed", {**judged, "reply": sent.seq}, actor=WORLD, at_ms=sent.at_ms)
    session.follow_up()
    return assessed.seq
