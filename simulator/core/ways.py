"""The ways of a private reply beside a message: a call-back that is offered, a call, a mail (docs/desk.md, "Ways").

Rules kept here: nobody is called or written to at a number or an address that the desk does not know; the first line of
a mail's words is its subject, so that a person's words stay one text.
"""

from collections.abc import Mapping
from typing import Any

import regex

from scenarios.core.vocabulary import WAY_ENTRIES
from simulator.core.hearing import heard_in
from simulator.core.state import State

LONGEST_SUBJECT = 120
"""Graphemes."""

_GRAPHEME = regex.compile(r"\X")


def can_reach(state: State, persona: str, way: str) -> bool:
    """Whether the desk can take this way to `persona`: its number or address is in the record that they have shown, or
    they have come that way themselves."""
    entries = WAY_ENTRIES.get(way)
    if entries is None:
        return True
    known = state.plan.personas.get(persona) if persona in state.identified else None
    if known is not None and any(entry in known.record for entry in entries):
        return True
    return any(post.persona == persona and post.way == way for post in state.posts.values())


def find_way(state: State, persona: str) -> str:
    """Where somebody writes or speaks in private, if that is not the channel's own message: "call" or "mail". They come
    the way the desk took last, or else the one they were asked to take."""
    if persona in state.ways:
        return "call" if state.ways[persona] == "callback" else state.ways[persona]
    ways = heard_in(state, state.moved.get(persona, 0)).get("ways", ())
    return "" if "message" in ways else next((way for way in ("call", "mail") if way in ways), "")


def split_mail(words: str) -> tuple[str, str]:
    """Subject and body of a mail, each as it stands."""
    subject, _, body = words.partition("\n")
    return subject, body


def is_mail(words: str) -> bool:
    """Whether `words` are a mail: a subject that is not too long, and a body."""
    subject, body = split_mail(words)
    return bool(subject.strip()) and bool(body.strip()) and len(_GRAPHEME.findall(subject)) <= LONGEST_SUBJECT


def blank_subject(words: str) -> str:
    """A mail's words with its subject blanked out, as many graphemes as before: spans in them hold for both."""
    subject, body = split_mail(words)
    return f"{' ' * len(_GRAPHEME.findall(subject))}\n{body}"


def way_of(state: State, data: Mapping[str, Any]) -> str:
    """The way of the reply, or of the reply that is corrected, of which `data` are the event's."""
    corrected = state.replies.get(data.get("reply", 0))
    way: str = data.get("way", "") if corrected is None else corrected.way
    return way
