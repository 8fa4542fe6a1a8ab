"""What the browser shows of a run, folded from the frames it was sent (docs/wire.md, "The view").

The browser does the same in trainer_ui/static/trainer_ui/js/run/view.js; tests/vectors hold the two together. Rules
kept here: pure, a frame in and a new view out, nothing of the old one changed; a frame that is already in the view
changes nothing; a kind that is unknown moves only `seq`, so that an old page survives a new server.
"""

from collections.abc import Callable, Mapping
from typing import Any

View = Mapping[str, Any]
Frame = Mapping[str, Any]

CLOCK_KINDS = frozenset({"RunStarted", "RunForked", "Paused", "Resumed", "SpeedChanged", "Interrupted", "RunEnded"})
"""The kinds that move the run's clock."""


def start_view() -> View:
    """The view of a run of which nothing is known yet."""
    return {
        "seq": 0,
        "state": "running",
        "at_ms": 0,
        "per_mille": 1000,
        "clock": {"wall_ms": 0, "run_ms": 0, "per_mille": 1000, "paused": False},
        "agent": "",
        "facts": [],
        "threads": {},
        "order": [],
    }


def fold_frame(view: View, frame: Frame) -> View:
    """The view after an `event` frame. Frames come in the order of `seq`; one that was folded before changes
    nothing."""
    if frame["seq"] <= view["seq"]:
        return view
    moved = {**view, "seq": frame["seq"], "at_ms": frame["at_ms"]}
    fold = FOLDS.get(frame["kind"])
    return moved if fold is None else {**moved, **fold(moved, frame)}


def is_next(view: View, frame: Frame) -> bool:
    """Whether nothing is missing between the view and the frame. If not, the run has to be followed again."""
    return bool(frame["after"] == view["seq"])


def run_ms(clock: Mapping[str, Any], *, wall_ms: int) -> int:
    """The run's time at `wall_ms`, in milliseconds; the same arithmetic as simulator.core.clock."""
    if clock["paused"]:
        return int(clock["run_ms"])
    return int(clock["run_ms"] + max(0, wall_ms - clock["wall_ms"]) * clock["per_mille"] // 1000)


def fold_clock(clock: Mapping[str, Any], frame: Frame) -> Mapping[str, Any]:
    """The clock after a frame, of any kind. Every kind that moves it anchors it at the event's own run time."""
    kind, data = frame["kind"], frame["data"]
    if kind not in CLOCK_KINDS:
        return clock
    if kind == "RunEnded":
        return {**clock, "run_ms": frame["at_ms"], "paused": True}
    moved = {**clock, "wall_ms": data["to_ms"] if kind == "Interrupted" else data["wall_ms"], "run_ms": frame["at_ms"]}
    if kind in ("Paused", "Resumed"):
        moved["paused"] = kind == "Paused"
    if kind in ("RunStarted", "SpeedChanged"):
        moved["per_mille"] = data["speed"] if kind == "RunStarted" else data["per_mille"]
    return moved


def _fold_clock(view: View, frame: Frame) -> View:
    clock = fold_clock(view["clock"], frame)
    state = "ended" if frame["kind"] == "RunEnded" else "paused" if clock["paused"] else "running"
    return {"clock": clock, "per_mille": clock["per_mille"], "state": state}


def _start(view: View, frame: Frame) -> View:
    return {**_fold_clock(view, frame), "agent": frame["data"]["agent"]}


def _release_fact(view: View, frame: Frame) -> View:
    data = frame["data"]
    fact = {"fact": data["fact"], "text": data["text"], "approved": data.get("approved"), "at_ms": frame["at_ms"]}
    return {"facts": [*view["facts"], fact]}


def _show_post(view: View, frame: Frame) -> View:
    data = frame["data"]
    entry = {
        "kind": "post",
        "post": data["post"],
        "persona": data["persona"],
        "name": data["name"],
        "handle": data["handle"],
        "text": data["text"],
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
        "reply_to": data.get("reply_to"),
        "target_ms": data["target_ms"],
    }
    key = data["thread"]
    known = key in view["threads"]
    thread = view["threads"][key] if known else {"channel": data["channel"], "posts": [], "unanswered": []}
    changed = _change_thread(thread, frame, entry=entry, unanswered=[*thread["unanswered"], data["post"]])
    return {
        "threads": {**view["threads"], key: changed},
        "order": view["order"] if known else [*view["order"], key],
    }


def _show_reply(view: View, frame: Frame) -> View:
    """A reply answers all posts of the same person in the thread that are there."""
    data = frame["data"]
    thread = view["threads"][data["thread"]]
    personas = {entry["post"]: entry["persona"] for entry in thread["posts"] if entry["kind"] == "post"}
    entry = {
        "kind": "reply",
        "reply": frame["seq"],
        "name": view["agent"],
        "text": frame.get("words"),
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
        "reply_to": data["post"],
        "visibility": data["visibility"],
    }
    open_posts = [post for post in thread["unanswered"] if personas[post] != personas[data["post"]]]
    return {
        "threads": {
            **view["threads"],
            data["thread"]: _change_thread(thread, frame, entry=entry, unanswered=open_posts),
        }
    }


def _change_thread(thread: View, frame: Frame, *, entry: View, unanswered: list[str]) -> View:
    posts = [*thread["posts"], entry]
    targets = [post["target_ms"] for post in posts if post["kind"] == "post" and post["post"] in unanswered]
    return {
        "channel": thread["channel"],
        "posts": posts,
        "unanswered": unanswered,
        "due_ms": min(targets, default=None),
        "last_at_ms": frame["at_ms"],
    }


FOLDS: Mapping[str, Callable[[View, Frame], View]] = {
    "RunStarted": _start,
    "RunForked": _fold_clock,
    "Paused": _fold_clock,
    "Resumed": _fold_clock,
    "SpeedChanged": _fold_clock,
    "Interrupted": _fold_clock,
    "RunEnded": _fold_clock,
    "FactReleased": _release_fact,
    "PostAppeared": _show_post,
    "ReplySent": _show_reply,
}
