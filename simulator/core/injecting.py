"""What a coach writes into a run: posts and facts that fall due like any other, now or later.

Rules kept here: their words stay beside the input that brought them and are no part of any data; what falls due shows
them by pointing to that input, so that erasing one row clears both; nothing that the engine does depends on them, for a
log has to make itself again after they are erased.
"""

from dataclasses import replace
from typing import Any

from scenarios.core.drafting.people import DEFAULT_REACH
from scenarios.core.timeline import Needs, Persona
from simulator.core.events import Event
from simulator.core.lines import NO_NEEDS
from simulator.core.state import Injection, State
from simulator.core.ways import find_way

PREFIX = "said"
"""Begins the keys of posts, threads, people and facts that a coach brings; no author's key holds an underscore."""
SHOWN = {"PostAppeared": "post", "FactReleased": "fact"}
"""Kinds of derived event that may show a coach's words → the field with their key."""


def key_for(seq: int) -> str:
    """The key of what the input with this number brings."""
    return f"{PREFIX}_{seq}"


def is_by_coach(state: State, key: str) -> bool:
    """Whether a coach wrote this post or fact, so that nothing may follow from its words."""
    return key in state.injected


def find_words(state: State, key: str) -> str | None:
    """The words of what a coach brought under this key; None where no coach did, and once they are erased."""
    injection = state.injected.get(key)
    return None if injection is None else injection.words


def find_source(event: Event) -> int:
    """The number of the input whose words `event` shows; 0 for every other event."""
    key = event.data.get(SHOWN.get(event.kind, ""), "")
    return int(key.removeprefix(f"{PREFIX}_")) if key.startswith(f"{PREFIX}_") else 0


def needs_of_injected(injection: Injection) -> Needs:
    """Nobody wrote down what it calls for, but whether it calls for an answer."""
    return replace(NO_NEEDS, answer=bool(injection.data["answer"]))


def describe_injected_post(state: State, injection: Injection, at_ms: int) -> dict[str, Any]:
    """As any other post; but for its text, which is beside it. What is as usual is not written down."""
    data = injection.data
    thread, persona, visibility = data["thread"], data["persona"], data.get("visibility", "public")
    open_thread, planned = state.threads.get(thread), state.plan.threads.get(thread)
    named = open_thread or planned
    channel = state.plan.channels[data["channel"] if named is None else named.channel]
    mention = "direct" if planned is None else planned.mention
    person: Persona | None = state.plan.personas.get(persona)
    reach, role = (data.get("reach", DEFAULT_REACH), "customer") if person is None else (person.reach, person.role)
    target_ms = at_ms + (channel.first_target_ms if open_thread is None else channel.next_target_ms)
    way = find_way(state, persona) if visibility == "private" else ""
    reply_to = data.get("reply_to")
    return {
        "post": data["post"],
        "thread": thread,
        "channel": channel.key,
        "persona": persona,
        "name": state.cast[persona]["name"],
        "handle": state.cast[persona]["handle"],
        "text": None,
        "reply_to": reply_to if reply_to in state.posts else None,
        "first": open_thread is None,
        "target_ms": None if mention == "noise" else target_ms,
        **({"visibility": visibility} if visibility != "public" else {}),
        **({"way": way} if way else {}),
        **({"mention": mention} if mention != "direct" else {}),
        **({"reach": reach} if reach != DEFAULT_REACH else {}),
        **({"role": role} if role != "customer" else {}),
    }
