"""A run's clock: run time as an integer, piecewise function of wall time.

Both times are integer milliseconds, run time from 0 at the start, wall time since 1970 (UTC). Speed is in per mille.
Rules kept here: run time never runs backwards; `wall_for` rounds up, so that an alarm set by it never wakes early.
"""

from dataclasses import dataclass, replace

REAL_TIME = 1000
"""The speed at which run time passes like wall time, in per mille."""


@dataclass(frozen=True, slots=True)
class Clock:
    """At wall time `wall_anchor` it was run time `run_anchor`; since then it passes at `per_mille`, or not at all."""

    wall_anchor: int
    run_anchor: int
    per_mille: int = REAL_TIME
    paused: bool = False

    def run_ms(self, wall_ms: int) -> int:
        """The run time at `wall_ms`, rounded down; before the anchor, the anchor's."""
        if self.paused or wall_ms <= self.wall_anchor:
            return self.run_anchor
        return self.run_anchor + (wall_ms - self.wall_anchor) * self.per_mille // REAL_TIME

    def wall_for(self, run_ms: int) -> int | None:
        """The first wall millisecond at which run time has reached `run_ms`; None while paused, if that lies ahead."""
        if run_ms <= self.run_anchor:
            return self.wall_anchor
        if self.paused:
            return None
        ahead = run_ms - self.run_anchor
        return self.wall_anchor + -(-ahead * REAL_TIME // self.per_mille)

    def anchored(self, wall_ms: int, run_ms: int) -> "Clock":
        """The same clock, counting from here."""
        return replace(self, wall_anchor=wall_ms, run_anchor=run_ms)
