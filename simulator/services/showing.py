"""What a scenario's stage does not show, nobody works with: the desk does not draw it, and the server refuses what a
page that was changed, or somebody without one, asks for all the same.
"""

from collections.abc import Mapping
from typing import Any

from scenarios.core.timeline import Timeline
from simulator.core.state import State
from simulator.services.refusals import Refused

PARTS: Mapping[str, str] = {
    "reply": "composer",
    "hint": "composer",
    "correct": "revise",
    "delete": "revise",
    "note": "notes",
    "escalate": "desks",
    "publish_notice": "notice",
    "update_notice": "notice",
    "treat": "treat",
    "tag": "treat",
    "propose_article": "treat",
    "untag": "treat",
    "unblock": "treat",
}
"""Type of a command → the part of the desk that it is made with. Settling a thread, and what moves the run's clock,
belongs to no part."""


def require_shown(state: State, body: Mapping[str, Any]) -> None:
    """Refuses (`not_shown`) a command whose part, or whose thread, the stage does not show. A stage that names no part
    shows them all."""
    timeline = state.timeline
    needed = [PARTS[body["type"]]] if body["type"] in PARTS else []
    # A number and an address stand on the customer card.
    needed += ["card"] if body.get("way") else []
    thread = state.plan.threads.get(body.get("thread", ""))
    needed += ["listening"] if thread is not None and thread.mention != "direct" else []
    for part in needed:
        if not shows(timeline, part):
            raise Refused("not_shown", part=part)


def shows(timeline: Timeline, part: str) -> bool:
    return not timeline.stage or part in timeline.stage
