"""Heat over time as curves in one picture: a run's own, and as many to compare it with as there are.

Coordinates are whole units of a picture that is WIDTH wide; heat holds its value until it moves, so lines are steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, RIGHT, WIDTH, TOP, HEIGHT = 90, 980, 1000, 14, 200
"""Where time starts and ends, and where 100 and 0 points of heat lie."""

LEVELS = (("calm", 0), ("tense", 20), ("heated", 40), ("boiling", 60), ("storm", 80))
"""The public's heat in words, each from so many points on; the same as in js/run/heat.js."""

Points = Sequence[tuple[int, int]]
"""(run time in ms, heat in points), in order, from the start."""


@dataclass(frozen=True, slots=True)
class Curve:
    """`kind` says whose it is: own, or a twin's, absent or expert, or of a first try, before. It ends at `ended_ms`, or
    where the picture does."""

    kind: str
    points: Points
    ended_ms: int | None = None


@dataclass(frozen=True, slots=True)
class DrawnCurve:
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A line of the table beside the picture: the heat of each curve, with its word, at a time; None after its end."""

    at_ms: int
    values: list[tuple[int, str] | None]


@dataclass(frozen=True, slots=True)
class HeatPicture:
    """`levels` are (y, word), `ticks` (x, run time in ms), `marks` (x, what was done)."""

    height: int
    curves: list[DrawnCurve]
    levels: list[tuple[int, str]]
    ticks: list[tuple[int, int]]
    marks: list[tuple[int, str]]
    rows: list[HeatRow]


def draw_heat(curves: Sequence[Curve], *, ended_ms: int, marks: Sequence[tuple[int, str]] = ()) -> HeatPicture:
    """The curves of one run, or of it and its twins; `marks` are (run time, kind of act that all could see)."""
    end = max(1, ended_ms)
    step = 60_000 * max(1, -(-end // 900_000))
    times = [*range(0, end, step), end]
    return HeatPicture(
        height=HEIGHT + 24,
        curves=[DrawnCurve(curve.kind, _draw_path(curve, end)) for curve in curves],
        levels=[(_y(points), word) for word, points in LEVELS],
        ticks=[(_x(at_ms, end), at_ms) for at_ms in range(0, end + 1, step)],
        marks=[(_x(at_ms, end), kind) for at_ms, kind in marks],
        rows=[HeatRow(at_ms, [_read(curve, at_ms) for curve in curves]) for at_ms in times],
    )


def name_level(heat: int) -> str:
    return next(word for word, points in reversed(LEVELS) if heat >= points)


def _read(curve: Curve, at_ms: int) -> tuple[int, str] | None:
    if curve.ended_ms is not None and at_ms > curve.ended_ms:
        return None
    heat = max((point for point in curve.points if point[0] <= at_ms), default=(0, 0))[1]
    return heat, name_level(heat)


def _draw_path(curve: Curve, end: int) -> str:
    (_, first), *moves = curve.points
    steps = "".join(f"H{_x(at_ms, end)}V{_y(heat)}" for at_ms, heat in moves)
    return f"M{LEFT} {_y(first)}{steps}H{_x(end if curve.ended_ms is None else curve.ended_ms, end)}"


def _x(at_ms: int, end: int) -> int:
    return LEFT + min(at_ms, end) * (RIGHT - LEFT) // end


def _y(heat: int) -> int:
    return HEIGHT - heat * (HEIGHT - TOP) // 100
