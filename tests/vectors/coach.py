"""What a coach does to a run under way, as frames."""

from simulator.core.view import Frame
from tests.vectors.frames import POSTS, START, set_clock

PAUSED = {**set_clock(1, 2, "Paused", at_ms=5_000, wall_ms=5_000, reason="device"), "by": "u9"}

COACH_CASES: dict[str, list[Frame]] = {
    "a pause says by whom, and why": [START, PAUSED],
    "it stays the same pause when the speed changes meanwhile": [
        START,
        PAUSED,
        set_clock(2, 3, "SpeedChanged", at_ms=5_000, wall_ms=9_000, per_mille=500),
    ],
    "a skip counts from where it leads to, and what was due comes at its own time": [
        START,
        {**set_clock(1, 2, "Skipped", at_ms=5_000, wall_ms=5_000, to_ms=45_000), "by": "u9"},
        {**POSTS[0], "after": 2, "seq": 3},
    ],
    "once it goes on nobody has paused": [
        START,
        PAUSED,
        set_clock(2, 3, "Resumed", at_ms=5_000, wall_ms=65_000),
    ],
}
