"""What the browser shows of a run, folded from the frames it was sent (docs/wire.md, "The view").

The browser does the same in trainer_ui/static/trainer_ui/js/run/view.js; tests/vectors hold the two together. Rules
kept here: pure, a frame in and a new view out, nothing of the old one changed; a frame that is already in the view
changes nothing; a kind that is unknown moves only `seq`, so that an old page survives a new server.
"""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.core.view_acts import ACT_FOLDS
from simulator.core.view_team import assign_thread, fold_presence
from simulator.core.view_thread import Frame as Frame
from simulator.core.view_thread import View
from simulator.core.view_threads import REPLY_FOLDS

CLOCK_KINDS = frozenset(
    {"RunStarted", "RunForked", "Paused", "Resumed", "SpeedChanged", "Skipped", "Interrupted", "RunEnded"}
)
"""The kinds that move the run's clock: each anchors it at its own run time, a skip at that which it leads to."""


def start_view() -> View:
    """The view of a run of which nothing is known yet."""
    return {
        "seq": 0,
        "state": "running",
        "at_ms": 0,
        "per_mille": 1000,
        "clock": {"wall_ms": 0, "run_ms": 0, "per_mille": 1000, "paused": False},
        "halt": None,
        "agent": "",
        "heat": 0,
        "moods": {},
        "facts": [],
        "notices": {},
        "customers": {},
        "whispers": [],
        "moments": [],
        "present": {},
        "blocked": {},
        "threads": {},
        "order": [],
    }


def fold_frame(view: View, frame: Frame) -> View:
    """The view after an `event` frame. Frames come in the order of `seq`; one that was folded before changes
    nothing. A `presence` frame is no event and comes whenever it comes."""
    if frame["type"] == "presence":
        return fold_presence(view, frame)
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
    """The clock after a frame, of any kind."""
    kind, data = frame["kind"], frame["data"]
    if kind not in CLOCK_KINDS:
        return clock
    if kind == "RunEnded":
        return {**clock, "run_ms": frame["at_ms"], "paused": True}
    moved = {**clock, "wall_ms": data["to_ms"] if kind == "Interrupted" else data["wall_ms"], "run_ms": frame["at_ms"]}
    if kind == "Skipped":
        moved["run_ms"] = data["to_ms"]
    if kind in ("Paused", "Resumed"):
        moved["paused"] = kind == "Paused"
    if kind in ("RunStarted", "SpeedChanged"):
        moved["per_mille"] = data["speed"] if kind == "RunStarted" else data["per_mille"]
    return moved


def _fold_clock(view: View, frame: Frame) -> View:
    clock = fold_clock(view["clock"], frame)
    state = "ended" if frame["kind"] == "RunEnded" else "paused" if clock["paused"] else "running"
    halt = view["halt"] if state == "paused" else None
    if frame["kind"] == "Paused":
        halt = {"by": frame.get("by"), "reason": frame["data"].get("reason")}
    return {"clock": clock, "per_mille": clock["per_mille"], "state": state, "halt": halt}


def _start(view: View, frame: Frame) -> View:
    """Heat begins where the scenario says; MoodMoved tells only what moves it."""
    data = frame["data"]
    return {**_fold_clock(view, frame), "agent": data["agent"], "heat": data.get("heat", 0)}


def _release_fact(view: View, frame: Frame) -> View:
    """A fact that a newer one replaces stays, and says so: people have been told it."""
    data = frame["data"]
    fact = {
        "fact": data["fact"],
        "text": frame.get("words", data["text"]),
        "approved": data.get("approved"),
        "at_ms": frame["at_ms"],
        "kind": data.get("kind", "information"),
        "is_replaced": False,
        "replaced_ms": None,
        "replaces": data.get("replaces"),
    }
    before = [
        {**each, "is_replaced": True, "replaced_ms": frame["at_ms"]}
        if each["fact"] == data.get("replaces") and not each["is_replaced"]
        else each
        for each in view["facts"]
    ]
    return {"facts": [*before, fact]}


def _move_mood(view: View, frame: Frame) -> View:
    """Of each person, the anger that was told last; nothing is known of whom nothing has moved yet."""
    return {"heat": frame["data"]["heat"], "moods": {**view["moods"], **frame["data"].get("moods", {})}}


def _publish_notice(view: View, frame: Frame) -> View:
    """Published or updated: the notice about a topic says what it said last."""
    topic = frame["data"]["topic"]
    known = view["notices"].get(topic)
    notice = {
        "channel": frame["data"]["channel"] if known is None else known["channel"],
        "text": frame.get("words"),
        "published_ms": frame["at_ms"] if known is None else known["published_ms"],
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
    }
    return {"notices": {**view["notices"], topic: notice}}


def _identify(view: View, frame: Frame) -> View:
    data = frame["data"]
    customer = {
        "thread": data["thread"],
        "record": data["record"],
        "history": data.get("history", []),
        "at_ms": frame["at_ms"],
    }
    return {"customers": {**view["customers"], data["persona"]: customer}}


def _whisper(view: View, frame: Frame) -> View:
    """A coach's word to the trainee."""
    return {"whispers": [*view["whispers"], _read_aside(frame)]}


def _note_moment(view: View, frame: Frame) -> View:
    """A coach's note of a moment, which coaches alone are sent."""
    return {"moments": [*view["moments"], _read_aside(frame)]}


def _read_aside(frame: Frame) -> View:
    return {
        "by": frame.get("by"),
        "thread": frame["data"].get("thread"),
        "text": frame.get("words"),
        "at_ms": frame["at_ms"],
        "seq": frame["seq"],
    }


FOLDS: Mapping[str, Callable[[View, Frame], View]] = {
    "RunStarted": _start,
    "RunForked": _fold_clock,
    "Paused": _fold_clock,
    "Resumed": _fold_clock,
    "SpeedChanged": _fold_clock,
    "Skipped": _fold_clock,
    "Interrupted": _fold_clock,
    "RunEnded": _fold_clock,
    "FactReleased": _release_fact,
    "MoodMoved": _move_mood,
    "NoticePublished": _publish_notice,
    "NoticeUpdated": _publish_notice,
    "CustomerIdentified": _identify,
    "Whispered": _whisper,
    "MomentNoted": _note_moment,
    "Assigned": assign_thread,
    **REPLY_FOLDS,
    **ACT_FOLDS,
}
