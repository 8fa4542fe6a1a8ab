"""Where several work in one run: who has which thread open, and whose it is (docs/wire.md, "The view").

The twin of js/run/team.js. Rules kept here: presence is of the moment and no part of the log, so it moves no `seq`; a
thread's assignment is, and keeps nobody from anything.
"""

from collections.abc import Mapping
from typing import Any

View = Mapping[str, Any]
Frame = Mapping[str, Any]


def fold_presence(view: View, frame: Frame) -> View:
    """The view after a `presence` frame."""
    others = {actor: each for actor, each in view["present"].items() if actor != frame["actor"]}
    mine = {} if frame.get("gone", False) else {frame["actor"]: {"name": frame["name"], "thread": frame.get("thread")}}
    return {**view, "present": {**others, **mine}}


def assign_thread(view: View, frame: Frame) -> View:
    """Whose the thread is; it stands where it stood, and waits as long as it did."""
    key = frame["data"]["thread"]
    return {"threads": {**view["threads"], key: {**view["threads"][key], "assigned": frame["data"]["to"]}}}
