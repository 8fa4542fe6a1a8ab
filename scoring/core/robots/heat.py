"""The public's heat over a run, from what the log told of it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from simulator.core.events import Event

Curve = list[tuple[int, int]]
"""(run time in ms, points): from then on it was so hot."""


def heat_curve(log: Iterable[Event]) -> Curve:
    """Begins at 0 ms; a point for every change that was told."""
    curve: Curve = []
    for event in log:
        if event.kind == "RunStarted":
            curve.append((0, event.data.get("heat", 0)))
        elif event.kind == "MoodMoved" and event.data["heat"] != curve[-1][1]:
            curve.append((event.at_ms, event.data["heat"]))
    return curve


def cut_curve(curve: Sequence[tuple[int, int]], *, until_ms: int) -> Curve:
    return [point for point in curve if point[0] <= until_ms]


def heat_area(curve: Sequence[tuple[int, int]], *, until_ms: int) -> int:
    """The area under the curve in points times seconds: what counts is how hot it was for how long."""
    steps = pairwise([*cut_curve(curve, until_ms=until_ms), (until_ms, 0)])
    return sum((end_ms - at_ms) * points for (at_ms, points), (end_ms, _) in steps) // 1000
