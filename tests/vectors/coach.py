"""What a coach does to a run under way, as frames."""

from simulator.core.view import Frame
from tests.vectors.frames import START, set_clock

PAUSED = {**set_clock(1, 2, "Paused", at_ms=5_000, wall_ms=5_000, reason="device"), "by": "u9"}

COACH_CASES: dict[str, list[Frame]] = {
    "a pause says by whom, and why": [START, PAUSED],
    "it stays the same pause when the speed changes meanwhile": [
        START,
        PAUSED,
        set_clock(2, 3, "SpeedChanged", at_ms=5_000, wall_ms=9_000, per_mille=500),
    ],
    "once it goes on nobody has paused": [
        START,
        PAUSED,
        set_clock(2, 3, "Resumed", at_ms=5_000, wall_ms=65_000),
    ],
}
