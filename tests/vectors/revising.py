"""What was corrected or deleted after it was sent, and internal notes, as vectors."""

from simulator.core.view import Frame
from tests.vectors.frames import (
    JANA,
    POSTS,
    REPLY,
    START,
    correct_reply,
    delete_reply,
    make_frame,
    make_post,
    make_reply,
)

CORRECTED = correct_reply(7, 9, at_ms=95_000, reply=7, thread="rucksack", words="Hallo Jana,\nwir haben ihn! /TB")
DELETED = delete_reply(7, 9, at_ms=95_000, reply=7, thread="rucksack")
LATER = make_post(7, 8, "rucksack-4", at_ms=92_000, thread="rucksack", who=JANA, reply_to="rucksack-3")

NOTE = make_frame(7, 9, "NoteWritten", at_ms=95_000, words="Ruft um zwölf zurück.", thread="rucksack")

TAG = {"thread": "rucksack", "tag": "product_feedback"}
TAGGED = make_frame(6, 7, "Tagged", at_ms=90_000, post="rucksack-1", **TAG)
OTHER_TAGGED = make_frame(7, 8, "Tagged", at_ms=91_000, post="rucksack-2", **TAG)

REVISING_CASES: dict[str, list[Frame]] = {
    "a tag stands beside its post and moves nothing": [START, *POSTS, TAGGED, OTHER_TAGGED],
    "a tag that was taken off is gone, and the other one stays": [
        START,
        *POSTS,
        TAGGED,
        OTHER_TAGGED,
        make_frame(8, 9, "Untagged", at_ms=92_000, post="rucksack-1", **TAG),
    ],
    "a corrected reply says the new words and keeps the old ones": [START, *POSTS, REPLY, CORRECTED],
    "an internal note stands in its thread and answers nobody": [START, *POSTS, {**NOTE, "after": 6}],
    "a proposed article stands in its thread and opens nothing": [
        START,
        *POSTS,
        make_frame(6, 7, "Resolved", at_ms=90_000, thread="rucksack"),
        make_frame(7, 8, "ArticleProposed", at_ms=95_000, words="Rucksack weg\n\nIns Fundbüro.", thread="rucksack"),
    ],
    "an erased correction keeps its place": [
        START,
        *POSTS,
        make_reply(6, 7, at_ms=90_000, thread="rucksack", post="rucksack-1", words=None),
        correct_reply(7, 9, at_ms=95_000, reply=7, thread="rucksack", words=None),
    ],
    "whom a deleted reply had answered waits again": [START, *POSTS, REPLY, DELETED],
    "what waits anyway waits once": [START, *POSTS, REPLY, LATER, {**DELETED, "after": 8}],
    "whom another reply answered as well does not wait again": [
        START,
        *POSTS,
        REPLY,
        make_reply(7, 8, at_ms=94_000, thread="rucksack", post="rucksack-3", words="Bis gleich. /TB"),
        {**DELETED, "after": 8},
    ],
    "what was left alone or reported does not wait again": [
        START,
        *POSTS,
        REPLY,
        make_frame(
            7,
            8,
            "Treated",
            at_ms=94_000,
            thread="rucksack",
            post="rucksack-1",
            reason="settled",
            **{"as": "left_alone"},
        ),
        {**DELETED, "after": 8},
    ],
    "a settled thread is open again once somebody waits there": [
        START,
        *POSTS,
        REPLY,
        make_frame(7, 8, "Resolved", at_ms=94_000, thread="rucksack"),
        {**DELETED, "after": 8},
    ],
    "in a closed thread only what is private waits again": [
        START,
        *POSTS,
        REPLY,
        make_frame(7, 8, "ThreadClosed", at_ms=94_000, thread="rucksack", reason="rule"),
        {**DELETED, "after": 8},
    ],
}
