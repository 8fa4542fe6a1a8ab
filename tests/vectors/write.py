"""Writes view.json: frames, and the view that has to come of them (docs/wire.md, "The view").

    python -m tests.vectors.write

pytest checks that the file is current and says in words what the views have to be; `node --test` folds the same frames.
"""

import json
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import Any

from simulator.core.view import Frame, fold_frame, is_next, run_ms, start_view
from tests.vectors.coach import COACH_CASES
from tests.vectors.frames import END, JANA, POSTS, REPLY, START, WALL, make_frame, make_post, make_reply, set_clock
from tests.vectors.public import PUBLIC_CASES
from tests.vectors.revising import REVISING_CASES
from tests.vectors.team import TEAM_CASES

FILE = Path(__file__).parent / "view.json"

CASES: dict[str, list[Frame]] = {
    "nothing has come yet": [],
    "a run has started": [START],
    "posts come into their threads": [START, *POSTS],
    "a reply answers all of that person's posts in the thread, and nobody else's": [START, *POSTS, REPLY],
    "a private reply answers too": [
        START,
        *POSTS,
        make_reply(6, 7, at_ms=90_000, thread="wlan", post="wlan-1", words="Bitte hier weiter.", visibility="private"),
    ],
    "a mail keeps its way, and its subject is the first line of its words": [
        START,
        *POSTS,
        make_reply(
            6,
            7,
            at_ms=90_000,
            thread="wlan",
            post="wlan-1",
            words="WLAN\nHallo Ali, …",
            visibility="private",
            way="mail",
        ),
    ],
    "a post after the reply waits again": [
        START,
        *POSTS,
        REPLY,
        make_post(7, 9, "rucksack-4", at_ms=100_000, thread="rucksack", who=JANA, reply_to="rucksack-3"),
    ],
    "an erased reply keeps its place": [
        START,
        *POSTS,
        make_reply(6, 7, at_ms=90_000, thread="rucksack", post="rucksack-1", words=None),
    ],
    "facts become known": [
        START,
        make_frame(1, 2, "FactReleased", at_ms=0, fact="fundbuero", text="Fundbüro: 8–18 Uhr"),
        make_frame(2, 3, "FactReleased", at_ms=9_000, fact="eta", text="ab 18:40", approved="Ab 18:40 Uhr fahren wir."),
    ],
    "a pause stops the clock": [START, set_clock(1, 2, "Paused", at_ms=5_000, wall_ms=5_000)],
    "after the pause it goes on": [
        START,
        set_clock(1, 2, "Paused", at_ms=5_000, wall_ms=5_000),
        set_clock(2, 3, "Resumed", at_ms=5_000, wall_ms=65_000),
    ],
    "another speed counts from where it was set": [
        START,
        set_clock(1, 2, "SpeedChanged", at_ms=5_000, wall_ms=5_000, per_mille=8_000),
    ],
    "an outage is no run time": [
        START,
        make_frame(1, 2, "Interrupted", at_ms=5_000, from_ms=WALL + 5_000, to_ms=WALL + 35_000),
    ],
    "a fork counts from its own start": [
        START,
        *POSTS,
        set_clock(6, 7, "RunForked", at_ms=60_000, wall_ms=900_000, at_seq=6),
    ],
    "the end stops everything": [START, *POSTS, REPLY, END],
    "a frame that comes twice changes nothing": [START, POSTS[0], START, POSTS[0], POSTS[1]],
    "a kind that is not known moves only seq and time": [START, make_frame(1, 4, "NewKind", at_ms=70_000, what="ever")],
    **PUBLIC_CASES,
    **REVISING_CASES,
    **TEAM_CASES,
    **COACH_CASES,
}

MOMENTS = (WALL - 1_000, WALL, WALL + 5_001, WALL + 64_999, WALL + 65_333, WALL + 900_000)
LINKS = ((0, 1), (1, 2), (3, 5), (7, 9))


def fold_all(frames: Sequence[Frame]) -> Any:
    return reduce(fold_frame, frames, start_view())


def make_vectors() -> dict[str, Any]:
    """`views`: frames → view. `times`: what the view's clock shows at a wall time. `links`: whether a frame is next."""
    folded = {name: fold_all(frames) for name, frames in CASES.items()}
    return {
        "views": [{"name": name, "frames": CASES[name], "view": view} for name, view in folded.items()],
        "times": [
            {"name": name, "clock": view["clock"], "wall_ms": wall, "run_ms": run_ms(view["clock"], wall_ms=wall)}
            for name, view in folded.items()
            for wall in MOMENTS
        ],
        "links": [
            {"view_seq": seq, "after": after, "is_next": is_next({"seq": seq}, {"after": after})}
            for seq, _ in LINKS
            for after, _ in LINKS
        ],
    }


def write_text() -> str:
    return json.dumps(make_vectors(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(write_text(), encoding="utf-8")
