"""What coaches' marks say of an attempt: the one seam to marking.

Rules kept here: only marks given before the coach knew what the score had found are held against it; only criteria that
both have judged count.
"""

from collections.abc import Sequence
from math import isqrt

from scoring.core.rubric import NOT_JUDGED, value_step
from scoring.queries import read_assessments
from scoring.queries.marks import list_marks
from scoring.services.settling import settle
from simulator.models import Run
from simulator.queries import read_log

FEWEST = 2
"""Marks of a criterion that a spread can be told from."""


def find_spread(runs: Sequence[Run]) -> dict[str, int]:
    """Criterion → how far coaches' marks are from the score: the root of the mean square of their differences, per
    mille. Nothing for a criterion with fewer than FEWEST marks."""
    values = {run.pk: _read_values(run) for run in runs} if count_marked(runs) else {}
    apart: dict[str, list[int]] = {}
    for mark in list_marks(runs, blind_only=True):
        run, _ = mark.key
        for name, step in mark.steps.items():
            value = values[run].get(mark.wording, {}).get(name)
            if step != NOT_JUDGED and value is not None:
                apart.setdefault(name, []).append(value_step(step) - value)
    found = {name: each for name, each in apart.items() if len(each) >= FEWEST}
    return {name: isqrt(sum(gap**2 for gap in each) // len(each)) for name, each in found.items()}


def count_marked(runs: Sequence[Run]) -> int:
    """How many replies of these runs a coach has marked."""
    return len({mark.key for mark in list_marks(runs)})


def _read_values(run: Run) -> dict[int, dict[str, int]]:
    """Seq of a wording → criterion → what the score that counts makes of it."""
    found = {event.data["reply"]: event.data for event in read_log(run.pk) if event.kind == "ReplyAssessed"}
    return {seq: data["criteria"] for seq, data in {**found, **read_assessments(settle(run))}.items()}
