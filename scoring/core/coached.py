"""What of a run was a coach's doing, for the debrief to say so beside what it shows."""

from collections.abc import Sequence
from typing import Any

from simulator.core.events import Event
from simulator.core.state import State


def list_coached(state: State, events: Sequence[Event]) -> dict[str, Any]:
    """Ready for canonical JSON; empty where no coach did anything of the kind. `posts` are keys of what a coach
    brought, and of what people said about that; `replies` the seqs of those that were written to it; `whispered` the
    first reply after each whisper, in its thread if it named one; `waves` and `heat` what the coach did to the public.
    """
    posts = [post.key for post in state.posts.values() if post.is_coached]
    replies = [reply.seq for reply in state.replies.values() if state.posts[reply.post].is_coached]
    whispers = [event for event in events if event.kind == "Whispered"]
    whispered = dict.fromkeys(seq for each in whispers if (seq := _find_next_reply(state, each)))
    found = {
        "posts": posts,
        "replies": replies,
        "whispered": list(whispered),
        "waves": [_place(event) for event in events if event.kind == "WaveRaised"],
        "heat": [_place(event) for event in events if event.kind == "HeatTurned"],
    }
    return {name: items for name, items in found.items() if items}


def _find_next_reply(state: State, whisper: Event) -> int | None:
    thread = whisper.data.get("thread")
    later = (each for each in state.replies.values() if each.seq > whisper.seq and thread in (None, each.thread))
    return next((each.seq for each in later), None)


def _place(event: Event) -> dict[str, int]:
    """When it began to work, and how much of it there was."""
    data = {name: value for name, value in event.data.items() if name != "due_ms"}
    return {"at_ms": event.data.get("due_ms", event.at_ms), **data}
