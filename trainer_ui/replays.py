"""The run to scrub along: its tracks, and the frames that the desk was sent."""

from collections.abc import Mapping
from typing import Any

from simulator.core.events import TRAINEE
from simulator.frames import write_events
from simulator.queries import rows_after
from trainer_ui.comparing import SIDES
from trainer_ui.core.tracks import Tracks, draw_tracks
from trainer_ui.played import PlayedRun

EVERYTHING = 1 << 40
DECISIONS = ("Treated", "Resolved", "ThreadClosed")


def write_frames(run_id: int) -> str:
    """What the trainee's desk was sent of a run, as a JSON array, in order. Words that were erased are not there."""
    frames = write_events(rows_after(run_id, 0, EVERYTHING), audience=TRAINEE, after=0)
    return "[" + ",".join(text for _, text in frames) + "]"


def draw_replay(played: PlayedRun, twins: Mapping[str, Any]) -> Tracks:
    state, card = played.state, played.card
    ended_ms = card["ended_ms"]
    halts = [(halt["at_ms"], "pause") for halt in card["pauses"]]
    halts += [(halt["at_ms"], "interruption") for halt in card["interruptions"]]
    return draw_tracks(
        ended_ms=ended_ms,
        heats=[(kind, [(at_ms, heat) for at_ms, heat in twins[name]["curve"]]) for name, kind in SIDES.items()],
        waits=list_waits(played),
        replies=[state.replies[seq].at_ms for seq in played.marks],
        missed=[state.posts[item["post"]].at_ms for item in card["unanswered"]],
        halts=halts,
    )


def list_waits(played: PlayedRun) -> list[tuple[int, int]]:
    """[from, until) of each post that somebody was promised an answer to, as the desk counts them: a reply ends it, and
    so does every decision about the post or its thread."""
    state, ended_ms = played.state, played.card["ended_ms"]
    decided = [event for event in played.acts if event.kind in DECISIONS]
    waits = []
    for post in state.posts.values():
        if played.due_ms[post.key] is None:
            continue
        ends = [state.replies[seq].at_ms for seq in post.answered_by[:1]]
        ends += [
            event.at_ms
            for event in decided
            if event.seq > post.seq
            and event.data["thread"] == post.thread
            and event.data.get("post", post.key) == post.key
        ]
        waits.append((post.at_ms, min(ends, default=ended_ms)))
    return waits


def describe_replay(played: PlayedRun, *, frames_path: str) -> dict[str, Any]:
    """What the page's script needs beside the desk's own pack; times in ms of run time."""
    return {
        "ended_ms": played.card["ended_ms"],
        "frames_path": frames_path,
        "replies": [
            {"seq": seq, "mark": mark, "at_ms": played.state.replies[seq].at_ms} for seq, mark in played.marks.items()
        ],
    }
