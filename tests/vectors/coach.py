"""What a coach does to a run under way, as frames."""

from simulator.core.view import Frame
from tests.vectors.frames import JANA, POSTS, START, make_frame, make_post, set_clock

PAUSED = {**set_clock(1, 2, "Paused", at_ms=5_000, wall_ms=5_000, reason="device"), "by": "u9"}

SAID = make_post(6, 8, "said_7", at_ms=70_000, thread="rucksack", who=JANA, text=None)
TOLD = make_frame(6, 8, "FactReleased", at_ms=70_000, fact="said_7", text=None)

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
    "what a coach wrote stands beside its post, and is a post as any other": [
        START,
        *POSTS,
        {**SAID, "words": "Und jetzt?"},
    ],
    "once its words are erased, a coach's post keeps its place": [START, *POSTS, SAID],
    "a fact in a coach's words": [START, *POSTS, {**TOLD, "words": "Ab 19 Uhr."}],
    "what a coach has prepared moves only seq and time": [
        START,
        *POSTS,
        {
            **make_frame(6, 7, "PostInjected", at_ms=60_000, words="Und jetzt?", post="said_7", due_ms=70_000),
            "by": "u9",
        },
    ],
    "a whisper is the trainee's to read, about a thread or none, and nobody waits for it": [
        START,
        *POSTS,
        {**make_frame(6, 7, "Whispered", at_ms=60_000, words="Erst Jana.", thread="rucksack"), "by": "u9"},
        {**make_frame(7, 8, "Whispered", at_ms=61_000, words="Gut so."), "by": "u9"},
    ],
    "an erased whisper keeps its place": [START, make_frame(1, 2, "Whispered", at_ms=60_000)],
    "a coach is sent the moments that were noted": [
        START,
        *POSTS,
        {**make_frame(6, 7, "MomentNoted", at_ms=60_000), "by": "u9"},
        {**make_frame(7, 8, "MomentNoted", at_ms=61_000, words="Zögert.", thread="wlan"), "by": "u9"},
    ],
    "what a coach does to the public moves only seq and time": [
        START,
        *POSTS,
        make_frame(6, 7, "WaveRaised", at_ms=60_000, posts=40, seconds=30),
        make_frame(7, 8, "HeatTurned", at_ms=61_000, milli=-9_000),
    ],
}
