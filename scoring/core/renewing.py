"""What a log comes to under the score of today: every reply judged again, everything else as it was played."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scenarios.core.timeline import Timeline
from scoring.core.assessing import assess_log
from scoring.core.assessment import SCORING_VERSION
from simulator.core.events import Event

Assessments = Mapping[int, Mapping[str, Any]]
"""The data of ReplyAssessed, by the reply's seq."""


def assess_again(timeline: Timeline, log: Sequence[Event]) -> Assessments | None:
    """Every assessment of `log` by the score of today; None where words are erased, so that some cannot be made."""
    assessments = {}
    for reply, assessment in assess_log(timeline, log):
        if assessment is None:
            return None
        assessments[reply] = {"reply": reply, **assessment.to_data()}
    return assessments


def renew(log: Iterable[Event], assessments: Assessments) -> list[Event]:
    """`log` with these assessments in the place of its own."""
    return [
        replace(event, data=assessments[event.data["reply"]])
        if event.kind == "ReplyAssessed" and event.data["reply"] in assessments
        else event
        for event in log
    ]


def is_present(log: Iterable[Event]) -> bool:
    """Whether all that is assessed in `log` was assessed by the score of today."""
    return all(event.data["scoring"] == SCORING_VERSION for event in log if event.kind == "ReplyAssessed")
