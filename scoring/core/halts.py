"""When a run stood still: pauses a person asked for, and interruptions nobody did. The scorecard names both, and which
pauses were a coach's."""

from collections.abc import Iterable
from typing import Any

from simulator.core.events import Event


def list_pauses(log: Iterable[Event], *, trainee: str = "") -> list[dict[str, Any]]:
    """Run time of each pause and how long it lasted in wall ms; None where the run was never resumed. `by` is "coach"
    where it was not the `trainee`'s own ("": anybody's is), `reason` what the coach named, or ""."""
    pauses: list[dict[str, Any]] = []
    since = 0
    for event in log:
        if event.kind == "Paused":
            since = event.data["wall_ms"]
            is_own = event.actor == trainee or not trainee
            named = {} if is_own else {"by": "coach", "reason": event.data.get("reason", "")}
            pauses.append({"at_ms": event.at_ms, "wall_ms": None, **named})
        elif event.kind == "Resumed" and pauses and pauses[-1]["wall_ms"] is None:
            pauses[-1]["wall_ms"] = event.data["wall_ms"] - since
    return pauses


def list_skips(log: Iterable[Event]) -> list[dict[str, Any]]:
    """The run times from and to which a coach skipped."""
    return [{"at_ms": event.at_ms, "to_ms": event.data["to_ms"]} for event in log if event.kind == "Skipped"]


def list_interruptions(log: Iterable[Event]) -> list[dict[str, Any]]:
    """Run time of each interruption and how long it lasted in wall ms."""
    return [
        {"at_ms": event.at_ms, "wall_ms": event.data["to_ms"] - event.data["from_ms"]}
        for event in log
        if event.kind == "Interrupted"
    ]
