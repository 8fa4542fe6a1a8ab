"""One thread of the view: how it begins, and how it changes with an event (docs/wire.md, "The view")."""

from collections.abc import Mapping
from typing import Any

from simulator.core.view_states import move_state, read_step

View = Mapping[str, Any]
Frame = Mapping[str, Any]

NEW_THREAD: View = {
    "state": "crowd",
    "posts": [],
    "unanswered": [],
    "due_ms": None,
    "crowd": 0,
    "desks": {},
    "treated": {},
    "tags": {},
    "resolved": False,
    "closed": None,
    "assigned": None,
}


def add_entry(thread: View, frame: Frame, entry: View, **more: Any) -> View:
    """`thread` with `entry` at its end, and `more` of its fields as they are now."""
    return change_thread(thread, frame, posts=[*thread["posts"], entry], **more)


def change_thread(thread: View, frame: Frame, **more: Any) -> View:
    """`thread` with `more` of its fields as they are since `frame`, and what follows from them: when the next answer is
    due, and where the thread stands.
    """
    changed = {**thread, **more, "last_at_ms": frame["at_ms"]}
    targets = [
        entry["target_ms"]
        for entry in changed["posts"]
        if entry["kind"] == "post" and entry["post"] in changed["unanswered"] and entry["target_ms"] is not None
    ]
    step = read_step(frame["kind"], frame["data"], waits=bool(changed["unanswered"]))
    return {**changed, "due_ms": min(targets, default=None), "state": move_state(thread["state"], step)}


def put_thread(view: View, key: str, thread: View) -> View:
    """The part of `view` that changes when `key` is `thread` from now on."""
    return {"threads": {**view["threads"], key: thread}}
