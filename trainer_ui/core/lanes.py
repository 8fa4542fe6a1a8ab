"""The run on a time line: a lane per thread, drawn in whole units of a picture that is WIDTH wide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEFT, WIDTH, LANE, TOP = 180, 1000, 24, 28
"""Where time starts, where it ends, how high a lane is, and where the first one begins."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A post that needed an answer: from when, due when, and until when it waited."""

    at_ms: int
    due_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A thread: its name, the times of posts that needed nothing, its waits, its replies as (run time, mark), and the
    times of what was done beside them."""

    name: str
    dots: Sequence[int]
    waits: Sequence[Wait]
    replies: Sequence[tuple[int, str]] = ()
    acts: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """`x` to `x + width`, up to the target, and `late` of it beyond."""

    x: int
    width: int
    late_x: int
    late_width: int
    end: int


@dataclass(frozen=True, slots=True)
class DrawnLane:
    name: str
    y: int
    middle: int
    dots: list[int]
    bars: list[Bar]
    marks: list[tuple[int, str]]
    acts: list[int]


@dataclass(frozen=True, slots=True)
class Picture:
    height: int
    lanes: list[DrawnLane]
    ticks: list[tuple[int, int]]
    """(x, run time in ms)"""
    halts: list[tuple[int, str]]
    """(x, kind) of pauses and interruptions, which take no run time"""


def draw_lanes(lanes: Iterable[Lane], *, ended_ms: int, halts: Sequence[tuple[int, str]]) -> Picture:
    """The picture of a run that ended at `ended_ms`; `halts` are (run time, kind)."""
    scale = _Scale(max(1, ended_ms))
    drawn = [
        DrawnLane(
            name=lane.name,
            y=TOP + row * LANE,
            middle=TOP + row * LANE + LANE // 2,
            dots=[scale.x(at_ms) for at_ms in lane.dots],
            bars=[scale.bar(wait) for wait in lane.waits],
            marks=[(scale.x(at_ms), mark) for at_ms, mark in lane.replies],
            acts=[scale.x(at_ms) for at_ms in lane.acts],
        )
        for row, lane in enumerate(lanes)
    ]
    step = 60_000 * max(1, -(-ended_ms // 600_000))
    ticks = [(scale.x(at_ms), at_ms) for at_ms in range(0, ended_ms + 1, step)]
    return Picture(TOP + len(drawn) * LANE + 8, drawn, ticks, [(scale.x(at_ms), kind) for at_ms, kind in halts])


@dataclass(frozen=True, slots=True)
class _Scale:
    ended_ms: int

    def x(self, at_ms: int) -> int:
        return LEFT + min(at_ms, self.ended_ms) * (WIDTH - LEFT - 20) // self.ended_ms

    def bar(self, wait: Wait) -> Bar:
        start, end = self.x(wait.at_ms), self.x(wait.until_ms)
        late = min(end, max(start, self.x(wait.due_ms))) if wait.until_ms > wait.due_ms else end
        return Bar(start, late - start, late, end - late, end)
