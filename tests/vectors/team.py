"""Two who work in one run, as vectors: who has which thread open, whose a thread is, and who wrote what."""

from typing import Any

from simulator.core.view import Frame
from tests.vectors.frames import POSTS, REPLY, START, make_frame

ASSIGNED = make_frame(6, 7, "Assigned", at_ms=90_000, thread="rucksack", to="u2")


def look(actor: str, name: str, thread: str | None, **more: Any) -> Frame:
    at = {} if thread is None else {"thread": thread}
    return {"type": "presence", "run": 7, "actor": actor, "name": name, **at, **more}


THEO, TIA = look("u2", "Theo Lindner", "rucksack"), look("u1", "Tia Brandt", "wlan")

TEAM_CASES: dict[str, list[Frame]] = {
    "two have threads open, and it moves no seq": [START, *POSTS, THEO, TIA],
    "who goes on to another thread is there and nowhere else": [
        START,
        *POSTS,
        THEO,
        TIA,
        look("u2", "Theo Lindner", "wlan"),
    ],
    "who looks at no thread is still there, and who is gone is not": [
        START,
        *POSTS,
        THEO,
        TIA,
        look("u1", "Tia Brandt", None),
        look("u2", "Theo Lindner", "rucksack", gone=True),
    ],
    "a thread is somebody's, and waits as long as it did": [START, *POSTS, ASSIGNED],
    "a thread that was given up is nobody's": [
        START,
        *POSTS,
        ASSIGNED,
        make_frame(7, 8, "Assigned", at_ms=95_000, thread="rucksack", to=None),
    ],
    "what is written says by whom": [
        START,
        *POSTS,
        {**REPLY, "by": "u2"},
        {**make_frame(7, 8, "NoteWritten", at_ms=95_000, words="Ich rufe an.", thread="rucksack"), "by": "u1"},
        {
            **make_frame(
                8, 9, "Escalated", at_ms=96_000, words="Bitte.", thread="rucksack", post="rucksack-1", desk="operations"
            ),
            "by": "u2",
        },
    ],
}
