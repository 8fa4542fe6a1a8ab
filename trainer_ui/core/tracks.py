"""A run as tracks over one time axis, to scrub along: heat between its twins, load, replies, halts, what was missed.

Coordinates are whole units of a picture that is WIDTH wide and runs from the first to the last moment of the run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 1000
HEAT_TOP, HEAT_END = 6, 86
LOAD_TOP, LOAD_END = 100, 150

Points = Sequence[tuple[int, int]]
"""(run time in ms, value), in order, from the start."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """`heats` are (whose, path); `replies` and `missed`, the posts that nobody answered, lie at an x each, `halts` at
    (x, kind). `most` is the most that ever waited at once."""

    heats: Sequence[tuple[str, str]]
    load: str
    most: int
    replies: Sequence[int]
    missed: Sequence[int]
    halts: Sequence[tuple[int, str]]


def draw_tracks(
    *,
    ended_ms: int,
    heats: Iterable[tuple[str, Points]],
    waits: Sequence[tuple[int, int]],
    replies: Sequence[int],
    missed: Sequence[int],
    halts: Sequence[tuple[int, str]],
) -> Tracks:
    """`waits` are [from, until) of each post that needed an answer; `replies`, `missed` and `halts` are run times."""
    end = max(1, ended_ms)
    load = count_waiting(waits)
    most = max((count for _, count in load), default=0)
    return Tracks(
        heats=[(whose, _step_path(points, end, HEAT_TOP, HEAT_END, 100)) for whose, points in heats],
        load=_step_path(load, end, LOAD_TOP, LOAD_END, max(1, most)) + f"V{LOAD_END}H0Z",
        most=most,
        replies=[_x(at_ms, end) for at_ms in replies],
        missed=[_x(at_ms, end) for at_ms in missed],
        halts=[(_x(at_ms, end), kind) for at_ms, kind in halts],
    )


def count_waiting(waits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """(run time, how many wait from then on), from 0."""
    changes = sorted([(since, 1) for since, _ in waits] + [(until, -1) for _, until in waits])
    load, count = [(0, 0)], 0
    for at_ms, change in changes:
        count += change
        load.append((at_ms, count))
    return load


def _step_path(points: Points, end: int, top: int, bottom: int, most: int) -> str:
    (_, first), *moves = points
    path = f"M0 {_y(first, top, bottom, most)}"
    return path + "".join(f"H{_x(at, end)}V{_y(value, top, bottom, most)}" for at, value in moves) + f"H{WIDTH}"


def _x(at_ms: int, end: int) -> int:
    return min(at_ms, end) * WIDTH // end


def _y(value: int, top: int, bottom: int, most: int) -> int:
    return bottom - value * (bottom - top) // most
