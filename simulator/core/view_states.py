"""Where a thread of the view stands: a machine that is data (docs/desk.md, "The queue"). Its twin is js/run/states.js.

Rules kept here: a state and what happened give a state; what a state does not name leaves it as it is; what is done
about one of several who wait is no step, only what is done about the last of them (`read_step`). Checked on import.
"""

from collections.abc import Mapping
from typing import Any

STATES = ("crowd", "new", "escalated", "waiting", "resolved", "left_alone", "hidden", "reported", "blocked", "closed")
"""`crowd`: nobody of it waits. `new`: somebody waits for a word. `waiting`: the customer's turn."""

_DONE = {each: each for each in ("left_alone", "hidden", "reported", "blocked", "resolved")}
_ASKED = {"written": "new", "handed_over": "escalated"}
_ENDED = {"closed": "closed"}

MOVES: Mapping[str, Mapping[str, str]] = {
    "crowd": {**_ASKED, **_DONE, **_ENDED, "answered": "waiting"},
    "new": {**_ASKED, **_DONE, **_ENDED, "answered": "waiting"},
    "escalated": {**_ASKED, **_DONE, **_ENDED, "answered": "waiting", "returned": "new", "noted": "waiting"},
    "waiting": {**_ASKED, **_DONE, **_ENDED},
    "resolved": {**_ASKED, **_ENDED},
    "left_alone": {**_ASKED, **_DONE, **_ENDED, "answered": "waiting"},
    "hidden": {**_ASKED, **_DONE, **_ENDED, "answered": "waiting"},
    "reported": {**_ASKED, **_DONE, **_ENDED, "answered": "waiting"},
    "blocked": {**_ASKED, **_DONE, **_ENDED, "answered": "waiting", "unblocked": "waiting"},
    "closed": {**_ASKED, "resolved": "resolved"},
}
"""State → what happened → state."""

if {*MOVES, *(to for moves in MOVES.values() for to in moves.values())} != set(STATES):
    raise ValueError("a state is missing, or leads to one that is none")


def read_step(kind: str, data: Mapping[str, Any], *, waits: bool) -> str | None:
    """What an event means to its thread's state; `waits`: whether somebody waits there after it. None: nothing."""
    match kind:
        case "PostAppeared":
            return "written" if waits and not data.get("crowd", False) else None
        case "Escalated":
            return "handed_over"
        case "DeskAnswered":
            return "returned" if waits else "noted"
        case "ReplyDeleted":
            return "written" if waits else None
        case "Unblocked":
            return "written" if waits else "unblocked"
    if waits:
        return None
    match kind:
        case "ReplySent":
            return "answered"
        case "Treated":
            return str(data["as"])
        case "Resolved":
            return "resolved"
        case "ThreadClosed":
            return "closed"
    return None


def move_state(state: str, step: str | None) -> str:
    """The state after a step. Raises KeyError for a state that is none."""
    moves = MOVES[state]
    return state if step is None else moves.get(step, state)
